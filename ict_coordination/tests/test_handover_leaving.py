"""Leaving and coming back; the hours that follow from the working time."""

from odoo.exceptions import UserError
from odoo.tests import Form, tagged

from .handover_case import HandoverCase


@tagged("post_install", "-at_install")
class TestHandoverLeaving(HandoverCase):
    def test_leaving_is_offered(self):
        director = self.users["director"]
        jan = self._as(self.jan, "hr")
        self.assertEqual(jan.ict_open_count, 20)
        # registering a departure reads the contract: the administrator of HR
        self.users["hr"].group_ids += self.env.ref("hr.group_hr_manager")
        wizard = jan.env["hr.departure.wizard"].with_context(
            active_ids=jan.ids, employee_termination=True
        )
        leaving = wizard.create({})
        self.assertIn("School B (6)", leaving.ict_open_text)
        action = leaving.action_register_and_hand_over()
        self.assertFalse(jan.active)
        asked = jan.activity_ids
        self.assertEqual(asked.user_id, self.users["hr"])
        self.assertIn("School A: 8 tasks", asked.note)
        at_school = self.env["mail.activity"].search([("user_id", "=", director.id)])
        self.assertEqual(at_school.res_model, "ict.overview")
        self.assertEqual(at_school.res_id, self.sheets[self.own].id)
        self.assertNotIn("School B", at_school.note)
        handover = jan.env["ict.handover"].browse(action["res_id"])
        handover.line_ids.write({"selected": True, "to_member_id": False})
        for line in handover.line_ids:
            line.to_employee_id = self.employee_teacher
        handover.action_hand_over()
        self.assertFalse(jan.ict_open_count)
        self.assertFalse(jan.activity_ids)
        self.assertFalse(at_school.exists().filtered("active"))
        with self.assertRaises(UserError):
            jan.action_ict_hand_over()

    def test_who_comes_back_leaves_nothing(self):
        self._as(self.jan, "hr").with_context(no_wizard=True).action_archive()
        self.assertTrue(self.jan.activity_ids)
        self.jan.action_unarchive()
        self.assertFalse(self.jan.activity_ids)
        self.assertFalse(
            self.env["mail.activity"].search(
                [("user_id", "=", self.users["director"].id)]
            )
        )

    def test_hours_follow_from_the_working_time(self):
        half = self.env["resource.calendar"].create(
            {"name": "Half", "hours_per_week": 19, "full_time_required_hours": 38}
        )
        employee = self._new_employee("Half Time", self.own)
        employee.resource_calendar_id = half
        rate = half.work_time_rate
        member = self._as(self.env["ict.team.member"], "coordinator")
        coordinator, anchor = member.create(
            [
                {
                    "employee_id": employee.id,
                    "company_id": self.own.id,
                    "role": "coordinator",
                },
                {
                    "employee_id": self._new_employee("Other", self.own).id,
                    "company_id": self.own.id,
                    "role": "anchor",
                },
            ]
        )
        self.assertAlmostEqual(coordinator.hours_available, 36 * rate / 100, 2)
        self.assertEqual(anchor.hours_available, 0)
        self.assertTrue(anchor.is_hours_proposed)
        anchor.action_use_working_time()
        self.assertEqual(anchor.hours_available, anchor.hours_proposed)
        self.env["ict.settings"].create(
            {"company_id": self.group.id, "full_time_hours": 30}
        )
        coordinator.invalidate_recordset()
        self.assertAlmostEqual(coordinator.hours_proposed, 30 * rate / 100, 2)
        with Form(member) as form:
            form.employee_id = self._new_employee("Form", self.own)
            form.role = "coordinator"
            self.assertEqual(form.hours_available, 30)
