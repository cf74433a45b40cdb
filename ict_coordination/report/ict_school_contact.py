from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL


class IctSchoolContact(models.Model):
    """When each school was last visited, and when it should be again: a row a school.

    The id of a row is that of the company. What a school has planned with its own
    teams counts as well; what its group does with others does not.
    """

    _name = "ict.school.contact"
    _description = "Contact with the schools"
    _auto = False
    _order = "next_date NULLS LAST, last_visit NULLS FIRST, id"
    _rec_name = "company_id"
    _depends = {
        "ict.meeting": ["company_id", "kind", "state", "date", "note"],
        "ict.rhythm": ["company_id", "kind", "active", "next_date"],
        "ict.goal": ["company_id", "state"],
        "ict.overview": ["company_id"],
        "res.company": ["active", "ict_school_type"],
    }

    company_id = fields.Many2one("res.company", "School or group", readonly=True)
    last_visit = fields.Date(readonly=True)
    last_note = fields.Text("What it was about", readonly=True)
    last_contact = fields.Date("Last consultation", readonly=True)
    next_visit = fields.Date(readonly=True)
    next_date = fields.Date("Next time", readonly=True)
    goal_count = fields.Integer("Open goals", readonly=True)
    days_since = fields.Integer("Days since", compute="_compute_today")
    is_overdue = fields.Boolean(
        "Overdue", compute="_compute_today", search="_search_is_overdue"
    )

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT school.id, school.id AS company_id,
                visit.date AS last_visit, visit.note AS last_note,
                meeting.last_contact, rhythm.next_visit, rhythm.next_date,
                COALESCE(goal.goal_count, 0) AS goal_count
            FROM res_company school
            LEFT JOIN (
                SELECT DISTINCT ON (company_id) company_id, date, note
                FROM ict_meeting WHERE kind = 'visit' AND state = 'done'
                ORDER BY company_id, date DESC, id DESC
            ) visit ON visit.company_id = school.id
            LEFT JOIN (
                SELECT company_id, MAX(date) AS last_contact
                FROM ict_meeting WHERE kind <> 'visit' AND state = 'done'
                GROUP BY company_id
            ) meeting ON meeting.company_id = school.id
            LEFT JOIN (
                SELECT company_id, MIN(next_date) AS next_date,
                    MIN(next_date) FILTER (WHERE kind = 'visit') AS next_visit
                FROM ict_rhythm WHERE active GROUP BY company_id
            ) rhythm ON rhythm.company_id = school.id
            LEFT JOIN (
                SELECT company_id, COUNT(*)::int AS goal_count
                FROM ict_goal WHERE state IN ('open', 'busy') GROUP BY company_id
            ) goal ON goal.company_id = school.id
            WHERE school.active AND (
                school.ict_school_type IS NOT NULL
                OR EXISTS (SELECT FROM ict_overview WHERE company_id = school.id)
            )
            """
        )

    @api.depends("last_visit", "next_date")
    def _compute_today(self):
        today = fields.Date.context_today(self)
        for school in self:
            last, due = school.last_visit, school.next_date
            school.days_since = (today - last).days if last else 0
            school.is_overdue = bool(due and due < today)

    @api.model
    def _search_is_overdue(self, operator, value):
        if operator != "in":
            return NotImplemented
        overdue = Domain("next_date", "<", fields.Date.context_today(self))
        if True in value:
            return Domain.TRUE if False in value else overdue
        return ~overdue

    # --- actions ---

    def action_note_visit(self):
        """Note a visit to this school, in a dialog that fits a phone."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "ict_coordination.ict_meeting_quick_action"
        )
        action["context"] = {
            "default_kind": "visit",
            "default_state": "done",
            "default_company_id": self.company_id.id,
        }
        return action

    def action_open_meetings(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "ict_coordination.ict_meeting_action"
        )
        action["domain"] = [("company_id", "=", self.company_id.id)]
        action["context"] = {"default_company_id": self.company_id.id}
        action["display_name"] = self.company_id.name
        return action
