# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""A sheet that has its name and place in the workbook; group sheets refer to it."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from ..layout import FIRST_ROW, SheetLayout
from ..model import STATES, Sheet
from .formulas import quoted_sheet


@dataclass(frozen=True, slots=True)
class PlacedSheet:
    """An overview, the name of its worksheet and where things stand on it."""

    sheet: Sheet
    name: str
    layout: SheetLayout

    def cell(self, row: int, column: int) -> str:
        """Return an absolute reference such as ``'Huidig – School'!$B$7``."""
        address = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
        return f"{quoted_sheet(self.name)}!{address}"

    def column(self, column: int) -> str:
        """Return a reference to all task rows of a column."""
        first = xl_rowcol_to_cell(FIRST_ROW, column, row_abs=True, col_abs=True)
        last = xl_rowcol_to_cell(
            self.layout.last_row, column, row_abs=True, col_abs=True
        )
        return f"{quoted_sheet(self.name)}!{first}:{last}"


def main_sheets(placed: list[PlacedSheet], kind: str) -> list[PlacedSheet]:
    """Return one sheet of that kind per school, in the order of the book.

    Two sheets of one school (a draft beside the active one, two school years) would
    count a task and its hours twice: the active sheet counts, then a draft, then an
    archived one; of equal ones the latest school year.
    """
    best: dict[str, PlacedSheet] = {}
    for candidate in placed:
        sheet = candidate.sheet
        if sheet.kind != kind:
            continue
        other = best.get(sheet.identity)
        if other is None or _rank(sheet) > _rank(other.sheet):
            best[sheet.identity] = candidate
    return list(best.values())


def _rank(sheet: Sheet):
    return -STATES.index(sheet.state), sheet.school_year
