from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import format_list
from odoo.tools.mail import plaintext2html

from ..workbook.hours import Hours

HANDOVER = "ict_coordination.mail_activity_type_hand_over"


class HrEmployee(models.Model):
    """The ICT page of the personnel file: agreed, available, history, hand-overs.

    Who leaves with tasks in their name gets HR and the directors an activity each.
    """

    _inherit = "hr.employee"

    ict_history_ids = fields.One2many(
        "ict.allocation",
        "employee_id",
        "ICT tasks before",
        domain=[("overview_id.in_force", "=", False)],
        groups="hr.group_hr_user",
    )
    ict_handover_ids = fields.One2many(
        "ict.handover", "employee_id", "Hand-overs", groups="hr.group_hr_user"
    )
    ict_taken_over_ids = fields.Many2many(
        "ict.handover.line",
        string="Taken over",
        compute="_compute_ict_taken_over_ids",
        groups="hr.group_hr_user",
    )
    ict_open_count = fields.Integer(
        "ICT tasks in this name",
        compute="_compute_ict_open",
        groups="hr.group_hr_user",
    )
    ict_open_text = fields.Char(
        "What falls open", compute="_compute_ict_open", groups="hr.group_hr_user"
    )
    ict_agreed_text = fields.Char(
        "Agreed against available",
        compute="_compute_ict_agreed_text",
        groups="hr.group_hr_user",
    )

    # --- computes ---

    @api.depends_context("uid", "allowed_company_ids")
    def _compute_ict_taken_over_ids(self):
        taken = self.env["ict.handover.line"].search(
            [
                ("handover_id.state", "=", "done"),
                ("outcome", "!=", "left"),
                ("to_member_id.employee_id", "in", self.ids),
            ]
        )
        by_employee = taken.grouped(lambda line: line.to_member_id.employee_id.id)
        for employee in self:
            employee.ict_taken_over_ids = by_employee.get(employee._origin.id, False)

    @api.depends("ict_allocation_ids", "ict_history_ids")
    @api.depends_context("uid", "lang", "allowed_company_ids")
    def _compute_ict_open(self):
        opened = self._ict_open_tasks()
        for employee in self:
            schools = opened.get(employee._origin.id, [])
            employee.ict_open_count = sum(count for _school, count in schools)
            employee.ict_open_text = format_list(
                self.env,
                [f"{school.sudo().name} ({count})" for school, count in schools],
            )

    def _ict_open_tasks(self):
        """Return ``{employee id: [(school, number of tasks)]}`` that fall open."""
        opened = {}
        for employee, school, count in self.env["ict.allocation"]._read_group(
            self.env["ict.handover"]._open_domain(self),
            ["employee_id", "company_id"],
            ["__count"],
        ):
            opened.setdefault(employee.id, []).append((school, count))
        return opened

    @api.depends("ict_allocation_ids.hours", "ict_member_ids.hours_available")
    @api.depends_context("uid", "lang", "allowed_company_ids")
    def _compute_ict_agreed_text(self):
        allocation = self.env["ict.allocation"]
        in_force = (
            Domain("employee_id", "in", self.ids)
            & Domain("kind", "=", "current")
            & Domain("overview_id.in_force", "=", True)
        )
        total, agreed = (
            {
                employee.id: Hours(hours or 0, unknown)
                for employee, hours, unknown in allocation._read_group(
                    domain, ["employee_id"], ["hours:sum", "unknown_hours:sum"]
                )
            }
            for domain in (
                in_force,
                in_force & Domain("agreement_state", "=", "agreed"),
            )
        )
        lang = self.env.lang
        for employee in self:
            key = employee._origin.id
            employee.ict_agreed_text = self.env._(
                "Tasks: %(tasks)s. Of these agreed: %(agreed)s. Available: "
                "%(available)s.",
                tasks=total.get(key, Hours()).format(lang),
                agreed=agreed.get(key, Hours()).format(lang),
                available=Hours(
                    sum(employee.ict_member_ids.mapped("hours_available"))
                ).format(lang),
            )

    # --- leaving ---

    def write(self, vals):
        result = super().write(vals)
        if "active" in vals:
            if vals["active"]:
                self._ict_forget_handover()
            else:
                self._ict_offer_handover()
        return result

    def _ict_offer_handover(self):
        """Give HR an activity, and the directors of the schools where tasks fall open.

        Only numbers stand in it: an activity is mailed.
        """
        # In every school, whatever companies are in use: somebody has to know.
        for employee in self.sudo():
            schools = employee._ict_open_tasks().get(employee.id, [])
            if not schools:
                continue
            summary = self.env._("Hand over the ICT tasks of %s", employee.name)
            words = [
                self.env._(
                    "%(school)s: %(count)s tasks", school=school.name, count=count
                )
                for school, count in schools
            ]
            employee.activity_schedule(
                HANDOVER,
                summary=summary,
                note=plaintext2html("\n".join(words)),
                user_id=self.env.uid,
            )
            for (school, _count), text in zip(schools, words, strict=True):
                sheet = employee._ict_open_sheets(school)[:1]
                for user in employee._ict_directors(school) - self.env.user:
                    sheet.activity_schedule(
                        HANDOVER,
                        summary=summary,
                        note=plaintext2html(text),
                        user_id=user.id,
                    )

    def _ict_open_sheets(self, school):
        """Return the sheets of ``school`` with this name on it, approved ones first."""
        domain = self.env["ict.handover"]._open_domain(self)
        allocations = self.env["ict.allocation"].search(
            domain & Domain("company_id", "=", school.id)
        )
        return allocations.overview_id.sorted(
            lambda one: (one.state != "active", one.kind, -one.id)
        )

    @api.model
    def _ict_directors(self, school):
        """Return the users who are director of ``school``."""
        group = self.env.ref("ict_coordination.group_ict_director")
        return self.env["res.users"].search(
            [
                ("ict_school_ids", "in", school.ids),
                ("company_ids", "in", school.ids),
                ("all_group_ids", "in", group.ids),
            ]
        )

    def _ict_forget_handover(self):
        """Who comes back leaves nothing to hand over: take the activities away."""
        for employee in self.sudo():
            employee.activity_unlink([HANDOVER])
            employee._ict_school_activities().unlink()

    def _ict_school_activities(self, schools=None):
        """Return the activities of directors about this employee.

        They stand on sheets; the name in the summary says whom they are about.

        :param schools: only of these schools; None: of all
        """
        activities = (
            self.env["mail.activity"]
            .sudo()
            .search(
                [
                    ("activity_type_id", "=", self.env.ref(HANDOVER).id),
                    ("res_model", "=", "ict.overview"),
                    ("summary", "like", self.sudo().name),
                ]
            )
        )
        if schools is None:
            return activities
        sheets = self.env["ict.overview"].sudo().browse(activities.mapped("res_id"))
        of_schools = sheets.filtered(lambda sheet: sheet.company_id in schools)
        return activities.filtered(lambda one: one.res_id in of_schools.ids)

    def _ict_handed_over(self, schools):
        """Tick off who was asked to hand over, where nothing is left."""
        employee = self.sudo()
        left = employee._ict_open_tasks().get(employee.id, [])
        done = schools.sudo() - self.env["res.company"].union(
            *(school for school, _count in left)
        )
        feedback = self.env._("Handed over")
        employee._ict_school_activities(done).action_feedback(feedback=feedback)
        if not left:
            employee.activity_feedback([HANDOVER], feedback=feedback)

    # --- actions ---

    def action_ict_hand_over(self):
        """Open the hand-over of what is in this name: before or after the leaving."""
        self.ensure_one()
        return self.env["ict.handover"]._start(self)._form_action()
