"""Key tasks: what only one person does."""

from odoo import models

from ...insights import Column, Insight, Records, Table, TableRow
from ...insights.result import rising
from ...insights.rows import KeyTaskRow
from ...workbook.hours import Hours


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _insight_key_tasks(self, scope):
        """Return the tasks that one person alone does, in the most schools first."""
        # whoever reads a line reads what its task is
        tasks = self.env["ict.task"].sudo()
        found = scope.rows(
            """
            , alone AS (
                -- floats: many small sums of exact numbers do not fit in memory
                SELECT line_id, MIN(human) AS human, SUM(hours::float8) AS hours,
                    SUM(unknown) AS unknown
                FROM doing GROUP BY line_id HAVING MIN(human) = MAX(human)
            ),
            found AS (
                SELECT current.task_id, MIN(current.task_sequence) AS task_sequence,
                    ARRAY_AGG(current.id) AS line_ids,
                    ARRAY_AGG(current.school_id) AS school_ids,
                    ARRAY_AGG(alone.human) AS humans,
                    SUM(alone.hours::numeric) AS hours,
                    SUM(alone.unknown)::int AS unknown
                FROM alone JOIN current ON current.id = alone.line_id
                GROUP BY current.task_id
            )
            SELECT found.*, COALESCE(%(core)s, FALSE) AS core
            FROM found JOIN ict_task ON ict_task.id = found.task_id
            ORDER BY core DESC, CARDINALITY(line_ids) DESC, hours DESC, task_sequence,
                task_id
            """,
            core=tasks._field_to_sql("ict_task", "is_core"),
        )
        rows = tuple(
            KeyTaskRow(
                task_id=row["task_id"],
                core=row["core"],
                alone=_by_school(scope, row),
                persons=scope.people.by_name(set(row["humans"])),
                hours=Hours(row["hours"], row["unknown"]),
                school_ids=rising(row["school_ids"]),
                line_ids=rising(row["line_ids"]),
            )
            for row in found
        )
        return Insight("key_tasks", rows, scope.without("current"))

    def _table_key_tasks(self, scope, insight):
        count = len(insight.rows)
        core = sum(row.core for row in insight.rows)
        empty = self.env._(
            "No task hangs on one person: where it is done, others do it too."
        )
        if not count:
            summary = empty
        elif core:
            summary = self.env._(
                "Tasks with only one person in some school: %(tasks)s, core tasks "
                "among them: %(core)s.",
                tasks=count,
                core=core,
            )
        elif count == 1:
            summary = self.env._("1 task has only one person in some school.")
        else:
            summary = self.env._("%s tasks have only one person in some school.", count)
        return Table(
            key="key_tasks",
            title=self.env._("Key tasks"),
            question=self.env._("Which tasks need a second person, and where?"),
            rule=self.env._(
                "Only one person does this task in the school. Vacancies and sounding "
                "boards do not count as people. Core tasks come first."
            ),
            summary=summary,
            tone="danger" if core else "warning" if count else "success",
            empty=empty,
            columns=(
                Column("task", self.env._("Task"), "task"),
                Column(
                    "count",
                    self.env._("Alone in"),
                    "number",
                    self.env._("Schools where one person does it alone."),
                ),
                Column("schools", self.env._("Schools"), "schools"),
                Column("people", self.env._("Who"), "people"),
                Column(
                    "hours",
                    self.env._("Hours"),
                    "hours",
                    self.env._("Hours a week of these people on this task."),
                ),
            ),
            rows=tuple(self._key_task_row(row) for row in insight.rows),
            without_sheet=insight.without_sheet,
        )

    def _key_task_row(self, row):
        several = len(row.alone) > 1
        return TableRow(
            id=str(row.task_id),
            tone="danger" if row.core else "",
            detail=self.env._(
                "one person in %(schools)s",
                schools=self._count_schools(len(row.alone)),
            ),
            cells={
                "task": row.task_id,
                "count": len(row.alone),
                "schools": [school for school, _person in row.alone],
                "people": list(row.persons),
                "hours": row.hours,
            },
            records=(Records(self.env._("Lines"), "ict.overview.line", row.line_ids),),
            # who it is in which school
            parts=tuple(
                {"schools": [school], "people": [person]}
                for school, person in (row.alone if several else ())
            ),
        )


def _by_school(scope, row):
    """Return (school id, key of the person), by name of the school."""
    humans = dict(zip(row["school_ids"], row["humans"], strict=True))
    schools = scope.in_order(humans)
    keys = scope.people.keys_of([humans[school] for school in schools])
    return tuple(zip(schools, keys, strict=True))
