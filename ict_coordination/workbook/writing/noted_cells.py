# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Open notes on a sheet: which cell is yellow and carries the comment."""

from __future__ import annotations

from ..labels import Labels
from ..model import OpenNote, Row
from ..open_notes import comment_text
from .formats import Formats
from .heights import wrapped_lines

AUTHOR = "ict_coordination"
_COLUMNS, _WIDTH, _LINE = 44, 320, 18  # characters, and pixels
_MAX_LINES = 30


def notes_by_column(
    row: Row, column_of: dict[str, int], remark: int
) -> dict[int, list[OpenNote]]:
    """Return the notes of a row by the column that shows them.

    ``column_of`` gives the column of each ``Person.key``; a note about nobody, or
    about somebody without a column, stands with the remark.
    """
    result: dict[int, list[OpenNote]] = {}
    for note in row.open_notes:
        column = column_of.get(note.person, remark) if note.person else remark
        result.setdefault(column, []).append(note)
    return result


def write_open_notes(
    row_index: int,
    notes: dict[int, list[OpenNote]],
    written: set[int],
    applicable: bool,
    worksheet,
    formats: Formats,
    labels: Labels,
) -> None:
    """Add the comments of a row, and the yellow where nothing was ``written`` yet."""
    for column, some in notes.items():
        if column not in written:
            worksheet.write_blank(row_index, column, None, formats["noted"])
        if not applicable:
            # the grey of such a row is a rule, and only an earlier rule beats it
            rule = {
                "type": "formula",
                "criteria": "=TRUE",
                "format": formats["if_noted"],
            }
            worksheet.conditional_format(row_index, column, row_index, column, rule)
        text = comment_text(some, labels)
        lines = min(_MAX_LINES, wrapped_lines(text, _COLUMNS) + 1)
        worksheet.write_comment(
            row_index,
            column,
            text,
            {"author": AUTHOR, "width": _WIDTH, "height": _LINE * lines},
        )
