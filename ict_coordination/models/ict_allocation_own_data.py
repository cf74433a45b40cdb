from odoo import api, models


class IctAllocation(models.Model):
    """The entry under "My tasks" with which everybody takes the own data along."""

    _inherit = "ict.allocation"

    @api.model
    def action_download_my_data(self):
        """Return the report with all that is kept of the current user."""
        report = self.env.ref("ict_coordination.personal_data_xlsx_action").sudo()
        return report.report_action(self.env.user.ids, config=False)
