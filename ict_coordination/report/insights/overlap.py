"""Overlap: the same task done by several schools, each for itself."""

from odoo import models
from odoo.tools import SQL

from ...insights import Column, Insight, Records, Table, TableRow
from ...insights.result import rising
from ...insights.rows import OverlapRow
from ...workbook.hours import Hours

#: ``own``: each allocation of what schools do at level school; ``team``: the same by
#: line, which is one task of one school
OWN = SQL(
    """
    own AS MATERIALIZED (
        SELECT doing.id, doing.line_id, doing.human, doing.hours, doing.unknown,
            current.school_id, current.task_id, current.task_sequence
        FROM current JOIN doing ON doing.line_id = current.id
        WHERE current.of_school AND current.level = 'school'
    ),
    team AS (
        SELECT line_id, school_id, task_id, SUM(hours) AS hours,
            SUM(unknown)::int AS unknown
        FROM own GROUP BY line_id, school_id, task_id
    ),
    touched AS (
        SELECT task_id, MIN(task_sequence) AS task_sequence,
            ARRAY_AGG(id) AS allocation_ids
        FROM own GROUP BY task_id
    )
    """
)


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _insight_overlap(self, scope):
        """Return the tasks that several schools do, most hours first."""
        found = scope.rows(
            """
            , %(own)s,
            pool AS (
                SELECT task_id, ARRAY_AGG(school_id) AS school_ids,
                    ARRAY_AGG(line_id) AS line_ids,
                    SUM(hours) AS hours, SUM(unknown)::int AS unknown
                FROM team GROUP BY task_id HAVING COUNT(*) >= %(schools)s
            ),
            doer AS (
                SELECT task_id, human, MIN(school_id) <> MAX(school_id) AS shared
                FROM own GROUP BY task_id, human
            ),
            people AS (
                SELECT task_id, ARRAY_AGG(human) AS humans,
                    ARRAY_AGG(human) FILTER (WHERE shared) AS shared
                FROM doer GROUP BY task_id
            )
            SELECT pool.*, humans, shared, allocation_ids
            FROM pool JOIN people USING (task_id) JOIN touched USING (task_id)
            ORDER BY hours DESC, CARDINALITY(school_ids) DESC, unknown DESC,
                task_sequence, task_id
            """,
            own=OWN,
            schools=scope.thresholds.overlap_schools,
        )
        rows = tuple(
            OverlapRow(
                task_id=row["task_id"],
                persons=scope.people.by_name(row["humans"]),
                shared_persons=scope.people.by_name(row["shared"]),
                hours=Hours(row["hours"], row["unknown"]),
                school_ids=rising(row["school_ids"]),
                line_ids=rising(row["line_ids"]),
                allocation_ids=rising(row["allocation_ids"]),
            )
            for row in found
        )
        return Insight("overlap", rows, scope.without("current"))

    def _table_overlap(self, scope, insight):
        count = len(insight.rows)
        schools = self._count_schools(scope.thresholds.overlap_schools)
        empty = self.env._("No task is done at level school in %s or more.", schools)
        if count == 1:
            summary = self.env._("1 task is done by several schools, each for itself.")
        else:
            summary = self.env._(
                "%s tasks are done by several schools, each for itself.", count
            )
        return Table(
            key="overlap",
            title=self.env._("Overlap"),
            question=self.env._(
                "What do schools each do themselves that they could share?"
            ),
            rule=self.env._(
                "At least %(schools)s do this task at level school, each with people "
                "of its own. Hours are those of who does it now, not of vacancies.",
                schools=schools,
            ),
            summary=summary if count else empty,
            tone="info" if count else "success",
            empty=empty,
            columns=(
                Column("task", self.env._("Task"), "task"),
                Column(
                    "hours",
                    self.env._("Hours"),
                    "hours",
                    self.env._("Hours a week together."),
                ),
                Column("schools", self.env._("Schools"), "schools"),
                Column("people", self.env._("People"), "people"),
                Column(
                    "shared",
                    self.env._("In several schools"),
                    "people",
                    self.env._(
                        "Who does this task in more than one of these schools already."
                    ),
                ),
                Column(
                    "lines",
                    self.env._("Lines touched"),
                    "number",
                    self.env._(
                        "Lines of overviews that would change if it were pooled."
                    ),
                ),
                Column(
                    "allocations",
                    self.env._("Allocations touched"),
                    "number",
                    self.env._(
                        "Agreements with people that would change if it were pooled."
                    ),
                ),
            ),
            rows=tuple(self._overlap_row(row, scope) for row in insight.rows),
            without_sheet=insight.without_sheet,
        )

    def _overlap_row(self, row, scope):
        return TableRow(
            id=str(row.task_id),
            detail=self.env._(
                "%(hours)s in %(schools)s",
                hours=row.hours.format(self.env.lang),
                schools=self._count_schools(len(row.school_ids)),
            ),
            cells={
                "task": row.task_id,
                "hours": row.hours,
                "schools": scope.in_order(row.school_ids),
                "people": list(row.persons),
                "shared": list(row.shared_persons),
                "lines": len(row.line_ids),
                "allocations": len(row.allocation_ids),
            },
            records=(
                Records(self.env._("Lines"), "ict.overview.line", row.line_ids),
                Records(
                    self.env._("Allocations"), "ict.allocation", row.allocation_ids
                ),
            ),
        )
