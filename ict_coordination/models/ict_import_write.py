from odoo import models

from ..workbook.changes import EntryValues, LineValues, Snapshot
from ..workbook.found import CARRIED_CODES
from ..workbook.settled import add_text
from .hours_range import HOURS_MAX
from .ict_import_scope import person_key, task_key


class SheetContent:
    """What one sheet brings: its snapshot, and where on the sheet each part stands.

    ``open_notes`` are ``(row, cell, text, code, values)`` of what has no place in the
    snapshot: somebody who is not known yet, a funding that is not known here, and
    somebody who stands on a task twice.
    """

    def __init__(self):
        self.lines, self.entries, self.open_notes = {}, {}, []
        self.task_by_row, self.row_by_task, self.member_by_cell = {}, {}, {}

    @property
    def snapshot(self):
        return Snapshot(self.lines, self.entries)


class IctImportSheet(models.Model):
    """From the rows of a sheet to its overview, with the rights of the user."""

    _inherit = "ict.import.sheet"

    def _write_overview(self, rows, scope):
        """Bring ``rows`` into the overview of this sheet; return the ``Changes``."""
        self.ensure_one()
        overview = self.overview_id
        base = self._base()
        is_new = not overview
        if is_new:
            overview = self.env["ict.overview"].create(
                {
                    "company_id": self.company_id.id,
                    "kind": self.kind,
                    "school_year": self.school_year,
                }
            )
        content = self._content(rows, scope)
        changes = overview._import_snapshot(content.snapshot, base)
        written = content.snapshot.as_json()
        vals = {"overview_id": overview.id} if is_new else {}
        if self.written != written:
            vals["written"] = written
        texts = {
            "result_text": self._result_text([changes]),
            "difference_text": "" if is_new else self._difference_text(changes),
        }
        if self.import_id.state != "done" or changes:
            vals |= texts
        if vals:
            self.write(vals)
        self._note_conflicts(changes, content)
        self._note_open(content)
        self._link_notes(content)
        return changes

    def _base(self):
        """Return what the last import brought to this overview, ``None``: nothing yet.

        Somebody else may have imported it, in a workbook that the user may not open:
        read as superuser, and never shown.
        """
        known = self if self.import_id.state == "done" else self._last_import()
        if not self.overview_id or not known.sudo().written:
            return None
        return Snapshot.from_json(known.sudo().written)

    def _last_import(self):
        """Return the sheet that was last imported into this overview, as superuser."""
        return self.sudo().search(
            [
                ("overview_id", "=", self.overview_id.id or 0),
                ("import_id.state", "=", "done"),
                ("written", "!=", False),
            ],
            order="imported_on desc, id desc",
            limit=1,
        )

    # --- what the sheet says ---

    def _content(self, rows, scope):
        """Return the :class:`SheetContent` of ``rows``."""
        content = SheetContent()
        book, company = self.import_id, self.company_id
        members = {
            one.key: one._member()
            for one in book.person_ids
            if one.company_id == company
        }
        tasks = {
            one.key: one.task_id
            for one in book.task_ids
            if one.company_id == company and one.choice == "existing"
        }
        fundings = self._fundings()
        for row in rows:
            task = scope.task_of(row) or tasks.get(task_key(row.task))
            if not task:
                continue
            content.task_by_row[row.row] = task.id
            content.row_by_task.setdefault(task.id, row.row)
            content.lines[task.id] = self._line_values(row, content.lines.get(task.id))
            for person in row.people:
                member = members.get(person_key(person))
                self._add_person(content, row, task, person, member, fundings)
        return content

    def _line_values(self, row, before):
        """Return the values of a line; a second row of one task fills the gaps."""
        priority = row.priority if self.kind == "target" else None
        if not before:
            return LineValues(row.applicable, row.level, priority, row.remark)
        return LineValues(
            before.applicable or row.applicable,
            before.level or row.level,
            before.priority or priority,
            add_text(before.note, row.remark),
        )

    def _add_person(self, content, row, task, person, member, fundings):
        place = (row.row, person.cell, person.text)
        name = person.name or person.text
        if not member:
            content.open_notes.append((*place, "unknown_person", [name]))
            return
        content.member_by_cell.setdefault((row.row, person.cell), member.id)
        key = task.id, member.id
        if key in content.entries:
            note = (*place, "same_member_twice", [member.name])
            content.open_notes.append(note)
            return
        funding = fundings.get((person.funding or "").casefold())
        if person.funding and not funding:
            note = (*place, "unknown_funding", [person.funding])
            content.open_notes.append(note)
        hours = person.hours
        if hours is not None and not 0 <= hours <= HOURS_MAX:
            hours = None
        certainty = person.certainty if hours is not None else "unknown"
        content.entries[key] = EntryValues(hours, certainty, funding, person.mandates)

    def _fundings(self):
        """Return ``{code or name in any language: funding id}``, case folded."""
        # a handful of records
        # pylint: disable-next=no-search-all
        fundings = self.env["ict.funding"].with_context(active_test=False).search([])
        words = {}
        for code, _label in self.env["res.lang"].get_installed():
            for one in fundings.with_context(lang=code):
                for word in (one.name, one.short_name):
                    words.setdefault((word or "").casefold(), one.id)
        words |= {one.code.casefold(): one.id for one in fundings if one.code}
        words.pop("", None)
        return words

    # --- the notes of what happened ---

    def _note_open(self, content):
        """Note (class C) what found no place; what has found one is solved."""
        codes = {"unknown_person", "same_member_twice", "unknown_funding"}
        notes = self.note_ids.filtered(lambda note: note.code in codes)
        known = {
            (note.row, note.cell, note.text, note.code, *(note["values"] or [])): note
            for note in notes
        }
        # One question about a cell is enough: the next comes when this one is answered.
        asked = {
            (note.row, note.cell)
            for note in self.note_ids - notes
            if (note.klass, note.state) == ("C", "open") and note.proposals
        }
        wanted = {
            (*note[:4], *note[4]): note
            for note in content.open_notes
            if note[:2] not in asked
        }
        for key, note in known.items():
            if key not in wanted and note.state == "open":
                note.sudo().state = "accepted"
            elif key in wanted and note.state == "accepted":
                note.sudo().state = "open"
        self.env["ict.import.note"].create(
            [
                {
                    "import_id": self.import_id.id,
                    "sheet_id": self.id,
                    "row": row,
                    "position": -1,
                    "cell": cell,
                    "text": text,
                    "code": code,
                    "values": values,
                }
                for key, (row, cell, text, code, values) in wanted.items()
                if key not in known
            ]
        )

    def _link_notes(self, content):
        """Link every note of a task row to the line and the allocation it is about."""
        # Our own links to what was just written: nothing of it comes from outside.
        notes = self.note_ids.sudo().filtered("row")
        if not notes:
            return
        _snapshot, line_ids, allocation_ids = self.overview_id._read_sheet()
        for note in notes:
            task = content.task_by_row.get(note.row, False)
            if note.code == "changed_in_odoo":
                task = note.task_id.id
            member = content.member_by_cell.get((note.row, note.cell))
            vals = {
                "task_id": task,
                "line_id": line_ids.get(task, False),
                "allocation_id": allocation_ids.get((task, member), False),
            }
            if note.code in CARRIED_CODES and note.state == "open" and task:
                vals["state"] = "carried"
            changed = {
                name: value
                for name, value in vals.items()
                if note._fields[name].convert_to_write(note[name], note) != value
            }
            if changed:
                note.write(changed)
