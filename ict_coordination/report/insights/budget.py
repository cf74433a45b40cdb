"""Hours against the budget: what each school, and the group itself, has agreed."""

from collections import defaultdict

from odoo import models

from ...insights import Insight
from ...insights.rows import BudgetRow
from ...workbook.hours import Hours, round_hours
from .done import done
from .people import hours_of

#: What is to be said of a budget, in the order in which a manager would act.
STATUSES = ("over", "no_budget", "perhaps", "within")


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _insight_school_budget(self, scope):
        """Return the schools with a current sheet: who goes over the budget first."""
        shown = [one.id for one in scope.by_name if "current" in one.sheets]
        budgets = self._budgets(shown)
        teams = self._budget_teams(scope)
        agreed = self._budget_agreed(scope, teams)
        nobody = (None, (), ())
        rows = [
            _budget_row(
                school,
                budgets.get(school),
                *teams.get(school, nobody)[:2],
                agreed.get(school, ()),
            )
            for school in shown
        ]
        rows.sort(key=_urgency)
        return Insight("school_budget", tuple(rows), scope.without("current"))

    def _budgets(self, school_ids):
        """Return ``{school id: hours a week, or None}``."""
        companies = self.env["res.company"]
        query = companies._search([("id", "in", school_ids)])
        found = query.select(
            companies._field_to_sql(companies._table, "id", query),
            companies._field_to_sql(companies._table, "ict_hours_budget", query),
        )
        # the form shows an empty number as 0: no school has agreed to spend nothing
        return {
            school: hours or None for school, hours in self.env.execute_query(found)
        }

    def _budget_teams(self, scope):
        """Return ``{school id: (hours available, ids of the team, ids that count)}``.

        What a sounding board does is no work, and does not count.
        """
        found = self.env.execute_query(
            scope.sql(
                """
                SELECT school_id, SUM(hours_available) FILTER (WHERE active)::float8,
                    ARRAY_AGG(id ORDER BY id) FILTER (WHERE active),
                    ARRAY_AGG(id) FILTER (WHERE member_type <> 'sounding_board')
                FROM member GROUP BY school_id
                """
            )
        )
        return {
            school: (available, team or (), counted or ())
            for school, available, team, counted in found
        }

    def _budget_agreed(self, scope, teams):
        """Return ``{school id: [what one funding pays]}``.

        Each is (funding id, hours, without hours, allocation ids).
        """
        counted = [one for _hours, _team, ids in teams.values() for one in ids]
        agreed = defaultdict(list)
        for school, *paid in self.env.execute_query(
            scope.sql(
                """
                , %s
                SELECT school_id, funding_id, SUM(hours)::float8, SUM(unknown),
                    ARRAY_AGG(id)
                FROM done GROUP BY school_id, funding_id
                """,
                done(scope, counted),
            )
        ):
            agreed[school].append(paid)
        return agreed


def _budget_row(school, budget, available, team, agreed):
    """Return the row of one school, of what was found for each of its fundings."""
    given, total, without, allocation_ids = [], 0.0, 0, []
    for funding, known, unknown, behind in agreed:
        given.append((funding, hours_of(known, unknown)))
        total += known
        without += unknown
        allocation_ids += behind
    given.sort(key=lambda one: (-one[1].known, -one[1].unknown_count, one[0] or 0))
    hours = Hours(total, without)
    budget = None if budget is None else round_hours(budget)
    # of each funding others: none is there twice
    allocation_ids.sort()
    return BudgetRow(
        school_id=school,
        hours=hours,
        by_funding=tuple(given),
        budget=budget,
        difference=None if budget is None else round_hours(budget - hours.known),
        available=None if available is None else round_hours(available),
        school_ids=(school,),
        allocation_ids=tuple(allocation_ids),
        member_ids=tuple(team),
    )


def budget_status(row):
    """Return which of :data:`STATUSES` a row has."""
    if row.budget is None:
        return "no_budget"
    if row.difference < 0:
        return "over"
    return "perhaps" if row.hours.unknown_count else "within"


def _urgency(row):
    # most hours over the budget, or least left; without a budget: most agreed
    return (
        STATUSES.index(budget_status(row)),
        row.difference if row.budget is not None else -row.hours.known,
    )
