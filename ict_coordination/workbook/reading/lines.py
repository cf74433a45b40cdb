# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What each row below the headings is: a task, a title of a cluster, a total…"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..grammar import is_template_hint
from ..grid import GridCell
from .columns import Column
from .tasks import TaskMatcher, clean_task
from .view import View, is_number
from .words import cluster_code, is_legend, is_total, near_cluster, plain

_MAX_TITLE_WORDS = 6
# below a gap: "Robots in de klas bouwen" is a task, "Opgemaakt door | Jan" is not
_MIN_WORDS = 2


@dataclass(slots=True)
class Line:
    """A task and the rows it takes (more where its description is merged).

    ``loose``: cells of rows right below without a description. ``cluster`` is a code
    or ``None``, ``carried`` where the text comes from a row above.
    """

    row: int
    task: GridCell
    cluster_text: str = ""
    cluster: str | None = None
    carried: bool = False
    rows: list[int] = field(default_factory=list)
    loose: list[GridCell] = field(default_factory=list)


@dataclass(slots=True)
class Lines:
    """The tasks of a table, and rows with people or text that are no tasks."""

    tasks: list[Line] = field(default_factory=list)
    outside: list[list[GridCell]] = field(default_factory=list)


class LineReader:
    """Walks over the rows of one table; see :meth:`read`."""

    def __init__(self, view: View, columns: Sequence[Column], matcher: TaskMatcher):
        self.view, self.matcher = view, matcher
        by_role: dict[str, int] = {}
        for column in columns:
            by_role.setdefault(column.role, column.col)
        self.task_col = by_role["task"]
        self.cluster_col = by_role.get("cluster", 0)
        self.plain_cols = {
            col
            for role in ("cluster", "task", "competencies")
            if (col := by_role.get(role))
        }
        self.people = {c.col for c in columns if c.role in ("person", "hours_of")}
        self.usual: set[tuple[int, int]] = set()
        self.hours_cols = {
            column.col for column in columns if column.role in ("total", "hours_of")
        }

    def lines(
        self,
        rows: Sequence[int],
        own: bool = False,
        carried: tuple[str, str | None] = ("", None),
    ) -> Lines:
        """Return the tasks of ``rows``; ``own``: every row is one of ours.

        ``carried``: text and code of the cluster of the rows above the first title.
        """
        found = Lines()
        self.usual = set() if own else self._usual_merges(rows)
        last_sure = 0 if own else self._last_sure(rows)
        gap = False
        previous = 0
        unused: tuple[list[GridCell], int, str | None] = ([], 0, None)
        for row in rows:
            gap = (gap and row > last_sure) or (previous and row > previous + 1)
            previous = row
            cells = self.view.rows[row]
            task = self.view.cell(row, self.task_col)
            if task and found.tasks and self._continues(task, row, found.tasks[-1]):
                found.tasks[-1].rows.append(row)
                continue
            text = task.text.strip() if task and task.row == row else ""
            others = [
                cell
                for cell in cells
                if cell.col not in self.plain_cols and not self._under_plain(cell)
            ]
            own_cluster = (
                self.view.own_text(row, self.cluster_col) if self.cluster_col else ""
            )
            if own:
                if text or own_cluster:
                    task = task or self._empty(row)
                    code = cluster_code(own_cluster)
                    found.tasks.append(Line(row, task, own_cluster, code, False, [row]))
                elif others:
                    found.outside.append(cells)
                continue
            title = self._banner(row) or self._title(row, text, own_cluster, others)
            if title is not None:
                self._unused(found, unused)
                carried, gap = title, False
                unused = (cells, len(found.tasks), title[1])
                numbers = [c for c in others if is_number(c) and not c.formula]
                if any(cell.col in self.people for cell in numbers):
                    found.outside.append(cells)
                continue
            if not text or is_template_hint(text):
                self._without_task(row, cells, others, own_cluster, found, gap)
                continue
            if self._is_total(text, own_cluster, others) or (
                is_legend(text) and not others
            ):
                continue
            if gap and row > last_sure:
                if others or not is_legend(text):
                    found.outside.append(cells)
                continue
            found.tasks.append(self._line(row, task, carried))
        self._unused(found, unused)
        return found

    def _unused(self, found, title):
        """Keep the text of a title of no known cluster that no task stands below."""
        cells, count, code = title
        if cells and code is None and len(found.tasks) == count:
            found.outside.append(cells)

    def _line(self, row, task, carried):
        text = self.view.text(row, self.cluster_col) if self.cluster_col else ""
        if text:
            return Line(row, task, text, cluster_code(text), False, [row])
        return Line(row, task, carried[0], carried[1], True, [row])

    def _empty(self, row):
        return GridCell(row, self.task_col)

    def _last_sure(self, rows):
        """Return the last row that is a task without doubt."""
        for row in reversed(rows):
            text = self.view.own_text(row, self.task_col)
            if not text:
                continue
            if self.matcher.is_exact(text):
                return row
            cluster = self.view.text(row, self.cluster_col) if self.cluster_col else ""
            if cluster_code(cluster) and not is_total(text):
                return row
            if cluster and not is_total(cluster) and len(text.split()) > _MIN_WORDS:
                return row
        return 0

    def _continues(self, task, row, line):
        """Whether the description of the line above is merged over this row too."""
        return task.row < row and task.row in line.rows and task.col == line.task.col

    def _under_plain(self, cell):
        merge = self.view.merge(cell.row, cell.col)
        return bool(merge) and merge[:2] != (cell.row, cell.col) and not cell.text

    def _banner(self, row):
        """Return (text, code) when the only words of the row are a cluster's name.

        In any column, merged or not; a number before it ("2 | Technisch") is no text.
        """
        cells = [
            cell
            for cell in self.view.rows[row]
            if cell.text.strip() and not self.view.is_under(cell)
        ]
        if len(cells) > 1 and len(cells[0].text.strip(" .)")) <= 3:
            cells = cells[1:]
        # sums of the cluster may stand beside its name
        rest = [cell for cell in cells[1:] if not is_number(cell)]
        if not cells or rest or cells[0].struck or cells[0].formula:
            return None
        text, sums = cells[0].text.strip(), len(cells) > 1
        if len(plain(text).split()) > _MAX_TITLE_WORDS or self.matcher.is_exact(text):
            return None
        title = " ".join(clean_task(text).strip(" -–—:*=_").split())
        code = near_cluster(title)
        if code:
            return title, code
        merge = self.view.merge(row, cells[0].col)
        if (
            sums
            or not merge
            or not merge[1] <= self.task_col <= merge[3]
            or merge[3] - merge[1] < 1
            or merge[1::2] in self.usual
            or is_total(text)
            or is_legend(text)
            or is_template_hint(text)
        ):
            return None
        return title, None

    def _usual_merges(self, rows):
        """Columns that are merged on rows of tasks: such a merge is no banner."""
        return {
            merge[1::2]
            for row in rows
            if (merge := self.view.merge(row, self.task_col))
            and (
                sum(bool(cell.text.strip()) for cell in self.view.rows[row]) > 1
                or self.matcher.is_exact(self.view.text(row, self.task_col))
            )
        }

    def _title(self, row, text, own_cluster, others):
        """Return (text, code) when the row is the title of a cluster."""
        if others or (text and own_cluster and text != own_cluster):
            return None
        title = text or own_cluster
        if not title or self.matcher.is_exact(title) or is_total(title):
            return None
        if is_legend(title) or len(plain(title).split()) > _MAX_TITLE_WORDS:
            return None
        title = clean_task(title)
        code = cluster_code(title)
        if code:
            return title, code
        col = self.task_col if text else self.cluster_col
        cell = self.view.cells.get((row, col))
        # in the column of clusters alone, or in bold where there is no such column
        if own_cluster and not text and not self.view.merge(row, col):
            return title, None
        if not self.cluster_col and cell and cell.bold and not self._bold_tasks(row):
            return title, None
        return None

    def _bold_tasks(self, row):
        """Whether tasks are bold as well, so that bold says nothing."""
        below = self.view.between(row + 1, row + 3)
        return any(
            (cell := self.view.cells.get((number, self.task_col))) and cell.bold
            for number in below[:1]
        )

    def _is_total(self, text, own_cluster, others):
        if not (is_total(text) or is_total(own_cluster)):
            return False
        return not self.matcher.is_exact(text) and all(
            is_number(cell) for cell in others
        )

    def _without_task(self, row, cells, others, own_cluster, found, gap):
        """A row without a description: part of the task above, a total, or outside."""
        others = [cell for cell in others if not is_template_hint(cell.text.strip())]
        label = own_cluster or next((c.text for c in others if is_total(c.text)), "")
        if label and is_total(label):
            rest = [cell for cell in others if not is_total(cell.text)]
            if self._is_total("", label, rest):
                return
        if not others or all(
            cell.formula and cell.col in self.hours_cols for cell in others
        ):
            return
        # sums under the columns without any label
        numbers = all(cell.formula for cell in others)
        last = found.tasks[-1] if found.tasks else None
        if numbers and (last is None or row > last.rows[-1] + 1):
            return
        if (
            last
            and not gap
            and row - last.rows[-1] == len({cell.row for cell in last.loose}) + 1
        ):
            last.loose += cells
        else:
            found.outside.append(cells)
