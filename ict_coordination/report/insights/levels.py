"""Disagreement on the level: school, group or shared."""

from itertools import chain

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
            SELECT task_id, level, MIN(task_sequence) AS task_sequence,
                ARRAY_AGG(school_id) AS school_ids, ARRAY_AGG(id) AS line_ids
            FROM current WHERE of_school GROUP BY task_id, level
            """
        )
        tasks = {}
        for row in found:
            tasks.setdefault(row["task_id"], {})[row["level"]] = row
        limit = max(scope.thresholds.minority, 1)
        voted = [
            row for row in map(_level_row, tasks.values()) if row.minority >= limit
        ]
        sequence = {row["task_id"]: row["task_sequence"] for row in found}
        voted.sort(
            key=lambda row: (
                -row.minority,
                -len(row.line_ids),
                sequence[row.task_id],
                row.task_id,
            )
        )
        return Insight("level_disagreement", tuple(voted), scope.without("current"))

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
            rows=tuple(self._level_rows(insight.rows, labels, scope)),
            without_sheet=insight.without_sheet,
        )

    def _level_rows(self, rows, labels, scope):
        # looking up a translation costs more than the rest of a row
        lines = self.env._("Lines")
        details = {
            count: self.env._(
                "another level in %(schools)s", schools=self._count_schools(count)
            )
            for count in {row.minority for row in rows}
        }
        for row in rows:
            yield TableRow(
                id=str(row.task_id),
                detail=details[row.minority],
                cells={
                    "task": row.task_id,
                    "minority": row.minority,
                    "chosen": [
                        (labels[level], scope.in_order(schools))
                        for level, schools in row.chosen
                    ],
                    "undecided": scope.in_order(row.undecided_ids),
                },
                records=(Records(lines, "ict.overview.line", row.line_ids),),
            )


def _level_row(found):
    """Return the row of a task from ``{level: its schools and lines}``."""
    chosen = [
        (level, rising(found[level]["school_ids"]))
        for level, _label in LEVELS
        if level in found
    ]
    # sort is stable: as many schools stay in the order of the levels
    chosen.sort(key=lambda choice: -len(choice[1]))
    undecided = rising(found[None]["school_ids"]) if None in found else ()
    return LevelRow(
        task_id=next(iter(found.values()))["task_id"],
        chosen=tuple(chosen),
        undecided_ids=undecided,
        minority=sum(len(schools) for _level, schools in chosen[1:]),
        school_ids=rising(chain(undecided, *(schools for _level, schools in chosen))),
        line_ids=rising(chain.from_iterable(row["line_ids"] for row in found.values())),
    )
