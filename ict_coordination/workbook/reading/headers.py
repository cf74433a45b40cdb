# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Where the headings of a table are: one to three rows, anywhere on the sheet.

The anchor is the row with a heading for the descriptions ("Omschrijving", "Taak").
Rows right above it (Niveau, Prioriteit, Taakverdeling over several columns) and right
below it (SG, School, names) belong to the headings too. Without an anchor the tasks
themselves show where the table is.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ..grammar.names import is_first_name
from .scopes import is_scope
from .tasks import TaskMatcher
from .units import unit_of
from .view import View
from .words import BANDS, heading_role, near_cluster, plain

_MAX_HEADING = 60
_MAX_AROUND = 2
_LOOK_BELOW = 15
_FIRST = ("cluster", "task", "competencies")


@dataclass(slots=True)
class Header:
    """Rows ``top`` to ``bottom`` (``bottom`` below ``top``: no headings at all).

    ``main``: column → lowest heading. ``band``: column → the heading above it, with
    the first and last column it spans.
    """

    top: int
    bottom: int
    task_col: int
    main: dict[int, str] = field(default_factory=dict)
    band: dict[int, tuple[str, int, int]] = field(default_factory=dict)


def find_headers(view: View, matcher: TaskMatcher) -> list[Header]:
    """Return the headings of every table on the sheet, from top to bottom."""
    headers: list[Header] = []
    for row in view.numbers:
        if headers and row <= headers[-1].bottom:
            continue
        task_col = _anchor(view, row)
        if task_col is not None:
            after = headers[-1].bottom if headers else 0
            headers.append(_around(view, row, task_col, after))
    if not headers:
        header = _by_content(view, matcher)
        if header:
            headers.append(header)
    return headers


def _roles(view, row):
    """Column → role (``None``: a word we do not know) of the short texts of a row."""
    roles = {}
    for cell in view.rows.get(row, ()):
        text = cell.text.strip()
        if text and not view.is_under(cell):
            roles[cell.col] = heading_role(text) if len(text) <= _MAX_HEADING else None
    return roles


def _anchor(view, row):
    """Return the column of the descriptions when the row is one of headings."""
    roles = _roles(view, row)
    found = [col for col, role in roles.items() if role == "task"]
    if not found:
        return None
    known = sum(role is not None for role in roles.values())
    filled = {
        col: sum(bool(view.text(below, col)) for below in _below(view, row))
        for col in found
    }
    best = max(found, key=lambda col: (filled[col], -col))
    # a lone word "Taken" is a heading only where something stands below it
    return best if known > 1 or filled[best] else None


def _below(view, row):
    return view.between(row + 1, row + _LOOK_BELOW)


def _around(view, anchor, task_col, after):
    top = bottom = anchor
    for row in range(anchor - 1, max(after, anchor - _MAX_AROUND - 1), -1):
        if not _is_band(view, row, anchor, task_col):
            break
        top = row
    for row in range(anchor + 1, anchor + _MAX_AROUND + 1):
        if not _continues(view, row, anchor, task_col):
            break
        bottom = row
    return _collect(view, Header(top, bottom, task_col))


def _is_band(view, row, anchor, task_col):
    """Whether the row above holds headings over groups of columns, not a title."""
    roles = _roles(view, row)
    if not roles:
        return False
    for col, role in roles.items():
        if col <= task_col and role not in _FIRST:
            return False
    known = sum(role is not None for role in roles.values())
    if known * 2 >= len(roles):
        return True
    texts = {view.text(row, col) for col in roles}
    if len(texts) > 1 and all(map(is_scope, texts)):
        return True
    # names over "uren" and such
    below = _roles(view, anchor)
    return all(
        below.get(col) in ("hours_of", "person", "remark", "mandates") for col in roles
    )


def _continues(view, row, anchor, task_col):
    """Whether the row below holds the rest of the headings, not a first task."""
    roles = _roles(view, row)
    if not roles or any(col <= task_col for col in roles):
        return False
    if len(roles) == 1 and near_cluster(view.text(row, next(iter(roles)))):
        return False
    if all(is_family_name(view, row, col) for col in roles):
        return True
    known = sum(role is not None for role in roles.values())
    if known * 2 >= len(roles):
        return True
    if all(unit_of(view.text(row, col))[0] == "" for col in roles):
        return True
    return all(role or _under_people(view, anchor, col) for col, role in roles.items())


def is_family_name(view: View, row: int, col: int) -> bool:
    """Whether words in capitals stand right below a first name alone."""
    above, words = view.own_text(row - 1, col), view.own_text(row, col).split()
    return (
        above[:1].isupper()
        and is_first_name(plain(above))
        and 1 <= len(words) <= 4
        and all(word.replace("-", "").replace("'", "").isalpha() for word in words)
        and (words[0][0].isupper() or words[-1][0].isupper())
        and len(plain(words[-1])) > 1
    )


def _under_people(view, anchor, col):
    """Whether the heading at or to the left is a band of people or a school."""
    while col > 0:
        text = view.text(anchor, col)
        if text:
            return heading_role(text) == "person" or is_scope(text)
        col -= 1
    return False


def _collect(view, header):
    """Fill ``main`` and ``band`` from the rows of the headings."""
    rows = range(header.top, header.bottom + 1)
    columns = sorted(
        {cell.col for row in rows for cell in view.rows.get(row, ())}
        | {
            col
            for row in rows
            for cell in view.rows.get(row, ())
            if (merge := view.merge(row, cell.col))
            for col in range(merge[1], min(merge[3], view.grid.max_col) + 1)
        }
    )
    # one row of headings: a band that is merged spans its columns all the same
    for row in rows:
        for cell in view.rows.get(row, ()):
            text = cell.text.strip()
            if not text or view.is_under(cell):
                continue
            merge = view.merge(row, cell.col)
            last = merge[3] if merge else cell.col
            deeper = row < header.bottom and not (merge and merge[2] >= header.bottom)
            role = heading_role(text)
            if deeper and not merge and (role in BANDS or cell.col not in header.main):
                last = _stretch(view, rows, row, cell.col, columns)
            if last > cell.col or (deeper and _has_below(view, row, header, cell.col)):
                last = min(last, max(view.grid.max_col, cell.col))
                for col in range(cell.col, last + 1):
                    header.band.setdefault(col, (text, cell.col, last))
            else:
                header.main[cell.col] = text
    return header


def _stretch(view, rows, row, col, columns):
    """Return the last column that an unmerged band reaches: up to the next heading."""
    last = col
    for other in columns:
        if other <= col:
            continue
        if view.text(row, other):
            break
        if not any(view.text(below, other) for below in rows if below > row):
            break
        last = other
    return last


def _has_below(view, row, header, col):
    return any(view.own_text(below, col) for below in range(row + 1, header.bottom + 1))


def _by_content(view, matcher):
    """Find a table by its tasks when no heading says where it is."""
    hits: Counter[int] = Counter()
    first: dict[int, int] = {}
    for row in view.numbers:
        for cell in view.rows[row]:
            if len(cell.text) >= 12 and matcher.is_exact(cell.text):
                hits[cell.col] += 1
                first.setdefault(cell.col, row)
    if not hits or hits.most_common(1)[0][1] < 3:
        return None
    task_col = hits.most_common(1)[0][0]
    start = first[task_col]
    header = Header(start, start - 1, task_col)
    for row in range(start - 1, max(0, start - 4), -1):
        roles = _roles(view, row)
        if not roles:
            break
        known = sum(role is not None for role in roles.values())
        title = any(col <= task_col and not roles[col] for col in roles)
        if title or (not known and len(roles) < 2):
            break
        header.top, header.bottom = row, max(header.bottom, row)
    return _collect(view, header)
