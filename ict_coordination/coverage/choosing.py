# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Which sheet of a school stands on the map: one of each kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

# what stands further on goes before, where a school has several sheets of one kind
_IN_FORCE = ("draft", "active")
_OF_YEAR = ("draft", "archived", "active")


class SheetHead(NamedTuple):
    """A sheet without its tasks. ``school``: the id of its company."""

    id: int
    school: int
    kind: str
    school_year: str
    state: str


def choose_sheets(
    heads: Iterable[SheetHead], year: str | None = None
) -> dict[tuple[int, str], SheetHead]:
    """Return the sheet of each (school, kind).

    Without a year the sheets in force: the active one, else the newest draft. With a
    year the sheets of that year: active before archived before the newest draft.

    >>> heads = [
    ...     SheetHead(1, 7, "current", "2025-2026", "archived"),
    ...     SheetHead(2, 7, "current", "2025-2026", "draft"),
    ...     SheetHead(3, 7, "current", "2026-2027", "draft"),
    ... ]
    >>> choose_sheets(heads)[7, "current"].id
    3
    >>> choose_sheets(heads, "2025-2026")[7, "current"].id
    1
    >>> choose_sheets(heads, "2020-2021")
    {}
    """
    states = _OF_YEAR if year else _IN_FORCE
    chosen: dict[tuple[int, str], SheetHead] = {}
    ranks: dict[tuple[int, str], tuple] = {}
    for head in heads:
        if head.state not in states or (year and head.school_year != year):
            continue
        place = head.school, head.kind
        rank = states.index(head.state), head.school_year, head.id
        if place not in ranks or rank > ranks[place]:
            chosen[place], ranks[place] = head, rank
    return chosen


def years_of(heads: Iterable[SheetHead]) -> list[str]:
    """Return the school years of all sheets, the newest first.

    >>> years_of([SheetHead(1, 7, "current", y, "draft") for y in ("2025", "2026")])
    ['2026', '2025']
    """
    return sorted({head.school_year for head in heads}, reverse=True)
