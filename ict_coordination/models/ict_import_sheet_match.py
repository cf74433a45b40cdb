from odoo import models

from ..workbook.found_json import to_json


class IctImportSheet(models.Model):
    """The dry run of one sheet: its notes, its overview, what is known of it."""

    _inherit = "ict.import.sheet"

    def _create_notes(self, found_sheets):
        """Create the notes of the reader; ``found_sheets`` in the order of ``self``."""
        vals_list = []
        for sheet, found in zip(self, found_sheets, strict=True):
            places = [(0, note, place) for place, note in enumerate(found.notes)]
            places += [
                (row.row, note, place)
                for row in found.rows
                for place, note in enumerate(row.notes)
            ]
            vals_list += [
                {
                    "import_id": sheet.import_id.id,
                    "sheet_id": sheet.id,
                    "row": row,
                    "position": place,
                    "klass": note.klass,
                    **to_json(
                        {
                            "cell": note.cell,
                            "text": note.text,
                            "code": note.code,
                            "values": note.values,
                            "proposals": note.proposals,
                        }
                    ),
                }
                for row, note, place in places
            ]
            count = sum(bool(row.core) for row in found.rows)
            if count and sheet.kind:
                vals_list.append(sheet._core_note_vals(count))
        self.env["ict.import.note"].create(vals_list)

    def _core_note_vals(self, count):
        """Return the note that offers to mark the coloured tasks as core tasks.

        It is accepted to begin with for who looks after the catalogue.
        """
        is_manager = self.env.user.has_group("ict_coordination.group_ict_manager")
        return {
            "import_id": self.import_id.id,
            "sheet_id": self.id,
            "position": -1,
            "klass": "B",
            "code": "core_marks",
            "values": [str(count)],
            "proposals": [{"code": "set_core"}],
            "state": "accepted" if is_manager else "open",
        }

    # --- the dry run ---

    def _find_overview(self):
        """Find the overviews that these sheets update; none: a new one is made.

        That is the one which this sheet was imported into before, else a draft of the
        school year, else the active one. An archived overview is history.

        :return: the sheets that go into another overview than before
        """
        moved = self.browse()
        overviews = self.env["ict.overview"].search(
            [
                ("company_id", "in", self.company_id.ids),
                ("state", "in", ["draft", "active"]),
            ]
        )
        earlier = self._earlier(overviews)
        for sheet in self:
            same = overviews.filtered(
                lambda one, sheet=sheet: (
                    one.company_id == sheet.company_id
                    and one.kind == sheet.kind
                    and one.school_year == sheet.school_year
                )
            )
            found = (
                (same & earlier)[:1]
                or same.filtered(lambda one: one.state == "draft")[:1]
                or same[:1]
            )
            if sheet.overview_id != found:
                sheet.overview_id = found
                moved |= sheet
        return moved

    def _decide_as_before(self):
        """Decide notes as in the last import into the overview; return which.

        Else the same file would take back what was decided. Read as superuser, as
        somebody else may have imported it; only the state is taken over.
        """
        changed = self.env["ict.import.note"]
        for sheet in self.filtered("overview_id"):
            notes = sheet.note_ids.filtered(lambda note: note.state == "open")
            changed |= notes._decide_as(sheet._last_import().note_ids._decisions())
        return changed

    def _overtaken(self):
        """Return the sheets whose overview got other values from a file since."""
        last = {sheet: sheet._last_import() for sheet in self if sheet.overview_id}
        return self.filtered(
            lambda one: last.get(one) and last[one].write_date >= one.create_date
        )

    def _earlier(self, overviews):
        """Return those of ``overviews`` that a workbook was imported into."""
        sheets = self.sudo().search(
            [
                ("overview_id", "in", overviews.ids),
                ("import_id.state", "=", "done"),
                ("written", "!=", False),
            ]
        )
        return sheets.overview_id.sudo(False)

    def _count(self, rows, scopes):
        """Say how much of these sheets is known: ``rows`` as ``_rows`` gives them."""
        for sheet in self:
            scope = scopes[sheet.company_id]
            tasks = [scope.task_of(row) for row in rows[sheet]]
            missing = scope.tasks.filtered(
                lambda task: task.active and task.in_situation_sheets
            ) - scope.tasks.browse().union(*tasks)
            vals = {
                "matched_count": sum(map(bool, tasks)),
                "new_count": sum(not task for task in tasks),
                "missing_count": len(missing),
                "missing_text": "\n".join(missing.mapped("name")),
                "allocation_count": sum(len(row.people) for row in rows[sheet]),
            }
            sheet.write(vals)
            task_by_row = {
                row.row: task for row, task in zip(rows[sheet], tasks, strict=True)
            }
            for note in sheet.note_ids.sudo().filtered("row"):
                task = task_by_row.get(note.row, scope.tasks.browse())
                if note.task_id != task:
                    note.task_id = task
