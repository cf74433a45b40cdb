from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ..insights.plan import PlanProgress
from .human import human_sql

# The fields that _plan_sql reads, by model.
_READ = {
    "ict.overview.line": [
        *("overview_id", "task_id", "company_id", "applicable", "level", "priority"),
    ],
    "ict.allocation": ["line_id", "member_id", "hours", "certainty"],
    "ict.team.member": ["member_type", "employee_id", "partner_id"],
}


class IctOverviewLine(models.Model):
    """Target and current situation compared: one statement for whoever asks.

    What changes is said in words in ``insights/plan.py``. Both sheets are of one school
    and are found with the rights of the reader: who may read the line may read what it
    is compared with.
    """

    _inherit = "ict.overview.line"

    @api.model
    def _plan_sql(self, schools=Domain.TRUE, line_ids=None):
        """Return ``WITH`` tables of which ``plan`` is the last: put a SELECT behind.

        A row of ``plan`` is a line of a target in force whose school has a current
        sheet in force too: id, company_id, current_id (its counterpart, or NULL), state
        ('todo', 'reached' or NULL: it says nothing), whether new, dropped, person,
        hours and level change, level_from, level_to, joins and leaves (ids of members,
        one for each human), and of all people hours_from, unknown_from, people_from,
        hours_to, unknown_to, people_to.

        :param schools: a domain on the sheets, to look at some schools only
        :param line_ids: lines of a target, to look at these only
        """
        for model, names in _READ.items():
            self.env[model].flush_model(names)
        overviews = self.env["ict.overview"]
        sheets = overviews._search(Domain("in_force", "=", True) & schools)
        return SQL(
            """
            WITH sheet AS MATERIALIZED (%(sheets)s),
            pair AS MATERIALIZED (
                SELECT line.id, line.company_id, now.id AS current_id,
                    COALESCE(line.applicable, FALSE) AS stays,
                    COALESCE(now.applicable, FALSE) AS is_on,
                    line.priority, line.level AS level_to, now.level AS level_from
                FROM sheet target
                JOIN sheet current ON current.company_id = target.company_id
                    AND current.kind = 'current'
                JOIN ict_overview_line line ON line.overview_id = target.id
                LEFT JOIN ict_overview_line now ON now.overview_id = current.id
                    AND now.task_id = line.task_id
                WHERE target.kind = 'target' AND %(chosen)s
            ),
            person AS (
                SELECT side.id,
                    %(human)s AS person,
                    MIN(member.id) FILTER (WHERE NOT side.later) AS before,
                    MIN(member.id) FILTER (WHERE side.later) AS after,
                    SUM(one.hours) FILTER (WHERE NOT side.later) AS hours_from,
                    SUM(one.hours) FILTER (WHERE side.later) AS hours_to,
                    COUNT(*) FILTER (WHERE NOT side.later
                        AND one.certainty = 'unknown') AS unknown_from,
                    COUNT(*) FILTER (WHERE side.later
                        AND one.certainty = 'unknown') AS unknown_to
                FROM (
                    SELECT id, current_id AS line_id, FALSE AS later
                    FROM pair WHERE is_on
                    UNION ALL SELECT id, id, TRUE FROM pair WHERE stays
                ) side
                JOIN ict_allocation one ON one.line_id = side.line_id
                JOIN ict_team_member member ON member.id = one.member_id
                    AND member.member_type <> 'sounding_board'
                GROUP BY side.id, 2
            ),
            people AS (
                SELECT id, COUNT(before) AS people_from, COUNT(after) AS people_to,
                    COALESCE(SUM(hours_from), 0) AS hours_from,
                    COALESCE(SUM(hours_to), 0) AS hours_to,
                    SUM(unknown_from)::int AS unknown_from,
                    SUM(unknown_to)::int AS unknown_to,
                    BOOL_OR(before IS NULL OR after IS NULL) AS others,
                    COALESCE(BOOL_OR(
                        (COALESCE(hours_from, 0), unknown_from)
                        <> (COALESCE(hours_to, 0), unknown_to)
                    ) FILTER (WHERE before IS NOT NULL AND after IS NOT NULL), FALSE)
                        AS other_hours,
                    ARRAY_AGG(after) FILTER (WHERE before IS NULL) AS joins,
                    ARRAY_AGG(before) FILTER (WHERE after IS NULL) AS leaves
                FROM person GROUP BY id
            ),
            change AS (
                SELECT pair.id, company_id, current_id, level_from, level_to, joins,
                    leaves, people_from, people_to, hours_from, hours_to, unknown_from,
                    unknown_to,
                    stays AND NOT is_on AS new,
                    is_on AND NOT stays AS dropped,
                    said AND COALESCE(others, FALSE) AS person,
                    said AND COALESCE(other_hours OR (hours_from, unknown_from)
                        <> (hours_to, unknown_to), FALSE) AS hours,
                    said AND level_to IS NOT NULL
                        AND level_to IS DISTINCT FROM level_from AS level,
                    said
                FROM pair LEFT JOIN people ON people.id = pair.id
                CROSS JOIN LATERAL (
                    SELECT stays AND is_on AND (level_to IS NOT NULL
                        OR priority IS NOT NULL OR COALESCE(people_to, 0) > 0) AS said
                ) AS filled_in
            ),
            plan AS (
                SELECT change.*, CASE
                    WHEN new OR dropped OR person OR hours OR level THEN 'todo'
                    WHEN said THEN 'reached' END AS state
                FROM change
            )
            """,
            human=human_sql(
                *(
                    SQL.identifier("member", name)
                    for name in ("employee_id", "partner_id", "id")
                )
            ),
            sheets=sheets.select(
                *(
                    overviews._field_to_sql(overviews._table, name, sheets)
                    for name in ("id", "company_id", "kind")
                )
            ),
            chosen=SQL("TRUE")
            if line_ids is None
            else SQL("line.id = ANY(%s)", list(line_ids)),
        )

    @api.model
    def _plan_progress(self, company_ids=None):
        """Return ``{company id: PlanProgress}`` of the schools that have both sheets.

        One query, with the rights of the reader.

        :param company_ids: these schools only
        """
        self.env["mail.activity"].flush_model(
            ["res_model", "res_id", "active", "date_deadline"]
        )
        schools = Domain.TRUE
        if company_ids is not None:
            schools = Domain("company_id", "in", list(company_ids))
        rows = self.env.execute_query(
            SQL(
                """
                %s SELECT company_id,
                    COUNT(*) FILTER (WHERE state = 'todo'),
                    COUNT(first) FILTER (WHERE state = 'todo'),
                    COUNT(*) FILTER (WHERE state = 'todo' AND first < %s),
                    COUNT(*) FILTER (WHERE state = 'reached')
                FROM plan LEFT JOIN (
                    SELECT res_id, MIN(date_deadline) AS first FROM mail_activity
                    WHERE res_model = %s AND active GROUP BY res_id
                ) activity ON activity.res_id = plan.id
                GROUP BY company_id
                """,
                self._plan_sql(schools),
                fields.Date.context_today(self),
                self._name,
            )
        )
        return {company_id: PlanProgress(*counts) for company_id, *counts in rows}
