"""Meetings: in Odoo's calendar without what was said, with decisions as activities."""

from datetime import date

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import freeze_time, tagged

from .contact_case import ContactCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-23 08:00:00")
class TestContactMeetings(ContactCase):
    def test_calendar(self):
        mails = self.env["mail.mail"].search_count([])
        meeting = self._meeting(
            name="Visit",
            location="Room 3",
            member_ids=[Command.set((self.member_own | self.member_teacher).ids)],
            note="secret note",
            minutes="<p>secret minutes</p>",
        )
        event = meeting.event_id
        self.assertEqual(event.name, "Visit")
        self.assertEqual(event.location, "Room 3")
        self.assertEqual(
            event.partner_ids,
            self.users["coordinator"].partner_id
            | self.users["teacher"].partner_id
            | self.employee_own.work_contact_id,
        )
        # What a colleague can read of it, in all its fields.
        seen = self._as(event, "teacher")
        readable = seen.read()[0]
        self.assertNotIn("secret", str(readable))
        self.assertNotIn("secret", str(seen.message_ids.mapped("body")))
        meeting.write({"start": "2026-11-25 10:00:00", "duration": 2})
        self.assertEqual(str(event.start), "2026-11-25 10:00:00")
        self.assertEqual(str(event.stop), "2026-11-25 12:00:00")
        self.assertEqual(self.env["mail.mail"].search_count([]), mails, "nobody asked")
        # Somebody moves it in the calendar: Odoo mails who comes, as always.
        self._as(event, "coordinator").write(
            {
                "start": "2026-11-26 13:00:00",
                "stop": "2026-11-26 14:00:00",
                "location": "Room 4",
            }
        )
        self.assertEqual(str(meeting.start), "2026-11-26 13:00:00")
        self.assertEqual(meeting.date, date(2026, 11, 26))
        self.assertEqual((meeting.duration, meeting.location), (1, "Room 4"))
        mails = self.env["mail.mail"].search_count([])
        meeting.action_cancel()
        self.assertFalse(event.active)
        meeting.action_reopen()
        self.assertTrue(event.active)
        event.action_archive()
        self.assertEqual(meeting.state, "cancelled")
        event.action_unarchive()
        self.assertEqual(meeting.state, "planned")
        self.assertEqual(self.env["mail.mail"].search_count([]), mails, "nobody asked")
        event.unlink()
        self.assertEqual(meeting.state, "cancelled")
        self.assertFalse(meeting.event_id)
        meeting.action_reopen()
        again = meeting.event_id
        self.assertTrue(again.active)
        meeting.unlink()
        self.assertFalse(again.exists())

    def test_what_was_held_stays(self):
        meeting = self._meeting()
        meeting.action_done()
        meeting.event_id.unlink()
        self.assertEqual(meeting.state, "done")

    def test_invite(self):
        self.users["teacher"].partner_id.email = "tess@example.com"
        meeting = self._meeting(
            member_ids=[Command.link(self.member_teacher.id)], minutes="<p>secret</p>"
        )
        sent = self.env["mail.message"].search([], order="id desc", limit=1)
        meeting.action_invite()
        self.assertTrue(meeting.invited_on)
        message = self.env["mail.message"].search(
            [("id", ">", sent.id), ("model", "=", "calendar.event")]
        )
        self.assertEqual(message.partner_ids, self.users["teacher"].partner_id)
        self.assertNotIn("secret", message.body)
        meeting.action_cancel()
        with self.assertRaisesRegex(UserError, "planned"):
            meeting.action_invite()

    def test_decisions(self):
        meeting = self._meeting()
        action = meeting.action_decide()
        wizard = (
            self._as(self.env["mail.activity.schedule"], "coordinator")
            .with_context(**action["context"])
            .create(
                {"summary": "Ask a price", "activity_user_id": self.users["teacher"].id}
            )
        )
        wizard.action_schedule_activities()
        decision = meeting.decision_ids
        self.assertEqual(decision.summary, "Ask a price")
        self.assertNotIn(self.users["teacher"].partner_id, meeting.message_partner_ids)
        self._as(decision, "teacher").action_feedback("Asked")
        self.env.invalidate_all()
        self.assertEqual(meeting.decision_ids.state, "done", "done ones stay listed")
