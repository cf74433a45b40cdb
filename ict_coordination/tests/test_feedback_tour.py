"""In a real browser, on a phone: send without a name, and read the answer."""

from odoo.tests import HttpCase, tagged

from .common import IctCase


@tagged("post_install", "-at_install")
class TestFeedbackTour(HttpCase, IctCase):
    browser_size = "375x667"
    touch_enabled = True

    def test_teacher(self):
        user = self.users["teacher"]
        self.env["ict.feedback"].create(
            {
                "kind": "question",
                "text": "Who resets passwords?",
                "company_id": self.own.id,
                "author_id": user.id,
                "answer": "Jan, every morning",
                "answered_on": "2026-09-01",
                "state": "answered",
                "delivered": True,
            }
        )
        self.env.flush_all()
        cids = "-".join(map(str, user.company_ids.ids))
        self.start_tour(
            "/odoo/ict-feedback",
            "ict_feedback_teacher",
            login=user.login,
            cookies={"cids": cids},
        )
        self.env.invalidate_all()
        sent = self.env["ict.feedback"].search([("text", "like", "The beamer%")])
        self.assertEqual((sent.kind, sent.company_id), ("problem", self.sibling))
        self.assertEqual((sent.anonymous, sent.author_id.ids), (True, []))
        self.assertTrue(sent.code_hash)
