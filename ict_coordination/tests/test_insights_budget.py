# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Agreed hours against the budget and the fundings, of whatever group."""

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.fields import Command
from odoo.tests import tagged

from odoo.addons.ict_coordination.workbook import Hours

from .insights_plain_people import school_budget
from .insights_samples import Group, any_facts
from .insights_stored import BASE, StoredGroups

EXAMPLES = int(os.environ.get("ICT_HYPOTHESIS_EXAMPLES") or 8)


def hundredths(value):
    return None if value is None else round(value * 100)


def cents(hours):
    return hundredths(hours.known), hours.unknown_count


@tagged("-at_install", "post_install")
class TestInsightsBudget(StoredGroups):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.fundings = cls.env["ict.funding"].create(
            [{"name": "Points"}, {"name": "Gifts", "active": False}]
        )

    def store_budgets(self, budgets, fundings):
        self.env.cr.execute(
            "UPDATE res_company SET ict_hours_budget = NULL WHERE id >= %s", [BASE]
        )
        for school, budget in budgets.items():
            self.env.cr.execute(
                "UPDATE res_company SET ict_hours_budget = %s WHERE id = %s",
                [budget, BASE + school],
            )
        for allocation, funding in fundings.items():
            self.env.cr.execute(
                "UPDATE ict_allocation SET funding_id = %s WHERE id = %s",
                [funding, BASE + allocation],
            )
        self.env.invalidate_all()

    def table(self):
        [table] = self.insights._tables(["school_budget"], self.insights._scope())
        return table

    @settings(
        max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(any_facts(), st.data())
    def test_as_the_plain_computation(self, facts, data):
        if not facts.schools:
            return
        facts = self.store(facts)
        hours = st.sampled_from([None, 0.25, 10, 60])
        budgets = {one.id: data.draw(hours) for one in facts.schools}
        choices = st.sampled_from([None, *self.fundings.ids])
        fundings = {one.id: data.draw(choices) for one in facts.allocations}
        self.store_budgets(budgets, fundings)
        rows = self.rows("school_budget")
        found = [
            (
                row.school_id,
                cents(row.hours),
                {funding: cents(hours) for funding, hours in row.by_funding},
                hundredths(row.difference),
                hundredths(row.available),
            )
            for row in rows
        ]
        self.assertCountEqual(found, school_budget(facts, budgets, fundings))
        for row in rows:
            self.assertEqual(row.school_ids, (row.school_id,))
            paid = [hours for _funding, hours in row.by_funding]
            self.assertEqual(sum(paid, Hours()), row.hours)

    def some_schools(self):
        group = Group("A", "B", "C", "D")
        jan = group.member("Jan", 1, hours_available=4)
        vacancy = group.member("Nobody yet", 1, kind="vacancy")
        pupils = group.member("Pupils", 1, kind="sounding_board")
        group.line(1, people=[(jan, 3), (vacancy, 2), (pupils, 1)])
        group.line(1, 12, people=[(jan, None)])
        group.line(1, 21, people=[(jan, 9)], applicable=False)
        group.line(2, people=[(group.member("An", 2), 7)])
        group.line(3, people=[(group.member("Bo", 3), 1)])
        group.schools.pop()
        group.school("D", current=False)
        self.store(group.facts)
        points, gifts = self.fundings.ids
        self.store_budgets({1: 6, 3: 0.5, 4: 9}, {1: points, 2: gifts})
        return points, gifts

    def test_over_first_and_no_budget_is_no_zero(self):
        points, gifts = self.some_schools()
        over, without, within = self.rows("school_budget")
        self.assertEqual((over.school_id, over.difference), (3, -0.5))
        self.assertEqual((without.school_id, without.budget), (2, None))
        self.assertIsNone(without.difference)
        self.assertIsNone(without.available)
        self.assertEqual(within.hours, Hours(5, 1))
        self.assertEqual((within.budget, within.difference), (6, 1))
        self.assertEqual(within.available, 4)
        self.assertEqual(
            within.by_funding,
            ((points, Hours(3)), (gifts, Hours(2)), (None, Hours(0, 1))),
        )
        scope = self.insights._scope()
        insight = self.insights._insight("school_budget", scope)
        self.assertEqual(self._back(insight.without_sheet), (4,))

    def test_one_column_per_funding_and_a_total_of_what_is_seen(self):
        self.some_schools()
        table = self.table()
        labels = [column.label for column in table.columns]
        self.assertEqual(labels[-3:], ["Points", "Gifts", "Not filled in"])
        self.assertIn("no budget filled in: 1", table.summary)
        self.assertEqual(table.rows[1].cells["status"][0].text, "No budget filled in")
        total = table.rows[-1]
        self.assertEqual(total.cells["school"], "All 3 overviews that you see")
        self.assertEqual(total.cells["hours"], Hours(13, 1))
        self.assertEqual((total.cells["budget"], total.cells["difference"]), (6.5, 0.5))
        self.assertEqual(total.cells["available"], 4)
        self.assertIn("1 school without a budget", total.detail)

    def test_no_total_for_who_reads_one_school(self):
        self.some_schools()
        self.reader.ict_school_ids = [Command.set([BASE + 1])]
        self.env.invalidate_all()
        [row] = self.table().rows
        self.assertEqual(row.id, str(BASE + 1))
        self.assertEqual(row.cells["hours"], Hours(5, 1))
