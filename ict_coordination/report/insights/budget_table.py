"""Hours against the budget in words: the table of what was found."""

from collections import defaultdict

from odoo import models

from ...insights import Badge, Column, Records, Table, TableRow
from ...insights.result import ids
from ...tools.plain_rows import read_rows
from ...workbook.hours import Hours, format_hours
from .budget import STATUSES, budget_status

#: What is to be said of a budget, in the order in which a manager would act.
TONES = {"over": "danger", "no_budget": "warning", "perhaps": "warning", "within": ""}


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _table_school_budget(self, scope, insight):
        counts = dict.fromkeys(STATUSES, 0)
        for row in insight.rows:
            counts[budget_status(row)] += 1
        fundings = self._fundings(insight)
        empty = self.env._("No school has a current overview yet.")
        return Table(
            key="school_budget",
            title=self.env._("Hours and budget"),
            question=self.env._(
                "Which school has agreed more hours than it may spend?"
            ),
            rule=self.env._(
                "Hours a week on the current overview, of people and vacancies, beside "
                "the budget of ICT hours of the school and the hours available of its "
                "team. Sounding boards do not count. A school without a budget is "
                "named and never counted as 0; nor are tasks without hours."
            ),
            summary=(
                self.env._(
                    "Over the budget: %(over)s of %(schools)s; no budget filled in: "
                    "%(without)s.",
                    over=counts["over"],
                    schools=len(insight.rows),
                    without=counts["no_budget"],
                )
                if insight.rows
                else empty
            ),
            tone=(
                "danger"
                if counts["over"]
                else "warning"
                if counts["no_budget"] or counts["perhaps"]
                else "success"
                if insight.rows
                else "muted"
            ),
            empty=empty,
            columns=self._budget_columns(fundings),
            rows=self._budget_rows(scope, insight, fundings),
            without_sheet=insight.without_sheet,
        )

    def _fundings(self, insight):
        """Return ``{id: name}`` of the fundings in use; None: not filled in."""
        used = {one for row in insight.rows for one, _hours in row.by_funding}
        # whoever reads an allocation reads the name of its funding
        names = read_rows(
            self.env["ict.funding"].sudo().with_context(active_test=False),
            [("id", "in", list(used - {None}))],
            ["id", "name"],
        )
        found = {row["id"]: row["name"] for row in names}
        if None in used:
            found[None] = self.env._("Not filled in")
        return found

    def _budget_columns(self, fundings):
        return (
            Column("school", self.env._("School"), "text"),
            Column("status", self.env._("Budget check"), "badges"),
            Column(
                "hours",
                self.env._("Agreed hours"),
                "hours",
                self.env._(
                    "Hours a week on the current overview, of people and vacancies."
                ),
            ),
            Column(
                "budget",
                self.env._("Budget"),
                "hours_plain",
                self.env._(
                    "Hours a week that the school may spend. Empty: not filled in."
                ),
            ),
            Column(
                "difference",
                self.env._("Left"),
                "hours_plain",
                self.env._(
                    "Budget minus agreed hours. With tasks without hours beside it, at "
                    "most this is left."
                ),
            ),
            Column(
                "available",
                self.env._("Team available"),
                "hours_plain",
                self.env._(
                    "Hours a week of the own team of the school. Empty: not filled in "
                    "for anybody."
                ),
            ),
            *(
                Column(
                    _funding_key(funding),
                    name,
                    "hours",
                    self.env._("Agreed hours for which nobody chose a funding.")
                    if funding is None
                    else self.env._("Agreed hours with this funding."),
                )
                for funding, name in fundings.items()
            ),
        )

    def _budget_rows(self, scope, insight, fundings):
        language = self.env.lang
        names = {one.id: one.name for one in scope.schools}
        labels = {
            "over": self.env._("Over budget"),
            "no_budget": self.env._("No budget filled in"),
            "perhaps": self.env._("Hours missing"),
            "within": self.env._("Within budget"),
        }
        badges = {key: [Badge(label, TONES[key])] for key, label in labels.items()}
        details = {
            "over": self.env._("%(hours)s over the budget"),
            "no_budget": self.env._("no budget filled in, %(hours)s agreed"),
            "perhaps": self.env._("%(hours)s agreed, perhaps over the budget"),
            "within": self.env._("%(hours)s left of the budget"),
        }
        words = [self.env._("Tasks"), self.env._("Team members"), self.env._("Schools")]
        rows = []
        for row in insight.rows:
            status = budget_status(row)
            if status in ("over", "within"):
                said = format_hours(abs(row.difference), language)
            else:
                said = row.hours.format(language)
            records = zip(
                words,
                ("ict.allocation", "ict.team.member", "res.company"),
                (row.allocation_ids, row.member_ids, row.school_ids),
                strict=True,
            )
            rows.append(
                TableRow(
                    id=str(row.school_id),
                    tone=TONES[status],
                    detail=details[status] % {"hours": said},
                    cells={
                        "school": names[row.school_id],
                        "status": badges[status],
                        "hours": row.hours,
                        "budget": row.budget,
                        "difference": row.difference,
                        "available": row.available,
                        **{_funding_key(one): hours for one, hours in row.by_funding},
                    },
                    records=tuple(Records(*one) for one in records if one[2]),
                )
            )
        if len(rows) > 1:
            rows.append(self._budget_total(insight.rows, fundings, details))
        return tuple(rows)

    def _budget_total(self, found, fundings, details):
        """Return the row under all schools that the reader sees, and under no other.

        Budget and difference are those of the schools with a budget: the hours of the
        others would seem to be spent from it.
        """
        budgets = [row for row in found if row.budget is not None]
        available = [row.available for row in found if row.available is not None]
        paid = defaultdict(list)
        for row in found:
            for funding, hours in row.by_funding:
                paid[funding].append(hours)
        left = _sum(row.difference for row in budgets) if budgets else None
        without = len(found) - len(budgets)
        if without:
            detail = (
                self.env._("1 school without a budget is left out of what is left")
                if without == 1
                else self.env._(
                    "%s schools without a budget are left out of what is left", without
                )
            )
        else:
            said = format_hours(abs(left), self.env.lang)
            detail = details["over" if left < 0 else "within"] % {"hours": said}
        return TableRow(
            id="total",
            is_total=True,
            tone="info",
            detail=detail,
            cells={
                "school": self.env._("All %s overviews that you see", len(found)),
                "hours": _total([row.hours for row in found]),
                "budget": _sum(row.budget for row in budgets) if budgets else None,
                "difference": left,
                "available": _sum(available) if available else None,
                **{_funding_key(one): _total(paid[one]) for one in fundings},
            },
            records=(
                Records(
                    self.env._("Schools"),
                    "res.company",
                    ids(row.school_id for row in found),
                ),
            ),
        )


def _funding_key(funding):
    return f"funding_{funding or 'none'}"


def _sum(values):
    return Hours.total(values).known


def _total(several):
    return Hours(
        sum(one.known for one in several), sum(one.unknown_count for one in several)
    )
