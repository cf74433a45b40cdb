"""Workload: too much, and hours that are left, per person over all schools."""

from collections import defaultdict
from operator import itemgetter

from odoo import models

from ...insights import Badge, Column, Insight, Records, Table, TableRow
from ...insights.result import ids
from ...insights.rows import STATUSES, LoadPart, LoadRow
from ...workbook.hours import format_hours, round_hours
from .people import TASK, hours_of
from .scope import DOERS

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

    def _insight_workload(self, scope):
        """Return the load of everybody with tasks or hours: too much first."""
        schools = sorted(scope.schools, key=lambda one: (one.name, one.id))
        done = self._load_done(scope, {one.id: at for at, one in enumerate(schools)})
        rows = []
        for row in self._load_people(scope):
            parts = done.get(row["human"])
            if parts or row["available"] is not None:
                rows.append(_load_row(scope.thresholds, row, parts or ()))
        rows.sort(key=_urgency)
        return Insight("workload", tuple(rows), scope.without("current"))

    def _load_people(self, scope):
        """Return who can do tasks, by name, with the hours available here."""
        return scope.rows(
            """
            SELECT human, MIN(person) AS key, BOOL_OR(active) AS active,
                BOOL_OR(NOT seen) FILTER (WHERE active) AS elsewhere,
                SUM(hours_available) FILTER (WHERE active AND seen)::float8
                    AS available,
                ARRAY_AGG(id) FILTER (WHERE active AND seen) AS member_ids,
                ARRAY_AGG(id) FILTER (
                    WHERE active AND seen AND hours_available IS NULL
                ) AS missing_ids,
                (ARRAY_AGG(name ORDER BY active DESC, id))[1] AS name
            FROM (
                SELECT *, school_id = ANY(%(schools)s) AS seen FROM member
            ) member
            GROUP BY human
            HAVING (ARRAY_AGG(member_type ORDER BY active DESC, id))[1] IN %(doers)s
            ORDER BY name, key
            """,
            schools=[school.id for school in scope.schools],
            doers=DOERS,
        )

    def _load_done(self, scope, order):
        """Return ``{human: [what one membership does in one school and cluster]}``.

        :param order: ``{school id: place}`` of the parts of somebody
        """
        found = self.env.execute_query(
            scope.sql(
                """
                , %s
                SELECT human, school_id, cluster_id, member_id, SUM(hours)::float8,
                    SUM(unknown), ARRAY_AGG(line_id), ARRAY_AGG(id),
                    MIN(task_sequence)
                FROM task GROUP BY human, member_id, school_id, cluster_id
                """,
                TASK,
            )
        )
        # by school, catalogue and cluster: three times by a number is the fastest
        found.sort(key=itemgetter(2))
        found.sort(key=itemgetter(8))
        found.sort(key=lambda part: order[part[1]])
        done = defaultdict(list)
        for part in found:
            done[part[0]].append(part)
        return done

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
        alone = _Alone()
        rows = []
        for row in insight.rows:
            if row.status in ("over", "free"):
                said = format_hours(abs(row.difference), language)
            else:
                said = row.hours.format(language)
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


def _load_row(thresholds, row, done):
    parts, line_ids, allocation_ids = {}, [], []
    member_ids, known, unknown = row["member_ids"] or [], 0.0, 0
    if done:
        member_ids = [*member_ids, *[part[3] for part in done]]
    for _human, school, cluster, _member, part_known, part_unknown, *found in done:
        hours = hours_of(part_known, part_unknown)
        place = school, cluster
        # somebody can do tasks as a member of the school and of the group
        parts[place] = parts[place] + hours if place in parts else hours
        known += part_known
        unknown += part_unknown
        line_ids += found[0]
        allocation_ids += found[1]
    hours = hours_of(known, unknown)
    available = row["available"]
    difference = None
    if available is not None:
        available = round_hours(available)
        difference = round_hours(available - hours.known)
    elsewhere = bool(row["elsewhere"])
    return LoadRow(
        person=row["key"],
        status=_status(thresholds, row["active"], elsewhere, hours, difference),
        hours=hours,
        available=available,
        difference=difference,
        parts=tuple([LoadPart(*place, hours) for place, hours in parts.items()]),
        missing_ids=ids(row["missing_ids"]),
        elsewhere=elsewhere,
        school_ids=ids([school for school, _cluster in parts]),
        line_ids=ids(line_ids),
        allocation_ids=ids(allocation_ids),
        member_ids=ids(member_ids),
    )


def _status(thresholds, active, elsewhere, hours, difference):
    if not active:
        return "left"
    if elsewhere:
        # the hours available of elsewhere are not known: this is not too much yet
        return "elsewhere"
    if difference is None:
        return "no_available"
    if -difference > thresholds.overload_hours:
        return "over"
    if hours.unknown_count:
        return "perhaps"
    return "free" if difference > 0 and difference >= thresholds.free_hours else "full"


def _urgency(row):
    size = row.hours.known if row.difference is None else abs(row.difference)
    return (STATUSES.index(row.status), -size, -row.hours.unknown_count)
