from collections import defaultdict

from odoo import api, fields, models
from odoo.fields import Domain

from ..coverage.choosing import SheetHead, choose_sheets
from ..insights import (
    INSIGHTS,
    Allocation,
    Cluster,
    Competency,
    Facts,
    Line,
    Member,
    School,
    Task,
    Thresholds,
    compute,
)
from ..insights.facts import KINDS, MANDATES
from ..tools.plain_rows import read_rows

LINE_FIELDS = (
    *("id", "company_id", "kind", "task_id"),
    *("applicable", "level", "priority"),
)
ALLOCATION_FIELDS = ("id", "line_id", "member_id", "hours", "certainty", *MANDATES)
MEMBER_FIELDS = (
    *("id", "name", "member_type", "employee_id", "partner_id"),
    *("company_id", "role", "hours_available", "active"),
)


class IctInsights(models.AbstractModel):
    """The facts of the insights: the sheets in force as plain values.

    Everything is read with the rights of the reader, one query per table however many
    schools there are. What the reader may not read is not among the facts, so no total
    over several schools reaches who may read one of them.
    """

    _name = "ict.insights"
    _description = "ICT insights"

    @api.model
    def _insights(self, keys=tuple(INSIGHTS), year=None):
        """Return ``{key: Insight}``; see ``insights/`` for what the keys are.

        :param year: a school year such as ``2026-2027``; None: the sheets in force
        :raise AccessError: the user may not read overviews
        """
        return compute(self._facts(year=year), keys)

    @api.model
    def _facts(self, kinds=KINDS, year=None):
        """Return the :class:`Facts` that the user may read.

        :param kinds: the sheets of which the lines are read
        :raise AccessError: the user may not read overviews
        """
        for model in ("ict.overview", "ict.overview.line", "ict.team.member"):
            self.env[model].check_access("read")
        schools, overview_ids = self._facts_schools(kinds, year)
        of_sheets = Domain("overview_id", "in", overview_ids)
        lines = tuple(
            Line(
                row["id"],
                row["company_id"],
                row["kind"],
                row["task_id"],
                bool(row["applicable"]),
                row["level"],
                row["priority"],
            )
            for row in read_rows(
                self.env["ict.overview.line"], of_sheets, LINE_FIELDS, "id"
            )
        )
        allocations = tuple(
            Allocation(
                row["id"],
                row["line_id"],
                row["member_id"],
                None if row["certainty"] == "unknown" else row["hours"] or 0.0,
                **{mandate: bool(row[mandate]) for mandate in MANDATES},
            )
            for row in read_rows(
                self.env["ict.allocation"], of_sheets, ALLOCATION_FIELDS, "id"
            )
        )
        maps = self.env["ict.coverage.map"]
        tasks = maps._map_tasks({line.task_id for line in lines}, set())
        competencies = self._facts_competencies()
        clusters = maps._map_clusters(
            {task.cluster for task in tasks} | {one.cluster_id for one in competencies}
        )
        wanted = frozenset().union(*(one.skill_ids for one in competencies))
        return Facts(
            schools,
            tuple(Cluster(one.id, one.name, at) for at, one in enumerate(clusters)),
            tuple(
                Task(one.id, one.name, one.cluster, one.core, at)
                for at, one in enumerate(tasks)
            ),
            competencies,
            self._facts_members(wanted),
            lines,
            allocations,
            self._facts_thresholds(),
        )

    # --- parts ---

    def _facts_thresholds(self):
        return Thresholds()

    def _facts_schools(self, kinds, year):
        """Return the schools, and the ids of their sheets of ``kinds``."""
        names = ("id", "company_id", "kind", "school_year", "state")
        heads = [
            SheetHead(*row.values())
            for row in read_rows(self.env["ict.overview"], [], names, "id")
        ]
        chosen = choose_sheets(heads, year)
        schools = tuple(
            School(
                one.id,
                one.name,
                one.is_group,
                **{kind: sheet.id for kind, sheet in one.sheets.items()},
            )
            for one in self.env["ict.coverage.map"]._map_schools(heads, chosen, {})
        )
        ids = [head.id for (_school, kind), head in chosen.items() if kind in kinds]
        return schools, ids

    def _facts_competencies(self):
        found = self.env["ict.competency"].search_fetch(
            [], ["name", "cluster_id", "task_id", "importance", "skill_ids"]
        )
        return tuple(
            Competency(
                one.id,
                one.name,
                one.cluster_id.id,
                one.task_id.id or None,
                one.importance,
                frozenset(one.skill_ids.ids),
            )
            for one in found
        )

    def _facts_members(self, wanted_skills):
        """Return every membership that the user may read, archived ones too."""
        rows = list(
            read_rows(
                self.env["ict.team.member"].with_context(active_test=False),
                [],
                MEMBER_FIELDS,
                "id",
            )
        )
        skills = self._facts_skills(
            {row["employee_id"] for row in rows if row["active"]} - {None},
            wanted_skills,
        )
        return tuple(
            Member(
                row["id"],
                _person_key(row),
                row["name"],
                row["member_type"],
                row["company_id"],
                row["role"],
                # the form shows an empty number as 0: nobody is a member for 0 hours
                row["hours_available"] or None,
                bool(row["active"]),
                frozenset(skills[row["employee_id"]]) if row["active"] else frozenset(),
            )
            for row in rows
        )

    def _facts_skills(self, employee_ids, wanted):
        """Return ``{employee id: skill ids}`` that count today, of what is asked."""
        today = fields.Date.context_today(self)
        domain = (
            Domain("employee_id", "in", list(employee_ids))
            & Domain("skill_id", "in", list(wanted))
            & Domain("valid_from", "<=", today)
            & (Domain("valid_to", "=", False) | Domain("valid_to", ">=", today))
        )
        found = defaultdict(set)
        rows = read_rows(
            self.env["hr.employee.skill"], domain, ["employee_id", "skill_id"], "id"
        )
        for row in rows:
            found[row["employee_id"]].add(row["skill_id"])
        return found


def _person_key(row):
    """The same key for the same human, or the same firm, in every school."""
    for field, prefix in (("employee_id", "employee"), ("partner_id", "partner")):
        if row[field]:
            return f"{prefix}-{row[field]}"
    return f"member-{row['id']}"
