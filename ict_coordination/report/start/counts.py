"""What the lights of every school need: counted by the database, in a few SELECTs."""

from collections import defaultdict
from typing import NamedTuple

from odoo import fields, models
from odoo.tools import SQL

from ...insights.lights import SchoolCounts, SheetCounts
from ...insights.plan import PlanProgress
from ...tools.plain_rows import read_rows
from ...tools.school_year import school_year_of
from ...workbook.hours import Hours

LINE_COLUMNS = (
    *("id", "overview_id", "company_id", "kind", "task_id", "applicable", "level"),
    *("priority", "coverage", "hours", "unknown_hours_count"),
    *("has_decider", "has_contact"),
)


class _Load(NamedTuple):
    """People of one school: above their hours, and without hours available."""

    over: int = 0
    no_available: int = 0


class IctStart(models.AbstractModel):
    _inherit = "ict.start"

    def _counts(self, scope):
        """Return ``{school id: SchoolCounts}`` of the schools of ``scope``.

        The number of queries does not depend on the number of schools.
        """
        school_ids = [school.id for school in scope.schools]
        sheets = self._count_lines(scope)
        loads = self._count_loads(scope)
        plans = self.env["ict.overview.line"]._plan_progress(school_ids)
        budgets = {
            row["id"]: row["ict_hours_budget"] or None
            for row in read_rows(
                self.env["res.company"],
                [("id", "in", school_ids)],
                ["id", "ict_hours_budget"],
            )
        }
        today = fields.Date.context_today(self)
        contacts = self._count_contacts(school_ids, today)
        deadline = self._deadline()
        found = {}
        for school in scope.schools:
            rows = {
                kind: sheets.get(sheet.id, {}) for kind, sheet in school.sheets.items()
            }
            now = rows.get("current", {})
            plan = plans.get(school.id) or PlanProgress()
            load = loads.get(school.id) or _Load()
            found[school.id] = SchoolCounts(
                **{
                    kind: SheetCounts(
                        sheet.id,
                        sheet.state,
                        sheet.school_year,
                        rows[kind].get("tasks", 0),
                        rows[kind].get("decided", 0),
                    )
                    for kind, sheet in school.sheets.items()
                },
                **{name: now.get(name, 0) for name in _COUNTED},
                hours=Hours(now.get("hours", 0), now.get("unknown", 0)),
                is_group=school.is_group,
                today_year=school_year_of(today),
                budget=budgets.get(school.id),
                over=load.over,
                no_available=load.no_available,
                todo=plan.todo,
                planned=plan.planned,
                overdue=plan.overdue,
                reached=plan.reached,
                **contacts.get(school.id, {}),
                deadline_passed=bool(deadline) and deadline <= today,
            )
        return found

    def _count_lines(self, scope):
        """Return ``{sheet id: {name: number}}`` of the sheets in force."""
        lines = self.env["ict.overview.line"]
        query = lines._search(
            [("overview_id", "in", [head.id for head in scope.chosen.values()])]
        )
        rows = self.env.execute_query_dict(
            SQL(
                """
                WITH line AS MATERIALIZED (%s)
                SELECT line.overview_id AS id, COUNT(*) AS tasks,
                    COUNT(*) FILTER (WHERE line.applicable IS NOT TRUE
                        OR line.coverage <> 'open' OR line.level IS NOT NULL
                        OR line.priority IS NOT NULL OR line.hours > 0
                        OR line.unknown_hours_count > 0) AS decided,
                    COUNT(*) FILTER (WHERE line.coverage = 'open') AS open,
                    COUNT(*) FILTER (WHERE line.coverage = 'open' AND task.is_core)
                        AS open_core,
                    COUNT(*) FILTER (WHERE line.coverage = 'open'
                        AND wish.priority = 'short') AS open_short,
                    COUNT(*) FILTER (WHERE line.coverage = 'single') AS single,
                    COUNT(*) FILTER (WHERE line.coverage = 'single' AND task.is_core)
                        AS single_core,
                    COUNT(*) FILTER (WHERE line.unknown_hours_count > 0)
                        AS without_hours,
                    COUNT(*) FILTER (WHERE done AND NOT (decider AND contact))
                        AS mandate_gaps,
                    COUNT(*) FILTER (WHERE done AND NOT decider) AS no_decider,
                    COUNT(*) FILTER (WHERE done AND NOT contact) AS no_contact,
                    COALESCE(SUM(line.hours), 0) AS hours,
                    COALESCE(SUM(line.unknown_hours_count), 0) AS unknown
                FROM line
                JOIN ict_task task ON task.id = line.task_id
                LEFT JOIN line wish ON line.kind = 'current' AND wish.kind = 'target'
                    AND wish.company_id = line.company_id
                    AND wish.task_id = line.task_id AND wish.applicable
                CROSS JOIN LATERAL (
                    SELECT line.coverage IN ('single', 'team') AS done,
                        COALESCE(line.has_decider, FALSE) AS decider,
                        COALESCE(line.has_contact, FALSE) AS contact
                ) AS mandates
                GROUP BY line.overview_id
                """,
                query.select(
                    *(
                        lines._field_to_sql(lines._table, name, query)
                        for name in LINE_COLUMNS
                    )
                ),
            )
        )
        return {row.pop("id"): row for row in rows}

    def _count_loads(self, scope):
        """Return ``{school id: _Load}``: the same people as in the insight."""
        over, unknown = defaultdict(set), defaultdict(set)
        for row in self._load_rows(scope):
            found = {"over": over, "no_available": unknown}.get(row.status)
            if found is not None:
                for part in row.parts:
                    found[part.school_id].add(row.person)
        return {
            school_id: _Load(len(over[school_id]), len(unknown[school_id]))
            for school_id in {*over, *unknown}
        }

    def _count_contacts(self, school_ids, today):
        """Return ``{school id: values}`` of the rhythms that the reader may see."""
        found = {}
        for row in read_rows(
            self.env["ict.rhythm"],
            [("company_id", "in", school_ids), ("next_date", "!=", False)],
            ["company_id", "next_date"],
        ):
            due = row["next_date"]
            one = found.setdefault(
                row["company_id"],
                {"rhythms": 0, "overdue_contact": 0, "next_contact": ""},
            )
            one["rhythms"] += 1
            if due < today:
                one["overdue_contact"] += 1
            else:
                day = due.isoformat()
                one["next_contact"] = min(one["next_contact"] or day, day)
        return found

    def _count_reminded(self, scope):
        """Return ``{school id: day}`` of the last reminder that is not done yet.

        Whoever may read a sheet may read its activities.
        """
        activities = self.env["mail.activity"]
        activities.flush_model()
        schools = {head.id: head.school for head in scope.chosen.values()}
        rows = self.env.execute_query(
            SQL(
                """
                SELECT res_id, MAX(write_date) FROM mail_activity
                WHERE res_model = 'ict.overview' AND active
                    AND activity_type_id = %s AND res_id = ANY(%s)
                GROUP BY res_id
                """,
                self.env["ict.overview"]._reminder_type_id() or None,
                list(schools),
            )
        )
        found = {}
        for sheet_id, moment in rows:
            day = fields.Datetime.context_timestamp(self, moment).date()
            school = schools[sheet_id]
            found[school] = max(day, found.get(school, day))
        return found


#: columns of a current sheet that are counts of the same name
_COUNTED = (
    *("open", "open_core", "open_short", "single", "single_core", "without_hours"),
    *("mandate_gaps", "no_decider", "no_contact"),
)
