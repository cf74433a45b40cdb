from odoo import fields, models
from odoo.tools import SQL

from ..models.ict_overview import KINDS, STATES
from ..models.ict_overview_line import COVERAGES, LEVELS, UNDECIDED
from ..models.unknown_hours import HoursField

#: As on the coverage map, what nobody looked at stands apart from what is open.
YEAR_COVERAGES = [
    *COVERAGES[:1],
    ("undecided", "Undecided"),
    *COVERAGES[1:],
]


class IctYearReport(models.Model):
    """The tasks of a school over the years: a row for each line that counts.

    Of each school, kind and school year one sheet counts: the active one before an
    archived one before the newest draft, as ``coverage.choosing.choose_sheets`` has it.
    The id of a row is that of the line.
    """

    _name = "ict.year.report"
    _description = "ICT tasks over the years"
    _inherit = ["ict.unknown.hours"]
    _auto = False
    _order = "company_id, kind, school_year desc, task_sequence, id"
    _rec_name = "task_id"
    _unknown_hours_field = "unknown_hours_count"
    _depends = {
        "ict.overview": ["company_id", "kind", "school_year", "state"],
        "ict.overview.line": [
            "overview_id",
            "task_id",
            "task_sequence",
            "cluster_id",
            "level",
            "priority",
            "coverage",
            "hours",
            "unknown_hours_count",
            "person_count",
        ],
    }

    overview_id = fields.Many2one("ict.overview", readonly=True)
    line_id = fields.Many2one("ict.overview.line", readonly=True)
    company_id = fields.Many2one("res.company", "School", readonly=True)
    school_year = fields.Char(readonly=True)
    kind = fields.Selection(KINDS, readonly=True)
    state = fields.Selection(STATES, readonly=True)
    comparable = fields.Boolean(
        "School with several years",
        readonly=True,
        help="The school has an overview of this kind of another year as well.",
    )
    task_id = fields.Many2one("ict.task", readonly=True)
    task_sequence = fields.Integer(readonly=True, aggregator=None)
    cluster_id = fields.Many2one("ict.cluster", readonly=True)
    level = fields.Selection(LEVELS, readonly=True, falsy_value_label=UNDECIDED)
    coverage = fields.Selection(YEAR_COVERAGES, readonly=True)
    task_count = fields.Integer("Tasks", readonly=True)
    hours = HoursField("Hours a week", digits=(7, 2), readonly=True, aggregator="sum")
    unknown_hours_count = fields.Integer("Without hours", readonly=True)
    person_count = fields.Integer("People on tasks", readonly=True)

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT line.id, line.id AS line_id, line.overview_id, sheet.company_id,
                sheet.school_year, sheet.kind, sheet.state, sheet.comparable,
                line.task_id, line.task_sequence, line.cluster_id, line.level,
                CASE WHEN line.coverage = 'open' AND line.level IS NULL
                    THEN 'undecided' ELSE line.coverage END AS coverage,
                1 AS task_count, line.hours, line.unknown_hours_count,
                line.person_count
            FROM (
                SELECT chosen.*, COUNT(*) OVER (PARTITION BY company_id, kind) > 1
                    AS comparable
                FROM (
                    SELECT DISTINCT ON (company_id, kind, school_year)
                        id, company_id, kind, school_year, state
                    FROM ict_overview
                    ORDER BY company_id, kind, school_year,
                        ARRAY_POSITION(ARRAY['active', 'archived', 'draft'], state),
                        id DESC
                ) chosen
            ) sheet
            JOIN ict_overview_line line ON line.overview_id = sheet.id
            """
        )

    def action_open_line(self):
        """Open the task on the sheet of that year."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "ict.overview.line",
            "res_id": self.line_id.id,
            "views": [(False, "form")],
        }
