# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What a cell gives while it is being read: people, and issues that become notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..found import CellReading, FoundPerson, Note, Proposal
from ..hours import format_hours

KIND_WORDS = {
    "vacancy": "vacature",
    "external": "extern",
    "group": "groep",
    "sounding_board": "klankbord",
}


@dataclass(slots=True)
class Option:
    """One way out: the people at these places become others (``None``: nobody).

    ``added`` are people that the reading does not have yet.
    """

    code: str
    values: tuple[str, ...] = ()
    changes: dict[int, FoundPerson | None] = field(default_factory=dict)
    added: tuple[FoundPerson, ...] = ()
    applicable: bool | None = None
    level: str | None = None
    remark: str | None = None

    @property
    def about_people(self) -> bool:
        return bool(self.changes or self.added)


@dataclass(slots=True)
class Issue:
    klass: str
    code: str
    values: tuple[str, ...] = ()
    options: list[Option] = field(default_factory=list)


def placed(person: FoundPerson, address: str, text: str) -> FoundPerson:
    """Return the person with its cell. Much faster than ``dataclasses.replace``."""
    return FoundPerson(
        person.name,
        person.kind,
        person.hours,
        person.certainty,
        person.funding,
        person.mandates,
        address,
        text,
    )


def timed(person: FoundPerson, hours: float | None, certainty: str) -> FoundPerson:
    """Return the person with other hours."""
    return FoundPerson(
        person.name,
        person.kind,
        hours,
        certainty,
        person.funding,
        person.mandates,
        person.cell,
        person.text,
    )


def vacancy_option(hours: float | None = None) -> Option:
    """Somebody has to be found for it."""
    certainty = "unknown" if hours is None else "assumed"
    return Option("people", added=(FoundPerson(None, "vacancy", hours, certainty),))


def as_remark(text: str) -> Option:
    """Keep the text as a remark of the task."""
    return Option("remark", remark=text)


class Draft:
    """The people of one cell and the issues about them, by place in ``people``."""

    def __init__(self, text: str):
        self.text = text
        self.people: list[FoundPerson] = []
        self.issues: list[Issue] = []
        self.dropped: set[int] = set()
        self.applicable: bool | None = None

    def drop(self, places: Iterable[int]) -> None:
        """Take people out; the places of the others stay what they are."""
        self.dropped.update(places)

    def forget(self, places: Iterable[int]) -> None:
        """Make the hours of these people unknown."""
        for place in places:
            self.people[place] = timed(self.people[place], None, "unknown")

    def assume(self, code: str, *values: str, options: Iterable[Option] = ()) -> None:
        """Add a B note, once for the same words."""
        self._add(Issue("B", code, values, list(options)))

    def ask(self, code: str, *values: str, options: Iterable[Option] = ()) -> None:
        """Add a C note."""
        self._add(Issue("C", code, values, list(options)))

    def _add(self, issue):
        known = {(other.code, other.values) for other in self.issues}
        if (issue.code, issue.values) not in known:
            self.issues.append(issue)

    @property
    def asked(self) -> bool:
        return any(issue.klass == "C" for issue in self.issues)

    def reading(self, address: str = "") -> CellReading:
        """Return the result; every proposal holds all people of the cell."""
        notes = tuple(
            Note(
                address,
                self.text,
                issue.klass,
                issue.code,
                issue.values,
                tuple(self._proposals(issue, address)),
            )
            for issue in self.issues
        )
        kept = (
            person
            for place, person in enumerate(self.people)
            if place not in self.dropped
        )
        people = tuple(self._placed(kept, address))
        return CellReading(people, notes, self.applicable)

    def _placed(self, people, address):
        for person in people:
            yield placed(person, address, self.text)

    def _proposals(self, issue, address):
        for option in issue.options:
            people, values = None, option.values
            if option.about_people:
                people = tuple(self._placed(self._with(issue, option), address))
                values = (people_text(people), *values)
            yield Proposal(
                option.code, values, people, option.applicable, option.level,
                remark=option.remark,
            )  # fmt: skip

    def _with(self, issue, option):
        """The people after this option and the likely one of every other question."""
        people: list[FoundPerson | None] = [
            None if place in self.dropped else person
            for place, person in enumerate(self.people)
        ]
        for other in self.issues:
            if other is issue or other.klass != "C" or not other.options:
                continue
            for place, person in other.options[0].changes.items():
                people[place] = person
        for place, person in option.changes.items():
            people[place] = person
        return [person for person in people if person] + list(option.added)


def people_text(people: Iterable[FoundPerson]) -> str:
    """Return "Jan 2 u, An" for the words of a button; "–" for nobody."""
    words = []
    for person in people:
        name = person.name or KIND_WORDS.get(person.kind, "?")
        hours = "" if person.hours is None else " " + format_hours(person.hours)
        words.append(name + hours)
    return ", ".join(words) or "–"
