# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Open tasks: every task against every school, with what nobody does."""

from __future__ import annotations

from dataclasses import dataclass, field

from xlsxwriter.utility import xl_rowcol_to_cell

from .. import layout as at
from ..labels import Labels
from ..model import Cluster, Row
from ..notation import clean_text, one_line
from .formats import Formats
from .group_sheets import FIRST_ROW, HEADER_ROW, lines_around, start_group_sheet
from .heights import height_of, wrapped_lines
from .placed import PlacedSheet

_SCHOOL_WIDTH, _TASK_WIDTH = 9, 70


@dataclass(slots=True)
class _Task:
    """A task and where it stands: row number per index of the sheet."""

    row: Row
    places: dict[int, tuple[int, Row]] = field(default_factory=dict)

    def asked(self, priority: str) -> int:
        return sum(row.priority == priority for _at, row in self.places.values())


def collect_tasks(placed: list[PlacedSheet], clusters: dict[str, Cluster], is_target):
    """Return the tasks by cluster; on targets KT first, then LT, then the rest."""
    tasks: dict[str, _Task] = {}
    for index, one in enumerate(placed):
        for row_index, row in enumerate(one.sheet.rows, at.FIRST_ROW):
            task = tasks.get(row.identity)
            if task is None:
                task = tasks[row.identity] = _Task(row)
            # a task that stands twice on one sheet: the first counts
            task.places.setdefault(index, (row_index, row))
    order = {code: index for index, code in enumerate(clusters)}

    def key(task):
        rank = 2
        if is_target:
            rank = 0 if task.asked("short") else 1 if task.asked("long") else 2
        return rank, order[task.row.cluster]

    return sorted(tasks.values(), key=key)


def write_open_tasks(
    worksheet,
    title: str,
    placed: list[PlacedSheet],
    left_out: list[PlacedSheet],
    clusters: dict[str, Cluster],
    formats: Formats,
    labels: Labels,
    is_target: bool,
) -> None:
    """Fill the matrix; every status is a formula on the sheet of the school."""
    start_group_sheet(worksheet, title, labels.open_rule, left_out, formats, labels)
    tasks = collect_tasks(placed, clusters, is_target)
    headings = [labels.cluster, labels.task, labels.open_in]
    if is_target:
        headings += [
            labels.asked_in.format(priority=labels.priorities[priority])
            for priority in ("short", "long")
        ]
    first_school = len(headings)
    for column, text in enumerate(headings):
        style = formats["header_left" if column < 2 else "header"]
        worksheet.write_string(HEADER_ROW, column, text, style)
    for column, one in enumerate(placed, first_school):
        school = one_line(one.sheet.school)
        worksheet.write_string(HEADER_ROW, column, school, formats["header_up"])
    longest = max((len(one.sheet.school) for one in placed), default=10)
    worksheet.set_row(HEADER_ROW, min(220, max(60, 6.2 * longest)))
    last_school = first_school + len(placed) - 1

    totals = dict.fromkeys(range(2, last_school + 1), 0)
    for row_index, task in enumerate(tasks, FIRST_ROW):
        style = formats["core" if task.row.is_core else "text"]
        cluster = one_line(clusters[task.row.cluster].name)
        worksheet.write_string(row_index, 0, cluster, style)
        name = clean_text(task.row.name)
        worksheet.write_string(row_index, 1, name, style)
        worksheet.set_row(row_index, height_of(wrapped_lines(name, _TASK_WIDTH)))
        opened = 0
        for index, (place, row) in task.places.items():
            column = first_school + index
            covered = placed[index].layout.people_on(row) > 0
            value = _status(row, covered, labels, is_target)
            formula = _status_formula(placed[index], place, labels, is_target)
            worksheet.write_formula(row_index, column, formula, formats["mark"], value)
            if value.startswith(labels.open_word):
                opened += 1
                totals[column] += 1
        _write_counts(
            worksheet, row_index, task, opened, first_school, last_school, placed,
            formats, labels, is_target, totals,
        )  # fmt: skip
    _finish(worksheet, len(tasks), totals, first_school, last_school, formats, labels)


def _status(row: Row, covered: bool, labels: Labels, is_target: bool) -> str:
    if not row.applicable:
        return labels.not_applicable
    if covered:
        return "✓"
    if is_target and row.priority in ("short", "long"):
        return f"{labels.open_word} {labels.priorities[row.priority]}"
    return labels.open_word


def _status_formula(placed, row, labels, is_target):
    layout = placed.layout
    word = f'"{labels.open_word}"'
    if is_target:
        short = placed.cell(row, at.PRIORITY_SHORT)
        long = placed.cell(row, at.PRIORITY_LONG)
        word += (
            f'&IF({short}<>""," {labels.priorities["short"]}",'
            f'IF({long}<>""," {labels.priorities["long"]}",""))'
        )
    nvt = placed.cell(row, at.NOT_APPLICABLE)
    count = placed.cell(row, layout.person_count)
    return f'=IF({nvt}<>"","{labels.not_applicable}",IF({count}>0,"✓",{word}))'


def _write_counts(
    worksheet, row, task, opened, first_school, last_school, placed,
    formats, labels, is_target, totals,
):  # fmt: skip
    first = xl_rowcol_to_cell(row, first_school)
    last = xl_rowcol_to_cell(row, last_school)
    formula = f'=COUNTIF({first}:{last},"{labels.open_word}*")'
    worksheet.write_formula(row, 2, formula, formats["count_or_empty"], opened)
    totals[2] += opened
    if not is_target:
        return
    for column, priority in ((3, "short"), (4, "long")):
        asked = task.asked(priority)
        cells = [
            placed[index].cell(place, at.PRIORITY_COLUMNS[priority]) + '<>""'
            for index, (place, _row) in task.places.items()
        ]
        formula = "=" + "+".join(f"({cell})" for cell in cells)
        style = formats["count_or_empty"]
        if len(formula) < 8000:
            worksheet.write_formula(row, column, formula, style, asked)
        else:
            worksheet.write_number(row, column, asked, style)
        totals[column] += asked


def _finish(worksheet, count, totals, first_school, last_school, formats, labels):
    last = FIRST_ROW + max(1, count) - 1
    total_row = last + 2
    worksheet.set_row(last + 1, 6)
    worksheet.write_blank(total_row, 0, None, formats["total_label"])
    worksheet.write_string(total_row, 1, labels.open_count, formats["total_label"])
    for column, value in totals.items():
        first = xl_rowcol_to_cell(FIRST_ROW, column)
        end = xl_rowcol_to_cell(last, column)
        if column < first_school:
            formula = f"=SUM({first}:{end})"
        else:
            formula = f'=COUNTIF({first}:{end},"{labels.open_word}*")'
        if column in (3, 4) and first_school > 3:
            # how often asked for is no number of open tasks
            worksheet.write_blank(total_row, column, None, formats["total"])
            continue
        worksheet.write_formula(total_row, column, formula, formats["total"], value)
    worksheet.set_column(0, 0, 14)
    worksheet.set_column(1, 1, _TASK_WIDTH)
    worksheet.set_column(2, first_school - 1, 11)
    worksheet.set_column(first_school, max(first_school, last_school), _SCHOOL_WIDTH)
    worksheet.freeze_panes(FIRST_ROW, 2)
    worksheet.autofilter(HEADER_ROW, 0, last, last_school)
    first = xl_rowcol_to_cell(FIRST_ROW, first_school)
    word = labels.open_word
    rules = (
        (f'=LEFT({first},{len(word)})="{word}"', "if_open"),
        (f'={first}="{labels.not_applicable}"', "if_not_applicable"),
    )
    lines_around(worksheet, (0, first_school - 1), last, formats)
    lines_around(worksheet, (first_school, last_school), last, formats, rules)
