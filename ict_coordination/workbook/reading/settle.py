# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Schools and years of all sheets together: one sheet can tell what another is."""

from __future__ import annotations

from dataclasses import replace

from ..found import FoundSheet, Note
from .sheet import Part
from .titles import MAX_SHEET_NAME, of_file
from .words import plain

_MIN_CUT = 10
_OVERVIEWS = ("current", "target")


def settle(parts: list[Part], filename: str) -> tuple[FoundSheet, ...]:
    """Return the sheets with their hints and notes.

    A sheet without a school gets that of the other sheets when they agree, else that of
    the file name; both are assumptions. Names that were cut become the whole name.
    """
    _lists(parts)
    tables = [part for part in parts if part.sheet.kind in _OVERVIEWS]
    named = [part.titles.school for part in tables if part.titles.school]
    whole = {name: _whole(name, named, tables) for name in named}
    schools = {plain(name): name for name in whole.values()}
    file = of_file(filename)
    years = {part.titles.year for part in tables if part.titles.year}
    result = []
    for part in parts:
        titles, notes = part.titles, list(part.notes)
        school = whole.get(titles.school, titles.school)
        if part.sheet.kind not in _OVERVIEWS:
            school = None
        year = titles.year
        if part.sheet.kind in _OVERVIEWS and not titles.exact:
            if not school and len(schools) == 1:
                school = next(iter(schools.values()))
                notes.append(_assumed(part, "school_of_other_sheet", school))
            elif not school and not schools and file.school:
                school = file.school
                notes.append(_assumed(part, "school_of_file", school))
            if not year:
                year = next(iter(years)) if len(years) == 1 else file.year
        result.append(
            replace(
                part.sheet,
                school_hint=school,
                school_year=year,
                group_hint=titles.group,
                state=titles.state,
                notes=tuple(notes),
            )
        )
    return tuple(result)


def _lists(parts):
    """Beside filled overviews an empty one without a name of its own is the task list.

    The template's first sheet has the headings of levels and people as well.
    """
    tables = [part for part in parts if part.sheet.kind in _OVERVIEWS]
    if not any(_filled(part.sheet) for part in tables):
        return
    for part in tables:
        titles = part.titles
        unnamed = not (titles.kind or titles.school or titles.exact)
        if unnamed and part.sheet.rows and not _filled(part.sheet):
            part.sheet = replace(part.sheet, kind="catalogue")


def _filled(sheet: FoundSheet) -> bool:
    return any(
        row.people or row.level or row.priority or row.remark or not row.applicable
        or any(one.klass == "C" for one in row.notes)
        for row in sheet.rows
    )  # fmt: skip


def _assumed(part, code, school):
    return Note("A1", school, "B", code, (school,))


def _whole(name, names, tables):
    """Return the longest name that starts with one which the sheet's name cut off."""
    cut = any(
        part.titles.school == name
        and part.titles.source == "sheet"
        and len(part.sheet.name) >= MAX_SHEET_NAME - 1
        for part in tables
    )
    if not cut or len(plain(name)) < _MIN_CUT:
        return name
    longer = [other for other in names if plain(other).startswith(plain(name))]
    return max(longer, key=len, default=name)
