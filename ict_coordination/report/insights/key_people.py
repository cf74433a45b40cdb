"""Key people: what falls open when somebody leaves."""

from odoo import models
from odoo.tools import SQL

from ...insights import Column, Insight, Records, Table, TableRow
from ...insights.result import ids
from ...insights.rows import KeyPersonRow
from ...workbook.hours import Hours
from .people import PERSON, TASK


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _insight_key_people(self, scope):
        """Return who leaves the most tasks without anybody; who left goes first."""
        # whoever reads a line reads what its task is
        tasks = self.env["ict.task"].sudo()
        found = scope.rows(
            """
            , %(task)s,
            covered AS (
                SELECT line_id, MIN(human) AS human, MIN(human) = MAX(human) AS alone
                FROM task GROUP BY line_id
            ),
            %(person)s,
            alone AS (
                SELECT human, COUNT(*) AS size FROM covered WHERE alone GROUP BY human
            ),
            risk AS (
                SELECT human, key, name, active, size
                FROM alone JOIN person USING (human)
                WHERE size >= %(threshold)s OR NOT active
            )
            SELECT risk.key, risk.active,
                ARRAY_AGG(task.line_id) FILTER (WHERE alone) AS line_ids,
                ARRAY_AGG(task.line_id) FILTER (WHERE NOT alone) AS shared_ids,
                ARRAY_AGG(task.line_id) FILTER (WHERE alone AND %(core)s) AS core_ids,
                ARRAY_AGG(task.id) FILTER (WHERE alone) AS allocation_ids,
                ARRAY_AGG(task.member_id) FILTER (WHERE alone) AS member_ids,
                ARRAY_AGG(task.school_id) FILTER (WHERE alone) AS school_ids,
                SUM(task.hours) FILTER (WHERE alone) AS hours,
                SUM(task.unknown) FILTER (WHERE alone) AS unknown
            FROM risk
            JOIN task USING (human)
            JOIN covered ON covered.line_id = task.line_id
            JOIN ict_task ON ict_task.id = task.task_id
            GROUP BY risk.human, risk.key, risk.name, risk.active, risk.size
            ORDER BY risk.active, risk.size DESC,
                COUNT(DISTINCT task.line_id) FILTER (WHERE alone AND %(core)s) DESC,
                SUM(task.hours) FILTER (WHERE alone) DESC, risk.name, risk.key
            """,
            task=TASK,
            person=PERSON,
            core=SQL("%s IS TRUE", tasks._field_to_sql("ict_task", "is_core")),
            threshold=scope.thresholds.key_tasks,
        )
        rows = tuple(
            KeyPersonRow(
                person=row["key"],
                left=not row["active"],
                core_line_ids=ids(row["core_ids"]),
                hours=Hours(row["hours"], row["unknown"]),
                shared_line_ids=ids(row["shared_ids"]),
                school_ids=ids(row["school_ids"]),
                line_ids=ids(row["line_ids"]),
                allocation_ids=ids(row["allocation_ids"]),
                member_ids=ids(row["member_ids"]),
            )
            for row in found
        )
        return Insight("key_people", rows, scope.without("current"))

    def _table_key_people(self, scope, insight):
        threshold, order = scope.thresholds.key_tasks, self._school_order(scope)
        left = sum(row.left for row in insight.rows)
        empty = (
            self.env._("Every task that somebody does, others do as well.")
            if threshold <= 1
            else self.env._(
                "Nobody does %(tasks)s tasks or more alone, and whoever left is alone "
                "on none.",
                tasks=threshold,
            )
        )
        return Table(
            key="key_people",
            title=self.env._("Key people"),
            question=self.env._(
                "Who should pass on what only they do, and what comes first?"
            ),
            rule=self.env._(
                "If this person leaves, at least %(tasks)s tasks over all schools have "
                "nobody any more. Who is archived and still alone on a task is always "
                "named, and first. Vacancies and sounding boards do not count as "
                "people.",
                tasks=threshold,
            ),
            summary=self._key_people_summary(len(insight.rows) - left, left) or empty,
            tone="danger" if left else "warning" if insight.rows else "success",
            empty=empty,
            columns=(
                Column("person", self.env._("Person"), "person"),
                Column(
                    "open",
                    self.env._("Falls open"),
                    "number",
                    self.env._(
                        "Tasks that nobody else does, over all schools that you see."
                    ),
                ),
                Column(
                    "core",
                    self.env._("Core tasks"),
                    "number",
                    self.env._("Core tasks among these."),
                ),
                Column(
                    "hours",
                    self.env._("Hours"),
                    "hours",
                    self.env._("Hours a week of this person on these tasks."),
                ),
                Column(
                    "shared",
                    self.env._("With others"),
                    "number",
                    self.env._("Tasks of this person that others do as well."),
                ),
                Column("schools", self.env._("Schools"), "schools"),
            ),
            rows=tuple(self._key_person_row(row, order) for row in insight.rows),
            without_sheet=insight.without_sheet,
        )

    def _key_people_summary(self, staying, left):
        if staying and left:
            return self.env._(
                "Key people: %(staying)s; left already and still alone on tasks: "
                "%(left)s.",
                staying=staying,
                left=left,
            )
        if left == 1:
            return self.env._("1 person who left is still the only one on tasks.")
        if left:
            return self.env._(
                "%s people who left are still the only ones on tasks.", left
            )
        if staying == 1:
            return self.env._("Without 1 person many tasks would have nobody.")
        if staying:
            return self.env._(
                "Without any one of %s people many tasks would have nobody.", staying
            )
        return ""

    def _key_person_row(self, row, order):
        count = len(row.line_ids)
        if row.left:
            detail = (
                self.env._("left, 1 task has nobody now")
                if count == 1
                else self.env._("left, %s tasks have nobody now", count)
            )
        else:
            detail = (
                self.env._("1 task falls open")
                if count == 1
                else self.env._("%s tasks fall open", count)
            )
        return TableRow(
            id=row.person,
            tone="danger" if row.left else "warning" if row.core_line_ids else "",
            detail=detail,
            cells={
                "person": row.person,
                "open": count,
                "core": len(row.core_line_ids),
                "hours": row.hours,
                "shared": len(row.shared_line_ids),
                "schools": sorted(row.school_ids, key=order),
            },
            records=tuple(
                Records(label, "ict.overview.line", found)
                for label, found in (
                    (self.env._("Falls open"), row.line_ids),
                    (self.env._("Core tasks"), row.core_line_ids),
                    (self.env._("With others"), row.shared_line_ids),
                )
                if found
            ),
        )
