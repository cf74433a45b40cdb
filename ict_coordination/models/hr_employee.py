from odoo import api, fields, models
from odoo.exceptions import UserError

from .employee_load import allocations_action, load_by_employee


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    ict_member_ids = fields.One2many(
        "ict.team.member", "employee_id", "ICT teams", groups="hr.group_hr_user"
    )
    ict_allocation_ids = fields.One2many(
        "ict.allocation",
        "employee_id",
        "ICT tasks",
        domain=[("overview_id.in_force", "=", True)],
        groups="hr.group_hr_user",
    )
    ict_load_text = fields.Char(
        "ICT hours", compute="_compute_ict_load", groups="hr.group_hr_user"
    )
    ict_task_count = fields.Integer(
        "Number of ICT tasks", compute="_compute_ict_load", groups="hr.group_hr_user"
    )

    @api.depends("ict_allocation_ids.hours", "ict_member_ids.hours_available")
    @api.depends_context("lang", "allowed_company_ids")
    def _compute_ict_load(self):
        loads = load_by_employee(self)
        for employee in self:
            load = loads[employee._origin.id]
            employee.ict_load_text = load.text
            employee.ict_task_count = load.task_count

    @api.ondelete(at_uninstall=False)
    def _unlink_except_ict_member(self):
        member = (
            self.env["ict.team.member"]
            .sudo()
            .with_context(active_test=False)
            .search([("employee_id", "in", self.ids)], limit=1)
        )
        if member:
            raise UserError(
                self.env._(
                    "%s is a member of an ICT team and cannot be deleted. Archive the "
                    "employee: what was agreed is kept.",
                    member.name,
                )
            )

    def write(self, vals):
        result = super().write(vals)
        if "active" in vals:
            # Who leaves cannot be given new tasks; the old ones stay as history.
            self.env["ict.team.member"].sudo().with_context(active_test=False).search(
                [("employee_id", "in", self.ids)]
            ).write({"active": vals["active"]})
        return result

    def action_open_ict_allocations(self):
        return allocations_action(self)
