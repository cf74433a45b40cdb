from psycopg2 import IntegrityError

from odoo.exceptions import (
    AccessError,
    RedirectWarning,
    UserError,
    ValidationError,
)
from odoo.tests import Form, freeze_time, tagged
from odoo.tools import mute_logger

from .common import IctCase


@tagged("post_install", "-at_install")
class TestOverview(IctCase):
    def test_new_overview_has_every_task(self):
        sheet = self._new_overview(self.own)
        shared = self.env["ict.task"].search([("company_id", "=", False)])
        self.assertEqual(len(shared), 67)
        self.assertEqual(sheet.line_ids.task_id, shared)
        # TSO/BSO only: there, but not applicable in a primary school
        technical = self._line(sheet, "technical_12")
        self.assertEqual(technical.coverage, "not_applicable")
        secondary = self._new_overview(self.sibling)
        self.assertTrue(self._line(secondary, "technical_12").applicable)

    def test_tasks_of_school_and_group(self):
        cluster = self.env.ref("ict_coordination.cluster_technical")
        of_group, of_own, of_sibling = self.env["ict.task"].create(
            [
                {"name": name, "cluster_id": cluster.id, "company_id": company.id}
                for name, company in [
                    ("Group task", self.group),
                    ("Own task", self.own),
                    ("Sibling task", self.sibling),
                ]
            ]
        )
        tasks = self._new_overview(self.own).line_ids.task_id
        self.assertIn(of_group, tasks)
        self.assertIn(of_own, tasks)
        self.assertNotIn(of_sibling, tasks)

    def test_group_named_by_hand(self):
        """A school that is no branch: its group is named on the company."""
        self.other.school_group_id = self.group
        member = self._allocate(
            self._line(self._new_overview(self.other)), self.member_group, 2
        ).member_id
        self.assertEqual(member, self.member_group)

    @freeze_time("2026-11-22")
    def test_defaults(self):
        with Form(self._as(self.env["ict.overview"], "coordinator")) as form:
            self.assertEqual(form.school_year, "2026-2027")
            self.assertEqual(form.kind, "current")
        self.assertEqual(form.record.company_id, self.own)
        self.assertEqual(form.record.state, "draft")

    def test_wrong_school_year(self):
        for text in ("2026", "2026-2028", "26-27", "x"):
            with self.subTest(text=text), self.assertRaises(ValidationError):
                self._new_overview(self.own, school_year=text)

    def test_deleted_school(self):
        gone = self.env["res.company"].create({"name": "Gone"})
        gone_id = gone.id
        gone.unlink()
        with self.assertRaisesRegex(UserError, "deleted in the meantime"):
            self._new_overview(self.env["res.company"].browse(gone_id))

    def test_activate(self):
        sheet = self._as(self._new_overview(self.own), "director")
        sheet.action_activate()
        self.assertEqual(sheet.state, "active")
        self.assertEqual(sheet.approved_by_id, self.users["director"])
        self.assertTrue(sheet.approved_on)
        sheet.action_archive_overview()
        self.assertEqual(sheet.state, "archived")
        self.assertEqual(sheet.approved_by_id, self.users["director"])
        sheet.action_reset_draft()
        self.assertFalse(sheet.approved_by_id)

    def test_coordinator_may_not_approve(self):
        sheet = self._as(self._new_overview(self.own), "coordinator")
        with self.assertRaisesRegex(UserError, "Only the director"):
            sheet.action_activate()
        with self.assertRaisesRegex(UserError, "buttons"):
            sheet.state = "active"
        with self.assertRaisesRegex(UserError, "starts as a draft"):
            sheet.create(
                {"company_id": self.own.id, "kind": "target", "state": "active"}
            )

    def test_director_of_another_school(self):
        sheet = self._as(self._new_overview(self.sibling), "director")
        with self.assertRaises(AccessError):
            sheet.action_activate()

    def test_one_active_per_school_and_kind(self):
        first, second = self._new_overview(self.own), self._new_overview(self.own)
        self._as(first, "director").action_activate()
        with self.assertRaisesRegex(RedirectWarning, "active overview of this kind"):
            self._as(second, "director").action_activate()
        # another kind is another sheet
        self._as(self._new_overview(self.own, "target"), "director").action_activate()
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            second.state = "active"
            self.env.flush_all()

    def test_two_approvals(self):
        """Who comes second is told who was first; nothing is approved twice."""
        sheet = self._new_overview(self.own)
        self._as(sheet, "director").action_activate()
        with self.assertRaisesRegex(UserError, "by now"):
            self._as(sheet, "manager").action_activate()
        self.assertEqual(sheet.approved_by_id, self.users["director"])

    def test_active_is_closed_for_coordinators(self):
        sheet = self._new_overview(self.own, state="active")
        line = self._line(sheet)
        allocation = self._allocate(line, self.member_own, 2)
        for attempt in (
            lambda: self._as(line, "coordinator").write({"note": "x"}),
            lambda: self._as(allocation, "coordinator").write({"hours": 3}),
            lambda: self._as(allocation, "coordinator").unlink(),
            lambda: self._as(sheet, "coordinator").write({"note": "x"}),
        ):
            with self.assertRaisesRegex(UserError, "is active"):
                attempt()
        self._as(allocation, "director").hours = 3
        self._as(allocation, "hr").hours = 3.5
        log = sheet.message_ids.mapped("body")
        self.assertTrue(any("3.5 h" in body for body in log), log)

    def test_archived_is_closed_for_all(self):
        sheet = self._new_overview(self.own)
        line = self._line(sheet)
        allocation = self._allocate(line, self.member_own, 2)
        sheet.state = "archived"
        for role in ("coordinator", "director", "hr", "manager"):
            with self.subTest(role=role), self.assertRaisesRegex(UserError, "archived"):
                self._as(allocation, role).hours = 3

    def test_in_force(self):
        old = self._new_overview(self.own, school_year="2025-2026")
        new = self._new_overview(self.own)
        self.assertEqual((old.in_force, new.in_force), (False, True))
        old.state = "active"
        self.assertEqual((old.in_force, new.in_force), (True, False))
        domain = [("company_id", "=", self.own.id)]
        overview = self.env["ict.overview"]
        self.assertEqual(overview.search([*domain, ("in_force", "=", True)]), old)
        self.assertEqual(overview.search([*domain, ("in_force", "=", False)]), new)

    def test_progress(self):
        sheet = self._new_overview(self.own, "target")
        first, second = (
            self._line(sheet, code) for code in ("technical_01", "technical_02")
        )
        first.priority = second.priority = "short"
        self._allocate(first, self.member_own, 2.25)
        self._allocate(first, self.member_group)
        self.assertEqual(sheet.covered_count, 1)
        self.assertEqual(sheet.not_applicable_count, 1)
        self.assertEqual(sheet.open_count, 65)
        self.assertEqual(sheet.short_left, 1)
        self.assertEqual(sheet.hours_text, "2.25 h + 1 without hours")

    def test_hours_available(self):
        """Own team, plus what the group lends; the group has that much less."""
        sheet, of_group = self._new_overview(self.own), self._new_overview(self.group)
        self.own.ict_hours_budget = 99
        self.assertEqual(sheet.hours_available, 20)  # two members of 10 hours
        self._allocate(self._line(sheet), self.member_own, 4)
        self._allocate(self._line(sheet), self.member_group, 3)
        self._allocate(self._line(of_group), self.member_group, 2)
        self.env.invalidate_all()
        self.assertEqual(sheet.hours_available, 23)
        self.assertEqual(of_group.hours_available, 7)
        # another kind is another plan
        self.assertEqual(self._new_overview(self.own, "target").hours_available, 20)
        # without a team the budget counts
        (self.member_own | self.member_teacher).active = False
        self.env.invalidate_all()
        self.assertEqual(sheet.hours_available, 102)

    def test_progress_queries(self):
        """The cards cost the same number of queries for 2 as for 12 overviews."""
        sheets = self.env["ict.overview"].create(
            [
                {"company_id": company.id, "kind": kind, "school_year": year}
                for company in (self.own, self.sibling)
                for kind in ("current", "target")
                for year in ("2024-2025", "2025-2026", "2026-2027")
            ]
        )

        def queries(some):
            fields = ["covered_count", "hours_text", "hours_available", "in_force"]
            return self._queries(lambda: some.read(fields))

        self.assertEqual(queries(sheets[:2]), queries(sheets))

    def test_school_and_kind_are_fixed(self):
        sheet = self._new_overview(self.own)
        sheet.write({"company_id": self.own.id, "kind": "current"})
        with self.assertRaisesRegex(UserError, "fixed"):
            sheet.company_id = self.sibling
        with self.assertRaisesRegex(UserError, "fixed"):
            sheet.kind = "target"

    def test_add_missing_tasks(self):
        sheet = self._new_overview(self.own)
        task = self.env["ict.task"].create(
            {
                "name": "Late",
                "cluster_id": self.env.ref("ict_coordination.cluster_policy").id,
                "company_id": self.own.id,
            }
        )
        self._as(sheet, "coordinator").action_add_missing_tasks()
        self.assertIn(task, sheet.line_ids.task_id)
        self.assertEqual(sheet._add_missing_tasks(), 0)
