from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..models.school_year_check import check_school_year
from ..report.empty_book import empty_book
from ..tools.school_year import school_year_of


class IctEmptyWorkbook(models.TransientModel):
    """Download the workbook of schools that start: tasks and people, no hours.

    Nothing is stored: who fills the workbook in drops it on the list of imports.
    """

    _name = "ict.empty.workbook"
    _description = "Empty ICT workbook"

    allowed_school_ids = fields.Many2many(
        "res.company", compute="_compute_allowed_school_ids"
    )
    school_ids = fields.Many2many(
        "res.company",
        string="Schools",
        required=True,
        default=lambda self: self._default_schools(),
    )
    school_year = fields.Char(
        required=True,
        size=9,
        default=lambda self: school_year_of(fields.Date.context_today(self)),
    )
    with_current = fields.Boolean("Current situation", default=True)
    with_target = fields.Boolean("Target", default=True)
    with_group = fields.Boolean(
        "Also people of the school group",
        help="People who work for the whole group get a column on the sheet of every "
        "school.",
    )

    @api.depends_context("uid", "allowed_company_ids")
    def _compute_allowed_school_ids(self):
        self.allowed_school_ids = self._allowed_schools()

    @api.depends("school_ids", "school_year")
    @api.depends_context("lang")
    def _compute_display_name(self):
        """The name of the file, in the style of the exported overviews."""
        for wizard in self:
            schools = wizard.school_ids
            name = self.env._("Empty workbook")
            if len(schools) == 1:
                name += f" – {schools.name}"
            wizard.display_name = f"{name} ({wizard.school_year or ''})"

    def action_download(self):
        self.ensure_one()
        self._check_choices()
        report = self.env.ref("ict_coordination.empty_workbook_xlsx_action")
        return report.report_action(self, config=False)

    @api.model
    def _allowed_schools(self):
        """Return the schools in use of which the user may make overviews."""
        return self.env["ict.import"]._schools()

    @api.model
    def _default_schools(self):
        """Return the schools of the selected overviews, else all that are allowed."""
        allowed = self._allowed_schools()
        if self.env.context.get("active_model") != "ict.overview":
            return allowed
        ids = self.env.context.get("active_ids", [])
        selected = self.env["ict.overview"].search([("id", "in", ids)])
        return (selected.company_id & allowed) or allowed

    def _check_choices(self):
        """Raise where the choices make no workbook, or one of other people's school."""
        if self.school_ids - self._allowed_schools():
            raise AccessError(
                self.env._(
                    "You can download an empty workbook only for the schools in which "
                    "you are coordinator, director or group manager."
                )
            )
        if not self.school_ids:
            raise UserError(self.env._("Choose at least one school."))
        if not (self.with_current or self.with_target):
            raise UserError(
                self.env._("Choose the current situation, the target, or both.")
            )
        check_school_year(self.env, self.school_year)

    def _book(self):
        """Return the workbook; the report asks for it, and so can anybody's URL."""
        self.ensure_one()
        self.check_access("read")
        self._check_choices()
        lang = self.env.lang or self.env.user.lang
        kinds = [
            kind
            for kind, wanted in (
                ("current", self.with_current),
                ("target", self.with_target),
            )
            if wanted
        ]
        return empty_book(
            self.school_ids.with_context(lang=lang),
            self.school_year,
            title=self.env._("Empty workbook"),
            kinds=kinds,
            with_group=self.with_group,
        )
