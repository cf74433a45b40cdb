"""Somebody leaves with 20 tasks in three schools: who takes over, and nothing lost."""

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged

from ..models.ict_allocation import MANDATES
from .common import IctCase

CODES = [f"technical_{number:02}" for number in range(1, 9)]


@tagged("post_install", "-at_install")
class TestHandover(IctCase):
    """Jan: 8 tasks in school A, 6 in B, 6 of the group's own; all sheets active."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.jan = cls.employee_own
        cls.jan_sibling = cls._new_member(cls.jan, cls.sibling, 5)
        cls.jan_group = cls._new_member(cls.jan, cls.group, 6)
        cls.bpt, cls.points = cls.env["ict.funding"].create(
            [{"name": "BPT x"}, {"name": "Points x"}]
        )
        cls.sheets = {}
        for school, member, number in (
            (cls.own, cls.member_own, 8),
            (cls.sibling, cls.jan_sibling, 6),
            (cls.group, cls.jan_group, 6),
        ):
            sheet = cls._new_overview(school)
            cls.sheets[school] = sheet
            for place, code in enumerate(CODES[:number]):
                unknown = place % 3 == 2
                cls._allocate(
                    cls._line(sheet, code),
                    member,
                    None if unknown else place + 0.5,
                    certainty="unknown" if unknown else ("exact", "assumed")[place % 2],
                    decides=place % 2 == 0,
                    contact=place % 3 == 0,
                    steers=place == 4,
                    funding_id=cls.bpt.id,
                    note=f"remark {place}",
                )
        # who is on a task in the same school already
        cls.there = cls._allocate(
            cls._line(cls.sheets[cls.own], CODES[0]),
            cls.member_group,
            1,
            steers=True,
            funding_id=cls.points.id,
            note="own remark",
        )
        cls.archived = cls._new_overview(cls.own, school_year="2025-2026")
        cls.old = cls._allocate(cls._line(cls.archived), cls.member_own, 4)
        cls.archived.state = "archived"
        for sheet in cls.sheets.values():
            sheet.state = "active"
        cls.env.flush_all()

    def _start(self, role="hr"):
        action = self._as(self.member_own, role).action_hand_over()
        return self._as(self.env["ict.handover"], role).browse(action["res_id"])

    def _facts(self, allocations):
        """Return what must not be lost, by line."""
        return {
            one.line_id: (
                one.hours,
                one.certainty,
                one.funding_id,
                one.note,
                *(one[mandate] for mandate in MANDATES),
            )
            for one in allocations
        }

    def _of(self, employee):
        return self.env["ict.allocation"].search([("employee_id", "=", employee.id)])

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

    def test_leaving_is_offered(self):
        director = self.users["director"]
        jan = self._as(self.jan, "hr")
        self.assertEqual(jan.ict_open_count, 20)
        # registering a departure reads the contract: the administrator of HR
        self.users["hr"].group_ids += self.env.ref("hr.group_hr_manager")
        wizard = jan.env["hr.departure.wizard"].with_context(
            active_ids=jan.ids, employee_termination=True
        )
        leaving = wizard.create({})
        self.assertIn("School B (6)", leaving.ict_open_text)
        action = leaving.action_register_and_hand_over()
        self.assertFalse(jan.active)
        asked = jan.activity_ids
        self.assertEqual(asked.user_id, self.users["hr"])
        self.assertIn("School A: 8 tasks", asked.note)
        at_school = self.env["mail.activity"].search([("user_id", "=", director.id)])
        self.assertEqual(at_school.res_model, "ict.overview")
        self.assertEqual(at_school.res_id, self.sheets[self.own].id)
        self.assertNotIn("School B", at_school.note)
        handover = jan.env["ict.handover"].browse(action["res_id"])
        handover.line_ids.write({"selected": True, "to_member_id": False})
        for line in handover.line_ids:
            line.to_employee_id = self.employee_teacher
        handover.action_hand_over()
        self.assertFalse(jan.ict_open_count)
        self.assertFalse(jan.activity_ids)
        self.assertFalse(at_school.exists().filtered("active"))
        with self.assertRaises(UserError):
            jan.action_ict_hand_over()

    def test_who_comes_back_leaves_nothing(self):
        self._as(self.jan, "hr").with_context(no_wizard=True).action_archive()
        self.assertTrue(self.jan.activity_ids)
        self.jan.action_unarchive()
        self.assertFalse(self.jan.activity_ids)
        self.assertFalse(
            self.env["mail.activity"].search(
                [("user_id", "=", self.users["director"].id)]
            )
        )

    def test_hours_follow_from_the_working_time(self):
        half = self.env["resource.calendar"].create(
            {"name": "Half", "hours_per_week": 19, "full_time_required_hours": 38}
        )
        employee = self._new_employee("Half Time", self.own)
        employee.resource_calendar_id = half
        rate = half.work_time_rate
        member = self._as(self.env["ict.team.member"], "coordinator")
        coordinator, anchor = member.create(
            [
                {
                    "employee_id": employee.id,
                    "company_id": self.own.id,
                    "role": "coordinator",
                },
                {
                    "employee_id": self._new_employee("Other", self.own).id,
                    "company_id": self.own.id,
                    "role": "anchor",
                },
            ]
        )
        self.assertAlmostEqual(coordinator.hours_available, 36 * rate / 100, 2)
        self.assertEqual(anchor.hours_available, 0)
        self.assertTrue(anchor.is_hours_proposed)
        anchor.action_use_working_time()
        self.assertEqual(anchor.hours_available, anchor.hours_proposed)
        self.env["ict.settings"].create(
            {"company_id": self.group.id, "full_time_hours": 30}
        )
        coordinator.invalidate_recordset()
        self.assertAlmostEqual(coordinator.hours_proposed, 30 * rate / 100, 2)
        with Form(member) as form:
            form.employee_id = self._new_employee("Form", self.own)
            form.role = "coordinator"
            self.assertEqual(form.hours_available, 30)
