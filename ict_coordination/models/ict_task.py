from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from .res_company import SCHOOL_TYPES


class IctTask(models.Model):
    """A line of the catalogue: shared, of one school group, or a school's own."""

    _name = "ict.task"
    _description = "ICT task"
    _inherit = ["ict.school.mixin"]
    _order = "cluster_sequence, cluster_id, sequence, id"
    _rec_names_search = ["name", "source_name"]
    _check_company_auto = True

    name = fields.Char(required=True, translate=True)
    source_name = fields.Char(
        index=True,
        copy=False,
        help="The wording of the source workbook. Imports recognise the task by it, "
        "also after the task was renamed.",
    )
    code = fields.Char(copy=False)
    sequence = fields.Integer(default=100)
    cluster_id = fields.Many2one(
        "ict.cluster",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
        group_expand="_group_expand_clusters",
    )
    cluster_sequence = fields.Integer(
        "Cluster order", related="cluster_id.sequence", store=True
    )
    cluster_color = fields.Integer(related="cluster_id.color")
    company_id = fields.Many2one(
        "res.company",
        "School or group",
        index=True,
        help="Empty: a task for every school. A school group: for all its schools. "
        "A school: for this school only.",
    )
    is_core = fields.Boolean(
        "Core task",
        help="The source workbook prints the most important tasks in purple. Its "
        "published text has lost that colour, so no task is shipped as a core task: "
        "set it yourself, or import a workbook that still has the colour.",
    )
    only_school_type = fields.Selection(
        SCHOOL_TYPES,
        "Only for",
        help="In schools of another type the task is 'not applicable' to begin with.",
    )
    in_situation_sheets = fields.Boolean(
        "In the situation sheets",
        default=True,
        help="The source workbook leaves one task out of the sheets 'Current "
        "situation' and 'Target'.",
    )
    keywords = fields.Char(
        help="Words that people use when they look for help with this task, such as "
        "“beamer”. Everybody finds the task by them in “Who does what”.",
    )
    description = fields.Text(translate=True)
    active = fields.Boolean(default=True)
    competency_ids = fields.One2many("ict.competency", "task_id", "Own competencies")
    line_ids = fields.One2many(
        "ict.overview.line",
        "task_id",
        "Where",
        domain=[("overview_id.in_force", "=", True)],
        groups="ict_coordination.group_ict_reader",
    )
    open_count = fields.Integer(
        "Open in",
        compute="_compute_coverage_counts",
        groups="ict_coordination.group_ict_reader",
        help="Sheets of the current situation in force where nobody does this task.",
    )
    covered_count = fields.Integer(
        "Done in",
        compute="_compute_coverage_counts",
        groups="ict_coordination.group_ict_reader",
    )

    _code_uniq = models.UniqueIndex(
        "(code, COALESCE(company_id, 0)) WHERE code IS NOT NULL",
        "A task with this code exists already.",
    )

    # --- computes ---

    @api.depends("line_ids.coverage")
    @api.depends_context("uid", "allowed_company_ids")
    def _compute_coverage_counts(self):
        counts = {}
        for task, coverage, count in self.env["ict.overview.line"]._read_group(
            Domain("task_id", "in", self.ids)
            & Domain("kind", "=", "current")
            & Domain("overview_id.in_force", "=", True),
            ["task_id", "coverage"],
            ["__count"],
        ):
            counts[task.id, coverage] = count
        for task in self:
            task.open_count = counts.get((task._origin.id, "open"), 0)
            task.covered_count = sum(
                counts.get((task._origin.id, coverage), 0)
                for coverage in ("single", "team")
            )

    def _group_expand_clusters(self, clusters, domain):
        return clusters | clusters.search([("task_ids", "!=", False)])

    # --- constraints ---

    @api.constrains("company_id")
    def _check_lines_in_scope(self):
        """A task that is filled in elsewhere may not become one school's own."""
        for task in self.filtered("company_id"):
            outside = (
                self.env["ict.overview.line"]
                .sudo()
                .search_count(
                    [
                        ("task_id", "=", task.id),
                        ("company_id", "!=", task.company_id.id),
                        ("company_id.school_group_id", "!=", task.company_id.id),
                    ],
                    limit=1,
                )
            )
            if outside:
                raise ValidationError(
                    self.env._(
                        "“%(task)s” is used by other schools than %(school)s. Make a "
                        "new task for this school, or leave this one shared.",
                        task=task.name,
                        school=task.company_id.name,
                    )
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_filled_in(self):
        used = (
            self.env["ict.overview.line"]
            .sudo()
            .search([("task_id", "in", self.ids)], limit=1)
        )
        if used:
            raise UserError(
                self.env._(
                    "“%s” stands in overviews and cannot be deleted. Archive the task: "
                    "it stays where it is filled in and is left out of new overviews.",
                    used.task_id.name,
                )
            )

    # --- API ---

    @api.model
    def _domain_for_school(self, company):
        """Domain of the tasks that a new overview of ``company`` starts with."""
        return Domain(self._check_company_domain(company))

    def _applies_to(self, company):
        """Whether the task is applicable in ``company`` to begin with."""
        self.ensure_one()
        return self.only_school_type in (False, company.ict_school_type) or (
            company.ict_school_type in (False, "group", "other")
        )

    # --- actions ---

    def action_open_lines(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "ict_coordination.ict_overview_line_action"
        )
        action["domain"] = [("task_id", "=", self.id)]
        action["context"] = {"search_default_in_force": 1}
        action["display_name"] = self.name
        return action
