"""Who was asked answers; what changes afterwards counts no longer."""

from odoo.exceptions import UserError
from odoo.tests import tagged

from .agreement_case import AgreementCase


@tagged("post_install", "-at_install")
class TestAgreementAnswer(AgreementCase):
    def test_answers_of_the_person(self):
        self._activate()
        tess = self._of(self.member_teacher)
        own = self._as(tess, "teacher")
        much, rest = own.line_ids.sorted(lambda line: line.task_id.id)
        action = much.action_too_much()
        self.env["ict.agreement.answer"].with_user(self.users["teacher"]).with_context(
            **action["context"]
        ).create({"note": "I have <b>no</b> time"}).action_answer()
        self.assertEqual((much.answer, tess.state), ("too_much", "waiting"))
        self.assertEqual(self.mine.agreement_state, "too_much")
        objection = tess.activity_ids - tess.activity_ids.filtered(
            lambda one: one.user_id == self.users["teacher"]
        )
        self.assertEqual(
            objection.user_id, self.users["director"] | self.users["coordinator"]
        )
        self.assertIn("&lt;b&gt;", objection[:1].note)
        own.action_agree_all()
        self.assertEqual((rest.answer, tess.state), ("agreed", "objected"))
        self.assertEqual(tess.answered_by_id, self.users["teacher"])
        self.assertNotIn(self.users["teacher"], tess.activity_ids.user_id)
        self.assertEqual(self.sheet.agreement_text, "1 of 3 agreed, 1 objection")
        with self.assertRaisesRegex(UserError, "answered already"):
            rest.action_agree()
        with self.assertRaisesRegex(UserError, "answered already"):
            own.action_agree_all()
        # after a conversation it is asked once more
        talk = self.env["mail.activity"].search(
            [("res_model", "=", tess._name), ("res_id", "=", tess.id)]
        )
        self.assertEqual((len(talk), much.can_ask_again), (2, True))
        self._as(much, "coordinator").action_ask_again()
        self.assertFalse(talk.exists() or much.can_ask_again)
        with self.assertRaisesRegex(UserError, "answered already"):
            self._as(much, "coordinator").action_ask_again()
        newest = self._of(self.member_teacher) - tess
        self.assertEqual(newest.line_ids.change, "changed")
        self.assertEqual(self.mine.agreement_state, "waiting")
        # or the school takes the hours away: nothing is left to talk about
        own = self._as(newest, "teacher")
        own._answer(own.line_ids, "different", "Less")
        self.assertTrue(newest.activity_ids)
        self.assertEqual((newest.line_ids.can_ask_again, much.can_ask_again), (1, 0))
        both = tess | newest
        found = both.search([*tess._open_domain(), ("id", "in", both.ids)])
        self.assertEqual(found, newest)
        self._as(self.mine, "director").write({"hours": 1})
        self.assertFalse(newest.activity_ids)
        self.assertFalse(both.search([*tess._open_domain(), ("id", "in", both.ids)]))

    def test_changed_meanwhile(self):
        self._activate()
        tess = self._of(self.member_teacher)
        self._as(self.mine, "director").write({"hours": 4})
        self.assertFalse(self.mine.agreement_state)
        line = tess.line_ids.filtered(lambda one: one.allocation_id == self.mine)
        self.assertEqual(line.answer, "withdrawn")
        with self.assertRaisesRegex(UserError, "withdrawn or changed"):
            self._as(line, "teacher").action_agree()
        self._as(tess, "teacher").action_agree_all()
        self.assertEqual(self._states()[:2], [False, "agreed"])
        # the night asks what is new, and what is no longer
        mails = self._mails()
        self._as(self.unknown, "director").unlink()
        self.env["ict.agreement"]._cron_ask()
        newest = self._of(self.member_teacher) - tess
        self.assertEqual(sorted(newest.line_ids.mapped("change")), ["dropped", "new"])
        [mail] = self._mails() - mails
        self.assertIn("No longer yours", mail.body_html)
        self.env["ict.agreement"]._cron_ask()
        self.assertEqual(self._of(self.member_teacher), tess | newest)
        self._as(newest, "teacher").action_agree_all()
        self.assertEqual(newest.state, "agreed")
        # what does not matter to the person changes nothing
        self._as(self.mine, "director").write({"note": "x", "hours": 4})
        self.assertEqual(self.mine.agreement_state, "agreed")

    def test_a_snapshot_that_no_longer_fits(self):
        """Written beside the ORM: the answer itself looks once more."""
        self._activate()
        tess = self._of(self.member_teacher)
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE ict_allocation SET hours = 9 WHERE id = %s", [self.mine.id]
        )
        self.env.invalidate_all()
        note = self._as(tess, "teacher").action_agree_all()
        self.assertIn("asked again as it is now", note["params"]["message"])
        self.assertEqual(self._states()[:2], ["waiting", "agreed"])
        newest = self._of(self.member_teacher) - tess
        self.assertEqual(newest.line_ids.hours, 9)

    def test_the_import_and_the_grid_take_it_away(self):
        self._activate()
        self._as(self._of(self.member_teacher), "teacher").action_agree_all()
        sheet = self._as(self.sheet, "director")
        entry = sheet.env["ict.allocation"]
        self.assertEqual(self.mine.agreement_state, "agreed")
        values = {
            "hours": 2,
            "certainty": "exact",
            "mandates": {"decides", "executes"},
            "funding": None,
        }
        row = type("Entry", (), values)
        self.assertTrue(sheet._bulk_begin())
        entry.browse(self.mine.id)._bulk_update(sheet, {self.mine.id: row})
        sheet._bulk_end()
        self.assertFalse(self.mine.agreement_state)
