# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The workbook as data: what the writer writes and the reader returns.

A ``Book`` holds one ``Sheet`` per overview; a sheet has ``Person`` columns and ``Row``
lines, and an ``Entry`` stands where they cross. All values are frozen: a book can be
compared, hashed by part and written twice with the same result.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from .hours import Hours, round_hours

SHEET_KINDS = ("current", "target")
PERSON_KINDS = ("employee", "partner", "vacancy", "sounding_board")
# Who really does a task: a vacancy holds it, but nobody does it yet; a sounding board
# gives advice.
DOER_KINDS = ("employee", "partner")
STATES = ("active", "draft", "archived")  # the order in which group sheets prefer
LEVELS = ("school", "group", "shared")
PRIORITIES = ("short", "long", "none")
CERTAINTIES = ("exact", "assumed", "unknown")
MANDATES = ("decides", "executes", "steers", "contact")


def _check(value, allowed, what):
    if value not in allowed:
        raise ValueError(
            f"{what}: {value!r} is not one of {', '.join(map(str, allowed))}"
        )


@dataclass(frozen=True, slots=True)
class Cluster:
    """One of the groups of tasks, with what it asks of a person (one line each)."""

    code: str
    name: str
    competencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CatalogueTask:
    """A task of the catalogue; ``cluster`` is a ``Cluster.code``."""

    code: str
    cluster: str
    name: str
    is_core: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody (or a vacancy, a partner, a sounding board) with a column on a sheet.

    ``key`` is the same on every sheet of the book where it is the same person.
    ``hours_available`` are hours a week, ``None`` when unknown. Where one number of
    hours is shared by several sheets (a member of the group who works in several
    schools), those columns carry the same non-empty ``pool`` and totals over schools
    count it once; without a pool the hours are this school's own and are added up.
    """

    key: str
    name: str
    kind: str = "employee"
    hours_available: float | None = None
    pool: str = ""

    def __post_init__(self):
        _check(self.kind, PERSON_KINDS, "kind of person")
        if self.hours_available is not None:
            object.__setattr__(
                self, "hours_available", round_hours(self.hours_available)
            )


@dataclass(frozen=True, slots=True)
class Entry:
    """One person on one row. ``person`` is a ``Person.key`` of the same sheet.

    Hours a week, 0 or more. Unknown hours are ``None`` and have certainty ``unknown``;
    one of both is enough, so a stored 0.0 marked unknown becomes ``None`` here.
    ``funding`` is the label as shown. Raises ``ValueError`` for negative hours.

    >>> Entry("e1", 0.0, "unknown").hours is None, Entry("e1", None).certainty
    (True, 'unknown')
    """

    person: str
    hours: float | Decimal | None = None
    certainty: str = "exact"
    funding: str = ""
    mandates: tuple[str, ...] = ()

    def __post_init__(self):
        if self.hours is None or self.certainty == "unknown":
            object.__setattr__(self, "hours", None)
            object.__setattr__(self, "certainty", "unknown")
        else:
            _check(self.certainty, CERTAINTIES, "certainty")
            hours = round_hours(self.hours)
            if hours < 0:
                raise ValueError(f"hours: {hours} is below zero")
            object.__setattr__(self, "hours", hours)
        for mandate in self.mandates:
            _check(mandate, MANDATES, "mandate")


@dataclass(frozen=True, slots=True)
class OpenNote:
    """What an import could not read and nobody has solved yet.

    ``text`` is the raw text and ``cell`` where it stood in the original workbook;
    ``message`` says what is unclear. ``person`` is the ``Person.key`` it is about, if
    anybody; without one (or for somebody without a column) it is about the row.
    """

    text: str
    cell: str = ""
    message: str = ""
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One task on one sheet; ``cluster`` is a ``Cluster.code``.

    ``level`` and ``priority`` are ``None`` while undecided; a priority is written on
    target sheets only. ``task_code`` is empty for a task outside the catalogue.
    """

    task_code: str
    cluster: str
    name: str
    is_core: bool = False
    applicable: bool = True
    level: str | None = None
    priority: str | None = None
    note: str = ""
    entries: tuple[Entry, ...] = ()
    open_notes: tuple[OpenNote, ...] = ()

    def __post_init__(self):
        _check(self.level, (None, *LEVELS), "level")
        _check(self.priority, (None, *PRIORITIES), "priority")

    @property
    def hours(self) -> Hours:
        """Total of the row."""
        return Hours.total(entry.hours for entry in self.entries)

    @property
    def coverage(self) -> str:
        """``not_applicable``, ``open``, ``single`` or ``team``."""
        if not self.applicable:
            return "not_applicable"
        count = len({entry.person for entry in self.entries})
        return ("open", "single")[count] if count < 2 else "team"

    @property
    def identity(self) -> str:
        """What makes it the same task on another sheet."""
        return self.task_code or f"{self.cluster}/{' '.join(self.name.split()).lower()}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One overview: one school (or the group), one kind, one school year.

    ``school_key`` tells schools apart that have the same name; the name itself is used
    when it is empty. ``hours_budget``: ICT hours a week the school has, if known.
    """

    school: str
    kind: str
    school_year: str = ""
    group_name: str = ""
    people: tuple[Person, ...] = ()
    rows: tuple[Row, ...] = ()
    state: str = "active"
    school_key: str = ""
    hours_budget: float | None = None

    def __post_init__(self):
        _check(self.kind, SHEET_KINDS, "kind of sheet")
        _check(self.state, STATES, "state")

    @property
    def identity(self) -> str:
        """The school, as group sheets tell them apart."""
        return self.school_key or self.school

    @property
    def hours(self) -> Hours:
        """Total of the sheet."""
        return Hours.total(e.hours for row in self.rows for e in row.entries)


@dataclass(frozen=True, slots=True)
class Book:
    """A whole workbook. ``created`` has no time zone and makes the file repeatable."""

    title: str
    language: str
    author: str
    created: datetime
    group_name: str = ""
    clusters: tuple[Cluster, ...] = ()
    catalogue: tuple[CatalogueTask, ...] = ()
    sheets: tuple[Sheet, ...] = ()

    @property
    def is_group(self) -> bool:
        """Whether the book holds more than one school."""
        return len({sheet.identity for sheet in self.sheets}) > 1
