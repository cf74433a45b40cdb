from odoo import api, fields, models
from odoo.exceptions import ValidationError

#: school years that an archived overview keeps its names
ANONYMISE_AFTER = 5


class IctSettings(models.Model):
    """How long archived overviews keep the names of people."""

    _inherit = "ict.settings"

    anonymise_after_years = fields.Integer(
        "Names kept",
        default=ANONYMISE_AFTER,
        help="Archived overviews whose school year ended this many years ago can be "
        "made anonymous, under Configuration. 0: never.",
    )

    @api.constrains("anonymise_after_years")
    def _check_anonymise_after_years(self):
        if any(one.anonymise_after_years < 0 for one in self):
            raise ValidationError(
                self.env._("“Names kept” is a number of years, or 0 for never.")
            )

    def action_reset(self):
        result = super().action_reset()
        self.anonymise_after_years = ANONYMISE_AFTER
        return result
