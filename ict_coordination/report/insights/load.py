"""Workload: too much, and hours that are left, per person over all schools."""

from collections import defaultdict

from odoo import models

from ...insights import Insight
from ...insights.result import ids
from ...insights.rows import STATUSES, LoadPart, LoadRow
from ...workbook.hours import round_hours
from .done import done
from .people import hours_of
from .scope import DOERS


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _insight_workload(self, scope):
        """Return the load of everybody with tasks or hours: too much first."""
        people = self._load_people(scope)
        doing = self._load_done(scope, people)
        rows = []
        for row in people:
            parts = doing.get(row["human"])
            if parts or row["available"] is not None:
                rows.append(_load_row(scope, row, parts or ()))
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
                ARRAY_AGG(id) FILTER (WHERE member_type IN %(doers)s) AS doing_ids,
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

    def _load_done(self, scope, people):
        """Return ``{human: [what one membership does in one school and cluster]}``.

        Each is (place of the school by name, place in the catalogue, cluster id,
        member id, hours, without hours, allocation ids), in that order.
        """
        human_of = {one: row["human"] for row in people for one in row["doing_ids"]}
        place = {one.id: at for at, one in enumerate(scope.by_name)}
        found = self.env.execute_query(
            scope.sql(
                """
                , %s
                SELECT member_id, school_id, cluster_id, SUM(hours)::float8,
                    SUM(unknown), ARRAY_AGG(id), MIN(task_sequence)
                FROM done GROUP BY member_id, school_id, cluster_id
                """,
                done(scope, list(human_of)),
            )
        )
        doing = defaultdict(list)
        for member, school, cluster, known, unknown, behind, sequence in found:
            doing[human_of[member]].append(
                (place[school], sequence, cluster, member, known, unknown, behind)
            )
        for parts in doing.values():
            parts.sort()
        return doing


def _load_row(scope, row, doing):
    parts, allocation_ids, member_ids = {}, [], list(row["member_ids"] or ())
    total, without, schools = 0.0, 0, scope.by_name
    for place, _sequence, cluster, member, known, unknown, behind in doing:
        hours = hours_of(known, unknown)
        where = schools[place].id, cluster
        # somebody can do tasks as a member of the school and of the group
        if where in parts:
            hours += parts[where]
        parts[where] = hours
        total += known
        without += unknown
        allocation_ids += behind
        member_ids.append(member)
    hours = hours_of(total, without)
    available = row["available"]
    difference = None
    if available is not None:
        available = round_hours(available)
        difference = round_hours(available - hours.known)
    elsewhere = bool(row["elsewhere"])
    # of each place others: none is there twice
    allocation_ids.sort()
    return LoadRow(
        person=row["key"],
        status=_status(scope.thresholds, row["active"], elsewhere, hours, difference),
        hours=hours,
        available=available,
        difference=difference,
        parts=tuple([LoadPart(*where, hours) for where, hours in parts.items()]),
        missing_ids=ids(row["missing_ids"]),
        elsewhere=elsewhere,
        school_ids=ids([school for school, _cluster in parts]),
        allocation_ids=tuple(allocation_ids),
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
