from odoo import fields, models


class IctFindPerson(models.TransientModel):
    """Who could do a task: the people of the school and its group, ranked."""

    _name = "ict.find.person"
    _description = "Find somebody for an ICT task"
    _rec_name = "line_id"

    line_id = fields.Many2one(
        "ict.overview.line", "Task", required=True, readonly=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="line_id.company_id", related_sudo=False)
    asked_text = fields.Char("Asked skills", readonly=True)
    row_ids = fields.One2many("ict.find.person.row", "wizard_id", "People")
