from odoo import models

from ..models.ict_overview_step_plan import PLAN
from ..models.mail_activity import LINE


class MailActivitySchedule(models.TransientModel):
    _inherit = "mail.activity.schedule"

    def _compute_error(self):
        """One dialog may plan the tasks of several schools: no company is involved."""
        result = super()._compute_error()
        for wizard in self:
            if wizard.res_model == LINE and not wizard.plan_id and wizard.res_ids:
                wizard.error = False
                wizard.has_error = False
        return result

    def action_schedule_plan(self):
        """The chatter names our plan in the language of who starts it.

        Odoo cannot translate the names of plans, and writes the stored one.
        """
        result = super().action_schedule_plan()
        plan = self.plan_id
        if (
            plan == self.env.ref(PLAN, raise_if_not_found=False)
            and plan.display_name != plan.name
        ):
            for sheet in self._get_applied_on_records():
                message = sheet.message_ids.sorted("id")[-1:].sudo()
                message.body = message.body.replace(plan.name, plan.display_name)
        return result
