# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""One task of a table as a :class:`FoundRow`."""

from __future__ import annotations

import re

from ..colours import is_purple
from ..found import CellReading, FoundRow, Note, Proposal
from ..grammar import is_template_hint
from ..grid import GridCell
from ..open_notes import is_open_note
from .context import Table, moved, note, raw, to_remark
from .hours_columns import add_hours
from .lines import Line
from .mandates import set_mandates
from .marks import RowMarks, read_marks
from .people import Entry, mark_repeats, read_person
from .tasks import clean_task
from .view import is_number

_ROW_NUMBER = re.compile(r"[a-z]?\d{1,3}(\.\d{1,3})*[a-z]?[.)]?", re.I)


def read_row(table: Table, line: Line) -> FoundRow:
    """Read one line with everything that stands on it."""
    picked, hidden = table.cells_of(line)
    marks = read_marks(table, line, picked)
    notes = list(marks.notes)
    entries = list(marks.readings)
    for column in table.columns:
        if column.role == "person":
            for cell in picked.get(column.col, ()):
                reading = read_person(table, column, cell)
                if reading != CellReading():
                    entries.append((column, cell, reading))
    notes += add_hours(table, entries, picked)
    if not table.own:
        mark_repeats(entries)
    _remember(table, entries)
    applicable = _applicable(table, entries, marks, notes)
    people = tuple(
        person for _c, _cell, reading in entries for person in reading.people
    )
    people = set_mandates(table, picked, people, notes)
    notes += [one for _c, _cell, reading in entries for one in reading.notes]
    code, cluster = _task(table, line, notes)
    applicable = _struck_task(line, people, applicable, notes)
    remark = _rest(table, line, picked, hidden, notes)
    return FoundRow(
        row=line.row,
        cluster=cluster,
        cluster_text=" ".join(line.cluster_text.split()),
        task=_name(table, line),
        task_code=code,
        core=_core(table, line),
        applicable=applicable,
        level=marks.level,
        priority=marks.priority,
        remark=remark,
        people=people,
        notes=tuple(notes),
        cells=_cells(table, line, picked, hidden),
    )


def _name(table, line):
    text = line.task.text
    return " ".join(text.split()) if table.own else clean_task(text)


def _remember(table, entries: list[Entry]):
    """Keep the people of each column for "idem" on the next row."""
    above: dict[int, tuple] = {}
    for column, cell, reading in entries:
        if column.role != "person":
            continue
        people = reading.people
        if not people:
            # "idem" below "idem" points at the same people
            same = [
                proposal.people
                for one in reading.notes
                for proposal in one.proposals
                if proposal.code == "same_as_above" and proposal.people
            ]
            people = moved(same[0], cell) if same else ()
        above[column.col] = above.get(column.col, ()) + people
    table.above = above


def _applicable(table, entries: list[Entry], marks: RowMarks, notes: list[Note]):
    """Decide whether the task applies; a no beside people is a question."""
    people = any(reading.people for _c, _cell, reading in entries)
    absent = [entry for entry in entries if entry[2].applicable is False]
    if table.own:
        notes += [said for _cell, said in marks.absent if said]
        return not marks.absent and (people or not absent)
    proposal = (Proposal("not_applicable", applicable=False),)
    for cell, said in marks.absent:
        if people:
            notes.append(note(cell, "C", "absent_with_people", (raw(cell),), proposal))
        elif said:
            notes.append(said)
    for index, (column, cell, reading) in enumerate(entries):
        if reading.applicable is False and people:
            said = note(cell, "C", "absent_with_people", (raw(cell),), proposal)
            if not any(character.isalnum() for character in raw(cell)):
                # a dash in one column says: not this person
                said = note(cell, "B", "dash_is_nobody", (raw(cell),), proposal)
            entries[index] = (column, cell, CellReading(reading.people, (said,)))
    return people or not (marks.absent or absent)


def _task(table, line, notes):
    """Return (code, cluster code); note what was not an exact match."""
    text = line.task.text
    match = table.matcher.find(text, line.cluster)
    cluster = line.cluster
    if match and not match.task.cluster:
        match_cluster = None
    else:
        match_cluster = match.task.cluster if match else None
    if match_cluster and ((cluster is None and not line.cluster_text) or line.carried):
        cluster = match_cluster
    if not table.own:
        if match and match.how != "exact":
            values = (clean_task(text), match.task.name)
            notes.append(note(line.task, "B", "task_matched", values))
        elif not match and text.strip():
            notes.append(note(line.task, "B", "new_task", (clean_task(text),)))
        key = match.task.code if match else f" {clean_task(text).casefold()}"
        first = table.seen.setdefault(key, line.row)
        if first != line.row:
            notes.append(note(line.task, "C", "duplicate_task", (first,)))
    return (match.task.code if match else None), cluster


def _struck_task(line, people, applicable, notes):
    """A struck description: the task does not apply, unless somebody does it."""
    if line.task.struck:
        proposal = Proposal("not_applicable", applicable=False)
        if people:
            notes.append(note(line.task, "C", "struck_task_people", (), (proposal,)))
        else:
            notes.append(note(line.task, "B", "struck_task"))
            return False
    elif line.task.struck_part:
        part = (line.task.struck_part.strip(),)
        notes.append(note(line.task, "B", "struck_task_part", part))
    return applicable


def _core(table, line):
    if not table.core:
        return None
    cells = [line.task]
    for column in table.columns:
        if column.role == "cluster":
            cells.append(table.view.cells.get((line.row, column.col)))
    return any(cell and is_core(cell) for cell in cells)


def is_core(cell: GridCell) -> bool:
    """Whether fill or font of a cell is purple."""
    return is_purple(cell.fill) or is_purple(cell.font)


def _rest(table, line, picked, hidden, notes):
    """Remarks, extra columns, comments and whatever else; return the remark."""
    remarks = []
    for column in table.columns:
        for cell in picked.get(column.col, ()):
            text = raw(cell).strip()
            if not text:
                continue
            if column.role == "remark":
                remarks.append(text)
                if cell.struck:
                    remarks.pop()
                    notes.append(note(cell, "C", "struck", (), (to_remark(text),)))
            elif column.role == "number" and _ROW_NUMBER.fullmatch(text):
                continue
            elif column.role in ("extra", "number") or (
                column.role == "total" and not (table.own or is_number(cell))
            ):
                said = f"{column.heading}: {text}" if column.heading else text
                heading = " ".join(column.heading.split()) or "?"
                notes.append(
                    note(cell, "C", "extra_column", (heading, text), (to_remark(said),))
                )
    known = {column.col for column in table.columns}
    elsewhere = {c.col for c in table.columns if c.role == "elsewhere"}
    for col, cells in picked.items():
        if col not in known:
            notes += [
                note(c, "C", "extra_column", ("?", raw(c)), (to_remark(raw(c)),))
                for c in cells
                if raw(c).strip()
            ]
    for cell in hidden:
        if raw(cell).strip() and cell.col not in elsewhere:
            proposals = (to_remark(raw(cell)),)
            notes.append(note(cell, "C", "under_merge", (raw(cell),), proposals))
    described = {c.col for c in table.columns if c.role in ("cluster", "competencies")}
    for cell in line.loose:
        text = raw(cell).strip()
        if (
            text
            and cell.col not in described | elsewhere
            and not is_template_hint(text)
        ):
            notes.append(_loose(table, cell))
    for cell in _all(picked, hidden, line):
        if cell.col in elsewhere:
            continue
        comment = (cell.comment or "").strip()
        if comment and not is_open_note(comment) and cell.row in _rows(line):
            proposal = to_remark(comment)
            notes.append(
                note(cell, "C", "comment", (comment,), (proposal,), text=comment)
            )
    return "\n".join(remarks)


def _loose(table, cell):
    """Somebody on a row without a description: probably of the task above."""
    column = next((c for c in table.columns if c.col == cell.col), None)
    proposals: tuple[Proposal, ...] = (to_remark(raw(cell)),)
    if column and column.role == "person":
        people = read_person(table, column, cell).people
        if people:
            proposals = (Proposal("add_people", people=people), *proposals)
    return note(cell, "C", "row_without_task", (raw(cell),), proposals)


def _rows(line):
    return {*line.rows, *(cell.row for cell in line.loose)}


def _all(picked, hidden, line):
    return [*(c for cells in picked.values() for c in cells), *hidden, *line.loose]


def _cells(table, line, picked, hidden):
    """Every non-empty cell of the line, and its comments, in the order of columns."""
    found = []
    for cell in sorted(_all(picked, hidden, line), key=lambda c: (c.row, c.col)):
        text = raw(cell)
        if text:
            found.append((cell.address, text))
        if cell.comment:
            found.append((cell.address, cell.comment))
    return tuple(found)
