from odoo import fields, models
from odoo.exceptions import UserError

from .ict_handover_line_undo import terms_of


class IctHandover(models.Model):
    """Handing over: all of it in one transaction, or nothing."""

    _inherit = "ict.handover"

    def action_hand_over(self):
        """Move the chosen tasks, and ask who gets them to agree.

        Where somebody changed the sheets meanwhile nothing happens yet: the draft is
        brought up to date and says what changed.
        """
        self.ensure_one()
        self._check_draft()
        if self.try_lock_for_update() != self:
            raise UserError(
                self.env._("Somebody else is handing this over at this moment.")
            )
        for overview in self.line_ids.overview_id.sorted("id"):
            if overview.state != "archived":
                overview._bulk_lock()
        if self._look_again():
            return True
        todo = self.line_ids.filtered("is_given")
        if not todo:
            raise UserError(
                self.env._("Choose for at least one task who takes it over.")
            )
        given = self._move(todo)
        (self.line_ids - todo).sudo().outcome = "left"
        self.sudo().write(
            {
                "state": "done",
                "done_on": fields.Datetime.now(),
                "done_by_id": self.env.uid,
                "changed_text": False,
            }
        )
        self._ask(given)
        self.employee_id._ict_handed_over(todo.company_id)
        return True

    def _move(self, lines):
        """Give each task to its receiver; return the allocations of the receivers."""
        receivers = lines._make_receivers()
        allocation = self.env["ict.allocation"]
        taken = {
            (one.line_id.id, one.member_id.id): one
            for one in allocation.search(
                [("line_id", "in", lines.allocation_id.line_id.ids)]
            )
        }
        moved = {}
        given = allocation
        for line in lines:
            member, source = receivers[line], line.allocation_id
            place = source.line_id.id, member.id
            taker = taken.get(place)
            values = {"to_member_id": member.id, "to_employee_id": False}
            if taker:
                joined = line._join(taker)
                line._check_joined(joined, member)
                # of which the first one may only now come to be the taker's
                if taker in moved.get(member, allocation):
                    moved[member] -= taker
                    taker.member_id = member
                before = terms_of(taker)
                taker.write(joined.values)
                line.sudo().write(
                    {
                        **values,
                        "outcome": "joined",
                        "allocation_id": taker.id,
                        "joined_terms": {"before": before, "after": terms_of(taker)},
                    }
                )
                source.unlink()
                given |= taker
            else:
                taken[place] = source
                moved[member] = moved.get(member, allocation) | source
                line.sudo().write({**values, "outcome": "moved"})
                given |= source
        for member, allocations in moved.items():
            allocations.write({"member_id": member.id})
        return given

    def _ask(self, allocations):
        """Ask the new people to agree with what was approved already."""
        approved = allocations.filtered(lambda one: one.state == "active")
        if approved:
            approved._ask_to_agree()
