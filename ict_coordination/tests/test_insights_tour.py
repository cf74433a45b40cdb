"""In a real browser: from an insight to the records behind it, and back."""

from odoo.tests import HttpCase, tagged

from .common import IctCase


@tagged("post_install", "-at_install")
class TestInsightsTour(HttpCase, IctCase):
    browser_size = "1366x768"

    def test_manager(self):
        for school in (self.own, self.sibling):
            self._new_overview(school)
        self.env.flush_all()
        user = self.users["manager"]
        cids = "-".join(map(str, user.company_ids.ids))
        self.start_tour(
            "/odoo/ict-overviews",
            "ict_insights_manager",
            login=user.login,
            cookies={"cids": cids},
        )

    def test_menu(self):
        """Whoever may read overviews finds the insights; a teacher does not."""
        menu = self.env.ref("ict_coordination.menu_ict_insights")
        seeing = {
            role
            for role, user in self.users.items()
            if menu.id in self.env["ir.ui.menu"].with_user(user)._visible_menu_ids()
        }
        self.assertEqual(seeing, {"coordinator", "director", "hr", "manager"})
