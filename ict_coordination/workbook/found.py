# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What the reader found in somebody's workbook: plain values with their addresses.

The writer's :class:`~.model.Book` is exact; a workbook that people filled in is not.
So the reader returns what it understood (``people`` and the fields of a row), what it
assumed or could not read (``notes``) and, for every non-empty cell of a task row, the
raw text with its address (``cells``). Nothing is left out.

Classes of notes: ``B`` is read and listed as an assumption, ``C`` is kept as a note
with its hours unknown. What is read with certainty (class A) has no note.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .messages import message_text, proposal_text

FOUND_KINDS = ("person", "vacancy", "external", "group", "sounding_board")
SHEET_KINDS = ("catalogue", "current", "target", "other")
NOTE_CLASSES = ("B", "C")
# Codes of notes that only carry text along: import adds it to the remark of the task.
CARRIED_CODES = ("extra_column", "comment")


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody in a cell (or in the heading of a column).

    ``name`` as written, without title, hours, funding and kind words; ``None`` for a
    vacancy or a partner without a name. ``hours`` a week, ``None`` with certainty
    ``unknown``. ``funding`` is a code (``points``, ``bpt``, ``operating``,
    ``volunteer``, ``external``) or, where the word is not known, the word itself.
    ``mandates`` is ``None`` where the workbook says nothing about them.
    """

    name: str | None
    kind: str = "person"
    hours: float | None = None
    certainty: str = "unknown"
    funding: str | None = None
    mandates: tuple[str, ...] | None = None
    cell: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a note can become with one click; ``None`` leaves that part as it is.

    ``people`` replaces all people that the note's cell gave. ``remark`` is text to add
    to the remark of the task. ``code`` with ``values`` gives the words of the button.
    """

    code: str
    values: tuple[str, ...] = ()
    people: tuple[FoundPerson, ...] | None = None
    applicable: bool | None = None
    level: str | None = None
    priority: str | None = None
    remark: str | None = None

    def label(self, language: str | None = "nl") -> str:
        return proposal_text(self.code, self.values, language)


@dataclass(frozen=True, slots=True)
class Note:
    """Something assumed (B) or not understood (C), with the raw text of its cell.

    A B note without proposals was applied already; its proposals are other readings.
    The first proposal is the likely one.
    """

    cell: str
    text: str
    klass: str
    code: str
    values: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    def message(self, language: str | None = "nl") -> str:
        return message_text(self.code, self.values, language)


@dataclass(frozen=True, slots=True)
class CellReading:
    """What the grammar makes of one person cell.

    ``applicable`` is ``False`` where the cell says that the task does not apply.
    """

    people: tuple[FoundPerson, ...] = ()
    notes: tuple[Note, ...] = ()
    applicable: bool | None = None


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """A column of a sheet: ``letter``, raw ``heading`` and what it holds.

    ``role``: cluster, task, competencies, level_group, level_school, not_applicable,
    priority_short, priority_long, priority_none, level, priority, person, hours_of,
    remark, mandates, number, total, elsewhere (of another overview on the sheet),
    extra. ``person`` where the heading names somebody.
    """

    letter: str
    heading: str
    role: str
    person: FoundPerson | None = None


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One task as it stands on the sheet; ``row`` counts from 1, as in Excel.

    ``cluster`` and ``task_code`` are codes of the catalogue, ``None`` where the
    workbook has its own. ``remark`` is the text of the remark column. ``cells`` is
    every non-empty cell of the row (comments as ``("F7", "comment text")`` too).
    """

    row: int
    cluster: str | None
    cluster_text: str
    task: str
    task_code: str | None = None
    core: bool | None = None
    applicable: bool = True
    level: str | None = None
    priority: str | None = None
    remark: str = ""
    people: tuple[FoundPerson, ...] = ()
    notes: tuple[Note, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """One worksheet. ``kind`` ``other``: no overview and no catalogue, rows are empty.

    The hints are words of the workbook (title rows, sheet name, file name), not yet
    schools of a database. ``notes`` are about the sheet as a whole. ``state`` only
    where the workbook says one (our own export): draft, active or archived.
    """

    name: str
    kind: str
    school_hint: str | None = None
    school_year: str | None = None
    group_hint: str | None = None
    hidden: bool = False
    columns: tuple[FoundColumn, ...] = ()
    rows: tuple[FoundRow, ...] = ()
    notes: tuple[Note, ...] = ()
    state: str | None = None


@dataclass(frozen=True, slots=True)
class FoundBook:
    """A whole file. ``own_format``: version of our export, ``None`` for other files.

    ``lost``: cells of task rows ("Sheet!F7") that the result does not hold; computed by
    comparing both, and empty unless the reader has a fault.
    """

    sheets: tuple[FoundSheet, ...] = ()
    own_format: str | None = None
    language: str = "nl"
    properties: dict[str, str] = field(default_factory=dict)
    lost: tuple[str, ...] = ()
