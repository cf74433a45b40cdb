"""The coverage map against a plain computation on generated school groups."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.fields import Command
from odoo.tests import tagged

from .common import IctCase
from .coverage_map_plain import TASKS, YEARS, groups, plain_cell, plain_choice

SETTINGS = settings(
    deadline=None,
    derandomize=True,
    max_examples=6,
    suppress_health_check=list(HealthCheck),
    database=None,
)


@tagged("post_install", "-at_install")
class TestCoverageMap(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.third = cls.env["res.company"].create(
            {"name": "School C", "parent_id": cls.group.id}
        )
        cls.users["manager"].company_ids |= cls.third
        cls.schools = cls.own, cls.sibling, cls.third
        cls.shared = cls.env["ict.task"].search([("company_id", "=", False)])[:TASKS]
        cls.shared[1].is_core = True
        cls.own_task = cls.env["ict.task"].create(
            {
                "name": "Only here",
                "cluster_id": cls.shared[0].cluster_id.id,
                "company_id": cls.own.id,
                "sequence": 9999,
            }
        )
        cls.tasks = [*cls.shared, cls.own_task]
        member = cls.env["ict.team.member"]
        partner, vacancy, gone = member.create(
            [
                {"name": name, "member_type": kind, "company_id": cls.group.id}
                for name, kind in (
                    ("Firm", "partner"),
                    ("Wanted", "vacancy"),
                    ("Gone", "partner"),
                )
            ]
        )
        cls.people = [cls.member_group, partner, vacancy, gone]
        cls.doers = {0, 1, 3}
        # who left stays in what was agreed then
        gone.action_archive()
        cls.shared[2].action_archive()
        cls.env.flush_all()

    def _create(self, spec):
        """Write one generated sheet to the database, and note its ids."""
        overview = self._new_overview(
            self.schools[spec.school],
            spec.kind,
            spec.state,
            school_year=spec.year,
            line_ids=[
                Command.create(
                    {
                        "task_id": self.tasks[index].id,
                        "applicable": line.applicable,
                        "level": line.level,
                        "priority": line.priority,
                        "allocation_ids": [
                            Command.create(
                                {
                                    "member_id": self.people[member].id,
                                    "hours": hours or 0,
                                    "certainty": "unknown"
                                    if hours is None
                                    else "exact",
                                }
                            )
                            for member, hours in line.people.items()
                        ],
                    }
                )
                for index, line in spec.lines.items()
            ],
        )
        spec.id = overview.id
        by_task = {line.task_id: line.id for line in overview.line_ids}
        spec.ids = {index: by_task[self.tasks[index]] for index in spec.lines}

    def _plain_sheet(self, spec):
        if spec is None:
            return None
        cells = {
            str(self.tasks[index].id): plain_cell(spec.ids[index], line, self.doers)
            for index, line in spec.lines.items()
        }
        return {
            "id": spec.id,
            "state": spec.state,
            "school_year": spec.year,
            "hours": sum(cell[3] for cell in cells.values()),
            "unknown": sum(cell[4] for cell in cells.values()),
            "cells": cells,
        }

    def _check(self, specs, year, role, schools):
        answer = self._as(self.env["ict.coverage.map"], role).map_read(year=year)
        readable = [spec for spec in specs if spec.school in schools]
        shown = set()
        for school in answer["schools"]:
            if school["id"] == self.group.id:
                expected = dict.fromkeys(("current", "target"))
            else:
                place = [one.id for one in self.schools].index(school["id"])
                self.assertIn(place, schools)
                chosen = {
                    kind: plain_choice(readable, place, kind, year)
                    for kind in ("current", "target")
                }
                expected = {
                    kind: self._plain_sheet(one) for kind, one in chosen.items()
                }
                for one in filter(None, chosen.values()):
                    shown |= set(one.lines)
            self.assertEqual(school["sheets"], expected)
        self.assertEqual(
            [task["id"] for task in answer["tasks"]],
            [self.tasks[index].id for index in sorted(shown)],
        )
        self.assertEqual(
            answer["years"], sorted({spec.year for spec in readable}, reverse=True)
        )
        self.assertEqual(answer["year"], year)
        for task in answer["tasks"]:
            self.assertEqual(task["core"], task["id"] == self.shared[1].id)
            is_own = task["id"] == self.own_task.id
            self.assertEqual(task["own"], self.own.id if is_own else False)

    @SETTINGS
    @given(groups, st.sampled_from([False, *YEARS]))
    def test_as_counted_by_hand(self, specs, year):
        savepoint = self.env.cr.savepoint()
        try:
            for spec in specs:
                self._create(spec)
            self.env.flush_all()
            self._check(specs, year, "manager", {0, 1, 2})
            self._check(specs, year, "director", {0})
        finally:
            savepoint.close(rollback=True)
            self.env.invalidate_all()

    def test_answer_is_json_and_in_the_language_of_the_reader(self):
        self.env["res.lang"]._activate_lang("nl_BE")
        self._new_overview(self.own)
        maps = self._as(self.env["ict.coverage.map"], "manager")
        dutch = maps.with_context(lang="nl_BE").map_read()
        english = maps.map_read()
        self.assertEqual(
            dutch["tasks"][0]["name"],
            self.env["ict.task"]
            .browse(dutch["tasks"][0]["id"])
            .with_context(lang="nl_BE")
            .name,
        )
        self.assertNotEqual(dutch["clusters"], english["clusters"])
        labels = {s["id"]: s["type_label"] for s in english["schools"]}
        self.assertEqual(labels[self.own.id], "Primary education")

    def test_queries_do_not_grow_with_the_schools(self):
        def queries(schools):
            maps = (
                self.env["ict.coverage.map"]
                .with_user(self.users["manager"])
                .with_context(allowed_company_ids=schools.ids)
            )
            lines = self.env["ict.overview.line"].search(
                [("company_id", "in", schools.ids)]
            )
            return (
                self._queries(maps.map_read),
                self._queries(lambda: maps.map_people(lines.ids)),
            )

        many = self.env["res.company"].create(
            [
                {"name": f"School {number}", "parent_id": self.group.id}
                for number in range(12)
            ]
        )
        self.users["manager"].company_ids |= many
        for school in many:
            overview = self._new_overview(school)
            self._allocate(overview.line_ids[0], self.member_group, 1)
        # what the rules say of a user and its companies is remembered
        queries(many[:2])
        queries(many)
        few = queries(many[:2])
        self.assertEqual(few, queries(many))
        self.assertLess(sum(few), 20)
