from collections import defaultdict

from odoo import fields, models
from odoo.fields import Domain
from odoo.tools import float_compare

from ..tools.plain_rows import read_tuples
from ..who import Candidate, rank
from ..workbook.hours import format_hours
from .ict_overview_people_skills import WEIGHTS

#: how many people the dialog shows, and skills of one of them
SHOWN_PEOPLE = 20
SHOWN_SKILLS = 4


class IctOverviewLine(models.Model):
    """Who could do a task: fitting skills, what they do already, free hours.

    Everything is read with the rights of the user: who looks after one school learns
    nothing of what happens in another.
    """

    _inherit = "ict.overview.line"

    def action_find_person(self):
        """Open the people who could do this task, who fits best first."""
        self.ensure_one()
        self.check_access("read")
        asked = self._find_asked_skills()
        names = self._find_skill_names(asked)
        fits = rank(asked, self._find_candidates(asked))[:SHOWN_PEOPLE]
        members = self.env["ict.team.member"].browse(fit.candidate.key for fit in fits)
        can_put = self.is_editable and self.applicable and self.has_access("write")
        wizard = self.env["ict.find.person"].create(
            {
                "line_id": self.id,
                "asked_text": ", ".join(names[skill] for skill in asked),
                "row_ids": [
                    fields.Command.create(
                        {
                            "member_id": member.id,
                            "name": member.name,
                            "home": member.company_id.sudo().name,
                            "reasons": " · ".join(
                                self._find_reasons(fit, asked, names)
                            ),
                            "can_put": can_put,
                        }
                    )
                    for member, fit in zip(members, fits, strict=True)
                ],
            }
        )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Find somebody"),
            "res_model": wizard._name,
            "res_id": wizard.id,
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
        }

    def _find_asked_skills(self):
        """Return ``{skill id: weight}`` of the task, else of its cluster."""
        model = self.env["ict.competency"]
        found = model.search(
            Domain(model._check_company_domain(self.company_id))
            & Domain("importance", "in", list(WEIGHTS))
            & Domain("cluster_id", "=", self.cluster_id.id)
            & Domain("task_id", "in", [self.task_id.id, False])
            & Domain("skill_ids", "!=", False)
        )
        weights = {}
        for competency in found.filtered("task_id") or found:
            weight = WEIGHTS[competency.importance]
            for skill in competency.skill_ids.ids:
                weights[skill] = max(weight, weights.get(skill, 0))
        return weights

    def _find_skill_names(self, asked):
        return {skill.id: skill.name for skill in self.env["hr.skill"].browse(asked)}

    def _find_members(self):
        """Return who may work in this school, is still there and not on the task."""
        school = self.company_id.sudo()
        members = self.env["ict.team.member"].search(
            [
                ("company_id", "in", (school | school.school_group_id).ids),
                ("member_type", "in", ("employee", "partner")),
            ]
        )
        on_task = self.allocation_ids.member_id
        people = {_person(member) for member in on_task}
        # The school's own membership comes before that of the group.
        result, seen = self.env["ict.team.member"], set()
        for member in members.sorted(lambda one: one.company_id != self.company_id):
            # sudo: whether a colleague left is all that is read.
            who = member.sudo().employee_id or member.sudo().partner_id
            person = _person(member)
            if (not who or who.active) and person not in people | seen:
                seen.add(person)
                result |= member
        return result

    def _find_candidates(self, asked):
        members = self._find_members()
        skills = self._find_skills(members, asked)
        elsewhere, of_cluster = self._find_tasks(members)
        loads = members._load_by_member()
        for member in members:
            person = _person(member)
            free = None
            if member.hours_available:
                load = loads.get(member.id)
                free = member.hours_available - (load[0].known if load else 0)
            yield Candidate(
                member.id,
                skills.get(member.employee_id.id, {}),
                free,
                tuple(sorted(elsewhere[person])),
                len(of_cluster[person]),
                member.company_id == self.company_id,
            )

    def _find_skills(self, members, asked):
        """Return ``{employee id: {skill id: progress}}`` of the asked skills today."""
        today = fields.Date.context_today(self)
        rows = read_tuples(
            self.env["hr.employee.skill"],
            Domain("skill_id", "in", list(asked))
            & Domain("employee_id", "in", members.employee_id.ids)
            & Domain("valid_from", "<=", today)
            & (Domain("valid_to", "=", False) | Domain("valid_to", ">=", today)),
            ("employee_id", "skill_id", "skill_level_id"),
        )
        levels = self.env["hr.skill.level"].browse({level for *_, level in rows})
        progress = {level.id: level.level_progress for level in levels}
        skills = defaultdict(dict)
        for employee, skill, level in rows:
            best = max(progress[level], skills[employee].get(skill, 0))
            skills[employee][skill] = best
        return skills

    def _find_tasks(self, members):
        """Return per person the schools of this task, and other tasks of the cluster.

        Of the sheets of the current situation in force that the user may read.
        """
        elsewhere, of_cluster = defaultdict(set), defaultdict(set)
        for member, task, school in self.env["ict.allocation"]._read_group(
            (
                Domain("member_id", "in", members.ids)
                | Domain("employee_id", "in", members.employee_id.ids)
            )
            & Domain("cluster_id", "=", self.cluster_id.id)
            & Domain("kind", "=", "current")
            & Domain("overview_id.in_force", "=", True),
            ["member_id", "task_id", "company_id"],
        ):
            # sudo: of an own allocation in a school that is not in use.
            person = _person(member.sudo())
            if task != self.task_id:
                of_cluster[person].add(task.id)
            elif school != self.company_id:
                elsewhere[person].add(school.sudo().name)
        return elsewhere, of_cluster

    def _find_reasons(self, fit, asked, names):
        """Return in words why somebody stands where it stands."""
        one, lang = fit.candidate, self.env.lang
        reasons = []
        if fit.has:
            reasons.append(
                self.env._(
                    "has %(has)s of %(asked)s asked skills: %(skills)s",
                    has=len(fit.has),
                    asked=len(asked),
                    skills=", ".join(names[skill] for skill in fit.has[:SHOWN_SKILLS]),
                )
            )
        if one.does_elsewhere:
            schools = ", ".join(one.does_elsewhere)
            reasons.append(self.env._("does this in %s already", schools))
        if one.of_cluster == 1:
            reasons.append(self.env._("does 1 other task of this cluster"))
        elif one.of_cluster:
            reasons.append(
                self.env._("does %s other tasks of this cluster", one.of_cluster)
            )
        if one.free_hours is None:
            reasons.append(self.env._("free hours not known"))
        elif float_compare(one.free_hours, 0, 2) > 0:
            reasons.append(self.env._("%s free", format_hours(one.free_hours, lang)))
        elif float_compare(one.free_hours, 0, 2) < 0:
            reasons.append(
                self.env._("%s too much already", format_hours(-one.free_hours, lang))
            )
        else:
            reasons.append(self.env._("no free hours"))
        return reasons


def _person(member):
    """Return the same for one human, in whatever school a member."""
    who = member.employee_id or member.partner_id
    return (who._name, who.id) if who else ("ict.team.member", member.id)
