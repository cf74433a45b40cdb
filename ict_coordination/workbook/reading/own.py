# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The exact way: a sheet in the layout of our own export, whatever people are called.

The words of the headings stand at fixed places on both sides of the columns of people,
so somebody called "Totaal uren" is still somebody.
"""

from __future__ import annotations

from ..found import FoundPerson
from ..grammar import read_heading
from ..labels import EN, NL, Labels
from ..layout import FOOTER
from ..model import STATES
from .columns import Column
from .headers import Header
from .titles import Titles
from .view import View

_SEARCH_ROWS = 60


class OwnLayout:
    """A sheet as the writer laid it out: header, columns, titles, last row."""

    def __init__(self, view: View, labels: Labels, header_row: int, kind: str):
        self.view, self.labels, self.kind = view, labels, kind
        self.header_row = header_row
        self.header = Header(header_row, header_row, 2)
        self.columns: list[Column] = []

    @property
    def first_row(self) -> int:
        return self.header_row + 1

    def titles(self) -> Titles:
        """Read the block above the headings at its fixed places."""
        view, labels = self.view, self.labels
        top = self.header_row - 5
        school = view.own_text(top + 1, 2)
        year = view.own_text(top + 1, 3).removeprefix(f"{labels.school_year}:").strip()
        state = view.own_text(top + 2, 3).removeprefix(f"{labels.state}:").strip()
        states = {labels.states[code]: code for code in STATES}
        return Titles(
            kind=self.kind,
            school=school or None,
            source="label",
            group=view.own_text(top + 2, 2) or None,
            year=year or None,
            state=states.get(state, state or None),
            exact=True,
        )

    def last_row(self) -> int:
        """Return the last row above the footer."""
        view, labels = self.view, self.labels
        footers = {getattr(labels, name) for name in FOOTER}
        last = self.header_row
        for row in view.between(self.first_row, view.grid.max_row):
            cluster, task = view.own_text(row, 1), view.own_text(row, 2)
            if not cluster and task in footers:
                return last
            last = row
        return last


def find_own(view: View) -> OwnLayout | None:
    """Return the layout when the sheet is an overview in our own layout."""
    for labels in (NL, EN):
        for row in view.numbers[:_SEARCH_ROWS]:
            if row < 6 or view.own_text(row, 2) != labels.task:
                continue
            found = _at(view, labels, row)
            if found:
                return found
    return None


def _at(view, labels, row):
    left = [labels.cluster, labels.task, labels.competencies,
            labels.level_group, labels.level_school, labels.not_applicable]  # fmt: skip
    roles = ["cluster", "task", "competencies",
             "level_group", "level_school", "not_applicable"]  # fmt: skip
    kind = next(
        (
            kind
            for kind, words in labels.kinds.items()
            if view.own_text(row - 5, 1) == f"{labels.overview_title} – {words}"
        ),
        None,
    )
    if kind is None or view.own_text(row - 4, 1) != labels.school:
        return None
    if kind == "target":
        left += [labels.priorities[code] for code in ("short", "long", "none")]
        roles += ["priority_short", "priority_long", "priority_none"]
    if [view.own_text(row, col) for col in range(1, len(left) + 1)] != left:
        return None
    first, right = len(left) + 1, _right(view, labels, row)
    if right is None or right <= first:
        return None
    own = OwnLayout(view, labels, row, kind)
    columns = [Column(col, left[col - 1], role) for col, role in enumerate(roles, 1)]
    for col in range(first, right):
        heading = view.own_text(row, col)
        columns.append(Column(col, heading, "person", _person(own, col, heading)))
    tail = ["total", "total", "total", "remark"]
    if view.own_text(row, right + 4) == labels.mandates_title:
        tail.append("mandates")
    for col, role in enumerate(tail, right):
        columns.append(Column(col, view.own_text(row, col), role))
    known = {column.col for column in columns}
    columns += [
        Column(cell.col, cell.text.strip(), "extra")
        for cell in view.rows[row]
        if cell.col not in known
    ]
    own.columns = columns
    return own


def _right(view, labels, row):
    """Return the column of the first total: the last place where all four stand."""
    words = [labels.hours, labels.without_hours, labels.person_count, labels.note]
    for col in range(view.grid.max_col, 0, -1):
        if [view.own_text(row, col + place) for place in range(4)] == words:
            return col
    return None


def _person(own, col, heading):
    """Return whom a heading of ours names; ``None`` for a placeholder."""
    labels = own.labels
    word, _blank, number = heading.rpartition(" ")
    if word == labels.placeholder and number.isdigit():
        # somebody may really be called so: then the cells say it again
        cells = [
            text
            for row in own.view.between(own.first_row, own.last_row())
            if (text := own.view.own_text(row, col))
        ]
        if not cells or not all(text.startswith(heading) for text in cells):
            return None
        return FoundPerson(heading, text=heading)
    return read_heading(heading, own=True) or FoundPerson(heading, text=heading)


def is_group_sheet(view: View) -> bool:
    """Whether it is one of our sheets about several schools, or our guidelines."""
    title, rule = view.own_text(1, 1), view.own_text(2, 1)
    return any(
        any(
            title == what or title.startswith(f"{what} – ")
            for what in (
                labels.workload,
                labels.open_tasks,
                labels.comparison,
                labels.coverage_map,
            )
        )
        and rule
        in (
            labels.workload_rule,
            labels.open_rule,
            labels.comparison_rule,
            labels.map_rule,
        )
        for labels in (NL, EN)
    )
