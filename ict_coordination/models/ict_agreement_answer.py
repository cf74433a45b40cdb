from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import plaintext2html

from .ict_agreement import OBJECTION
from .ict_agreement_line import REASONS


class IctAgreement(models.Model):
    """Answering: by the person, or registered for who has no login."""

    _inherit = "ict.agreement"

    def action_agree_all(self):
        """Agree with everything that still waits in these agreements."""
        done = self.env["ict.agreement.line"]
        for agreement in self:
            agreement._check_may_answer()
            done |= agreement.sudo().line_ids.filtered(
                lambda line: line.answer == "waiting"
            )
        return self._answer(done, "agreed")

    def _check_may_answer(self):
        """Raise AccessError unless the user is this person, or may speak for them."""
        self.ensure_one()
        self.check_access("read")
        user, person = self.env.user, self.sudo().user_id
        if person == user:
            return
        if person.active:
            raise AccessError(
                self.env._(
                    "%s answers this: only who has the task can agree with it.",
                    self.sudo().person_name,
                )
            )
        if self.sudo().company_id not in user._ict_role_schools():
            raise AccessError(
                self.env._(
                    "Only a coordinator or the director of this school registers an "
                    "answer for somebody without login."
                )
            )

    def _answer(self, lines, answer, note=False):
        """Store one answer to these lines, and say what changed in the meantime.

        :param lines: ``ict.agreement.line`` of which the user may answer each
        :raises UserError: when all was answered or withdrawn before
        """
        for agreement in lines.agreement_id:
            agreement.sudo(False)._check_may_answer()
        lines = lines.sudo()
        if not lines or any(line.answer != "waiting" for line in lines):
            raise UserError(self._words_not_waiting(lines))
        fitting = lines.filtered(lambda line: line._fits())
        # Whoever changes an allocation at this moment and this answer exclude each
        # other: the second of the two is tried again and looks anew.
        fitting.allocation_id._set_agreement_state(answer, only="waiting")
        stale = lines - fitting
        if fitting:
            fitting.write({"answer": answer, "note": note})
            fitting.agreement_id.write(
                {"answered_on": fields.Datetime.now(), "answered_by_id": self.env.uid}
            )
            fitting._after_answer(answer, note)
        if not stale:
            return self._notification(self.env._("Thank you, your answer is noted."))
        return self._ask_stale(stale)

    def _ask_stale(self, stale):
        """Withdraw what is not so any more and ask it as it is now."""
        names = ", ".join(stale.task_id.mapped("name"))
        allocations = stale.allocation_id
        stale._withdraw()
        again = allocations._ask_to_agree(with_mail=False)
        message = self.env._("This was changed in the meantime: %s.", names)
        if again:
            message += " " + self.env._("It is asked again as it is now.")
        return self._notification(message, "warning")

    def _words_not_waiting(self, lines):
        answers = set(lines.mapped("answer")) - {"waiting"}
        if answers == {"withdrawn"}:
            return self.env._(
                "This was withdrawn or changed in the meantime. Look whether there is "
                "a newer question."
            )
        return self.env._("This was answered already.")

    @api.model
    def _open_domain(self):
        """What waits for an answer, or for a talk about an objection that stands."""
        return Domain("state", "=", "waiting") | (
            Domain("state", "=", "objected")
            & Domain(
                "line_ids",
                "any",
                Domain("answer", "in", REASONS)
                & Domain("is_settled", "=", False)
                & Domain("allocation_id.state", "=", "active")
                & Domain("allocation_id.agreement_state", "in", REASONS),
            )
        )

    def _end_settled(self):
        """Take the activity away where no objection stands any more."""
        self.sudo().filtered(
            lambda one: not any(one.line_ids.mapped("can_ask_again"))
        )._end_activities(OBJECTION)

    def _tell_objection(self, lines, answer, note):
        """Give who coordinates the school an activity, one for each agreement."""
        self.ensure_one()

        def words(user):
            own = lines.with_context(lang=user.lang or self.env.lang)
            label = dict(own._fields["answer"]._description_selection(own.env))[answer]
            return f"{label}: {', '.join(own.task_id.mapped('name'))}"[:200]

        kind = self.env.ref(OBJECTION)
        coordinators = self.env.ref("ict_coordination.group_ict_coordinator")
        users = self.env["res.users"].search(
            [
                ("ict_school_ids", "in", self.company_id.ids),
                ("company_ids", "in", self.company_id.ids),
                ("all_group_ids", "in", coordinators.ids),
            ]
        )
        if not users and self.asked_by_id.active:
            users = self._ict_readable_by(self.asked_by_id) and self.asked_by_id
        known = self.activity_ids.filtered(
            lambda one: one.activity_type_id == kind
        ).user_id
        today = fields.Date.context_today(self)
        self.env["mail.activity"].with_context(
            mail_activity_quick_update=True, ict_agreement_asking=True
        ).create(
            [
                {
                    "res_model_id": self.env["ir.model"]._get_id(self._name),
                    "res_id": self.id,
                    "activity_type_id": kind.id,
                    "user_id": user.id,
                    "summary": words(user),
                    "note": plaintext2html(note or ""),
                    "date_deadline": fields.Date.add(today, days=kind.delay_count),
                }
                for user in (users or self.env["res.users"]) - known
            ]
        )
