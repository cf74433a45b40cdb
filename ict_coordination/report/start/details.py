"""What the A4 of a school says beside its lights."""

from odoo import models

from ...insights.start_page import Details, KeyPerson
from ...workbook.hours import Hours

#: rows of each list: one school stays on one page
SHORT = 8
PEOPLE = 5
CHANGES = 8


class IctStart(models.AbstractModel):
    _inherit = "ict.start"

    def _details(self, scope, school_ids):
        """Return ``{school id: Details}``; a few queries for all schools together."""
        short = self._open_short(scope, school_ids)
        people = self._key_people(scope, school_ids)
        plan = self._first_changes(school_ids)
        return {
            school_id: Details(
                open_short=tuple(short.get(school_id, ())[:SHORT]),
                key_people=tuple(people.get(school_id, ())[:PEOPLE]),
                plan=tuple(plan.get(school_id, ())[:CHANGES]),
            )
            for school_id in school_ids
        }

    def _open_short(self, scope, school_ids):
        """Return ``{school id: names}`` of open tasks that the target wants first."""
        rows = scope.rows(
            """
            SELECT current.school_id, current.task_id FROM current
            JOIN target ON target.school_id = current.school_id
                AND target.task_id = current.task_id AND target.priority = 'short'
                AND target.applicable
            WHERE current.school_id = ANY(%s) AND current.coverage = 'open'
            ORDER BY current.task_sequence, current.id
            """,
            list(school_ids),
        )
        tasks = {
            task.id: task.name
            for task in self._read_tasks({row["task_id"] for row in rows})
        }
        found = {}
        for row in rows:
            found.setdefault(row["school_id"], []).append(tasks[row["task_id"]])
        return found

    def _key_people(self, scope, school_ids):
        """Return ``{school id: [KeyPerson]}``: who does most alone comes first."""
        rows = scope.rows(
            """
            , one AS (
                SELECT doing.*, COUNT(*) OVER (PARTITION BY line_id) AS together
                FROM doing JOIN current ON current.id = doing.line_id
                WHERE doing.school_id = ANY(%s)
            )
            SELECT one.school_id, one.person, MIN(member.name) AS name,
                COUNT(*) AS tasks, COUNT(*) FILTER (WHERE together = 1) AS alone,
                SUM(hours) AS hours, SUM(unknown) AS unknown
            FROM one JOIN member ON member.id = one.member_id
            GROUP BY one.school_id, one.person
            ORDER BY alone DESC, tasks DESC, name, one.person
            """,
            list(school_ids),
        )
        found = {}
        for row in rows:
            found.setdefault(row["school_id"], []).append(
                KeyPerson(
                    row["name"],
                    row["tasks"],
                    row["alone"],
                    Hours(row["hours"], row["unknown"]),
                )
            )
        return found

    def _first_changes(self, school_ids):
        """Return ``{school id: [(task, what changes)]}``, short term first."""
        lines = self.env["ict.overview.line"].search(
            [
                ("company_id", "in", list(school_ids)),
                ("kind", "=", "target"),
                ("plan_state", "=", "todo"),
            ]
        )
        terms = {"short": 0, "long": 1, False: 2, "none": 3}
        found = {}
        for line in lines.sorted(lambda one: (terms[one.priority], one.task_sequence)):
            changes = found.setdefault(line.company_id.id, [])
            if len(changes) < CHANGES:
                parts = (line.plan_changes_text, line.plan_joins_text)
                changes.append((line.task_id.name, " · ".join(filter(None, parts))))
        return found
