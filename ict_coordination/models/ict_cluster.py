from odoo import fields, models


class IctCluster(models.Model):
    """A group of tasks: technical, pedagogical, policy, administration."""

    _name = "ict.cluster"
    _description = "ICT task cluster"
    _inherit = ["ict.school.mixin"]
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    short_name = fields.Char(
        translate=True,
        help="The label in the Cluster column of the exported workbook.",
    )
    code = fields.Char(
        copy=False, help="Fixed key of the shipped clusters; imports match on it."
    )
    sequence = fields.Integer(default=10)
    color = fields.Integer()
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company",
        "School or group",
        index=True,
        help="Empty: every school group uses this cluster.",
    )
    competency_ids = fields.One2many("ict.competency", "cluster_id", "Competencies")
    task_ids = fields.One2many("ict.task", "cluster_id", "Tasks")

    _code_uniq = models.UniqueIndex(
        "(code, COALESCE(company_id, 0)) WHERE code IS NOT NULL",
        "A cluster with this code exists already.",
    )
