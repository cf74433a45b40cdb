from odoo import api, fields, models


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
        Allocation = self.env["ict.allocation"]
        loads = Allocation._load_by_employee(self)
        by_employee = Allocation.search(
            [("employee_id", "in", self.ids), ("overview_id.in_force", "=", True)]
        ).grouped(lambda allocation: allocation.employee_id.id)
        for profile in self:
            profile.ict_allocation_ids = by_employee.get(profile.id, Allocation)
            profile.ict_load_text = loads[profile.id].text
            profile.ict_task_count = loads[profile.id].task_count

    def action_open_ict_allocations(self):
        return self.env["ict.allocation"]._action_of_employee(self)
