# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The column of mandates: "Jan Peeters: beslist, voert uit", one line per person."""

from __future__ import annotations

from dataclasses import replace

from ..found import FoundPerson, Note
from ..grammar import name_words
from ..labels import EN, NL
from ..model import MANDATES
from .context import Table, note, raw
from .words import plain

_WORDS = {
    plain(words): code for labels in (NL, EN) for code, words in labels.mandates.items()
} | {
    plain(words): code
    for code, words in (
        ("decides", "beslissen"),
        ("executes", "uitvoeren"),
        ("executes", "voert uit"),
        ("steers", "stuurt aan en volgt op"),
        ("steers", "aansturen"),
        ("contact", "aanspreekpunt en voortouw"),
    )
}


def set_mandates(
    table: Table, picked, people: tuple[FoundPerson, ...], notes: list[Note]
) -> tuple[FoundPerson, ...]:
    """Return the people with their mandates; a line that says more is noted.

    Without a column of mandates they stay ``None``: the workbook says nothing.
    """
    columns = [column for column in table.columns if column.role == "mandates"]
    if not columns:
        return people
    headings = {
        column.col: column.heading
        for column in table.columns
        if column.role == "person"
    }
    labels = [_names(person, headings, table) for person in people]
    found: dict[int, list[str]] = {index: [] for index in range(len(people))}
    for cell in picked.get(columns[0].col, ()):
        if cell.struck:
            notes.append(note(cell, "C", "struck"))
            continue
        for text in raw(cell).split("\n"):
            if text.strip() and not _line(text.strip(), labels, found):
                notes.append(note(cell, "C", "mandates_unread", (text.strip(),)))
    return tuple(
        replace(person, mandates=tuple(m for m in MANDATES if m in found[index]))
        for index, person in enumerate(people)
    )


def _names(person, headings, table):
    """The texts that a line about somebody can start with."""
    column = next(
        (c for c in table.columns if c.person and person.cell == _at(c, person)), None
    )
    return {name for name in (column and column.heading, person.name) if name}


def _at(column, person):
    letter = person.cell.rstrip("0123456789")
    return person.cell if column.found().letter == letter else ""


def _line(text, labels, found):
    """Give the mandates of one line to whom it names; the longest name first."""
    starts = [
        (len(name), not found[index], -index)
        for index, names in enumerate(labels)
        for name in names
        if text.startswith(f"{name}:")
    ]
    if starts:
        # of two with the same name: who has none yet
        length, _free, place = max(starts)
        index = -place
    else:
        head = text.rpartition(":")[0]
        same = [
            place
            for place, names in enumerate(labels)
            if head and any(name_words(name) == name_words(head) for name in names)
        ]
        if len(same) != 1:
            return False
        index, length = same[0], len(head)
    words = [plain(word) for word in text[length + 1 :].split(",")]
    codes = [_WORDS.get(word) for word in words]
    if not all(codes):
        return False
    found[index] += codes
    return True
