# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Disagreement on the level: school, group or shared."""

from __future__ import annotations

from dataclasses import dataclass

from .facts import LEVELS
from .index import Index
from .result import Insight, Row, Rule, behind, ids


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRow(Row):
    """A task for which schools chose different levels.

    :param chosen: (level, ids of the schools) of each level that was chosen, most
        schools first
    :param undecided_ids: schools that have the task and chose no level
    :param minority: number of schools that chose another level than most
    """

    task_id: int
    chosen: tuple[tuple[str, tuple[int, ...]], ...]
    undecided_ids: tuple[int, ...]
    minority: int


def level_disagreement(index: Index) -> Insight:
    """Return the tasks on which schools disagree: the largest minority first."""
    threshold = max(index.thresholds.minority, 1)
    rows = []
    for task_id, lines in index.by_task(index.school_lines("current")).items():
        by_level = {
            level: ids(line.school_id for line in lines if line.level == level)
            for level in LEVELS
        }
        chosen = sorted(
            ((level, schools) for level, schools in by_level.items() if schools),
            key=lambda one: -len(one[1]),
        )
        minority = sum(len(schools) for _level, schools in chosen[1:])
        if minority < threshold:
            continue
        rows.append(
            LevelRow(
                task_id=task_id,
                chosen=tuple(chosen),
                undecided_ids=ids(one.school_id for one in lines if not one.level),
                minority=minority,
                **behind(lines),
            )
        )
    rows.sort(key=lambda row: (-row.minority, -len(row.school_ids)))
    return Insight(
        "level_disagreement",
        Rule.of(
            "At least %(schools)s schools chose another level for this task (school, "
            "group, shared) than most schools. Without a level a school is undecided "
            "and counts for none.",
            schools=threshold,
        ),
        tuple(rows),
        index.without("current"),
    )
