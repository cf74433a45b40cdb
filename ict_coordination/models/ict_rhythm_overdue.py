from odoo import api, models

OVERDUE = "ict_coordination.mail_activity_type_overdue_contact"


class IctRhythm(models.Model):
    """Who organises what is overdue has one activity, until it is planned or held."""

    _inherit = "ict.rhythm"

    @api.model
    def _cron_remind(self):
        """Give the organisers an activity for each rhythm that is past its date.

        One for each rhythm, however many nights it lasts. What is not overdue any
        more, for whatever reason, has none.
        """
        overdue = self.search([("is_overdue", "=", True)])
        asked = self.env["mail.activity"].search(
            [
                ("res_model", "=", self._name),
                ("activity_type_id", "=", self.env.ref(OVERDUE).id),
            ]
        )
        asked.filtered(lambda one: one.res_id not in overdue._ids).unlink()
        for rhythm in overdue:
            # Nobody is asked for what this person cannot open.
            user = rhythm.user_id.filtered("active")
            user = user if user and rhythm._ict_readable_by(user) else user.browse()
            activities = rhythm.activity_search([OVERDUE])
            activities.filtered(lambda one, user=user: one.user_id != user).unlink()
            if user and not activities.exists():
                rhythm.activity_schedule(OVERDUE, user_id=user.id)

    def _settle_overdue(self):
        """Tick off the activities of what was held or is planned now.

        As superuser: whoever notes a visit need not be who was asked for it.
        """
        settled = self.sudo().filtered(lambda one: not one.is_overdue)
        settled.activity_feedback([OVERDUE], feedback=self.env._("Planned or held"))
