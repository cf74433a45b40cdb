# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""A grid by rows, with merged cells resolved."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from ..grid import Grid, GridCell, column_letter

_NUMBER = re.compile(r"[-–]?\s*[\d.,]*\s*(u|uur|uren|h|%|u/w)?\s*\.?", re.I)
# merged areas times rows: what a hostile file may cost
_MAX_MERGED_ROWS = 200_000

Merge = tuple[int, int, int, int]


def has_content(cell: GridCell) -> bool:
    """Whether there is anything to read: text or a comment, not just a colour."""
    return bool(cell.text or cell.comment or cell.formula) or cell.value is not None


def is_number(cell: GridCell) -> bool:
    """Whether a cell holds a formula or nothing but a number, perhaps with its unit."""
    return bool(cell.formula or _NUMBER.fullmatch(cell.text.strip()))


class View:
    """Rows with content in order, and the cell that people see at a place.

    ``rows``: row number → cells with content from left to right. ``numbers``: the row
    numbers in order. ``has_colours``: whether any cell has a fill or a font colour.
    """

    def __init__(self, grid: Grid):
        self.grid = grid
        self.cells = grid.cells
        rows: dict[int, list[GridCell]] = {}
        for (row, _col), cell in sorted(grid.cells.items()):
            if has_content(cell):
                rows.setdefault(row, []).append(cell)
        self.rows = rows
        self.numbers = list(rows)
        self._merges: dict[int, list[Merge]] = {}
        room = _MAX_MERGED_ROWS
        for merge in grid.merges:
            top, _left, bottom, _right = merge
            spanned = self.numbers[
                bisect_left(self.numbers, top) : bisect_right(self.numbers, bottom)
            ]
            room -= len(spanned)
            if room < 0:
                break
            for row in spanned:
                self._merges.setdefault(row, []).append(merge)

    def between(self, first: int, last: int) -> list[int]:
        """Return the numbers of rows with content from ``first`` to ``last``."""
        return self.numbers[
            bisect_left(self.numbers, first) : bisect_right(self.numbers, last)
        ]

    def merge(self, row: int, col: int) -> Merge | None:
        """Return the merged area over a place, ``None`` where there is none."""
        for merge in self._merges.get(row, ()):
            if merge[1] <= col <= merge[3]:
                return merge
        return None

    def cell(self, row: int, col: int) -> GridCell | None:
        """Return the cell that people see there: a merged one stands in its corner."""
        if row in self._merges:
            merge = self.merge(row, col)
            if merge:
                return self.cells.get(merge[:2])
        return self.cells.get((row, col))

    def text(self, row: int, col: int) -> str:
        """Return what people see there, without blanks around it."""
        cell = self.cell(row, col)
        return cell.text.strip() if cell else ""

    def own_text(self, row: int, col: int) -> str:
        """Return the text of the cell itself, whatever is merged."""
        cell = self.cells.get((row, col))
        return cell.text.strip() if cell else ""

    def is_under(self, cell: GridCell) -> bool:
        """Whether a merged area hides the cell: its text is not seen."""
        merge = self.merge(cell.row, cell.col)
        return bool(merge) and merge[:2] != (cell.row, cell.col)


def address(row: int, col: int) -> str:
    """Return for instance "F7"."""
    return f"{column_letter(col)}{row}"
