"""Common needs: tasks that nobody does in several schools."""

from odoo import models

from ...insights import Badge, Column, Insight, Records, Table, TableRow
from ...insights.result import rising
from ...insights.rows import NeedRow
from ...workbook.hours import Hours


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _insight_common_needs(self, scope):
        """Return the tasks that are open in several schools, short term first."""
        found = scope.rows(
            """
            , need AS MATERIALIZED (
                SELECT current.id, current.school_id, current.task_id,
                    current.task_sequence, wish.id AS target_id, wish.priority,
                    COALESCE(current.level IN ('group', 'shared'), FALSE)
                        OR COALESCE(wish.level IN ('group', 'shared'), FALSE)
                        AS at_group
                FROM current
                LEFT JOIN target wish ON wish.school_id = current.school_id
                    AND wish.task_id = current.task_id
                WHERE current.of_school AND current.coverage = 'open'
                    AND COALESCE(wish.applicable, TRUE)
            ),
            wanted AS MATERIALIZED (
                SELECT need.task_id, need.target_id, planned.id, planned.hours,
                    planned.unknown
                FROM need JOIN planned ON planned.line_id = need.target_id
            ),
            asked AS (
                SELECT task_id, SUM(hours) AS hours, SUM(unknown) AS unknown,
                    ARRAY_AGG(id) AS allocation_ids
                FROM wanted GROUP BY task_id
            ),
            pool AS (
                SELECT task_id, MIN(task_sequence) AS task_sequence,
                    ARRAY_AGG(school_id) AS school_ids,
                    ARRAY_AGG(school_id) FILTER (WHERE priority = 'short') AS short_ids,
                    ARRAY_AGG(school_id) FILTER (WHERE priority = 'long') AS long_ids,
                    ARRAY_AGG(school_id) FILTER (WHERE at_group) AS group_ids,
                    ARRAY_AGG(school_id) FILTER (WHERE asking.target_id IS NULL)
                        AS not_asked_ids,
                    ARRAY_AGG(id) AS current_ids,
                    ARRAY_AGG(need.target_id) FILTER (
                        WHERE need.target_id IS NOT NULL
                    ) AS target_ids
                FROM need
                LEFT JOIN (SELECT DISTINCT target_id FROM wanted) asking
                    ON asking.target_id = need.target_id
                GROUP BY task_id HAVING COUNT(*) >= %s
            )
            SELECT pool.*, COALESCE(hours, 0) AS hours, COALESCE(unknown, 0) AS unknown,
                allocation_ids
            FROM pool LEFT JOIN asked USING (task_id)
            ORDER BY COALESCE(CARDINALITY(short_ids), 0) DESC,
                CARDINALITY(school_ids) DESC, COALESCE(hours, 0) DESC, task_sequence,
                task_id
            """,
            max(scope.thresholds.need_schools, 1),
        )
        rows = tuple(
            NeedRow(
                task_id=row["task_id"],
                school_ids=rising(row["school_ids"]),
                short_ids=rising(row["short_ids"]),
                long_ids=rising(row["long_ids"]),
                group_ids=rising(row["group_ids"]),
                asked=Hours(row["hours"], row["unknown"]),
                not_asked_ids=rising(row["not_asked_ids"]),
                line_ids=rising([*row["current_ids"], *(row["target_ids"] or ())]),
                allocation_ids=rising(row["allocation_ids"]),
            )
            for row in found
        )
        return Insight("common_needs", rows, scope.without("current"))

    def _table_common_needs(self, scope, insight):
        count = len(insight.rows)
        schools = self._count_schools(max(scope.thresholds.need_schools, 1))
        short = sum(bool(row.short_ids) for row in insight.rows)
        empty = self.env._("No task is open in %s or more.", schools)
        if not count:
            summary = empty
        elif short:
            summary = self.env._(
                "Tasks open in %(schools)s or more: %(tasks)s, on short term among "
                "them: %(short)s.",
                schools=schools,
                tasks=count,
                short=short,
            )
        elif count == 1:
            summary = self.env._("1 task is open in %s or more.", schools)
        else:
            summary = self.env._(
                "%(tasks)s tasks are open in %(schools)s or more.",
                tasks=count,
                schools=schools,
            )
        return Table(
            key="common_needs",
            title=self.env._("Common needs"),
            question=self.env._(
                "What could the group organise for several schools at once?"
            ),
            rule=self.env._(
                "Nobody does this task now in at least %(schools)s, and their target "
                "does not call it not applicable. A vacancy is nobody yet. Short term "
                "comes first; the hours are those that the targets ask.",
                schools=schools,
            ),
            summary=summary,
            tone="danger" if short else "warning" if count else "success",
            empty=empty,
            columns=(
                Column("task", self.env._("Task"), "task"),
                Column(
                    "count",
                    self.env._("Open in"),
                    "number",
                    self.env._("Schools where nobody does it."),
                ),
                Column("schools", self.env._("Schools"), "schools"),
                Column(
                    "priority",
                    self.env._("Priority"),
                    "badges",
                    self.env._("With the number of schools whose target says so."),
                ),
                Column(
                    "asked",
                    self.env._("Hours asked"),
                    "hours",
                    self.env._(
                        "Hours a week that the targets of these schools plan for it."
                    ),
                ),
                Column(
                    "not_asked",
                    self.env._("No hours asked"),
                    "number",
                    self.env._(
                        "Schools whose target plans nobody, or that have no target."
                    ),
                ),
                Column(
                    "group",
                    self.env._("Already at group"),
                    "number",
                    self.env._("Schools that put it at level group or shared."),
                ),
            ),
            rows=tuple(self._need_row(row, scope) for row in insight.rows),
            without_sheet=insight.without_sheet,
        )

    def _need_row(self, row, scope):
        priorities = [
            Badge(self.env._("Short term: %s", len(row.short_ids)), "danger"),
            Badge(self.env._("Long term: %s", len(row.long_ids)), "warning"),
        ]
        counts = (row.short_ids, row.long_ids)
        records = (
            Records(self.env._("Lines"), "ict.overview.line", row.line_ids),
            Records(self.env._("Hours asked"), "ict.allocation", row.allocation_ids),
        )
        return TableRow(
            id=str(row.task_id),
            tone="danger" if row.short_ids else "",
            detail=self.env._("open in %s", self._count_schools(len(row.school_ids))),
            cells={
                "task": row.task_id,
                "count": len(row.school_ids),
                "schools": scope.in_order(row.school_ids),
                "priority": [
                    badge
                    for badge, schools in zip(priorities, counts, strict=True)
                    if schools
                ],
                "asked": row.asked if row.allocation_ids else None,
                "not_asked": len(row.not_asked_ids),
                "group": len(row.group_ids),
            },
            records=tuple(one for one in records if one.ids),
        )
