from odoo import api, fields, models


class HrDepartureWizard(models.TransientModel):
    """Says which ICT tasks fall open when somebody leaves, and offers the hand-over."""

    _inherit = "hr.departure.wizard"

    ict_open_text = fields.Text("ICT tasks", compute="_compute_ict_open_text")

    @api.depends("employee_ids")
    @api.depends_context("uid", "lang", "allowed_company_ids")
    def _compute_ict_open_text(self):
        for wizard in self:
            wizard.ict_open_text = "\n".join(
                self.env._(
                    "%(name)s: %(schools)s",
                    name=employee.name,
                    schools=employee.ict_open_text,
                )
                for employee in wizard.employee_ids._origin
                if employee.ict_open_count
            )

    def action_register_and_hand_over(self):
        """Register the departure, then open the hand-over of what falls open."""
        result = self.action_register_departure()
        leavers = self.employee_ids.filtered("ict_open_count")
        handovers = self.env["ict.handover"]
        for employee in leavers:
            handovers |= handovers._start(employee)
        if not handovers:
            return result
        if len(handovers) == 1:
            return handovers._form_action()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "ict_coordination.ict_handover_action"
        )
        action["domain"] = [("id", "in", handovers.ids)]
        return action
