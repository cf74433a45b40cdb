"""Gaps in the mandates: who decides, executes, is the contact."""

from odoo import models
from odoo.tools import SQL

from ...insights import Badge, Column, Insight, Records, Table, TableRow
from ...insights.result import rising
from ...insights.rows import GAPS, MandateRow

_TONES = {
    "deciders": "danger",
    "no_executor": "danger",
    "no_decider": "warning",
    "no_contact": "info",
}


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _insight_mandate_gaps(self, scope):
        """Return the tasks with a gap: too many deciders first, core before others."""
        # whoever reads a line reads what its task is
        tasks = self.env["ict.task"].sudo()
        found = scope.rows(
            """
            , mandate AS (
                SELECT line_id,
                    %(many)s AS deciders,
                    BOOL_OR(executes) IS NOT TRUE AS no_executor,
                    BOOL_OR(decides) IS NOT TRUE AS no_decider,
                    BOOL_OR(contact) IS NOT TRUE AS no_contact
                FROM doing GROUP BY line_id
            ),
            gap AS (
                SELECT task_id, MIN(task_sequence) AS task_sequence,
                    ARRAY_AGG(school_id) AS school_ids, ARRAY_AGG(id) AS line_ids,
                    ARRAY_AGG(id) FILTER (WHERE deciders) AS deciders,
                    ARRAY_AGG(id) FILTER (WHERE no_executor) AS no_executor,
                    ARRAY_AGG(id) FILTER (WHERE no_decider) AS no_decider,
                    ARRAY_AGG(id) FILTER (WHERE no_contact) AS no_contact
                FROM current JOIN mandate ON mandate.line_id = current.id
                WHERE deciders OR no_executor OR no_decider OR no_contact
                GROUP BY task_id
            )
            SELECT gap.*, COALESCE(%(core)s, FALSE) AS core
            FROM gap JOIN ict_task ON ict_task.id = gap.task_id
            ORDER BY deciders IS NULL, no_executor IS NULL, no_decider IS NULL,
                core DESC, CARDINALITY(line_ids) DESC, task_sequence, task_id
            """,
            many=_several(scope.thresholds.deciders),
            core=tasks._field_to_sql("ict_task", "is_core"),
        )
        rows = tuple(
            MandateRow(
                task_id=row["task_id"],
                core=row["core"],
                gaps=tuple((gap, rising(row[gap])) for gap in GAPS if row[gap]),
                school_ids=rising(row["school_ids"]),
                line_ids=rising(row["line_ids"]),
            )
            for row in found
        )
        return Insight("mandate_gaps", rows, scope.without("current"))

    def _table_mandate_gaps(self, scope, insight):
        count = len(insight.rows)
        many = scope.thresholds.deciders + 1
        words = {
            "deciders": self.env._("%s or more people decide", many),
            "no_executor": self.env._("Nobody executes"),
            "no_decider": self.env._("Nobody decides"),
            "no_contact": self.env._("No contact"),
        }
        unclear = sum(row.gaps[0][0] == "deciders" for row in insight.rows)
        empty = self.env._(
            "Of every task that somebody does it is clear who decides, executes and is "
            "the contact."
        )
        if not count:
            summary = empty
        elif count == 1:
            summary = self.env._(
                "The mandates of 1 task are not complete or not clear."
            )
        else:
            summary = self.env._(
                "The mandates of %s tasks are not complete or not clear.", count
            )
        return Table(
            key="mandate_gaps",
            title=self.env._("Gaps in mandates"),
            question=self.env._(
                "About which tasks must we agree who decides and who does it?"
            ),
            rule=self.env._(
                "Somebody does this task, but %(people)s or more people decide, or "
                "nobody executes it, decides or is the contact. Tasks that nobody does "
                "are left out: they are open.",
                people=many,
            ),
            summary=summary,
            tone="danger" if unclear else "warning" if count else "success",
            empty=empty,
            columns=(
                Column("task", self.env._("Task"), "task"),
                Column(
                    "gaps",
                    self.env._("Gaps"),
                    "badges",
                    self.env._("With the number of schools that have this gap."),
                ),
                Column(
                    "count",
                    self.env._("In"),
                    "number",
                    self.env._("Schools with a gap."),
                ),
                Column("schools", self.env._("Schools"), "schools"),
            ),
            rows=tuple(self._mandate_row(row, words, scope) for row in insight.rows),
            without_sheet=insight.without_sheet,
        )

    def _mandate_row(self, row, words, scope):
        first, first_ids = row.gaps[0]
        return TableRow(
            id=str(row.task_id),
            tone=_TONES[first] if row.core else "",
            detail=self.env._(
                "%(gap)s in %(schools)s",
                gap=words[first][:1].lower() + words[first][1:],
                schools=self._count_schools(len(first_ids)),
            ),
            cells={
                "task": row.task_id,
                "gaps": [
                    Badge(
                        self.env._(
                            "%(gap)s: %(schools)s", gap=words[gap], schools=len(found)
                        ),
                        _TONES[gap],
                    )
                    for gap, found in row.gaps
                ],
                "count": len(row.school_ids),
                "schools": scope.in_order(row.school_ids),
            },
            records=tuple(
                Records(words[gap], "ict.overview.line", found)
                for gap, found in row.gaps
            ),
        )


def _several(number):
    """Return SQL that is true where more than ``number`` people decide on a line."""
    if number == 1:
        # without sorting all allocations, as counting different people does
        return SQL(
            "MIN(human) FILTER (WHERE decides) <> MAX(human) FILTER (WHERE decides)"
        )
    return SQL("COUNT(DISTINCT human) FILTER (WHERE decides) > %s", number)
