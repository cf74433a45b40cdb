"""Common needs: tasks that nobody does in several schools."""

from odoo import models

from ...insights import Badge, Column, Insight, Records, Table, TableRow
from ...insights.result import ids
from ...insights.rows import NeedRow
from ...workbook.hours import Hours


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _insight_common_needs(self, scope):
        """Return the tasks that are open in several schools, short term first."""
        found = scope.rows(
            """
            , done AS (SELECT DISTINCT line_id FROM doing),
            need AS (
                SELECT current.id, current.school_id, current.task_id,
                    current.task_sequence, current.level, wish.id AS target_id,
                    wish.priority, wish.level AS target_level
                FROM current
                LEFT JOIN line wish ON wish.kind = 'target'
                    AND wish.school_id = current.school_id
                    AND wish.task_id = current.task_id
                WHERE current.of_school AND COALESCE(wish.applicable, TRUE)
                    AND NOT EXISTS (SELECT FROM done WHERE line_id = current.id)
            ),
            asked AS (
                SELECT line_id, SUM(hours) AS hours, SUM(unknown) AS unknown
                FROM allocation GROUP BY line_id
            )
            SELECT need.task_id,
                ARRAY_AGG(need.school_id) AS school_ids,
                ARRAY_AGG(need.school_id) FILTER (WHERE priority = 'short')
                    AS short_ids,
                ARRAY_AGG(need.school_id) FILTER (WHERE priority = 'long')
                    AS long_ids,
                ARRAY_AGG(need.school_id) FILTER (
                    WHERE level IN ('group', 'shared')
                        OR target_level IN ('group', 'shared')
                ) AS group_ids,
                COALESCE(SUM(asked.hours), 0) AS hours,
                COALESCE(SUM(asked.unknown), 0) AS unknown,
                ARRAY_AGG(need.school_id) FILTER (WHERE asked.line_id IS NULL)
                    AS not_asked_ids,
                ARRAY_AGG(need.id) AS current_ids,
                ARRAY_AGG(need.target_id) FILTER (WHERE target_id IS NOT NULL)
                    AS target_ids
            FROM need LEFT JOIN asked ON asked.line_id = need.target_id
            GROUP BY need.task_id
            HAVING COUNT(*) >= %s
            ORDER BY COUNT(*) FILTER (WHERE priority = 'short') DESC, COUNT(*) DESC,
                SUM(asked.hours) DESC NULLS LAST, MIN(need.task_sequence), need.task_id
            """,
            max(scope.thresholds.need_schools, 1),
        )
        rows = tuple(
            NeedRow(
                task_id=row["task_id"],
                school_ids=ids(row["school_ids"]),
                short_ids=ids(row["short_ids"]),
                long_ids=ids(row["long_ids"]),
                group_ids=ids(row["group_ids"]),
                asked=Hours(row["hours"], row["unknown"]),
                not_asked_ids=ids(row["not_asked_ids"]),
                line_ids=ids([*row["current_ids"], *(row["target_ids"] or ())]),
            )
            for row in found
        )
        return Insight("common_needs", rows, scope.without("current"))

    def _table_common_needs(self, scope, insight):
        _ = self.env._
        count = len(insight.rows)
        schools = scope.thresholds.need_schools
        short = sum(bool(row.short_ids) for row in insight.rows)
        return Table(
            key="common_needs",
            title=_("Common needs"),
            question=_("What could the group organise for several schools at once?"),
            rule=_(
                "Nobody does this task now in at least %(schools)s schools, and their "
                "target does not call it not applicable. A vacancy is nobody yet. "
                "Short term comes first; the hours are those that the targets ask.",
                schools=schools,
            ),
            summary=(
                _("1 task is open in several schools.")
                if count == 1
                else _(
                    "%(tasks)s tasks are open in several schools, %(short)s of them "
                    "on short term.",
                    tasks=count,
                    short=short,
                )
            ),
            tone="danger" if short else "warning" if count else "success",
            empty=_("No task is open in %s schools or more.", schools),
            columns=(
                Column("task", _("Task"), "task"),
                Column("count", _("Open in"), "number"),
                Column("schools", _("Schools"), "schools"),
                Column("priority", _("Priority"), "badges"),
                Column(
                    "asked",
                    _("Hours asked"),
                    "hours",
                    _("Hours a week that the targets of these schools plan for it."),
                ),
                Column(
                    "not_asked",
                    _("No hours asked"),
                    "number",
                    _("Schools whose target plans nobody, or that have no target."),
                ),
                Column(
                    "group",
                    _("Already at the group"),
                    "number",
                    _("Schools that put it at level group or shared."),
                ),
            ),
            rows=tuple(self._need_row(row) for row in insight.rows),
            without_sheet=insight.without_sheet,
        )

    def _need_row(self, row):
        _ = self.env._
        priorities = [
            Badge(_("Short term: %s", len(row.short_ids)), "danger"),
            Badge(_("Long term: %s", len(row.long_ids)), "warning"),
        ]
        counts = (row.short_ids, row.long_ids)
        return TableRow(
            id=str(row.task_id),
            tone="danger" if row.short_ids else "",
            detail=_("open in %s schools", len(row.school_ids)),
            cells={
                "task": row.task_id,
                "count": len(row.school_ids),
                "schools": list(row.school_ids),
                "priority": [
                    badge
                    for badge, schools in zip(priorities, counts, strict=True)
                    if schools
                ],
                "asked": row.asked if row.asked else None,
                "not_asked": len(row.not_asked_ids),
                "group": len(row.group_ids),
            },
            records=(Records(_("Lines"), "ict.overview.line", row.line_ids),),
        )
