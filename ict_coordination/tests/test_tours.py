"""In a real browser: every role does its main thing."""

from odoo.tests import HttpCase, tagged

from .common import IctCase


@tagged("post_install", "-at_install")
class TestTours(HttpCase, IctCase):
    browser_size = "1366x768"

    def setUp(self):
        super().setUp()
        # Only this group's schools are on the screen.
        self.sheet = self._new_overview(self.own)
        self.line = self._line(self.sheet)
        for user in self.users.values():
            user.name = user.login

    def _tour(self, role, tour, path):
        self.env.flush_all()
        cids = "-".join(map(str, self.users[role].company_ids.ids))
        self.start_tour(path, tour, login=f"ict_{role}", cookies={"cids": cids})
        self.env.invalidate_all()

    def test_coordinator(self):
        self._tour("coordinator", "ict_coordinator_fills_a_line", "/odoo/ict-overviews")
        allocation = self.sheet.line_ids.allocation_ids
        self.assertEqual(allocation.member_id, self.member_own)
        self.assertEqual((allocation.hours, allocation.certainty), (2.5, "exact"))

    def test_director(self):
        self._tour("director", "ict_director_activates", "/odoo/ict-overviews")
        self.assertEqual(self.sheet.state, "active")
        self.assertEqual(self.sheet.approved_by_id, self.users["director"])

    def test_hr(self):
        allocation = self._allocate(self.line, self.member_own, 2)
        self._tour(
            "hr",
            "ict_hr_edits_on_the_employee",
            f"/odoo/employees/{self.employee_own.id}",
        )
        self.assertEqual(allocation.hours, 3.25)

    def test_manager(self):
        self._allocate(self.line, self.member_own, 2)
        sheet = self._new_overview(self.sibling)
        self._allocate(self._line(sheet, "policy_01"), self.member_sibling, 3)
        self._tour(
            "manager", "ict_manager_pivots_and_exports", "/odoo/ict-person-hours"
        )

    def test_teacher(self):
        self._allocate(self.line, self.member_own, 4)
        self._allocate(self.line, self.member_teacher, 1.5)
        self.sheet.state = "active"
        self._tour("teacher", "ict_teacher_sees_no_hours", "/odoo/ict-who")
