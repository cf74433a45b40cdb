from odoo import api, fields, models

from .employee_load import allocations_action, load_by_employee


class HrEmployeePublic(models.Model):
    _inherit = "hr.employee.public"

    # Searched with the rights of the reader: a related field would read as superuser
    # and show tasks in schools that the reader may not see.
    ict_allocation_ids = fields.One2many(
        "ict.allocation",
        string="ICT tasks",
        compute="_compute_ict_load",
        groups="ict_coordination.group_ict_reader",
    )
    ict_load_text = fields.Char(
        "ICT hours",
        compute="_compute_ict_load",
        groups="ict_coordination.group_ict_reader",
    )
    ict_task_count = fields.Integer(
        "Number of ICT tasks",
        compute="_compute_ict_load",
        groups="ict_coordination.group_ict_reader",
    )

    @api.depends_context("uid", "lang", "allowed_company_ids")
    def _compute_ict_load(self):
        allocation = self.env["ict.allocation"]
        loads = load_by_employee(self)
        by_employee = allocation.search(
            [("employee_id", "in", self.ids), ("overview_id.in_force", "=", True)]
        ).grouped(lambda one: one.employee_id.id)
        for profile in self:
            profile.ict_allocation_ids = by_employee.get(profile.id, allocation)
            profile.ict_load_text = loads[profile.id].text
            profile.ict_task_count = loads[profile.id].task_count

    def action_open_ict_allocations(self):
        return allocations_action(self)
