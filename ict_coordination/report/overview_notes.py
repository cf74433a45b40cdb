"""What imports could not read and nobody has solved yet, by the line it belongs to."""

from collections import defaultdict

from ..workbook import OpenNote
from .book_parts import person_key


def open_notes(overviews):
    """Return ``{line id: (OpenNote, …)}`` of the open notes of class C.

    Read with the rights of the caller: whoever may not read imports sees none.
    """
    notes = overviews.env["ict.import.note"]
    if not notes.has_access("read"):
        return {}
    result = defaultdict(list)
    for note in notes.search_fetch(
        [
            ("line_id.overview_id", "in", overviews.ids),
            ("state", "=", "open"),
            ("klass", "=", "C"),
        ],
        ["line_id", "allocation_id", "cell", "text", "code", "values", "proposals"],
        order="id",
    ):
        member = note.allocation_id.member_id
        result[note.line_id.id].append(
            OpenNote(
                text=note.text or "",
                cell=note.cell or "",
                message=note.message or "",
                person=person_key(member) if member else None,
            )
        )
    return {line_id: tuple(found) for line_id, found in result.items()}
