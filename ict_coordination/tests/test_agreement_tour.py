"""In real browsers: answered on a phone, and proposed again by the coordinator."""

from odoo.tests import HttpCase, tagged

from .agreement_case import AgreementCase


@tagged("post_install", "-at_install")
class TestAgreementTour(HttpCase, AgreementCase):
    def _tour(self, role, path):
        self.start_tour(
            path,
            f"ict_agreement_{role}",
            login=self.users[role].login,
            cookies={"cids": str(self.own.id)},
        )

    def test_there_and_back(self):
        self._activate()
        self.browser_size, self.touch_enabled = "375x667", True
        self._tour("teacher", "/odoo/ict-to-agree")
        self.assertEqual(self._states(), ["agreed", "too_much", "waiting", False])
        asked = self._of(self.member_teacher)
        self.assertIn("Only with a colleague", asked.line_ids.mapped("note"))
        self.browser_size, self.touch_enabled = "1366x768", False
        self._tour("coordinator", "/odoo/ict-agreements")
        self.assertEqual(self._states(), ["agreed", "waiting", "waiting", False])
        again = self._of(self.member_teacher) - asked
        self.assertEqual(again.line_ids.allocation_id, self.unknown)
        # nobody is told any more to talk about what is asked anew
        self.assertFalse(asked.activity_ids)
        self.assertEqual(again.activity_ids.user_id, self.users["teacher"])
