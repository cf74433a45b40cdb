from odoo import models
from odoo.fields import Domain

from ..tools.plain_rows import read_rows

MEMBER_FIELDS = [
    *("id", "name", "member_type", "role", "hours_available", "company_id"),
    *("employee_id", "partner_id", "active"),
]
#: kinds of members who have a column before they have a task
TEAM_TYPES = ("employee", "partner", "vacancy")
TYPES = (*TEAM_TYPES, "sounding_board")


class IctOverview(models.Model):
    """The columns of the hours grid: who they are and what they do elsewhere."""

    _inherit = "ict.overview"

    def _grid_members(self, member_ids=()):
        """Return the columns: the school's own team, and everybody with a cell.

        :param member_ids: more members to return
        """
        model = self.env["ict.team.member"].with_context(active_test=False)
        rows = self._grid_member_rows(model, member_ids)
        elsewhere = self._grid_elsewhere(rows)
        employees = [row["employee_id"] for row in rows if row["employee_id"]]
        shown = set(
            self.env["hr.employee.public"].search([("id", "in", employees)]).ids
        )
        mine = set(
            self.env.user.sudo().with_context(active_test=False).employee_ids.ids
        )
        roles = dict(model._fields["role"]._description_selection(self.env))
        rows.sort(key=self._grid_member_order)
        return [
            {
                "id": row["id"],
                "name": row["name"],
                "type": row["member_type"],
                "role": roles.get(row["role"], ""),
                "available": float(row["hours_available"] or 0) or None,
                "own": row["company_id"] == self.company_id.id,
                "employee": row["employee_id"],
                "avatar": _avatar(row, shown),
                "mine": row["employee_id"] in mine,
                "active": bool(row["active"]),
                "elsewhere": elsewhere[_who(row)],
            }
            for row in rows
        ]

    def _grid_member_rows(self, model, member_ids):
        """Return the rows of the columns, as far as the reader sees them.

        Of somebody on a task whom the reader may not see (a school that left its
        group) there is a name only, as everywhere on the sheet.
        """
        cells = self.env["ict.allocation"]._search([("overview_id", "=", self.id)])
        allocated = Domain("id", "in", cells.subselect("member_id"))
        own_team = (
            Domain("company_id", "=", self.company_id.id)
            & Domain("active", "=", True)
            & Domain("member_type", "in", TEAM_TYPES)
        )
        wanted = allocated | own_team | Domain("id", "in", list(member_ids))
        rows = list(read_rows(model, wanted, MEMBER_FIELDS, "id"))
        hidden = allocated & Domain("id", "not in", [row["id"] for row in rows])
        nothing = dict.fromkeys(MEMBER_FIELDS)
        fields = ["id", "name", "member_type", "active"]
        return rows + [
            nothing | row for row in read_rows(model.sudo(), hidden, fields, "id")
        ]

    def _grid_member_order(self, row):
        return (
            TYPES.index(row["member_type"]),
            row["company_id"] != self.company_id.id,
            (row["name"] or "").casefold(),
            row["id"],
        )

    def _grid_elsewhere(self, members):
        """Return ``{person: hours in other schools}`` as far as the reader sees them.

        A person is an employee, who can be a member of several schools, or a member
        without personnel file. Counted are the sheets in force of this kind.
        """
        totals = {_who(row): {"hours": 0.0, "unknown": 0} for row in members}
        employees = [row["employee_id"] for row in members if row["employee_id"]]
        others = [row["id"] for row in members if not row["employee_id"]]
        groups = self.env["ict.allocation"]._read_group(
            (Domain("employee_id", "in", employees) | Domain("member_id", "in", others))
            & Domain("kind", "=", self.kind)
            & Domain("company_id", "!=", self.company_id.id)
            & Domain("overview_id.in_force", "=", True),
            ["employee_id", "member_id"],
            ["hours:sum", "unknown_hours:sum"],
        )
        for employee, member, hours, unknown in groups:
            # Of a member whom the reader may not see the employee is not known here.
            total = totals.get(("employee", employee.id)) or totals["member", member.id]
            total["hours"] = round(total["hours"] + (hours or 0), 2)
            total["unknown"] += unknown or 0
        return totals


def _who(row):
    """Return what one human has in common in all schools."""
    if row["employee_id"]:
        return "employee", row["employee_id"]
    return "member", row["id"]


def _avatar(row, shown=None):
    """Return the address of the picture; colleagues read the public profile.

    :param shown: employees whose public profile the reader may open, None for all. Of
        others Odoo would show a camera: initials say more.
    """
    employee = row["employee_id"]
    if employee:
        if shown is not None and employee not in shown:
            return None
        return f"/web/image/hr.employee.public/{employee}/avatar_128"
    if row["partner_id"]:
        return f"/web/image/res.partner/{row['partner_id']}/avatar_128"
    return None
