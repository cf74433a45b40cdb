# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""One edit of the browser: what somebody saw (``base``) and what it must become."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..workbook.snapshot import LINE_PARTS
from .values import (
    CellValue,
    Refusal,
    is_id,
    read_cell_value,
    read_line_value,
)

#: longer than any cell of a spreadsheet
LONGEST_TEXT = 40_000


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A cell becomes ``value``; ``None`` takes the person off the task."""

    key: str
    line: int
    member: int
    base: CellValue | None
    value: CellValue | None


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Somebody typed ``text`` in a cell, in whatever notation."""

    key: str
    line: int
    member: int
    base: CellValue | None
    text: str


@dataclass(frozen=True, slots=True)
class LineEdit:
    """One field of a line, ``field``, becomes ``value``."""

    key: str
    line: int
    field: str
    base: object
    value: object


@dataclass(frozen=True, slots=True)
class BadEdit:
    """What a client sent and nobody can read; ``refusal`` says why."""

    key: str
    line: int | None
    refusal: Refusal


Edit = CellEdit | TextEdit | LineEdit | BadEdit


def read_edits(data: object) -> list[Edit]:
    """Return what a client sent, one edit for each item. Never raises.

    >>> read_edits([{"key": "7:note", "line": 7, "base": {"note": ""},
    ...              "value": {"note": "a"}}])
    [LineEdit(key='7:note', line=7, field='note', base='', value='a')]
    >>> read_edits("nonsense"), read_edits([5])[0].refusal.code
    ([], 'not_a_value')
    """
    return [_read_edit(item) for item in data] if isinstance(data, list) else []


def _read_edit(item) -> Edit:
    if not isinstance(item, dict):
        return BadEdit("", None, Refusal("not_a_value"))
    key = item["key"] if isinstance(item.get("key"), str) else ""
    line = item.get("line")
    if not is_id(line):
        return BadEdit(key, None, Refusal("line_gone"))
    try:
        if item.get("member") is None:
            return _read_line_edit(key, line, item)
        return _read_cell_edit(key, line, item)
    except Refusal as refusal:
        return BadEdit(key, line, refusal)


def _read_cell_edit(key, line, item):
    member = item["member"]
    if not is_id(member):
        raise Refusal("member_gone")
    base = read_cell_value(item.get("base"), math.inf)
    if "text" not in item:
        if "value" not in item:
            raise Refusal("not_a_value")
        return CellEdit(key, line, member, base, read_cell_value(item["value"]))
    text = item["text"]
    if not isinstance(text, str) or len(text) > LONGEST_TEXT:
        raise Refusal("not_a_value")
    return TextEdit(key, line, member, base, text)


def _read_line_edit(key, line, item):
    value = item.get("value")
    if not isinstance(value, dict) or len(value) != 1:
        raise Refusal("not_a_value")
    (field,) = value
    if field not in LINE_PARTS:
        raise Refusal("not_a_value")
    return LineEdit(
        key,
        line,
        field,
        read_line_value(field, item.get("base"), math.inf),
        read_line_value(field, value),
    )
