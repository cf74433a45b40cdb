"""In a real browser: a director completes the team and looks at the mandates."""

from odoo.tests import HttpCase, tagged

from .common import IctCase


@tagged("post_install", "-at_install")
class TestGovernanceTour(HttpCase, IctCase):
    browser_size = "1366x768"

    def test_director(self):
        sheet = self._new_overview(self.own)
        self.member_own.role = "director"
        self._allocate(self._line(sheet), self.member_own, 2, decides=True)
        self.env.flush_all()
        user = self.users["director"]
        self.start_tour(
            "/odoo/ict-team-composition",
            "ict_governance_director",
            login=user.login,
            cookies={"cids": str(self.own.id)},
        )
