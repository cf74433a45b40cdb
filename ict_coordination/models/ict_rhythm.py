from datetime import datetime, time, timedelta

import pytz

from odoo import api, fields, models
from odoo.fields import Domain

from ..tools.school_days import next_day, on_weekday, open_day
from .ict_meeting_mixin import TIME_ZONE

EVERY = [
    ("week", "Every week"),
    ("fortnight", "Every two weeks"),
    ("month", "Every month"),
    ("two_months", "Every two months"),
    ("term", "Every term (three months)"),
    ("half_year", "Twice a year"),
    ("year", "Every year"),
]


class IctRhythm(models.Model):
    """How often a team meets or a school is visited, and when is the next time."""

    _name = "ict.rhythm"
    _description = "Rhythm of visits and consultation"
    _inherit = ["ict.meeting.mixin"]
    _order = "next_date, company_id, id"
    _rec_names_search = ["company_id.name", "team_id.name"]

    kind = fields.Selection(default="consultation")
    every = fields.Selection(EVERY, "How often", required=True, default="month")
    start_on = fields.Date(
        "First time",
        required=True,
        default=lambda self: self._default_start_on(),
        help="The next times fall on the same day of the week, not in the weekend, in "
        "July or August, or on a day that the school's working calendar is closed.",
    )
    hour = fields.Float("At", default=14.0, help="The time of the day.")
    member_ids = fields.Many2many(
        relation="ict_rhythm_member_rel", column1="rhythm_id", column2="member_id"
    )
    active = fields.Boolean(default=True)
    meeting_ids = fields.One2many("ict.meeting", "rhythm_id", "Meetings")
    last_date = fields.Date("Last time", compute="_compute_dates", store=True)
    next_date = fields.Date("Next time", compute="_compute_dates", store=True)
    is_planned = fields.Boolean("In the calendar", compute="_compute_dates", store=True)
    is_overdue = fields.Boolean(
        "Overdue", compute="_compute_is_overdue", search="_search_is_overdue"
    )

    # --- computes ---

    @api.model
    def _default_start_on(self):
        today = fields.Date.context_today(self)
        return open_day(on_weekday(today + timedelta(weeks=1), today.weekday()))

    @api.depends("company_id.name", "kind", "team_id.name", "every")
    @api.depends_context("lang")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        every = dict(self._fields["every"]._description_selection(self.env))
        for rhythm in self:
            name = rhythm.team_id.name or kinds.get(rhythm.kind, "")
            rhythm.display_name = (
                f"{name} – {rhythm.company_id.name or ''} "
                f"({every.get(rhythm.every, '').lower()})"
            )

    @api.depends(
        "start_on", "every", "company_id", "meeting_ids.state", "meeting_ids.date"
    )
    def _compute_dates(self):
        for rhythm in self:
            held = rhythm.meeting_ids.filtered(lambda one: one.state == "done")
            last = max(held.mapped("date"), default=False)
            # What was planned before the last time and never noted does not count.
            planned = rhythm.meeting_ids.filtered(
                lambda one, last=last: (
                    one.state == "planned" and (not last or one.date > last)
                )
            )
            rhythm.last_date = last
            rhythm.is_planned = bool(planned)
            rhythm.next_date = min(planned.mapped("date"), default=False) or (
                rhythm._due_after(last)
            )

    @api.depends("next_date", "active")
    def _compute_is_overdue(self):
        today = fields.Date.context_today(self)
        for rhythm in self:
            rhythm.is_overdue = bool(
                rhythm.active and rhythm.next_date and rhythm.next_date < today
            )

    @api.model
    def _search_is_overdue(self, operator, value):
        if operator != "in":
            return NotImplemented
        overdue = Domain("next_date", "<", fields.Date.context_today(self)) & Domain(
            "active", "=", True
        )
        if True in value:
            return Domain.TRUE if False in value else overdue
        return ~overdue

    def _due_after(self, last):
        """Return when it should happen after ``last``; False: it never happened."""
        self.ensure_one()
        if not self.start_on:
            return False
        closed = self._is_closed()
        if not last:
            return open_day(on_weekday(self.start_on, self.start_on.weekday()), closed)
        return next_day(last, self.every, self.start_on.weekday(), closed)

    def _is_closed(self):
        """Return a function that tells whether the school is closed on a day.

        These are the closing days of Odoo's working calendars (Time Off, working
        schedules); a school that entered none is never closed.
        """
        leaves = (
            self.env["resource.calendar.leaves"]
            .sudo()
            .search([("resource_id", "=", False)])
            .filtered(lambda leave: leave.company_id == self.company_id)
        )
        zone = pytz.timezone(TIME_ZONE)
        spans = [
            tuple(
                pytz.utc.localize(moment).astimezone(zone).date()
                for moment in (leave.date_from, leave.date_to)
            )
            for leave in leaves
        ]
        return lambda day: any(start <= day <= end for start, end in spans)

    # --- actions ---

    def _start_of(self, day):
        """Return the moment (UTC, naive) of this rhythm on ``day``."""
        zone = pytz.timezone(self.user_id.tz or TIME_ZONE)
        minutes = min(max(round(self.hour * 60), 0), 24 * 60 - 1)
        local = datetime.combine(day, time(minutes // 60, minutes % 60))
        return zone.localize(local).astimezone(pytz.utc).replace(tzinfo=None)

    def _meeting_values(self):
        """Return the values of the next meeting; it never lies in the past."""
        self.ensure_one()
        today = fields.Date.context_today(self)
        day = self.next_date or today
        if day < today:
            day = on_weekday(today, self.start_on.weekday())
            day = open_day(
                day if day >= today else day + timedelta(weeks=1), self._is_closed()
            )
        return {
            **self._shared_values(),
            "rhythm_id": self.id,
            "start": self._start_of(day),
        }

    def action_plan_next(self):
        """Put the next time in the calendar, or open what stands there already."""
        self.ensure_one()
        planned = self.meeting_ids.filtered(
            lambda one: (
                one.state == "planned"
                and (not self.last_date or one.date > self.last_date)
            )
        ).sorted("date")
        meeting = planned[:1] or self.env["ict.meeting"].create(self._meeting_values())
        return meeting._form_action()

    def action_open_meetings(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "ict_coordination.ict_meeting_action"
        )
        action["domain"] = [("rhythm_id", "=", self.id)]
        action["context"] = {"default_rhythm_id": self.id}
        action["display_name"] = self.display_name
        return action
