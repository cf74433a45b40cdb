"""A workbook's sheet goes into an overview: the same rows, the same rights."""

from unittest.mock import patch

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import SQL

from ..models.ict_overview_bulk import COLUMNS
from ..workbook.changes import PERSON, EntryValues, LineValues, Snapshot
from .common import IctCase

TABLES = {"ict.overview.line": "task_id", "ict.allocation": "task_id, member_id"}
OF_THE_ROW = frozenset({"id", "overview_id", "line_id"})
STAMPS = {"create_uid", "create_date", "write_uid", "write_date"}


class ImportCase(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.funding = cls.env.ref("ict_coordination.funding_bpt")
        cls.tasks = cls.env["ict.task"].search([("company_id", "=", False)])
        cls.vacancy = cls.env["ict.team.member"].create(
            {"name": "Vacature", "member_type": "vacancy", "company_id": cls.own.id}
        )

    def _rows(self, overview, without=OF_THE_ROW):
        """Return every column of the lines and allocations, as the database has it."""
        self.env.flush_all()
        result = []
        for model, order in TABLES.items():
            table = SQL.identifier(self.env[model]._table)
            rows = self.env.execute_query(
                SQL(
                    "SELECT to_jsonb(t) FROM %s t WHERE overview_id = %s ORDER BY %s",
                    table,
                    overview.id,
                    SQL(order),
                )
            )
            result += [
                {name: value for name, value in row.items() if name not in without}
                for (row,) in rows
            ]
        return result

    def _sheet(self, kind="target"):
        """Return a sheet with something of everything."""
        priority = "short" if kind == "target" else None
        first, second, third, fourth, fifth = self.tasks[:5].ids
        return Snapshot(
            {
                first: LineValues(True, "school", priority, "Elke maandag"),
                second: LineValues(True, "shared", None, ""),
                third: LineValues(applicable=False),
                fourth: LineValues(True, None, None, "Wie?"),
                fifth: LineValues(),
            },
            {
                (first, self.member_own.id): EntryValues(2.125, "exact", None, None),
                (first, self.member_group.id): EntryValues(
                    1, "assumed", self.funding.id, ("decides", "steers")
                ),
                (second, self.member_own.id): EntryValues(None, "unknown"),
                (second, self.vacancy.id): EntryValues(
                    0.1, "exact", None, ("contact",)
                ),
                (fourth, self.vacancy.id): EntryValues(0, "exact"),
                (fifth, self.member_teacher.id): EntryValues(3, "exact", None, ()),
            },
        )

    def _next_sheet(self):
        """Return the same sheet with everything that can change changed."""
        before = self._sheet()
        first, second, third, fourth, fifth = self.tasks[:5].ids
        entries = dict(before.entries)
        entries[first, self.member_own.id] = EntryValues(None, "unknown")
        entries[first, self.member_group.id] = EntryValues(
            2, "exact", None, ("contact",)
        )
        del entries[second, self.member_own.id]
        del entries[fifth, self.member_teacher.id]
        entries[third, self.member_own.id] = EntryValues(1.5, "exact")
        return Snapshot(
            {
                first: LineValues(True, "group", "long", "Elke dinsdag"),
                second: LineValues(True, "shared", "none", ""),
                third: LineValues(True, "school", None, ""),
                fourth: LineValues(True, None, None, ""),
                fifth: LineValues(applicable=False),
            },
            entries,
        )

    def _one_by_one(self):
        """Let imports go through ``create`` and ``write``."""
        return patch.object(
            self.env.registry["ict.overview"], "_bulk_begin", lambda overview: False
        )


@tagged("post_install", "-at_install")
class TestBulkRows(ImportCase):
    def test_nothing_was_added_that_the_statements_do_not_know(self):
        complete, _stale = self.env["ict.overview"]._bulk_scope()
        self.assertTrue(complete)
        for model, columns in COLUMNS.items():
            stored = {
                name
                for name, field in self.env[model]._fields.items()
                if field.store and field.column_type
            }
            self.assertEqual(stored - {"id"}, columns)

    def test_the_same_rows_as_create_and_write(self):
        fast = self._new_overview(self.own, "target")
        with self._one_by_one():
            slow = self._new_overview(self.own, "target")
        self.assertEqual(self._rows(fast), self._rows(slow))
        self.assertEqual(len(fast.line_ids), len(self.tasks))

        fast._import_snapshot(self._sheet())
        with self._one_by_one():
            slow._import_snapshot(self._sheet())
        self.assertEqual(len(self._rows(fast)), len(self.tasks) + 6)
        self.assertEqual(self._rows(fast), self._rows(slow))

        fast._import_snapshot(self._next_sheet(), self._sheet())
        with self._one_by_one():
            slow._import_snapshot(self._next_sheet(), self._sheet())
        self.assertEqual(self._rows(fast), self._rows(slow))

    def test_the_same_rows_as_plain_records(self):
        overview = self._new_overview(self.own, "target")
        overview._import_snapshot(self._sheet())
        plain = self._new_overview(self.own, "target")
        by_task = {line.task_id.id: line for line in plain.line_ids}
        for task, line in self._sheet().lines.items():
            by_task[task].write(
                {
                    "applicable": line.applicable,
                    "level": line.level,
                    "priority": line.priority,
                    "note": line.note or False,
                }
            )
        for (task, member), entry in self._sheet().entries.items():
            values = {
                "line_id": by_task[task].id,
                "member_id": member,
                "hours": entry.hours,
                "certainty": entry.certainty,
                "funding_id": entry.funding,
            }
            # as a form sends them
            mandates = ("executes",) if entry.mandates is None else entry.mandates
            for name in ("decides", "executes", "steers", "contact"):
                values[name] = name in mandates
            self.env["ict.allocation"].create(values)
        self.assertEqual(self._rows(overview), self._rows(plain))

    def test_computing_everything_again_changes_nothing(self):
        overview = self._new_overview(self.own, "target")
        overview._import_snapshot(self._sheet())
        overview._import_snapshot(self._next_sheet(), self._sheet())
        before = self._rows(overview, STAMPS)
        for model in TABLES:
            records = self.env[model].search([("overview_id", "=", overview.id)])
            for field in records._fields.values():
                # Certainty can be typed in: it is not computed from the rest.
                if field.compute and field.store and field.readonly:
                    self.env.add_to_compute(field, records)
        self.assertEqual(self._rows(overview, STAMPS), before)

    def test_what_was_read_before_is_read_again(self):
        overview = self._new_overview(self.own, "target")
        line = self._line(overview, self.tasks[0].code)
        member = self.member_own
        self.assertEqual((line.hours, line.coverage), (0, "open"))
        self.assertFalse(line.allocation_ids or member.allocation_ids)
        self.assertFalse(overview.hours_text.startswith("6"))
        overview._import_snapshot(self._sheet())
        self.assertEqual((line.hours, line.coverage), (3.13, "team"))
        self.assertEqual(len(line.allocation_ids), 2)
        self.assertEqual(len(member.allocation_ids), 2)
        self.assertEqual(
            overview._current_snapshot().lines[line.task_id.id].level, "school"
        )
        self.assertAlmostEqual(overview.hours, 6.23)

    def test_the_number_of_queries_does_not_grow(self):
        def queries(tasks):
            overview = self._new_overview(self.own, "target")
            self.env.flush_all()
            self.env.invalidate_all()
            lines = {task.id: LineValues(level="school") for task in tasks}
            entries = {
                (task.id, member.id): EntryValues(1, "exact")
                for task in tasks
                for member in (self.member_own, self.member_group, self.vacancy)
            }
            before = self.env.cr.sql_log_count
            overview._import_snapshot(Snapshot(lines, entries))
            self.env.flush_all()
            return self.env.cr.sql_log_count - before

        queries(self.tasks[:1])  # warms up
        self.assertEqual(queries(self.tasks), queries(self.tasks[:2]))


@tagged("post_install", "-at_install")
class TestImportSnapshot(ImportCase):
    def test_twice_and_changed(self):
        overview = self._new_overview(self.own, "target")
        sheet = self._sheet()
        self.assertTrue(overview._import_snapshot(sheet))
        before = self._rows(overview)
        changes = overview._import_snapshot(sheet, sheet)
        self.assertFalse(changes or changes.conflicts)
        # without a base too: nothing that Odoo lacks, nothing that differs
        changes = overview._import_snapshot(sheet)
        self.assertFalse(changes or changes.conflicts)
        self.assertEqual(self._rows(overview), before)

        changes = overview._import_snapshot(self._next_sheet(), sheet)
        self.assertFalse(changes.conflicts)
        self.assertEqual((len(changes.added), len(changes.removed)), (1, 2))
        now = overview._current_snapshot()
        for key, entry in self._next_sheet().entries.items():
            self.assertEqual(now.entries[key].part("hours"), entry.part("hours"))
        for task, line in self._next_sheet().lines.items():
            self.assertEqual(now.lines[task], line)

    def test_what_was_changed_in_odoo_waits_until_somebody_decides(self):
        overview = self._new_overview(self.own, "target")
        sheet = self._sheet()
        overview._import_snapshot(sheet)
        allocation = overview.line_ids.allocation_ids.filtered(
            lambda a: a.member_id == self.member_group
        )
        allocation.hours = 4
        teacher = overview.line_ids.allocation_ids.filtered(
            lambda a: a.member_id == self.member_teacher
        )
        teacher.contact = True
        changes = overview._import_snapshot(self._next_sheet(), sheet)
        self.assertEqual(
            {(one.member, one.part) for one in changes.conflicts},
            {
                (self.member_group.id, "hours"),
                (self.member_teacher.id, PERSON),
                (None, "applicable"),
            },
        )
        self.assertEqual(allocation.hours, 4)
        self.assertTrue(teacher.exists())
        for one in changes.conflicts:
            if one.part != "applicable":
                overview._take_from_workbook(one)
        self.assertEqual(allocation.hours, 2)
        self.assertFalse(teacher.exists())
        (one,) = (one for one in changes.conflicts if one.part == "applicable")
        overview._take_from_workbook(one)
        self.assertEqual(overview._current_snapshot().lines[one.task].applicable, False)

    def test_somebody_waits_on_a_task_that_does_not_apply(self):
        overview = self._new_overview(self.own)
        task, member = self.tasks[0].id, self.member_own.id
        empty = Snapshot({task: LineValues()})
        self._line(overview, self.tasks[0].code).applicable = False
        file = Snapshot(empty.lines, {(task, member): EntryValues(1, "exact")})
        changes = overview._import_snapshot(file, empty)
        self.assertEqual([one.part for one in changes.conflicts], [PERSON])
        self.assertFalse(overview.line_ids.allocation_ids)
        overview._take_from_workbook(changes.conflicts[0])
        line = self._line(overview, self.tasks[0].code)
        self.assertTrue(line.applicable)
        self.assertEqual((line.hours, line.coverage), (1, "single"))
        # and with somebody on it the task cannot be ruled out
        one = next(
            one
            for one in overview._import_snapshot(
                Snapshot({task: LineValues(applicable=False)})
            ).conflicts
        )
        with self.assertRaises(ValidationError):
            overview._take_from_workbook(one)

    def test_one_message_on_an_active_sheet(self):
        overview = self._new_overview(self.own, "target", "active")
        sheet = self._sheet()
        self._as(overview, "director")._import_snapshot(sheet)
        messages = overview.message_ids
        self._as(overview, "director")._import_snapshot(self._next_sheet(), sheet)
        message = overview.message_ids - messages
        self.assertEqual(len(message), 1)
        for words in (
            "New: Jan Peeters 1.5 h",
            "Removed: Tess Leraar 3 h",
            "Bert De Wit ± 1 h → Bert De Wit 2 h",
        ):
            self.assertIn(words, message.body)
        # nothing changes: no message
        self._as(overview, "director")._import_snapshot(sheet, sheet)
        self.assertEqual(overview.message_ids - messages, message)

    def test_a_draft_is_not_commented(self):
        overview = self._new_overview(self.own, "target")
        messages = overview.message_ids
        overview._import_snapshot(self._sheet())
        self.assertEqual(overview.message_ids, messages)


@tagged("post_install", "-at_install")
class TestImportRights(ImportCase):
    def _refused(self, error, overview, role, sheet):
        before = self._rows(overview)
        with self.assertRaises(error), self.env.cr.savepoint():
            self._as(overview, role)._import_snapshot(sheet)
        self.assertEqual(self._rows(overview), before)

    def _somebody(self, member, **values):
        task = self.tasks[0].id
        values = {"hours": 1, "certainty": "exact", **values}
        return Snapshot({}, {(task, member.id): EntryValues(**values)})

    def test_the_own_school(self):
        overview = self._new_overview(self.own, "target")
        self._as(overview, "coordinator")._import_snapshot(self._sheet())
        created = overview.line_ids.allocation_ids
        self.assertEqual(len(created), 6)
        self.assertEqual(created.create_uid, self.users["coordinator"])

    def test_not_the_school_of_somebody_else(self):
        overview = self._new_overview(self.sibling)
        sheet = self._somebody(self.member_sibling)
        for role in ("coordinator", "director", "teacher"):
            self._refused(AccessError, overview, role, sheet)
        other = self._new_overview(self.other)
        self._refused(AccessError, other, "manager", Snapshot())

    def test_hr_edits_people_but_no_lines(self):
        overview = self._new_overview(self.own)
        self._as(overview, "hr")._import_snapshot(self._somebody(self.member_own))
        self.assertEqual(overview.line_ids.allocation_ids.member_id, self.member_own)
        sheet = Snapshot({self.tasks[0].id: LineValues(level="school")})
        self._refused(AccessError, overview, "hr", sheet)

    def test_nobody_of_another_school(self):
        overview = self._new_overview(self.own)
        sheet = self._somebody(self.member_sibling)
        for role in ("coordinator", "manager"):
            self._refused(ValidationError, overview, role, sheet)
        sheet = self._somebody(self.env["ict.team.member"].browse(10**8))
        self._refused(UserError, overview, "coordinator", sheet)

    def test_a_sheet_that_is_closed(self):
        active = self._new_overview(self.own, "current", "active")
        archived = self._new_overview(self.own, "target", "archived")
        sheet = self._somebody(self.member_own)
        self._refused(UserError, active, "coordinator", sheet)
        for role in ("coordinator", "director", "manager"):
            self._refused(UserError, archived, role, sheet)
            # Nothing to change is nothing to refuse.
            changes = self._as(archived, role)._import_snapshot(Snapshot())
            self.assertFalse(changes)
        self._as(active, "director")._import_snapshot(sheet)
        self.assertEqual(active.line_ids.allocation_ids.member_id, self.member_own)

    def test_values_that_a_form_refuses(self):
        overview = self._new_overview(self.own)
        task = self.tasks[0].id
        for sheet in (
            self._somebody(self.member_own, hours=61),
            self._somebody(self.member_own, hours=-1),
            Snapshot({task: LineValues(priority="short")}),
        ):
            self._refused(ValidationError, overview, "coordinator", sheet)
        for sheet in (
            Snapshot({task: LineValues(level="district")}),
            self._somebody(self.member_own, certainty="sure"),
        ):
            self._refused(ValueError, overview, "coordinator", sheet)

    def test_no_task_of_another_school(self):
        overview = self._new_overview(self.own)
        task = self.env["ict.task"].create(
            {
                "name": "Hun taak",
                "company_id": self.sibling.id,
                "cluster_id": self.tasks[0].cluster_id.id,
            }
        )
        sheet = Snapshot({task.id: LineValues()})
        for role in ("coordinator", "manager"):
            self._refused(UserError, overview, role, sheet)
        own = task.copy({"company_id": self.own.id})
        self._as(overview, "coordinator")._import_snapshot(
            Snapshot({own.id: LineValues(note="Nieuw")})
        )
        self.assertIn(own, overview.line_ids.task_id)
