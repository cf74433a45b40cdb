from odoo import models

LINE = "ict.overview.line"


class MailActivity(models.Model):
    _inherit = "mail.activity"

    def _compute_res_name(self):
        """The same task stands on the sheets of many schools: say of which one."""
        lines = self.filtered(lambda activity: activity.res_model == LINE)
        super(MailActivity, self - lines)._compute_res_name()
        super(
            MailActivity, lines.with_context(ict_line_with_overview=True)
        )._compute_res_name()
