# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Whatever a group looks like: the insights equal the plain ones, and hold together."""

import os
from dataclasses import fields, replace

from hypothesis import HealthCheck, given, settings

from odoo.tests import tagged

from odoo.addons.ict_coordination.insights import KEYS

from . import insights_plain, insights_plain_people
from .insights_samples import any_facts, without_school
from .insights_stored import StoredGroups

EXAMPLES = int(os.environ.get("ICT_HYPOTHESIS_EXAMPLES") or 8)
thorough = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck)
)
quick = settings(thorough, max_examples=max(EXAMPLES // 4, 2))


def cents(hours):
    return round(hours.known * 100), hours.unknown_count


#: an expertise that nobody has leads to no record
WITHOUT = ("expertise",)
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
        row.task_id,
        {gap: set(lines) for gap, lines in row.gaps},
    ),
    "level_disagreement": lambda row: (
        row.task_id,
        {level: set(schools) for level, schools in row.chosen},
        set(row.undecided_ids),
        row.minority,
    ),
}


@tagged("-at_install", "post_install")
class TestInsightsAnything(StoredGroups):
    @thorough
    @given(any_facts())
    def test_as_the_plain_computation(self, facts):
        if not facts.schools:
            return
        facts = self.store(facts)
        known = {
            "school_ids": {one.id for one in facts.schools},
            "line_ids": {one.id for one in facts.lines},
            "allocation_ids": {one.id for one in facts.allocations},
            "member_ids": {one.id for one in facts.members},
        }
        without = tuple(
            one.id for one in facts.schools if not (one.current or one.is_group)
        )
        scope = self.insights._scope()
        for key in COLUMNS:
            insight = self.insights._insight(key, scope)
            rows = self._back(insight.rows)
            found = [COLUMNS[key](row) for row in rows]
            module = insights_plain_people if key in PEOPLE else insights_plain
            self.assertCountEqual(found, getattr(module, key)(facts), key)
            self.assertEqual(self._back(insight.without_sheet), without, key)
            for row in rows:
                for name, all_ids in known.items():
                    behind = getattr(row, name)
                    self.assertLessEqual(set(behind), all_ids, (key, name))
                    self.assertEqual(sorted(set(behind)), list(behind), (key, name))
                # a competency that nobody has is the one thing without a record
                self.assertTrue(row.line_ids or row.member_ids or key in WITHOUT)

    @quick
    @given(any_facts())
    def test_one_more_school_never_removes_a_need(self, facts):
        for school in facts.schools[:2]:
            keys = ("common_needs", "overlap")
            self.store(facts)
            whole = {key: self._by_task(key) for key in keys}
            self.store(without_school(facts, school.id))
            for key in keys if len(facts.schools) > 1 else ():
                for task, lines in self._by_task(key).items():
                    self.assertLessEqual(lines, whole[key][task])

    def _by_task(self, key):
        return {row.task_id: set(row.line_ids) for row in self.rows(key)}

    @quick
    @given(any_facts())
    def test_nobody_is_counted_twice(self, facts):
        if not facts.schools:
            return
        self.store(facts)
        for key in ("key_people", "anchor_points", "workload"):
            people = [row.person for row in self.rows(key)]
            self.assertEqual(len(people), len(set(people)), key)
        loads = self.rows("workload")
        for row in loads:
            parts = [part.hours for part in row.parts]
            self.assertEqual(sum(parts, start=0) or row.hours, row.hours)
        seen = [one for row in loads for one in row.allocation_ids]
        self.assertEqual(len(seen), len(set(seen)))
        for row in self.rows("overlap"):
            self.assertEqual(len(row.persons), len(set(row.persons)))

    @quick
    @given(any_facts())
    def test_unknown_hours_never_become_a_number(self, facts):
        if not facts.schools:
            return
        self.store(
            replace(
                facts,
                allocations=tuple(
                    replace(one, hours=None) for one in facts.allocations
                ),
            )
        )
        for key in COLUMNS:
            for row in self.rows(key):
                for field in fields(row):
                    value = getattr(row, field.name)
                    if hasattr(value, "unknown_count"):
                        self.assertEqual(value.known, 0, key)
        self.assertFalse(self.rows("scale_benefits"))
        for row in self.rows("workload"):
            if row.allocation_ids:
                self.assertNotIn(row.status, ("over", "free", "full"))

    def test_every_insight_is_compared(self):
        self.assertEqual({*COLUMNS, "school_budget"}, set(KEYS))
