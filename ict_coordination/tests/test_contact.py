"""Rhythms: the next time, what is overdue, and when each school was last visited."""

from datetime import date

from odoo.tests import Form, freeze_time, tagged

from ..models.ict_rhythm_overdue import OVERDUE
from .contact_case import ContactCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-23 08:00:00")
class TestContact(ContactCase):
    def _status(self, school=None):
        self.env.flush_all()
        self.env.invalidate_all()
        return self._as(self.env["ict.school.contact"], "manager").browse(
            (school or self.own).id
        )

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

    def test_overdue_is_one_activity_until_it_is_held(self):
        rhythm = self.rhythm
        fine = rhythm.copy({"start_on": "2026-12-01"})
        not_mine = rhythm.copy({"user_id": self.users["teacher"].id})
        cron = self.env.ref("ict_coordination.ict_rhythm_cron_remind")
        for _night in range(2):
            self.env["ict.rhythm"]._cron_remind()
        self.assertEqual(cron.code, "model._cron_remind()")
        activity = rhythm.activity_ids
        self.assertEqual(activity.user_id, self.users["coordinator"])
        self.assertEqual(activity.activity_type_id, self.env.ref(OVERDUE))
        self.assertFalse((fine | not_mine).activity_ids, "who cannot open it")
        # Another coordinator notes a visit for another one.
        self.users["director"].ict_school_ids = self.own
        not_mine.active = False
        rhythm.user_id = self.users["director"]
        self.env["ict.rhythm"]._cron_remind()
        activity = rhythm.activity_ids
        self.assertEqual(activity.user_id, self.users["director"])
        planned = self._meeting(kind="visit", rhythm_id=rhythm.id)
        self.assertFalse(rhythm.activity_ids, "is in the calendar")
        planned.action_cancel()
        self.env["ict.rhythm"]._cron_remind()
        self.assertEqual(len(rhythm.activity_ids), 1, "overdue again")
        planned.write({"state": "done", "start": "2026-11-20 09:00:00"})
        self.assertFalse(rhythm.activity_ids)
        self.assertIn("Planned or held", str(rhythm.message_ids.mapped("body")))

    def test_overdue_on_the_start_page(self):
        for role, label in (
            ("director", "Plan 1 meeting"),
            ("manager", "Plan 1 meeting"),
            ("hr", "See what is past its date"),
        ):
            light = self._contact_light(role)
            self.assertEqual(light["tone"], "warning")
            self.assertEqual(light["action"]["label"], label)
            self.assertEqual(light["action"]["company"], self.own.id)
        self.rhythm.action_plan_next()
        light = self._contact_light("director")
        self.assertEqual((light["tone"], light["action"]), ("success", False))
        self.assertRegex(light["text"], r"24/11/2026|11/24/2026")
        self.rhythm.active = False
        self.assertEqual(self._contact_light("director")["tone"], "muted")

    def _contact_light(self, role):
        self.env.flush_all()
        schools = self._as(self.env["ict.start"], role).start_read()["schools"]
        [light] = [
            light
            for page in schools
            if page["id"] == self.own.id
            for light in page["lights"]
            if light["key"] == "contact"
        ]
        return light
