# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Overlap and scale: the same task done by several schools, each for itself."""

from __future__ import annotations

from dataclasses import dataclass

from ..workbook.hours import Hours
from .index import Index, hours_of
from .result import Insight, Row, Rule, behind


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapRow(Row):
    """A task that several schools do at level school, and what pooling would touch.

    ``school_ids``, ``line_ids`` and ``allocation_ids`` are what would change.

    :param persons: keys of the people who do it, each once
    :param shared_persons: of these, who does it in more than one school already
    :param hours: hours a week together
    """

    task_id: int
    persons: tuple[str, ...]
    shared_persons: tuple[str, ...]
    hours: Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleRow(Row):
    """The formula of one task, with its parts.

    ``above = together - len(teams) × smallest``, over the schools in ``teams``.

    :param teams: (school id, hours a week) of each school whose hours are all known
    :param smallest: hours a week of the smallest of these teams
    :param together: hours a week of these teams
    :param above: hours a week above the smallest team: where to look, no promise
    :param not_counted_ids: schools that do the task and of which hours are unknown
        or 0, so that their team cannot be compared
    """

    task_id: int
    teams: tuple[tuple[int, float], ...]
    smallest: float
    together: float
    above: float
    not_counted_ids: tuple[int, ...]


def _own_teams(index: Index):
    """Yield (task id, lines) of what enough schools do at level school."""
    at_school = [
        line
        for line in index.school_lines("current")
        if line.level == "school" and index.doing(line)
    ]
    for task_id, lines in index.by_task(at_school).items():
        if len(lines) >= index.thresholds.overlap_schools:
            yield task_id, lines


def overlap(index: Index) -> Insight:
    """Return the tasks that several schools do, most hours first."""
    rows = []
    for task_id, lines in _own_teams(index):
        doing = [one for line in lines for one in index.doing(line)]
        schools_of = {}
        for line in lines:
            for key in index.persons_of(index.doing(line)):
                schools_of.setdefault(key, set()).add(line.school_id)
        persons = index.persons_of(doing)
        rows.append(
            OverlapRow(
                task_id=task_id,
                persons=persons,
                shared_persons=tuple(k for k in persons if len(schools_of[k]) > 1),
                hours=hours_of(doing),
                **behind(lines, doing),
            )
        )
    rows.sort(
        key=lambda row: (
            -row.hours.known,
            -len(row.school_ids),
            -row.hours.unknown_count,
        )
    )
    return Insight(
        "overlap",
        Rule.of(
            "At least %(schools)s schools do this task at level school, each with "
            "people of its own. Hours are those of who does it now, not of vacancies.",
            schools=index.thresholds.overlap_schools,
        ),
        tuple(rows),
        index.without("current"),
    )


def scale_benefits(index: Index) -> Insight:
    """Return what the schools do in more hours than the smallest team needs."""
    rows = []
    for task_id, lines in _own_teams(index):
        hours = {line.school_id: hours_of(index.doing(line)) for line in lines}
        teams = {
            school_id: one.known
            for school_id, one in hours.items()
            if one.known > 0 and not one.unknown_count
        }
        if len(teams) < max(index.thresholds.overlap_schools, 2):
            continue
        together = Hours.total(teams.values()).known
        smallest = min(teams.values())
        above = Hours(together - len(teams) * smallest).known
        if not above or above < index.thresholds.scale_hours:
            continue
        doing = [one for line in lines for one in index.doing(line)]
        rows.append(
            ScaleRow(
                task_id=task_id,
                teams=tuple(
                    sorted(teams.items(), key=lambda team: (-team[1], team[0]))
                ),
                smallest=smallest,
                together=together,
                above=above,
                not_counted_ids=tuple(sorted(hours.keys() - teams.keys())),
                **behind(lines, doing),
            )
        )
    rows.sort(key=lambda row: (-row.above, -row.together))
    return Insight(
        "scale_benefits",
        Rule.of(
            "At least %(schools)s schools do this task at level school with known "
            "hours. Hours above the smallest team = hours together − number of "
            "schools × hours of the smallest team; shown from %(hours)s hours a week. "
            "Schools differ: this says where to look, not what will be saved.",
            schools=max(index.thresholds.overlap_schools, 2),
            hours=index.thresholds.scale_hours,
        ),
        tuple(rows),
        index.without("current"),
    )
