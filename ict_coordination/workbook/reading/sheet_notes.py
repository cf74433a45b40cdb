# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Notes about a sheet as a whole: guessed columns, hidden things, text outside."""

from __future__ import annotations

from collections.abc import Sequence

from ..found import Note
from ..grid import Grid, column_letter
from .columns import Column
from .context import Table, raw
from .lines import Lines

_MAX_TEXT, _MAX_CELLS = 300, 40


def sheet_note(cell: str, text: str, klass: str, code: str, values=()) -> Note:
    """Return a note about a sheet."""
    return Note(cell, text, klass, code, tuple(map(str, values)))


def column_notes(columns: Sequence[Column]) -> list[Note]:
    """Say which columns were read by a guess."""
    notes = []
    for column in columns:
        letter = column_letter(column.col)
        if column.guessed and column.person:
            values = (letter, column.heading)
            notes.append(
                sheet_note(letter, column.heading, "B", "column_is_person", values)
            )
        if column.others:
            values = (letter, column.heading)
            notes.append(
                sheet_note(letter, column.heading, "B", "column_of_others", values)
            )
        if column.partner:
            values = (letter, column.heading, column_letter(column.partner))
            notes.append(
                sheet_note(letter, column.heading, "B", "hours_column", values)
            )
    return notes


def total_notes(table: Table, lines: Lines) -> list[Note]:
    """Say once per column that typed totals were left out."""
    notes = []
    for column in table.columns:
        cells = [
            cell
            for line in lines.tasks
            if column.role == "total"
            and (cell := table.view.cells.get((line.row, column.col)))
            and cell.text.strip()
            and not cell.formula
        ]
        if cells:
            letter, values = column_letter(column.col), (column.heading,)
            text = column.heading or cells[0].text
            notes.append(sheet_note(letter, text, "B", "total_column", values))
    return notes


def outside_notes(lines: Lines, columns: Sequence[Column]) -> list[Note]:
    """Rows outside the table: with people a question, other text an assumption."""
    people = {c.col for c in columns if c.role in ("person", "hours_of")}
    notes = []
    for cells in lines.outside:
        cells = [cell for cell in cells if raw(cell).strip() or cell.comment]
        if not cells:
            continue
        text = " | ".join(raw(cell) or cell.comment for cell in cells)
        klass = "C" if any(cell.col in people for cell in cells) else "B"
        address = cells[0].address
        short = text if len(text) <= _MAX_TEXT else text[: _MAX_TEXT - 1] + "…"
        notes.append(sheet_note(address, text, klass, "outside", (short,)))
    return notes


def colour_notes(found: Sequence[tuple[Column, list[str]]]) -> list[Note]:
    """Say once per column which of its coloured boxes were not read."""
    notes = []
    for column, cells in found:
        words = ", ".join(cells[:_MAX_CELLS]) + " …" * (len(cells) > _MAX_CELLS)
        values = (column.heading, words)
        notes.append(sheet_note(cells[0], words, "C", "colours_unread", values))
    return notes


def hidden_notes(grid: Grid) -> list[Note]:
    """Hidden things are read like all others; say so."""
    notes = []
    if grid.hidden:
        notes.append(sheet_note("A1", grid.name, "B", "hidden_sheet"))
    rows = sorted({row for row, _col in grid.cells if row in grid.hidden_rows})
    if rows:
        words = _ranges(rows, str)
        notes.append(sheet_note(f"A{rows[0]}", words, "B", "hidden_rows", (words,)))
    cols = sorted({col for _row, col in grid.cells if col in grid.hidden_cols})
    if cols:
        words = _ranges(cols, column_letter)
        letter = column_letter(cols[0])
        notes.append(sheet_note(letter, words, "B", "hidden_columns", (words,)))
    return notes


def _ranges(numbers, name):
    """Write 3, 4, 5, 9 as "3-5, 9".

    >>> _ranges([3, 4, 5, 9], str)
    '3-5, 9'
    """
    groups: list[list[int]] = []
    for number in numbers:
        if groups and groups[-1][-1] == number - 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return ", ".join(
        name(group[0]) if len(group) == 1 else f"{name(group[0])}-{name(group[-1])}"
        for group in groups
    )
