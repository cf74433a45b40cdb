# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Is anything lost? The cells of the file against what the result says about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..found import FoundRow, FoundSheet
from ..grammar import is_template_hint
from ..grid import Grid
from .context import raw
from .words import words_of

# cells of these columns are in the fields of the row when no note speaks about them
UNDERSTOOD = words_of(
    "cluster task competencies level_group level_school not_applicable level priority "
    "priority_short priority_long priority_none total"
)
_LETTERS = re.compile(r"[A-Z]+")


def said(row: FoundRow) -> dict[str, list[str]]:
    """Return address → raw texts that stand in the people and notes of a row."""
    told: dict[str, list[str]] = {}
    for one in (*row.people, *row.notes):
        told.setdefault(one.cell, []).append(one.text)
    return told


def unsaid(sheet: FoundSheet, row: FoundRow) -> Iterator[tuple[str, str, str]]:
    """Yield (address, text, role) of cells that neither people nor notes mention.

    What was fully understood (description, a clear cross) and the template's own
    hints are left out: nothing is missing there.
    """
    roles = {column.letter: column.role for column in sheet.columns}
    told = said(row)
    for address, text in row.cells:
        role = roles.get(_LETTERS.match(address)[0], "extra")
        if any(text in other for other in told.get(address, ())):
            continue
        # of the overview beside this one
        if role == "elsewhere":
            continue
        if role in UNDERSTOOD and not _is_comment(row, address, text):
            continue
        if not text.strip() or is_template_hint(text.strip()):
            continue
        yield address, text, role


def _is_comment(row: FoundRow, address: str, text: str) -> bool:
    """Whether it is the comment of a cell: the second text of its address."""
    texts = [other for place, other in row.cells if place == address]
    return len(texts) > 1 and text == texts[1]


def lost_cells(grid: Grid, sheets: Iterable[FoundSheet]) -> list[str]:
    """Return the addresses on a worksheet whose text no task row kept.

    Looks at every cell with text or a comment in a row that became (part of) a task.
    """
    kept: set[tuple[str, str]] = set()
    rows: set[int] = set()
    for sheet in sheets:
        for row in sheet.rows:
            rows.add(row.row)
            kept.update(row.cells)
            rows.update(
                int(address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
                for address, _text in row.cells
            )
    lost = []
    for (number, _col), cell in grid.cells.items():
        if number in rows:
            texts = (raw(cell), cell.comment or "")
            lost += [
                cell.address
                for text in texts
                if text.strip() and (cell.address, text) not in kept
            ]
    return lost
