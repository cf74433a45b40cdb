# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Level, priority and "does not apply" of a row: crosses, colours, words, names."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..found import CellReading, Note, Proposal
from ..grammar import is_template_hint, read_mark
from ..grid import GridCell
from .columns import MARK_ROLES, Column
from .context import Table, note, raw, to_remark
from .fills import coloured
from .lines import Line
from .words import heading_role, plain

NOT_APPLICABLE = frozenset(
    plain(word)
    for word in ("nvt", "n.v.t.", "niet van toepassing", "n/a", "not applicable")
)
_BOTH = frozenset(
    plain(word)
    for word in (
        "beide", "allebei", "gedeeld", "samen", "shared", "both", "SG + School",
        "SG en School", "School en SG", "School + SG", "SG & School", "SG/School",
        "School/SG", "SG, School",
    )
)  # fmt: skip
# 1 before 2 before 3: a guess, so only ever a proposal
_NUMBERED = {"1": "short", "2": "long", "3": "none"}
_PRIORITY_NAMES = {"short": "KT", "long": "LT", "none": "geen"}
_WORDS = {
    "level_group": ("level", "group"),
    "level_school": ("level", "school"),
    **MARK_ROLES,
}


@dataclass(slots=True)
class RowMarks:
    """``absent``: cells that say that the task does not apply."""

    level: str | None = None
    priority: str | None = None
    absent: list[tuple[GridCell, Note | None]] = field(default_factory=list)
    readings: list[tuple[Column, GridCell, CellReading]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def read_marks(table: Table, line: Line, picked: dict[int, list[GridCell]]) -> RowMarks:
    """Read all mark columns of a line."""
    marks = RowMarks()
    yes: dict[str, list[tuple[str, GridCell, Column]]] = {"level": [], "priority": []}
    for column in table.columns:
        role = column.role
        if role in MARK_ROLES:
            what, value = MARK_ROLES[role]
            for cell in picked.get(column.col, ()):
                if _mark(table, marks, column, cell, what, value):
                    yes[what].append((value, cell, column))
            cell = coloured(table, line, column)
            if cell and not picked.get(column.col):
                yes[what].append((value, cell, column))
                marks.notes.append(note(cell, "B", "colour_mark", (column.heading,)))
        elif role == "not_applicable":
            for cell in picked.get(column.col, ()):
                _absent(marks, column, cell)
        elif role in ("level", "priority"):
            for cell in picked.get(column.col, ()):
                value = _word(table, marks, column, cell)
                if value:
                    yes[role].append((value, cell, column))
    _decide_level(marks, yes["level"])
    _decide_priority(marks, yes["priority"])
    return marks


def _mark(table, marks, column, cell, what, value):
    """Return whether the cell is a clear yes; note everything else."""
    text = cell.text.strip()
    if not text and cell.value is None and not cell.formula:
        return False
    proposal = Proposal("read_as_mark", (column.heading,), **{what: value})
    if cell.struck:
        marks.notes.append(note(cell, "C", "struck", (), (proposal,)))
        return False
    if is_template_hint(text) and text:
        return False
    if plain(text) in NOT_APPLICABLE:
        marks.absent.append((cell, note(cell, "B", "absent_word", (text,))))
        return False
    mark = read_mark(seen(cell))
    if mark.value is not None and not mark.people:
        if table.shared_rows(cell) > 1 and mark.value:
            marks.notes.append(note(cell, "B", "merged_rows"))
        return mark.value
    if mark.code == "empty":
        return False
    people = mark.people
    if people and people.people and what == "level":
        stamped = _stamped(people, cell)
        marks.readings.append((column, cell, stamped))
        marks.notes.append(note(cell, "B", "name_in_mark", (column.heading,)))
        return True
    if people and people.notes and what == "level":
        marks.notes += _stamped(people, cell).notes
        return False
    marks.notes.append(
        note(
            cell, "C", "mark_unread", (column.heading, raw(cell)),
            (proposal, to_remark(f"{column.heading}: {raw(cell)}")),
        )
    )  # fmt: skip
    return False


def seen(cell: GridCell):
    """Return what people see in a mark cell: of a formula what it gave."""
    if cell.formula and cell.value is not None:
        return cell.value
    return cell.text.strip() or cell.value


def _stamped(reading, cell):
    """The grammar read a mark without knowing its cell: fill in the address."""
    return CellReading(
        tuple(
            replace(p, cell=p.cell or cell.address, text=p.text or raw(cell))
            for p in reading.people
        ),
        tuple(
            replace(n, cell=n.cell or cell.address, text=n.text or raw(cell))
            for n in reading.notes
        ),
        reading.applicable,
    )


def _absent(marks, column, cell):
    text = cell.text.strip()
    if not text and cell.value is None:
        return
    if cell.struck:
        proposal = Proposal("not_applicable", applicable=False)
        marks.notes.append(note(cell, "C", "struck", (), (proposal,)))
        return
    words = plain(text)
    value = True if words in NOT_APPLICABLE else read_mark(seen(cell)).value
    if value:
        marks.absent.append((cell, None))
    elif value is None and not is_template_hint(text):
        marks.notes.append(
            note(
                cell, "C", "mark_unread", (column.heading, raw(cell)),
                (
                    Proposal("not_applicable", applicable=False),
                    to_remark(f"{column.heading}: {raw(cell)}"),
                ),
            )
        )  # fmt: skip


def _word(table, marks, column, cell):
    """Read a level or a priority that is written as a word."""
    text = str(seen(cell) or "").strip()
    words = plain(text)
    if not words and cell.value is None:
        return None
    what = column.role
    if cell.struck:
        marks.notes.append(note(cell, "C", "struck"))
        return None
    if words in NOT_APPLICABLE:
        marks.absent.append((cell, note(cell, "B", "absent_word", (text,))))
        return None
    if what == "level" and words in _BOTH:
        return "shared"
    found = _WORDS.get(heading_role(text) or "")
    if found and found[0] == what:
        if table.shared_rows(cell) > 1:
            marks.notes.append(note(cell, "B", "merged_rows"))
        return found[1]
    if is_template_hint(text) or words in ("", "0") or read_mark(text).value is False:
        return None
    if what == "priority" and words in _NUMBERED:
        marks.notes.append(_numbered(column, cell, words))
        return None
    marks.notes.append(
        note(
            cell, "C", "mark_unread", (column.heading, raw(cell)),
            (to_remark(f"{column.heading}: {raw(cell)}"),),
        )
    )  # fmt: skip
    return None


def _numbered(column, cell, number):
    """1, 2 or 3 says how urgent, or which comes first: the likely one is proposed."""
    likely = _NUMBERED[number]
    order = [likely, *(code for code in _NUMBERED.values() if code != likely)]
    proposals = [
        Proposal("read_as_priority", (_PRIORITY_NAMES[code],), priority=code)
        for code in order
    ]
    proposals.append(to_remark(f"{column.heading}: {raw(cell)}"))
    return note(cell, "C", "priority_number", (column.heading, raw(cell)), proposals)


def _decide_level(marks, found):
    values = {value for value, _cell, _column in found}
    if values:
        marks.level = values.pop() if len(values) == 1 else "shared"


def _decide_priority(marks, found):
    values = {value for value, _cell, _column in found}
    if len(values) == 1:
        marks.priority = values.pop()
        return
    headings = ", ".join(dict.fromkeys(column.heading for _v, _c, column in found))
    for value, cell, column in found:
        proposal = Proposal("read_as_mark", (column.heading,), priority=value)
        marks.notes.append(note(cell, "C", "two_priorities", (headings,), (proposal,)))
