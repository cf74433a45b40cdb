# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Who does and who can do what: anchor points, and expertise by competency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..workbook.hours import Hours
from .facts import DOERS, Competency
from .index import Index, Person, hours_of
from .result import Insight, Row, Rule, behind, ids


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorRow(Row):
    """Somebody at a school who is not a coordinator, with tasks or fitting skills.

    :param named: the role says anchor point already
    :param cluster_ids: clusters of the tasks done and of the competencies shown
    :param competency_ids: competencies that the skills show
    :param hours: hours a week of the tasks done now
    """

    person: str
    named: bool
    cluster_ids: tuple[int, ...]
    competency_ids: tuple[int, ...]
    hours: Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpertiseRow(Row):
    """A competency, or with ``competency_id`` None all of a cluster.

    :param does: keys of who does its tasks now, by name
    :param can: keys of who has a skill that shows it, by name
    :param few: fewer people do or can do it than the threshold
    """

    cluster_id: int
    competency_id: int | None
    task_id: int | None
    importance: str | None
    does: tuple[str, ...]
    can: tuple[str, ...]
    few: bool


def anchor_points(index: Index) -> Insight:
    """Return possible anchor points; who is not named as one yet comes first."""
    asked = _asked(index)
    rows = []
    for key, person in index.people.items():
        if (
            not person.active
            or person.kind != "employee"
            or "coordinator" in person.roles
        ):
            continue
        done = index.done_by.get(key, [])
        if not person.at_school:
            continue  # who works for the group only is no anchor point of a school
        shown = [one for one in asked if one.skill_ids & person.skill_ids]
        if not done and not shown:
            continue
        tasks = [index.tasks.get(line.task_id) for line, _one in done]
        rows.append(
            AnchorRow(
                person=key,
                named="anchor" in person.roles,
                cluster_ids=ids(
                    [
                        *(task.cluster_id for task in tasks if task),
                        *(one.cluster_id for one in shown),
                    ]
                ),
                competency_ids=ids(one.id for one in shown),
                hours=hours_of(one for _line, one in done),
                **_behind(index, done, [person]),
            )
        )
    rows.sort(
        key=lambda row: (
            row.named,
            not (row.line_ids and row.competency_ids),
            -len(row.line_ids),
            -len(row.competency_ids),
        )
    )
    return Insight(
        "anchor_points",
        Rule.of(
            "Employees of a school, no ICT coordinators, who do at least one task now, "
            "or have a skill that shows a competency. Archived people are left out."
        ),
        tuple(rows),
        index.without("current"),
    )


def expertise(index: Index) -> Insight:
    """Return who does and can do what: first what is required and few people can."""
    minimum = index.thresholds.experts
    asked = _asked(index)
    active = {
        key: one
        for key, one in index.people.items()
        if one.active and one.kind in DOERS
    }
    done_in = _done_in(index, active)
    rows = []
    for cluster in sorted(index.clusters.values(), key=lambda one: (one.rank, one.id)):
        of_cluster = [one for one in asked if one.cluster_id == cluster.id]
        skills = frozenset().union(*(one.skill_ids for one in of_cluster))
        for wanted in (None, *of_cluster):
            fitting = wanted.skill_ids if wanted else skills
            place = (cluster.id, wanted.task_id if wanted else None)
            done = done_in.get(place, [])
            does = index.persons_of(one for _line, one in done)
            can = tuple(key for key, one in active.items() if one.skill_ids & fitting)
            rows.append(
                ExpertiseRow(
                    cluster_id=cluster.id,
                    competency_id=wanted.id if wanted else None,
                    task_id=place[1],
                    importance=wanted.importance if wanted else None,
                    does=does,
                    can=can,
                    few=len({*does, *can}) < minimum,
                    **_behind(index, done, (active[key] for key in {*does, *can})),
                )
            )
    rows.sort(
        key=lambda row: (
            not row.few,
            row.importance == "preferred",
            len({*row.does, *row.can}) if row.few else 0,
        )
    )
    return Insight(
        "expertise",
        Rule.of(
            "Who does the tasks now, and who has a skill that shows the competency; "
            "archived people are left out. Fewer than %(people)s people is a gap and "
            "comes first, what is required before what is preferred.",
            people=minimum,
        ),
        tuple(rows),
        index.without("current"),
    )


def _asked(index: Index) -> list[Competency]:
    """Return the competencies that ask something, as in the catalogue."""
    return sorted(
        (one for one in index.facts.competencies if one.importance != "not_required"),
        key=lambda one: (
            one.task_id is not None,
            index.task_order(one.task_id) if one.task_id is not None else (),
            one.id,
        ),
    )


def _done_in(index, active):
    """Return ``{(cluster, task or None): [(line, allocation)]}`` of active people."""
    found = {}
    for key in active:
        for line, one in index.done_by.get(key, []):
            task = index.tasks.get(line.task_id)
            if task:
                for task_id in (None, task.id):
                    found.setdefault((task.cluster_id, task_id), []).append((line, one))
    return found


def _behind(index, done, people: Iterable[Person]):
    """Return the ids of what was done, and the memberships of ``people`` in use.

    The schools are those of the tasks and those where the people are members.
    """
    members = [one for person in people for one in person.members if one.active]
    found = behind(
        [line for line, _one in done],
        [one for _line, one in done],
        [one.id for one in members],
    )
    schools = [one.school_id for one in members if one.school_id in index.schools]
    return found | {"school_ids": ids([*found["school_ids"], *schools])}
