# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Overviews side by side in one table: of several schools, or now and the target."""

from __future__ import annotations

from dataclasses import replace

from .columns import Column
from .titles import Titles

_ABOUT_PEOPLE = ("person", "hours_of")


def side_by_side(
    columns: list[Column], titles: Titles
) -> list[tuple[list[Column], Titles]]:
    """Return the columns and titles of each overview; mostly there is just one.

    Columns of the other overviews get the role "elsewhere".
    """
    scopes = [c.scope for c in columns if c.role in _ABOUT_PEOPLE]
    kinds = list(dict.fromkeys(s.kind for s in scopes if s.kind))
    schools = list(dict.fromkeys(s.school for s in scopes if s.school))
    wanted = [
        (kind, school)
        for school in (schools if len(schools) > 1 else [None])
        for kind in (kinds if len(kinds) > 1 else [None])
    ]
    if len(wanted) == 1:
        return [(columns, titles)]
    return [
        (_columns(columns, kind, school), _titles(titles, kind, school))
        for kind, school in wanted
        if any(_belongs(scope, kind, school) for scope in scopes)
    ]


def _belongs(scope, kind, school):
    return (not kind or scope.kind in (None, kind)) and (
        not school or scope.school in (None, school)
    )


def _columns(columns, kind, school):
    return [
        column
        if _belongs(column.scope, kind, school)
        else replace(column, role="elsewhere", person=None, partner=None)
        for column in columns
    ]


def _titles(titles, kind, school):
    titles = replace(titles, kind=kind or titles.kind, clash=False)
    if school:
        # the title above several schools is that of their group
        group = titles.group or titles.school
        titles = replace(titles, school=school, source="label", group=group)
    return titles
