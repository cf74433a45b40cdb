# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Filled workbooks, spoiled: never an exception, never a cell that is gone."""

import os
from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook.as_json import as_json
from odoo.addons.ict_coordination.workbook.grammar import is_template_hint
from odoo.addons.ict_coordination.workbook.grid import Grid, GridBook, GridCell
from odoo.addons.ict_coordination.workbook.opening import open_grids
from odoo.addons.ict_coordination.workbook.reader import read_grids

from .filled_workbooks import official_book

EXAMPLES = int(os.environ.get("ICT_HYPOTHESIS_EXAMPLES", "40"))
ROWS, COLUMNS = 16, 14  # of the official sheet: headings and the first tasks
UNDERSTOOD = ("cluster", "task", "competencies")
MARKS = ("level_", "priority", "level", "not_applicable")

WORDS = (
    "Jan Peeters 2u", "An", "x", "nvt", "idem", '"', "-", "2-3u", "vacature 4u",
    "Totaal", "Omschrijving", "Cluster", "Taak", "Wie", "uren", "SG", "School", "KT",
    "Persoon 1", "naam + # uur/week", "Technisch", "Beheer van reservemateriaal",
    "Kerntaken", "School: De Kaai", "Huidige situatie", "firma NetHulp",
    "Jan en An 2u", "½ u", "1u30", "#REF!", "\ufffd", "Opmerking", "zie Bert",
    "Jan: beslist", "x = ja", "\n", " ",
)  # fmt: skip
values = st.one_of(
    st.sampled_from(WORDS),
    st.text(max_size=12),
    st.integers(-5, 60),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 (as in a cell)
    st.times(),
    st.timedeltas(timedelta(0), timedelta(days=3)),
)
spans = st.integers(0, 4)
places = st.tuples(st.integers(1, ROWS), st.integers(1, COLUMNS))


def _fill(worksheet, row, person):
    for place in range(8):
        name = ("Jan Peeters", "An Maes", "firma NetHulp")[place % 3]
        worksheet.cell(row + place, person + place % 3, f"{name} {place % 4 + 1}u")
        worksheet.cell(row + place, 4 + place % 2, "x")


def _base():
    """The two overviews, cut to their first rows to be quick."""
    book = open_grids(official_book(_fill))
    grids = []
    for grid in book.grids[2:]:
        cells = {at: cell for at, cell in grid.cells.items() if at[0] <= ROWS}
        merges = tuple(m for m in grid.merges if m[2] <= ROWS)
        grids.append(Grid(grid.name, False, cells, ROWS, grid.max_col, merges))
    return grids


@st.composite
def changes(draw):
    """A list of changes, each a word and what it needs."""
    return draw(
        st.lists(
            st.one_of(
                st.tuples(st.just("type"), places, values),
                st.tuples(st.just("delete"), places),
                st.tuples(st.just("move"), places, places),
                st.tuples(st.just("swap"), st.integers(1, ROWS), st.integers(1, ROWS)),
                st.tuples(st.just("insert"), st.integers(1, COLUMNS)),
                st.tuples(st.just("row"), st.integers(1, ROWS)),
                st.tuples(st.just("comment"), places, st.text(min_size=1, max_size=9)),
                st.tuples(st.just("strike"), places),
                st.tuples(st.just("fill"), places),
                st.tuples(
                    st.just("merge"), places, st.integers(0, 4), st.integers(0, 3)
                ),
            ),
            max_size=12,
        )
    )


def _copy(cell, row, col):
    return GridCell(
        row, col, cell.value, cell.text, cell.formula, cell.comment, cell.struck,
        cell.fill, cell.font, cell.bold, cell.number_format, cell.struck_part,
    )  # fmt: skip


def _mapped(grid, change):
    """Put every cell at another place: ``change(row, col)`` gives it."""
    cells = {}
    for (row, col), cell in grid.cells.items():
        at = change(row, col)
        cells[at] = _copy(cell, *at)
    grid.cells = cells


def mutate(grid, some):
    for what, *rest in some:
        _MUTATIONS[what](grid, *rest)
    places_ = grid.cells or {(0, 0): None}
    grid.max_row = max(row for row, _col in places_)
    grid.max_col = max(col for _row, col in places_)


def _type(grid, at, value):
    grid.cells[at] = GridCell(*at, value, str(value))


def _move(grid, old, new):
    cell = grid.cells.pop(old, None)
    if cell:
        grid.cells[new] = _copy(cell, *new)


def _swap(grid, one, other):
    rows = {one: other, other: one}
    _mapped(grid, lambda row, col: (rows.get(row, row), col))


def _comment(grid, at, text):
    grid.cells.setdefault(at, GridCell(*at)).comment = text


def _strike(grid, at):
    grid.cells.setdefault(at, GridCell(*at)).struck = True


def _paint(grid, at):
    grid.cells.setdefault(at, GridCell(*at)).fill = "7030A0"


def _merge(grid, at, down, right):
    row, col = at
    grid.merges += ((row, col, row + down, col + right),)


_MUTATIONS = {
    "type": _type,
    "delete": lambda grid, at: grid.cells.pop(at, None),
    "move": _move,
    "swap": _swap,
    "insert": lambda g, at: _mapped(g, lambda row, col: (row, col + (col >= at))),
    "row": lambda g, at: _mapped(g, lambda row, col: (row + (row >= at), col)),
    "comment": _comment,
    "strike": _strike,
    "fill": _paint,
    "merge": _merge,
}


@tagged("-at_install", "post_install")
class TestReaderMutations(BaseCase):
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(changes(), st.booleans())
    def test_nothing_is_lost(self, some, target):
        grid = _base_of(target)
        mutate(grid, some)
        book = read_grids(GridBook((grid,)), filename="BS De Linde.xlsx")
        self.assertEqual(book.lost, ())
        self._check(grid, as_json(book))

    def _check(self, grid, result):
        """On our own, without the reader's accounting: look into the JSON."""
        self.assertEqual(result["summary"]["lost"], 0)
        for sheet in result["sheets"]:
            roles = {c["column"]: c["role"] for c in sheet["columns"]}
            by_row = {row["row"]: row for row in sheet["rows"]}
            for (number, _col), cell in grid.cells.items():
                row = by_row.get(number)
                if row is None:
                    continue
                letter = cell.address.rstrip("0123456789")
                role = roles.get(letter, "")
                told = [
                    one["text"]
                    for one in (*row["people"], *row["notes"])
                    if one["cell"] == cell.address
                ]
                if cell.comment and cell.comment.strip():
                    self.assertTrue(
                        any(cell.comment.strip() in text for text in told),
                        (cell.address, cell.comment),
                    )
                text = cell.text.strip()
                if not text or role in UNDERSTOOD or is_template_hint(text):
                    continue
                said = any(text in one for one in told)
                if role.startswith(MARKS) and not said:
                    clear = any(
                        (row["level"], row["priority"], not row["applicable"])
                    ) or text.casefold() in ("0", "n", "-", "nee", "false", "x", "an")
                    self.assertTrue(clear, (cell.address, text))
                    continue
                if role == "total" and cell.formula:
                    continue
                self.assertTrue(said, (cell.address, text, role, told))


_BASES = []


def _base_of(target):
    """A fresh copy of one of the overviews; opened once."""
    if not _BASES:
        _BASES.extend(_base())
    base = _BASES[int(target)]
    cells = {at: _copy(cell, *at) for at, cell in base.cells.items()}
    return Grid(base.name, False, cells, base.max_row, base.max_col, base.merges)
