"""In a real browser: a director works with the plan, and closes the school year."""

from odoo.tests import HttpCase, tagged

from .common import IctCase


@tagged("post_install", "-at_install")
class TestYearTours(HttpCase, IctCase):
    browser_size = "1366x768"

    def setUp(self):
        super().setUp()
        self.current = self._new_overview(self.own)
        self.target = self._new_overview(self.own, kind="target")
        self._allocate(self._line(self.current), self.member_own, 2)
        self._allocate(self._line(self.target), self.member_own, 4)
        self._line(self.target).priority = "long"
        self.env.flush_all()

    def _tour(self, path, name):
        user = self.users["director"]
        cookies = {"cids": "-".join(map(str, user.company_ids.ids))}
        self.start_tour(path, name, login=user.login, cookies=cookies)

    def test_plan(self):
        self._tour("/odoo/ict-plan", "ict_plan_director")
        line = self._line(self.target)
        self.assertEqual(line.priority, "short")
        self.assertEqual(line.activity_ids.user_id, self.users["director"])

    def test_close_the_year(self):
        self._tour("/odoo/ict-overviews", "ict_year_director")
        self.assertEqual(self.current.state, "archived")
        made = self.env["ict.overview"].search(
            [("company_id", "=", self.own.id), ("school_year", "=", "2027-2028")]
        )
        self.assertEqual(self._line(made).hours, 4)
