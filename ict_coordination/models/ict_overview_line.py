from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import LazyTranslate

from ..workbook.hours import Hours
from .unknown_hours import HoursField

_lt = LazyTranslate(__name__)

# Odoo translates this label in the module that marked it: mark it here.
UNDECIDED = _lt("Undecided")

LEVELS = [("school", "School"), ("group", "Group"), ("shared", "Shared")]
PRIORITIES = [("short", "Short term"), ("long", "Long term"), ("none", "None")]
COVERAGES = [
    ("open", "Open"),
    ("single", "One person"),
    ("team", "Team"),
    ("not_applicable", "Not applicable"),
]


class IctOverviewLine(models.Model):
    """One task on one sheet.

    The totals and the coverage are stored, so that lists, maps and reports group by
    them. A vacancy holds a task, but nobody does it yet: it does not count as a
    person.
    """

    _name = "ict.overview.line"
    _description = "ICT overview line"
    _inherit = ["ict.unknown.hours"]
    _order = "overview_id, task_sequence, id"
    _rec_names_search = ["task_id.name", "task_id.source_name"]
    _check_company_auto = True
    _unknown_hours_field = "unknown_hours_count"

    overview_id = fields.Many2one(
        "ict.overview",
        required=True,
        index=True,
        ondelete="cascade",
    )
    task_id = fields.Many2one(
        "ict.task", required=True, index=True, ondelete="restrict", check_company=True
    )
    task_sequence = fields.Integer(
        compute="_compute_task_sequence", store=True, precompute=True
    )
    cluster_id = fields.Many2one(
        related="task_id.cluster_id", store=True, precompute=True, index=True
    )
    company_id = fields.Many2one(
        related="overview_id.company_id",
        string="School",
        store=True,
        precompute=True,
        index=True,
    )
    kind = fields.Selection(related="overview_id.kind", store=True, precompute=True)
    state = fields.Selection(related="overview_id.state", store=True, precompute=True)
    is_core = fields.Boolean(related="task_id.is_core")
    applicable = fields.Boolean(default=True)
    level = fields.Selection(
        LEVELS, help="Empty: not decided yet.", falsy_value_label=UNDECIDED
    )
    priority = fields.Selection(
        PRIORITIES,
        group_expand=True,
        falsy_value_label=UNDECIDED,
        help="When the target must be reached. Empty: not decided yet.",
    )
    note = fields.Text()
    allocation_ids = fields.One2many("ict.allocation", "line_id", "People", copy=True)

    hours = HoursField(
        "Hours a week",
        compute="_compute_totals",
        store=True,
        precompute=True,
        digits=(7, 2),
        aggregator="sum",
    )
    unknown_hours_count = fields.Integer(
        "Without hours",
        compute="_compute_totals",
        store=True,
        precompute=True,
        help="People on this task whose hours are not known. They are not counted "
        "as zero.",
    )
    person_count = fields.Integer(
        "People (number)", compute="_compute_totals", store=True, precompute=True
    )
    coverage = fields.Selection(
        COVERAGES,
        compute="_compute_totals",
        store=True,
        precompute=True,
        group_expand=True,
        index=True,
    )
    has_decider = fields.Boolean(
        "Somebody decides", compute="_compute_totals", store=True, precompute=True
    )
    has_contact = fields.Boolean(
        "Has a contact", compute="_compute_totals", store=True, precompute=True
    )
    hours_text = fields.Char("Hours in words", compute="_compute_texts")
    is_editable = fields.Boolean(related="overview_id.is_editable", related_sudo=False)
    people_text = fields.Char("Who", compute="_compute_texts")

    _task_uniq = models.UniqueIndex(
        "(overview_id, task_id)", "This task stands in the overview already."
    )

    # --- computes ---

    @api.depends("task_id.sequence", "task_id.cluster_id.sequence")
    def _compute_task_sequence(self):
        """Sheet order in one number: cluster first, then the task in it."""
        for line in self:
            task = line.task_id
            line.task_sequence = task.cluster_id.sequence * 10_000 + task.sequence

    @api.depends(
        "applicable",
        "allocation_ids.hours",
        "allocation_ids.certainty",
        "allocation_ids.decides",
        "allocation_ids.contact",
        "allocation_ids.member_id.member_type",
    )
    def _compute_totals(self):
        for line in self:
            allocations = line.allocation_ids
            people = allocations.filtered(
                lambda a: a.member_id.member_type in ("employee", "partner")
            )
            line.hours = sum(allocations.mapped("hours"))
            line.unknown_hours_count = len(
                allocations.filtered(lambda a: a.certainty == "unknown")
            )
            line.person_count = len(people)
            line.has_decider = any(allocations.mapped("decides"))
            line.has_contact = any(allocations.mapped("contact"))
            if not line.applicable:
                line.coverage = "not_applicable"
            elif not people:
                line.coverage = "open"
            else:
                line.coverage = "single" if len(people) == 1 else "team"

    @api.depends("hours", "unknown_hours_count", "allocation_ids.display_name")
    @api.depends_context("lang")
    def _compute_texts(self):
        for line in self:
            line.hours_text = (
                Hours(line.hours, line.unknown_hours_count).format(self.env.lang)
                if line.allocation_ids
                else ""
            )
            line.people_text = ", ".join(line.allocation_ids.mapped("display_name"))

    @api.depends("task_id.name", "overview_id.display_name")
    @api.depends_context("lang", "ict_line_with_overview")
    def _compute_display_name(self):
        """The task; where several sheets are on the screen also which sheet."""
        with_overview = self.env.context.get("ict_line_with_overview")
        for line in self:
            line.display_name = line.task_id.display_name
            if with_overview:
                line.display_name += f" · {line.overview_id.display_name}"

    # --- constraints ---

    @api.constrains("priority", "kind")
    def _check_priority_of_target(self):
        if any(line.priority and line.kind != "target" for line in self):
            raise ValidationError(
                self.env._("Only a target has priorities (short term, long term).")
            )

    @api.constrains("applicable", "allocation_ids")
    def _check_not_applicable_is_empty(self):
        for line in self:
            if not line.applicable and line.allocation_ids:
                raise ValidationError(
                    self.env._(
                        "“%(task)s” is not applicable, but %(people)s is on it. Remove "
                        "the people first.",
                        task=line.task_id.name,
                        people=", ".join(line.allocation_ids.member_id.mapped("name")),
                    )
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_filled_in(self):
        self.overview_id._check_editable()
        for line in self:
            if line.allocation_ids:
                raise UserError(
                    self.env._(
                        "%(people)s is on “%(task)s”. Remove the people first, or set "
                        "the task to not applicable.",
                        task=line.task_id.name,
                        people=", ".join(line.allocation_ids.member_id.mapped("name")),
                    )
                )

    # --- create, write ---

    @api.model_create_multi
    def create(self, vals_list):
        self.env["ict.overview"].browse(
            {vals["overview_id"] for vals in vals_list if vals.get("overview_id")}
        )._check_editable()
        lines = super().create(vals_list)
        lines.overview_id._grid_changed()
        return lines

    def write(self, vals):
        self.check_access("write")
        self.overview_id._check_editable()
        for field in ("overview_id", "task_id"):
            if field in vals and any(line[field].id != vals[field] for line in self):
                raise UserError(
                    self.env._(
                        "A line stays with its task and its overview. Add another line."
                    )
                )
        result = super().write(vals)
        for overview, lines in self.grouped("overview_id").items():
            overview._grid_changed(lines.ids)
        return result

    def unlink(self):
        self.overview_id._grid_changed()
        return super().unlink()
