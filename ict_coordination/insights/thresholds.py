# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""From when on something is worth a row."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What a group sets for itself; the defaults suit a group of some ten schools.

    :param need_schools: schools where a task is open
    :param overlap_schools: schools that do the same task at level school
    :param scale_hours: hours a week above the smallest team
    :param key_tasks: tasks that fall open when one person leaves
    :param experts: people who do or can do what a competency asks; fewer is a gap
    :param free_hours: hours a week that somebody has left
    :param overload_hours: hours a week above those available that are still accepted
    :param deciders: people who may decide on one task
    :param minority: schools that chose another level than most
    """

    need_schools: int = 2
    overlap_schools: int = 3
    scale_hours: float = 1.0
    key_tasks: int = 5
    experts: int = 2
    free_hours: float = 1.0
    overload_hours: float = 0.0
    deciders: int = 1
    minority: int = 1
