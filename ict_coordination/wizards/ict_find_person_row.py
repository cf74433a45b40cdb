from odoo import fields, models


class IctFindPersonRow(models.TransientModel):
    """Somebody who could do the task, and why, in words.

    What stands here was read with the rights of who opened the dialog, who alone
    reads it.
    """

    _name = "ict.find.person.row"
    _description = "Somebody for an ICT task"
    _order = "id"
    _rec_name = "name"

    wizard_id = fields.Many2one(
        "ict.find.person", required=True, index=True, ondelete="cascade"
    )
    member_id = fields.Many2one(
        "ict.team.member", required=True, readonly=True, ondelete="cascade"
    )
    name = fields.Char(readonly=True)
    home = fields.Char("Works for", readonly=True)
    reasons = fields.Text("Why", readonly=True)
    can_put = fields.Boolean(readonly=True)

    def action_put(self):
        """Put this person on the task, without hours, and close the dialog.

        :raise AccessError: the user may not change the sheet
        :raise UserError: the sheet, or the person, does not allow it (any more)
        """
        self.ensure_one()
        self.env["ict.allocation"].create(
            {"line_id": self.wizard_id.line_id.id, "member_id": self.member_id.id}
        )
        return {"type": "ir.actions.act_window_close"}
