"""Preparing a hand-over: the proposal, the preview, many at once."""

from odoo.exceptions import UserError, ValidationError
from odoo.tests import Form, tagged

from .handover_case import HandoverCase


@tagged("post_install", "-at_install")
class TestHandoverDraft(HandoverCase):
    def test_preview_says_the_load_before_and_after(self):
        target = self._new_overview(self.own, kind="target")
        self._allocate(self._line(target), self.member_own, 3)
        draft = self._new_overview(self.own, school_year="2027-2028")
        self._allocate(self._line(draft), self.member_own, 2)
        handover = self._start()
        ticked = {line.overview_id: line.selected for line in handover.line_ids}
        self.assertEqual((ticked[target], ticked[draft]), (True, False))
        self.assertNotIn(self.archived, ticked)
        for line in handover.line_ids:
            line.to_member_id = line.company_id == self.own and self.member_group
        (load,) = handover._receiver_loads()
        hours = self.member_group.hours_available
        self.assertEqual((load.name, load.available), ("Bert De Wit", hours))
        self.assertEqual(load.before["current"].format("en"), "1 h")
        self.assertEqual(load.after["current"].format("en"), "25 h + 2 without hours")
        self.assertEqual(load.after["target"].format("en"), "3 h")
        self.assertTrue(load.is_too_much)
        self.assertIn("25 h + 2 without hours", handover.preview)
        with Form(handover) as form, form.line_ids.edit(0) as line:
            line.to_employee_id = self.employee_teacher
            self.assertFalse(line.to_member_id)
        self.assertEqual(handover.line_ids[0].to_employee_id, self.employee_teacher)

    def test_proposal(self):
        """Who does this cluster in that school, as long as there are free hours."""
        sheet = self.sheets[self.own]
        self.member_teacher.hours_available = 7
        policy = self._line(sheet, "policy_01")
        self._allocate(self._line(sheet, "technical_10"), self.member_teacher, 1)
        self._allocate(
            policy,
            self.member_sibling.create(
                {
                    "employee_id": self.employee_sibling.id,
                    "company_id": self.own.id,
                    "hours_available": 30,
                }
            ),
            1,
        )
        own = self._start().line_ids.filtered(lambda line: line.company_id == self.own)
        self.assertEqual(own[0].to_member_id, self.member_group, "is on it already")
        self.assertIn("on this task already", own[0].reason)
        given = own.filtered(lambda line: line.to_member_id == self.member_teacher)
        self.assertTrue(given)
        self.assertLessEqual(sum(given.mapped("hours")), 6)
        self.assertFalse(
            own.to_member_id.filtered(
                lambda one: one.employee_id in (self.employee_sibling | self.jan)
            )
        )
        last = own.filtered(lambda line: line.hours == 7.5)
        self.assertFalse(last.to_member_id & self.member_teacher)

    def test_give_many_at_once(self):
        handover = self._start()
        handover.line_ids.write({"to_member_id": False})
        give = self._as(self.env["ict.handover.give"], "hr")
        with Form(give.with_context(default_handover_id=handover.id)) as form:
            form.member_id = self.member_teacher
            form.cluster_id = self.env.ref("ict_coordination.cluster_technical")
            self.assertEqual(form.line_count, 20)
        form.record.action_give()
        own = handover.line_ids.filtered(lambda line: line.company_id == self.own)
        self.assertEqual(own.to_member_id, self.member_teacher)
        self.assertEqual(
            (handover.line_ids - own).to_employee_id, self.employee_teacher
        )
        self.assertIn("becomes a member of", (handover.line_ids - own)[0].effect_text)
        vacancy = self.env["ict.team.member"].create(
            {"member_type": "vacancy", "name": "V", "company_id": self.own.id}
        )
        form.record.member_id = vacancy
        with self.assertRaises(UserError):
            form.record.action_give()
        form.record.company_id = self.own
        form.record.action_give()
        self.assertEqual(own.to_member_id, vacancy)
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            own[0].to_member_id = self.jan_group
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            own[0].to_member_id = self.member_sibling
