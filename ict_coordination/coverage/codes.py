# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The numbers in a cell of the map: a large map is sent as numbers, not as words."""

from __future__ import annotations

from ..workbook.model import LEVELS, PRIORITIES

OPEN, SINGLE, TEAM, NOT_APPLICABLE, UNDECIDED = range(5)


def coverage_code(applicable: bool, people: int, level: str | None) -> int:
    """Return the coverage of a task on one sheet.

    Undecided is a task that nobody does and nobody looked at: without a level.

    >>> coverage_code(True, 0, "school") == OPEN, coverage_code(True, 1, None) == SINGLE
    (True, True)
    >>> coverage_code(True, 3, None) == TEAM, coverage_code(True, 0, None) == UNDECIDED
    (True, True)
    >>> coverage_code(False, 0, "group") == NOT_APPLICABLE
    True
    """
    if not applicable:
        return NOT_APPLICABLE
    if people:
        return SINGLE if people == 1 else TEAM
    return OPEN if level else UNDECIDED


def level_code(level: str | None) -> int:
    """Return 0 for undecided, then the place in ``LEVELS`` from 1.

    >>> level_code(None), level_code("school"), level_code("shared")
    (0, 1, 3)
    """
    return LEVELS.index(level) + 1 if level else 0


def priority_code(priority: str | None) -> int:
    """Return 0 for undecided, then the place in ``PRIORITIES`` from 1.

    >>> priority_code(None), priority_code("short"), priority_code("none")
    (0, 1, 3)
    """
    return PRIORITIES.index(priority) + 1 if priority else 0


#: the stored coverage of a line → code, where its level was chosen and where not
COVERAGE_CODES = {
    "open": OPEN,
    "single": SINGLE,
    "team": TEAM,
    "not_applicable": NOT_APPLICABLE,
}
UNLEVELLED_CODES = {**COVERAGE_CODES, "open": UNDECIDED}
LEVEL_CODES = {level: level_code(level) for level in (None, *LEVELS)}
PRIORITY_CODES = {priority: priority_code(priority) for priority in (None, *PRIORITIES)}
