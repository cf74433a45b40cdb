from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import format_list

from ..workbook.hours import Hours
from .ict_handover_join import hours_of


class IctHandover(models.Model):
    """The tasks that somebody leaves, and who takes over which.

    A draft is where it is prepared; once done it is history and stays as it is, or is
    undone as a whole. It holds no other tasks than those that its maker may change: a
    director of one school never has the hours of another in it.
    """

    _name = "ict.handover"
    _description = "Hand-over of ICT tasks"
    _order = "id desc"

    name = fields.Char("Who hands over", required=True, readonly=True)
    employee_id = fields.Many2one(
        "hr.employee", required=True, readonly=True, index=True, ondelete="restrict"
    )
    state = fields.Selection(
        [("draft", "In preparation"), ("done", "Done"), ("undone", "Undone")],
        required=True,
        default="draft",
        readonly=True,
    )
    done_on = fields.Datetime("Handed over on", readonly=True, copy=False)
    done_by_id = fields.Many2one(
        "res.users", "Handed over by", readonly=True, copy=False, ondelete="restrict"
    )
    note = fields.Text("Remarks")
    # Not read from the lines: a rule on these would read them all into the cache.
    school_ids = fields.Many2many(
        "res.company", "ict_handover_school_rel", string="Schools", readonly=True
    )
    line_ids = fields.One2many("ict.handover.line", "handover_id", "Tasks")
    changed_text = fields.Text(
        "Changed meanwhile",
        readonly=True,
        help="What others changed on the sheets since this hand-over was prepared.",
    )
    others_text = fields.Text("Stays for others", compute="_compute_others_text")
    summary = fields.Char(compute="_compute_summary")
    warning_text = fields.Char("Too much", compute="_compute_preview")
    preview = fields.Html(compute="_compute_preview", sanitize=False)
    is_editable = fields.Boolean(compute="_compute_is_editable")

    # --- computes ---

    @api.depends("name")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for handover in self:
            handover.display_name = self.env._("Hand-over of %s", handover.name or "")

    @api.depends("state", "school_ids")
    @api.depends_context("uid", "allowed_company_ids")
    def _compute_is_editable(self):
        for handover in self:
            handover.is_editable = handover.state == "draft" and handover._is_mine()

    @api.depends("line_ids.selected", "line_ids.to_member_id", "line_ids.outcome")
    @api.depends("line_ids.to_employee_id", "line_ids.is_gone", "state")
    @api.depends_context("uid", "lang", "allowed_company_ids")
    def _compute_summary(self):
        for handover in self:
            lines = handover.line_ids.filtered(lambda line: not line.is_gone)
            given = lines.filtered("is_given")
            handover.summary = self.env._(
                "%(given)s of %(all)s tasks to somebody (%(hours)s), in %(schools)s.",
                given=len(given),
                all=len(lines),
                hours=sum(map(hours_of, given), Hours()).format(self.env.lang),
                schools=format_list(
                    self.env, lines.company_id.sudo().sorted("name").mapped("name")
                ),
            )

    @api.depends("state", "employee_id")
    @api.depends_context("uid", "lang", "allowed_company_ids")
    def _compute_others_text(self):
        for handover in self:
            handover.others_text = handover.state == "draft" and handover._others_text()

    def _others_text(self):
        """Say which tasks are not in this hand-over, without their hours.

        By name only what the user may read under "Who does what"; the rest is a
        number.
        """
        others = (
            self.env["ict.allocation"]
            .sudo()
            .search(
                self._open_domain(self.employee_id)
                & ~Domain("company_id", "in", self._schools().ids)
            )
        )
        if not others:
            return False
        seen = self.env["ict.who.does.what"].search([("id", "in", others.ids)])
        texts = [
            self.env._(
                "%(school)s: %(tasks)s.",
                school=school.sudo().name,
                tasks=", ".join(rows.task_id.mapped("name")),
            )
            for school, rows in seen.grouped("company_id").items()
        ]
        hidden = len(others) - len(seen)
        if hidden:
            texts.append(self.env._("%s in overviews that you may not see.", hidden))
        return "\n".join(
            [self.env._("These tasks stay for others to hand over:"), *texts]
        )

    # --- who may, and what ---

    @api.model
    def _schools(self):
        """Return the schools in use of which the user may hand over tasks."""
        user = self.env.user
        if user.has_group("hr.group_hr_user"):
            return self.env.companies
        return self.env.companies.filtered(user._ict_is_director_of)

    def _is_mine(self):
        """Whether the user may hand over all that stands in this one."""
        return not self.sudo().school_ids - self._schools()

    # --- create, write ---

    def write(self, vals):
        if not self.env.su:
            self._check_draft()
            if vals.keys() - {"note", "line_ids"}:
                raise AccessError(
                    self.env._("Only the remarks and the receivers can be changed.")
                )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_done(self):
        self._check_draft()

    def _check_draft(self):
        """Raise unless these are drafts, of schools that the user may hand over."""
        for handover in self:
            if handover.state != "draft":
                raise UserError(
                    self.env._("What was handed over is history and stays as it is.")
                )
            if not self.env.su and not handover._is_mine():
                raise AccessError(
                    self.env._(
                        "This hand-over holds tasks of schools that are not yours. "
                        "Start one of your own."
                    )
                )

    # --- actions ---

    def _form_action(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.display_name,
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
        }

    def action_look_again(self):
        self._check_draft()
        self._look_again()
        return True

    def action_give(self):
        """Open the dialog that gives many tasks at once."""
        self._check_draft()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Give tasks to"),
            "res_model": "ict.handover.give",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_handover_id": self.id},
        }

    def action_discard(self):
        """Throw the draft away: no task was changed by it."""
        self.unlink()
        return self.env["ir.actions.act_window"]._for_xml_id(
            "ict_coordination.ict_handover_action"
        )
