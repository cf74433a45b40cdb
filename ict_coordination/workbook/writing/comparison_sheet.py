# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Comparison: one line per school and kind, counted by formulas on its sheet."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from .. import layout as at
from ..labels import Labels
from ..model import SHEET_KINDS
from ..notation import one_line
from .formats import Formats
from .group_sheets import FIRST_ROW, HEADER_ROW, lines_around, start_group_sheet
from .placed import PlacedSheet

_FIXED = 4  # school, kind, year, state
(
    APPLICABLE, COVERED, SINGLE, OPEN, OPEN_SHORT, OPEN_LONG, NOT_APPLICABLE,
    HOURS, WITHOUT, AVAILABLE, BUDGET,
) = range(_FIXED, _FIXED + 11)  # fmt: skip


def write_comparison(
    worksheet,
    title: str,
    by_kind: dict[str, list[PlacedSheet]],
    available: dict[str, int | None],
    left_out: list[PlacedSheet],
    formats: Formats,
    labels: Labels,
) -> None:
    """Fill the worksheet.

    ``available`` gives per kind the hundredths of hours of all people, where hours that
    several schools share count once; ``None`` when nobody's hours are known.
    """
    start_group_sheet(
        worksheet, title, labels.comparison_rule, left_out, formats, labels
    )
    short, long = labels.priorities["short"], labels.priorities["long"]
    headings = (
        labels.school,
        labels.kind_of_person,
        labels.school_year,
        labels.state,
        labels.applicable,
        labels.covered,
        labels.single,
        labels.open_word.capitalize(),
        labels.open_of.format(priority=short),
        labels.open_of.format(priority=long),
        labels.not_applicable,
        labels.hours,
        labels.without_hours,
        labels.hours_available,
        labels.budget,
    )
    for column, text in enumerate(headings):
        style = formats["header_left" if column < _FIXED else "header"]
        worksheet.write_string(HEADER_ROW, column, text, style)
    worksheet.set_row(HEADER_ROW, 48)
    row, ranges = FIRST_ROW, {}
    for kind in SHEET_KINDS:
        first = row
        for placed in by_kind.get(kind, ()):
            _write_school(worksheet, row, placed, formats, labels)
            row += 1
        if row > first:
            ranges[kind] = (first, row - 1)
    last = max(FIRST_ROW, row - 1)
    worksheet.set_row(last + 1, 6)
    for offset, (kind, (first, end)) in enumerate(ranges.items(), last + 2):
        _write_total(
            worksheet, offset, kind, first, end, by_kind[kind], available[kind],
            formats, labels,
        )  # fmt: skip
    worksheet.set_column(0, 0, 44)
    worksheet.set_column(1, 1, 17)
    worksheet.set_column(2, 3, 12)
    worksheet.set_column(_FIXED, BUDGET, 12)
    worksheet.freeze_panes(FIRST_ROW, 1)
    worksheet.autofilter(HEADER_ROW, 0, last, BUDGET)
    lines_around(worksheet, (0, BUDGET), last, formats)


def counts(placed: PlacedSheet) -> dict[int, int]:
    """Return the number of tasks per column of the comparison."""
    rows = placed.sheet.rows
    applicable = [row for row in rows if row.applicable]
    people_on = placed.layout.people_on
    opened = [row for row in applicable if not people_on(row)]
    result = {
        APPLICABLE: len(applicable),
        COVERED: len(applicable) - len(opened),
        SINGLE: sum(people_on(row) == 1 for row in applicable),
        OPEN: len(opened),
        NOT_APPLICABLE: len(rows) - len(applicable),
    }
    if placed.layout.is_target:
        result[OPEN_SHORT] = sum(row.priority == "short" for row in opened)
        result[OPEN_LONG] = sum(row.priority == "long" for row in opened)
    return result


def _count_formulas(placed):
    layout = placed.layout
    named = f'({placed.column(at.TASK)}<>"")'
    nvt = placed.column(at.NOT_APPLICABLE)
    people = placed.column(layout.person_count)
    applies = f'{named}*({nvt}="")'
    result = {
        APPLICABLE: applies,
        COVERED: f"{applies}*({people}>0)",
        SINGLE: f"{applies}*({people}=1)",
        OPEN: f"{applies}*({people}=0)",
        NOT_APPLICABLE: f'{named}*({nvt}<>"")',
    }
    if layout.is_target:
        for column, mark in (
            (OPEN_SHORT, at.PRIORITY_SHORT),
            (OPEN_LONG, at.PRIORITY_LONG),
        ):
            result[column] = f'{applies}*({people}=0)*({placed.column(mark)}<>"")'
    return {column: f"=SUMPRODUCT({text})" for column, text in result.items()}


def _write_school(worksheet, row, placed, formats, labels):
    sheet, layout = placed.sheet, placed.layout
    text, count, hours = formats["text"], formats["count"], formats["hours"]
    write = worksheet.write_string
    write(row, 0, one_line(sheet.school), text)
    write(row, 1, labels.kinds[sheet.kind], text)
    write(row, 2, one_line(sheet.school_year), text)
    write(row, 3, labels.states[sheet.state], text)
    values = counts(placed)
    for column, formula in _count_formulas(placed).items():
        worksheet.write_formula(row, column, formula, count, values[column])
    total = sheet.hours
    available = [
        p.hours_available for p in sheet.people if p.hours_available is not None
    ]
    cell = placed.cell(layout.footer("total_hours"), layout.hours)
    known = formats["hours_or_empty"]
    worksheet.write_formula(row, HOURS, f"={cell}", known, total.known)
    cell = placed.cell(layout.footer("without_hours"), layout.hours)
    worksheet.write_formula(row, WITHOUT, f"={cell}", count, total.unknown_count)
    cell = placed.cell(layout.footer("hours_available"), layout.hours)
    value = sum(round(number * 100) for number in available) / 100 if available else ""
    worksheet.write_formula(row, AVAILABLE, f"={cell}", hours, value)
    if sheet.hours_budget is None:
        worksheet.write_blank(row, BUDGET, None, hours)
    else:
        worksheet.write_number(row, BUDGET, sheet.hours_budget, hours)


def _write_total(worksheet, row, kind, first, last, placed, available, formats, labels):
    style = formats["total"]
    text = labels.total_of.format(kind=labels.kinds[kind].lower())
    worksheet.write_string(row, 0, text, formats["total_label"])
    for column in range(1, _FIXED):
        worksheet.write_blank(row, column, None, formats["total_label"])
    numbers = [counts(one) for one in placed]
    totals = [one.sheet.hours for one in placed]
    values = {
        column: sum(number.get(column, 0) for number in numbers)
        for column in range(APPLICABLE, HOURS)
    }
    values[HOURS] = sum(round(total.known * 100) for total in totals) / 100
    values[WITHOUT] = sum(total.unknown_count for total in totals)
    budgets = [
        one.sheet.hours_budget for one in placed if one.sheet.hours_budget is not None
    ]
    values[BUDGET] = sum(round(budget * 100) for budget in budgets) / 100
    for column, value in values.items():
        blank = column in (OPEN_SHORT, OPEN_LONG) and kind != "target"
        if blank or (column == BUDGET and not budgets):
            worksheet.write_blank(row, column, None, style)
            continue
        start = xl_rowcol_to_cell(first, column)
        end = xl_rowcol_to_cell(last, column)
        formula = f"=ROUND(SUM({start}:{end}),2)"
        look = formats["total_hours"] if column == HOURS else style
        worksheet.write_formula(row, column, formula, look, value)
    if available is None:
        worksheet.write_blank(row, AVAILABLE, None, style)
    else:
        # no sum of the column: hours that schools share would count more than once
        worksheet.write_number(row, AVAILABLE, available / 100, style)
