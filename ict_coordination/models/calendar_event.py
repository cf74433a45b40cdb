from odoo import models

#: what of an event a meeting of ours takes over
_TOLD = {
    "start",
    "stop",
    "start_date",
    "stop_date",
    "allday",
    "duration",
    "location",
    "active",
}


class CalendarEvent(models.Model):
    """Who moves or removes an appointment of ours in the calendar moves the meeting."""

    _inherit = "calendar.event"

    def _ict_meetings(self):
        """Return our meetings of these events, as superuser."""
        return self.env["ict.meeting"].sudo().search([("event_id", "in", self.ids)])

    def write(self, vals):
        # Odoo takes keys out of what it gets.
        told = _TOLD & vals.keys() and not self.env.context.get("ict_from_meeting")
        result = super().write(vals)
        if told:
            self._ict_meetings()._follow_event()
        return result

    def unlink(self):
        meetings = self._ict_meetings().filtered(lambda one: one.state == "planned")
        result = super().unlink()
        meetings.with_context(ict_from_event=True).write({"state": "cancelled"})
        return result
