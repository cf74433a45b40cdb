# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What somebody typed in a cell, read by the grammar of the import.

Class A and B become values (B with a remark), class C becomes a question with
proposals. The words of a text may be about somebody else: then the value is for the
cell of that person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ..workbook.found import CellReading, FoundPerson
from ..workbook.grammar import CellInput, read_cell
from ..workbook.messages import message_text, proposal_text
from ..workbook.snapshot import DEFAULT_MANDATES, EntryValues
from .desk import Desk
from .values import CellValue, Refusal, clean_text


class Question(Exception):
    """Something that only the user can decide; nothing is written until then.

    ``proposals`` are ``(label, CellValue | None)`` for the cell itself.
    """

    def __init__(self, message: str, proposals=()):
        super().__init__(message)
        self.message, self.proposals = message, tuple(proposals)


@dataclass(slots=True)
class Typed:
    """What a text asks for: the own cell is always in ``cells``."""

    cells: dict[int, CellValue | None]
    not_applicable: bool = False
    remarks: list[str] = field(default_factory=list)


def read_typed(
    text: str,
    member: int,
    base: CellValue | None,
    now: Callable[[int], CellValue | None],
    desk: Desk,
) -> Typed:
    """Return what ``text`` in the column of ``member`` asks for.

    :param base: what stood in the cell when it was typed; mandates, funding and remark
        stay as they were there unless the text says otherwise
    :param now: member → what stands in the cell of another member of this line
    :raise Question: class C, or somebody who is not known
    """
    heading = desk.members[member].found()
    reading = read_cell(
        CellInput(text, text, heading=heading, heading_text=heading.name or "")
    )
    reader = _Reader(text, member, heading, base, now, desk)
    if any(note.klass == "C" for note in reading.notes):
        raise reader.question(reading)
    return reader.typed(reading)


class _Reader:
    def __init__(self, text, member, heading, base, now, desk):
        self.text, self.member, self.heading = text, member, heading
        self.base, self.now, self.desk = base, now, desk
        self.not_about = set()  # names that turned out to be the column's own person

    # --- certain enough ---

    def typed(self, reading: CellReading) -> Typed:
        if reading.applicable is False:
            return Typed({self.member: None}, True, self._remarks(reading))
        typed = Typed({})
        more = []
        beside = _left_aside(reading)
        for person in reading.people:
            member = self._member_of(person, more)
            if member in typed.cells:
                raise Question(self._words("same_member_twice", self._name(member)))
            was = self.base if member == self.member else self.now(member)
            typed.cells[member] = self._value(person, was, beside, more)
            beside = ""
        typed.cells.setdefault(self.member, None)
        typed.remarks = self._remarks(reading) + more
        return typed

    def _remarks(self, reading):
        return [
            note.message(self.desk.language)
            for note in reading.notes
            if not (
                note.code == "other_than_heading" and note.values[0] in self.not_about
            )
        ]

    def _member_of(self, person: FoundPerson, remarks) -> int:
        if self._is_own(person):
            return self.member
        name = person.name or person.text or self.text
        match = self.desk.find(person)
        if match.how == "ambiguous":
            who = ", ".join(self._name(member) for member in match.keys)
            raise Question(self.desk.say("ambiguous_person", name=name, people=who))
        if match.how == "near":
            who = self._name(match.keys[0])
            raise Question(self.desk.say("near_person", name=name, other=who))
        if match.how == "none":
            raise Question(self.desk.say("unknown_person", name=name))
        member = match.keys[0]
        if member == self.member:
            self.not_about.add(person.name)
        elif match.how == "likely" or not person.name:
            remarks.append(self._words("likely_person", name, self._name(member)))
        return member

    def _is_own(self, person):
        own = self.heading
        return person.name == own.name and person.kind == own.kind

    def _value(self, person, was, beside, remarks) -> CellValue:
        """Return what stands in a cell after this text, where ``was`` stood."""
        funding = was.entry.funding if was else None
        note = was.note if was else ""
        if person.funding:
            found = self.desk.funding_of(person.funding)
            known = found and (found in self.desk.fundings or found == funding)
            if known:
                funding = found
            else:
                remarks.append(self._words("unknown_funding", person.funding))
                note = _with_text(note, person.funding)
        mandates = person.mandates
        if mandates is None:
            mandates = was.entry.mandates if was else DEFAULT_MANDATES
        entry = EntryValues(person.hours, person.certainty, funding, mandates)
        return CellValue(entry, _with_text(note, beside))

    # --- to be decided by the user ---

    def question(self, reading: CellReading) -> Question:
        asked = [note for note in reading.notes if note.klass == "C"]
        language = self.desk.language
        proposals = {}
        for note in asked:
            for one in note.proposals:
                if one.people is None or not all(map(self._is_own, one.people)):
                    continue
                if len(one.people) > 1:
                    continue
                value = None
                for person in one.people:
                    value = self._value(person, self.base, "", [])
                if value and (value.entry.hours or 0) > self.desk.hours_most:
                    continue
                proposals.setdefault(value, self._label(one))
        kept = self._with_remark(reading)
        if kept:
            proposals.setdefault(kept, proposal_text("remark", (), language))
        message = " ".join(note.message(language) for note in asked)
        return Question(message, [(label, value) for value, label in proposals.items()])

    def _label(self, proposal):
        """Return the words of a button: the cell says already whose hours they are."""
        label = proposal.label(self.desk.language)
        name = self.heading.name
        return label.replace(f"{name} ", "", 1) if name else label

    def _with_remark(self, reading):
        """Return the cell with the whole text as its remark, ``None``: whose cell?"""
        text = clean_text(self.text)
        if any(map(self._is_own, reading.people)):
            unknown = FoundPerson(self.heading.name, self.heading.kind)
            value = self._value(unknown, self.base, "", [])
            return CellValue(value.entry, _with_text(value.note, text))
        if self.base:
            return CellValue(self.base.entry, _with_text(self.base.note, text))
        return None

    # --- words ---

    def _words(self, code, *values):
        return message_text(code, values, self.desk.language)

    def _name(self, member):
        return self.desk.members[member].name


def _left_aside(reading):
    """Return what stood beside the hours: it becomes the remark of the cell."""
    texts = [
        value.strip("()[] ")
        for note in reading.notes
        if note.code == "left_aside"
        for value in note.values
    ]
    return "; ".join(filter(None, texts))


def _with_text(note: str, more: str) -> str:
    """Return both, once.

    >>> _with_text("a", "b"), _with_text("a; b", "b"), _with_text("", "b")
    ('a; b', 'a; b', 'b')
    """
    more = clean_text(more)
    if not more or more in note.split("; ") or more == note:
        return note
    return f"{note}; {more}" if note else more


__all__ = ["Question", "Refusal", "Typed", "read_typed"]
