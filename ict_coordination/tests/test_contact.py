"""Rhythms, meetings and the calendar, goals, the step plan."""

from datetime import date

from odoo import fields
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, freeze_time, tagged

from .common import IctCase

MONDAY = date(2026, 11, 23)


@tagged("post_install", "-at_install")
@freeze_time("2026-11-23 08:00:00")
class TestContact(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rhythm = cls.env["ict.rhythm"].create(
            {
                "company_id": cls.own.id,
                "kind": "visit",
                "every": "month",
                "start_on": "2026-10-06",  # a Tuesday
                "hour": 14.5,
                "duration": 1.5,
                "location": "Room 3",
                "user_id": cls.users["coordinator"].id,
                "member_ids": [
                    Command.set((cls.member_own | cls.member_teacher).ids),
                ],
            }
        )

    def _meeting(self, **values):
        return self._as(self.env["ict.meeting"], "coordinator").create(
            {"company_id": self.own.id, "start": "2026-11-24 09:00:00", **values}
        )

    def _status(self, school=None):
        self.env.flush_all()
        self.env.invalidate_all()
        return self._as(self.env["ict.school.contact"], "manager").browse(
            (school or self.own).id
        )

    # --- rhythm ---

    def test_next_time(self):
        rhythm = self.rhythm
        self.assertEqual(rhythm.next_date, date(2026, 10, 6))
        self.assertTrue(rhythm.is_overdue)
        self.assertIn(rhythm, rhythm.search([("is_overdue", "=", True)]))
        visit = self._meeting(kind="visit", start="2026-11-20 09:00:00", state="done")
        self.assertEqual(visit.rhythm_id, rhythm, "noted on the way, and it counts")
        self.assertFalse(visit.event_id, "what has happened needs no appointment")
        # a Friday, and yet the next one is on the Tuesday of the rhythm
        self.assertEqual(rhythm.last_date, date(2026, 11, 20))
        self.assertEqual(rhythm.next_date, date(2026, 12, 22))
        self.assertFalse(rhythm.is_overdue)
        self.env["resource.calendar.leaves"].create(
            {
                "name": "Christmas",
                "calendar_id": self.own.resource_calendar_id.id,
                "company_id": self.own.id,
                "date_from": "2026-12-20 23:00:00",
                "date_to": "2027-01-03 22:59:00",
            }
        )
        visit.start = "2026-11-19 09:00:00"
        self.assertEqual(rhythm.next_date, date(2027, 1, 5), "the school is closed")
        visit.unlink()
        self.assertEqual(rhythm.next_date, date(2026, 10, 6))

    def test_plan_next(self):
        rhythm = self._as(self.rhythm, "coordinator")
        action = rhythm.action_plan_next()
        meeting = self.env["ict.meeting"].browse(action["res_id"])
        # overdue: not in the past, but on the next Tuesday
        self.assertEqual(str(meeting.start), "2026-11-24 13:30:00")
        self.assertEqual(str(meeting.event_id.stop), "2026-11-24 15:00:00")
        self.assertEqual(rhythm.next_date, date(2026, 11, 24))
        self.assertTrue(rhythm.is_planned)
        self.assertEqual(rhythm.action_plan_next()["res_id"], meeting.id, "once")
        meeting.action_done()
        self.assertEqual(rhythm.next_date, date(2026, 12, 22))
        with Form(self._as(self.env["ict.rhythm"], "coordinator")) as form:
            form.company_id = self.own
            self.assertEqual(form.start_on, date(2026, 11, 30))

    def test_status_of_schools(self):
        self._new_overview(self.own)
        self.assertTrue(self._status().is_overdue)
        self.assertFalse(self._status().last_visit)
        self._meeting(
            kind="visit", start="2026-11-19 09:00:00", state="done", note="Wifi is slow"
        )
        self._meeting(kind="training", start="2026-11-20 09:00:00", state="done")
        status = self._status()
        self.assertEqual(status.last_visit, date(2026, 11, 19))
        self.assertEqual(status.days_since, 4)
        self.assertEqual(status.last_note, "Wifi is slow")
        self.assertEqual(status.last_contact, date(2026, 11, 20))
        self.assertEqual(status.next_visit, date(2026, 12, 22))
        self.assertFalse(status.is_overdue)
        self.assertFalse(status.search([("is_overdue", "=", True)]) & status)
        self.assertIn(status, status.search([("is_overdue", "=", False)]))
        action = status.action_note_visit()
        self.assertEqual(action["context"]["default_company_id"], self.own.id)

    # --- calendar ---

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

    # --- decisions, goals ---

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

    def test_goal(self):
        goal = self._as(self.env["ict.goal"], "coordinator").create(
            {
                "name": "Wifi",
                "company_id": self.own.id,
                "deadline": "2026-12-18",
                "owner_id": self.users["director"].id,
            }
        )
        activity = goal.activity_ids
        self.assertEqual(activity.user_id, self.users["director"])
        self.assertEqual(activity.date_deadline, date(2026, 12, 18))
        goal.write({"deadline": "2026-11-20", "owner_id": self.users["coordinator"].id})
        self.assertEqual(goal.activity_ids, activity)
        self.assertEqual(activity.user_id, self.users["coordinator"])
        self.assertTrue(goal.is_late)
        with self.assertRaisesRegex(ValidationError, "cannot read the goals"):
            goal.owner_id = self.users["teacher"]
        goal.owner_id = self.users["coordinator"]
        goal.action_reached()
        self.assertFalse(goal.activity_ids)
        goal.action_reopen()
        self.assertEqual(len(goal.activity_ids), 1)
        goal.action_drop()
        self.assertFalse(goal.activity_ids)

    # --- step plan ---

    def test_step_plan(self):
        sheet = self._as(self._new_overview(self.own), "coordinator")
        action = sheet.action_start_step_plan()
        wizard = (
            self._as(self.env["mail.activity.schedule"], "coordinator")
            .with_context(**action["context"])
            .create({})
        )
        self.assertEqual(wizard.plan_date, MONDAY)
        self.assertFalse(wizard.has_error)
        mails = self.env["mail.mail"].search_count([])
        wizard.action_schedule_plan()
        steps = sheet.activity_ids.sorted("date_deadline")
        self.assertEqual(len(steps), 8)
        self.assertEqual(
            [name.split(".")[0] for name in steps.activity_type_id.mapped("name")],
            list("12345678"),
        )
        self.assertTrue(all(steps.mapped("note")))
        self.assertEqual(
            steps.mapped("user_id"),
            self.users["director"] | self.users["coordinator"],
        )
        days = steps.mapped("date_deadline")
        # spread over what is left of the school year
        self.assertEqual((days[0], days[-1]), (date(2026, 12, 15), date(2027, 6, 9)))
        self.assertTrue(all(day.weekday() < 5 for day in days))
        self.assertEqual(self.env["mail.mail"].search_count([]), mails)
        with self.assertRaisesRegex(UserError, "started already"):
            sheet.action_start_step_plan()
        next_year = self._new_overview(self.own, school_year="2027-2028")
        context = next_year.action_start_step_plan()["context"]
        self.assertEqual(
            fields.Date.to_date(context["default_plan_date"]), date(2027, 9, 1)
        )

    def test_step_plan_without_people(self):
        """A school without a coordinator: who starts the plan gets the steps."""
        sheet = self._as(self._new_overview(self.sibling), "manager")
        wizard = (
            self._as(self.env["mail.activity.schedule"], "manager")
            .with_context(**sheet.action_start_step_plan()["context"])
            .create({})
        )
        self.assertTrue(wizard.has_warning)
        wizard.action_schedule_plan()
        self.assertEqual(sheet.activity_ids.user_id, self.users["manager"])
        plan = self.env["mail.activity.plan"].create(
            {"name": "Other", "res_model": "res.partner"}
        )
        with self.assertRaisesRegex(ValidationError, "only in plans for overviews"):
            plan.template_ids.create(
                {"plan_id": plan.id, "responsible_type": "ict_director"}
            )
