from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL


class IctImport(models.Model):
    """From the dry run to overviews: one file is one transaction."""

    _inherit = "ict.import"

    def action_import(self):
        """Import the selected sheets of these files (the button of the form)."""
        results = [book.import_one() for book in self]
        messages = [
            f"{book.name}: {result['message']}" if len(self) > 1 else result["message"]
            for book, result in zip(self, results, strict=True)
        ]
        wrong = [one for one in results if one["status"] in ("refused", "failed")]
        if wrong and len(wrong) == len(results):
            raise UserError("\n".join(messages))
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning" if wrong else "success",
                "message": "\n".join(messages),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def import_one(self):
        """Import this file; return what happened, in words.

        :return: ``{"id", "status", "message"}``; status is ``done``, ``nothing``
            (nothing to change), ``refused`` (nothing was written, the message says
            why) or ``failed`` (the file is not readable)
        """
        self.ensure_one()
        self.check_access("write")
        if self.state == "failed":
            return {"id": self.id, "status": "failed", "message": self.error}
        try:
            with self.env.cr.savepoint():
                changed = self._import()
        except UserError as error:
            return {"id": self.id, "status": "refused", "message": str(error)}
        status = "done" if changed else "nothing"
        return {"id": self.id, "status": status, "message": self.result_text}

    def _import(self):
        """Import this file; return whether it changed an overview."""
        self._lock()
        self = self._ours()
        if self.state == "done":
            return self._bring_in(self.sheet_ids.filtered("written"))
        sheets = self.sheet_ids._to_import()
        self._check_sheets(sheets)
        self._lock_schools(sheets.company_id)
        late = sheets._find_overview() | sheets._overtaken()
        if late:
            self._match_sheets(sheets)
            late._decide_as_before()
        had_overview = all(sheet.overview_id for sheet in sheets)
        changed = self._bring_in(sheets)
        self.write(
            {
                "state": "done",
                # With its microseconds: of two files at once the later one counts.
                "imported_on": self.env.cr.now(),
                "imported_by_id": self.env.uid,
            }
        )
        return changed or not had_overview

    def _lock(self):
        """Raise UserError when this file is being imported by somebody else."""
        if self.try_lock_for_update(allow_referencing=True) != self:
            raise UserError(
                self.env._(
                    "“%s” is being imported at this moment. Wait a little.", self.name
                )
            )
        self.invalidate_recordset(["state"])

    def _lock_schools(self, companies):
        """Two files of one school come one after the other."""
        if companies.sudo().try_lock_for_update(allow_referencing=True) != companies:
            raise UserError(
                self.env._(
                    "Somebody else imports a workbook of this school at this moment. "
                    "Try again."
                )
            )
        # Who comes just after does not see yet what is made here. A changed row makes
        # PostgreSQL refuse its lock; Odoo then tries again, with what was made.
        self.env.execute_query(
            SQL(
                "UPDATE res_company SET write_date = write_date WHERE id IN %s"
                " RETURNING id",
                tuple(companies.ids),
            )
        )

    def _check_sheets(self, sheets):
        if not sheets:
            raise UserError(
                self.env._("Choose a sheet of “%s” first, and its school.", self.name)
            )
        sheets._check_schools(sheets.company_id)
        for sheet in sheets:
            if not sheet.school_year:
                raise UserError(
                    self.env._("Fill in the school year of “%s” first.", sheet.name)
                )
        goals = [(one.company_id, one.kind, one.school_year) for one in sheets]
        for sheet, goal in zip(sheets, goals, strict=True):
            if goals.count(goal) > 1:
                raise UserError(
                    self.env._(
                        "Two sheets go into the same overview: the same school, kind "
                        "and school year as “%s”. Choose one of them.",
                        sheet.name,
                    )
                )

    def _bring_in(self, sheets):
        """Bring what these sheets say into their overviews; return whether it changed.

        Comes back after the import, when something that was open is solved: what
        was written already is left alone, and so is a sheet whose overview is gone.
        """
        sheets = sheets.filtered("company_id")
        sheets._check_schools(sheets.company_id)
        self.task_ids._settle()
        scopes, rows = sheets._scopes(), sheets._rows()
        self.person_ids._sync(self, rows, scopes)
        self.person_ids._settle()
        all_changes = [
            sheet._write_overview(rows[sheet], scopes[sheet.company_id])
            for sheet in sheets
            if sheet.overview_id or self.state != "done"
        ]
        self._set_core(sheets, rows, scopes)
        self._remember(sheets)
        text = sheets._result_text(all_changes)
        if self.state != "done" or any(all_changes):
            self.result_text = text
        return any(all_changes)

    def _set_core(self, sheets, rows, scopes):
        """Mark the coloured tasks as core, where somebody wants that and may do so."""
        tasks = self.env["ict.task"]
        for sheet in sheets:
            if sheet.note_ids.filtered(
                lambda note: note.code == "core_marks" and note.state == "accepted"
            ):
                scope = scopes[sheet.company_id]
                tasks |= tasks.union(
                    *(scope.task_of(row) for row in rows[sheet] if row.core)
                )
        tasks = tasks.filtered(lambda task: not task.is_core)
        tasks._filtered_access("write").write({"is_core": True})

    def _apply_choices(self):
        """Bring in what was chosen after the import; before it, nothing happens."""
        if self._is_ours():
            return
        for book in self._ours().filtered(lambda book: book.state == "done"):
            book._lock()
            book._bring_in(book.sheet_ids.filtered("written"))

    def _apply_decisions(self):
        """Bring in, or match anew, what was decided about notes."""
        self._apply_choices()
        self.filtered(lambda book: book.state == "draft")._match()
