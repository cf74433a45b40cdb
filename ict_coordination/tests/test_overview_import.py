"""A workbook's sheet goes into an overview: once, again, and after changes in Odoo."""

from odoo.exceptions import ValidationError
from odoo.tests import tagged

from ..workbook.changes import PERSON, EntryValues, LineValues, Snapshot
from .overview_import_case import OverviewImportCase


@tagged("post_install", "-at_install")
class TestImportSnapshot(OverviewImportCase):
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
