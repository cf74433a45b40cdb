# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The one result that screen, workbook and PDF all read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Rule:
    """Why a row is there: an English sentence and the numbers in it, apart.

    >>> rule = Rule.of("Open in at least %(schools)s schools.", schools=2)
    >>> rule.template, dict(rule.values)
    ('Open in at least %(schools)s schools.', {'schools': 2})
    >>> str(rule)
    'Open in at least 2 schools.'
    """

    template: str
    values: tuple[tuple[str, int | float], ...] = ()

    @classmethod
    def of(cls, template: str, **values: int | float) -> Rule:
        """Return the rule with ``values`` for the names in ``template``."""
        return cls(template, tuple(sorted(values.items())))

    def __str__(self):
        return self.template % dict(self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The records behind one row of a result, as ids in rising order, each once."""

    school_ids: tuple[int, ...] = ()
    line_ids: tuple[int, ...] = ()
    allocation_ids: tuple[int, ...] = ()
    member_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Insight:
    """One insight: its rule, and its rows with what needs an answer first.

    :param without_sheet: ids of the schools of which nothing can be said, as a sheet
        that the rule needs is missing. They are named, and count nowhere as 0.
    """

    key: str
    rule: Rule
    rows: tuple[Any, ...] = ()
    without_sheet: tuple[int, ...] = ()


def ids(values: Iterable[int]) -> tuple[int, ...]:
    """Return each id once, in rising order.

    >>> ids([3, 1, 3])
    (1, 3)
    """
    return tuple(sorted(set(values)))


def behind(lines=(), allocations=(), members=()) -> dict[str, tuple[int, ...]]:
    """Return the four kinds of ids of a :class:`Row`.

    :param lines: lines; their schools are the schools of the row
    :param allocations: allocations; their members are members of the row
    :param members: ids of further members
    """
    return {
        "school_ids": ids(line.school_id for line in lines),
        "line_ids": ids(line.id for line in lines),
        "allocation_ids": ids(one.id for one in allocations),
        "member_ids": ids([*members, *(one.member_id for one in allocations)]),
    }
