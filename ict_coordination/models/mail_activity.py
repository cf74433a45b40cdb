from odoo import models

LINE = "ict.overview.line"


class MailActivity(models.Model):
    _inherit = "mail.activity"

    def _compute_res_name(self):
        """The same task stands on the sheets of many schools: say of which one."""
        lines = self.filtered(lambda activity: activity.res_model == LINE)
        result = super(MailActivity, self - lines)._compute_res_name()
        super(
            MailActivity, lines.with_context(ict_line_with_overview=True)
        )._compute_res_name()
        return result

    def write(self, vals):
        result = super().write(vals)
        if {"res_id", "res_model", "res_model_id"} & vals.keys() and not self.env.su:
            # Whoever has an activity may change it, and would read the name of
            # whatever it is moved to.
            for activity in self.sudo().filtered("res_model"):
                model = self.env[activity.res_model]
                if activity.res_model == LINE or getattr(model, "_ict_closed", False):
                    model.browse(activity.res_id).check_access("read")
        return result
