"""In a real browser: HR hands over the tasks of somebody who left."""

from odoo.tests import HttpCase, tagged

from .common import IctCase


@tagged("post_install", "-at_install")
class TestHandoverTour(HttpCase, IctCase):
    browser_size = "1366x768"

    def test_hand_over(self):
        sheet = self._new_overview(self.own)
        self._allocate(self._line(sheet), self.member_own, 2)
        self._allocate(self._line(sheet), self.member_group, 1)
        other = self._allocate(self._line(sheet, "technical_02"), self.member_own)
        sheet.state = "active"
        self.employee_own.active = False
        user = self.users["hr"]
        self.env.flush_all()
        self.start_tour(
            f"/odoo/employees/{self.employee_own.id}",
            "ict_hand_over",
            login=user.login,
            cookies={"cids": "-".join(map(str, user.company_ids.ids))},
        )
        self.assertEqual(other.employee_id, self.employee_teacher)
        self.assertFalse(self.employee_own.ict_open_count)
