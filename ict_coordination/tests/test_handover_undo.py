"""Undoing a hand-over: all of it comes back, or it is said what stands in the way."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..models.ict_handover_line_undo import terms_of
from .handover_case import CODES, HandoverCase


@tagged("post_install", "-at_install")
class TestHandoverUndo(HandoverCase):
    def setUp(self):
        super().setUp()
        self.before = self._facts(self._of(self.jan) - self.old)
        self.there_before = self._facts(self.there)
        self.handover = self._start()
        for line in self.handover.line_ids:
            line.selected = True
            if line.company_id == self.sibling:
                line.to_member_id = self.member_sibling
            else:
                line.to_member_id = self.member_group
        self.handover.action_hand_over()

    def test_everything_comes_back(self):
        handover = self.handover
        self.assertTrue(handover.can_undo)
        self.assertFalse(handover.undo_text)
        with self.assertRaises(AccessError), self.env.cr.savepoint():
            self._as(handover, "director").action_undo()
        handover.action_undo()
        self.env.invalidate_all()
        self.assertEqual(handover.state, "undone")
        self.assertEqual(handover.undone_by_id, self.users["hr"])
        self.assertEqual(self._facts(self._of(self.jan) - self.old), self.before)
        self.assertEqual(self._facts(self.there), self.there_before)
        self.assertEqual(self._of(self.employee_group), self.there)
        self.assertFalse(self._of(self.employee_sibling))
        # nobody is asked any more about what is not theirs
        waiting = self.env["ict.agreement.line"].search(
            [("answer", "=", "waiting"), ("allocation_id", "!=", False)]
        )
        self.assertFalse(waiting.agreement_id.employee_id & self.employee_sibling)
        # what happened stays: in the hand-over and on the sheets
        line = handover.line_ids.filtered(lambda one: one.outcome == "joined")
        self.assertEqual(line.effect_text, "Went back to Jan Peeters")
        for sheet in self.sheets.values():
            texts = "".join(sheet.message_ids.mapped("body"))
            self.assertEqual(texts.count("Jan Peeters was undone"), 1)
        self.assertFalse(self._as(self.employee_group, "hr").ict_taken_over_ids)
        for act in (handover.action_undo, handover.action_hand_over, handover.unlink):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                act()
        # and it can be handed over once more, to somebody else
        again = self._start()
        self.assertNotEqual(again, handover)
        again.line_ids.to_member_id = self.member_group
        again.action_hand_over()
        self.assertEqual(self._of(self.jan), self.old)

    def test_what_stands_in_the_way(self):
        own = self.sheets[self.own]
        line = {code: self._line(own, code) for code in CODES}
        changed, removed, moved, taken, answered, twice = (
            line[code].allocation_ids for code in CODES[1:7]
        )
        changed.hours = 9
        removed.unlink()
        moved.member_id = self.member_teacher
        self._allocate(taken.line_id, self.member_own, 1)
        asked = self.env["ict.agreement.line"].search(
            [("allocation_id", "=", answered.id), ("answer", "=", "waiting")]
        )
        asked.answer = "agreed"
        # the mandates of who was on the task already
        self.there.steers = False
        self.sheets[self.sibling].action_archive_overview()
        self.env.invalidate_all()
        self.assertFalse(self.handover.can_undo)
        texts = {
            one.allocation_id or one.task_id: one._undo_block(
                one.sudo().allocation_id,
                terms_of(one.sudo().allocation_id) if one.allocation_id else None,
                answered,
            )
            for one in self.handover.line_ids
            if one.company_id == self.own
        }
        self.assertEqual(texts[changed], "was changed meanwhile")
        self.assertEqual(texts[self.there], "was changed meanwhile")
        self.assertEqual(
            texts[line[CODES[2]].task_id], "is not on the overview any more"
        )
        self.assertEqual(texts[moved], "Tess Leraar has it meanwhile")
        self.assertEqual(texts[taken], "Jan Peeters has it again")
        self.assertEqual(texts[answered], "Bert De Wit answered already")
        self.assertFalse(texts[twice])
        # by name the first ones, the last of all first
        text = self.handover.undo_text
        self.assertEqual(len(text.splitlines()), 6)
        self.assertIn("the overview was archived", text)
        self.assertIn("And 7 more.", text)
        before = self._facts(self._of(self.employee_group))
        with self.assertRaisesRegex(UserError, "any more"), self.env.cr.savepoint():
            self.handover.action_undo()
        self.assertEqual(self._facts(self._of(self.employee_group)), before)

    def test_who_left_is_offered_again(self):
        self.handover.action_undo()
        self._as(self.jan, "hr").with_context(no_wizard=True).action_archive()
        self.assertEqual(self.jan.activity_ids.user_id, self.users["hr"])
        handover = self._start()
        handover.line_ids.write({"selected": True, "to_member_id": False})
        handover.line_ids.to_employee_id = self.employee_teacher
        handover.action_hand_over()
        self.assertFalse(self.jan.activity_ids)
        handover.action_undo()
        self.assertEqual(len(self._of(self.jan) - self.old), 20)
        self.assertEqual(self.jan.activity_ids.user_id, self.users["hr"])
