"""An import writes what its user may write, with the checks of a form."""

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from ..workbook.changes import EntryValues, LineValues, Snapshot
from .overview_import_case import OverviewImportCase


@tagged("post_install", "-at_install")
class TestOverviewImportRights(OverviewImportCase):
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
