"""Goals with an owner and a date, and the step plan of a school that starts."""

from datetime import date

from odoo import fields
from odoo.exceptions import UserError, ValidationError
from odoo.tests import freeze_time, tagged

from .common import IctCase

MONDAY = date(2026, 11, 23)


@tagged("post_install", "-at_install")
@freeze_time("2026-11-23 08:00:00")
class TestContactGoals(IctCase):
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
        self.assertIn("ICT step plan", sheet.message_ids[0].body)
        with self.assertRaisesRegex(UserError, "started already"):
            sheet.action_start_step_plan()
        next_year = self._new_overview(self.own, school_year="2027-2028")
        context = next_year.action_start_step_plan()["context"]
        self.assertEqual(
            fields.Date.to_date(context["default_plan_date"]), date(2027, 9, 1)
        )

    def test_step_plan_without_people(self):
        """A school without a coordinator: who starts the plan gets the steps."""
        self.env["res.lang"]._activate_lang("nl_BE")
        sheet = self._as(self._new_overview(self.sibling), "manager")
        wizard = (
            self._as(self.env["mail.activity.schedule"], "manager")
            .with_context(**sheet.action_start_step_plan()["context"], lang="nl_BE")
            .create({})
        )
        self.assertTrue(wizard.has_warning)
        wizard.action_schedule_plan()
        self.assertIn("ICT-stappenplan", sheet.message_ids[0].body)
        self.assertEqual(sheet.activity_ids.user_id, self.users["manager"])
        plan = self.env["mail.activity.plan"].create(
            {"name": "Other", "res_model": "res.partner"}
        )
        with self.assertRaisesRegex(ValidationError, "only in plans for overviews"):
            plan.template_ids.create(
                {"plan_id": plan.id, "responsible_type": "ict_director"}
            )
