# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""A sheet after somebody decided about its notes.

A note is named by the number of its row and its place among the notes of that row.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from .found import CARRIED_CODES, FoundRow, FoundSheet, Note, Proposal

NoteKey = tuple[int, int]


def settled_rows(
    sheet: FoundSheet,
    accepted: Mapping[NoteKey, int],
    dismissed: Collection[NoteKey] = (),
) -> tuple[FoundRow, ...]:
    """Return the rows with what was accepted, and with the remarks that are carried.

    :param accepted: ``{note: number of the proposal}``
    :param dismissed: notes that somebody wants to leave alone; their text is not
        carried to the remark of the task
    """
    return tuple(_settled(row, accepted, dismissed) for row in sheet.rows)


def _settled(row, accepted, dismissed):
    for place, note in enumerate(row.notes):
        key = row.row, place
        if key in accepted and accepted[key] < len(note.proposals):
            row = with_proposal(row, note, note.proposals[accepted[key]])
        elif note.code in CARRIED_CODES and key not in dismissed:
            row = replace(row, remark=add_text(row.remark, carried_text(note)))
    return row


def with_proposal(row: FoundRow, note: Note, proposal: Proposal) -> FoundRow:
    """Return the row with one proposal of one of its notes."""
    values = {
        name: value
        for name in ("applicable", "level", "priority")
        if (value := getattr(proposal, name)) is not None
    }
    if proposal.people is not None:
        kept = (person for person in row.people if person.cell != note.cell)
        values["people"] = (*kept, *proposal.people)
    if proposal.remark:
        values["remark"] = add_text(row.remark, proposal.remark)
    return replace(row, **values)


def carried_text(note: Note) -> str:
    """Return what the remark of the task gets: with the heading of its column."""
    heading = ""
    if note.code == "extra_column" and len(note.values) > 1:
        heading = note.values[0].strip()
    return f"{heading}: {note.text}" if heading else note.text


def add_text(text: str, more: str) -> str:
    """Return both, on lines of their own; not twice the same.

    >>> add_text("a", "b"), add_text("a\\nb", "b"), add_text("", "b")
    ('a\\nb', 'a\\nb', 'b')
    """
    more = more.strip()
    if not more or more in text.split("\n") or more == text:
        return text
    return f"{text}\n{more}" if text else more
