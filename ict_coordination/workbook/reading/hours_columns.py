# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Columns of hours beside columns of names: "Wie" and "# uur/week"."""

from __future__ import annotations

from dataclasses import replace

from ..found import CellReading, Note, Proposal
from ..grammar import is_template_hint
from ..grid import GridCell
from ..hours import format_hours
from .context import Table, moved, note, raw
from .people import Entry, grammar_of


def add_hours(
    table: Table, entries: list[Entry], picked: dict[int, list[GridCell]]
) -> list[Note]:
    """Bring the columns of hours to their people; change ``entries`` in place."""
    notes: list[Note] = []
    for column in table.columns:
        if column.role != "hours_of":
            continue
        for cell in picked.get(column.col, ()):
            text = cell.text.strip()
            if (not text and cell.value is None and not cell.formula) or (
                is_template_hint(text)
            ):
                continue
            if cell.struck:
                notes.append(note(cell, "C", "struck"))
                continue
            notes += _add_hours(table, entries, column, cell)
    return notes


def _add_hours(table, entries, column, cell):
    places = [
        index
        for index, (owner, _cell, reading) in enumerate(entries)
        if reading.people and (not column.partner or owner.col == column.partner)
    ]
    same_row = [index for index in places if entries[index][1].row == cell.row]
    places = same_row or places
    people = [person for index in places for person in entries[index][2].people]
    if not people:
        reading = grammar_of(table, column, cell)
        if reading.people:
            entries.append((column, cell, reading))
            return []
        return [note(cell, "C", "hours_without_person", (raw(cell),))]
    if len(people) > 1:
        return _hours_of_several(table, entries, places, column, cell)
    index, (person,) = places[0], people
    owner, home, reading = entries[index]
    hours = grammar_of(table, column, cell, person=person)
    found = [other for other in hours.people if other.hours is not None]
    if len(found) == 1 and person.hours is not None:
        if found[0].hours == person.hours:
            return []
        both = (person, replace(person, hours=found[0].hours))
        proposals = tuple(
            Proposal("take_hours", (format_hours(one.hours),), people=(one,))
            for one in both
        )
        values = (format_hours(person.hours), format_hours(found[0].hours))
        said = note(home, "C", "hours_differ", (*values, cell.address), proposals)
        unknown = replace(person, hours=None, certainty="unknown")
        entries[index] = (owner, home, CellReading((unknown,), (*reading.notes, said)))
        return []
    if len(hours.people) == 1:
        other = hours.people[0]
        person = replace(
            person,
            hours=other.hours,
            certainty=other.certainty,
            funding=person.funding or other.funding,
        )
        entries[index] = (owner, home, replace(reading, people=(person,)))
    # proposals replace the people of the cell with the name
    return [
        replace(
            one,
            cell=home.address,
            text=raw(cell),
            proposals=tuple(
                replace(p, people=p.people and moved(p.people, home))
                for p in one.proposals
            ),
        )
        for one in hours.notes
    ]


def _by_line(table, entries, place, column, cell):
    """ "Jan", "An" on two lines beside "2", "1" on two lines: line by line."""
    owner, home, reading = entries[place]
    names, hours = (
        [line.strip() for line in raw(one).split("\n") if line.strip()]
        for one in (home, cell)
    )
    people = reading.people
    if not (len(names) == len(hours) == len(people)) or len(people) < 2:
        return None
    found = []
    for person, text in zip(people, hours, strict=True):
        one = grammar_of(table, column, cell, text=text, person=person)
        if person.hours is not None or one.notes or len(one.people) != 1:
            return None
        if one.people[0].hours is None:
            return None
        found.append(replace(person, hours=one.people[0].hours, certainty="assumed"))
    entries[place] = (owner, home, replace(reading, people=tuple(found)))
    return [note(cell, "B", "hours_by_line")]


def _hours_of_several(table, entries, places, column, cell):
    """One number beside several people: together or each? Nobody gets it silently."""
    if len(places) == 1:
        found = _by_line(table, entries, places[0], column, cell)
        if found:
            return found
    notes = []
    for index in places:
        _owner, home, reading = entries[index]
        each = []
        for person in reading.people:
            hours = grammar_of(table, column, cell, person=person).people
            known = len(hours) == 1 and person.hours is None
            each.append(
                replace(person, hours=hours[0].hours, certainty=hours[0].certainty)
                if known
                else person
            )
        if tuple(each) != reading.people:
            proposal = Proposal("hours_each", people=tuple(each))
            values = (raw(cell), cell.address)
            notes.append(note(home, "C", "hours_of_several", values, (proposal,)))
    notes.append(note(cell, "C", "hours_of_several", (raw(cell), cell.address)))
    return notes
