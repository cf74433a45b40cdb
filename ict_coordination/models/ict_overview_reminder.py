from odoo import api, models

REMINDER = "ict_coordination.mail_activity_type_fill_in"


class IctOverview(models.Model):
    """Reminders to fill in a sheet: activities of one type, for who works on it."""

    _inherit = "ict.overview"

    @api.model
    def _reminder_type_id(self):
        """Return the id of the type of activity that reminds somebody of a sheet."""
        return self.env["ir.model.data"]._xmlid_to_res_id(REMINDER)

    def action_activate(self):
        """Who was reminded of a sheet has nothing left to do once it is approved."""
        result = super().action_activate()
        self.activity_feedback([REMINDER], feedback=self.env._("Activated"))
        return result

    def action_archive_overview(self):
        """Nobody can fill in what is history: the reminders go."""
        result = super().action_archive_overview()
        self.activity_unlink([REMINDER])
        return result
