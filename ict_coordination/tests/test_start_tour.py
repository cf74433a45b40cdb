"""In a real browser: the start page of who looks after schools, and of a teacher."""

from odoo.tests import HttpCase, tagged

from .common import IctCase


@tagged("post_install", "-at_install")
class TestStartTour(HttpCase, IctCase):
    browser_size = "1366x768"

    def setUp(self):
        super().setUp()
        sheet = self._new_overview(self.own)
        self._allocate(self._line(sheet), self.member_teacher, 2)
        self._allocate(self._line(sheet, "technical_02"), self.member_own, 3)
        sheet.state = "active"

    def _tour(self, role):
        self.env.flush_all()
        user = self.users[role]
        cids = "-".join(map(str, user.company_ids.ids))
        self.start_tour(
            "/odoo/ict-start",
            f"ict_start_{role}",
            login=user.login,
            cookies={"cids": cids},
        )

    def test_manager(self):
        self._tour("manager")

    def test_teacher(self):
        self._tour("teacher")
