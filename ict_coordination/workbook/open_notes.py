# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Open notes of an import on the sheet: a yellow cell with the raw text as comment.

The comment starts and ends with fixed words, so that the reader can tell it from what
people wrote: ``is_open_note`` is true for an untouched comment of ours only. As soon as
somebody adds a word to it, it is theirs and is kept like any other.
"""

from __future__ import annotations

from .formats import Formats
from .heights import wrapped_lines
from .labels import EN, NL, Labels
from .model import OpenNote, Row
from .notation import MAX_CELL, clean_text, cut_utf16

AUTHOR = "ict_coordination"
_COLUMNS, _WIDTH, _LINE = 44, 320, 18  # characters, and pixels
_MAX_LINES = 30


def comment_text(notes: list[OpenNote], labels: Labels) -> str:
    """Return the comment for the notes of one cell.

    >>> print(comment_text([OpenNote("Jan of An 3u?", "F7", "twee namen")], NL))
    Open notitie bij het inlezen
    In F7 stond: Jan of An 3u?
    Onduidelijk: twee namen
    (toegevoegd door de export)
    """
    lines = [labels.open_note]
    for note in notes:
        stood_in = labels.open_note_stood_in if note.cell else "{text}"
        lines.append(stood_in.format(cell=note.cell, text=note.text))
        if note.message:
            lines.append(labels.open_note_unclear.format(message=note.message))
    end = f"\n{labels.open_note_end}"
    return cut_utf16(clean_text("\n".join(lines)), MAX_CELL - len(end)) + end


def is_open_note(comment: str) -> bool:
    """Tell whether a cell comment is one that the export wrote, as it wrote it.

    >>> text = comment_text([OpenNote("Jan?")], EN)
    >>> is_open_note(text), is_open_note(text + " solved"), is_open_note("Jan?")
    (True, False, False)
    """
    text = comment.strip()
    return any(
        text.startswith(labels.open_note) and text.endswith(labels.open_note_end)
        for labels in (NL, EN)
    )


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
