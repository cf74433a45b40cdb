from odoo import models

from ..workbook.snapshot import LineValues


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
        source_lines = self.line_ids.grouped("task_id")
        vals_list = []
        for line in copy.line_ids:
            source = source_lines.get(line.task_id)
            if not source:
                continue
            applicable = source.applicable
            if company != self.company_id:
                # What the type of the first school ruled out may apply here.
                ruled_out = not source.task_id._applies_to(self.company_id)
                applicable = line.applicable and (applicable or ruled_out)
            line.write(
                {
                    "level": source.level,
                    "note": source.note,
                    "applicable": applicable,
                    "priority": source.priority if kind == "target" else False,
                }
            )
            if with_people and line.applicable:
                vals_list += source.allocation_ids._copy_vals(line, with_hours)
        self.env["ict.allocation"].create(vals_list)
        copy.message_post(
            body=self.env._("Copied from “%s”.", self.display_name),
            subtype_xmlid="mail.mt_note",
        )
        return copy
