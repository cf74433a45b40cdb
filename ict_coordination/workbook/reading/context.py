# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What the readers of marks, people and rows share while they read one table."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..found import FoundPerson, Note, Proposal
from ..grid import GridCell
from .columns import Column
from .lines import Line
from .tasks import TaskMatcher
from .view import View
from .words import words_of

# one merged cell in these columns counts for every row that it covers
_SHARED_ROLES = words_of(
    "person hours_of not_applicable level priority level_group level_school "
    "priority_short priority_long priority_none"
)


@dataclass(slots=True)
class Table:
    """One table while it is read. ``own``: written by our export, read exactly;
    ``exact``: in its layout at least, so its cells can be in its notation.

    ``above``: column → people of the nearest row above, for "idem". ``seen``: task →
    row of its first line. ``fills``: mark column → colours that are marks there.
    ``core``: whether the sheet marks core tasks by colour at all. ``often``: row → how
    often, where a column says it and it is not once a week.
    """

    view: View
    columns: list[Column]
    matcher: TaskMatcher
    own: bool = False
    task_rows: tuple[int, ...] = ()
    above: dict[int, tuple[FoundPerson, ...]] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    fills: dict[int, frozenset[str]] = field(default_factory=dict)
    core: bool = False
    exact: bool = False
    often: dict[int, str] = field(default_factory=dict)

    def cells_of(self, line: Line) -> tuple[dict[int, list[GridCell]], list[GridCell]]:
        """Return column → cells of a line, and the cells hidden under merged ones."""
        view, picked, hidden = self.view, {}, []
        for row in line.rows:
            for cell in view.rows.get(row, ()):
                if view.is_under(cell):
                    hidden.append(cell)
                else:
                    picked.setdefault(cell.col, []).append(cell)
        for column in self.columns:
            if column.role not in _SHARED_ROLES or column.col in picked:
                continue
            merge = view.merge(line.row, column.col)
            if merge and merge[1] == column.col and merge[0] < line.row:
                corner = view.cells.get(merge[:2])
                # not out of the headings
                if corner and self.task_rows and merge[0] >= self.task_rows[0]:
                    picked[column.col] = [corner]
        return picked, hidden

    def shared_rows(self, cell: GridCell) -> int:
        """Return how many tasks a merged cell covers; 1 for a plain cell."""
        merge = self.view.merge(cell.row, cell.col)
        if not merge or merge[0] == merge[2]:
            return 1
        return max(1, sum(merge[0] <= row <= merge[2] for row in self.task_rows))


def note(
    cell: GridCell, klass: str, code: str, values=(), proposals=(), text: str = ""
) -> Note:
    """Return a note about a cell with its raw text."""
    return Note(
        cell.address,
        text or raw(cell),
        klass,
        code,
        tuple(str(value) for value in values),
        tuple(proposals),
    )


def raw(cell: GridCell) -> str:
    """Return the text that stays with whatever is read from a cell."""
    if cell.text:
        return cell.text
    return cell.formula or ("" if cell.value is None else str(cell.value))


def to_remark(text: str) -> Proposal:
    """Return the proposal to add a text to the remark of the task."""
    return Proposal("to_remark", remark=" ".join(text.split()))


def moved(
    people: tuple[FoundPerson, ...], cell: GridCell, **changes
) -> tuple[FoundPerson, ...]:
    """Return people as if they stood in a cell, with other fields changed."""
    return tuple(
        replace(person, cell=cell.address, text=raw(cell), **changes)
        for person in people
    )
