from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..workbook.hours import Hours
from .hours_range import HOURS_MAX
from .ict_overview_line import UNDECIDED
from .unknown_hours import HoursField

CERTAINTIES = [
    ("exact", "Exact"),
    ("assumed", "Estimate"),
    ("unknown", "Without hours"),
]
MANDATES = ("decides", "executes", "steers", "contact")


class IctAllocation(models.Model):
    """One member on one line: the one table of facts.

    Unknown hours are stored as 0 with certainty ``unknown`` and counted apart in
    ``unknown_hours``, so that every sum can say "x hours + n without hours".
    """

    _name = "ict.allocation"
    _description = "ICT task allocation"
    _inherit = ["ict.unknown.hours"]
    _order = "line_id, id"
    _rec_names_search = ["member_id.name", "task_id.name"]
    _check_company_auto = True

    line_id = fields.Many2one(
        "ict.overview.line", required=True, index=True, ondelete="cascade"
    )
    member_id = fields.Many2one(
        "ict.team.member",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    hours = HoursField("Hours a week", digits=(5, 2), aggregator="sum")
    certainty = fields.Selection(
        CERTAINTIES,
        required=True,
        compute="_compute_certainty",
        store=True,
        readonly=False,
        precompute=True,
    )
    unknown_hours = fields.Integer(
        "Without hours",
        compute="_compute_unknown_hours",
        store=True,
        precompute=True,
        aggregator="sum",
    )
    decides = fields.Boolean()
    executes = fields.Boolean(default=True)
    steers = fields.Boolean("Steers and follows up")
    contact = fields.Boolean("Contact and takes the lead")
    funding_id = fields.Many2one(
        "ict.funding",
        ondelete="restrict",
        index=True,
        falsy_value_label=UNDECIDED,
    )
    note = fields.Char("Remark")

    overview_id = fields.Many2one(
        related="line_id.overview_id", store=True, precompute=True, index=True
    )
    task_id = fields.Many2one(
        related="line_id.task_id", store=True, precompute=True, index=True
    )
    cluster_id = fields.Many2one(
        related="line_id.cluster_id", store=True, precompute=True, index=True
    )
    company_id = fields.Many2one(
        related="line_id.company_id",
        string="School",
        store=True,
        precompute=True,
        index=True,
    )
    school_group_id = fields.Many2one(
        related="line_id.company_id.school_group_id",
        string="School group",
        store=True,
        precompute=True,
        index=True,
    )
    kind = fields.Selection(related="line_id.kind", store=True, precompute=True)
    state = fields.Selection(related="line_id.state", store=True, precompute=True)
    level = fields.Selection(related="line_id.level", store=True, precompute=True)
    priority = fields.Selection(related="line_id.priority", store=True, precompute=True)
    employee_id = fields.Many2one(
        "hr.employee",
        compute="_compute_employee_id",
        store=True,
        precompute=True,
        index="btree_not_null",
    )
    is_editable = fields.Boolean(compute="_compute_is_editable")

    _member_uniq = models.UniqueIndex(
        "(line_id, member_id)", "This person is on this task already."
    )
    _hours_range = models.Constraint(
        f"CHECK(hours >= 0 AND hours <= {HOURS_MAX})",
        "The hours a week must lie between 0 and 60.",
    )
    _unknown_is_not_zero = models.Constraint(
        "CHECK(certainty != 'unknown' OR COALESCE(hours, 0) = 0)",
        "Unknown hours have no number. Fill in the hours or leave them empty.",
    )

    # --- computes ---

    @api.depends("hours")
    def _compute_certainty(self):
        """A number makes unknown hours exact; an estimate stays an estimate."""
        for allocation in self:
            if allocation.hours and allocation.certainty != "assumed":
                allocation.certainty = "exact"
            elif not allocation.certainty:
                allocation.certainty = "unknown"

    @api.depends("certainty")
    def _compute_unknown_hours(self):
        for allocation in self:
            allocation.unknown_hours = int(allocation.certainty == "unknown")

    @api.depends("member_id.employee_id")
    def _compute_employee_id(self):
        for allocation in self:
            allocation.employee_id = allocation.member_id.employee_id

    @api.depends("state", "company_id")
    @api.depends_context("uid", "allowed_company_ids")
    def _compute_is_editable(self):
        """What the screens offer; ``_check_editable`` and the rules decide."""
        user = self.env.user
        is_hr = user.has_group("hr.group_hr_user")
        writable = self._origin._filtered_access("write")
        for allocation in self:
            allocation.is_editable = (
                not allocation._origin or allocation._origin in writable
            ) and (
                allocation.state in (False, "draft")
                or (
                    allocation.state == "active"
                    and (is_hr or user._ict_is_director_of(allocation.company_id))
                )
            )

    @api.depends("member_id.name", "hours", "certainty")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for allocation in self:
            name = allocation.sudo().member_id.name or ""
            if allocation.certainty == "unknown":
                allocation.display_name = name
                continue
            text = Hours(allocation.hours).format(self.env.lang)
            mark = "± " if allocation.certainty == "assumed" else ""
            allocation.display_name = f"{name} {mark}{text}"

    # --- constraints ---

    @api.constrains("member_id", "line_id")
    def _check_member_scope(self):
        for allocation in self:
            member = allocation.member_id.sudo()
            school = allocation.company_id.sudo()
            if member.company_id not in school | school.school_group_id:
                raise ValidationError(
                    self.env._(
                        "%(name)s belongs to %(other)s and cannot take a task in "
                        "%(school)s. Make %(name)s a member of this school, or of the "
                        "whole group.",
                        name=member.name,
                        other=member.company_id.name,
                        school=school.name,
                    )
                )

    @api.constrains("line_id")
    def _check_line_applicable(self):
        self.line_id._check_not_applicable_is_empty()
