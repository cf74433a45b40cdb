"""Who may hand over what."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .handover_case import HandoverCase


@tagged("post_install", "-at_install")
class TestHandoverRights(HandoverCase):
    def test_director(self):
        handover = self._start("director")
        self.assertEqual(handover.line_ids.company_id, self.own)
        self.assertEqual(len(handover.line_ids), 8)
        text = handover.others_text
        # named: what everybody of that school reads; the group's is a number
        self.assertIn("School B: ", text)
        self.assertIn("6 in overviews", text)
        self.assertNotRegex(text, r"\d h\b|without hours")
        handover.line_ids.to_member_id = self.member_group
        handover.action_hand_over()
        self.assertEqual(len(self._of(self.jan) - self.old), 12)
        # of HR's own the director sees the lines of the own school only
        everything = self._start("hr")
        seen = self._as(everything, "director")
        self.assertFalse(seen.search([("id", "=", everything.id)]))
        self.assertFalse(seen.line_ids.search([("handover_id", "=", everything.id)]))
        for role in ("coordinator", "teacher"):
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                self._start(role)
        sheet = self.sheets[self.sibling]
        for values in (
            {"company_id": self.sibling.id},
            {"allocation_id": sheet.line_ids.allocation_ids[0].id},
            {"hours": 3},
        ):
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                self._as(everything.line_ids[:1], "director").write(values)

    def test_director_cannot_carry_out_what_holds_other_schools(self):
        everything = self._start("hr")
        seen = self._as(everything, "director")
        seen.invalidate_recordset()
        self.assertEqual(seen.line_ids.company_id, self.own)
        self.assertFalse(seen.is_editable)
        self.assertNotIn("School B", seen.summary)
        for act in (
            seen.action_hand_over,
            seen.action_look_again,
            seen.unlink,
            lambda: seen.line_ids[0].write({"selected": False}),
        ):
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                act()
