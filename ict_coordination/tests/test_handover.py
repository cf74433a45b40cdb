"""Carrying out a hand-over: nothing lost, history kept."""

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .handover_case import CODES, HandoverCase


@tagged("post_install", "-at_install")
class TestHandover(HandoverCase):
    def test_a_leaver_with_twenty_tasks_in_three_schools(self):
        before = self._facts(self._of(self.jan) - self.old)
        self.assertEqual(len(before), 20)
        # after the leaving: the memberships are archived with the employee
        self.jan.with_context(no_wizard=True).action_archive()
        self.assertFalse(self.member_own.active)
        handover = self._start()
        self.assertEqual(len(handover.line_ids), 20)
        self.assertTrue(all(handover.line_ids.mapped("selected")))
        # to several people; An is in school B only, Tess comes to the group's sheet
        for line in handover.line_ids:
            if line.company_id == self.own:
                line.to_member_id = self.member_group
            elif line.company_id == self.sibling:
                line.to_member_id = self.member_sibling
            else:
                line.write(
                    {"to_member_id": False, "to_employee_id": self.employee_teacher.id}
                )
        handover.action_hand_over()
        self.assertEqual(
            (handover.state, handover.done_by_id), ("done", self.users["hr"])
        )
        self.assertEqual(self._of(self.jan), self.old, "what is archived stays")
        self.assertEqual(self.old.hours, 4)
        now = self.env["ict.allocation"]
        for employee in (
            self.employee_group,
            self.employee_sibling,
            self.employee_teacher,
        ):
            now |= self._of(employee)
        after = self._facts(now)
        joined = self.there.line_id
        self.assertEqual(
            {line: facts for line, facts in after.items() if line != joined},
            {line: facts for line, facts in before.items() if line != joined},
        )
        self.assertEqual(
            after[joined],
            (
                1.5,
                "exact",
                self.points,
                "own remark; 0.5 h of Jan Peeters, funding: BPT x; remark 0",
                True,
                True,
                True,
                True,
            ),
        )
        # who was no member of the group is one now
        tess = now.member_id.filtered(
            lambda one: one.employee_id == self.employee_teacher
        )
        self.assertEqual(tess.company_id, self.group)
        # history: who had what, as it was
        lines = handover.line_ids
        self.assertEqual(lines.from_member_id.employee_id, self.jan)
        self.assertEqual(
            {(one.overview_id, one.task_id, one.hours, one.note) for one in lines},
            {
                (line.overview_id, line.task_id, facts[0], facts[3])
                for line, facts in before.items()
            },
        )
        self.assertEqual(lines.filtered(lambda one: one.outcome == "joined").hours, 0.5)
        jan = self._as(self.jan, "hr")
        self.assertEqual(jan.ict_history_ids, self.old)
        self.assertEqual(jan.ict_handover_ids, handover)
        taken = self._as(self.employee_teacher, "hr").ict_taken_over_ids
        self.assertEqual(
            taken, lines.filtered(lambda one: one.company_id == self.group)
        )
        with self.assertRaises(UserError), self.env.cr.savepoint():
            lines[0].to_member_id = self.member_sibling
        with self.assertRaises(UserError), self.env.cr.savepoint():
            handover.unlink()
        with self.assertRaises(UserError), self.env.cr.savepoint():
            tess.unlink()
        # the new people are asked to agree
        asked = self.env["ict.agreement.line"].search(
            [("allocation_id", "in", now.ids), ("answer", "=", "waiting")]
        )
        self.assertEqual(asked.allocation_id, now)
        self.assertEqual(set(now.mapped("agreement_state")), {"waiting"})

    def test_hours_that_are_unknown_join_as_an_estimate(self):
        sheet = self.sheets[self.own]
        taker = self._allocate(self._line(sheet, CODES[2]), self.member_group, 2)
        nobody = self._allocate(
            self._line(sheet, CODES[3]), self.member_group, certainty="unknown"
        )
        handover = self._start()
        for line in handover.line_ids:
            line.selected = line.task_id in (taker.task_id, nobody.task_id)
            if line.company_id == self.own:
                line.to_member_id = self.member_group
            else:
                line.selected = False
        chosen = handover.line_ids.filtered("is_given")
        self.assertEqual(
            chosen.mapped("effect_text"),
            [
                "Added to what Bert De Wit has: 2 h together",
                "Added to what Bert De Wit has: 3.5 h together",
            ],
        )
        handover.action_hand_over()
        self.assertEqual((taker.hours, taker.certainty), (2, "assumed"))
        self.assertIn("without hours", taker.note)
        self.assertEqual((nobody.hours, nobody.certainty), (3.5, "assumed"))
        self.assertIn("own part without hours", nobody.note)
        self.assertEqual(len(self._of(self.jan) - self.old), 18)
        left = handover.line_ids.filtered(lambda line: line.outcome == "left")
        self.assertEqual(len(left), 18)

    def test_too_many_hours_change_nothing(self):
        self.there.hours = 60
        handover = self._start()
        handover.line_ids.selected = True
        own = handover.line_ids.filtered(lambda line: line.company_id == self.own)
        own.to_member_id = self.member_group
        before = self._facts(self._of(self.jan))
        with self.assertRaisesRegex(ValidationError, "60.5 h"), self.env.cr.savepoint():
            handover.action_hand_over()
        self.env.invalidate_all()
        self.assertEqual(self._facts(self._of(self.jan)), before)
        self.assertEqual(handover.state, "draft")

    def test_somebody_changed_the_sheets_meanwhile(self):
        handover = self._start()
        handover.line_ids.write({"selected": True, "to_member_id": False})
        own = handover.line_ids.filtered(lambda line: line.company_id == self.own)
        own.to_member_id = self.member_group
        changed, moved, removed, kept = own[1:5].allocation_id
        changed.hours = 9
        moved.member_id = self.member_teacher
        removed.unlink()
        self._allocate(
            self._line(self.sheets[self.own], "policy_01"), self.member_own, 2
        )
        self.sheets[self.sibling].action_archive_overview()
        handover.action_hand_over()
        self.assertEqual(handover.state, "draft", "look at it first")
        self.assertEqual(kept.employee_id, self.jan)
        text = handover.changed_text
        self.assertIn("→ 9 h", text)
        self.assertIn("Tess Leraar has it meanwhile", text)
        self.assertIn("is not on the overview any more", text)
        self.assertIn("is new", text)
        self.assertEqual(text.count("was archived"), 6)
        self.assertEqual(own[0].to_member_id, self.member_group, "choices stay")
        self.assertEqual(own[1].hours, 9)
        handover.action_hand_over()
        self.assertEqual(handover.state, "done")
        self.assertEqual(changed.member_id, self.member_group)
        self.assertEqual(moved.member_id, self.member_teacher)
