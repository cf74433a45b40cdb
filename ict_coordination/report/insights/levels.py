"""Disagreement on the level: school, group or shared."""

from odoo import models

from ...insights import Column, Insight, Records, Table, TableRow
from ...insights.result import rising
from ...insights.rows import LevelRow
from ...models.ict_overview_line import LEVELS


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _insight_level_disagreement(self, scope):
        """Return the tasks on which schools disagree: the largest minority first."""
        found = scope.rows(
            """
            , voted AS (
                SELECT task_id, MIN(task_sequence) AS task_sequence,
                    ARRAY_AGG(id) AS line_ids,
                    ARRAY_AGG(school_id) FILTER (WHERE level = 'school') AS school,
                    ARRAY_AGG(school_id) FILTER (WHERE level = 'group') AS "group",
                    ARRAY_AGG(school_id) FILTER (WHERE level = 'shared') AS shared,
                    ARRAY_AGG(school_id) FILTER (WHERE level IS NULL) AS undecided,
                    COUNT(level) - GREATEST(
                        COUNT(*) FILTER (WHERE level = 'school'),
                        COUNT(*) FILTER (WHERE level = 'group'),
                        COUNT(*) FILTER (WHERE level = 'shared')
                    ) AS minority
                FROM current WHERE of_school GROUP BY task_id
            )
            SELECT * FROM voted WHERE minority >= %s
            ORDER BY minority DESC, CARDINALITY(line_ids) DESC, task_sequence, task_id
            """,
            max(scope.thresholds.minority, 1),
        )
        rows = tuple(_level_row(row) for row in found)
        return Insight("level_disagreement", rows, scope.without("current"))

    def _table_level_disagreement(self, scope, insight):
        count = len(insight.rows)
        labels = dict(
            self.env["ict.overview.line"]
            ._fields["level"]
            ._description_selection(self.env)
        )
        minority = max(scope.thresholds.minority, 1)
        if minority == 1:
            empty = self.env._(
                "Wherever schools chose a level, they chose the same one."
            )
        else:
            empty = self.env._(
                "Nowhere %s or more chose another level than most.",
                self._count_schools(minority),
            )
        if not count:
            summary = empty
        elif count == 1:
            summary = self.env._("Schools chose different levels for 1 task.")
        else:
            summary = self.env._("Schools chose different levels for %s tasks.", count)
        return Table(
            key="level_disagreement",
            title=self.env._("Disagreement on the level"),
            question=self.env._("Which tasks need one agreement: school or group?"),
            rule=self.env._(
                "At least %(schools)s chose another level for this task (school, "
                "group, shared) than most schools. Without a level a school is "
                "undecided and counts for none.",
                schools=self._count_schools(minority),
            ),
            summary=summary,
            tone="warning" if count else "success",
            empty=empty,
            columns=(
                Column("task", self.env._("Task"), "task"),
                Column(
                    "minority",
                    self.env._("Chose otherwise"),
                    "number",
                    self.env._("Schools that chose another level than most."),
                ),
                Column("chosen", self.env._("Chosen levels"), "groups"),
                Column("undecided", self.env._("Undecided"), "schools"),
            ),
            rows=tuple(self._level_row(row, labels, scope) for row in insight.rows),
            without_sheet=insight.without_sheet,
        )

    def _level_row(self, row, labels, scope):
        return TableRow(
            id=str(row.task_id),
            detail=self.env._(
                "another level in %(schools)s",
                schools=self._count_schools(row.minority),
            ),
            cells={
                "task": row.task_id,
                "minority": row.minority,
                "chosen": [
                    (labels[level], scope.in_order(schools))
                    for level, schools in row.chosen
                ],
                "undecided": scope.in_order(row.undecided_ids),
            },
            records=(Records(self.env._("Lines"), "ict.overview.line", row.line_ids),),
        )


def _level_row(row):
    chosen = [(level, rising(row[level])) for level, _label in LEVELS if row[level]]
    # sort is stable: as many schools stay in the order of the levels
    chosen.sort(key=lambda choice: -len(choice[1]))
    undecided = rising(row["undecided"])
    schools = [*undecided]
    for _level, found in chosen:
        schools += found
    return LevelRow(
        task_id=row["task_id"],
        chosen=tuple(chosen),
        undecided_ids=undecided,
        minority=row["minority"],
        school_ids=rising(schools),
        line_ids=rising(row["line_ids"]),
    )
