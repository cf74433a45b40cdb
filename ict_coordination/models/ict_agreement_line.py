from odoo import api, fields, models

from ..workbook.hours import Hours
from .ict_allocation import CERTAINTIES, MANDATES

ANSWERS = [
    ("waiting", "Waits for an answer"),
    ("agreed", "Agreed"),
    ("too_much", "Too much"),
    ("different", "Otherwise"),
    ("withdrawn", "Withdrawn"),
]
#: answers of who does not agree
REASONS = ("too_much", "different")
CHANGES = [("new", "New"), ("changed", "Changed"), ("dropped", "No longer")]


class IctAgreementLine(models.Model):
    """One task as it was when somebody was asked: the allocation may change later."""

    _name = "ict.agreement.line"
    _description = "Task of an ICT agreement"
    _order = "agreement_id, cluster_id, task_id, id"
    _rec_name = "task_id"

    agreement_id = fields.Many2one(
        "ict.agreement", required=True, index=True, ondelete="cascade"
    )
    allocation_id = fields.Many2one(
        "ict.allocation", index="btree_not_null", ondelete="set null"
    )
    task_id = fields.Many2one("ict.task", index="btree_not_null", ondelete="set null")
    cluster_id = fields.Many2one("ict.cluster", ondelete="set null")
    company_id = fields.Many2one(
        "res.company", "School", required=True, index=True, ondelete="restrict"
    )
    change = fields.Selection(CHANGES, required=True, default="new")
    hours = fields.Float(digits=(5, 2))
    certainty = fields.Selection(CERTAINTIES)
    mandates = fields.Char(help="Names of the mandates, with commas.")
    hours_before = fields.Float(digits=(5, 2))
    certainty_before = fields.Selection(CERTAINTIES)
    mandates_before = fields.Char()
    answer = fields.Selection(ANSWERS, required=True, default="waiting", index=True)
    note = fields.Char("Remark")
    is_settled = fields.Boolean(help="Asked again since this objection.")
    was_told = fields.Boolean(help="That it was dropped afterwards.")
    hours_text = fields.Char("Hours in words", compute="_compute_texts")
    before_text = fields.Char("Before", compute="_compute_texts")
    mandates_text = fields.Char("Mandates in words", compute="_compute_texts")
    is_mine = fields.Boolean(compute="_compute_is_mine")
    can_ask_again = fields.Boolean(compute="_compute_can_ask_again")

    # --- computes ---

    @api.depends("hours", "certainty", "mandates", "change")
    @api.depends_context("lang")
    def _compute_texts(self):
        for line in self:
            line.hours_text = line._hours_words(line.hours, line.certainty)
            line.mandates_text = line._mandate_words(line.mandates)
            parts = []
            if line.change != "new":
                parts = [
                    line._hours_words(line.hours_before, line.certainty_before),
                    line._mandate_words(line.mandates_before),
                ]
            line.before_text = " · ".join(filter(None, parts))

    def _hours_words(self, hours, certainty):
        if not certainty:
            return ""
        text = Hours(hours, int(certainty == "unknown")).format(self.env.lang)
        return f"± {text}" if certainty == "assumed" else text

    def _mandate_words(self, mandates):
        fields_of = self.env["ict.allocation"]._fields
        return ", ".join(
            fields_of[name]._description_string(self.env)
            for name in (mandates or "").split(",")
            if name in MANDATES
        )

    @api.depends("answer", "is_settled", "allocation_id.agreement_state")
    def _compute_can_ask_again(self):
        """Whether this objection still stands: not asked anew, and nothing changed."""
        for line in self:
            line.can_ask_again = (
                line.answer in REASONS
                and not line.is_settled
                and line.sudo().allocation_id.agreement_state == line.answer
            )

    @api.depends("answer", "agreement_id.user_id")
    @api.depends_context("uid")
    def _compute_is_mine(self):
        """Whether the user can answer this line: the own one, or for who cannot."""
        schools = self.env.user._ict_role_schools()
        for line in self:
            user = line.sudo().agreement_id.user_id
            line.is_mine = line.answer == "waiting" and (
                user == self.env.user
                or (not user.active and line.company_id in schools)
            )

    # --- what still holds ---

    @api.model
    def _terms_of(self, allocation):
        """Return what somebody agrees with, as values of a line."""
        return {
            "hours": allocation.hours,
            "certainty": allocation.certainty,
            "mandates": ",".join(name for name in MANDATES if allocation[name]),
        }

    def _fits(self):
        """Whether this question is still about what is so, of somebody who is here."""
        self.ensure_one()
        line = self.sudo()
        agreement, allocation = line.agreement_id, line.allocation_id
        member = agreement.member_id
        if agreement.overview_id.state != "active" or not member.active:
            return False
        if member.employee_id and not member.employee_id.active:
            return False
        is_there = allocation and allocation.member_id == member
        if line.change == "dropped":
            return not is_there
        terms = self._terms_of(allocation)
        return bool(
            is_there
            and all(terms[name] == line[name] for name in ("certainty", "mandates"))
            and round(terms["hours"] - line.hours, 2) == 0
        )

    def _withdraw(self):
        """Nobody has to answer these any more."""
        lines = self.sudo()
        lines.write({"answer": "withdrawn"})
        lines.allocation_id.filtered(
            lambda one: one.agreement_state == "waiting"
        )._set_agreement_state(None)
        lines.agreement_id.filtered(lambda one: one.state != "waiting")._end_activities(
            "ict_coordination.mail_activity_type_agree"
        )
