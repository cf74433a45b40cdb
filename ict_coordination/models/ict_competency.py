from odoo import fields, models


class IctCompetency(models.Model):
    """What a cluster, or one task of it, asks of a person."""

    _name = "ict.competency"
    _description = "ICT competency"
    _inherit = ["ict.school.mixin"]
    _order = "cluster_id, sequence, id"
    _check_company_auto = True

    name = fields.Char(required=True, translate=True)
    cluster_id = fields.Many2one(
        "ict.cluster",
        required=True,
        index=True,
        ondelete="cascade",
        check_company=True,
    )
    task_id = fields.Many2one(
        "ict.task",
        index="btree_not_null",
        ondelete="cascade",
        check_company=True,
        domain="[('cluster_id', '=', cluster_id)]",
        help="Empty: the competency counts for the whole cluster.",
    )
    importance = fields.Selection(
        [
            ("required", "Required"),
            ("preferred", "Preferred"),
            ("not_required", "Not required"),
        ],
        required=True,
        default="required",
    )
    skill_ids = fields.Many2many(
        "hr.skill",
        string="Skills",
        help="Skills in the personnel file that show this competency.",
    )
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", "School or group", index=True)
