# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The traffic lights of a school: what asks for attention, and what to do next.

A light says what is left to do. It never says how good a school is: there is no total
and no order of schools. Green means that nothing has to be done now.

Sentences have no place here: a light names its ``message`` and the numbers in it, and
``report/start/words.py`` says it in the language of the reader.
"""

from __future__ import annotations

from .ahead import budget_light, contact_light, plan_light
from .counts import SchoolCounts, SheetCounts
from .light import ACTIONS, LIGHTS, MESSAGES, Action, Light
from .people import load_light, mandates_light, open_light, single_light
from .sheets import filled_light, sheets_light

__all__ = [
    "ACTIONS",
    "LIGHTS",
    "MESSAGES",
    "Action",
    "Light",
    "SchoolCounts",
    "SheetCounts",
    "lights_of",
]

_OF_SHEETS = (
    *(filled_light, open_light, single_light, load_light),
    *(mandates_light, budget_light, plan_light),
)


def lights_of(counts: SchoolCounts) -> tuple[Light, ...]:
    """Return the lights of a school, in the order of :data:`LIGHTS`.

    >>> sheet = SheetCounts(3, "active", "2026-2027", 67, 67)
    >>> counts = SchoolCounts(current=sheet, target=sheet, open=2, budget=14)
    >>> [f"{light.key} {light.tone}" for light in lights_of(counts)][:4]
    ['sheets success', 'filled success', 'open warning', 'single success']

    Without an overview nothing can be said of its tasks.

    >>> {light.message for light in lights_of(SchoolCounts())[1:-1]}
    {'unknown'}
    """
    if counts.current is None:
        rest = tuple(Light(key, "muted", "unknown") for key in LIGHTS[1:-1])
    else:
        rest = tuple(light(counts) for light in _OF_SHEETS)
    return (sheets_light(counts), *rest, contact_light(counts))
