from odoo.tests import HttpCase, tagged

from .common import IctCase


@tagged("post_install", "-at_install")
class TestSchoolsInUse(HttpCase, IctCase):
    """Which companies are ticked when somebody opens Odoo."""

    def _ticked(self, role, cids=None):
        """Return the ids that the first page ticks, or None when it leaves them."""
        self.authenticate(f"ict_{role}", f"ict_{role}")
        cookies = {"cids": cids} if cids else None
        response = self.url_open("/odoo", cookies=cookies, allow_redirects=False)
        response.raise_for_status()
        ticked = response.cookies.get("cids")
        return ticked and [int(text) for text in ticked.split("-")]

    def test_manager_sees_the_group(self):
        user = self.users["manager"]
        ticked = self._ticked("manager")
        self.assertEqual(ticked[0], user.company_id.id)
        self.assertEqual(set(ticked), set(user.company_ids.ids))

    def test_a_choice_is_kept(self):
        self.assertFalse(self._ticked("manager", cids=str(self.sibling.id)))

    def test_a_choice_of_somebody_else_is_not(self):
        self.assertTrue(self._ticked("manager", cids=str(self.other.id)))

    def test_coordinator_of_two_schools(self):
        self.assertFalse(self._ticked("coordinator"))
        self.users["coordinator"].ict_school_ids |= self.sibling | self.other
        self.assertEqual(
            set(self._ticked("coordinator")), {self.own.id, self.sibling.id}
        )

    def test_others_start_as_ever(self):
        for role in ("teacher", "hr"):
            with self.subTest(role=role):
                self.assertFalse(self._ticked(role))
