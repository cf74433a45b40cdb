from odoo import fields, models

from .ict_handover_line import SNAPSHOT


def terms_of(record):
    """Return what is agreed on an allocation, or was on a line, as plain values."""
    terms = {
        name: record._fields[name].convert_to_write(record[name], record) or False
        for name in SNAPSHOT
    }
    return {**terms, "hours": round(record.hours, 2)}


class IctHandoverLine(models.Model):
    """One task goes back to who handed it over, if nobody touched it meanwhile."""

    _inherit = "ict.handover.line"

    joined_terms = fields.Json(
        readonly=True,
        copy=False,
        help="Of who was on the task already: the allocation before and after.",
    )

    def _terms_after(self):
        """Return what the receiver got; empty where it was not kept."""
        if self.outcome == "moved":
            return terms_of(self)
        return (self.joined_terms or {}).get("after")

    def _undo_block(self, allocation, terms, answered):
        """Return in words why this task cannot go back; False: it can.

        :param allocation: that of the receiver, as superuser; empty: it is gone
        :param terms: what is agreed on it, after what else goes back
        :param answered: allocations that the receivers answered about
        """
        if not allocation:
            return self.env._("is not on the overview any more")
        if allocation.state == "archived":
            return self.env._("the overview was archived, it stays as history")
        if allocation.member_id != self.to_member_id.sudo():
            return self.env._("%s has it meanwhile", allocation.member_id.name)
        name = self.to_member_id.sudo().name
        after = self._terms_after()
        if not after:
            return self.env._("what %s had before was not kept", name)
        if terms != after:
            return self.env._("was changed meanwhile")
        if allocation in answered:
            return self.env._("%s answered already", name)
        others = allocation.line_id.allocation_ids - allocation
        if self.from_member_id.sudo() in others.member_id:
            return self.env._("%s has it again", self.from_member_id.sudo().name)
        return False

    def _undo(self):
        """Give the tasks back, last one first; :meth:`_undo_block` was asked before."""
        for line in self.filtered(lambda one: one.outcome == "joined"):
            taker = line.allocation_id
            taker.write(line.joined_terms["before"])
            line.sudo().allocation_id = taker.create(
                {
                    "line_id": taker.line_id.id,
                    "member_id": line.from_member_id.id,
                    **terms_of(line),
                }
            )
        moved = self.filtered(lambda one: one.outcome == "moved")
        for member, lines in moved.grouped("from_member_id").items():
            lines.allocation_id.write({"member_id": member.id})
