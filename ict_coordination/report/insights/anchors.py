"""Anchor points: who at a school does tasks or has the skills for them."""

from odoo import models

from ...insights import Badge, Column, Insight, Records, Table, TableRow
from ...insights.result import ids
from ...insights.rows import AnchorRow
from ...workbook.hours import Hours
from .people import TASK, competencies, union


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _insight_anchor_points(self, scope):
        """Return possible anchor points; who is not named as one yet comes first."""
        found = scope.rows(
            """
            , %(competencies)s,
            %(task)s,
            candidate AS MATERIALIZED (
                SELECT human, MIN(person) AS key, MIN(employee_id) AS employee_id,
                    (ARRAY_AGG(name ORDER BY id))[1] AS name,
                    BOOL_OR(role = 'anchor') IS TRUE AS named,
                    ARRAY_AGG(id) AS member_ids,
                    ARRAY_AGG(school_id) FILTER (WHERE school_id = ANY(%(seen)s))
                        AS school_ids
                FROM member
                WHERE active AND member_type = 'employee'
                GROUP BY human
                HAVING BOOL_OR(school_id = ANY(%(schools)s))
                    AND BOOL_OR(role = 'coordinator') IS NOT TRUE
            ),
            done AS (
                SELECT human, SUM(hours) AS hours, SUM(unknown) AS unknown,
                    COUNT(DISTINCT line_id) AS size,
                    ARRAY_AGG(line_id) AS line_ids,
                    ARRAY_AGG(id) AS allocation_ids,
                    ARRAY_AGG(DISTINCT member_id) AS signed_ids,
                    ARRAY_AGG(DISTINCT school_id) AS done_school_ids,
                    ARRAY_AGG(DISTINCT cluster_id) AS done_cluster_ids
                FROM task WHERE human IN (SELECT human FROM candidate)
                GROUP BY human
            ),
            can AS (
                SELECT employee_id, COUNT(*) AS size,
                    ARRAY_AGG(asked.id) AS competency_ids,
                    ARRAY_AGG(DISTINCT asked.cluster_id) AS can_cluster_ids
                FROM shown JOIN asked ON asked.id = shown.competency_id
                GROUP BY employee_id
            )
            SELECT candidate.key, named, member_ids, school_ids, hours, unknown,
                line_ids, allocation_ids, signed_ids, done_school_ids,
                done_cluster_ids, competency_ids, can_cluster_ids
            FROM candidate
            LEFT JOIN done USING (human)
            LEFT JOIN can USING (employee_id)
            WHERE done.human IS NOT NULL OR can.employee_id IS NOT NULL
            ORDER BY named, (done.size > 0 AND can.size > 0) IS NOT TRUE,
                COALESCE(done.size, 0) DESC, COALESCE(can.size, 0) DESC,
                candidate.name, candidate.key
            """,
            competencies=competencies(self.env),
            task=TASK,
            seen=[one.id for one in scope.schools],
            schools=[one.id for one in scope.schools if not one.is_group],
        )
        rows = tuple(
            AnchorRow(
                person=row["key"],
                named=row["named"],
                cluster_ids=union(row["done_cluster_ids"], row["can_cluster_ids"]),
                competency_ids=ids(row["competency_ids"]),
                hours=Hours(row["hours"] or 0, row["unknown"] or 0),
                school_ids=union(row["school_ids"], row["done_school_ids"]),
                line_ids=ids(row["line_ids"]),
                allocation_ids=ids(row["allocation_ids"]),
                member_ids=union(row["member_ids"], row["signed_ids"]),
            )
            for row in found
        )
        return Insight("anchor_points", rows, scope.without("current"))

    def _table_anchor_points(self, scope, insight):
        new = sum(not row.named for row in insight.rows)
        return Table(
            key="anchor_points",
            title=self.env._("Anchor points"),
            question=self.env._("Who at the school can be the first contact for ICT?"),
            rule=self.env._(
                "Employees of a school, no ICT coordinators, who do at least one task "
                "now, or have a skill that shows a competency. Archived people are "
                "left out. Who has not the role of anchor point yet comes first."
            ),
            summary=(
                self.env._("1 person could be an anchor point and is not named as one.")
                if new == 1
                else self.env._(
                    "%(new)s people could be an anchor point and are not named as one.",
                    new=new,
                )
                if new
                else self.env._(
                    "Everybody who could be an anchor point is named as one."
                )
                if insight.rows
                else self.env._("Nobody was found yet.")
            ),
            tone="info" if new else "success" if insight.rows else "muted",
            empty=self.env._(
                "No employee of a school, apart from the coordinators, has a task or a "
                "skill that fits. Fill in skills in the personnel files."
            ),
            columns=(
                Column("person", self.env._("Person"), "person"),
                Column("role", self.env._("Role"), "badges"),
                Column(
                    "tasks",
                    self.env._("Tasks"),
                    "number",
                    self.env._(
                        "Tasks of this person now, over all schools that you see."
                    ),
                ),
                Column(
                    "hours",
                    self.env._("Hours"),
                    "hours",
                    self.env._("Hours a week of these tasks."),
                ),
                Column(
                    "competencies",
                    self.env._("Can do"),
                    "competencies",
                    self.env._(
                        "Competencies that a skill in the personnel file shows."
                    ),
                ),
                Column("clusters", self.env._("Clusters"), "clusters"),
                Column("schools", self.env._("Schools"), "schools"),
            ),
            rows=self._anchor_rows(scope, insight),
            without_sheet=insight.without_sheet,
        )

    def _anchor_rows(self, scope, insight):
        _, order = self.env._, self._school_order(scope)
        named = [Badge(self.env._("Anchor point"), "success")]
        unnamed = [Badge(self.env._("Not named yet"), "info")]
        # translated once: a large group has thousands of rows
        both, does, can = (
            self.env._("tasks: %(tasks)s, competencies: %(competencies)s"),
            self.env._("tasks: %(tasks)s"),
            self.env._("competencies: %(competencies)s"),
        )
        lines, members = self.env._("Tasks"), self.env._("Team members")
        rows = []
        for row in insight.rows:
            counts = {
                "tasks": len(row.line_ids),
                "competencies": len(row.competency_ids),
            }
            says = both if all(counts.values()) else does if row.line_ids else can
            records = (
                Records(lines, "ict.overview.line", row.line_ids),
                Records(members, "ict.team.member", row.member_ids),
            )
            rows.append(
                TableRow(
                    id=row.person,
                    tone="" if row.named else "info",
                    detail=says % counts,
                    cells={
                        "person": row.person,
                        "role": named if row.named else unnamed,
                        "tasks": counts["tasks"],
                        "hours": row.hours if row.line_ids else None,
                        "competencies": list(row.competency_ids),
                        "clusters": list(row.cluster_ids),
                        "schools": sorted(row.school_ids, key=order),
                    },
                    records=tuple(one for one in records if one.ids),
                )
            )
        return tuple(rows)
