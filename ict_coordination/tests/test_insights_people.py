# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The insights about people on small groups whose answer can be read off."""

from odoo.tests import tagged

from odoo.addons.ict_coordination.workbook import Hours

from .insights_samples import UNSEEN, Group
from .insights_stored import BASE, StoredGroups


@tagged("-at_install", "post_install")
class TestInsightsPeople(StoredGroups):
    def test_key_person_over_several_schools(self):
        group = Group("A", "B", key_tasks=2)
        here, there = group.member("Jan", 1), group.member("Jan", 2)
        other = group.member("An", 1)
        gone = group.member("Luc", 2, active=False)
        group.line(1, 11, people=[(here, 2)])
        group.line(2, 12, people=[(there, None)])
        group.line(1, 12, people=[(here, 1), (other, 1)])
        group.line(2, 21, people=[(gone, 3)])
        luc, jan = self.rows_of("key_people", group)
        self.assertEqual((luc.person, luc.left, luc.line_ids), ("Luc", True, (4,)))
        self.assertEqual((jan.person, jan.left, jan.line_ids), ("Jan", False, (1, 2)))
        self.assertEqual(jan.hours, Hours(2, 1))
        self.assertEqual(jan.core_line_ids, (1,))
        self.assertEqual(jan.shared_line_ids, (3,))
        self.assertEqual(jan.school_ids, (1, 2))

    def test_two_memberships_on_one_line_are_one_person(self):
        group = Group("A")
        people = [(group.member("Jan", 1), 1), (group.member("Jan", UNSEEN), 1)]
        group.line(1, people=people)
        (row,) = self.rows_of("key_tasks", group)
        self.assertEqual(row.alone, ((1, "Jan"),))
        self.assertEqual(row.hours, Hours(2))

    def test_anchor_points(self):
        group = Group("A", "B")
        group.member("Coordinator", role="coordinator", skill_ids=frozenset({1}))
        group.member("Firm", kind="partner", skill_ids=frozenset({1}))
        group.member("Gone", active=False, skill_ids=frozenset({1}))
        group.member("Nothing", skill_ids=frozenset({5}))
        group.member("Of the group", UNSEEN, skill_ids=frozenset({1}))
        group.school("Group", is_group=True)
        helper = group.member("Helper of the group", 3, skill_ids=frozenset({1}))
        group.line(2, people=[(helper, 8)])
        both = group.member("Both", skill_ids=frozenset({3}))
        group.member("Can", 2, skill_ids=frozenset({4}))
        named = group.member("Named", role="anchor")
        group.line(1, people=[(both, None), (named, 1)])
        rows = self.rows_of("anchor_points", group)
        self.assertEqual([row.person for row in rows], ["Both", "Can", "Named"])
        self.assertEqual(rows[0].competency_ids, (2,))
        self.assertEqual(rows[0].hours, Hours(0, 1))
        self.assertEqual(rows[1].cluster_ids, (2,))
        self.assertEqual(rows[1].school_ids, (2,))

    def test_expertise(self):
        group = Group("A")
        jan = group.member("Jan", skill_ids=frozenset({2, 3}))
        group.member("An", skill_ids=frozenset({1}))
        group.member("Gone", active=False, skill_ids=frozenset({4}))
        group.line(1, 12, people=[(jan, 1)])
        rows = self.rows_of("expertise", group)
        found = [(row.cluster_id, row.competency_id, row.few) for row in rows]
        self.assertEqual(
            found, [(2, None, True), (1, 2, True), (2, 3, True), (1, None, False),
                    (1, 1, False)]
        )  # fmt: skip
        by_id = {row.competency_id: row for row in rows if row.competency_id}
        self.assertEqual((by_id[2].does, by_id[2].can), (("Jan",), ("Jan",)))
        self.assertEqual(by_id[1].can, ("An", "Jan"))
        self.assertEqual((by_id[3].does, by_id[3].can), ((), ()))

    def test_a_task_of_the_cluster_proves_no_competency(self):
        group = Group("A")
        group.line(1, 11, people=[(group.member(one), 1) for one in ("An", "Bo")])
        group.line(1, 12, people=[(group.member(one), 1) for one in ("Cas", "Dina")])
        rows = {
            (row.cluster_id, row.competency_id): row
            for row in self.rows_of("expertise", group)
        }
        whole, cabling, devices = (rows[1, one] for one in (None, 1, 2))
        self.assertEqual((whole.count, whole.few), (4, False))
        self.assertEqual((cabling.count, cabling.few), (0, True))
        self.assertEqual(cabling.does, ("An", "Bo", "Cas", "Dina"))
        # this one is tied to the very task that they do
        self.assertEqual((devices.count, devices.few), (2, False))
        self.assertEqual(devices.does, ("Cas", "Dina"))
        [table] = self.insights._tables(["expertise"], self.insights._scope())
        says = {row.id: row for row in table.rows}
        found = says[f"{cabling.cluster_id + BASE}-{cabling.competency_id + BASE}"]
        self.assertEqual(found.tone, "warning")
        self.assertEqual(found.detail, "nobody for “Cabling”, 4 people do the tasks")
        self.assertIn("skill", found.cells["next"])
        self.assertIn("2 of 3 competencies", table.summary)

    def test_workload(self):
        group = Group("A", "B", free_hours=2)
        cases = (
            ("over", [4, 3], 6, True, 1),
            ("over", [4, 3, None], 6, True, 1),
            ("left", [4], 6, False, 1),
            ("no_available", [4], None, True, 1),
            ("perhaps", [4, None], 6, True, 1),
            ("free", [4], 6, True, 1),
            ("full", [4.5], 6, True, 1),
            ("full", [6], 6, True, 1),
            ("free", [], 6, True, 1),
        )
        on_task = {11: [], 12: [], 21: []}
        for name, (_status, hours, available, active, school) in enumerate(cases):
            member = group.member(
                str(name), school, hours_available=available, active=active
            )
            for task, one in zip((11, 12, 21), hours, strict=False):
                on_task[task].append((member, one))
        for task, people in on_task.items():
            group.line(1, task, people=people)
        group.member("no hours and no tasks")
        found = {row.person: row for row in self.rows_of("workload", group)}
        self.assertEqual(len(found), len(cases))
        for name, case in enumerate(cases):
            self.assertEqual(found[str(name)].status, case[0], case)
        self.assertEqual(found["1"].hours, Hours(7, 1))
        self.assertEqual(found["1"].difference, -1)
        self.assertEqual(found["3"].missing_ids, (4,))
        self.assertIsNone(found["3"].difference)
        self.assertEqual(self.rows_of("workload", group)[0].status, "over")

    def test_workload_of_somebody_who_works_elsewhere_too(self):
        group = Group("A", "B")
        places = ((1, 2, 11), (2, 1, 11), (UNSEEN, 20, 12))
        for school, available, task in places:
            member = group.member("Jan", school, hours_available=available)
            group.line(min(school, 2), task, people=[(member, 2)])
        (row,) = self.rows_of("workload", group)
        self.assertEqual((row.status, row.elsewhere), ("elsewhere", True))
        self.assertEqual((row.available, row.hours), (3, Hours(6)))
        group.members.pop()
        group.allocations.pop()
        (row,) = self.rows_of("workload", group)
        self.assertEqual((row.status, row.hours), ("over", Hours(4)))
        self.assertEqual([part.school_id for part in row.parts], [1, 2])
