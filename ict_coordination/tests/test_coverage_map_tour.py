"""In a real browser: the coverage map of each role."""

from odoo.tests import HttpCase, tagged

from .common import IctCase


@tagged("post_install", "-at_install")
class TestCoverageMapTour(HttpCase, IctCase):
    browser_size = "1366x768"

    def setUp(self):
        super().setUp()
        sheet = self._new_overview(self.own)
        self._allocate(self._line(sheet), self.member_own, 2)
        self._new_overview(self.sibling)

    def _tour(self, role, path):
        self.env.flush_all()
        user = self.users[role]
        cids = "-".join(map(str, user.company_ids.ids))
        self.start_tour(
            path, f"ict_map_{role}", login=user.login, cookies={"cids": cids}
        )

    def test_manager(self):
        self._tour("manager", "/odoo/ict-overviews")

    def test_director(self):
        self._tour("director", "/odoo/ict-coverage-map")

    def test_coordinator(self):
        self._tour("coordinator", "/odoo/ict-coverage-map")

    def test_menu(self):
        """Whoever may read overviews finds the map; a teacher does not see it."""
        menu = self.env.ref("ict_coordination.menu_ict_coverage_map")
        seeing = {
            role
            for role, user in self.users.items()
            if menu.id in self.env["ir.ui.menu"].with_user(user)._visible_menu_ids()
        }
        self.assertEqual(seeing, {"coordinator", "director", "hr", "manager"})
