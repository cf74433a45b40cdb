from odoo import fields, models


class IctSettings(models.Model):
    """Whether people are asked to agree without anybody pressing a button."""

    _inherit = "ict.settings"

    ask_agreement = fields.Boolean(
        "Ask people to agree",
        default=True,
        help="Whoever has tasks on an overview that is activated is asked to agree, by "
        "one mail and an activity; afterwards with each correction, once a night.",
    )
