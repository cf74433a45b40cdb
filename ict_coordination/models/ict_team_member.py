from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import float_compare

from ..workbook.hours import Hours
from .hours_range import HOURS_MAX, check_hours

MEMBER_TYPES = [
    ("employee", "Employee"),
    ("partner", "External partner"),
    ("vacancy", "Vacancy"),
    ("sounding_board", "Sounding board"),
]
ROLES = [
    ("director", "Director"),
    ("coordinator", "ICT coordinator"),
    ("administrative", "Administrative staff"),
    ("anchor", "Anchor point"),
    ("ambassador", "Ambassador"),
    ("teacher", "Teacher"),
    ("pupils", "Pupils"),
    ("parents", "Parents"),
    ("external", "External partner"),
]


class IctTeamMember(models.Model):
    """Someone who takes part in the ICT work of a school or of a whole group.

    A member of a school works in that school; a member of a school group can work
    in every school of it. The member keeps its own name, so that a school can read
    who helps it without access to the personnel file.
    """

    _name = "ict.team.member"
    _description = "ICT team member"
    _inherit = ["ict.school.mixin"]
    _order = "name, id"

    name = fields.Char(
        required=True,
        compute="_compute_name",
        store=True,
        readonly=False,
        precompute=True,
    )
    member_type = fields.Selection(
        MEMBER_TYPES, "Kind", required=True, default="employee"
    )
    employee_id = fields.Many2one(
        "hr.employee", index="btree_not_null", ondelete="restrict"
    )
    partner_id = fields.Many2one(
        "res.partner", index="btree_not_null", ondelete="restrict"
    )
    company_id = fields.Many2one(
        "res.company",
        "School or group",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env.company,
        help="A member of a school group can work in all its schools.",
    )
    role = fields.Selection(ROLES)
    team_ids = fields.Many2many("ict.team", string="ICT teams")
    hours_available = fields.Float(
        "Available for ICT",
        digits=(5, 2),
        help="Hours a week that this person has for ICT in this school or group.",
    )
    active = fields.Boolean(default=True)
    allocation_ids = fields.One2many("ict.allocation", "member_id", "Allocations")
    hours_allocated = fields.Float(
        "Hours",
        compute="_compute_load",
        digits=(6, 2),
        help="Hours a week in the current situation in force, in the schools that "
        "you may see.",
    )
    unknown_hours_count = fields.Integer("Without hours", compute="_compute_load")
    hours_text = fields.Char("Load", compute="_compute_load")
    task_count = fields.Integer("Tasks", compute="_compute_load")
    is_overloaded = fields.Boolean("Too much", compute="_compute_load")

    _employee_uniq = models.UniqueIndex(
        "(company_id, employee_id) WHERE employee_id IS NOT NULL",
        "This employee is a member of this team already (look among the archived "
        "members too).",
    )
    _hours_available_range = models.Constraint(
        f"CHECK(hours_available >= 0 AND hours_available <= {HOURS_MAX})",
        "The available hours a week must lie between 0 and 60.",
    )

    # --- computes ---

    @api.depends("employee_id.name", "partner_id.name")
    def _compute_name(self):
        for member in self:
            member.name = (
                member.employee_id.name or member.partner_id.name or member.name
            )

    @api.depends("allocation_ids.hours", "allocation_ids.certainty")
    @api.depends_context("uid", "allowed_company_ids", "lang")
    def _compute_load(self):
        loads = self._load_by_member()
        for member in self:
            hours, tasks = loads.get(member._origin.id, (Hours(), 0))
            member.hours_allocated = hours.known
            member.unknown_hours_count = hours.unknown_count
            member.hours_text = hours.format(self.env.lang)
            member.task_count = tasks
            member.is_overloaded = bool(member.hours_available) and (
                float_compare(hours.known, member.hours_available, 2) > 0
            )

    def _load_by_member(self):
        """Return ``{member id: (Hours, number of tasks)}`` of the sheets in force."""
        rows = self.env["ict.allocation"]._read_group(
            Domain("member_id", "in", self.ids)
            & Domain("kind", "=", "current")
            & Domain("overview_id.in_force", "=", True),
            ["member_id"],
            ["hours:sum", "unknown_hours:sum", "__count"],
        )
        return {
            member.id: (Hours(hours, unknown), count)
            for member, hours, unknown, count in rows
        }

    @api.onchange("member_type")
    def _onchange_member_type(self):
        if self.member_type != "employee":
            self.employee_id = False
        if self.member_type != "partner":
            self.partner_id = False
        if self.member_type == "vacancy" and not self.name:
            self.name = self.env._("Vacancy")

    # --- constraints ---

    @api.constrains("member_type", "employee_id")
    def _check_employee(self):
        for member in self:
            if (member.member_type == "employee") != bool(member.employee_id):
                raise ValidationError(
                    self.env._(
                        "“%s”: choose the employee, or choose another kind (partner, "
                        "vacancy, sounding board).",
                        member.name,
                    )
                )

    @api.constrains("employee_id", "company_id")
    def _check_same_group(self):
        for member in self.filtered("employee_id"):
            employee_company = member.employee_id.sudo().company_id
            if employee_company and (
                employee_company.school_group_id != member.company_id.school_group_id
            ):
                raise ValidationError(
                    self.env._(
                        "%(name)s works for %(other)s, which is not in the group of "
                        "%(school)s.",
                        name=member.name,
                        other=employee_company.name,
                        school=member.company_id.name,
                    )
                )

    @api.constrains("company_id")
    def _check_allocations_in_scope(self):
        self.env["ict.allocation"].sudo().search(
            [("member_id", "in", self.ids)]
        )._check_member_scope()

    @api.ondelete(at_uninstall=False)
    def _unlink_except_allocated(self):
        used = (
            self.env["ict.allocation"]
            .sudo()
            .search([("member_id", "in", self.ids)], limit=1)
        )
        if used:
            raise UserError(
                self.env._(
                    "%s has tasks in overviews and cannot be deleted. Archive the "
                    "member: what was filled in stays.",
                    used.member_id.name,
                )
            )

    # --- create, write ---

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            check_hours(self.env, vals.get("hours_available"))
            self._check_may_look_up(vals)
        return super().create(vals_list)

    def write(self, vals):
        check_hours(self.env, vals.get("hours_available"))
        self._check_may_look_up(vals)
        return super().write(vals)

    @api.model
    def _check_may_look_up(self, vals):
        """Raise AccessError for an employee or contact that the user may not see.

        The member takes over the name: without this a school could read the names of
        any school's staff by their number.
        """
        if self.env.su:
            return
        for field, model in (
            ("employee_id", "hr.employee.public"),
            ("partner_id", "res.partner"),
        ):
            if vals.get(field):
                self.env[model].browse(vals[field]).check_access("read")

    # --- API ---

    @api.model
    def _for_employee(self, employee, company):
        """Return the member of ``employee`` that can work in ``company``.

        As :meth:`_for_employees`, which tells what the caller must be allowed to do.
        """
        return self._for_employees(employee, company)[employee.id]

    @api.model
    def _for_employees(self, employees, company):
        """Return ``{employee id: member}`` of members that can work in ``company``.

        The school's own member comes first, then the group's; where there is none,
        one is made in the school. The caller must be allowed to change allocations of
        ``company``, and to see the employees.
        """
        if not self.env.su:
            self.env["hr.employee.public"].browse(employees.ids).check_access("read")
        members = self.sudo().with_context(active_test=False)
        found = members.search(
            [
                ("employee_id", "in", employees.ids),
                ("company_id", "in", (company | company.school_group_id).ids),
            ]
        ).sorted(lambda member: member.company_id != company)
        result = {}
        for member in found:
            result.setdefault(member.employee_id.id, member.sudo(False))
        created = members.create(
            [
                {"employee_id": employee_id, "company_id": company.id}
                for employee_id in employees.ids
                if employee_id not in result
            ]
        )
        return result | {one.employee_id.id: one.sudo(False) for one in created}

    # --- actions ---

    def action_open_allocations(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "ict_coordination.ict_allocation_action"
        )
        action["domain"] = [("member_id", "=", self.id)]
        action["context"] = {"search_default_in_force": 1}
        action["view_mode"] = "list,pivot,graph,form"
        action["views"] = [
            (False, view_type) for view_type in action["view_mode"].split(",")
        ]
        action["display_name"] = self.name
        return action
