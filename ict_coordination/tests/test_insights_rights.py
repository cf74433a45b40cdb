# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Who reads which insight: the reader's own rights, in few queries."""

from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.service.model import get_public_method
from odoo.tests import tagged

from odoo.addons.ict_coordination.insights import KEYS
from odoo.addons.ict_coordination.workbook import Hours

from .common import IctCase


@tagged("-at_install", "post_install")
class TestInsightsRights(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Bert works for the group, in both schools
        cls.sheets = {
            (school, kind): cls._new_overview(school, kind)
            for school in (cls.own, cls.sibling)
            for kind in ("current", "target")
        }
        cls.here = cls._allocate(
            cls._line(cls.sheets[cls.own, "current"]), cls.member_group, 3
        )
        cls.there = cls._allocate(
            cls._line(cls.sheets[cls.sibling, "current"]), cls.member_group, 4
        )

    def _insight(self, role, key, **options):
        insights = self._as(self.env["ict.insights"], role)
        return insights._insight(key, insights._scope(**options))

    def _row(self, role, key, **values):
        found = [
            row
            for row in self._insight(role, key).rows
            if all(getattr(row, name) == value for name, value in values.items())
        ]
        self.assertLessEqual(len(found), 1)
        return found[0] if found else None

    # --- what is read ---

    def test_sheets_in_force_and_of_a_year(self):
        older = self._new_overview(
            self.own, "current", "archived", school_year="2025-2026"
        )
        insights = self._as(self.env["ict.insights"], "manager")
        now, before = insights._scope(), insights._scope("2025-2026")
        self.assertEqual(now.years, ["2026-2027", "2025-2026"])
        self.assertEqual(insights._scope("2025").year, None)
        sheets = {one.id: one.sheets for one in now.schools}
        self.assertEqual(
            sheets[self.own.id]["current"].id, self.sheets[self.own, "current"].id
        )
        self.assertEqual(now.group_ids, [self.group.id])
        found = before.rows("SELECT ARRAY_AGG(id) AS ids FROM line")[0]["ids"]
        self.assertEqual(set(found), set(older.line_ids.ids))
        self.assertEqual(
            insights._insight("common_needs", before).without_sheet, (self.sibling.id,)
        )

    def test_skills_that_count_today(self):
        today = fields.Date.today()
        kind = self.env["hr.skill.type"].create(
            {
                "name": "Cabling",
                "skill_ids": [Command.create({"name": "Fibre"})],
                "skill_level_ids": [
                    Command.create({"name": "Good", "level_progress": 100})
                ],
            }
        )
        cluster = self._line(self.sheets[self.own, "current"]).cluster_id
        competency = self.env["ict.competency"].create(
            {
                "name": "Lays cables",
                "cluster_id": cluster.id,
                "skill_ids": [Command.set(kind.skill_ids.ids)],
            }
        )
        for employee, since, until in (
            (self.employee_own, -1, None),
            (self.employee_group, 9, None),
            (self.employee_teacher, -9, -1),
        ):
            self.env["hr.employee.skill"].create(
                {
                    "employee_id": employee.id,
                    "skill_id": kind.skill_ids.id,
                    "skill_level_id": kind.skill_level_ids.id,
                    "skill_type_id": kind.id,
                    "valid_from": today + timedelta(days=since),
                    "valid_to": until and today + timedelta(days=until),
                }
            )
        row = self._row("manager", "expertise", competency_id=competency.id)
        self.assertEqual(row.can, (f"employee-{self.employee_own.id}",))
        anchor = self._row(
            "director", "anchor_points", person=f"employee-{self.employee_own.id}"
        )
        self.assertEqual(anchor.competency_ids, (competency.id,))

    # --- rights ---

    def test_teacher_reads_nothing(self):
        insights = self._as(self.env["ict.insights"], "teacher")
        for key in KEYS:
            with self.assertRaises(AccessError):
                insights.insight_read(key)
        with self.assertRaises(AccessError):
            insights.insight_list()

    def test_role_counts_in_the_own_school_only(self):
        self._allocate(
            self._line(self.sheets[self.sibling, "current"], "technical_02"),
            self.member_sibling,
            2,
        )
        stranger = f"employee-{self.employee_sibling.id}"
        for role in ("coordinator", "director"):
            insights = self._as(self.env["ict.insights"], role)
            for key in KEYS:
                read = insights.insight_read(key)
                self.assertLessEqual(
                    {int(one) for one in read["names"]["schools"]}, {self.own.id}, key
                )
                self.assertNotIn(stranger, str(read), key)
                self.assertNotIn(self.member_sibling.name, str(read), key)
            self.assertEqual(insights.insight_list()["schools"], 1)
        for role in ("hr", "manager"):
            insights = self._as(self.env["ict.insights"], role)
            self.assertEqual(insights.insight_list()["schools"], 2)
            self.assertIn(stranger, str(insights.insight_read("workload")))
            for key in KEYS:
                self.assertNotIn(self.other.name, str(insights.insight_read(key)), key)

    def test_a_total_over_schools_is_for_who_reads_them_all(self):
        bert = f"employee-{self.employee_group.id}"
        whole = self._row("manager", "workload", person=bert)
        self.assertEqual((whole.hours, whole.status), (Hours(7), "free"))
        self.assertEqual(whole.school_ids, (self.own.id, self.sibling.id))
        part = self._row("director", "workload", person=bert)
        self.assertEqual((part.hours, part.status), (Hours(3), "elsewhere"))
        self.assertEqual(part.allocation_ids, (self.here.id,))
        self.assertIsNone(part.available)

    def test_own_tasks_elsewhere_do_not_slip_in(self):
        """The rules let everybody read the own tasks, also in other schools."""
        self.employee_group.user_id = self.users["director"]
        readable = self._as(self.env["ict.allocation"], "director").search([])
        self.assertIn(self.there, readable)
        row = self._row(
            "director", "workload", person=f"employee-{self.employee_group.id}"
        )
        self.assertEqual(row.allocation_ids, (self.here.id,))

    def test_companies_in_use_only(self):
        insights = self.env["ict.insights"].with_user(self.users["manager"])
        insights = insights.with_context(allowed_company_ids=self.sibling.ids)
        for row in insights._insight("workload", insights._scope()).rows:
            self.assertLessEqual(set(row.school_ids), {self.sibling.id})
            self.assertNotIn(self.here.id, row.allocation_ids)

    def test_only_the_two_readers_can_be_called(self):
        model = self.env["ict.insights"].with_user(self.users["manager"])
        for name in ("_scope", "_insight", "_tables", "_names"):
            self.assertTrue(hasattr(model, name))
            with self.assertRaises(AccessError):
                get_public_method(model, name)

    # --- queries ---

    def test_one_scope_is_asked_once(self):
        insights = self._as(self.env["ict.insights"], "director")
        scope = insights._scope()
        found = insights._insight("workload", scope)
        self.assertTrue(found.rows)
        with self.assertQueryCount(0):
            self.assertEqual(insights._insight("workload", scope), found)

    def test_queries_do_not_grow_with_the_schools(self):
        many = self.env["res.company"].create(
            [{"name": f"School {n}", "parent_id": self.group.id} for n in range(12)]
        )
        self.users["manager"].company_ids |= many
        for school in many:
            for kind in ("current", "target"):
                overview = self._new_overview(school, kind)
                self._allocate(overview.line_ids[0], self.member_group, 1)

        def queries(schools):
            insights = (
                self.env["ict.insights"]
                .with_user(self.users["manager"])
                .with_context(allowed_company_ids=schools.ids)
            )
            return self._queries(insights.insight_list)

        # what the rules say of a user and its companies is remembered
        queries(many[:2])
        queries(many)
        few = queries(many[:2])
        self.assertEqual(few, queries(many))
        self.assertLess(few, 40)
