from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import float_compare

from ..workbook.hours import Hours, round_hours
from .hours_range import HOURS_MAX
from .ict_settings_hours import FULL_TIME_HOURS


class IctTeamMember(models.Model):
    """Hours available, as they follow from the working time in the personnel file.

    For a coordinator they are filled in; for everybody else they are only shown: a
    teacher has a few of them for ICT, and nobody can know how many.
    """

    _inherit = "ict.team.member"

    hours_proposed = fields.Float(
        "From the working time",
        digits=(5, 2),
        compute="_compute_hours_proposed",
        help="Working time of the personnel file, of a full-time week as the settings "
        "say, less what is available in other teams that you may see.",
    )
    hours_proposed_text = fields.Char(compute="_compute_hours_proposed")
    is_hours_proposed = fields.Boolean(compute="_compute_hours_proposed")

    @api.depends("employee_id", "company_id", "hours_available", "member_type")
    @api.depends_context("uid", "lang", "allowed_company_ids")
    def _compute_hours_proposed(self):
        for member in self:
            hours = member._hours_of_working_time() if member.employee_id else None
            member.hours_proposed = hours or 0
            member.hours_proposed_text = hours is not None and self.env._(
                "Working time: %s", Hours(hours).format(self.env.lang)
            )
            member.is_hours_proposed = bool(hours) and bool(
                float_compare(hours, member.hours_available, 2)
            )

    def _hours_of_working_time(self):
        """Return the hours a week that the working time leaves here; None: unknown.

        What this person has available in other teams is taken off, as far as the
        reader may see those: another school's number is nobody else's business.
        """
        self.ensure_one()
        calendar = self.employee_id.sudo().resource_calendar_id
        if not calendar:  # somebody without fixed hours
            return None
        settings = self.env["ict.settings"]._of_company(self.company_id)
        full_time = settings.full_time_hours or FULL_TIME_HOURS
        hours = min(full_time * calendar.work_time_rate / 100, HOURS_MAX)
        elsewhere = self.search(
            [
                ("employee_id", "=", self.employee_id._origin.id),
                ("id", "!=", self._origin.id),
            ]
        )
        return max(round_hours(hours - sum(elsewhere.mapped("hours_available"))), 0)

    @api.onchange("role", "employee_id")
    def _onchange_role_hours(self):
        if self.role == "coordinator" and self.employee_id and not self.hours_available:
            self.hours_available = self._hours_of_working_time() or 0

    @api.model_create_multi
    def create(self, vals_list):
        members = super().create(vals_list)
        for member, vals in zip(members, vals_list, strict=True):
            if (
                "hours_available" not in vals
                and member.role == "coordinator"
                and member.employee_id
            ):
                member.hours_available = member._hours_of_working_time() or 0
        return members

    def action_use_working_time(self):
        for member in self:
            member.hours_available = member.hours_proposed

    # --- hand-over ---

    @api.ondelete(at_uninstall=False)
    def _unlink_except_handed_over(self):
        line = (
            self.env["ict.handover.line"]
            .sudo()
            .search(
                [
                    "|",
                    ("from_member_id", "in", self.ids),
                    ("to_member_id", "in", self.ids),
                ],
                limit=1,
            )
        )
        if line:
            raise UserError(
                self.env._(
                    "%s stands in a hand-over and cannot be deleted. Archive the "
                    "member: what was handed over is kept.",
                    (self & (line.from_member_id | line.to_member_id))[:1].name,
                )
            )

    def action_hand_over(self):
        """Open the hand-over of the tasks of this person, in all schools allowed."""
        self.ensure_one()
        self.check_access("read")
        return self.env["ict.handover"]._start(self.employee_id)._form_action()
