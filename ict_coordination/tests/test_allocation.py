from psycopg2 import IntegrityError

from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, tagged
from odoo.tools import SQL, mute_logger

from .common import IctCase


@tagged("post_install", "-at_install")
class TestAllocation(IctCase):
    def setUp(self):
        super().setUp()
        self.sheet = self._new_overview(self.own)
        self.line = self._line(self.sheet)

    def _refused_by_database(self, attempt):
        with (
            self.assertRaises(IntegrityError),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            attempt()
            self.env.flush_all()
        self.env.invalidate_all()

    def test_hours_and_certainty(self):
        allocation = self._allocate(self.line, self.member_own)
        self.assertEqual(
            (allocation.certainty, allocation.unknown_hours), ("unknown", 1)
        )
        allocation.hours = 1.255
        self.assertEqual((allocation.certainty, allocation.hours), ("exact", 1.26))
        self.assertEqual(allocation.unknown_hours, 0)
        allocation.certainty = "assumed"
        allocation.hours = 2
        self.assertEqual(allocation.certainty, "assumed")
        self.assertEqual(allocation.display_name, "Jan Peeters ± 2 h")
        allocation.certainty = "unknown"
        self.assertEqual((allocation.hours, allocation.unknown_hours), (0, 1))
        self.assertEqual(allocation.display_name, "Jan Peeters")

    def test_zero_is_known(self):
        """Somebody may have a task without time for it: that is a number."""
        allocation = self._allocate(self.line, self.member_own, 0, certainty="exact")
        self.assertEqual(self.line.hours_text, "0 h")
        self.assertEqual(allocation.unknown_hours, 0)

    def test_wrong_hours(self):
        allocation = self._allocate(self.line, self.member_own, 60)
        for hours in (-1, 60.01, 1000):
            with self.subTest(hours=hours):
                for attempt in (
                    lambda hours=hours: self._allocate(
                        self.line, self.member_group, hours
                    ),
                    lambda hours=hours: allocation.write({"hours": hours}),
                    lambda hours=hours: self.member_own.write(
                        {"hours_available": hours}
                    ),
                ):
                    with self.assertRaisesRegex(ValidationError, "from 0 to 60"):
                        attempt()
        for table, field, record in [
            ("ict_allocation", "hours", allocation),
            ("ict_team_member", "hours_available", self.member_own),
        ]:
            self._refused_by_database(
                lambda table=table, field=field, record=record: self.env.cr.execute(
                    SQL(
                        "UPDATE %s SET %s = 61 WHERE id = %s",
                        SQL.identifier(table),
                        SQL.identifier(field),
                        record.id,
                    )
                )
            )

    def test_unknown_has_no_number(self):
        allocation = self._allocate(self.line, self.member_own, 2)
        self._refused_by_database(
            lambda: self.env.cr.execute(
                "UPDATE ict_allocation SET certainty = 'unknown' WHERE id = %s",
                [allocation.id],
            )
        )

    def test_same_person_twice(self):
        first = self._allocate(self.line, self.member_own, 2)
        with self.assertRaisesRegex(ValidationError, "is on .* already"):
            self._allocate(self.line, self.member_own, 1)
        vals = {"line_id": self.line.id, "member_id": self.member_group.id}
        with self.assertRaisesRegex(ValidationError, "already"):
            first.create([vals, vals])
        second = first.create(vals)
        self._refused_by_database(lambda: second.write({"member_id": first.member_id}))

    def test_member_of_the_group_works_everywhere(self):
        sheet = self._new_overview(self.sibling)
        self._allocate(self.line, self.member_group, 2)
        self._allocate(self._line(sheet), self.member_group, 3)
        name = self._as(self.line, "coordinator").allocation_ids.member_id.name
        self.assertEqual(name, "Bert De Wit")

    def test_member_of_another_school_or_group(self):
        stranger = self._new_member(self._new_employee("Olga", self.other), self.other)
        for member in (self.member_sibling, stranger):
            with (
                self.subTest(member=member.name),
                self.assertRaisesRegex(ValidationError, "cannot take a task"),
            ):
                self._allocate(self.line, member, 1)

    def test_line_totals(self):
        self.assertEqual(self.line.coverage, "open")
        vacancy, partner = self.env["ict.team.member"].create(
            [
                {
                    "name": "Vacancy",
                    "member_type": "vacancy",
                    "company_id": self.own.id,
                },
                {
                    "name": "NetHulp",
                    "member_type": "partner",
                    "company_id": self.own.id,
                },
            ]
        )
        self._allocate(self.line, vacancy, 4)
        self.assertEqual((self.line.coverage, self.line.person_count), ("open", 0))
        self.assertEqual(self.line.hours, 4)
        self._allocate(self.line, partner)
        self.assertEqual((self.line.coverage, self.line.person_count), ("single", 1))
        last = self._allocate(self.line, self.member_own, 1.5, decides=True)
        self.assertEqual((self.line.coverage, self.line.person_count), ("team", 2))
        self.assertEqual(self.line.hours_text, "5.5 h + 1 without hours")
        self.assertTrue(self.line.has_decider)
        self.assertFalse(self.line.has_contact)
        last.unlink()
        self.assertFalse(self.line.has_decider)

    def test_not_applicable(self):
        self._allocate(self.line, self.member_own, 1)
        with self.assertRaisesRegex(ValidationError, "Remove the people first"):
            self.line.applicable = False
        free = self._line(self.sheet, "technical_02")
        free.applicable = False
        self.assertEqual(free.coverage, "not_applicable")
        with self.assertRaisesRegex(ValidationError, "not applicable"):
            self._allocate(free, self.member_own, 1)

    def test_priority_belongs_to_targets(self):
        with self.assertRaisesRegex(ValidationError, "Only a target"):
            self.line.priority = "short"
        target = self._line(self._new_overview(self.own, "target"))
        target.priority = "short"
        allocation = self._allocate(target, self.member_own, 1)
        self.assertEqual(allocation.priority, "short")
        target.level = "group"
        self.assertEqual(allocation.level, "group")

    def test_line_stays_with_its_task(self):
        task = self.env.ref("ict_coordination.task_technical_02")
        with self.assertRaisesRegex(UserError, "stays with its task"):
            self.line.task_id = task
        self._refused_by_database(
            lambda: self.line.create({"overview_id": self.sheet.id, "task_id": task.id})
        )

    def test_hr_adds_from_the_personnel_file(self):
        employee = self._as(self.employee_own, "hr")
        employee.write(
            {"ict_allocation_ids": [Command.create({"line_id": self.line.id})]}
        )
        self.assertEqual(self.line.allocation_ids.member_id, self.member_own)
        # somebody without a place in the team gets one in the school
        employee = self._as(self._new_employee("Nora Nieuw", self.own), "hr")
        employee.write(
            {
                "ict_allocation_ids": [
                    Command.create({"line_id": self.line.id, "hours": 2})
                ]
            }
        )
        self.assertEqual(employee.ict_member_ids.company_id, self.own)
        self.assertEqual(employee.ict_load_text, "2 h")
        self.assertEqual(employee.ict_task_count, 1)

    def test_hr_makes_an_employee(self):
        """The form of an employee who is not saved yet opens."""
        employee = self._as(self.env["hr.employee"], "hr")
        with Form(employee) as form:
            form.name = "Nora Nieuw"
        self.assertEqual(form.record.ict_load_text, "0 h")

    def test_group_stays_a_group(self):
        """HR finds the group's member for a task in one of its schools."""
        employee = self._as(self.employee_group, "hr")
        employee.write(
            {
                "ict_allocation_ids": [
                    Command.create({"line_id": self.line.id, "hours": 2})
                ]
            }
        )
        self.assertEqual(self.line.allocation_ids.member_id, self.member_group)

    def test_bulk_queries(self):
        """Creating allocations costs no query per line."""
        lines = self.sheet.line_ids.filtered("applicable")

        def queries(some):
            values = [
                {"line_id": line.id, "member_id": self.member_own.id, "hours": 1}
                for line in some
            ]
            return self._queries(lambda: self.env["ict.allocation"].create(values))

        self.assertGreaterEqual(queries(lines[:2]) + 2, queries(lines[2:]))


@tagged("post_install", "-at_install")
class TestHistory(IctCase):
    """Nothing that was filled in disappears with a person, a task or a school."""

    def setUp(self):
        super().setUp()
        self.sheet = self._new_overview(self.own)
        self.line = self._line(self.sheet)
        self.allocation = self._allocate(self.line, self.member_own, 2)

    def test_delete_is_refused_in_words(self):
        for record, words in [
            (self.member_own, "Archive the member"),
            (self.employee_own, "Archive the employee"),
            (self.line.task_id, "Archive the task"),
            (self.own, "Archive the company"),
            (self.line, "Remove the people first"),
        ]:
            with (
                self.subTest(model=record._name),
                self.assertRaisesRegex(UserError, words),
            ):
                record.unlink()
        self.assertTrue(self.allocation.exists())

    def test_delete_of_approved_sheet_and_approver(self):
        self._as(self.sheet, "director").action_activate()
        with self.assertRaisesRegex(UserError, "kept as history"):
            self.sheet.unlink()
        with self.assertRaisesRegex(UserError, "Archive the user"):
            self.users["director"].unlink()

    def test_draft_can_be_deleted(self):
        self._as(self.sheet, "coordinator").unlink()
        self.assertFalse(self.allocation.exists())

    def test_archived_employee(self):
        self.employee_own.with_context(no_wizard=True).action_archive()
        self.assertFalse(self.member_own.active)
        self.assertEqual(self.line.allocation_ids, self.allocation)
        self.assertEqual(self.allocation.display_name, "Jan Peeters 2 h")
        self.employee_own.action_unarchive()
        self.assertTrue(self.member_own.active)

    def test_archived_task(self):
        task = self.line.task_id
        task.action_archive()
        self.assertEqual(self.line.task_id, task)
        self.assertNotIn(task, self._new_overview(self.own).line_ids.task_id)

    def test_renamed_employee(self):
        self.employee_own.name = "Jan Peeters-Maes"
        self.assertEqual(self.member_own.name, "Jan Peeters-Maes")

    def test_task_in_use_stays_shared(self):
        self._new_overview(self.sibling)
        with self.assertRaisesRegex(ValidationError, "used by other schools"):
            self.line.task_id.company_id = self.own


@tagged("post_install", "-at_install")
class TestMember(IctCase):
    def test_employee_of_another_group(self):
        stranger = self._new_employee("Olga", self.other)
        with self.assertRaisesRegex(ValidationError, "not in the group"):
            self._new_member(stranger, self.own)

    def test_kind_and_employee_go_together(self):
        with self.assertRaisesRegex(ValidationError, "choose the employee"):
            self.env["ict.team.member"].create(
                {"name": "Nobody", "company_id": self.own.id}
            )

    def test_once_per_team(self):
        with (
            self.assertRaises(IntegrityError),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self._new_member(self.employee_own, self.own)

    def test_moving_a_member_with_tasks(self):
        self._allocate(self._line(self._new_overview(self.own)), self.member_own, 2)
        self.member_own.company_id = self.group
        with self.assertRaisesRegex(ValidationError, "cannot take a task"):
            self.member_own.company_id = self.sibling

    def test_load(self):
        sheet = self._new_overview(self.own)
        member = self.member_own
        self._allocate(self._line(sheet), member, 6)
        self._allocate(self._line(sheet, "technical_02"), member)
        self.assertEqual(member.hours_text, "6 h + 1 without hours")
        self.assertFalse(member.is_overloaded)
        self._allocate(self._line(sheet, "technical_03"), member, 4.5)
        self.assertTrue(member.is_overloaded)
        # a target is a plan, not a load
        target = self._new_overview(self.own, "target")
        self._allocate(self._line(target), member, 20)
        self.assertEqual(member.hours_allocated, 10.5)
