# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""A workbook as plain cells: what every reader behind :mod:`.opening` works on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache

Value = str | int | float | bool | datetime | date | time | timedelta | None


@lru_cache(maxsize=1024)
def column_letter(column: int) -> str:
    """Return the letters of a column that counts from 1.

    >>> column_letter(1), column_letter(28)
    ('A', 'AB')
    """
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(slots=True)
class GridCell:
    """One cell; ``row`` and ``col`` count from 1.

    ``value`` is typed; a formula gives its stored value, or ``None`` without one. An
    error (``#REF!``) is a ``str``. ``text`` is what people see or typed: numbers with a
    decimal comma and the unit or percent sign of their format, a formula as ``=1+0,5``.
    ``formula`` is as in the file (``=1+0.5``). ``struck``: all text is struck through;
    ``struck_part``: the text that is, where only a part is. ``fill`` and ``font`` are
    ``RRGGBB``, ``None`` for no fill or white, and for a font without a colour.
    """

    row: int
    col: int
    value: Value = None
    text: str = ""
    formula: str | None = None
    comment: str | None = None
    struck: bool = False
    fill: str | None = None
    font: str | None = None
    bold: bool = False
    number_format: str | None = None
    struck_part: str | None = None

    @property
    def address(self) -> str:
        return f"{column_letter(self.col)}{self.row}"


@dataclass(slots=True)
class Grid:
    """One worksheet: the cells with a value, formula, comment or fill, by (row, col).

    ``max_row`` and ``max_col`` are those of the last value, formula or comment (0 on an
    empty sheet); fills beyond that are left out. Loop over ``cells``, not over ranges:
    somebody's last cell can stand on row 1,048,576. ``hidden_rows`` are the hidden
    ones among the rows that have cells. ``merges`` are (top, left, bottom, right);
    cells under a merge that still hold a value stand in ``cells`` too.
    """

    name: str
    hidden: bool = False
    cells: dict[tuple[int, int], GridCell] = field(default_factory=dict)
    max_row: int = 0
    max_col: int = 0
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_cols: frozenset[int] = frozenset()


@dataclass(slots=True)
class GridBook:
    """The worksheets in their order, and the properties of the file.

    ``properties``: ``title``, ``creator``… and the custom ones by their own name, as
    text. ``language`` is ``nl``: only the words on the sheets can tell otherwise.
    """

    grids: tuple[Grid, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    language: str = "nl"
