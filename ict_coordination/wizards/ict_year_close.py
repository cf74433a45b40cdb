from collections import Counter
from typing import NamedTuple

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from ..coverage.choosing import SheetHead, choose_sheets
from ..tools.school_year import school_year_of, shift_school_year


class YearSheets(NamedTuple):
    """The sheets of one school that count: ``{kind: overview}``."""

    closing: dict
    coming: dict


class IctYearClose(models.TransientModel):
    """Close a school year and start the next one, for one or for many schools.

    What will happen is said per school before anything does: the rows compute it, and
    do exactly that (``ict_year_close_school.py``).
    """

    _name = "ict.year.close"
    _description = "Close the school year"

    school_year = fields.Selection(
        "_selection_school_year",
        "School year to close",
        required=True,
        default=lambda self: self._default_school_year(),
    )
    next_year = fields.Char("Next school year", compute="_compute_next_year")
    start_from = fields.Selection(
        [("target", "The target"), ("current", "The current situation")],
        "The new current situation starts from",
        required=True,
        default="target",
        help="The target: what the school wanted to reach becomes what it starts with. "
        "A school without a target starts from its current situation.",
    )
    new_target = fields.Boolean(
        "Make a new target as well",
        help="A copy of the target of this year, priorities included. Without it the "
        "school makes a new target later: Copy on the new overview.",
    )
    with_people = fields.Boolean(
        "Take the people over",
        default=True,
        help="People who are archived in the team are left out.",
    )
    with_hours = fields.Boolean("Take the hours over", default=True)
    activate = fields.Boolean(
        "Activate the new current situations at once",
        help="Colleagues see under Who does what only what is active. Without this "
        "they see nobody until the director has read and activated the new overview.",
    )
    row_ids = fields.One2many(
        "ict.year.close.school",
        "close_id",
        "Schools",
        default=lambda self: [
            Command.create({"company_id": school.id})
            for school in self._default_schools()
        ],
    )
    is_done = fields.Boolean(readonly=True)
    summary = fields.Char("Result", compute="_compute_summary")

    # --- defaults ---

    @api.model
    def _schools(self):
        """Return the schools in use of which the user may close a year."""
        user, schools = self.env.user, self.env.companies
        return schools.filtered(user._ict_is_director_of).sorted("name")

    @api.model
    def _default_schools(self):
        """Return the schools of the selected overviews, else all that are allowed."""
        schools = self._schools()
        if self.env.context.get("active_model") != "ict.overview":
            return schools
        ids = self.env.context.get("active_ids", [])
        selected = self.env["ict.overview"].search([("id", "in", ids)])
        return schools.filtered(lambda school: school in selected.company_id) or schools

    @api.model
    def _selection_school_year(self):
        groups = self.env["ict.overview"]._read_group(
            [("company_id", "in", self._schools().ids)], ["school_year"]
        )
        years = {year for (year,) in groups} or {
            school_year_of(fields.Date.context_today(self))
        }
        return [(year, year) for year in sorted(years, reverse=True)]

    @api.model
    def _default_school_year(self):
        """Return the year of most sheets in force; of two as often, the later one."""
        in_force = self.env["ict.overview"].search(
            [("company_id", "in", self._schools().ids), ("in_force", "=", True)]
        )
        years = Counter(in_force.mapped("school_year"))
        if not years:
            return self._selection_school_year()[0][0]
        return max(years, key=lambda year: (years[year], year))

    # --- computes ---

    @api.depends("school_year")
    def _compute_next_year(self):
        for wizard in self:
            year = wizard.school_year
            wizard.next_year = year and shift_school_year(year)

    @api.depends("row_ids.outcome")
    def _compute_summary(self):
        for wizard in self:
            outcomes = Counter(wizard.row_ids.mapped("outcome"))
            wizard.summary = self.env._(
                "Closed: %(done)s. Without change: %(unchanged)s. Refused: "
                "%(refused)s.",
                done=outcomes["done"],
                unchanged=outcomes["unchanged"],
                refused=outcomes["refused"],
            )

    # --- what there is ---

    def _sheets(self, companies):
        """Return ``{school id: YearSheets}`` of the year and of the next one."""
        self.ensure_one()
        years = (self.school_year, self.next_year)
        overviews = self.env["ict.overview"].search(
            [("company_id", "in", companies.ids), ("school_year", "in", years)]
        )
        heads = [
            SheetHead(
                sheet.id, sheet.company_id.id, sheet.kind, sheet.school_year, state
            )
            for sheet in overviews
            for state in [sheet.state]
        ]
        sheets = {company.id: YearSheets({}, {}) for company in companies}
        for place, year in enumerate(years):
            for (school, kind), head in choose_sheets(heads, year or "-").items():
                sheets[school][place][kind] = overviews.browse(head.id)
        return sheets

    # --- actions ---

    def action_close(self):
        """Close the year of every chosen school; each one succeeds or fails alone."""
        self.ensure_one()
        rows = self.row_ids.filtered("selected")
        if self.is_done or not rows:
            raise UserError(self.env._("Choose at least one school."))
        if rows.company_id - self._schools():
            raise AccessError(
                self.env._(
                    "You can close the year only of schools of which you are director "
                    "or group manager."
                )
            )
        for row in rows:
            row._close()
        # who works in several schools gets one mail for all of them
        rows.current_id._ask_at_activation()
        (self.row_ids - rows).unlink()
        self.is_done = True
        return self._dialog_action()

    def action_open_overviews(self):
        """Open all that was made."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "ict_coordination.ict_overview_action"
        )
        made = self.row_ids.current_id | self.row_ids.target_id
        action["domain"] = [("id", "in", made.ids)]
        action["context"] = {}
        action["display_name"] = self.env._("Overviews of %s", self.next_year)
        return action

    def _dialog_action(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Close the school year"),
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
            "context": {"dialog_size": "extra-large"},
        }
