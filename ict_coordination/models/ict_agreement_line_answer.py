from odoo import models
from odoo.exceptions import UserError

from .ict_agreement import AGREE
from .ict_agreement_line import REASONS


class IctAgreementLine(models.Model):
    """Answering task by task."""

    _inherit = "ict.agreement.line"

    def action_agree(self):
        self.check_access("read")
        return self.env["ict.agreement"]._answer(self, "agreed")

    def action_too_much(self):
        return self._objection_action("too_much")

    def action_different(self):
        return self._objection_action("different")

    def _objection_action(self, answer):
        self.ensure_one()
        self.sudo().agreement_id.sudo(False)._check_may_answer()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Your answer"),
            "res_model": "ict.agreement.answer",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_line_id": self.id, "default_answer": answer},
        }

    def action_ask_again(self):
        """Ask once more what somebody objected to, after a conversation."""
        self.ensure_one()
        agreement = self.sudo().agreement_id.sudo(False)
        agreement._check_role()
        line = self.sudo()
        if not line.can_ask_again or not line._fits():
            raise UserError(agreement._words_not_waiting(line))
        line.allocation_id._set_agreement_state(None, only=line.answer)
        made = line.allocation_id.sudo(False)._ask_to_agree()
        agreement._end_settled()
        return made._asked_notification()

    def _after_answer(self, answer, note):
        """Close the activity, note it, and tell the school of an objection."""
        labels = dict(self._fields["answer"]._description_selection(self.env))
        for agreement, lines in self.grouped("agreement_id").items():
            text = f"{labels[answer]}: {', '.join(lines.task_id.mapped('name'))}"
            agreement._message_log(body=f"{text}. {note}" if note else text)
            if agreement.state != "waiting":
                agreement._end_activities(AGREE)
            if answer in REASONS:
                agreement._tell_objection(lines, answer, note)
