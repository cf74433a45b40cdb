from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .ict_handover_line_undo import terms_of

#: tasks that are named where they stand in the way
NAMED = 5


class IctHandover(models.Model):
    """Undoing: all of it, as long as nobody changed or answered anything."""

    _inherit = "ict.handover"

    undone_on = fields.Datetime("Undone on", readonly=True, copy=False)
    undone_by_id = fields.Many2one(
        "res.users", "Undone by", readonly=True, copy=False, ondelete="restrict"
    )
    can_undo = fields.Boolean(compute="_compute_undo")
    undo_text = fields.Text("Why it cannot be undone", compute="_compute_undo")

    @api.depends("state", "line_ids.allocation_id")
    @api.depends_context("uid", "lang", "allowed_company_ids")
    def _compute_undo(self):
        for handover in self:
            asks = handover.state == "done" and handover._is_mine()
            text = asks and handover._undo_blocks()
            handover.can_undo = asks and not text
            handover.undo_text = text

    def _undo_lines(self):
        """Return the tasks that went to somebody, the last one first."""
        given = self.line_ids.filtered(lambda line: line.outcome in ("moved", "joined"))
        return given.sorted("id", reverse=True)

    def _undo_blocks(self):
        """Return in words what stands in the way of undoing; False: nothing does."""
        self.ensure_one()
        lines = self._undo_lines()
        allocations = lines.sudo().allocation_id
        answered = (
            self.env["ict.agreement.line"]
            .sudo()
            .search(
                [
                    ("allocation_id", "in", allocations.ids),
                    ("answer", "not in", ("waiting", "withdrawn")),
                    ("agreement_id.asked_on", ">=", self.done_on),
                ]
            )
            .allocation_id
        )
        terms = {one: terms_of(one) for one in allocations}
        texts = []
        for line in lines:
            allocation = line.sudo().allocation_id
            text = line._undo_block(allocation, terms.get(allocation), answered)
            if text:
                texts.append(f"{line._where()}: {text}.")
            elif line.outcome == "joined":
                terms[allocation] = line.joined_terms["before"]
        more = len(texts) - NAMED
        texts = texts[:NAMED]
        if more > 0:
            texts.append(self.env._("And %s more.", more))
        return "\n".join(texts) or False

    def action_undo(self):
        """Give every task back; what happened stays readable here and on the sheets."""
        self.ensure_one()
        if self.state != "done":
            raise UserError(self.env._("Only what was handed over can be undone."))
        if not self._is_mine():
            raise AccessError(
                self.env._(
                    "This hand-over holds tasks of schools that are not yours. Ask "
                    "who handed them over."
                )
            )
        if self.try_lock_for_update() != self:
            raise UserError(
                self.env._("Somebody else is handing this over at this moment.")
            )
        lines = self._undo_lines()
        sheets = lines.overview_id.sorted("id")
        for sheet in sheets:
            if sheet.state != "archived":
                sheet._bulk_lock()
        text = self._undo_blocks()
        if text:
            raise UserError(
                self.env._("This hand-over cannot be undone any more:\n%s", text)
            )
        lines._undo()
        self.sudo().write(
            {
                "state": "undone",
                "undone_on": fields.Datetime.now(),
                "undone_by_id": self.env.uid,
            }
        )
        for sheet in sheets:
            sheet.sudo()._message_log(
                body=self.env._(
                    "The hand-over of %s was undone: the tasks went back.", self.name
                )
            )
        if not self.employee_id.sudo().active:
            # Who left has tasks again, and somebody has to know.
            self.employee_id._ict_offer_handover()
        return True
