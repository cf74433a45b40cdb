# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The people of a row: person cells, columns of hours, struck and merged cells."""

from __future__ import annotations

import re
from dataclasses import replace

from ..found import CellReading, FoundPerson, Proposal
from ..grammar import CellInput, is_template_hint, normal_name, read_cell
from ..grid import GridCell
from ..hours import format_hours, round_hours
from .columns import Column
from .context import Table, moved, note, raw
from .words import plain

_IDEM = frozenset(
    ("idem", "id", "ditto", "zelfde", "hetzelfde", "zie hierboven", "idem hierboven",
     "same", "dezelfde", "zie boven")
)  # fmt: skip
_QUOTES = frozenset(('"', "''", "”", "“", "„", "〃", ",,", "′′", '" "', "’’"))

_BARE = re.compile(r"[-–]?\s*[\d.,½¼¾]+")

Entry = tuple[Column, GridCell, CellReading]


def read_person(table: Table, column: Column, cell: GridCell) -> CellReading:
    """Return the people of one cell, with notes about strikes and merges."""
    text = cell.text.strip()
    if not text and cell.value is None and not cell.formula:
        return CellReading()
    exact = (
        (table.own or table.exact) and column.person and text.startswith(column.heading)
    )
    if exact and not cell.struck:
        return grammar_of(table, column, cell)
    if text and is_template_hint(text):
        return CellReading()
    if cell.struck:
        reading = grammar_of(table, column, cell)
        proposals = [Proposal("read_anyway", people=reading.people)]
        proposals = proposals if reading.people else ()
        return CellReading(notes=(note(cell, "C", "struck", (), proposals),))
    if cell.struck_part:
        return _partly_struck(table, column, cell)
    if plain(text) in _IDEM or text in _QUOTES:
        return _same_as_above(table, column, cell)
    merge = table.view.merge(cell.row, cell.col)
    if merge and merge[3] > merge[1]:
        reading = _over_columns(table, column, cell, merge)
        if reading is not None:
            return reading
    reading = grammar_of(table, column, cell)
    count = table.shared_rows(cell)
    if count > 1 and reading.people:
        reading = replace(
            reading, notes=(*reading.notes, _merged_note(cell, reading, count))
        )
    return reading


def grammar_of(table, column, cell, text=None, person=None):
    """Read a cell; what its column or row says of its number goes with it."""
    said = cell.text if text is None else text
    extra = _measure(table, column, cell, said)
    if not extra:
        return _grammar_of(table, column, cell, text, person)
    reading = _grammar_of(table, column, cell, f"{said.strip()} {extra}", person)
    return CellReading(
        moved(reading.people, cell),
        tuple(
            replace(
                one,
                text=raw(cell),
                proposals=tuple(
                    replace(p, people=p.people and moved(p.people, cell))
                    for p in one.proposals
                ),
            )
            for one in reading.notes
        ),
        reading.applicable,
    )


def _measure(table, column, cell, text):
    """Return the unit of a bare number, or how often the hours are: "dagelijks"."""
    if table.own or table.exact:
        return ""
    if column.unit and _BARE.fullmatch(text.strip()):
        return column.unit
    often = table.often.get(cell.row, "")
    return often if often and any(map(str.isdigit, text)) else ""


def _grammar_of(table, column, cell, text, person):
    given = CellInput(
        value=cell.value if text is None else text,
        text=cell.text if text is None else text,
        address=cell.address,
        formula=cell.formula if text is None else None,
        heading=person or column.person,
        number_format=cell.number_format if text is None else None,
        own=table.own or table.exact,
        heading_text=column.heading if column.person else "",
    )
    try:
        return read_cell(given)
    except (ArithmeticError, ValueError):
        # a number beyond all measure: one bad cell never stops the rest
        return CellReading(notes=(note(cell, "C", "not_understood", (given.raw,)),))


def _merged_note(cell, reading, count):
    """One cell for several tasks: counted for each, another reading is a share."""
    shares = tuple(
        person
        if person.hours is None
        else replace(person, hours=round_hours(person.hours / count))
        for person in reading.people
    )
    proposals = ()
    if shares != reading.people:
        proposals = (Proposal("share_hours", (str(count),), people=shares),)
    return note(cell, "B", "merged_people", (count,), proposals)


def _partly_struck(table, column, cell):
    rest = cell.text.replace(cell.struck_part, " ", 1).strip(" ,;+/\n")
    whole = grammar_of(table, column, cell)
    reading = grammar_of(table, column, cell, text=rest) if rest else CellReading()
    proposals = [Proposal("read_anyway", people=whole.people)] if whole.people else ()
    said = note(cell, "C", "struck_part", (cell.struck_part.strip(),), proposals)
    people = tuple(replace(person, text=raw(cell)) for person in reading.people)
    notes = tuple(replace(one, text=raw(cell)) for one in reading.notes)
    return CellReading(people, (*notes, said), reading.applicable)


def _same_as_above(table, column, cell):
    above = table.above.get(column.col, ())
    proposals = ()
    if above:
        names = ", ".join(_said(person) for person in above)
        people = moved(above, cell)
        proposals = (Proposal("same_as_above", (names,), people=people),)
    return CellReading(notes=(note(cell, "C", "idem", (raw(cell),), proposals),))


def _said(person):
    name = person.name or person.kind
    return (
        name if person.hours is None else f"{name} {format_hours(person.hours, 'nl')}"
    )


def _over_columns(table, column, cell, merge):
    """Hours merged over the columns of several people: together or each?"""
    headings = [
        other.person
        for other in table.columns
        if other.role == "person" and merge[1] <= other.col <= merge[3] and other.person
    ]
    if len(headings) < 2:
        return None
    readings = [grammar_of(table, column, cell, person=person) for person in headings]
    named = [reading.people for reading in readings]
    if not all(len(people) == 1 for people in named):
        return None
    if len({people[0].name for people in named}) < len(named):
        # the cell names somebody itself
        return None
    each = tuple(people[0] for people in named)
    unknown = tuple(replace(p, hours=None, certainty="unknown") for p in each)
    share = tuple(
        replace(p, hours=None if p.hours is None else round_hours(p.hours / len(each)))
        for p in each
    )
    proposals = (
        Proposal("hours_each", people=each),
        Proposal("hours_together", people=share),
    )
    said = note(cell, "C", "merged_columns", (len(each),), proposals)
    return CellReading(unknown, (said,))


def mark_repeats(entries: list[Entry]) -> None:
    """Somebody twice on one row: one entry without hours, both cells noted."""
    places: dict[str, list[tuple[int, FoundPerson]]] = {}
    for index, (_column, _cell, reading) in enumerate(entries):
        for person in reading.people:
            if person.name and person.kind == "person":
                key = normal_name(person.name)
                places.setdefault(key, []).append((index, person))
    for key, found in places.items():
        if len(found) > 1 and key:
            _one_of(entries, found)


def _one_of(entries, found):
    (first, person), *others = found
    dropped = {id(other) for _index, other in others}
    for index in {index for index, _other in others}:
        column, cell, reading = entries[index]
        people = tuple(p for p in reading.people if id(p) not in dropped)
        notes = reading.notes
        if index != first:
            said = note(cell, "C", "twice_on_row", (person.name, person.cell))
            notes = (*notes, said)
        entries[index] = (column, cell, replace(reading, people=people, notes=notes))
    column, cell, reading = entries[first]
    known = [one.hours for _index, one in found if one.hours is not None]
    wanted = dict.fromkeys([round_hours(sum(known)), *known] if known else [])

    def with_hours(hours, certainty):
        return tuple(
            replace(p, hours=hours, certainty=certainty) if p is person else p
            for p in reading.people
        )

    proposals = tuple(
        Proposal("take_hours", (format_hours(h),), people=with_hours(h, "exact"))
        for h in wanted
    )
    cells = ", ".join(dict.fromkeys(one.cell for _index, one in found))
    said = note(cell, "C", "twice_on_row", (person.name, cells), proposals)
    people = with_hours(None, "unknown")
    entries[first] = (
        column,
        cell,
        replace(reading, people=people, notes=(*reading.notes, said)),
    )
