from dataclasses import dataclass, field

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import format_date

from ...workbook.hours import Hours
from .words import labels_of


@dataclass(slots=True)
class Person:
    """Somebody whose tasks are described.

    :param member_ids: the memberships that the reader may read
    """

    name: str
    employee_id: int = 0
    is_own: bool = False
    job_title: str = ""
    member_ids: list[int] = field(default_factory=list)


class IctDocument(models.AbstractModel):
    """Documents to sign: records of the database as ``documents.content``.

    Everything is read with the rights of the reader. Only names of what stands on a
    task that was read (school, school year, task, cluster) are read without.
    """

    _name = "ict.document"
    _description = "ICT documents"

    # --- who ---

    @api.model
    def _people(self, model, ids):
        """Return the :class:`Person` of every id, in that order.

        Yourself; of others HR reads every employee, and who has a role in ICT those
        in a team of the own schools.

        :raise AccessError: the reader may not have the document of one of them
        """
        if model == "ict.team.member":
            return self._people_of_members(ids)
        profiles = self.env["hr.employee.public"].with_context(active_test=False)
        people = {
            one.id: Person(
                one.name, one.id, one.user_id == self.env.user, one.job_title or ""
            )
            for one in profiles.search([("id", "in", ids)])
        }
        others = [key for key in ids if not (key in people and people[key].is_own)]
        if others and self.env.user.has_group("hr.group_hr_user"):
            self.env["hr.employee"].browse(others).check_access("read")
        for member in self._members([("employee_id", "in", list(people))]):
            people[member.employee_id.id].member_ids.append(member.id)
        for key in others:
            if key not in people or not (
                people[key].member_ids or self.env.user.has_group("hr.group_hr_user")
            ):
                raise self._refused()
        return [people[key] for key in ids]

    def _people_of_members(self, ids):
        members = self._members([("id", "in", ids)])
        if {*members.ids} != {*ids}:
            raise self._refused()
        employees = members.employee_id.ids
        profiles = {
            one.id: one
            for one in self.env["hr.employee.public"]
            .with_context(active_test=False)
            .search([("id", "in", employees)])
        }
        firms = members.partner_id.ids
        same = self._members(
            ["|", ("employee_id", "in", employees), ("partner_id", "in", firms)]
        )
        people = []
        for member in members.browse(ids):
            employee_id = member.employee_id.id or 0
            profile = profiles.get(employee_id)
            others = same.filtered(
                lambda one, member=member: (
                    (one.employee_id and one.employee_id == member.employee_id)
                    or (one.partner_id and one.partner_id == member.partner_id)
                )
            )
            people.append(
                Person(
                    member.name,
                    employee_id,
                    bool(profile) and profile.user_id == self.env.user,
                    (profile and profile.job_title) or "",
                    (others | member).ids,
                )
            )
        return people

    def _members(self, domain):
        """Return the members, the archived ones too; none for who may read none."""
        members = self.env["ict.team.member"].with_context(active_test=False)
        return members.search(domain) if members.has_access("read") else members

    def _refused(self):
        return AccessError(
            self.env._(
                "You may make documents about yourself, and about people in the teams "
                "of your schools."
            )
        )

    # --- words ---

    @api.model
    def _labels(self):
        return labels_of(self.env)

    def _today(self):
        return format_date(self.env, fields.Date.context_today(self))

    def _hours(self, allocations):
        """Return the sum in words: "12.5 h + 3 without hours"."""
        total = Hours.total(
            None if one.certainty == "unknown" else one.hours for one in allocations
        )
        return total.format(self.env.lang)

    def _hours_of(self, allocation):
        if allocation.certainty == "unknown":
            return self.env._("without hours")
        text = Hours(allocation.hours).format(self.env.lang)
        return f"± {text}" if allocation.certainty == "assumed" else text

    def _available(self, members):
        hours = sum(members.mapped("hours_available"))
        return Hours(hours).format(self.env.lang) if hours else "–"
