"""Scale benefits: the same task, in more hours here than there."""

from functools import cache, partial

from odoo import models

from ...insights import Column, Insight, Records, Table, TableRow
from ...insights.result import rising
from ...insights.rows import ScaleRow
from ...workbook.hours import format_hours
from .overlap import OWN


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _insight_scale_benefits(self, scope):
        """Return what the schools do in more hours than the smallest team needs."""
        found = scope.rows(
            """
            , %(own)s,
            sized AS (SELECT *, hours > 0 AND unknown = 0 AS known FROM team),
            pool AS (
                SELECT task_id, ARRAY_AGG(line_id) AS line_ids,
                    ARRAY_AGG(school_id) AS school_ids,
                    ARRAY_AGG(school_id ORDER BY hours DESC, school_id)
                        FILTER (WHERE known) AS team_ids,
                    ARRAY_AGG(hours::float8 ORDER BY hours DESC, school_id)
                        FILTER (WHERE known) AS team_hours,
                    ARRAY_AGG(school_id) FILTER (WHERE NOT known) AS not_counted_ids,
                    MIN(hours) FILTER (WHERE known) AS smallest,
                    SUM(hours) FILTER (WHERE known) AS together,
                    SUM(hours) FILTER (WHERE known) - MIN(hours) FILTER (WHERE known)
                        * COUNT(*) FILTER (WHERE known) AS above
                FROM sized GROUP BY task_id
                HAVING COUNT(*) FILTER (WHERE known) >= %(schools)s
            )
            SELECT pool.*, allocation_ids
            FROM pool JOIN touched USING (task_id)
            WHERE above > 0 AND above >= %(hours)s
            ORDER BY above DESC, together DESC, task_sequence, task_id
            """,
            own=OWN,
            schools=self._scale_schools(scope),
            hours=scope.thresholds.scale_hours,
        )
        rows = tuple(
            ScaleRow(
                task_id=row["task_id"],
                teams=tuple(zip(row["team_ids"], row["team_hours"], strict=True)),
                smallest=float(row["smallest"]),
                together=float(row["together"]),
                above=float(row["above"]),
                not_counted_ids=rising(row["not_counted_ids"]),
                school_ids=rising(row["school_ids"]),
                line_ids=rising(row["line_ids"]),
                allocation_ids=rising(row["allocation_ids"]),
            )
            for row in found
        )
        return Insight("scale_benefits", rows, scope.without("current"))

    @staticmethod
    def _scale_schools(scope):
        """One team cannot be compared with itself."""
        return max(scope.thresholds.overlap_schools, 2)

    def _table_scale_benefits(self, scope, insight):
        count = len(insight.rows)
        # a large group has the same hours thousands of times
        said = cache(partial(format_hours, language=self.env.lang))
        hours = said(scope.thresholds.scale_hours)
        empty = self.env._(
            "No task takes %s a week or more above the smallest team; schools without "
            "hours cannot be compared.",
            hours,
        )
        if count == 1:
            summary = self.env._(
                "1 task takes more hours in some schools than in others."
            )
        else:
            summary = self.env._(
                "%s tasks take more hours in some schools than in others.", count
            )
        return Table(
            key="scale_benefits",
            title=self.env._("Scale benefits"),
            question=self.env._(
                "Where is it worth looking at how another school does it?"
            ),
            rule=self.env._(
                "At least %(schools)s schools do this task at level school with known "
                "hours. Hours above the smallest team = hours together − number of "
                "schools × hours of the smallest team; shown from %(hours)s a week. "
                "Schools differ: this says where to look, not what will be saved.",
                schools=self._scale_schools(scope),
                hours=hours,
            ),
            summary=summary if count else empty,
            tone="info" if count else "muted",
            empty=empty,
            columns=(
                Column("task", self.env._("Task"), "task"),
                Column(
                    "above",
                    self.env._("Above smallest"),
                    "hours_plain",
                    self.env._("Where to look, not what will be saved."),
                ),
                Column(
                    "formula",
                    self.env._("Calculation"),
                    "text",
                    self.env._("Together − number of schools × the smallest team."),
                ),
                Column("teams", self.env._("Hours by school"), "groups"),
                Column(
                    "not_counted",
                    self.env._("Not compared"),
                    "schools",
                    self.env._(
                        "Schools that do it without known hours, or in 0 hours."
                    ),
                ),
            ),
            rows=tuple(self._scale_row(row, scope, said) for row in insight.rows),
            without_sheet=insight.without_sheet,
        )

    def _scale_row(self, row, scope, said):
        formula = self.env._(
            "%(together)s − %(schools)s × %(smallest)s = %(above)s",
            together=said(row.together),
            schools=len(row.teams),
            smallest=said(row.smallest),
            above=said(row.above),
        )
        by_size = scope.grouped(dict(row.teams))
        return TableRow(
            id=str(row.task_id),
            detail=formula,
            cells={
                "task": row.task_id,
                "above": row.above,
                "formula": formula,
                "teams": [(said(hours), schools) for hours, schools in by_size.items()],
                "not_counted": scope.in_order(row.not_counted_ids),
            },
            records=(
                Records(self.env._("Lines"), "ict.overview.line", row.line_ids),
                Records(
                    self.env._("Allocations"), "ict.allocation", row.allocation_ids
                ),
            ),
        )
