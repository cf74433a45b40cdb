# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""One insight as typed rows: what the database found, before it is put in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The records behind one row of a result, as ids in rising order, each once."""

    school_ids: tuple[int, ...] = ()
    line_ids: tuple[int, ...] = ()
    allocation_ids: tuple[int, ...] = ()
    member_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Insight:
    """One insight: its rows with what needs an answer first.

    :param without_sheet: ids of the schools of which nothing can be said, as a sheet
        that the rule needs is missing. They are named, and count nowhere as 0.
    """

    key: str
    rows: tuple[Any, ...] = ()
    without_sheet: tuple[int, ...] = ()


def ids(values) -> tuple[int, ...]:
    """Return each id once, in rising order; ``None``, an empty array of SQL, is none.

    >>> ids([3, 1, 3]), ids(None)
    ((1, 3), ())
    """
    return tuple(sorted(set(values or ())))


def rising(values) -> tuple[int, ...]:
    """Return ids of which each is there once, in rising order; ``None`` is none.

    The database gives thousands nearly in order: faster than :func:`ids`, which looks
    for what is there twice.

    >>> rising([3, 1, 2]), rising(None)
    ((1, 2, 3), ())
    """
    return tuple(sorted(values)) if values else ()
