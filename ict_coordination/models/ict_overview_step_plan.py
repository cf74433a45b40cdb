from datetime import date

from odoo import fields, models
from odoo.exceptions import UserError

from ..tools.school_year import is_school_year

PLAN = "ict_coordination.mail_activity_plan_steps"
STEPS = [f"ict_coordination.mail_activity_type_step_{step}" for step in range(1, 9)]


class IctOverview(models.Model):
    """The step plan for a school that starts: eight activities over the school year."""

    _inherit = "ict.overview"

    def action_start_step_plan(self):
        """Open Odoo's dialog with the steps, their dates and who does them."""
        self.ensure_one()
        plan = self.env.ref(PLAN, raise_if_not_found=False)
        if not plan:
            raise UserError(
                self.env._("The step plan was deleted from the activity plans.")
            )
        if self.activity_search(STEPS, only_automated=False):
            raise UserError(
                self.env._(
                    "The step plan of “%s” was started already: see its activities.",
                    self.display_name,
                )
            )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Start the step plan"),
            "res_model": "mail.activity.schedule",
            "views": [(False, "form")],
            "target": "new",
            "context": {
                "active_model": self._name,
                "active_id": self.id,
                "active_ids": self.ids,
                "plan_mode": True,
                "default_plan_id": plan.id,
                "default_plan_date": fields.Date.to_string(self._step_plan_date()),
                # One message that it was started, not a mail for each step.
                "mail_activity_quick_update": True,
            },
        }

    def _step_plan_date(self):
        """Return from when the steps are counted: the first day of the school year.

        Today, when that has passed.
        """
        today = fields.Date.context_today(self)
        if not is_school_year(self.school_year):
            return today
        return max(today, date(int(self.school_year[:4]), 9, 1))
