"""People are asked once whether they agree, by one mail of their own."""

from odoo import fields
from odoo.exceptions import UserError
from odoo.tests import tagged

from .agreement_case import AgreementCase


@tagged("post_install", "-at_install")
class TestAgreement(AgreementCase):
    def test_activating_asks_everybody_once(self):
        before = self._mails()
        self._activate()
        self.assertEqual(self._states(), ["waiting", "waiting", "waiting", False])
        tess, jan = self._of(self.member_teacher), self._of(self.member_own)
        self.assertEqual(len(tess.line_ids), 2)
        self.assertEqual(tess.user_id, self.users["teacher"])
        self.assertEqual((tess.state, tess.kind), ("waiting", "current"))
        self.assertEqual(tess.asked_by_id, self.users["director"])
        self.assertEqual(
            sorted(tess.line_ids.mapped("hours_text")), ["1 without hours", "3 h"]
        )
        [activity] = tess.activity_ids
        self.assertEqual(activity.user_id, self.users["teacher"])
        self.assertFalse(jan.activity_ids)
        first, second = sorted(self._mails() - before, key=lambda one: one.email_to)
        self.assertIn("jan@example.com", first.email_to)
        self.assertIn("tess@example.com", second.email_to)
        self.assertIn("5.5 h", first.body_html)
        for word in ("Tess", "3 h", "without hours", "Vacancy"):
            self.assertNotIn(word, first.body_html)
        for word in ("Jan", "5.5 h", "Vacancy", "7 h"):
            self.assertNotIn(word, second.body_html)
        self.assertIn("Decides", second.body_html)
        self.assertIn("no login", first.body_html)
        self.assertIn("/odoo/ict-to-agree", second.body_html)
        # nobody finds the mail on a record, nor as its author
        for mail in first | second:
            message = mail.mail_message_id
            self.assertFalse(message.model or message.res_id or message.partner_ids)
            self.assertEqual(message.create_uid, self.env.ref("base.user_root"))
            self.assertNotEqual(message.author_id, self.users["director"].partner_id)
            self.assertTrue(mail.auto_delete)
        # nothing left to ask
        note = self._as(self.sheet, "director").action_ask_to_agree()
        self.assertIn("asked already", note["params"]["message"])
        self.assertEqual(self._mails(), before | first | second)

    def test_the_group_may_not_want_it(self):
        self.env["ict.settings"].create(
            {"company_id": self.group.id, "ask_agreement": False}
        )
        self._activate()
        self.assertEqual(self._states(), [False] * 4)
        self.assertEqual(self.sheet.agreement_ask_count, 3)
        self.env["ict.agreement"]._cron_ask()
        self.assertEqual(self._states(), [False] * 4)
        note = self._as(self.sheet, "coordinator").action_ask_to_agree()
        self.assertIn("People asked: 2.", note["params"]["message"])
        self.assertIn("Without login: Jan Peeters", note["params"]["message"])
        self.assertEqual(self.sheet.agreement_text, "0 of 3 agreed")

    def test_drafts_and_approved_by_data_ask_nobody(self):
        self.sheet.sudo().state = "active"
        self.env["ict.agreement"]._cron_ask()
        self.assertEqual(self._states(), [False] * 4)
        self.sheet.sudo().state = "draft"
        self.assertFalse(self.all._ask_to_agree())
        with self.assertRaises(UserError):
            self._as(self.sheet, "director").action_ask_to_agree()

    def test_archived_and_back_to_draft(self):
        for action in ("action_reset_draft", "action_archive_overview"):
            with self.subTest(action=action):
                self._activate()
                tess = self._of(self.member_teacher)[:1]
                getattr(self._as(self.sheet, "director"), action)()
                self.assertEqual(tess.state, "withdrawn")
                self.assertFalse(tess.activity_ids)
                self.assertEqual(self._states(), [False] * 4)
                with self.assertRaisesRegex(UserError, "answered|withdrawn"):
                    self._as(tess, "teacher").action_agree_all()

    def test_leavers_are_not_asked(self):
        self.employee_own.active = False
        self._activate()
        self.assertFalse(self.jan.agreement_state)
        self.employee_teacher.active = False
        self.env["ict.agreement"]._cron_ask()
        self.assertEqual(self._of(self.member_teacher).state, "withdrawn")

    def test_reminders(self):
        self._activate()
        agreements = self._of(self.member_teacher) | self._of(self.member_own)
        agreements.activity_ids.unlink()
        agreements.asked_on = fields.Datetime.subtract(fields.Datetime.now(), days=8)
        self.env.flush_all()
        self.env["ict.agreement"]._cron_ask()
        self.assertEqual(len(agreements.activity_ids), 1)
        mails = self._mails()
        note = self._as(agreements, "coordinator").action_remind()
        self.assertIn("People reminded: 1.", note["params"]["message"])
        self.assertIn("Jan Peeters", note["params"]["message"])
        self.assertEqual(len(agreements.activity_ids), 1)
        self.assertEqual(self._mails(), mails)
