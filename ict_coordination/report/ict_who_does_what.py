from odoo import fields, models
from odoo.tools import SQL

from ..models.ict_team_member import ROLES


class IctWhoDoesWhat(models.Model):
    """Who does which task in the approved current situation: names, no hours.

    This is what every colleague may read. Hours are not hidden here but absent: no
    list, export or RPC call on this model can reach them.
    """

    _name = "ict.who.does.what"
    _description = "Who does what in ICT"
    _auto = False
    _order = "cluster_id, task_id, id"
    _rec_name = "member_name"
    _rec_names_search = ["member_name", "task_id.name"]
    _depends = {
        "ict.allocation": [
            "state",
            "kind",
            "company_id",
            "task_id",
            "cluster_id",
            "member_id",
            "employee_id",
            "decides",
            "executes",
            "steers",
            "contact",
        ],
        "ict.team.member": ["name", "role", "member_type", "active", "partner_id"],
        "hr.employee": [
            "active",
            "current_version_id",
            "mobile_phone",
            "work_email",
            "work_phone",
        ],
        "hr.version": ["departure_date"],
        "res.partner": ["active", "email", "phone"],
    }

    company_id = fields.Many2one("res.company", "School", readonly=True)
    task_id = fields.Many2one("ict.task", readonly=True)
    cluster_id = fields.Many2one("ict.cluster", readonly=True)
    employee_id = fields.Many2one("hr.employee.public", "Colleague", readonly=True)
    member_name = fields.Char("Name", readonly=True)
    role = fields.Selection(ROLES, readonly=True)
    decides = fields.Boolean(readonly=True)
    executes = fields.Boolean(readonly=True)
    steers = fields.Boolean("Steers and follows up", readonly=True)
    contact = fields.Boolean("Contact and takes the lead", readonly=True)
    is_here = fields.Boolean(
        "Still here",
        readonly=True,
        help="Not set for a colleague who left: nobody is sent to that one.",
    )
    reach_email = fields.Char("Email", readonly=True)
    reach_phone = fields.Char("Phone", readonly=True)
    work_email = fields.Char(related="employee_id.work_email")
    work_phone = fields.Char(related="employee_id.work_phone")

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT a.id, a.company_id, a.task_id, a.cluster_id, a.employee_id,
                m.name AS member_name, m.role, a.decides, a.executes, a.steers,
                a.contact,
                m.active AND COALESCE(e.active, p.active, TRUE)
                    AND (v.departure_date IS NULL OR v.departure_date >= CURRENT_DATE)
                    AS is_here,
                COALESCE(e.work_email, p.email) AS reach_email,
                COALESCE(e.work_phone, e.mobile_phone, p.phone) AS reach_phone
            FROM ict_allocation a
            JOIN ict_team_member m ON m.id = a.member_id
            LEFT JOIN hr_employee e ON e.id = m.employee_id
            LEFT JOIN hr_version v ON v.id = e.current_version_id
            LEFT JOIN res_partner p ON p.id = m.partner_id
            WHERE a.kind = 'current' AND a.state = 'active'
                AND m.member_type IN ('employee', 'partner')
            """
        )
