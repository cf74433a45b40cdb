# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Whatever a group looks like: the insights equal the plain ones, and hold together."""

import os
from dataclasses import fields, replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.insights import INSIGHTS, compute

from . import insights_plain, insights_plain_people
from .insights_samples import any_facts, shuffled, without_school

EXAMPLES = int(os.environ.get("ICT_HYPOTHESIS_EXAMPLES") or 20)
quick = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck)
)
thorough = settings(quick, max_examples=EXAMPLES * 3)


def cents(hours):
    return round(hours.known * 100), hours.unknown_count


PEOPLE = ("key_people", "anchor_points", "expertise", "workload")

#: the columns that the plain computation gives too
COLUMNS = {
    "common_needs": lambda row: (
        row.task_id,
        set(row.school_ids),
        set(row.short_ids),
        cents(row.asked),
        set(row.not_asked_ids),
    ),
    "overlap": lambda row: (
        row.task_id,
        set(row.school_ids),
        set(row.persons),
        set(row.shared_persons),
        cents(row.hours),
    ),
    "scale_benefits": lambda row: (
        row.task_id,
        sorted(round(hours * 100) for _school, hours in row.teams),
        round(row.smallest * 100),
        round(row.above * 100),
        set(row.not_counted_ids),
    ),
    "key_tasks": lambda row: (row.task_id, set(row.alone)),
    "key_people": lambda row: (
        row.person,
        row.left,
        set(row.line_ids),
        set(row.shared_line_ids),
        cents(row.hours),
    ),
    "anchor_points": lambda row: (
        row.person,
        row.named,
        set(row.line_ids),
        set(row.competency_ids),
        cents(row.hours),
    ),
    "expertise": lambda row: (
        row.cluster_id,
        row.competency_id,
        set(row.does),
        set(row.can),
        row.few,
    ),
    "workload": lambda row: (
        row.person,
        row.status,
        cents(row.hours),
        None if row.available is None else round(row.available * 100),
    ),
    "mandate_gaps": lambda row: (
        row.line_ids[0],
        set(row.gaps),
        set(row.deciders),
    ),
    "level_disagreement": lambda row: (
        row.task_id,
        {level: set(schools) for level, schools in row.chosen},
        set(row.undecided_ids),
        row.minority,
    ),
    "plan": lambda row: (row.school_id, row.task_id, set(row.changes), row.priority),
}


@tagged("-at_install", "post_install")
class TestInsightsAnything(BaseCase):
    @thorough
    @given(any_facts())
    def test_as_the_plain_computation(self, facts):
        for key, insight in compute(facts).items():
            found = [COLUMNS[key](row) for row in insight.rows]
            module = insights_plain_people if key in PEOPLE else insights_plain
            self.assertCountEqual(found, getattr(module, key)(facts), key)

    @quick
    @given(any_facts(), st.randoms(use_true_random=False))
    def test_the_order_of_input_changes_nothing(self, facts, random):
        self.assertEqual(compute(shuffled(facts, random)), compute(facts))

    @quick
    @given(any_facts())
    def test_every_row_leads_to_records(self, facts):
        known = {
            "school_ids": {one.id for one in facts.schools},
            "line_ids": {one.id for one in facts.lines if one.applicable},
            "allocation_ids": {one.id for one in facts.allocations},
            "member_ids": {one.id for one in facts.members},
        }
        for key, insight in compute(facts).items():
            if key == "plan":
                # what is dropped has a line that is not applicable
                known["line_ids"] = {one.id for one in facts.lines}
            for row in insight.rows:
                for name, all_ids in known.items():
                    found = getattr(row, name)
                    self.assertLessEqual(set(found), all_ids, (key, name))
                    self.assertEqual(sorted(set(found)), list(found), (key, name))
                # a competency that nobody has is the one thing without a record
                self.assertTrue(row.line_ids or row.member_ids or key == "expertise")
            missing = "plan" if key == "plan" else "current"
            for school in facts.schools:
                lacks = school.current is None or (
                    missing == "plan" and school.target is None
                )
                self.assertEqual(
                    school.id in insight.without_sheet,
                    lacks and not school.is_group,
                )

    @quick
    @given(any_facts())
    def test_one_more_school_never_removes_a_need(self, facts):
        for key in ("common_needs", "overlap"):
            whole = {row.task_id: row for row in compute(facts, [key])[key].rows}
            for school in facts.schools:
                fewer = compute(without_school(facts, school.id), [key])[key]
                for row in fewer.rows:
                    more = whole[row.task_id]
                    self.assertLessEqual(set(row.line_ids), set(more.line_ids))

    @quick
    @given(any_facts())
    def test_nobody_is_counted_twice(self, facts):
        results = compute(facts)
        for key in ("key_people", "anchor_points", "workload"):
            people = [row.person for row in results[key].rows]
            self.assertEqual(len(people), len(set(people)), key)
        for row in results["workload"].rows:
            parts = [part.hours for part in row.parts]
            self.assertEqual(sum(parts, start=0) or row.hours, row.hours)
        seen = [one for row in results["workload"].rows for one in row.allocation_ids]
        self.assertEqual(len(seen), len(set(seen)))
        for row in results["overlap"].rows:
            self.assertEqual(len(row.persons), len(set(row.persons)))

    @quick
    @given(any_facts())
    def test_what_is_not_applicable_counts_nowhere(self, facts):
        gone = {one.id for one in facts.lines if not one.applicable}
        emptied = replace(
            facts,
            allocations=tuple(
                one for one in facts.allocations if one.line_id not in gone
            ),
        )
        self.assertEqual(compute(emptied), compute(facts))

    @quick
    @given(any_facts())
    def test_unknown_hours_never_become_a_number(self, facts):
        unknown = replace(
            facts,
            allocations=tuple(replace(one, hours=None) for one in facts.allocations),
        )
        for key, insight in compute(unknown).items():
            for row in insight.rows:
                for field in fields(row):
                    value = getattr(row, field.name)
                    if hasattr(value, "unknown_count"):
                        self.assertEqual(value.known, 0, key)
        self.assertFalse(compute(unknown)["scale_benefits"].rows)
        for row in compute(unknown)["workload"].rows:
            if row.allocation_ids:
                self.assertNotIn(row.status, ("over", "free", "full"))

    def test_every_insight_is_compared(self):
        self.assertEqual(set(COLUMNS), set(INSIGHTS))
