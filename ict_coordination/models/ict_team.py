from odoo import fields, models


class IctTeam(models.Model):
    """A team that members sit in: policy, technical or pedagogical."""

    _name = "ict.team"
    _description = "ICT team"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(copy=False)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)

    _code_uniq = models.UniqueIndex(
        "(code) WHERE code IS NOT NULL", "A team with this code exists already."
    )
