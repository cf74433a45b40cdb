# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What the insights read from the database: the reader's own rights, few queries."""

from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.service.model import get_public_method
from odoo.tests import tagged

from odoo.addons.ict_coordination.insights import INSIGHTS
from odoo.addons.ict_coordination.workbook import Hours

from .common import IctCase


@tagged("-at_install", "post_install")
class TestInsightsFacts(IctCase):
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

    def _facts(self, role, **options):
        return self._as(self.env["ict.insights"], role)._facts(**options)

    def _row(self, role, key, **values):
        rows = self._as(self.env["ict.insights"], role)._insights([key])[key].rows
        found = [
            row
            for row in rows
            if all(getattr(row, name) == value for name, value in values.items())
        ]
        self.assertLessEqual(len(found), 1)
        return found[0] if found else None

    # --- what is read ---

    def test_facts_are_the_records(self):
        current = self.sheets[self.own, "current"]
        unknown = self._allocate(
            self._line(current, "technical_02"),
            self.member_own,
            decides=True,
            executes=False,
        )
        self._line(current, "technical_03").applicable = False
        target = self._line(self.sheets[self.own, "target"])
        target.write({"priority": "short", "level": "group"})
        self.member_own.write({"role": "coordinator", "active": False})
        facts = self._facts("manager")
        allocations = {one.id: one for one in facts.allocations}
        self.assertEqual(allocations.keys(), {self.here.id, self.there.id, unknown.id})
        self.assertEqual(allocations[self.here.id].hours, 3)
        self.assertIsNone(allocations[unknown.id].hours)
        self.assertTrue(allocations[unknown.id].decides)
        self.assertFalse(allocations[unknown.id].executes)
        lines = self.env["ict.overview.line"].concat(
            *(sheet.line_ids for sheet in self.sheets.values())
        )
        self.assertEqual(
            {
                (one.id, one.school_id, one.kind, one.task_id, one.applicable,
                 one.level or False, one.priority or False)
                for one in facts.lines
            },
            {
                (one.id, one.company_id.id, one.kind, one.task_id.id, one.applicable,
                 one.level, one.priority)
                for one in lines
            },
        )  # fmt: skip
        ranked = sorted(facts.tasks, key=lambda one: one.rank)
        self.assertEqual([one.id for one in ranked], lines.task_id.sorted().ids)
        (archived,) = [one for one in facts.members if one.id == self.member_own.id]
        self.assertFalse(archived.active)
        self.assertEqual(archived.role, "coordinator")
        self.assertEqual(archived.person, f"employee-{self.employee_own.id}")
        self.assertFalse(self._facts("manager", kinds=()).lines)

    def test_sheets_in_force_and_of_a_year(self):
        older = self._new_overview(
            self.own, "current", "archived", school_year="2025-2026"
        )
        schools = {one.id: one for one in self._facts("manager").schools}
        own = schools[self.own.id]
        self.assertEqual(own.current, self.sheets[self.own, "current"].id)
        self.assertEqual(own.target, self.sheets[self.own, "target"].id)
        self.assertTrue(schools[self.group.id].is_group)
        self.assertIsNone(schools[self.group.id].current)
        before = self._facts("manager", year="2025-2026")
        self.assertEqual({line.id for line in before.lines}, set(older.line_ids.ids))
        result = self._as(self.env["ict.insights"], "manager")._insights(
            ["common_needs"], "2025-2026"
        )
        self.assertEqual(result["common_needs"].without_sheet, (self.sibling.id,))

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
        competency = self.env["ict.competency"].create(
            {
                "name": "Lays cables",
                "cluster_id": self._line(
                    self.sheets[self.own, "current"]
                ).cluster_id.id,
                "skill_ids": [Command.set(kind.skill_ids.ids)],
            }
        )
        for employee, since in ((self.employee_own, 1), (self.employee_group, -9)):
            self.env["hr.employee.skill"].create(
                {
                    "employee_id": employee.id,
                    "skill_id": kind.skill_ids.id,
                    "skill_level_id": kind.skill_level_ids.id,
                    "skill_type_id": kind.id,
                    "valid_from": today - timedelta(days=since),
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
        for key in INSIGHTS:
            with self.assertRaises(AccessError):
                self._as(self.env["ict.insights"], "teacher")._insights([key])

    def test_role_counts_in_the_own_school_only(self):
        for role in ("coordinator", "director"):
            facts = self._facts(role)
            self.assertEqual({one.id for one in facts.schools}, {self.own.id})
            self.assertEqual({one.school_id for one in facts.lines}, {self.own.id})
            self.assertEqual([one.id for one in facts.allocations], [self.here.id])
            self.assertLessEqual(
                {one.school_id for one in facts.members}, {self.own.id, self.group.id}
            )
        for role in ("hr", "manager"):
            facts = self._facts(role)
            self.assertEqual(
                {one.id for one in facts.schools},
                {self.own.id, self.sibling.id, self.group.id},
            )
            self.assertNotIn(self.other.id, {one.school_id for one in facts.members})

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
        facts = self._facts("director")
        self.assertEqual([one.id for one in facts.allocations], [self.here.id])

    def test_companies_in_use_only(self):
        insights = self.env["ict.insights"].with_user(self.users["manager"])
        facts = insights.with_context(allowed_company_ids=self.sibling.ids)._facts()
        self.assertEqual({one.id for one in facts.schools}, {self.sibling.id})
        self.assertEqual([one.id for one in facts.allocations], [self.there.id])

    def test_no_client_can_call_it(self):
        model = self.env["ict.insights"].with_user(self.users["manager"])
        for name in ("_facts", "_insights", "_facts_members"):
            self.assertTrue(hasattr(model, name))
            with self.assertRaises(AccessError):
                get_public_method(model, name)

    # --- queries ---

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
            return self._queries(insights._insights)

        # what the rules say of a user and its companies is remembered
        queries(many[:2])
        queries(many)
        few = queries(many[:2])
        self.assertEqual(few, queries(many))
        self.assertLess(few, 20)
