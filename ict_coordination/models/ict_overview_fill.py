from dataclasses import replace

from odoo import models

from ..workbook.changes import compare
from ..workbook.snapshot import LineValues, Snapshot


class IctOverview(models.Model):
    """How a sheet gets its lines: from the catalogue, or from another sheet."""

    _inherit = "ict.overview"

    # --- lines ---

    def action_add_missing_tasks(self):
        """Add the tasks of the catalogue that came after this sheet was made."""
        self._check_editable()
        count = self._add_missing_tasks()
        message = (
            self.env._("%s tasks added.", count)
            if count
            else self.env._("Nothing to add: every task of the catalogue is here.")
        )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success" if count else "info",
                "message": message,
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def _add_missing_tasks(self):
        """Create a line for every task of the school that has none; return how many."""
        count = 0
        for company, overviews in self.grouped("company_id").items():
            tasks = self.env["ict.task"].search(
                self.env["ict.task"]._domain_for_school(company)
            )
            for overview in overviews:
                missing = tasks - overview.line_ids.task_id
                overview._add_lines(
                    {
                        task.id: LineValues(applicable=task._applies_to(company))
                        for task in missing
                    }
                )
                count += len(missing)
        return count

    # --- copy ---

    def _copy_to(self, company, kind, school_year, with_people=True, with_hours=True):
        """Return a new draft with the content of this sheet.

        Tasks that the other school does not have are left out, its own tasks are
        added. Priorities are kept in targets only. People go along as far as they
        may work in the other school. Runs with the rights of the caller.
        """
        self.ensure_one()
        copy = self.create(
            {"company_id": company.id, "kind": kind, "school_year": school_year}
        )
        copy.note = self.note
        sheet = copy._read_sheet()
        empty = sheet[0]
        wanted = self._snapshot_for(copy, empty, with_people, with_hours)
        changes = compare(empty, wanted, empty)
        if changes:
            copy._apply_changes(changes, *sheet)
        if with_people:
            self._copy_notes_to(copy)
        copy.message_post(
            body=self.env._("Copied from “%s”.", self.display_name),
            subtype_xmlid="mail.mt_note",
        )
        return copy

    def _snapshot_for(self, copy, empty, with_people, with_hours):
        """Return what of this sheet a copy gets, as a :class:`Snapshot`.

        :param empty: :class:`Snapshot` of the copy before anything is copied
        """
        source = self._current_snapshot()
        school, members = copy.company_id, self.line_ids.allocation_ids.member_id
        comes = {
            member.id
            for member in members
            if member.active and member.company_id in school | school.school_group_id
        }
        tasks = self.env["ict.task"].sudo().browse(source.lines)
        # What the type of the first school ruled out may apply in the other one.
        ruled_out = {
            task.id
            for task in tasks
            if school != self.company_id and not task._applies_to(self.company_id)
        }
        lines = dict(empty.lines)
        for task, line in lines.items():
            if found := source.lines.get(task):
                applicable = found.applicable
                if school != self.company_id:
                    applicable = line.applicable and (applicable or task in ruled_out)
                lines[task] = LineValues(
                    applicable,
                    found.level,
                    found.priority if copy.kind == "target" else None,
                    found.note,
                )
        entries = {
            (task, member): entry if with_hours else replace(entry, hours=None)
            for (task, member), entry in source.entries.items()
            if with_people and member in comes
            if task in lines and lines[task].applicable
        }
        return Snapshot(lines, entries)

    def _copy_notes_to(self, copy):
        """Take along what is written at somebody's task: few have it."""
        noted = self.line_ids.allocation_ids.filtered("note")
        if not noted:
            return
        copies = {(a.task_id, a.member_id): a for a in copy.line_ids.allocation_ids}
        for allocation in noted:
            if same := copies.get((allocation.task_id, allocation.member_id)):
                same.note = allocation.note
