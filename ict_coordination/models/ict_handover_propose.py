from collections import defaultdict

from odoo import models
from odoo.fields import Domain
from odoo.tools import float_compare

from ..workbook.hours import Hours
from .ict_overview import KINDS


class IctHandoverLine(models.Model):
    """Who could take over: does this cluster in that school, and has free hours."""

    _inherit = "ict.handover.line"

    def _propose(self):
        """Fill in a receiver where there is one, with the reason in words."""
        todo = self.filtered(lambda line: not line.is_gone and line.selected)
        if not todo:
            return
        leaver = todo.handover_id.employee_id
        allocation = self.env["ict.allocation"]
        does = defaultdict(int)
        for school, cluster, member, count in allocation._read_group(
            Domain("company_id", "in", todo.company_id.ids)
            & Domain("kind", "=", "current")
            & Domain("overview_id.in_force", "=", True)
            & Domain("member_id.active", "=", True)
            & Domain("member_id.member_type", "=", "employee")
            & Domain("employee_id", "not in", leaver.ids),
            ["company_id", "cluster_id", "member_id"],
            ["__count"],
        ):
            does[school, cluster, member] += count
        members = self.env["ict.team.member"].union(*(key[2] for key in does))
        free = self._free_hours(members)
        there = {
            (one.line_id, one.member_id)
            for one in allocation.search(
                [("line_id", "in", todo.allocation_id.line_id.ids)]
            )
        }
        for line in todo:
            needed = max(line.hours, 0.01)
            best = max(
                (
                    (
                        (line.allocation_id.line_id, member) in there,
                        count,
                        free[member, line.kind],
                        -member.id,
                        member,
                    )
                    for (school, cluster, member), count in does.items()
                    if school == line.company_id
                    and cluster == line.cluster_id
                    and float_compare(free[member, line.kind], needed, 2) >= 0
                ),
                default=None,
                key=lambda one: one[:4],
            )
            if not best:
                line.sudo().reason = self.env._(
                    "Nobody who does this cluster here has free hours"
                )
                continue
            is_there, count, hours, _id, member = best
            line.sudo().write(
                {
                    "to_member_id": member.id,
                    "reason": self.env._(
                        "Is on this task already; %(hours)s free",
                        hours=Hours(hours).format(self.env.lang),
                    )
                    if is_there
                    else self.env._(
                        "Tasks of this cluster here: %(count)s; %(hours)s free",
                        count=count,
                        hours=Hours(hours).format(self.env.lang),
                    ),
                }
            )
            if line.overview_id.in_force:
                free[member, line.kind] -= line.hours

    def _free_hours(self, members):
        """Return ``{(member, kind): hours}`` without task in the sheets in force."""
        free = {
            (member, kind): member.hours_available
            for member in members
            for kind, _label in KINDS
        }
        for member, kind, hours in self.env["ict.allocation"]._read_group(
            Domain("member_id", "in", members.ids)
            & Domain("overview_id.in_force", "=", True),
            ["member_id", "kind"],
            ["hours:sum"],
        ):
            free[member, kind] -= hours or 0
        return free
