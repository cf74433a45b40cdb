from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools.misc import clean_context

#: what of a meeting stands in the calendar, where every colleague reads it
_SHOWN = {"name", "start", "duration", "location", "member_ids", "user_id", "state"}


class IctMeeting(models.Model):
    """The same meeting in Odoo's calendar: title, time, place, who comes."""

    _inherit = "ict.meeting"

    @api.model_create_multi
    def create(self, vals_list):
        meetings = super().create(vals_list)
        meetings._sync_event()
        return meetings

    def write(self, vals):
        shown = _SHOWN & vals.keys()
        if not shown or self.env.context.get("ict_from_event"):
            return super().write(vals)
        before = {meeting.id: meeting._partners() for meeting in self}
        result = super().write(vals)
        self._sync_event(before)
        return result

    def unlink(self):
        events = self.sudo().event_id
        result = super().unlink()
        events.unlink()
        return result

    def _sync_event(self, before=None):
        """Make the events of the calendar as these meetings are.

        As superuser: a participant's contact may be closed to who plans the meeting.
        Nobody gets a mail before :meth:`action_invite`.

        :param before: ``{meeting id: contacts}`` of who took part until now. Whoever
            was added in the calendar stays.
        """
        for meeting in self.sudo():
            event = meeting._quiet(meeting.event_id)
            values = meeting._event_values()
            partners = meeting._partners()
            if event:
                # Odoo mails everybody a new date that is the old one.
                values = {
                    name: value
                    for name, value in values.items()
                    if event._fields[name].convert_to_write(event[name], event) != value
                }
                was = before[meeting.id] if before else partners
                values["partner_ids"] = [
                    *map(fields.Command.unlink, (was - partners).ids),
                    *map(fields.Command.link, (partners - was).ids),
                ]
                if not values["partner_ids"]:
                    del values["partner_ids"]
                event.write(values)
            elif meeting.state == "planned":
                values["partner_ids"] = [fields.Command.set(partners.ids)]
                meeting.event_id = event.create(values)

    def _quiet(self, events):
        """Return the events so that a write tells nobody who was not invited."""
        context = clean_context(self.env.context)
        context["ict_from_meeting"] = True
        context["skip_contact_description"] = True
        if not self.invited_on:
            context.update(
                no_mail_to_attendees=True,
                skip_attendee_notification=True,
                dont_notify=True,
            )
        # The whole context: keywords would leave the defaults of a meeting in it.
        return events.with_context(context)  # pylint: disable=context-overridden

    def _event_values(self):
        self.ensure_one()
        return {
            "name": self.name,
            "start": self.start,
            "stop": self.start + timedelta(hours=max(self.duration, 0.25)),
            "location": self.location,
            "user_id": self.user_id.id,
            "active": self.state != "cancelled",
        }

    def _partners(self):
        """Return the contacts of who organises it and of who takes part, as superuser.

        A participant without a user or contact (a vacancy, a sounding board) has none.
        """
        partners = self.sudo().user_id.partner_id
        for member in self.sudo().member_ids:
            employee = member.employee_id
            partners |= (
                employee.user_id.partner_id
                or employee.work_contact_id
                or member.partner_id
            )
        return partners

    def _follow_event(self):
        """Take over what somebody changed in the calendar; as superuser."""
        for meeting in self.with_context(ict_from_event=True):
            event = meeting.event_id
            values = {}
            if event.start != meeting.start:
                values["start"] = event.start
            if not event.allday and event.duration != meeting.duration:
                values["duration"] = event.duration
            if (event.location or "") != (meeting.location or ""):
                values["location"] = event.location
            if not event.active and meeting.state == "planned":
                values["state"] = "cancelled"
            elif event.active and meeting.state == "cancelled":
                values["state"] = "planned"
            if values:
                meeting.write(values)

    # --- actions ---

    def action_invite(self):
        """Mail the participants the invitation of the calendar."""
        for meeting in self:
            meeting.check_access("write")
            if meeting.state != "planned" or not meeting.sudo().event_id:
                raise UserError(
                    self.env._("Only a meeting that is planned has invitations.")
                )
            # As above: a default of the meeting is none of a mail.
            event = meeting.sudo().event_id.with_context(  # pylint: disable=context-overridden
                clean_context(self.env.context)
            )
            event.attendee_ids._send_invitation_emails()
            meeting.invited_on = fields.Datetime.now()

    def action_open_event(self):
        """Open the appointment in the calendar."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "calendar.event",
            "res_id": self.event_id.id,
            "views": [(False, "form")],
        }
