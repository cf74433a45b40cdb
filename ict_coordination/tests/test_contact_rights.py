"""Minutes, notes and goals by other ways than a list; what a group shares."""

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged

from .common import IctCase


@tagged("post_install", "-at_install")
class TestContactRights(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.employee_coordinator = cls._new_employee(
            "Cor Dinator", cls.own, cls.users["coordinator"]
        )
        cls.member_coordinator = cls._new_member(cls.employee_coordinator, cls.own)
        common = {
            "start": "2026-11-24 09:00:00",
            "member_ids": [Command.link(cls.member_teacher.id)],
            "minutes": "<p>secret minutes</p>",
            "note": "secret note",
        }
        cls.meeting = cls.env["ict.meeting"].create(
            {"company_id": cls.own.id, "name": "Visit A", **common}
        )
        cls.of_sibling = cls.env["ict.meeting"].create(
            {
                "company_id": cls.sibling.id,
                "start": "2026-11-24 09:00:00",
                "name": "Visit B",
                "minutes": "<p>secret</p>",
            }
        )
        cls.of_group = cls.env["ict.meeting"].create(
            {
                "company_id": cls.group.id,
                "start": "2026-11-24 09:00:00",
                "name": "Policy",
                "minutes": "<p>secret</p>",
            }
        )
        cls.goal = cls.env["ict.goal"].create(
            {"company_id": cls.own.id, "name": "G", "deadline": "2026-12-01"}
        )
        cls.env.flush_all()

    def test_teacher_reads_nothing(self):
        """A participant who is no reader sees the appointment, not what was said."""
        for model in ("ict.meeting", "ict.rhythm", "ict.goal", "ict.school.contact"):
            records = self._as(self.env[model], "teacher")
            for attempt in (
                lambda records=records: records.search([]),
                lambda records=records: records.name_search("Visit"),
                lambda records=records: records.formatted_read_group(
                    [], [], ["__count"]
                ),
            ):
                with self.subTest(model=model), self.assertRaises(AccessError):
                    attempt()
        for attempt in (
            lambda: self._as(self.meeting, "teacher").read(["minutes"]),
            lambda: self._as(self.meeting, "teacher").export_data(["minutes"]),
            lambda: self._as(self.meeting, "teacher").message_post(body="x"),
            lambda: self._as(self.meeting, "teacher").action_invite(),
        ):
            with self.assertRaises(AccessError):
                attempt()
        event = self._as(self.meeting.event_id, "teacher")
        self.assertEqual(event.name, "Visit A")
        self.assertNotIn("secret", str(event.read()))
        self.assertFalse(event.search([("description", "ilike", "secret")]))

    def test_a_teacher_may_move_the_appointment(self):
        """As every appointment of Odoo: the meeting follows, and nothing leaks."""
        self._as(self.meeting.event_id, "teacher").write(
            {"start": "2026-11-25 09:00:00", "stop": "2026-11-25 10:00:00"}
        )
        self.assertEqual(str(self.meeting.start), "2026-11-25 09:00:00")

    def test_followers(self):
        """Who gets a decision does not follow what is written on the meeting."""
        teacher = self.users["teacher"].partner_id
        director = self.users["director"].partner_id
        for record in (self.meeting, self.goal):
            record.message_subscribe((teacher | director).ids)
            self.assertIn(director, record.message_partner_ids)
            self.assertNotIn(teacher, record.message_partner_ids)
            activity = record.activity_schedule(user_id=self.users["teacher"].id)
            self.assertNotIn(teacher, record.message_partner_ids)
            self.assertTrue(self._as(activity, "teacher").read(["summary"]))

    def test_an_activity_is_not_moved_to_a_name(self):
        activity = self.env["mail.activity"].create(
            {
                "res_model_id": self.env["ir.model"]._get_id("res.partner"),
                "res_id": self.users["teacher"].partner_id.id,
                "user_id": self.users["teacher"].id,
            }
        )
        for record in (self.meeting, self.goal, self._new_overview(self.own)):
            with self.subTest(record=record), self.assertRaises(AccessError):
                self._as(activity, "teacher").write(
                    {
                        "res_model_id": self.env["ir.model"]._get_id(record._name),
                        "res_id": record.id,
                    }
                )

    def test_of_the_group(self):
        """Goals of the group: all read them. Its minutes: who took part."""
        coordinator = self._as(self.env["ict.meeting"], "coordinator")
        self.assertEqual(
            coordinator.search([("id", "in", (self.meeting | self.of_sibling).ids)]),
            self.meeting,
        )
        self.assertFalse(coordinator.search([("id", "=", self.of_group.id)]))
        self.assertFalse(self._as(self.of_group, "coordinator").has_access("read"))
        self.member_coordinator.company_id = self.group
        self.of_group.member_ids = self.member_coordinator
        self.env.flush_all()
        self.assertTrue(self._as(self.of_group, "coordinator").has_access("read"))
        self.assertFalse(self._as(self.of_group, "coordinator").has_access("write"))
        shared = self.env["ict.goal"].create(
            {"company_id": self.group.id, "name": "All", "deadline": "2026-12-01"}
        )
        mine = self._as(shared, "coordinator")
        self.assertEqual(mine.name, "All")
        with self.assertRaises(AccessError):
            mine.name = "Mine"

    def test_nothing_moves_to_another_school(self):
        for record in (
            self.meeting,
            self.goal,
            self.env["ict.rhythm"].create({"company_id": self.own.id}),
        ):
            with self.subTest(record=record), self.assertRaises(AccessError):
                if "member_ids" in record._fields:
                    record.member_ids = False
                self._as(record, "coordinator").company_id = self.sibling

    def test_participants_of_others(self):
        """A member of another school is no participant: its name would be read."""
        with self.assertRaises(UserError):
            self._as(self.meeting, "coordinator").member_ids = self.member_sibling
