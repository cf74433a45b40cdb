# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Reads the part of one worksheet into a ``Grid``, in one pass and without a tree."""

from __future__ import annotations

import re

from ..grid import Grid, GridCell
from .limits import WorkbookError
from .shared_formulas import SharedFormulas
from .styles import PLAIN
from .texts import TextReader
from .values import Values
from .xml_parts import main_names, parse, truth

# how deep the reader is: only the next level may start
_OUTSIDE, _IN_ROW, _IN_CELL, _IN_TEXT = range(4)
_NAMES = main_names("c", "v", "f", "is", "row", "mergeCell", "col", "worksheet")
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")


class Budget:
    """What all sheets of one file together may still hold."""

    def __init__(self, limits):
        self.limits = limits
        self.cells = limits.cells
        self.filled = limits.filled_cells
        self.merges = limits.merges
        self.letters = limits.text_total

    def spend_letters(self, count):
        self.letters -= count
        if self.letters < 0:
            raise WorkbookError("too_much_text")

    def spend_cell(self):
        self.cells -= 1
        if self.cells < 0:
            raise WorkbookError("too_many_cells", self.limits.cells)


class SheetReader:
    """The handlers for the events of one worksheet; ``grid`` returns what they saw."""

    def __init__(self, values: Values, budget: Budget):
        self._values = values
        # by the number as it is written, so that no cell needs to convert it
        self._styles = {str(at): style for at, style in enumerate(values.styles)}
        self._limits = budget.limits
        self._budget = budget
        self._formulas = SharedFormulas()
        self._rich = TextReader(values.palette, budget.limits)
        self._columns = {}
        self._level = _OUTSIDE
        self._deeper = 0
        self._is_worksheet = False
        self._collected = None
        self._row = self._col = 0
        self._row_text = ""
        self._row_hidden = self._in_rich = False
        self._type = self._value = self._formula = self._formula_look = None
        self._style = None
        self._fills = []
        self._cells = {}
        self._merges = []
        self._hidden_rows = set()
        self._hidden_cols = set()

    def grid(self, chunks, name: str, hidden: bool) -> Grid:
        """Return the grid; raises ``WorkbookError`` for what is no worksheet."""
        parse(chunks, self.start, self.end, self.text)
        if not self._is_worksheet:
            raise WorkbookError("broken")
        cells = self._cells
        valued = [
            cell for cell in cells.values() if cell.text or cell.formula is not None
        ]
        last_col = max((cell.col for cell in valued), default=0)
        if len(valued) < len(cells):
            cells = {key: cell for key, cell in cells.items() if key[1] <= last_col}
        return Grid(
            name,
            hidden,
            cells,
            max((cell.row for cell in valued), default=0),
            last_col,
            tuple(self._merges),
            frozenset(self._hidden_rows),
            frozenset(self._hidden_cols),
        )

    def start(self, name, attributes):
        kind = _NAMES.get(name)
        level = self._level
        if self._in_rich:
            self._rich.start(name, attributes)
        elif kind == "c":
            if level != _IN_ROW:
                raise WorkbookError("broken")
            self._level = _IN_CELL
            self._start_cell(attributes)
        elif kind == "v" or kind == "f":
            if level != _IN_CELL:
                raise WorkbookError("broken")
            self._level = _IN_TEXT
            self._collected = []
            if kind == "f":
                self._formula_look = attributes
        elif kind == "row":
            if level != _OUTSIDE:
                raise WorkbookError("broken")
            self._level = _IN_ROW
            self._start_row(attributes)
        elif kind == "is":
            if level != _IN_CELL:
                raise WorkbookError("broken")
            self._in_rich = True
            self._rich.reset()
        else:
            self._deeper += 1
            if self._deeper > self._limits.depth:
                raise WorkbookError("broken")
            if kind == "mergeCell":
                self._merge(attributes.get("ref", ""))
            elif kind == "col":
                self._column(attributes)
            elif kind == "worksheet":
                self._is_worksheet = True

    def end(self, name):
        kind = _NAMES.get(name)
        if self._in_rich:
            if kind == "is" and not self._rich.depth:
                self._in_rich = False
                self._value = self._rich.result()
            else:
                self._rich.end(name)
        elif kind == "c":
            self._level = _IN_ROW
            self._end_cell()
        elif kind == "v":
            self._level = _IN_CELL
            self._value = "".join(self._collected)
            self._collected = None
        elif kind == "f":
            self._level = _IN_CELL
            self._formula = "".join(self._collected)
            self._collected = None
        elif kind == "row":
            self._level = _OUTSIDE
        else:
            self._deeper -= 1

    def text(self, data):
        if self._collected is not None:
            self._budget.spend_letters(len(data))
            self._collected.append(data)
        elif self._in_rich:
            self._rich.text(data)

    def _start_row(self, attributes):
        number = attributes.get("r")
        self._row = self._number(number) if number else self._row + 1
        if not 0 < self._row <= self._limits.rows:
            raise WorkbookError("broken")
        self._row_text = str(self._row)
        self._col = 0
        self._row_hidden = "hidden" in attributes and truth(attributes["hidden"])

    def _start_cell(self, attributes):
        self._value = self._formula = None
        self._type = attributes.get("t")
        self._style = attributes.get("s", "0")
        address = attributes.get("r")
        if not address:
            self._col += 1
        elif address.endswith(self._row_text):
            letters = address[: -len(self._row_text)]
            col = self._columns.get(letters)
            if col is None:
                self._row, col = self._place(address)
                if self._row_text == str(self._row):
                    self._columns[letters] = col
            self._col = col
        else:
            self._row, self._col = self._place(address)
            self._row_text = str(self._row)
        if self._col > self._limits.columns:
            raise WorkbookError("broken")

    def _end_cell(self):
        value, formula = self._value, self._formula
        if value is None and formula is None:
            self._fill_only()
            return
        style = self._styles.get(self._style, PLAIN)
        if formula is not None:
            formula = self._formulas.full(
                formula, self._formula_look, self._row, self._col
            )
        cell = self._values.cell(
            self._row, self._col, self._type, value, formula, style
        )
        if cell is None:
            self._fill_only()
            return
        self._budget.spend_cell()
        self._budget.spend_letters(len(cell.text))
        cells = self._cells
        if self._fills:
            for filled in self._fills:
                cells.setdefault((filled.row, filled.col), filled)
            self._fills.clear()
        cells[self._row, self._col] = cell
        if self._row_hidden:
            self._hidden_rows.add(self._row)

    def _fill_only(self):
        style = self._styles.get(self._style, PLAIN)
        if style.fill is not None and self._budget.filled > 0:
            # kept once a value comes after it: a table's colours, not the rest
            self._budget.filled -= 1
            self._fills.append(
                GridCell(
                    self._row,
                    self._col,
                    fill=style.fill,
                    font=style.font,
                    number_format=style.number_format,
                )
            )

    def _merge(self, area):
        first, _, last = area.partition(":")
        top, left = self._place(first)
        bottom, right = self._place(last or first)
        self._budget.merges -= 1
        if self._budget.merges < 0:
            raise WorkbookError("too_many_merges", self._limits.merges)
        self._merges.append(
            (min(top, bottom), min(left, right), max(top, bottom), max(left, right))
        )

    def _column(self, attributes):
        if truth(attributes.get("hidden")):
            first = self._number(attributes.get("min", "0"))
            last = self._number(attributes.get("max", "0"))
            self._hidden_cols.update(
                range(max(first, 1), min(last, self._limits.columns) + 1)
            )

    def _place(self, address):
        return place_of(address, self._limits)

    @staticmethod
    def _number(text):
        if not text.isdecimal() or len(text) > 9:
            raise WorkbookError("broken")
        return int(text)


def place_of(address: str, limits) -> tuple[int, int]:
    """Return (row, column) of an address such as ``F7``; raises ``WorkbookError``."""
    match = _ADDRESS.fullmatch(address)
    if not match:
        raise WorkbookError("broken")
    col = 0
    for letter in match[1].upper():
        col = col * 26 + ord(letter) - 64
    row = int(match[2])
    if not (0 < row <= limits.rows and 0 < col <= limits.columns):
        raise WorkbookError("broken")
    return row, col
