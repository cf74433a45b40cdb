from collections import defaultdict
from typing import NamedTuple

from odoo import api, models
from odoo.fields import Domain
from odoo.tools import float_compare, format_list

from ..workbook.hours import Hours
from .ict_handover_join import hours_of


class ReceiverLoad(NamedTuple):
    """One receiver in the preview, over the schools that the reader may see.

    ``before`` and ``after``: ``{kind: Hours}``; ``available``: hours a week.
    """

    name: str
    available: float
    before: dict
    after: dict
    tasks: int

    @property
    def is_too_much(self):
        return bool(self.available) and any(
            float_compare(hours.known, self.available, 2) > 0
            for kind, hours in self.after.items()
            if hours != self.before.get(kind)
        )


def _person(member, employee):
    """Return what is the same for one human who is a member in several schools."""
    employee = employee or member.employee_id
    return (
        ("employee", employee._origin.id) if employee else ("member", member._origin.id)
    )


class IctHandover(models.Model):
    """The load of each receiver before and after."""

    _inherit = "ict.handover"

    @api.depends("line_ids.selected", "line_ids.to_member_id", "state")
    @api.depends("line_ids.to_employee_id", "line_ids.is_gone", "line_ids.hours")
    @api.depends_context("uid", "lang", "allowed_company_ids")
    def _compute_preview(self):
        labels = (
            self.env["ict.overview"]._fields["kind"]._description_selection(self.env)
        )
        for handover in self:
            is_draft = handover.state == "draft"
            loads = handover._receiver_loads() if is_draft else []
            names = format_list(
                self.env, [load.name for load in loads if load.is_too_much]
            )
            handover.warning_text = names and self.env._(
                "More than is available: %s.", names
            )
            handover.preview = is_draft and self.env["ir.qweb"]._render(
                "ict_coordination.ict_handover_preview",
                {
                    "loads": loads,
                    # a column where something changes
                    "kinds": [
                        (kind, label)
                        for kind, label in labels
                        if any(
                            load.before.get(kind) != load.after.get(kind)
                            for load in loads
                        )
                    ],
                    "hours": lambda hours: hours.format(self.env.lang),
                    "Hours": Hours,
                },
            )

    def _receiver_loads(self):
        """Return a :class:`ReceiverLoad` for each human that gets something."""
        lines = self.line_ids.filtered("is_given")
        people = {}
        for line in lines:
            key = _person(line.to_member_id, line.to_employee_id)
            people.setdefault(key, self.line_ids.browse())
            people[key] |= line
        there = lines._already_there()
        before = self._loads_now(people)
        available = self._available(people)
        loads = []
        for key, taken in people.items():
            after = dict(before[key])
            for line in taken.filtered("overview_id.in_force"):
                taker = there.get(line._place())
                more = line._join(taker).more if taker else hours_of(line)
                after[line.kind] = after.get(line.kind, Hours()) + more
            first = taken[0]
            loads.append(
                ReceiverLoad(
                    first.to_member_id.name or first.to_employee_id.sudo().name,
                    available[key],
                    before[key],
                    after,
                    len(taken),
                )
            )
        return sorted(loads, key=lambda load: load.name)

    def _by_person(self, people):
        """Return the domain of what belongs to these people; a member by itself."""
        ids = defaultdict(list)
        for kind, record_id in people:
            ids[kind].append(record_id)
        return ids["employee"], ids["member"]

    def _loads_now(self, people):
        employees, members = self._by_person(people)
        loads = defaultdict(dict)
        for member, kind, hours, unknown in self.env["ict.allocation"]._read_group(
            (
                Domain("employee_id", "in", employees)
                | Domain("member_id", "in", members)
            )
            & Domain("overview_id.in_force", "=", True),
            ["member_id", "kind"],
            ["hours:sum", "unknown_hours:sum"],
        ):
            load = loads[_person(member, member.employee_id)]
            load[kind] = load.get(kind, Hours()) + Hours(hours or 0, unknown)
        return loads

    def _available(self, people):
        employees, members = self._by_person(people)
        available = defaultdict(float)
        for member in self.env["ict.team.member"].search(
            Domain("employee_id", "in", employees) | Domain("id", "in", members)
        ):
            available[_person(member, member.employee_id)] += member.hours_available
        return available
