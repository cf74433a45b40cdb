from dataclasses import replace

from odoo import models

from ..tools.plain_rows import read_rows
from ..workbook.changes import (
    PERSON,
    Changes,
    EntryValues,
    LineValues,
    Snapshot,
    compare,
)
from ..workbook.snapshot import DEFAULT_MANDATES, ENTRY_PARTS
from .ict_allocation import MANDATES

LINE_FIELDS = ["id", "task_id", "applicable", "level", "priority", "note"]
ENTRY_FIELDS = [
    *("id", "task_id", "member_id", "hours", "certainty", "funding_id"),
    *MANDATES,
]


class IctOverview(models.Model):
    """A workbook's sheet comes in: what it changes here, and what it may not change.

    Everything is read and written with the rights of the caller, in a number of
    queries that does not depend on the number of tasks and people.
    """

    _inherit = "ict.overview"

    # --- from records to values ---

    def _current_snapshot(self):
        """Return what stands on this sheet now, as a :class:`Snapshot`."""
        snapshot, _line_ids, _allocation_ids = self._read_sheet()
        return snapshot

    def _read_sheet(self):
        """Return the snapshot, ``{task: line id}`` and ``{(task, member): id}``."""
        self.ensure_one()
        self.check_access("read")
        lines, line_ids = {}, {}
        domain = [("overview_id", "=", self.id)]
        for row in read_rows(self.env["ict.overview.line"], domain, LINE_FIELDS, "id"):
            line_ids[row["task_id"]] = row["id"]
            lines[row["task_id"]] = LineValues(
                bool(row["applicable"]), row["level"], row["priority"], row["note"]
            )
        entries, allocation_ids = {}, {}
        for row in read_rows(self.env["ict.allocation"], domain, ENTRY_FIELDS, "id"):
            key = row["task_id"], row["member_id"]
            allocation_ids[key] = row["id"]
            entries[key] = EntryValues(
                row["hours"] or 0,
                row["certainty"],
                row["funding_id"],
                tuple(name for name in MANDATES if row[name]),
            )
        return Snapshot(lines, entries), line_ids, allocation_ids

    # --- from values to records ---

    def _import_snapshot(self, file, base=None):
        """Take over what changed in a workbook; return the :class:`Changes`.

        Nothing is written when nothing changes. What was changed in Odoo as well is
        not overwritten: it stands in ``conflicts``.

        :param file: :class:`Snapshot` of the workbook's sheet
        :param base: what the previous import of this workbook brought, ``None`` when
            there was none
        :raise AccessError, UserError, ValidationError: as ``create`` and ``write`` of
            lines and allocations do, when the user may not write what must change
        """
        sheet = self._read_sheet()
        odoo = sheet[0]
        tasks = self.env["ict.task"].sudo().browse(odoo.lines)
        applies = {task.id: task._applies_to(self.company_id) for task in tasks}
        changes = compare(base, file, odoo, applies)
        if changes:
            self._apply_changes(changes, *sheet)
        return changes

    def _take_from_workbook(self, difference):
        """Let the workbook win after all where it was in conflict with Odoo.

        :param difference: one of the ``conflicts`` of :meth:`_import_snapshot`
        :return: the :class:`Changes` that were made
        """
        sheet = self._read_sheet()
        changes = _changes_of(difference, sheet[0])
        if changes:
            self._apply_changes(changes, *sheet)
        return changes

    def _give_back(self, difference):
        """Undo :meth:`_take_from_workbook`, unless somebody changed the value since."""
        sheet = self._read_sheet()
        if not _is_taken(difference, sheet[0]):
            return
        back = replace(difference, file=difference.odoo, odoo=difference.file)
        changes = _changes_of(back, sheet[0])
        if changes:
            self._apply_changes(changes, *sheet)

    def _apply_changes(self, changes, odoo, line_ids, allocation_ids):
        """Write ``changes``; the other arguments are what ``_read_sheet`` returned."""
        self._check_editable()
        allocation = self.env["ict.allocation"]
        removed = allocation.browse(allocation_ids[key] for key in changes.removed)
        line_values = {
            line_ids[task]: (replace(odoo.lines[task], **values), values)
            for task, values in changes.line_values().items()
        }
        entry_values = {
            allocation_ids[key]: (_entry_with(odoo.entries[key], values), values)
            for key, values in changes.entry_values().items()
        }
        bulk = self._bulk_begin()
        write = self._write_in_bulk if bulk else self._write_by_record
        write(changes, line_ids, removed, line_values, entry_values)
        if bulk:
            self._bulk_end()

    def _add_lines(self, lines):
        """Create lines of this overview: ``{task id: LineValues}``."""
        if not lines:
            return
        if self._bulk_begin():
            self.env["ict.overview.line"]._bulk_insert(self, lines)
            self._bulk_end()
        else:
            self._create_lines(lines)

    # --- one by one: for databases in which addons extended these models ---

    def _create_lines(self, lines):
        return self.env["ict.overview.line"].create(
            [
                {
                    "overview_id": self.id,
                    "task_id": task,
                    "applicable": line.applicable,
                    "level": line.level,
                    "priority": line.priority,
                    "note": line.note or False,
                }
                for task, line in lines.items()
            ]
        )

    def _write_by_record(self, changes, line_ids, removed, line_values, entry_values):
        removed.unlink()
        created = self._create_lines(changes.new_lines)
        line_ids |= dict(zip(changes.new_lines, created.ids, strict=True))
        for line_id, (_line, values) in line_values.items():
            self.env["ict.overview.line"].browse(line_id).write(
                {part: value or False for part, value in values.items()}
            )
        self.env["ict.allocation"].create(
            [
                {
                    "line_id": line_ids[task],
                    "member_id": member,
                    **{name: name in DEFAULT_MANDATES for name in MANDATES},
                    **_allocation_values({p: entry.part(p) for p in ENTRY_PARTS}),
                }
                for (task, member), entry in changes.added.items()
            ]
        )
        for allocation_id, (_entry, values) in entry_values.items():
            self.env["ict.allocation"].browse(allocation_id).write(
                _allocation_values(values)
            )


def _changes_of(difference, odoo):
    """Return the changes that bring the workbook's value of ``difference``."""
    task, key = difference.task, (difference.task, difference.member)
    if difference.member is None:
        if task in odoo.lines:
            return Changes(changed=(difference,))
        return Changes({task: LineValues(**{difference.part: difference.file})})
    now = odoo.entries.get(key)
    if difference.part != PERSON:
        return Changes(changed=(difference,) if now else ())
    if difference.file is None:
        return Changes(removed={key: now} if now else {})
    if now:
        parts = [
            replace(difference, part=part, file=difference.file.part(part))
            for part in ENTRY_PARTS
            if difference.file.part(part) is not None or part == "funding"
        ]
        return Changes(changed=tuple(parts))
    line = odoo.lines.get(task)
    reopen = replace(difference, member=None, part="applicable", file=True, odoo=False)
    return Changes(
        new_lines={} if line else {task: LineValues()},
        added={key: difference.file},
        changed=(reopen,) if line and not line.applicable else (),
    )


def _is_taken(difference, odoo):
    """Whether the workbook's value of ``difference`` still stands in Odoo."""
    if difference.member is None:
        line = odoo.lines.get(difference.task)
        comes_back = difference.part != "applicable" or difference.odoo is not None
        return (
            bool(line)
            and comes_back
            and getattr(line, difference.part) == difference.file
        )
    now = odoo.entries.get((difference.task, difference.member))
    if difference.part != PERSON:
        return bool(now) and now.part(difference.part) == difference.file
    if not now or not difference.file:
        return now == difference.file
    return all(
        now.part(part) == difference.file.part(part)
        for part in ENTRY_PARTS
        if difference.file.part(part) is not None
    )


def _entry_with(entry, values):
    """Return ``entry`` with other parts: ``{part: value}``."""
    values = dict(values)
    if "hours" in values:
        values["hours"], values["certainty"] = values["hours"]
    return replace(entry, **values)


def _allocation_values(values):
    """Return field values for ``{part: value}``; mandates nobody wrote are left out."""
    result = {}
    if "hours" in values:
        hours, certainty = values["hours"]
        result |= {"hours": hours or 0, "certainty": certainty}
    if "funding" in values:
        result["funding_id"] = values["funding"]
    if values.get("mandates") is not None:
        result |= {name: name in values["mandates"] for name in MANDATES}
    return result
