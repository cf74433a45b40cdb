from odoo import api, models

from .ict_overview_step_plan import PLAN


class MailActivityPlan(models.Model):
    _inherit = "mail.activity.plan"

    @api.depends_context("lang")
    def _compute_display_name(self):
        """Our plan speaks the language of the reader: Odoo cannot translate plans."""
        result = super()._compute_display_name()
        ours = self.env.ref(PLAN, raise_if_not_found=False)
        for plan in self.filtered(lambda one: one == ours):
            if plan.name == "ICT step plan":
                plan.display_name = self.env._("ICT step plan")
        return result
