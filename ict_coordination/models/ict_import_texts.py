from odoo import models

from ..workbook.changes import PERSON
from ..workbook.hours import format_number, hour_unit

_LINES_SHOWN = 200


class IctImportSheet(models.Model):
    """What an import changed, in words, and what it could not change."""

    _inherit = "ict.import.sheet"

    def _result_text(self, all_changes):
        """Return how much was added, changed and removed, or that nothing was."""
        counts = (
            (
                self.env._("new on tasks: %s"),
                sum(len(one.added) for one in all_changes),
            ),
            (
                self.env._("new tasks: %s"),
                sum(len(one.new_lines) for one in all_changes),
            ),
            (
                self.env._("filled in or changed: %s"),
                sum(
                    len(one.line_values()) + len(one.entry_values())
                    for one in all_changes
                ),
            ),
            (self.env._("removed: %s"), sum(len(one.removed) for one in all_changes)),
        )
        text = " · ".join(words % count for words, count in counts if count)
        return text[:1].upper() + text[1:] or self.env._("Nothing to change")

    def _difference_text(self, changes):
        """Return what changed, one difference on a line."""
        lines = [
            self.env._(
                "%(what)s: %(old)s → %(new)s",
                what=self._label(one.task, one.member, one.part),
                old=self._value_text(one.part, one.odoo),
                new=self._value_text(one.part, one.file),
            )
            for one in changes.changed
        ]
        for mark, entries in (("+", changes.added), ("−", changes.removed)):
            lines += [
                f"{mark} {self._label(task, member, PERSON)}: "
                f"{self._value_text(PERSON, entry)}"
                for (task, member), entry in entries.items()
            ]
        more = len(lines) - _LINES_SHOWN
        if more > 0:
            lines[_LINES_SHOWN:] = [self.env._("… and %s more", more)]
        return "\n".join(lines)

    def _label(self, task_id, member_id, part):
        """Return "task · person" or "task · field"."""
        task = self.env["ict.task"].browse(task_id).name
        return f"{task} · {self._part_label(member_id, part)}"

    def _part_label(self, member_id, part):
        if member_id:
            return self.env["ict.team.member"].browse(member_id).name
        return self.env["ict.overview.line"]._fields[part]._description_string(self.env)

    def _value_text(self, part, value):
        """Return a value of a ``Difference`` in the user's language."""
        line, nothing = self.env["ict.overview.line"], self.env._("nothing")
        if part == PERSON:
            return self._value_text("hours", value.part("hours")) if value else nothing
        if part == "hours":
            hours, certainty = value or (None, "unknown")
            if hours is None:
                return self.env._("without hours")
            text = f"{format_number(hours, self.env.lang)} {hour_unit(self.env.lang)}"
            return f"± {text}" if certainty == "assumed" else text
        if part == "funding":
            return self.env["ict.funding"].browse(value).name if value else nothing
        if part == "mandates":
            names = self.env["ict.allocation"]._fields
            return ", ".join(
                names[name]._description_string(self.env) for name in value or ()
            )
        if part == "applicable":
            return self.env._("yes") if value else self.env._("no")
        if part in ("level", "priority") and value:
            return dict(line._fields[part]._description_selection(self.env))[value]
        return value or nothing

    def _note_conflicts(self, changes, content):
        """Note (class C) what was changed in Odoo as well: Odoo's value stays."""
        vals_list = []
        for one in changes.conflicts:
            label = self._part_label(one.member, one.part)
            file, odoo = (
                self._value_text(one.part, value) for value in (one.file, one.odoo)
            )
            row = content.row_by_task.get(one.task, 0)
            cells = [
                cell
                for (place, cell), member in content.member_by_cell.items()
                if place == row and member == one.member
            ]
            vals_list.append(
                {
                    "import_id": self.import_id.id,
                    "sheet_id": self.id,
                    "row": row,
                    "position": -1,
                    "cell": cells[0] if cells else str(row),
                    "text": file,
                    "code": "changed_in_odoo",
                    "values": [label, file, odoo],
                    "proposals": [
                        {
                            "code": "take_workbook",
                            "values": [label, file],
                            "difference": one.as_json(),
                        }
                    ],
                    "task_id": one.task,
                }
            )
        self.env["ict.import.note"].create(vals_list)
