from odoo import models
from odoo.exceptions import UserError

from ..grid.values import is_id

NAME_MAX = 100


class IctOverview(models.Model):
    """Puts somebody into the hours grid as a column."""

    _inherit = "ict.overview"

    def grid_add_person(self, kind, record_id=False, name=""):
        """Return the member that somebody is here; make one where there is none.

        The school's own member comes first, then the group's; where there is none, one
        is made in the school. A vacancy is always a new one.

        :param kind: ``member``, ``employee``, ``partner`` or ``vacancy``
        :param record_id: what ``grid_people`` gave; none for a vacancy and for a
            partner who is called ``name``
        :return: a column, as in ``grid_read``
        :raise AccessError: the user may not change this overview, or not see the person
        :raise UserError: it cannot be changed (any more), or the person does not fit
        """
        self.ensure_one()
        self.check_access("write")
        permissions = self._grid_permissions()
        if not permissions["can"]["people"]:
            raise UserError(permissions["why_not"])
        name = " ".join(name.split())[:NAME_MAX] if isinstance(name, str) else ""
        if record_id and not is_id(record_id):
            raise UserError(self._people_gone())
        if kind == "vacancy":
            member = self._people_new(kind, name=self._people_vacancy_name(name))
        elif kind == "partner" and not record_id:
            if not name:
                raise UserError(self.env._("Fill in the name of the partner."))
            member = self._people_new(kind, name=name)
        else:
            find = {
                "member": self._people_member,
                "employee": self._people_of_employee,
                "partner": self._people_of_partner,
            }.get(kind if isinstance(kind, str) else "")
            if not find or not record_id:
                raise UserError(self._people_gone())
            member = find(record_id)
            if not member.active:
                # Of the school itself: it may be that the group keeps it archived.
                member.check_access("write")
                member.active = True
        # New people have no row in what was read before.
        self.env.flush_all()
        return next(
            one for one in self._grid_members([member.id]) if one["id"] == member.id
        )

    def _people_member(self, member_id):
        member = self.env["ict.team.member"].browse(member_id).exists()
        if not member:
            raise UserError(self._people_gone())
        member.check_access("read")
        self.env["ict.allocation"].new(
            {"company_id": self.company_id.id, "member_id": member.id}
        )._check_member_scope()
        return member

    def _people_of_employee(self, employee_id):
        employee = self.env["hr.employee.public"].browse(employee_id).exists()
        if not employee:
            raise UserError(self._people_gone())
        employee.check_access("read")
        if not employee.active:
            raise UserError(
                self.env._("%s does not work here any more.", employee.name)
            )
        return self.env["ict.team.member"]._for_employee(
            self.env["hr.employee"].browse(employee_id), self.company_id
        )

    def _people_of_partner(self, partner_id):
        partner = self.env["res.partner"].browse(partner_id).exists()
        if not partner:
            raise UserError(self._people_gone())
        partner.check_access("read")
        companies = self.company_id | self.company_id.sudo().school_group_id
        found = (
            self.env["ict.team.member"]
            .with_context(active_test=False)
            .search(
                [("partner_id", "=", partner.id), ("company_id", "in", companies.ids)]
            )
            .sorted(
                lambda member: (member.company_id != self.company_id, not member.active)
            )
        )
        return found[:1] or self._people_new("partner", partner_id=partner.id)

    def _people_new(self, member_type, **values):
        return self.env["ict.team.member"].create(
            {"member_type": member_type, "company_id": self.company_id.id, **values}
        )

    def _people_vacancy_name(self, name):
        """Return ``name``, with a number when there is a vacancy of that name."""
        name = name or self.env._("Vacancy")
        taken = {
            member["name"]
            for member in self._grid_members()
            if member["type"] == "vacancy"
        }
        number, free = 1, name
        while free in taken:
            number += 1
            free = f"{name} {number}"
        return free

    def _people_gone(self):
        return self.env._("This person cannot be chosen any more. Search again.")
