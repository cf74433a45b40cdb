from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError

from .ict_allocation import CERTAINTIES, MANDATES
from .ict_overview import KINDS

#: what is kept of the allocation as it was
SNAPSHOT = ("hours", "certainty", "funding_id", "note", *MANDATES)
#: what somebody may choose in a draft
CHOICES = {"selected", "to_member_id", "to_employee_id"}


class IctHandoverLine(models.Model):
    """One task of a hand-over: how it was, who gets it, and what came of it."""

    _name = "ict.handover.line"
    _description = "Task of a hand-over"
    _order = "handover_id desc, id"
    _rec_name = "task_id"

    handover_id = fields.Many2one(
        "ict.handover", required=True, index=True, ondelete="cascade"
    )
    state = fields.Selection(related="handover_id.state")
    done_on = fields.Datetime(related="handover_id.done_on")
    allocation_id = fields.Many2one(
        "ict.allocation", readonly=True, index="btree_not_null", ondelete="set null"
    )
    overview_id = fields.Many2one(
        "ict.overview", readonly=True, index="btree_not_null", ondelete="set null"
    )
    kind = fields.Selection(KINDS, readonly=True)
    school_year = fields.Char(readonly=True)
    company_id = fields.Many2one(
        "res.company", "School", required=True, readonly=True, index=True
    )
    task_id = fields.Many2one(
        "ict.task", required=True, readonly=True, index=True, ondelete="restrict"
    )
    task_name = fields.Char(related="task_id.name")
    cluster_id = fields.Many2one(related="task_id.cluster_id")
    from_member_id = fields.Many2one(
        "ict.team.member", "From", required=True, readonly=True, ondelete="restrict"
    )
    hours = fields.Float("Hours a week", digits=(5, 2), readonly=True)
    certainty = fields.Selection(CERTAINTIES, required=True, readonly=True)
    decides = fields.Boolean(readonly=True)
    executes = fields.Boolean(readonly=True)
    steers = fields.Boolean("Steers and follows up", readonly=True)
    contact = fields.Boolean("Contact and takes the lead", readonly=True)
    mandates_text = fields.Char("Mandates", compute="_compute_mandates_text")
    funding_id = fields.Many2one("ict.funding", readonly=True, ondelete="restrict")
    note = fields.Char("Remark", readonly=True)

    selected = fields.Boolean(
        "Hand over", help="What is not ticked stays in the name of who leaves."
    )
    to_member_id = fields.Many2one(
        "ict.team.member", "Goes to", index="btree_not_null", ondelete="restrict"
    )
    to_employee_id = fields.Many2one(
        "hr.employee",
        "Or a colleague from outside the team",
        index="btree_not_null",
        ondelete="restrict",
        help="Somebody who takes no part in the ICT work of this school yet. The "
        "hand-over makes this colleague a member of the team.",
    )
    reason = fields.Char("Why", readonly=True)
    is_given = fields.Boolean(compute="_compute_is_given")
    is_gone = fields.Boolean("Not there any more", readonly=True)
    gone_text = fields.Char(readonly=True)
    outcome = fields.Selection(
        [
            ("moved", "Handed over"),
            ("joined", "Added to what this person did already"),
            ("left", "Not handed over"),
        ],
        "What happened",
        readonly=True,
    )
    effect_text = fields.Char("What happens", compute="_compute_effect_text")

    # --- computes ---

    @api.depends(*MANDATES)
    @api.depends_context("lang")
    def _compute_mandates_text(self):
        labels = {
            name: self._fields[name]._description_string(self.env) for name in MANDATES
        }
        for line in self:
            line.mandates_text = ", ".join(
                label for name, label in labels.items() if line[name]
            )

    @api.depends("selected", "to_member_id", "to_employee_id", "is_gone")
    def _compute_is_given(self):
        for line in self:
            line.is_given = (
                line.selected
                and not line.is_gone
                and bool(line.to_member_id or line.to_employee_id)
            )

    @api.depends("selected", "to_member_id", "to_employee_id", "is_gone", "outcome")
    @api.depends("reason", "gone_text", "state")
    @api.depends_context("lang", "uid", "allowed_company_ids")
    def _compute_effect_text(self):
        outcomes = dict(self._fields["outcome"]._description_selection(self.env))
        there = self._already_there()
        for line in self:
            taker = there.get(line._place())
            if line.state == "undone" and line.outcome != "left":
                line.effect_text = self.env._(
                    "Went back to %s", line.from_member_id.sudo().name
                )
            elif line.outcome:
                line.effect_text = outcomes[line.outcome]
            elif line.is_gone:
                line.effect_text = line.gone_text
            elif not line.is_given:
                line.effect_text = self.env._("Stays with %s", line.handover_id.name)
            elif taker:
                line.effect_text = self.env._(
                    "Added to what %(name)s has: %(hours)s together",
                    name=taker.member_id.name,
                    hours=line._join(taker).hours.format(self.env.lang),
                )
            elif line.to_employee_id and not line._receiver():
                line.effect_text = self.env._(
                    "%(name)s becomes a member of %(school)s",
                    name=line.to_employee_id.sudo().name,
                    school=line.company_id.sudo().name,
                )
            else:
                line.effect_text = line.reason or ""

    @api.onchange("to_member_id")
    def _onchange_to_member_id(self):
        if self.to_member_id:
            self.to_employee_id = False
            self.selected = True

    @api.onchange("to_employee_id")
    def _onchange_to_employee_id(self):
        if self.to_employee_id:
            self.to_member_id = False
            self.selected = True

    # --- constraints ---

    @api.constrains("to_member_id", "to_employee_id", "from_member_id")
    def _check_receiver(self):
        for line in self.filtered(lambda line: line.state == "draft"):
            member = line.to_member_id.sudo()
            leaver = line.handover_id.employee_id
            school = line.company_id.sudo()
            if leaver and leaver in (line.to_employee_id, member.employee_id):
                raise ValidationError(
                    self.env._(
                        "%s hands over and cannot be the one who gets it.",
                        line.handover_id.name,
                    )
                )
            if member and member.company_id not in school | school.school_group_id:
                raise ValidationError(
                    self.env._(
                        "%(name)s is not a member of %(school)s, nor of its group.",
                        name=member.name,
                        school=school.name,
                    )
                )

    def write(self, vals):
        if not self.env.su:
            self.handover_id._check_draft()
            if vals.keys() - CHOICES:
                raise AccessError(
                    self.env._("Only the remarks and the receivers can be changed.")
                )
            if vals.get("to_employee_id"):
                # The hand-over shows the name: not of whoever the user may not see.
                self.env["hr.employee.public"].browse(
                    vals["to_employee_id"]
                ).check_access("read")
            if vals.get("to_member_id"):
                self.env["ict.team.member"].browse(vals["to_member_id"]).check_access(
                    "read"
                )
        return super().write(vals)

    # --- of one task ---

    @api.model
    def _vals_of(self, allocation):
        """Return the values of a line that holds ``allocation`` as it is now."""
        overview = allocation.overview_id
        return {
            "allocation_id": allocation.id,
            "overview_id": overview.id,
            "kind": overview.kind,
            "school_year": overview.school_year,
            "company_id": allocation.company_id.id,
            "task_id": allocation.task_id.id,
            "from_member_id": allocation.member_id.id,
            # A draft beside an approved sheet may be thrown away any day.
            "selected": overview.kind == "target" or overview.in_force,
            **{
                name: allocation._fields[name].convert_to_write(
                    allocation[name], allocation
                )
                for name in SNAPSHOT
            },
        }

    def _where(self):
        """Return the task and its school in words."""
        return self.env._(
            "“%(task)s” (%(school)s)",
            task=self.task_id.name,
            school=self.company_id.sudo().name,
        )

    def _set_gone(self):
        """Note that the task is not this person's any more; return it in words."""
        allocation = self.allocation_id.exists()
        if not allocation:
            text = self.env._("is not on the overview any more")
        elif allocation.sudo().state == "archived":
            text = self.env._("the overview was archived, it stays as history")
        elif allocation.sudo().employee_id != self.handover_id.employee_id:
            text = self.env._("%s has it meanwhile", allocation.sudo().member_id.name)
        else:
            text = self.env._("is not yours to hand over any more")
        self.sudo().write({"is_gone": True, "gone_text": text})
        return f"{self._where()}: {text}."
