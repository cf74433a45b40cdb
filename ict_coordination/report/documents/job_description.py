from collections import defaultdict

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import unique

from ...documents import (
    Competency,
    DescribedCluster,
    DescribedTask,
    JobDescription,
    Signature,
)
from .words import mandates_of, selection


class IctDocument(models.AbstractModel):
    _inherit = "ict.document"

    @api.model
    def _job_descriptions(self, model, ids):
        """Return ``[(JobDescription, ids of its schools)]``, one per id.

        The number of queries does not depend on the number of people.

        :param model: ``hr.employee`` or ``ict.team.member``
        :raise AccessError: the reader may not have one of them
        """
        people = self._people(model, ids)
        tasks = self._tasks_of(people)
        every = self.env["ict.allocation"].union(*tasks)
        facts = _Facts(self, people, every)
        return [
            (self._describe(person, mine, facts), unique(mine.company_id.ids))
            for person, mine in zip(people, tasks, strict=True)
        ]

    def _tasks_of(self, people):
        """Return the allocations of each person: one search for all."""
        employees = {one.employee_id for one in people if one.employee_id}
        members = {key for one in people for key in one.member_ids}
        found = self.env["ict.allocation"].search(
            Domain("kind", "=", "current")
            & Domain("overview_id", "in", self.env["ict.overview"]._in_force_sql())
            & (
                Domain("employee_id", "in", list(employees))
                | Domain("member_id", "in", list(members))
            )
        )
        by_employee = found.grouped(lambda one: one.employee_id.id)
        by_member = found.grouped(lambda one: one.member_id.id)
        none = found.browse()
        return [
            by_employee.get(one.employee_id, none)
            if one.employee_id
            else none.union(*(by_member.get(key, none) for key in one.member_ids))
            for one in people
        ]

    def _describe(self, person, allocations, facts):
        members = facts.members.browse(person.member_ids)
        members = members.with_prefetch(facts.members.ids)
        roles = unique(facts.roles[one.role] for one in members if one.role)
        schools = sorted({facts.schools[one.company_id.id] for one in allocations})
        clusters = defaultdict(list)
        for one in sorted(allocations, key=facts.place):
            clusters[facts.cluster_of[one.task_id.id]].append(one)
        return JobDescription(
            title=self.env._("ICT job description"),
            person=person.name,
            function=", ".join(roles) or person.job_title,
            teams=", ".join(unique(members.team_ids.mapped("name"))),
            schools=", ".join(schools),
            school_year=", ".join(
                sorted({facts.years[one.overview_id.id] for one in allocations})
            ),
            date=self._today(),
            scope=self._scope_text(person),
            hours=self._hours(allocations),
            hours_available=self._available(members),
            task_count=str(len(allocations)),
            clusters=tuple(
                DescribedCluster(
                    name=facts.clusters[cluster],
                    hours=self._hours(mine),
                    tasks=tuple(self._describe_task(one, facts) for one in mine),
                    competencies=tuple(facts.asked(cluster, mine, person)),
                )
                for cluster, mine in clusters.items()
            ),
            signatures=(
                Signature(self.env._("The person"), person.name),
                Signature(self.env._("The ICT coordinator")),
                *(
                    Signature(self.env._("The director of %s", name))
                    for name in schools
                ),
            ),
            several_schools=len(schools) > 1,
        )

    def _describe_task(self, allocation, facts):
        remarks = [allocation.note or ""]
        if allocation.state == "draft":
            remarks.append(self.env._("not approved yet"))
        return DescribedTask(
            name=facts.tasks[allocation.task_id.id],
            school=facts.schools[allocation.company_id.id],
            level=facts.levels.get(allocation.level, ""),
            mandates=mandates_of(allocation),
            hours=self._hours_of(allocation),
            remark=" · ".join(filter(None, remarks)),
        )

    def _scope_text(self, person):
        """Say which tasks are in the document, as the rules let the reader read."""
        if person.is_own:
            return self.env._("All own tasks in the overviews in force.")
        user, schools = self.env.user, self.env.companies
        if not user.has_group("hr.group_hr_user"):
            schools &= user._ict_role_schools()
        return self.env._(
            "Only tasks in %(schools)s: other schools are not in this document.",
            schools=", ".join(sorted(schools.sudo().mapped("name"))),
        )


class _Facts:
    """What all the people together need, read once."""

    def __init__(self, document, people, allocations):
        env = document.env
        self.document = document
        self.members = env["ict.team.member"].browse(
            unique(key for one in people for key in one.member_ids)
        )
        # Whoever reads a task of a sheet reads its name, and where and when it is.
        known = allocations.sudo().with_context(active_test=False)
        self.tasks = {one.id: one.name for one in known.task_id}
        self.clusters = {one.id: one.name for one in known.task_id.cluster_id}
        self.cluster_of = {one.id: one.cluster_id.id for one in known.task_id}
        self.schools = {one.id: one.name for one in known.company_id}
        self.groups = {one.id: one.school_group_id.id for one in known.company_id}
        self.years = {one.id: one.school_year for one in known.overview_id}
        self.order = {
            task.id: place
            for place, task in enumerate(known.task_id.sorted())  # of the catalogue
        }
        self.levels = selection(env["ict.allocation"], "level")
        self.roles = selection(env["ict.team.member"], "role")
        competency = env["ict.competency"]
        self.importance = selection(competency, "importance")
        self.competencies = competency.search(
            Domain("cluster_id", "in", list(self.clusters))
            & Domain("task_id", "in", [False, *self.tasks])
            & Domain("importance", "!=", "not_required")
        ).grouped(lambda one: one.cluster_id.id)
        self.own = self._own_skills(env, people)

    def _own_skills(self, env, people):
        """Return ``{(employee id, skill id): "Skill: level"}`` that counts today."""
        today = fields.Date.context_today(self.document)
        rows = env["hr.employee.skill"].search(
            Domain("employee_id", "in", [one.employee_id for one in people])
            & Domain("valid_from", "<=", today)
            & (Domain("valid_to", "=", False) | Domain("valid_to", ">=", today))
        )
        return {
            (one.employee_id.id, one.skill_id.id): (
                f"{one.skill_id.name}: {one.skill_level_id.name}"
            )
            for one in rows
        }

    def place(self, allocation):
        """Sort key: the catalogue, then the school."""
        school = self.schools[allocation.company_id.id]
        return self.order[allocation.task_id.id], school

    def asked(self, cluster, allocations, person):
        """Yield what the cluster asks of this person, in the schools of its tasks."""
        tasks = {one.task_id.id for one in allocations}
        places = {False} | {one.company_id.id for one in allocations}
        places |= {self.groups[school] for school in places if school}
        for one in self.competencies.get(cluster, ()):
            if one.company_id.id not in places or (
                one.task_id and one.task_id.id not in tasks
            ):
                continue
            own = [
                self.own[person.employee_id, skill.id]
                for skill in one.skill_ids
                if (person.employee_id, skill.id) in self.own
            ]
            yield Competency(
                name=one.name,
                importance=self.importance[one.importance],
                skills=", ".join(one.skill_ids.mapped("name")),
                own=", ".join(own) or ("–" if one.skill_ids else ""),
            )
