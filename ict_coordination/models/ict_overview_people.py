from odoo import api, models
from odoo.fields import Domain
from odoo.tools.sql import escape_psql

from .ict_overview_grid_members import TEAM_TYPES, _avatar

#: how many people a list of the dialog shows
SHOWN = 8
QUERY_MAX = 100


class IctOverview(models.Model):
    """Who could come into the hours grid as a column.

    Everything is searched with the rights of the user; no hours are in the answer.
    """

    _inherit = "ict.overview"

    @api.readonly
    def grid_people(self, query="", cluster_id=False):
        """Return the people to choose a new column from.

        :param query: words of a name; without them only who fits is suggested
        :param cluster_id: suggest for this cluster, false for all of them
        :return: ``{"suggested": [Candidate], "found": [Candidate]}``: nobody twice, at
            most eight each; found is who has no skill that fits, first those of whose
            name a part begins with each word. A candidate is
            ``{kind: member | employee | partner, id, name, detail, reasons, avatar}``;
            the reasons are the skills that fit, best first
        :raise AccessError: the user may not read this overview
        """
        self.ensure_one()
        self.check_access("read")
        members, employees, partners = self._people_to_choose()
        words = query[:QUERY_MAX].split() if isinstance(query, str) else []
        if words:
            people = self._people_named(words, members, employees, partners)
            skills = self._people_skills(cluster_id, map(_employee_id, people))
        else:
            skills = self._people_skills(cluster_id)
            people = [
                *members,
                *self.env["hr.employee.public"].search(
                    employees & Domain("id", "in", list(skills)), order="name, id"
                ),
            ]
        fitting = [person for person in people if _employee_id(person) in skills]
        # A stable sort: of equals the members come first.
        fitting.sort(key=lambda person: -skills[_employee_id(person)][0])
        found = [person for person in people if person not in fitting] if words else []
        return {
            "suggested": self._people_json(fitting[:SHOWN], skills),
            "found": self._people_json(found, skills),
        }

    def _people_named(self, words, members, employees, partners):
        """Return at most eight people who have each word in their name.

        Who types "an" looks for An more often than for Jan: first those of whose name
        a part begins with each word.
        """
        named = Domain.AND(Domain("name", "ilike", word) for word in words)
        begins = Domain.AND(map(_begins_with, words))
        people = []
        for wanted in (begins, named & ~begins):
            people += members.filtered_domain(wanted)[: SHOWN - len(people)]
            for model, domain in (
                ("hr.employee.public", employees),
                ("res.partner", partners),
            ):
                if left := SHOWN - len(people):
                    people += self.env[model].search(
                        domain & wanted, limit=left, order="name, id"
                    )
        return people

    def _people_to_choose(self):
        """Return members without a column, and domains of employees and of contacts.

        Who left has no place in a new column; nobody is there twice.
        """
        school = self.company_id.sudo()
        group = school.school_group_id
        members = (
            self.env["ict.team.member"]
            .with_context(active_test=False)
            .search([("company_id", "in", (school | group).ids)])
        )
        on_sheet = self.env["ict.allocation"]._read_group(
            [("overview_id", "=", self.id)], [], ["member_id:recordset"]
        )[0][0]
        with_column = members.filtered(
            lambda member: (
                member in on_sheet
                or (
                    member.active
                    and member.company_id == school
                    and member.member_type in TEAM_TYPES
                )
            )
        )
        taken = with_column.employee_id
        free = (members - with_column).filtered(
            lambda member: (
                member.active
                and member.employee_id not in taken
                # sudo: whether a colleague left is all that is read.
                and (not member.employee_id or member.sudo().employee_id.active)
            )
        )
        shown = with_column | free
        schools = school | group | group.group_school_ids
        employees = Domain("company_id", "in", [*schools.ids, False]) & Domain(
            "id", "not in", shown.employee_id.ids
        )
        # sudo: to leave out the contacts of schools and of employees, who are there
        # themselves.
        sudo = self.sudo().with_context(active_test=False).env
        colleagues = sudo["hr.employee"]._search([("work_contact_id", "!=", False)])
        companies = sudo["res.company"]._search([])
        partners = (
            Domain("partner_share", "=", True)
            & Domain("id", "not in", shown.partner_id.ids)
            & Domain("id", "not in", colleagues.subselect("work_contact_id"))
            & Domain("id", "not in", companies.subselect("partner_id"))
        )
        return free, employees, partners

    def _people_json(self, people, skills):
        return [
            {
                **_CANDIDATES[person._name](person),
                "id": person.id,
                "name": person.name,
                "reasons": skills.get(_employee_id(person), (0, []))[1],
            }
            for person in people
        ]


def _begins_with(word):
    """Return the domain of names with a part that begins with a word: "Anne-Marie"."""
    start = f"{escape_psql(word)}%"
    return Domain.OR(
        Domain("name", "=ilike", pattern)
        for pattern in (start, f"% {start}", f"%-{start}")
    )


def _employee_id(person):
    """Return the id of the employee behind a record of one of the three models."""
    if person._name == "ict.team.member":
        return person.employee_id.id
    return person.id if person._name == "hr.employee.public" else False


def _member(member):
    words = dict(member._fields["role"]._description_selection(member.env))
    kinds = dict(member._fields["member_type"]._description_selection(member.env))
    is_employee = member.member_type == "employee"
    employee = member.employee_id
    shown = employee.ids if employee.sudo().company_id in member.env.companies else []
    return {
        "kind": "member",
        "detail": _detail(
            member.sudo().company_id.name,
            words.get(member.role)
            or ("" if is_employee else kinds[member.member_type]),
        ),
        "avatar": _avatar(
            {"employee_id": employee.id, "partner_id": member.partner_id.id}, shown
        ),
    }


def _employee(employee):
    return {
        "kind": "employee",
        "detail": _detail(employee.company_id.name, employee.job_title),
        "avatar": _avatar({"employee_id": employee.id}),
    }


def _partner(partner):
    return {
        "kind": "partner",
        "detail": _detail(partner.parent_name, partner.city),
        "avatar": _avatar({"employee_id": False, "partner_id": partner.id}),
    }


def _detail(*words):
    return " · ".join(word for word in words if word)


_CANDIDATES = {
    "ict.team.member": _member,
    "hr.employee.public": _employee,
    "res.partner": _partner,
}
