# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""A school group as plain values: what Hypothesis makes, and what the plain
computations walk over. ``insights_stored.py`` writes it into the database.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from odoo.addons.ict_coordination.insights import Thresholds

KINDS = ("current", "target")
LEVELS = ("school", "group", "shared")
PRIORITIES = ("short", "long", "none")
MANDATES = ("decides", "executes", "steers", "contact")
#: Member types that are somebody who does a task: not a vacancy, nor a sounding board.
DOERS = ("employee", "partner")


@dataclass(frozen=True, slots=True)
class School:
    """A school, or with ``is_group`` the company of the group itself.

    ``current`` and ``target`` are the ids of the overviews in force; ``None``: the
    school has no such sheet.
    """

    id: int
    name: str
    is_group: bool = False
    current: int | None = None
    target: int | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """A group of tasks; ``rank`` is its place in the catalogue."""

    id: int
    name: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Task:
    """A task of the catalogue; ``rank`` is its place over all clusters."""

    id: int
    name: str
    cluster_id: int
    core: bool = False
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Competency:
    """What a cluster, or one task of it, asks; each of ``skill_ids`` shows it."""

    id: int
    name: str
    cluster_id: int
    task_id: int | None = None
    importance: str = "required"
    skill_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Member:
    """One membership of a school or a group.

    :param person: the same text for the same human in every school
    :param school_id: the school or group of the membership
    :param hours_available: hours a week; ``None``: not filled in, which is not 0
    :param active: False for somebody archived, who may still stand on sheets
    """

    id: int
    person: str
    name: str
    kind: str = "employee"
    school_id: int = 0
    role: str | None = None
    hours_available: float | None = None
    active: bool = True
    skill_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """One task on the sheet in force of one school and kind."""

    id: int
    school_id: int
    kind: str
    task_id: int
    applicable: bool = True
    level: str | None = None
    priority: str | None = None


@dataclass(frozen=True, slots=True)
class Allocation:
    """One member on one line; ``hours`` a week, ``None``: unknown, which is not 0."""

    id: int
    line_id: int
    member_id: int
    hours: float | None = None
    decides: bool = False
    executes: bool = True
    steers: bool = False
    contact: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that was read, in whatever order."""

    schools: tuple[School, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    tasks: tuple[Task, ...] = ()
    competencies: tuple[Competency, ...] = ()
    members: tuple[Member, ...] = ()
    lines: tuple[Line, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
