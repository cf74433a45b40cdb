# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""How people and hours are written in a cell: "Jan Peeters ca. 2 u (BPT)".

The heading of a column and the start of each of its cells are the same text, so that a
formula (and a person) can take the name away and keep the hours.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .hours import format_number, hour_unit
from .labels import Labels
from .model import Entry, Person, Row

# Excel's limit for the text of one cell; xlsxwriter drops a longer one altogether.
# It counts UTF-16 units, and characters outside the first plane take two.
MAX_CELL = 32767
# not allowed in XML 1.0, or half of a character
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def cut_utf16(text: str, limit: int) -> str:
    """Cut to ``limit`` UTF-16 units, which is how Excel counts.

    >>> cut_utf16("a😀b", 2), cut_utf16("a😀b", 3)
    ('a', 'a😀')
    """
    if len(text) * 2 <= limit:
        return text
    units = 0
    for index, character in enumerate(text):
        units += 2 if character > "\uffff" else 1
        if units > limit:
            return text[:index]
    return text


def clean_text(text: str) -> str:
    """Return text that any spreadsheet program can hold; line breaks stay.

    >>> clean_text("a\\r\\nb\\x00c")
    'a\\nbc'
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return cut_utf16(_ILLEGAL.sub("", text), MAX_CELL)


def one_line(text: str) -> str:
    """Return cleaned text without line breaks or double blanks."""
    return " ".join(clean_text(text).split())


@lru_cache(maxsize=4096)
def _label(kind: str, name: str, prefix: str) -> str:
    name = one_line(name)
    if not prefix:
        return name or "?"
    if name.casefold() == prefix or name.casefold().startswith(prefix + " "):
        return name
    return f"{prefix} {name}".strip()


def person_label(person: Person, labels: Labels) -> str:
    """Return the heading of a person's column, never empty.

    Anybody but an employee starts with a word that tells what it is. A name that has
    that word already gets no second one, so the reader takes both as the same name.

    >>> from .labels import NL
    >>> person_label(Person("p", "NetHulp", "partner"), NL)
    'firma NetHulp'
    >>> person_label(Person("v", "Vacature ICT", "vacancy"), NL)
    'Vacature ICT'
    """
    return _label(person.kind, person.name, labels.person_prefixes.get(person.kind, ""))


def entry_text(label: str, entry: Entry, labels: Labels) -> str:
    """Return the text of a person cell.

    >>> from .labels import NL
    >>> entry_text("Jan Peeters", Entry("j", 2.5, "assumed", "BPT"), NL)
    'Jan Peeters ca. 2,5 u (BPT)'
    >>> entry_text("Jan Peeters", Entry("j"), NL)
    'Jan Peeters'
    """
    text = label + _hours_text(
        entry.hours, entry.certainty == "assumed", labels.language
    )
    if entry.funding:
        text += f" ({one_line(entry.funding)})"
    return text


@lru_cache(maxsize=4096)
def _hours_text(hours: float | None, assumed: bool, language: str) -> str:
    if hours is None:
        return ""
    estimate = " ca." if assumed else ""
    return f"{estimate} {format_number(hours, language)} {hour_unit(language)}"


def mandates_text(row: Row, names: dict[str, str], labels: Labels) -> str:
    """Return who has which mandate on the row, one line per person, or ''.

    ``names`` gives the heading of each ``Person.key``.

    >>> from .labels import NL
    >>> row = Row("", "policy", "x", entries=(Entry("j", mandates=("decides",)),))
    >>> mandates_text(row, {"j": "Jan"}, NL)
    'Jan: beslist'
    """
    return "\n".join(
        f"{names[entry.person]}: "
        + ", ".join(labels.mandates[mandate] for mandate in entry.mandates)
        for entry in row.entries
        if entry.mandates
    )
