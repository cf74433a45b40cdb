"""Who plans a change of the plan, and what the person who gets it can see."""

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import IctCase

LINE = "ict.overview.line"


@tagged("post_install", "-at_install")
class TestPlanActivities(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.current = cls._new_overview(cls.own)
        cls.target = cls._new_overview(cls.own, kind="target")
        cls.line = cls._line(cls.target)
        cls._allocate(cls.line, cls.member_own, 7.25)
        cls.line.note = "secret remark"
        cls.env.flush_all()

    def _planned(self, role, records, user=None):
        """Plan through Odoo's dialog, as the list does; return the new activities."""
        action = self._as(records, role).action_plan_activities()
        wizard = (
            self._as(self.env[action["res_model"]], role)
            .with_context(**action["context"])
            .create({"activity_user_id": (user or self.users[role]).id})
        )
        before = self.env["mail.activity"].search([("res_model", "=", LINE)])
        wizard.action_schedule_activities()
        return self.env["mail.activity"].search([("res_model", "=", LINE)]) - before

    def test_who_plans(self):
        for state in ("draft", "active"):
            self.target.sudo().state = state
            for role in ("coordinator", "director", "hr", "manager"):
                with self.subTest(role=role, state=state):
                    made = self._planned(role, self.line)
                    self.assertEqual(made.res_id, self.line.id)
                    self.assertEqual(made.user_id, self.users[role])
                    self._as(made, role).write({"date_deadline": "2030-01-01"})
                    self.assertEqual(
                        self._as(self.line, role).activity_date_deadline,
                        fields.Date.to_date("2030-01-01"),
                    )
                    self._as(made, role).action_done()
                    self.assertFalse(self.line.activity_ids)
        message = self.target.message_ids[0]
        self.assertEqual(message.subject, self.line.task_id.name)

    def test_who_does_not(self):
        elsewhere = self._new_overview(self.sibling, kind="target").line_ids[0]
        activity = self.line.activity_schedule(user_id=self.users["manager"].id)
        other = elsewhere.activity_schedule(user_id=self.users["manager"].id)
        for role, line in (
            ("teacher", self.line),
            ("coordinator", elsewhere),
            ("director", elsewhere),
        ):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._as(line, role).activity_schedule(user_id=self.users[role].id)
        seen = {
            role: self._as(activity.browse(), role).search([("res_model", "=", LINE)])
            for role in self.users
        }
        mine = activity | other
        self.assertEqual(seen["teacher"] & mine, activity.browse())
        self.assertEqual(seen["coordinator"] & mine, activity)
        self.assertEqual(seen["manager"] & mine, mine)
        for one, role in ((activity, "teacher"), (other, "coordinator")):
            with self.assertRaises(AccessError):
                self._as(one, role).read(["res_name"])
            with self.assertRaises(AccessError):
                self._as(one, role).write({"summary": "x"})

    def test_a_teacher_with_an_activity_sees_that_and_nothing_else(self):
        teacher = self.users["teacher"]
        activity = self._planned("coordinator", self.line, teacher)
        self.assertFalse(self.target.message_partner_ids & teacher.partner_id)
        users = self._as(self.env["res.users"], "teacher")
        [group] = [
            group
            for group in users._get_activity_groups()
            if activity.id in group.get("activity_ids", ())
        ]
        self.assertEqual(group["model"], "mail.activity")
        mine = self._as(activity, "teacher")
        opened = mine.action_open_document()
        self.assertEqual(opened["res_model"], "mail.activity")
        self.assertIn(self.line.task_id.name, mine.res_name)
        self.assertIn("School A", mine.res_name)
        told = self._as(self.env["mail.message"], "teacher").search(
            [("partner_ids", "in", teacher.partner_id.ids)]
        )
        self.assertEqual(told.mapped("model"), [LINE])
        everything = f"{mine.read()}{told.read()}{mine.activity_format()}"
        for secret in ("7.25", "7,25", "secret remark", "Jan Peeters"):
            self.assertNotIn(secret, everything)
        with self.assertRaises(AccessError):
            self._as(self.line, "teacher").read(["display_name"])
        elsewhere = self._new_overview(self.sibling)
        for moved in (
            {"res_id": elsewhere.line_ids[0].id},
            {"res_model": elsewhere._name, "res_id": elsewhere.id},
        ):
            with self.assertRaises(AccessError):
                mine.write(moved)
        mine.action_feedback("It works now")
        self.assertFalse(activity.active)
        self.assertIn("It works now", self.target.message_ids[0].body)

    def test_who_may_not_read_a_sheet_does_not_follow_it(self):
        followers = []
        for role in ("teacher", "director"):
            self._as(self.target, "coordinator").activity_schedule(
                user_id=self.users[role].id
            )
            followers.append(
                self.users[role].partner_id in self.target.message_partner_ids
            )
        self.assertEqual(followers, [False, True])
        outsider = self.env["res.partner"].create({"name": "Firm without a login"})
        sheet = self._as(self.target, "coordinator")
        sheet.message_subscribe((outsider | self.users["teacher"].partner_id).ids)
        self.assertIn(outsider, self.target.message_partner_ids)
        posted = sheet.message_post(
            body="Jan 7.25 h", message_type="comment", subtype_xmlid="mail.mt_comment"
        )
        self.assertNotIn(self.users["teacher"].partner_id, posted.notified_partner_ids)
        self.assertIn(self.users["director"].partner_id, posted.notified_partner_ids)

    def test_several_schools_at_once(self):
        lines = self.line | self._new_overview(self.sibling, kind="target").line_ids[:2]
        made = self._planned("manager", lines)
        self.assertEqual(sorted(made.mapped("res_id")), sorted(lines.ids))
        self.assertEqual(len(set(made.mapped("res_name"))), 3)

    def test_proposed_date(self):
        lines = self.target.line_ids[:2]
        today = fields.Date.context_today(lines)
        self.assertEqual((lines._plan_deadline() - today).days, 28)
        self.target.school_year = "2098-2099"
        lines.priority = "long"
        self.assertEqual(lines._plan_deadline(), fields.Date.to_date("2099-06-30"))
        lines[0].priority = "short"
        self.assertEqual((lines._plan_deadline() - today).days, 28)

    def test_activities_go_with_the_line_and_are_not_copied(self):
        line = self.line
        line.activity_schedule()
        copies = self.target.copy() | self.target._copy_to(
            self.sibling, "target", "2027-2028"
        )
        self.assertEqual(len(copies.line_ids), 2 * len(self.target.line_ids))
        self.assertFalse(copies.line_ids.activity_ids)
        extra = self._line(self.target, "technical_02")
        extra.activity_schedule()
        line_ids = self.target.line_ids.ids
        extra.unlink()
        self.target.unlink()
        left = self.env["mail.activity"].with_context(active_test=False)
        self.assertFalse(
            left.search([("res_model", "=", LINE), ("res_id", "in", line_ids)])
        )

    def test_lines_are_still_written_in_bulk(self):
        complete, _stale = self.env["ict.overview"]._bulk_scope()
        self.assertTrue(complete)

    def test_on_paper(self):
        self._allocate(self._line(self.current), self.member_own, 2)
        self.line.priority = "short"
        self._planned("coordinator", self.line, self.users["teacher"])
        report = "ict_coordination.plan"
        reports = self._as(self.env["ir.actions.report"], "coordinator")
        page = reports._render_qweb_html(report, self.target.ids)[0].decode()
        for text in (
            "Short term",
            self.line.task_id.name,
            "2 h → 7.25 h",
            self.users["teacher"].name,
        ):
            self.assertIn(text, page)
        empty = reports._render_qweb_html(report, self.current.ids)[0].decode()
        self.assertIn("Nothing to do", empty)
        for role, overview in (
            ("teacher", self.target),
            ("coordinator", self._new_overview(self.sibling, kind="target")),
        ):
            with self.assertRaises(AccessError):
                self._as(self.env["ir.actions.report"], role)._render_qweb_html(
                    report, overview.ids
                )
