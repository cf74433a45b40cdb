# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Coloured boxes without text: as marks, or as something nobody can read."""

from __future__ import annotations

from collections import Counter

from ..grid import GridCell
from .columns import MARK_ROLES, Column
from .context import Table
from .lines import Line


def unread_fills(table: Table, lines: list[Line]) -> list[tuple[Column, list[str]]]:
    """Return columns of one level or priority with colours instead of words.

    As for the marks, a colour of the whole row or of most of the column says nothing.
    """
    found = []
    cells = table.view.cells
    for column in table.columns:
        if column.role not in ("level", "priority"):
            continue
        at = [
            (cell, line)
            for line in lines
            if (cell := cells.get((line.row, column.col)))
            and cell.fill
            and not cell.text.strip()
            and cell.fill not in (line.task.fill, _beside(table, line))
        ]
        fills = {cell.fill for cell, _line in at}
        if at and (len(fills) > 1 or len(at) * 2 <= len(lines)):
            found.append((column, [cell.address for cell, _line in at]))
    return found


def mark_fills(table: Table, lines: list[Line]) -> dict[int, frozenset[str]]:
    """Return per mark column the fills that say "yes" in an empty cell.

    A colour of the whole column or of the whole row is decoration, not a mark.
    """
    result: dict[int, frozenset[str]] = {}
    cells = table.view.cells
    for column in table.columns:
        if column.role not in MARK_ROLES:
            continue
        fills = Counter(
            cell.fill if (cell := cells.get((line.row, column.col))) else None
            for line in lines
        )
        marks = [
            fill for fill, count in fills.items() if fill and count * 2 <= len(lines)
        ]
        # two colours in turn are stripes, not marks
        if marks and fills[None] * 3 >= len(lines):
            result[column.col] = frozenset(marks)
    return result


def coloured(table: Table, line: Line, column: Column) -> GridCell | None:
    """Return the coloured empty cell of a line in a mark column, if it is a mark."""
    fills = table.fills.get(column.col)
    if not fills:
        return None
    cell = table.view.cells.get((line.row, column.col))
    if not cell or cell.fill not in fills or cell.text.strip():
        return None
    if cell.value is not None or cell.fill in (line.task.fill, _beside(table, line)):
        return None
    return cell


def _beside(table, line):
    """Return the fill that most of the empty cells of people on the row have."""
    fills = Counter(
        cell.fill if (cell := table.view.cells.get((line.row, column.col))) else None
        for column in table.columns
        if column.role == "person"
    )
    return fills.most_common(1)[0][0] if fills else None
