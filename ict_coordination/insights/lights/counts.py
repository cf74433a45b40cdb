# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What the lights of a school are lit by: plain numbers, counted by the database."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...workbook.hours import Hours


@dataclass(frozen=True, slots=True)
class SheetCounts:
    """A sheet in force: how many of its tasks somebody decided about.

    A task is decided when it is not applicable, when somebody is on it, when a level
    was chosen, or in a target a priority.
    """

    id: int
    state: str
    school_year: str
    tasks: int = 0
    decided: int = 0

    @property
    def left(self) -> int:
        """How many tasks nobody decided about."""
        return self.tasks - self.decided

    @property
    def handed_in(self) -> bool:
        """Whether nobody has to wait for it: approved, or all tasks decided.

        >>> SheetCounts(1, "draft", "2026-2027", 67, 66).handed_in
        False
        """
        return self.state == "active" or not self.left


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolCounts:
    """All that the lights of one school need, of its sheets in force.

    :param today_year: the school year of today
    :param open: tasks that apply and that nobody does; of these ``open_core`` are
        core and ``open_short`` short term in the target
    :param single: tasks that one person alone does
    :param over: people of this school whose tasks take more hours than they have
    :param no_available: people with tasks whose available hours nobody filled in
    :param without_hours: tasks with somebody on it whose hours are unknown
    :param mandate_gaps: tasks that somebody does without a decider (``no_decider``)
        or without a contact (``no_contact``)
    :param hours: hours a week on the current sheet, those of vacancies too
    :param budget: hours a week that the school may spend; None: not filled in
    :param todo: changes from the current situation to the target that are not reached
    :param planned: of these, with an activity; ``overdue``: with one past its date
    :param reached: lines on which all is as the target wants
    :param rhythms: visits and consultation that come back; ``overdue_contact``: of
        these, past their date; ``next_contact``: the first date to come, ISO
    :param deadline_passed: overviews should have been filled in before today
    """

    current: SheetCounts | None = None
    target: SheetCounts | None = None
    is_group: bool = False
    today_year: str = ""
    open: int = 0
    open_core: int = 0
    open_short: int = 0
    single: int = 0
    single_core: int = 0
    over: int = 0
    no_available: int = 0
    without_hours: int = 0
    mandate_gaps: int = 0
    no_decider: int = 0
    no_contact: int = 0
    hours: Hours = field(default_factory=Hours)
    budget: float | None = None
    todo: int = 0
    planned: int = 0
    overdue: int = 0
    reached: int = 0
    rhythms: int = 0
    overdue_contact: int = 0
    next_contact: str = ""
    deadline_passed: bool = False

    @property
    def late(self) -> bool:
        """Whether the deadline passed and the current situation is not filled in.

        A group needs no overview of its own.

        >>> SchoolCounts(deadline_passed=True).late
        True
        >>> SchoolCounts(deadline_passed=True, is_group=True).late
        False
        """
        if not self.deadline_passed:
            return False
        if self.current is None:
            return not self.is_group
        return not self.current.handed_in
