from odoo import api, fields, models
from odoo.exceptions import UserError


class IctHandoverGive(models.TransientModel):
    """Give many tasks of a hand-over to one person: all, of a school, of a cluster."""

    _name = "ict.handover.give"
    _description = "Give tasks of a hand-over"

    handover_id = fields.Many2one("ict.handover", required=True, ondelete="cascade")
    school_ids = fields.Many2many("res.company", compute="_compute_scope")
    cluster_ids = fields.Many2many("ict.cluster", compute="_compute_scope")
    company_id = fields.Many2one("res.company", "Of school", help="Empty: every school")
    cluster_id = fields.Many2one("ict.cluster", "Of cluster", help="Empty: all tasks")
    only_open = fields.Boolean(
        "Only what has nobody yet", help="Leaves alone what goes to somebody already."
    )
    member_id = fields.Many2one("ict.team.member", "To")
    employee_id = fields.Many2one("hr.employee", "Or a colleague from outside the team")
    line_count = fields.Integer("Tasks", compute="_compute_line_count")

    @api.depends("handover_id")
    def _compute_scope(self):
        for give in self:
            lines = give.handover_id.line_ids.filtered(lambda line: not line.is_gone)
            give.school_ids = lines.company_id
            give.cluster_ids = lines.cluster_id

    @api.depends("handover_id", "company_id", "cluster_id", "only_open")
    def _compute_line_count(self):
        for give in self:
            give.line_count = len(give._lines())

    @api.onchange("member_id")
    def _onchange_member_id(self):
        if self.member_id:
            self.employee_id = False

    @api.onchange("employee_id")
    def _onchange_employee_id(self):
        if self.employee_id:
            self.member_id = False

    def _lines(self):
        """Return the lines that will be given."""
        return self.handover_id.line_ids.filtered(
            lambda line: (
                not line.is_gone
                and (not self.company_id or line.company_id == self.company_id)
                and (not self.cluster_id or line.cluster_id == self.cluster_id)
                and (not self.only_open or not line.is_given)
            )
        )

    def action_give(self):
        """Fill in the receiver; in each school as the member that works there."""
        self.ensure_one()
        self.handover_id._check_draft()
        if not (self.member_id or self.employee_id):
            raise UserError(self.env._("Choose who gets these tasks."))
        lines = self._lines()
        if not lines:
            raise UserError(self.env._("There are no such tasks."))
        for school, some in lines.grouped("company_id").items():
            some.write({"selected": True, **self._receiver_vals(school)})
        return {"type": "ir.actions.act_window_close"}

    def _receiver_vals(self, school):
        """Return the values that name the receiver in ``school``.

        :raise UserError: somebody without personnel file of another school
        """
        member = self.member_id
        scope = school | school.sudo().school_group_id
        if member and member.sudo().company_id in scope:
            return {"to_member_id": member.id, "to_employee_id": False}
        employee = self.employee_id or member.employee_id
        if not employee:
            raise UserError(
                self.env._(
                    "%(name)s does not take part in %(school)s. Choose one school.",
                    name=member.name,
                    school=school.name,
                )
            )
        found = self.env["ict.team.member"].search(
            [("employee_id", "=", employee.id), ("company_id", "in", scope.ids)]
        )
        found = found.sorted(lambda one: one.company_id != school)[:1]
        return {
            "to_member_id": found.id,
            "to_employee_id": False if found else employee.id,
        }
