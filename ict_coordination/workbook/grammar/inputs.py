# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What goes into the grammar and what comes out for a mark."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ..found import CellReading, FoundPerson

Value = str | int | float | bool | datetime | date | time | timedelta | None


@dataclass(frozen=True, slots=True)
class CellInput:
    """One cell of a person column.

    ``value`` as the file has it, ``text`` as people see it. ``heading`` is who the
    column's heading names, ``None`` under "Persoon 1". ``own``: our export wrote the
    workbook, so a text that starts with ``heading_text`` is read exactly.
    """

    value: Value
    text: str = ""
    address: str = ""
    formula: str | None = None
    heading: FoundPerson | None = None
    number_format: str | None = None
    own: bool = False
    heading_text: str = ""

    @property
    def raw(self) -> str:
        """The text that stays with everything read from this cell, never empty."""
        return self.text or self.formula or str(self.value)


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell under SG, School, KT, LT, Geen or nvt.

    ``value`` yes, no or not understood (``None``; an empty cell has ``code`` "empty").
    ``people`` where a name stands there instead of a mark.
    ``code``: ``empty``, ``mark``, ``people`` or ``unread``.
    """

    value: bool | None
    people: CellReading | None = None
    code: str | None = None
