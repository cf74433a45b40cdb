# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The facts, looked up: made once, read by every insight.

What counts and what does not is decided here and nowhere else: lines that are not
applicable are left out, vacancies and sounding boards do not do a task, and one human
with several memberships is one person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..workbook.hours import Hours
from .facts import DOERS, Allocation, Facts, Line, Member, School


@dataclass(frozen=True, slots=True)
class Person:
    """One human, with all memberships among the facts.

    :param active: at least one membership is not archived
    :param at_school: has such a membership in a school that is seen, not in a group
    :param elsewhere: has a membership in a school or group that is not among the
        facts, so what is seen here is perhaps not all
    :param skill_ids: of the personnel file
    """

    key: str
    name: str
    kind: str
    active: bool
    at_school: bool
    elsewhere: bool
    members: tuple[Member, ...]
    skill_ids: frozenset[int] = frozenset()

    @property
    def roles(self) -> frozenset[str]:
        """Roles in memberships that are not archived."""
        return frozenset(one.role for one in self.members if one.active and one.role)

    @property
    def member_ids(self) -> tuple[int, ...]:
        return tuple(one.id for one in self.members)


class Index:
    """Read access to :class:`Facts`; nothing in it depends on the order of input."""

    def __init__(self, facts: Facts):
        self.facts = facts
        self.thresholds = facts.thresholds
        self.schools = {one.id: one for one in facts.schools}
        self.tasks = {one.id: one for one in facts.tasks}
        self.clusters = {one.id: one for one in facts.clusters}
        self.members = {one.id: one for one in facts.members}
        self._on_line = defaultdict(list)
        for one in sorted(facts.allocations, key=lambda one: one.id):
            if one.member_id in self.members:
                self._on_line[one.line_id].append(one)

    @cached_property
    def people(self) -> dict[str, Person]:
        """``{key: person}``, by name."""
        memberships = defaultdict(list)
        for member in sorted(self.facts.members, key=lambda one: one.id):
            memberships[member.person].append(member)
        people = []
        for key, members in memberships.items():
            shown = next((one for one in members if one.active), members[0])
            places = {one.school_id for one in members if one.active}
            people.append(
                Person(
                    key,
                    shown.name,
                    shown.kind,
                    bool(places),
                    any(
                        place in self.schools and not self.schools[place].is_group
                        for place in places
                    ),
                    bool(places - self.schools.keys()),
                    tuple(members),
                    frozenset().union(*(one.skill_ids for one in members)),
                )
            )
        return {one.key: one for one in sorted(people, key=lambda p: (p.name, p.key))}

    def lines(self, kind: str) -> list[Line]:
        """Return the lines that count, in the order of the sheets."""
        return self._lines[kind]

    @cached_property
    def _lines(self) -> dict[str, list[Line]]:
        found = {"current": [], "target": []}
        for line in self.facts.lines:
            if line.applicable and line.school_id in self.schools:
                found[line.kind].append(line)
        for lines in found.values():
            lines.sort(key=lambda line: (self.school_order(line.school_id), line.id))
            lines.sort(key=lambda line: self.task_order(line.task_id))
        return found

    @cached_property
    def _by_place(self) -> dict[tuple[int, str, int], Line]:
        return {
            (line.school_id, line.kind, line.task_id): line for line in self.facts.lines
        }

    def line_at(self, school_id: int, kind: str, task_id: int) -> Line | None:
        """Return the line of a task on a sheet, also one that is not applicable."""
        return self._by_place.get((school_id, kind, task_id))

    def task_ids_of(self, school_id: int) -> list[int]:
        """Return the ids of the tasks on any sheet of a school, as in the catalogue."""
        return self._task_ids.get(school_id, [])

    @cached_property
    def _task_ids(self) -> dict[int, list[int]]:
        found = defaultdict(set)
        for line in self.facts.lines:
            found[line.school_id].add(line.task_id)
        return {
            school_id: sorted(tasks, key=self.task_order)
            for school_id, tasks in found.items()
        }

    def by_task(self, lines: Iterable[Line]) -> dict[int, list[Line]]:
        """Return ``{task id: lines}`` in the order of the catalogue."""
        grouped = defaultdict(list)
        for line in lines:
            grouped[line.task_id].append(line)
        return {key: grouped[key] for key in sorted(grouped, key=self.task_order)}

    def school_lines(self, kind: str) -> list[Line]:
        """Return the lines that count of schools, without the sheet of a group."""
        return [
            line
            for line in self.lines(kind)
            if not self.schools[line.school_id].is_group
        ]

    def allocations(self, line: Line) -> list[Allocation]:
        """Return everything on a line: also vacancies and sounding boards."""
        return self._on_line.get(line.id, [])

    def doing(self, line: Line) -> list[Allocation]:
        """Return the allocations of who does the task."""
        return [
            one
            for one in self.allocations(line)
            if self.members[one.member_id].kind in DOERS
        ]

    def person_of(self, allocation: Allocation) -> str:
        """Return the key of the person behind an allocation."""
        return self.members[allocation.member_id].person

    def persons_of(self, allocations: Iterable[Allocation]) -> tuple[str, ...]:
        """Return the keys of the people behind allocations, each once, by name."""
        found = {self.person_of(one) for one in allocations}
        return tuple(sorted(found, key=lambda key: (self.people[key].name, key)))

    @cached_property
    def done_by(self) -> dict[str, list[tuple[Line, Allocation]]]:
        """``{person: what this person does}`` in the current situation."""
        found = defaultdict(list)
        for line in self.lines("current"):
            for one in self.doing(line):
                found[self.person_of(one)].append((line, one))
        return dict(found)

    def without(self, *kinds: str) -> tuple[int, ...]:
        """Return the ids of schools that lack one of the sheets, by name."""
        lacking: list[School] = [
            one
            for one in self.facts.schools
            if not one.is_group and any(getattr(one, kind) is None for kind in kinds)
        ]
        return tuple(
            one.id for one in sorted(lacking, key=lambda one: (one.name, one.id))
        )

    def school_order(self, school_id: int):
        """Sort key: schools by name."""
        return (self.schools[school_id].name, school_id)

    def task_order(self, task_id: int):
        """Sort key: tasks as in the catalogue, unknown ones last."""
        task = self.tasks.get(task_id)
        return (task is None, task.rank if task else 0, task_id)


def hours_of(allocations: Iterable[Allocation]) -> Hours:
    """Return the hours of allocations as known hours and the number without.

    >>> hours_of([Allocation(1, 1, 1, 2.5), Allocation(2, 1, 2, None)])
    Hours(known=2.5, unknown_count=1)
    """
    return Hours.total(one.hours for one in allocations)
