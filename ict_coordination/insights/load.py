# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Workload: too much, and hours that are left, per person over all schools."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ..workbook.hours import Hours, round_hours
from .facts import DOERS
from .index import Index, hours_of
from .result import Insight, Row, Rule, behind, ids

#: What is to be said of a load, in the order in which a manager would act.
STATUSES = (
    "over",  # known hours are more than those available
    "left",  # archived, and still on the sheets
    "no_available",  # has tasks; nobody filled in the hours available
    "perhaps",  # within the hours, but some tasks are without hours
    "free",  # hours left from the threshold on
    "elsewhere",  # within what is seen, but perhaps works in schools not seen here
    "full",  # within the hours, and less than the threshold is left
)


@dataclass(frozen=True, slots=True)
class LoadPart:
    """Hours a week of one person in one school and cluster."""

    school_id: int
    cluster_id: int | None
    hours: Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadRow(Row):
    """The load of one person.

    :param status: one of :data:`STATUSES`
    :param hours: hours a week of all tasks in all schools that are seen
    :param available: hours a week, summed over the memberships that are not
        archived; None: not filled in anywhere, which is not 0
    :param difference: available minus known hours; None without available hours. As
        long as some hours are unknown, at most this is left
    :param parts: the hours by school and cluster
    :param missing_ids: memberships without available hours
    :param elsewhere: also member of a school or group that is not seen here
    """

    person: str
    status: str
    hours: Hours
    available: float | None
    difference: float | None
    parts: tuple[LoadPart, ...]
    missing_ids: tuple[int, ...]
    elsewhere: bool


def workload(index: Index) -> Insight:
    """Return the load of everybody with tasks or hours: too much first."""
    rows = []
    for key, person in index.people.items():
        done = index.done_by.get(key, [])
        here = [
            one
            for one in person.members
            if one.active and one.school_id in index.schools
        ]
        given = [one.hours_available for one in here if one.hours_available is not None]
        if person.kind not in DOERS or not (done or given):
            continue
        hours = hours_of(one for _line, one in done)
        available = Hours.total(given).known if given else None
        found = behind(
            [line for line, _one in done],
            [one for _line, one in done],
            [one.id for one in here],
        )
        rows.append(
            LoadRow(
                person=key,
                status=_status(index.thresholds, person, hours, available),
                hours=hours,
                available=available,
                difference=(
                    None if available is None else round_hours(available - hours.known)
                ),
                parts=_parts(index, done),
                missing_ids=ids(one.id for one in here if one.hours_available is None),
                elsewhere=person.elsewhere,
                **found,
            )
        )
    rows.sort(key=_urgency)
    return Insight(
        "workload",
        Rule.of(
            "Hours a week of each person over all schools that you may see, beside "
            "the hours available for ICT. Too much: more than %(over)s hours above "
            "these. Free: at least %(free)s hours left, and no task without hours. "
            "Tasks without hours are counted apart and never as 0.",
            over=index.thresholds.overload_hours,
            free=index.thresholds.free_hours,
        ),
        tuple(rows),
        index.without("current"),
    )


def _status(thresholds, person, hours, available):
    if not person.active:
        return "left"
    if available is None:
        return "elsewhere" if person.elsewhere else "no_available"
    left = round_hours(available - hours.known)
    if person.elsewhere:
        # the hours available of elsewhere are not known: this is not too much yet
        return "elsewhere"
    if -left > thresholds.overload_hours:
        return "over"
    if hours.unknown_count:
        return "perhaps"
    return "free" if left > 0 and left >= thresholds.free_hours else "full"


def _urgency(row):
    size = row.hours.known if row.difference is None else abs(row.difference)
    return (STATUSES.index(row.status), -size, -row.hours.unknown_count)


def _parts(index, done):
    grouped = defaultdict(list)
    for line, one in done:
        task = index.tasks.get(line.task_id)
        grouped[line.school_id, task.cluster_id if task else None].append(one)

    def order(place):
        school_id, cluster_id = place
        cluster = index.clusters.get(cluster_id)
        return (
            index.school_order(school_id),
            cluster is None,
            cluster.rank if cluster else 0,
            cluster_id or 0,
        )

    return tuple(
        LoadPart(*place, hours_of(grouped[place]))
        for place in sorted(grouped, key=order)
    )
