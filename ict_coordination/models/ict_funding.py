from odoo import fields, models


class IctFunding(models.Model):
    """Who pays the hour: ICT points, BPT hours, working funds, nobody, a partner."""

    _name = "ict.funding"
    _description = "ICT funding"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    short_name = fields.Char(
        translate=True, help="The mark behind the hours in workbook cells."
    )
    code = fields.Char(copy=False)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)

    _code_uniq = models.UniqueIndex(
        "(code) WHERE code IS NOT NULL", "A funding with this code exists already."
    )
