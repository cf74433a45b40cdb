# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The values of the grid: what the browser sends and gets, as JSON, and as dataclasses.

A client may send anything: :func:`read_cell_value` and :func:`read_line_value` raise
:class:`Refusal` with a code for what is no such value, and nothing else.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ..workbook.hours import round_hours
from ..workbook.model import CERTAINTIES, LEVELS, MANDATES, PRIORITIES
from ..workbook.snapshot import LINE_PARTS, EntryValues

#: longer than anybody types; the rest of a pasted book is refused, not cut
LONGEST_NOTE = 5_000
LARGEST_ID = 2**31 - 1


class Refusal(Exception):
    """Something that cannot be written. ``code`` is for ``Desk.say``."""

    def __init__(self, code: str, **values):
        super().__init__(code)
        self.code, self.values = code, values


@dataclass(frozen=True, slots=True)
class CellValue:
    """One person on one task: :class:`EntryValues` with the remark beside it.

    ``entry.mandates`` is always a tuple here: what stands in the grid is known.
    """

    entry: EntryValues
    note: str = ""

    def as_json(self) -> dict:
        """Return what the browser gets.

        >>> CellValue(EntryValues(2, "exact", None, ("executes",))).as_json()
        {'hours': 2.0, 'certainty': 'exact', 'mandates': ['executes'], \
'funding': None, 'note': ''}
        """
        return {
            "hours": self.entry.hours,
            "certainty": self.entry.certainty,
            "mandates": list(self.entry.mandates or ()),
            "funding": self.entry.funding,
            "note": self.note,
        }


def value_json(value: CellValue | None) -> dict | None:
    """Return a cell as JSON, ``None`` where nobody is."""
    return value and value.as_json()


def stored_cell(row: Mapping) -> CellValue:
    """Return the value of a row of ``ict.allocation``.

    >>> stored_cell({"hours": 0, "certainty": "unknown", "steers": True}).as_json()
    {'hours': None, 'certainty': 'unknown', 'mandates': ['steers'], \
'funding': None, 'note': ''}
    """
    mandates = tuple(name for name in MANDATES if row.get(name))
    funding = row.get("funding_id")
    entry = EntryValues(row["hours"] or 0, row["certainty"], funding, mandates)
    return CellValue(entry, clean_text(row.get("note") or ""))


def cell_json(row: Mapping) -> dict:
    """Return ``stored_cell(row).as_json()``, for the many cells of a sheet.

    >>> row = {"hours": 1.5, "certainty": "assumed", "steers": True, "note": " a "}
    >>> cell_json(row) == stored_cell(row).as_json()
    True
    """
    unknown = row["certainty"] == "unknown"
    return {
        "hours": None if unknown else round_hours(row["hours"] or 0),
        "certainty": row["certainty"],
        "mandates": [name for name in MANDATES if row.get(name)],
        "funding": row.get("funding_id") or None,
        "note": clean_text(row["note"]) if row.get("note") else "",
    }


def iso_time(moment: datetime | None) -> str | None:
    """Return a time of the database, which is UTC, as the browser reads it.

    >>> iso_time(datetime(2026, 11, 22, 18, 5, 0, 1234)), iso_time(None)
    ('2026-11-22T18:05:00Z', None)
    """
    return moment.isoformat(timespec="seconds") + "Z" if moment else None


def clean_text(text: str) -> str:
    """Return what a database can hold of ``text``, without space around it.

    >>> clean_text(" a\\x00b\\ud800 ")
    'ab'
    """
    text = text.replace("\0", "")
    return text.encode("utf-8", "ignore").decode("utf-8").strip()


def is_id(value: object) -> bool:
    """Whether ``value`` can be the number of a record.

    >>> [is_id(value) for value in (1, 0, True, "1", 1.0, 2**40)]
    [True, False, False, False, False, False]
    """
    return type(value) is int and 0 < value <= LARGEST_ID


# --- from the browser -----------------------------------------------------------------


def read_cell_value(
    data: object, longest_note: float = LONGEST_NOTE
) -> CellValue | None:
    """Return the cell that a client sent, ``None`` for nobody.

    Hours are rounded to 2 decimals; whether so many are possible is the caller's.

    >>> read_cell_value({"hours": 1.5, "certainty": "assumed", "note": "x"}).entry
    EntryValues(hours=1.5, certainty='assumed', funding=None, mandates=())
    """
    if data is None:
        return None
    if not isinstance(data, dict):
        raise Refusal("not_a_value")
    certainty, funding = data.get("certainty"), data.get("funding")
    hours = _read_hours(data.get("hours"), certainty)
    if funding is not None and not is_id(funding):
        raise Refusal("unknown_funding")
    mandates = data.get("mandates") or []
    if not isinstance(mandates, list) or any(
        not isinstance(name, str) or name not in MANDATES for name in mandates
    ):
        raise Refusal("not_a_value")
    entry = EntryValues(hours, certainty, funding, tuple(mandates))
    return CellValue(entry, _read_note(data.get("note"), longest_note))


def _read_hours(hours, certainty):
    if not isinstance(certainty, str) or certainty not in CERTAINTIES:
        raise Refusal("not_a_value")
    if hours is None:
        if certainty != "unknown":
            raise Refusal("not_a_value")
        return None
    if isinstance(hours, bool) or not isinstance(hours, int | float):
        raise Refusal("not_a_value")
    try:
        hours = float(hours)
    except OverflowError:
        hours = math.inf
    if not math.isfinite(hours):
        raise Refusal("not_a_value")
    if certainty == "unknown":
        raise Refusal("not_a_value")
    return hours


def _read_note(note, longest):
    if note is None or note is False:
        return ""
    if not isinstance(note, str):
        raise Refusal("not_a_value")
    if len(note) > longest:
        raise Refusal("note_too_long", most=longest)
    return clean_text(note)


def read_line_value(
    field: str, data: object, longest_note: float = LONGEST_NOTE
) -> bool | str | None:
    """Return the value of one field of a line, from ``{field: value}``.

    >>> read_line_value("level", {"level": ""}), read_line_value("note", {"note": " a"})
    (None, 'a')
    """
    if not isinstance(data, dict) or field not in data or field not in LINE_PARTS:
        raise Refusal("not_a_value")
    value = data[field]
    if field == "applicable":
        if not isinstance(value, bool):
            raise Refusal("not_a_value")
        return value
    if field == "note":
        return _read_note(value, longest_note)
    if value is None or value is False or value == "":
        return None
    if not isinstance(value, str) or value not in (
        LEVELS if field == "level" else PRIORITIES
    ):
        raise Refusal("not_a_value")
    return value
