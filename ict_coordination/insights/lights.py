# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The traffic lights of a school: what asks for attention, and what to do next.

A light says what is left to do. It never says how good a school is: there is no total
and no order of schools. Green means that nothing has to be done now.

Sentences have no place here: a light names its ``message`` and the numbers in it, and
``report/start/words.py`` says it in the language of the reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..workbook.hours import Hours

#: keys of the lights, in the order of the screen
LIGHTS = ("sheets", "filled", "open", "single", "load", "mandates", "budget", "plan")

#: light → the messages that it can have
MESSAGES = {
    "sheets": (
        *("none", "group_none", "draft", "complete", "other_year"),
        *("no_target", "target_draft", "active"),
    ),
    "filled": ("unknown", "late", "to_fill", "target_to_fill", "filled"),
    "open": ("unknown", "urgent", "open", "none"),
    "single": ("unknown", "core", "single", "none"),
    "load": ("unknown", "over", "without_hours", "no_available", "fits"),
    "mandates": ("unknown", "gaps", "none"),
    "budget": ("unknown", "no_budget", "over", "perhaps", "within"),
    "plan": ("unknown", "no_target", "empty", "overdue", "to_plan", "planned", "same"),
}

#: what an action opens
ACTIONS = ("overview", "lines", "new", "plan", "team", "insight")


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


@dataclass(frozen=True, slots=True)
class Action:
    """The next thing to do.

    :param kind: of :data:`ACTIONS`: what opens
    :param message: what it says on the button
    :param number: the number in it
    :param overview: the sheet that it is about
    :param of: kind of a new sheet, or key of an insight
    """

    kind: str
    message: str
    number: int = 0
    overview: int | None = None
    of: str = ""


@dataclass(frozen=True, slots=True)
class Light:
    """One light. ``tone``: danger, warning, success or muted (nothing is known)."""

    key: str
    tone: str
    message: str
    numbers: Mapping[str, int | float | str | Hours] = field(default_factory=dict)
    action: Action | None = None


def lights_of(counts: SchoolCounts) -> tuple[Light, ...]:
    """Return the lights of a school, in the order of :data:`LIGHTS`.

    >>> sheet = SheetCounts(3, "active", "2026-2027", 67, 67)
    >>> counts = SchoolCounts(current=sheet, target=sheet, open=2, budget=14)
    >>> [f"{light.key} {light.tone}" for light in lights_of(counts)][:4]
    ['sheets success', 'filled success', 'open warning', 'single success']

    Without an overview nothing else can be said.

    >>> {light.message for light in lights_of(SchoolCounts())[1:]}
    {'unknown'}
    """
    first = _sheets(counts)
    if counts.current is None:
        return (first, *(Light(key, "muted", "unknown") for key in LIGHTS[1:]))
    return (
        first,
        _filled(counts),
        _open(counts),
        _single(counts),
        _load(counts),
        _mandates(counts),
        _budget(counts),
        _plan(counts),
    )


def _sheets(counts):
    current, target = counts.current, counts.target
    if current is None:
        start = Action("new", "start", of="current")
        if counts.is_group:
            return Light("sheets", "muted", "group_none", {}, start)
        return Light("sheets", "danger", "none", {}, start)
    numbers = {"year": current.school_year, "today_year": counts.today_year}
    if current.state == "draft":
        # how many tasks are left says the next light
        complete = not current.left
        message = "complete" if complete else "draft"
        action = Action("overview", "activate", overview=current.id)
        return Light(
            "sheets", "warning", message, numbers, action if complete else None
        )
    if current.school_year < counts.today_year:
        action = Action("overview", "next_year", overview=current.id)
        return Light("sheets", "warning", "other_year", numbers, action)
    if target is None:
        action = Action("new", "make_target", overview=current.id, of="target")
        return Light("sheets", "warning", "no_target", numbers, action)
    if target.state == "draft":
        action = Action("overview", "activate_target", overview=target.id)
        return Light(
            "sheets",
            "warning",
            "target_draft",
            numbers,
            None if target.left else action,
        )
    return Light("sheets", "success", "active", numbers)


def _filled(counts):
    current, target = counts.current, counts.target
    numbers = {"decided": current.decided, "tasks": current.tasks}
    if current.left:
        return Light(
            "filled",
            "danger" if counts.late else "warning",
            "late" if counts.late else "to_fill",
            numbers,
            Action("overview", "fill_in", current.left, current.id),
        )
    if target and target.left:
        return Light(
            "filled",
            "warning",
            "target_to_fill",
            {"decided": target.decided, "tasks": target.tasks},
            Action("overview", "fill_in_target", target.left, target.id),
        )
    return Light("filled", "success", "filled", numbers)


def _open(counts):
    if not counts.open:
        return Light("open", "success", "none")
    urgent = counts.open_core or counts.open_short
    return Light(
        "open",
        "danger" if urgent else "warning",
        "urgent" if urgent else "open",
        {
            "count": counts.open,
            "core": counts.open_core,
            "short": counts.open_short,
        },
        Action("lines", "who_does", counts.open, counts.current.id),
    )


def _single(counts):
    numbers = {"count": counts.single, "core": counts.single_core}
    if counts.single_core:
        action = Action("lines", "second", counts.single_core, counts.current.id)
        return Light("single", "warning", "core", numbers, action)
    if counts.single:
        action = Action("lines", "look_single", counts.single, counts.current.id)
        return Light("single", "muted", "single", numbers, action)
    return Light("single", "success", "none")


def _load(counts):
    numbers = {
        "over": counts.over,
        "without": counts.without_hours,
        "people": counts.no_available,
    }
    sheet = counts.current.id
    if counts.over:
        action = Action("insight", "relieve", counts.over, of="workload")
        return Light("load", "danger", "over", numbers, action)
    if counts.without_hours:
        action = Action("lines", "fill_in_hours", counts.without_hours, sheet)
        return Light("load", "warning", "without_hours", numbers, action)
    if counts.no_available:
        action = Action("team", "fill_in_available", counts.no_available)
        return Light("load", "warning", "no_available", numbers, action)
    return Light("load", "success", "fits", numbers)


def _mandates(counts):
    if not counts.mandate_gaps:
        return Light("mandates", "success", "none")
    return Light(
        "mandates",
        "warning",
        "gaps",
        {"decider": counts.no_decider, "contact": counts.no_contact},
        Action("lines", "agree", counts.mandate_gaps, counts.current.id),
    )


def _budget(counts):
    hours, budget = counts.hours, counts.budget
    if budget is None:
        return Light("budget", "muted", "no_budget", {"hours": hours})
    # hundredths: hours of people add up to a little more than they are
    left = round(budget - hours.known, 2)
    numbers = {"hours": hours, "budget": budget, "left": abs(left)}
    look = Action("insight", "look_budget", of="school_budget")
    if left < 0:
        return Light("budget", "danger", "over", numbers, look)
    if hours.unknown_count:
        return Light("budget", "warning", "perhaps", numbers, look)
    return Light("budget", "success", "within", numbers)


def _plan(counts):
    if counts.target is None:
        return Light("plan", "muted", "no_target")
    numbers = {
        "todo": counts.todo,
        "planned": counts.planned,
        "overdue": counts.overdue,
    }
    if counts.overdue:
        action = Action("plan", "follow_up", counts.overdue)
        return Light("plan", "danger", "overdue", numbers, action)
    if counts.planned < counts.todo:
        action = Action("plan", "plan", counts.todo - counts.planned)
        return Light("plan", "warning", "to_plan", numbers, action)
    if counts.todo:
        return Light("plan", "success", "planned", numbers)
    if counts.reached:
        return Light("plan", "success", "same", numbers)
    return Light("plan", "muted", "empty")
