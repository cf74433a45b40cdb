"""Workload in words: the table of what was found."""

from functools import cache

from odoo import models

from ...insights import Badge, Column, Records, Table, TableRow
from ...insights.rows import STATUSES
from ...workbook.hours import format_hours

TONES = {
    "over": "danger",
    "left": "danger",
    "no_available": "warning",
    "perhaps": "warning",
    "free": "success",
    "elsewhere": "info",
    "full": "",
}


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _table_workload(self, scope, insight):
        counts, empty = (
            dict.fromkeys(STATUSES, 0),
            self.env._("Nobody has tasks or hours yet."),
        )
        for row in insight.rows:
            counts[row.status] += 1
        return Table(
            key="workload",
            title=self.env._("Workload"),
            question=self.env._(
                "Who has too much to do, and who has hours left for a task?"
            ),
            rule=self.env._(
                "Hours a week of each person over all schools that you may see, beside "
                "the hours available for ICT. Too much: more than %(over)s above "
                "these. Free: at least %(free)s left, and no task without hours. "
                "Tasks without hours are counted apart and never as 0.",
                over=format_hours(scope.thresholds.overload_hours, self.env.lang),
                free=format_hours(scope.thresholds.free_hours, self.env.lang),
            ),
            summary=(
                self.env._(
                    "Too much: %(over)s of %(people)s people; hours left: %(free)s; "
                    "not certain as hours are missing: %(missing)s.",
                    over=counts["over"],
                    people=len(insight.rows),
                    free=counts["free"],
                    missing=counts["no_available"] + counts["perhaps"],
                )
                if insight.rows
                else empty
            ),
            tone=(
                "danger"
                if counts["over"] or counts["left"]
                else "warning"
                if counts["no_available"] or counts["perhaps"]
                else "success"
                if insight.rows
                else "muted"
            ),
            empty=empty,
            columns=self._load_columns(),
            rows=self._load_rows(insight),
            without_sheet=insight.without_sheet,
        )

    def _load_columns(self):
        return (
            Column("person", self.env._("Person"), "person"),
            Column("status", self.env._("Load"), "badges"),
            Column(
                "hours",
                self.env._("Hours"),
                "hours",
                self.env._(
                    "Hours a week of all tasks now, over all schools that you see."
                ),
            ),
            Column(
                "available",
                self.env._("Available"),
                "hours_plain",
                self.env._("Hours a week for ICT, of all teams. Empty: not filled in."),
            ),
            Column(
                "difference",
                self.env._("Left"),
                "hours_plain",
                self.env._(
                    "Available minus hours. With tasks without hours beside it, at "
                    "most this is left."
                ),
            ),
            Column("schools", self.env._("Schools"), "schools"),
            Column("clusters", self.env._("Clusters"), "clusters"),
        )

    def _load_rows(self, insight):
        _, language = self.env._, self.env.lang
        labels = {
            "over": self.env._("Too much"),
            "left": self.env._("Left"),
            "no_available": self.env._("Available unknown"),
            "perhaps": self.env._("Hours missing"),
            "free": self.env._("Hours left"),
            "elsewhere": self.env._("Elsewhere too"),
            "full": self.env._("Fully planned"),
        }
        badges = {key: [Badge(label, TONES[key])] for key, label in labels.items()}
        # translated once: a large group has thousands of rows
        details = {
            "over": self.env._("%(hours)s too much"),
            "left": self.env._("left, and still on sheets for %(hours)s"),
            "no_available": self.env._("%(hours)s, available hours not filled in"),
            "perhaps": self.env._("%(hours)s, perhaps too much"),
            "free": self.env._("%(hours)s left"),
            "elsewhere": self.env._("%(hours)s here, perhaps more elsewhere"),
            "full": self.env._("%(hours)s, fully planned"),
        }
        records = (
            (self.env._("Tasks"), "ict.allocation"),
            (self.env._("Team members"), "ict.team.member"),
            (self.env._("Without available hours"), "ict.team.member"),
        )
        # the same hours come back thousands of times too
        of_hours = cache(lambda hours: hours.format(language))
        of_difference = cache(lambda hours: format_hours(hours, language))
        alone = _Alone()
        rows = []
        for row in insight.rows:
            said = (
                of_difference(abs(row.difference))
                if row.status in ("over", "free")
                else of_hours(row.hours)
            )
            found = (row.allocation_ids, row.member_ids, row.missing_ids)
            schools = dict.fromkeys([part.school_id for part in row.parts])
            clusters = dict.fromkeys([part.cluster_id for part in row.parts])
            rows.append(
                TableRow(
                    id=row.person,
                    tone=TONES[row.status],
                    detail=details[row.status] % {"hours": said},
                    cells={
                        "person": row.person,
                        "status": badges[row.status],
                        "hours": row.hours,
                        "available": row.available,
                        "difference": row.difference,
                        "schools": list(schools),
                        "clusters": list(clusters),
                    },
                    records=tuple(
                        [
                            Records(*words, of_row)
                            for words, of_row in zip(records, found, strict=True)
                            if of_row
                        ]
                    ),
                    parts=tuple(
                        [
                            {
                                "hours": part.hours,
                                "schools": alone[part.school_id],
                                "clusters": alone[part.cluster_id],
                            }
                            for part in row.parts
                        ]
                    ),
                )
            )
        return tuple(rows)


class _Alone(dict):
    """``{id: [id]}``: each list once, however many parts have it."""

    def __missing__(self, one):
        self[one] = [one]
        return self[one]
