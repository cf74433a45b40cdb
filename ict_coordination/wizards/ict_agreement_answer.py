from odoo import fields, models
from odoo.exceptions import UserError


class IctAgreementAnswerWizard(models.TransientModel):
    """Says why a task is too much, or how it should be otherwise."""

    _name = "ict.agreement.answer"
    _description = "Answer to an ICT agreement"

    line_id = fields.Many2one(
        "ict.agreement.line", required=True, readonly=True, ondelete="cascade"
    )
    answer = fields.Selection(
        [("too_much", "Too much"), ("different", "Otherwise")],
        required=True,
        default="too_much",
    )
    note = fields.Char("What you want to say", size=500)

    def action_answer(self):
        """Store the answer; whether the user may is checked there."""
        self.ensure_one()
        note = (self.note or "").strip()
        if self.answer == "different" and not note:
            raise UserError(self.env._("Write how it should be."))
        self.line_id.check_access("read")
        return self.env["ict.agreement"]._answer(self.line_id, self.answer, note)
