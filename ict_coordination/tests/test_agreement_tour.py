"""In a real browser: asked by a coordinator, answered on a phone, and seen."""

from odoo.tests import HttpCase, tagged

from .agreement_case import AgreementCase


@tagged("post_install", "-at_install")
class TestAgreementTour(HttpCase, AgreementCase):
    browser_size = "375x667"
    touch_enabled = True

    def test_teacher(self):
        self._activate()
        self.start_tour(
            "/odoo/ict-to-agree",
            "ict_agreement_teacher",
            login=self.users["teacher"].login,
            cookies={"cids": str(self.own.id)},
        )
        self.assertEqual(self._states(), ["agreed", "too_much", "waiting", False])
        notes = self._of(self.member_teacher).line_ids.mapped("note")
        self.assertIn("Only with a colleague", notes)
