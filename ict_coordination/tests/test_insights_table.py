# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Each insight on a small group whose answer can be read off."""

import doctest
import importlib
import pkgutil

from odoo.tests import tagged

from odoo.addons.ict_coordination import insights
from odoo.addons.ict_coordination.insights import KEYS
from odoo.addons.ict_coordination.workbook import Hours

from .insights_facts import Allocation
from .insights_samples import UNSEEN, Group
from .insights_stored import StoredGroups


@tagged("-at_install", "post_install")
class TestInsightsTable(StoredGroups):
    def test_doctests(self):
        tried = 0
        for found in pkgutil.iter_modules(insights.__path__, f"{insights.__name__}."):
            result = doctest.testmod(importlib.import_module(found.name))
            self.assertEqual(result.failed, 0, found.name)
            tried += result.attempted
        self.assertGreater(tried + doctest.testmod(insights).attempted, 5)

    def test_tables_speak(self):
        """Every insight in words, with its threshold in the rule; also of nothing."""
        says = {"common_needs": "7", "key_people": "8", "expertise": "9"}
        group = Group("A", need_schools=7, key_tasks=8, experts=9)
        self.store(group.facts)
        for key in KEYS:
            [table] = self.insights._tables([key], self.insights._scope())
            self.assertEqual(table.key, key)
            self.assertIn(says.get(key, ""), table.rule)
            texts = ("title", "question", "rule", "summary", "empty")
            for text in (getattr(table, name) for name in texts):
                self.assertTrue(text, key)
                self.assertNotIn("%", text, key)

    # --- common needs ---

    def test_common_needs(self):
        group = Group("A", "B", "C")
        vacancy = group.member("Vacancy", kind="vacancy")
        parents = group.member("Parents", 3, kind="sounding_board")
        jan = group.member("Jan", 2)
        group.line(1, people=[(vacancy, 4)])
        group.line(2)
        group.line(3, level="group", people=[(parents, None)])
        group.line(1, kind="target", priority="short", people=[(vacancy, 3)])
        group.line(2, kind="target", priority="long", people=[(jan, None)])
        (need,) = self.rows_of("common_needs", group)
        self.assertEqual(need.school_ids, (1, 2, 3))
        self.assertEqual((need.short_ids, need.long_ids), ((1,), (2,)))
        self.assertEqual(need.group_ids, (3,))
        self.assertEqual(need.asked, Hours(3, 1))
        self.assertEqual(need.not_asked_ids, (3,))
        self.assertEqual(need.line_ids, (1, 2, 3, 4, 5))

    def test_no_need(self):
        for name, target in (
            ("done by an archived person", {}),
            ("not applicable in the target", {"applicable": False}),
        ):
            group = Group("A", "B")
            gone = group.member("Jan", active=False)
            group.line(1, people=[] if target else [(gone, None)])
            group.line(2)
            group.line(1, kind="target", **target)
            self.assertFalse(self.rows_of("common_needs", group), name)

    def test_short_term_needs_first(self):
        group = Group("A", "B", "C")
        for school in (1, 2, 3):
            group.line(school, 11)
        for school in (1, 2):
            group.line(school, 12)
            group.line(school, 21)
        group.line(2, 21, "target", priority="short")
        found = [row.task_id for row in self.rows_of("common_needs", group)]
        self.assertEqual(found, [21, 11, 12])

    def test_schools_without_a_sheet_are_named(self):
        group = Group("A")
        group.school("B", current=False)
        group.school("C", target=False)
        group.school("Group", current=False, target=False, is_group=True)
        self.store(group.facts)
        scope = self.insights._scope()
        for key in KEYS:
            insight = self.insights._insight(key, scope)
            self.assertEqual(self._back(insight.without_sheet), (2,), key)

    # --- overlap and scale ---

    def _teams(self, *hours, **thresholds):
        group = Group(*"ABCDE"[: len(hours)], **thresholds)
        for school, one in enumerate(hours, 1):
            member = group.member(f"Person {school}", school)
            group.line(school, level="school", people=[(member, one)])
        return group

    def test_overlap(self):
        group = self._teams(2, None, 1.5)
        shared = group.member("Bert")
        group.members.append(type(group.members[0])(9, "Bert", "Bert", school_id=2))
        vacancy = group.member("Vacancy", kind="vacancy")
        group.line(1, 12, level="school", people=[(shared, 1), (vacancy, 9)])
        group.line(2, 12, level="school", people=[(9, 2)])
        group.line(3, 12, level="school", people=[(3, 2)])
        second, first = self.rows_of("overlap", group)[::-1]
        self.assertEqual((first.task_id, second.task_id), (12, 11))
        self.assertEqual(second.hours, Hours(3.5, 1))
        self.assertEqual(first.hours, Hours(5))
        self.assertEqual(first.persons, ("Bert", "Person 3"))
        self.assertEqual(first.shared_persons, ("Bert",))

    def test_overlap_of_level_school_only(self):
        group = self._teams(1, 1, overlap_schools=3)
        group.school("Group", is_group=True)
        boss = group.member("Boss", 3)
        group.line(3, level="school", people=[(boss, 1)])
        self.assertFalse(self.rows_of("overlap", group))

    def test_scale_benefit_shows_its_formula(self):
        (row,) = self.rows_of("scale_benefits", self._teams(2, None, 1.5, 4, 0))
        self.assertEqual(row.teams, ((4, 4), (1, 2), (3, 1.5)))
        self.assertEqual((row.smallest, row.together, row.above), (1.5, 7.5, 3))
        self.assertEqual(row.above, row.together - len(row.teams) * row.smallest)
        self.assertEqual(row.not_counted_ids, (2, 5))
        group = self._teams(2, 4, 6, 8)
        second = group.member("Second", 4)
        group.allocations.append(Allocation(9, 4, second))
        (row,) = self.rows_of("scale_benefits", group)
        self.assertEqual((row.together, row.not_counted_ids), (12, (4,)))
        self.assertFalse(self.rows_of("scale_benefits", self._teams(2, 2, 2.5)))
        self.assertFalse(self.rows_of("scale_benefits", self._teams(2, None, 9)))

    # --- agreements ---

    def test_mandate_gaps(self):
        group = Group("A", "B", "C")
        jan, an = group.member("Jan"), group.member("An")
        again = group.member("Jan", UNSEEN)
        vacancy = group.member("Vacancy", kind="vacancy")
        every = ("decides", "executes", "contact")
        cases = (
            ([(jan, 1, *every)], None),
            ([(jan, 1, *every), (again, 1, "decides")], None),
            ([(jan, 1, "decides", "contact"), (an, 1, "executes")], None),
            ([(jan, 1, *every), (an, 1, "decides")], ("deciders",)),
            ([(jan, 1, "executes")], ("no_decider", "no_contact")),
            (
                [(jan, 1, "executes"), (vacancy, 1, *every)],
                ("no_decider", "no_contact"),
            ),
            ([(jan, 1, "decides", "contact")], ("no_executor",)),
            ([(vacancy, 1)], None),
            ([], None),
        )
        places = [(school, task) for school in (1, 2, 3) for task in (11, 12, 21)]
        expected = {}
        for (school, task), (people, gaps) in zip(places, cases, strict=True):
            line = group.line(school, task, people=people)
            for gap in gaps or ():
                expected.setdefault(task, {}).setdefault(gap, []).append(line)
        found = {
            row.task_id: {gap: list(lines) for gap, lines in row.gaps}
            for row in self.rows_of("mandate_gaps", group)
        }
        self.assertEqual(found, expected)

    def test_level_disagreement(self):
        group = Group("A", "B", "C", "D")
        group.school("Group", is_group=True)
        for school, level in enumerate(
            ("school", "school", "group", None, "shared"), 1
        ):
            group.line(school, level=level)
        group.line(1, 12, level="school")
        group.line(2, 12, level="group", applicable=False)
        (row,) = self.rows_of("level_disagreement", group)
        self.assertEqual(row.chosen, (("school", (1, 2)), ("group", (3,))))
        self.assertEqual((row.undecided_ids, row.minority), ((4,), 1))
