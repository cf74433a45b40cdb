# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""One worksheet: its tables, each with its own school and kind."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..found import FoundSheet, Note
from ..grammar import read_heading
from ..grammar.names import is_first_name
from ..grid import Grid
from .columns import MARK_ROLES, Column, read_columns
from .context import Table
from .fills import mark_fills, unread_fills
from .headers import Header, find_headers
from .lines import LineReader, Lines
from .own import find_own, is_group_sheet
from .row import is_core, read_row
from .sheet_notes import (
    colour_notes,
    column_notes,
    hidden_notes,
    outside_notes,
    sheet_note,
    total_notes,
)
from .sides import side_by_side
from .tasks import TaskMatcher
from .titles import Titles, read_titles
from .view import View
from .words import heading_role, near_cluster, plain

_OVERVIEW_ROLES = frozenset(
    ("person", "hours_of", "level", "priority", "not_applicable", *MARK_ROLES)
)
_MAX_TITLE_ROWS = 6
_OFTEN = ("frequentie", "hoe vaak", "hoe dikwijls", "frequency", "how often")
_WEEKLY = ("wekelijks", "per week", "elke week", "week", "weekly", "1 x week")


@dataclass(slots=True)
class Part:
    """A table with its titles, while schools and kinds are still being settled."""

    sheet: FoundSheet
    titles: Titles
    notes: list[Note] = field(default_factory=list)


def read_sheet(grid: Grid, matcher: TaskMatcher, own: bool) -> list[Part]:
    """Return one part per overview on the worksheet; none: a part of kind other."""
    view = View(grid)
    exact = find_own(view)
    if exact:
        rows = view.between(exact.first_row, exact.last_row())
        titles = exact.titles()
        parts = [_part(view, matcher, exact.columns, rows, titles, own, exact=True)]
    elif is_group_sheet(view):
        parts = []
    else:
        parts = _tables(view, matcher, own)
    if not parts:
        titles = read_titles(view, view.numbers[:_MAX_TITLE_ROWS], grid.name)
        sheet = FoundSheet(grid.name, "other", hidden=grid.hidden)
        return [Part(sheet, titles)]
    parts[0].notes += hidden_notes(grid)
    return parts


def _tables(view, matcher, own):
    parts: list[Part] = []
    headers = find_headers(view, matcher)
    for index, header in enumerate(headers):
        above = headers[index - 1].bottom if index else 0
        start = _title_start(view, headers[index - 1], header) if index else 1
        title_rows = view.between(max(start, above + 1), header.top - 1)
        end = view.grid.max_row
        if index + 1 < len(headers):
            end = _title_start(view, header, headers[index + 1]) - 1
        rows = view.between(header.bottom + 1, end)
        columns = read_columns(view, header, rows, matcher)
        titles = read_titles(view, title_rows, view.grid.name)
        if parts and not title_rows:
            # headings that are repeated for the next page
            titles = replace(parts[-1].titles)
        columns, titles, of_sheet = _of_person(view, columns, titles)
        # the task list of our own export
        ours = own and not {column.role for column in columns} & _OVERVIEW_ROLES
        sides = side_by_side(columns, titles)
        found = []
        for some, title in sides:
            part = _part(view, matcher, some, rows, title, ours)
            part.notes += of_sheet
            same = [one for one in parts[-len(sides) :] if _same_overview(one, part)]
            if same:
                _append(same[-1], part)
            elif part.sheet.rows or (not parts and _is_official(header, columns)):
                found.append(part)
        if len(found) > 1:
            said = sheet_note("A1", view.grid.name, "B", "side_by_side")
            found[0].notes.append(said)
        parts += found
    return parts


def _of_person(view: View, columns: list[Column], titles: Titles):
    """A sheet "Jan" with hours and no names: they are Jan's. Return notes as well."""
    name = view.grid.name
    person = read_heading(name)
    hours = [c for c in columns if c.role == "person"]
    if (
        len(hours) != 1
        or hours[0].person
        or heading_role(hours[0].heading) != "hours_of"
        or not (person and person.name and person.kind == "person")
        or not any(map(is_first_name, plain(person.name).split()))
    ):
        return columns, titles, []
    columns = [replace(c, person=person) if c is hours[0] else c for c in columns]
    if titles.source == "sheet":
        titles = replace(titles, school=None, source="")
    return columns, titles, [sheet_note("A1", name, "B", "sheet_is_person", (name,))]


def _is_official(header: Header, columns: list[Column]) -> bool:
    """An overview without any task yet: headings of levels or people are enough."""
    return len({column.role for column in columns} & _OVERVIEW_ROLES) >= 2


def _title_start(view: View, header: Header, following: Header) -> int:
    """Return the first row of the titles above repeated headings.

    These are rows right above with text in one or two cells, after an empty row or
    with a school, a year or a kind in it; tasks have more beside them.
    """
    start = following.top
    rows = view.between(header.bottom + 1, following.top - 1)
    for row in reversed(rows[-_MAX_TITLE_ROWS:]):
        texts = [cell for cell in view.rows[row] if cell.text.strip()]
        cluster_and_task = len(texts) >= 2 and any(
            cell.col == header.task_col for cell in texts[1:]
        )
        found = read_titles(view, [row], "")
        telling = found.school if found.source == "label" else None
        telling = telling or found.kind or found.group
        merge = view.merge(row, texts[0].col) if texts else None
        wide = merge and merge[3] - merge[1] >= 2
        alone = len(texts) == 1 and (
            wide or texts[0].col != header.task_col or texts[0].bold
        )
        if not (telling or alone) or (cluster_and_task and not telling):
            break
        start = row
    return start


def _part(view, matcher, columns, rows, titles, own, exact=False):
    start = ("", None) if exact else _cluster_of(view, columns)
    lines = LineReader(view, columns, matcher).lines(rows, own=exact, carried=start)
    table = Table(view, columns, matcher, own, exact=exact)
    table.task_rows = tuple(row for line in lines.tasks for row in line.rows)
    if not exact:
        table.fills = mark_fills(table, lines.tasks)
        table.often = _often(table)
    table.core = _shows_core(view, columns, lines, exact)
    grid = view.grid
    found = tuple(read_row(table, line) for line in lines.tasks)
    kind = titles.kind
    roles = {column.role for column in columns}
    if not exact:
        if not roles & _OVERVIEW_ROLES:
            kind = "catalogue"
        elif kind is None:
            priorities = {"priority", *(r for r in roles if r.startswith("priority_"))}
            kind = "target" if roles & priorities else "current"
    sheet = FoundSheet(
        name=grid.name,
        kind=kind,
        hidden=grid.hidden,
        columns=tuple(column.found() for column in columns),
        rows=found,
    )
    part = Part(sheet, titles)
    if titles.clash:
        part.notes.append(sheet_note("A1", grid.name, "B", "kind_clash", (kind,)))
    part.notes += column_notes(columns)
    if not own:
        part.notes += total_notes(table, lines)
    part.notes += outside_notes(lines, columns)
    if not exact:
        part.notes += colour_notes(unread_fills(table, lines.tasks))
    return part


def _cluster_of(view, columns):
    """The cluster of all tasks, where the sheet's name is one and no column says it."""
    name = view.grid.name
    has_column = any(column.role == "cluster" for column in columns)
    code = None if has_column else near_cluster(name)
    return (name.strip(), code) if code else ("", None)


def _often(table):
    """Row → how often, by the column that says so; weekly hours need no word."""
    columns = [c.col for c in table.columns if plain(c.heading) in _OFTEN]
    return {
        row: text
        for row in table.task_rows
        for col in columns[:1]
        if (text := table.view.own_text(row, col)) and plain(text) not in _WEEKLY
    }


def _shows_core(view, columns, lines: Lines, exact):
    """Whether colours say anything about core tasks on this sheet."""
    if exact:
        return True
    legend = any(
        is_core(cell) and plain(cell.text).startswith(("kerntaken", "core tasks"))
        for row in view.numbers[:12]
        for cell in view.rows[row]
    )
    cluster = [column.col for column in columns if column.role == "cluster"]
    return legend or any(
        is_core(cell)
        for line in lines.tasks
        for cell in (line.task, *(view.cells.get((line.row, col)) for col in cluster))
        if cell
    )


def _same_overview(first: Part, second: Part) -> bool:
    """Whether a second table goes on with the first: same school, kind and year."""
    one, other = first.titles, second.titles
    return (
        first.sheet.kind == second.sheet.kind
        and (not other.school or other.school == one.school)
        and (not other.year or other.year == one.year)
    )


def _append(first: Part, second: Part) -> None:
    known = {(column.letter, column.role) for column in first.sheet.columns}
    columns = tuple(
        column
        for column in second.sheet.columns
        if (column.letter, column.role) not in known
    )
    first.sheet = replace(
        first.sheet,
        rows=first.sheet.rows + second.sheet.rows,
        columns=first.sheet.columns + columns,
    )
    first.notes += [said for said in second.notes if said not in first.notes]
