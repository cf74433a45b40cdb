# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Open notes of an import on the sheet: a yellow cell with the raw text as comment.

The comment starts and ends with fixed words, so that the reader can tell it from what
people wrote: ``is_open_note`` is true for an untouched comment of ours only. As soon as
somebody adds a word to it, it is theirs and is kept like any other.
"""

from __future__ import annotations

from .labels import EN, NL, Labels
from .model import OpenNote
from .notation import MAX_CELL, clean_text, cut_utf16


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
