# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Key-person risk: what only one person does."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ..workbook.hours import Hours
from .index import Index, hours_of
from .result import Insight, Row, Rule, behind


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyTaskRow(Row):
    """A task and the schools where one person alone does it.

    :param alone: (school id, key of the person), by name of the school
    :param persons: keys of these people, each once
    :param hours: hours a week of these people on this task
    """

    task_id: int
    core: bool
    alone: tuple[tuple[int, str], ...]
    persons: tuple[str, ...]
    hours: Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPersonRow(Row):
    """What falls open over all schools if this person leaves.

    ``line_ids`` are the tasks that nobody would do any more.

    :param left: the person is archived and still stands on the sheets: this is not
        a risk but open already
    :param core_line_ids: of these, the core tasks
    :param hours: hours a week of the person on these tasks
    :param shared_line_ids: tasks of the person that others do as well
    """

    person: str
    left: bool
    core_line_ids: tuple[int, ...]
    hours: Hours
    shared_line_ids: tuple[int, ...]


def key_tasks(index: Index) -> Insight:
    """Return the tasks that only one person does, in the most schools first."""
    rows = []
    for task_id, lines in index.by_task(index.lines("current")).items():
        alone = [(line, key) for line in lines if (key := _alone(index, line))]
        if not alone:
            continue
        doing = [one for line, _key in alone for one in index.doing(line)]
        task = index.tasks.get(task_id)
        rows.append(
            KeyTaskRow(
                task_id=task_id,
                core=bool(task and task.core),
                alone=tuple((line.school_id, key) for line, key in alone),
                persons=index.persons_of(doing),
                hours=hours_of(doing),
                **behind([line for line, _key in alone], doing),
            )
        )
    rows.sort(key=lambda row: (not row.core, -len(row.line_ids), -row.hours.known))
    return Insight(
        "key_tasks",
        Rule.of(
            "Only one person does this task in the school. Vacancies and sounding "
            "boards do not count as people. Core tasks come first."
        ),
        tuple(rows),
        index.without("current"),
    )


def key_people(index: Index) -> Insight:
    """Return the people without whom the most falls open, who left already first."""
    alone, shared = defaultdict(list), defaultdict(list)
    for line in index.lines("current"):
        only = _alone(index, line)
        for key in index.persons_of(index.doing(line)):
            (alone if key == only else shared)[key].append(line)
    rows = []
    for key, person in index.people.items():
        lines = alone.get(key, [])
        if not lines or (person.active and len(lines) < index.thresholds.key_tasks):
            continue
        doing = [one for line in lines for one in index.doing(line)]
        rows.append(
            KeyPersonRow(
                person=key,
                left=not person.active,
                core_line_ids=tuple(
                    sorted(line.id for line in lines if _is_core(index, line))
                ),
                hours=hours_of(doing),
                shared_line_ids=tuple(sorted(line.id for line in shared.get(key, []))),
                **behind(lines, doing),
            )
        )
    rows.sort(
        key=lambda row: (
            not row.left,
            -len(row.line_ids),
            -len(row.core_line_ids),
            -row.hours.known,
        )
    )
    return Insight(
        "key_people",
        Rule.of(
            "If this person leaves, at least %(tasks)s tasks over all schools have "
            "nobody any more. Who is archived and still alone on a task is always "
            "named, and first.",
            tasks=index.thresholds.key_tasks,
        ),
        tuple(rows),
        index.without("current"),
    )


def _alone(index, line):
    """Return the key of the only person who does the line, or None."""
    persons = {index.person_of(one) for one in index.doing(line)}
    return persons.pop() if len(persons) == 1 else None


def _is_core(index, line):
    task = index.tasks.get(line.task_id)
    return bool(task and task.core)
