# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The front door: a workbook that somebody filled in, as :class:`FoundBook`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from .catalogue import KnownTask, shipped_tasks
from .found import FoundBook
from .grid import GridBook
from .layout import FORMAT_PROPERTY
from .opening import LIMITS, Limits, open_grids
from .reading.accounting import lost_cells
from .reading.settle import settle
from .reading.sheet import read_sheet
from .reading.tasks import matcher_of


def read_book(
    source: str | Path | bytes | BinaryIO,
    *,
    filename: str = "",
    tasks: Sequence[KnownTask] | None = None,
    limits: Limits = LIMITS,
) -> FoundBook:
    """Read a workbook: a path, its bytes or an open binary file.

    ``filename`` helps to find the school. ``tasks`` are the tasks that rows are matched
    with, ``None`` for the shipped catalogue. Raises ``WorkbookError`` for a file that
    is no workbook, is broken or goes beyond ``limits``; odd contents never raise.
    """
    if not filename and isinstance(source, str | Path):
        filename = Path(source).name
    return read_grids(open_grids(source, limits), filename=filename, tasks=tasks)


def read_grids(
    book: GridBook, *, filename: str = "", tasks: Sequence[KnownTask] | None = None
) -> FoundBook:
    """Read an opened workbook; see :func:`read_book`."""
    matcher = matcher_of(shipped_tasks() if tasks is None else tuple(tasks))
    version = book.properties.get(FORMAT_PROPERTY)
    parts, lost = [], []
    for grid in book.grids:
        found = read_sheet(grid, matcher, own=version is not None)
        missing = lost_cells(grid, [part.sheet for part in found])
        lost += [f"{grid.name}!{address}" for address in missing]
        parts += found
    sheets = settle(parts, filename)
    return FoundBook(
        sheets=sheets,
        own_format=version,
        language=book.language,
        properties=dict(book.properties),
        lost=tuple(lost),
    )
