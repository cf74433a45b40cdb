from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError


class IctAnonymise(models.TransientModel):
    """Take the names away from archived years: shown first, then done for good."""

    _name = "ict.anonymise"
    _description = "Make archived years anonymous"

    sheet_count = fields.Integer("Overviews", compute="_compute_preview")
    preview = fields.Html(compute="_compute_preview", sanitize=False)
    understood = fields.Boolean(
        "I understand that nobody can bring these names back",
    )

    @api.depends_context("uid", "allowed_company_ids", "lang")
    def _compute_preview(self):
        overviews = self.env["ict.overview"]._too_old_for_names()
        self.sheet_count = len(overviews)
        self.preview = self._preview_of(overviews)

    @api.model
    def _preview_of(self, overviews):
        """Return a table: per school the years, sheets and people."""
        if not overviews:
            return False
        members = {
            school.id: count
            for school, count in self.env["ict.allocation"]._read_group(
                [("overview_id", "in", overviews.ids)],
                ["company_id"],
                ["member_id:count_distinct"],
            )
        }
        rows = Markup().join(
            Markup("<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>")
            % (
                school.name,
                ", ".join(sorted(set(some.mapped("school_year")))),
                len(some),
                members.get(school.id, 0),
            )
            for school, some in overviews.grouped("company_id").items()
        )
        return Markup(
            "<table class='table table-sm'><thead><tr><th>%s</th><th>%s</th>"
            "<th>%s</th><th>%s</th></tr></thead><tbody>%s</tbody></table>"
        ) % (
            self.env._("School"),
            self.env._("School years"),
            self.env._("Overviews"),
            self.env._("People"),
            rows,
        )

    def action_anonymise(self):
        """Do it for every school in use, each whole or not at all; note it.

        :raise AccessError: not a group manager
        :raise UserError: not confirmed, or there is nothing old enough
        """
        self.ensure_one()
        if not self.env.user.has_group("ict_coordination.group_ict_manager"):
            raise AccessError(
                self.env._("Only the manager of a school group makes years anonymous.")
            )
        if not self.understood:
            raise UserError(
                self.env._("Tick that you understand that this cannot be undone.")
            )
        overviews = self.env["ict.overview"]._too_old_for_names()
        overviews.check_access("write")
        if not overviews:
            raise UserError(self.env._("No archived overview is old enough."))
        total = 0
        for school, some in overviews.grouped("company_id").items():
            with self.env.cr.savepoint():
                people = some._make_anonymous()
                self.env["ict.export.log"]._note(
                    "anonymous",
                    self.env._(
                        "%(years)s: %(people)s people",
                        years=", ".join(sorted(set(some.mapped("school_year")))),
                        people=people,
                    ),
                    companies=school,
                    count=len(some),
                )
            total += len(some)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("Overviews made anonymous: %s.", total),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }
