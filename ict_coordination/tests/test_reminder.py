"""Reminders: who gets one, for which overview, and who may send them."""

from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged

from .common import IctCase


@tagged("post_install", "-at_install")
class TestReminder(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.today = fields.Date.context_today(cls.env["ict.reminder"])
        cls.sheet = cls._new_overview(cls.own)
        cls.receivers = cls.users["coordinator"] | cls.users["director"]
        cls.env.flush_all()

    def _wizard(self, role, schools, **values):
        return self._as(self.env["ict.reminder"], role).create(
            {"school_ids": schools.ids, **values}
        )

    def _reminders(self, sheets):
        return sheets.activity_ids.filtered(
            lambda one: one.activity_type_id.id == sheets._reminder_type_id()
        )

    def _page(self, start):
        pages = {page["id"]: page for page in start.start_read()["schools"]}
        return pages[self.own.id]

    def test_coordinators_and_directors_once(self):
        start = self._as(self.env["ict.start"], "manager")
        [page] = [
            one for one in start.start_read()["schools"] if one["name"][-1] == "A"
        ]
        self.assertIs(page["reminded"], False)
        wizard = self._wizard("manager", self.own, note="Before\nthe <meeting>")
        self.assertEqual(wizard.deadline, self.today + timedelta(days=14))
        self.assertRegex(wizard.preview, r"6\d of 67 tasks to fill in")
        for user in self.receivers:
            self.assertIn(user.name, wizard.preview)
        said = wizard.action_remind()["params"]["message"]
        self.assertEqual(said, "Reminders sent: 2.")
        reminders = self._reminders(self.sheet)
        self.assertEqual(reminders.user_id, self.receivers)
        self.assertEqual(set(reminders.mapped("date_deadline")), {wizard.deadline})
        self.assertIn("Before<br", str(reminders[0].note))
        self.assertIn("the &lt;meeting&gt;", str(reminders[0].note))
        [page] = [
            one for one in start.start_read()["schools"] if one["name"][-1] == "A"
        ]
        self.assertEqual(page["reminded"], self.today.isoformat())
        # whoever gets one can read it, and sees it on the overview
        mine = self._as(reminders, "coordinator").filtered(
            lambda one: one.user_id == self.users["coordinator"]
        )
        self.assertEqual(mine.res_name, self.sheet.display_name)
        # the second time only the date changes
        later = self.today + timedelta(days=30)
        wizard = self._wizard("manager", self.own, deadline=later)
        said = wizard.action_remind()["params"]["message"]
        self.assertEqual(said, "Reminders sent: 0. Reminders with another date: 2.")
        self.assertEqual(self._reminders(self.sheet), reminders)
        self.assertEqual(set(reminders.mapped("date_deadline")), {later})
        self.assertIn("meeting", str(reminders[0].note))

    def test_missing_overview_is_made(self):
        self._wizard("director", self.own, kind="target").action_remind()
        target = self.env["ict.overview"].search(
            [("company_id", "=", self.own.id), ("kind", "=", "target")]
        )
        self.assertEqual((len(target), target.state), (1, "draft"))
        self.assertEqual(self._reminders(target).user_id, self.receivers)
        self.assertFalse(self._reminders(self.sheet))

    def test_a_day_that_has_passed(self):
        with self.assertRaises(ValidationError):
            self._wizard("manager", self.own, deadline=self.today - timedelta(days=1))

    def test_nobody_to_remind(self):
        """Archived people, and who cannot open the school, are nobody."""
        self.users["director"].active = False
        self.users["coordinator"].write(
            {"ict_school_ids": [(4, self.sibling.id)], "company_id": self.own.id}
        )
        self.users["coordinator"].company_ids = self.own
        wizard = self._wizard("manager", self.own | self.sibling)
        self.assertIn("no coordinator or director has this school", wizard.preview)
        self.assertIn("No overview yet", wizard.preview)
        said = wizard.action_remind()["params"]["message"]
        self.assertEqual(said, "Reminders sent: 1. Nobody to remind: School B.")
        self.assertFalse(
            self.env["ict.overview"].search([("company_id", "=", self.sibling.id)])
        )

    def test_active_is_done(self):
        wizard = self._wizard("manager", self.own)
        wizard.action_remind()
        self._as(self.sheet, "director").action_activate()
        self.assertFalse(self._reminders(self.sheet))
        self.assertIn("Activated", str(self.sheet.message_ids.mapped("body")))
        # what an approved overview leaves open can still be asked for
        wizard = self._wizard("manager", self.own)
        self.assertRegex(wizard.preview, r"6\d of 67 tasks to fill in")
        self.sheet.line_ids.level = "school"
        wizard = self._wizard("manager", self.own)
        self.assertIn("nothing to do", wizard.preview)
        self.assertEqual(wizard.action_remind()["params"]["type"], "warning")
        self.assertFalse(self._reminders(self.sheet))

    def test_history_asks_for_nothing(self):
        self._wizard("manager", self.own).action_remind()
        kept = self.sheet.activity_schedule(user_id=self.users["director"].id)
        self.assertTrue(self._reminders(self.sheet))
        self._as(self.sheet, "director").action_archive_overview()
        self.assertEqual(self.sheet.activity_ids, kept)

    def test_rights(self):
        for role in ("teacher", "coordinator", "hr"):
            with self.subTest(role), self.assertRaises(AccessError):
                self._wizard(role, self.own)
        for role, schools in (
            ("director", self.sibling),
            ("director", self.own | self.sibling),
            ("manager", self.other),
        ):
            with self.subTest(role=role), self.assertRaises(AccessError):
                wizard = self._wizard(role, schools)
                self.assertNotIn("School B", wizard.preview)
                wizard.action_remind()
        self.assertFalse(self._reminders(self.sheet))
        # what somebody is writing is nobody else's
        mine = self._wizard("manager", self.own, note="Not sent yet")
        with self.assertRaises(AccessError):
            self._as(mine, "director").read(["note"])

    def test_which_schools_are_proposed(self):
        model = self._as(self.env["ict.reminder"], "manager")
        self.assertEqual(Form(model).school_ids[:], self.own | self.sibling)
        settings = self.env["ict.settings"].create({"company_id": self.group.id})
        settings.fill_in_before = self.today
        self.sheet.line_ids.level = "school"
        form = Form(model)
        self.assertEqual(form.school_ids[:], self.sibling)
        # a date that has passed is nobody's next date
        self.assertEqual(form.deadline, self.today + timedelta(days=14))
        chosen = model.with_context(
            active_model="ict.overview", active_ids=self.sheet.ids
        )
        self.assertEqual(Form(chosen).school_ids[:], self.own)
        self.assertEqual(Form(chosen).kind, "current")
        target = self._new_overview(self.own, "target")
        chosen = chosen.with_context(active_ids=target.ids)
        self.assertEqual(Form(chosen).kind, "target")
        director = self._as(self.env["ict.reminder"], "director")
        self.assertFalse(director._default_schools())
        with self.assertRaises(UserError):
            model.create({"school_ids": []}).action_remind()
