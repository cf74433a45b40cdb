# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The plan: what changes from the current situation to the target, by priority."""

from __future__ import annotations

from dataclasses import dataclass

from ..workbook.hours import Hours
from .index import Index, hours_of
from .result import Insight, Row, Rule, behind

#: What may change for a task of a school.
CHANGES = ("new", "dropped", "person", "hours", "level")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow(Row):
    """What changes for one task of one school.

    :param changes: of :data:`CHANGES`, in that order; a new or dropped task has that
        one only
    :param priority: of the target; None: undecided
    :param joins: keys of who is on the target only, vacancies too
    :param leaves: keys of who is on the current situation only, vacancies too
    :param current: hours a week now, of people and vacancies
    :param target: hours a week in the target
    :param level_from: level now; None: undecided
    """

    school_id: int
    task_id: int
    changes: tuple[str, ...]
    priority: str | None
    joins: tuple[str, ...]
    leaves: tuple[str, ...]
    current: Hours
    target: Hours
    level_from: str | None
    level_to: str | None


def plan(index: Index) -> Insight:
    """Return all changes: short term first, then by school and catalogue."""
    rows = []
    for school in index.facts.schools:
        if school.current is None or school.target is None:
            continue
        for task_id in index.task_ids_of(school.id):
            row = _row(index, school.id, task_id)
            if row:
                rows.append(row)
    # undecided stands between what has a term and what has none
    order = ("short", "long", None, "none")
    rows.sort(
        key=lambda row: (
            order.index(row.priority),
            index.school_order(row.school_id),
            index.task_order(row.task_id),
        )
    )
    return Insight(
        "plan",
        Rule.of(
            "What is different in the target: a task that is new or dropped, other "
            "people, other hours, another level. A line of the target on which "
            "nothing was filled in says nothing yet. Short term comes first."
        ),
        tuple(rows),
        index.without("current", "target"),
    )


def _row(index, school_id, task_id):
    before = index.line_at(school_id, "current", task_id)
    after = index.line_at(school_id, "target", task_id)
    was, will = _people(index, before), _people(index, after)
    changes = _changes(before, after, was, will)
    if not changes:
        return None
    on_before, on_after = _flat(was), _flat(will)
    return PlanRow(
        school_id=school_id,
        task_id=task_id,
        changes=changes,
        priority=after.priority if after else None,
        joins=index.persons_of(
            one for key in will.keys() - was.keys() for one in will[key]
        ),
        leaves=index.persons_of(
            one for key in was.keys() - will.keys() for one in was[key]
        ),
        current=hours_of(on_before),
        target=hours_of(on_after),
        level_from=before.level if before else None,
        level_to=after.level if after else None,
        **behind(
            [line for line in (before, after) if line],
            [*on_before, *on_after],
        ),
    )


def _people(index, line):
    """Return ``{person: allocations}`` of a line, without sounding boards."""
    found = {}
    if line and line.applicable:
        for one in index.allocations(line):
            if index.members[one.member_id].kind != "sounding_board":
                found.setdefault(index.person_of(one), []).append(one)
    return found


def _flat(people):
    return [one for allocations in people.values() for one in allocations]


def _changes(before, after, was, will):
    is_on = bool(before and before.applicable)
    stays = bool(after and after.applicable)
    if not (is_on and stays):
        return ("new",) if stays else ("dropped",) if is_on else ()
    if not (will or after.level or after.priority):
        return ()
    different = {
        "person": was.keys() != will.keys(),
        "hours": hours_of(_flat(was)) != hours_of(_flat(will))
        or any(hours_of(was[key]) != hours_of(will[key]) for key in was.keys() & will),
        "level": bool(after.level) and after.level != before.level,
    }
    return tuple(change for change in CHANGES if different.get(change))
