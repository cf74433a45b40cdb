from odoo import api, fields, models
from odoo.exceptions import ValidationError

from .hours_range import HOURS_MAX

#: hours a week of a full-time appointment in a Flemish primary school
FULL_TIME_HOURS = 36


class IctSettings(models.Model):
    """How many hours a full-time appointment has: what is available follows from it."""

    _inherit = "ict.settings"

    full_time_hours = fields.Float(
        "Full time",
        digits=(5, 2),
        default=FULL_TIME_HOURS,
        required=True,
        help="Hours a week of a full-time appointment. With the working time in the "
        "personnel file it gives the hours that an ICT coordinator has available.",
    )

    @api.constrains("full_time_hours")
    def _check_full_time_hours(self):
        for settings in self:
            if not 0 < settings.full_time_hours <= HOURS_MAX:
                raise ValidationError(
                    self.env._(
                        "A full-time week has more than 0 and at most %s hours.",
                        HOURS_MAX,
                    )
                )

    def action_reset(self):
        result = super().action_reset()
        self.full_time_hours = FULL_TIME_HOURS
        return result
