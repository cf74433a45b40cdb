# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The typed rows of every insight. People are named by a key that is the same text for
the same human in every school: ``employee-7``, ``partner-3`` or ``member-12``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ..workbook.hours import Hours
from .result import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRow(Row):
    """A task and the schools where it is open (``school_ids``).

    :param short_ids: schools whose target calls it short term
    :param long_ids: schools whose target calls it long term
    :param group_ids: schools that already put it at level group or shared
    :param asked: hours a week that the targets of these schools plan for it, those
        of vacancies too
    :param not_asked_ids: schools whose target plans nobody for it, or that have no
        target: nothing is known of the hours that they ask
    """

    task_id: int
    short_ids: tuple[int, ...]
    long_ids: tuple[int, ...]
    group_ids: tuple[int, ...]
    asked: Hours
    not_asked_ids: tuple[int, ...]


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


class LoadPart(NamedTuple):
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

    :param task_id: the task that the competency is tied to; None: all of the cluster
    :param does: keys of who does that task, or tasks of the cluster, now, by name
    :param can: keys of who has a skill that shows it, by name
    :param count: people who show it: who can, and who does the task that it is tied
        to. To do other tasks of the cluster proves no single competency. Of a
        cluster as a whole: who does or can do something of it
    :param few: these are fewer than the threshold
    """

    cluster_id: int
    competency_id: int | None
    task_id: int | None
    importance: str | None
    does: tuple[str, ...]
    can: tuple[str, ...]
    count: int
    few: bool

    @property
    def unproved(self):
        """Whether people do the tasks of whom no skill shows the competency."""
        of_cluster = self.competency_id is not None and self.task_id is None
        return of_cluster and not set(self.does) <= set(self.can)


#: What the mandates of a task may lack, in the order in which a manager would act.
GAPS = ("deciders", "no_executor", "no_decider", "no_contact")


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateRow(Row):
    """A task that somebody does, and what its mandates lack in which schools.

    ``school_ids`` and ``line_ids`` are those with at least one gap.

    :param gaps: (one of :data:`GAPS`, ids of the lines with it), in that order; only
        gaps that occur
    """

    task_id: int
    core: bool
    gaps: tuple[tuple[str, tuple[int, ...]], ...]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetRow(Row):
    """What a school, or the group, does in ICT hours against what it may spend.

    :param hours: hours a week on its current sheet, of people and vacancies
    :param by_funding: (id of the funding or None, hours), most hours first
    :param budget: hours a week that the school may spend; None: not filled in
    :param difference: budget minus known hours; None without a budget. As long as
        some hours are unknown, at most this is left
    :param available: hours a week of its own team, summed over the memberships that
        are not archived; None: filled in nowhere
    """

    school_id: int
    hours: Hours
    by_funding: tuple[tuple[int | None, Hours], ...]
    budget: float | None
    difference: float | None
    available: float | None
