# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What a light can be: its key, its tone, its message and the next action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...workbook.hours import Hours

#: keys of the lights, in the order of the screen
LIGHTS = (
    *("sheets", "filled", "open", "single", "load", "mandates", "budget", "plan"),
    "contact",
)

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
    "contact": ("none", "overdue", "planned"),
}

#: what an action opens
ACTIONS = ("overview", "lines", "new", "plan", "team", "insight", "contact")


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
