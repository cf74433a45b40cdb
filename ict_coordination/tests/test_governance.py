"""Mandates by default, and the teams of all schools as a reader may see them."""

import json

from odoo.exceptions import AccessError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, tagged

from .common import IctCase

#: role → the schools on the page: own (A), sibling (B), the group (G)
SCHOOLS = {"coordinator": "A", "director": "A", "hr": "GAB", "manager": "GAB"}


@tagged("post_install", "-at_install")
class TestGovernance(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.companies = {"A": cls.own, "B": cls.sibling, "G": cls.group}
        cls.technical = cls.env.ref("ict_coordination.cluster_technical")
        cls.policy = cls.env.ref("ict_coordination.cluster_policy")
        cls.sheet = cls._new_overview(cls.own, state="active")
        cls.sibling_sheet = cls._new_overview(cls.sibling)
        cls.member_own.role = "director"
        cls.member_group.role = "coordinator"
        cls.env.flush_all()

    def _agree(self, company, member, *names, cluster=None):
        return self.env["ict.mandate"].create(
            {
                "company_id": company.id,
                "cluster_id": (cluster or self.technical).id,
                "member_id": member.id,
                **{name: name in names for name in self._names()},
            }
        )

    @staticmethod
    def _names():
        return ("decides", "executes", "steers", "contact")

    def _held(self, allocation):
        return [name for name in self._names() if allocation[name]]

    def _read(self, role):
        governance = self._as(self.env["ict.governance"], role)
        return governance.governance_read()

    def _unit(self, role, company):
        units = {unit["id"]: unit for unit in self._read(role)["units"]}
        return units[company.id]

    def _finding(self, role, company, key):
        found = {one["key"]: one for one in self._unit(role, company)["findings"]}
        return found[key]

    # --- mandates by default ---

    def test_a_new_task_starts_with_what_was_agreed(self):
        self._agree(self.group, self.member_group, "decides", "contact")
        self._agree(self.own, self.member_group, "steers")
        self._agree(self.own, self.member_own, "decides", cluster=self.policy)
        here = self._line(self.sheet)
        # the school goes before its group
        self.assertEqual(
            self._held(self._allocate(here, self.member_group)), ["steers"]
        )
        there = self._allocate(self._line(self.sibling_sheet), self.member_group)
        self.assertEqual(self._held(there), ["decides", "contact"])
        # agreed for another cluster only
        self.assertEqual(
            self._held(self._allocate(here, self.member_own)), ["executes"]
        )
        # whoever says something is not overruled
        said = self._allocate(
            self._line(self.sheet, "technical_02"), self.member_group, executes=True
        )
        self.assertEqual(self._held(said), ["executes"])
        # through the personnel file
        policy = self._line(self.sheet, "policy_01")
        named = self.env["ict.allocation"].create(
            {"line_id": policy.id, "employee_id": self.employee_own.id}
        )
        self.assertEqual(self._held(named), ["decides"])

    def test_forms_and_the_grid_start_with_it_too(self):
        self._agree(self.own, self.member_own, "decides", "steers")
        line = self._line(self.sheet)
        view = "ict_coordination.ict_overview_line_view_form"
        with Form(line, view=view) as form, form.allocation_ids.new() as row:
            row.member_id = self.member_own
            self.assertTrue(row.decides)
            self.assertFalse(row.executes)
        self.assertEqual(self._held(line.allocation_ids), ["decides", "steers"])
        self._agree(self.sibling, self.member_sibling, "decides", "steers")
        other = self._line(self.sibling_sheet)
        edit = {
            "key": "k",
            "line": other.id,
            "member": self.member_sibling.id,
            "text": "2",
        }
        [result] = self.sibling_sheet.grid_write([edit], "here")["results"]
        self.assertEqual(result["status"], "saved", result)
        self.assertEqual(other.allocation_ids.hours, 2)
        self.assertEqual(self._held(other.allocation_ids), ["decides", "steers"])

    def test_many_at_once_cost_one_query_more(self):
        def create(code_from):
            lines = self.sheet.line_ids.filtered("applicable")
            lines = lines[code_from : code_from + 10]
            self.env["ict.allocation"].create(
                [
                    {"line_id": line.id, "member_id": member.id}
                    for line in lines
                    for member in (self.member_own, self.member_group)
                ]
            )

        create(0)
        empty = self._queries(lambda: create(10))
        self._agree(self.own, self.member_own, "decides")
        self._agree(self.group, self.member_group, "steers")
        self.assertLessEqual(self._queries(lambda: create(20)), empty + 1)

    def test_what_cannot_be_agreed(self):
        with self.assertRaises(ValidationError):
            self._agree(self.own, self.member_sibling, "decides")
        with self.assertRaises(ValidationError):
            self._agree(self.own, self.member_own)
        cluster = self.env["ict.cluster"].create(
            {"name": "Of B", "company_id": self.sibling.id}
        )
        with self.assertRaises(ValidationError):
            self._agree(self.own, self.member_own, "decides", cluster=cluster)
        mine = self._agree(self.own, self.member_group, "decides")
        with self.assertRaises(AccessError):
            self._as(mine, "coordinator").company_id = self.sibling
        theirs = self._agree(self.group, self.member_group, "decides")
        with self.assertRaises(AccessError):
            self._as(theirs, "director").decides = False
        self._as(theirs, "manager").steers = True

    # --- who sees what ---

    def test_each_role_sees_its_schools(self):
        self._allocate(self._line(self.sheet), self.member_own, 4, decides=True)
        self._allocate(self._line(self.sibling_sheet), self.member_sibling, 3)
        for role, letters in SCHOOLS.items():
            with self.subTest(role=role):
                answer = self._read(role)
                expected = {self.companies[letter].id for letter in letters}
                self.assertEqual({one["id"] for one in answer["units"]}, expected)
                self.assertEqual(
                    str(self.member_sibling.id) in answer["members"], "B" in letters
                )
                # the team of the group stands above every school
                [group] = answer["groups"]
                self.assertEqual(group["members"], [self.member_group.id])
                # there are no hours here, of nobody
                self.assertNotIn("hours", json.dumps(answer))
        with self.assertRaises(AccessError):
            self._read("teacher")

    def test_who_may_not_edit_gets_no_step(self):
        for role, company, may in (
            ("coordinator", self.own, True),
            ("director", self.own, True),
            ("hr", self.own, False),
            ("manager", self.sibling, True),
        ):
            with self.subTest(role=role):
                anchor = self._finding(role, company, "anchor")
                self.assertEqual(anchor["text"], "No anchor point in this school")
                self.assertTrue(anchor["asks"] and anchor["rule"])
                self.assertEqual(bool(anchor["step"]), may)
        # the coordinator of the group cannot be changed from a school
        self._allocate(self._line(self.sheet), self.member_group)
        self.member_own.team_ids = self.env.ref("ict_coordination.team_policy")
        policy = self._finding("director", self.own, "policy")
        self.assertEqual(policy["message"], "without_coordinator")
        self.assertFalse(policy["step"])
        self.assertTrue(self._finding("manager", self.own, "policy")["step"])

    def test_a_step_solves_what_it_is_about(self):
        for key, values in (
            ("anchor", {"employee_id": self._new_employee("Lies", self.own).id}),
            ("technical", {"employee_id": self._new_employee("Joris", self.own).id}),
            ("sounding_board", {"name": "Parents of A"}),
        ):
            with self.subTest(key=key):
                action = self._finding("coordinator", self.own, key)["step"]["action"]
                self.assertEqual(action["target"], "new")
                model = self._as(self.env[action["res_model"]], "coordinator")
                model.with_context(**action["context"]).create(values)
                self.assertEqual(
                    self._finding("coordinator", self.own, key)["message"], "some"
                )

    # --- what it says ---

    def test_members_of_the_group_count_where_they_work(self):
        self.assertEqual(
            self._finding("director", self.own, "coordinator")["message"], "none"
        )
        self._allocate(self._line(self.sheet), self.member_group)
        found = self._finding("director", self.own, "coordinator")
        self.assertEqual((found["message"], found["text"]), ("some", "Bert De Wit"))
        self.assertEqual(
            self._finding("manager", self.sibling, "coordinator")["message"], "none"
        )

    def test_mandates_of_a_school(self):
        self._agree(self.own, self.member_teacher, "decides")
        for code in ("technical_01", "technical_02"):
            self._allocate(
                self._line(self.sheet, code),
                self.member_own,
                decides=True,
                contact=True,
            )
        [technical] = [
            one
            for one in self._unit("director", self.own)["clusters"]
            if one["id"] == self.technical.id
        ]
        own, teacher = self.member_own.id, self.member_teacher.id
        self.assertEqual(
            technical["holders"]["decides"],
            [
                {"member": own, "tasks": 2, "agreed": False},
                {"member": teacher, "tasks": 0, "agreed": "school"},
            ],
        )
        self.assertEqual((technical["tasks"], technical["gaps"]), (2, []))
        self.assertEqual(
            {(one["kind"], one["member"]) for one in technical["differences"]},
            {("extra", own), ("unused", teacher)},
        )
        found = self._finding("director", self.own, "decides")
        self.assertIn("Policy", found["text"])
        self.assertNotIn("Technical", found["text"])
        self.assertIn("Technical", self._finding("hr", self.own, "differs")["text"])
        # who left decides nothing any more
        self.member_teacher.active = False
        self.assertNotIn(
            "differs",
            [one["key"] for one in self._unit("director", self.own)["findings"]],
        )

    def test_queries_do_not_depend_on_the_number_of_schools(self):
        def read():
            self._read("manager")

        read()
        few = self._queries(read)
        schools = self.env["res.company"].create(
            [{"name": f"School {n}", "parent_id": self.group.id} for n in range(4)]
        )
        self.users["manager"].company_ids = [
            Command.link(school.id) for school in schools
        ]
        for school in schools:
            member = self.env["ict.team.member"].create(
                {
                    "name": "Vacancy",
                    "member_type": "vacancy",
                    "company_id": school.id,
                    "role": "coordinator",
                }
            )
            sheet = self._new_overview(school)
            self._allocate(self._line(sheet), member, 1)
            self._agree(school, member, "decides")
        # who may see the new schools is asked anew once
        warm = min(self._queries(read) for _time in range(3))
        self.assertLessEqual(warm, few)
        self.assertEqual(len(self._read("manager")["units"]), 7)
