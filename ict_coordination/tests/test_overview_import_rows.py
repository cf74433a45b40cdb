"""The statements of an import write the rows that ``create`` and ``write`` would."""

from odoo.tests import tagged

from ..models.ict_overview_bulk import COLUMNS
from ..workbook.changes import EntryValues, LineValues, Snapshot
from .overview_import_case import STAMPS, TABLES, OverviewImportCase


@tagged("post_install", "-at_install")
class TestBulkRows(OverviewImportCase):
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
            lines = {task.id: LineValues(level="school") for task in tasks}
            entries = {
                (task.id, member.id): EntryValues(1, "exact")
                for task in tasks
                for member in (self.member_own, self.member_group, self.vacancy)
            }
            sheet = Snapshot(lines, entries)
            return self._queries(lambda: overview._import_snapshot(sheet))

        queries(self.tasks[:1])  # warms up
        self.assertEqual(queries(self.tasks), queries(self.tasks[:2]))
