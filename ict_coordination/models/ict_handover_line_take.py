from odoo import models
from odoo.exceptions import ValidationError

from .hours_range import HOURS_MAX
from .ict_handover_join import join


class IctHandoverLine(models.Model):
    """Where a task comes: who gets it, and what this person did there already."""

    _inherit = "ict.handover.line"

    def _receiver(self):
        """Return the member who gets the task; empty where one has to be made."""
        self.ensure_one()
        member = self.env["ict.team.member"]
        if self.to_member_id or not self.to_employee_id:
            return self.to_member_id._origin
        school = self.company_id.sudo()
        found = member.sudo().search(
            [
                ("employee_id", "=", self.to_employee_id._origin.id),
                ("company_id", "in", (school | school.school_group_id).ids),
            ]
        )
        found = found.sorted(lambda one: one.company_id != school)
        return found[:1].sudo(False)

    def _place(self):
        """Return ``(overview line, member)`` where the task would come, as ids."""
        line = self.allocation_id.line_id
        return line.id, self._receiver().id

    def _already_there(self):
        """Return ``{place: allocation}`` of receivers who are on the task already."""
        lines = self.filtered("is_given")
        found = self.env["ict.allocation"].search(
            [("line_id", "in", lines.allocation_id.line_id.ids)]
        )
        return {(one.line_id.id, one.member_id.id): one for one in found}

    def _join(self, taker):
        """Return what becomes of the allocation of who is on the task already."""
        return join(taker, self, self.from_member_id.sudo().name)

    def _check_joined(self, joined, member):
        """Raise ValidationError when it is more than anybody can do."""
        if joined.hours.known > HOURS_MAX:
            raise ValidationError(
                self.env._(
                    "%(task)s: %(name)s would come to %(hours)s a week. Choose "
                    "somebody else, or change the hours first.",
                    task=self._where(),
                    name=member.name,
                    hours=joined.hours.format(self.env.lang),
                )
            )

    def _make_receivers(self):
        """Return ``{line: member}``; who is no member of the school becomes one."""
        receivers = {}
        for company, lines in self.grouped("company_id").items():
            new = lines.filtered(lambda line: not line.to_member_id).to_employee_id
            members = self.env["ict.team.member"]._for_employees(new, company)
            for line in lines:
                member = line.to_member_id or members[line.to_employee_id.id]
                if not member.active:
                    # somebody who comes back
                    member.sudo().active = True
                receivers[line] = member
        return receivers
