from odoo import api, fields, models

from ..models.ict_overview import KINDS
from ..models.school_year_check import check_school_year
from ..tools.school_year import is_school_year, shift_school_year


class IctOverviewCopy(models.TransientModel):
    """Copy a sheet: current to target, last year to this year, or another school."""

    _name = "ict.overview.copy"
    _description = "Copy an ICT overview"

    source_id = fields.Many2one(
        "ict.overview", "Copy from", required=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        "res.company",
        "To school",
        required=True,
        compute="_compute_defaults",
        store=True,
        readonly=False,
        precompute=True,
    )
    kind = fields.Selection(
        KINDS,
        "To kind",
        required=True,
        compute="_compute_defaults",
        store=True,
        readonly=False,
        precompute=True,
    )
    school_year = fields.Char(
        "To school year",
        required=True,
        size=9,
        compute="_compute_defaults",
        store=True,
        readonly=False,
        precompute=True,
    )
    with_people = fields.Boolean(
        "Take the people over",
        default=True,
        help="People who do not belong to the other school or its group are left out.",
    )
    with_hours = fields.Boolean("Take the hours over", default=True)

    @api.depends("source_id")
    def _compute_defaults(self):
        """A current sheet becomes a target; a target becomes next year's current."""
        for wizard in self:
            source = wizard.source_id
            wizard.company_id = source.company_id
            wizard.school_year = source.school_year
            wizard.kind = "target" if source.kind == "current" else "current"
            if source.kind == "target" and is_school_year(source.school_year):
                wizard.school_year = shift_school_year(source.school_year)

    def action_copy(self):
        self.ensure_one()
        check_school_year(self.env, self.school_year)
        copy = self.source_id._copy_to(
            self.company_id,
            self.kind,
            self.school_year,
            with_people=self.with_people,
            with_hours=self.with_hours,
        )
        return copy._form_action()
