# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What helps to fill in and print the sheet of an overview: widths, lists, colours."""

from __future__ import annotations

from xlsxwriter.utility import xl_col_to_name

from .. import layout as at
from ..labels import Labels
from ..notation import one_line
from .formats import Formats
from .placed import PlacedSheet

# characters
TASK_WIDTH, COMPETENCY_WIDTH, PERSON_WIDTH, NOTE_WIDTH = 62, 30, 18, 34


def set_page(placed: PlacedSheet, worksheet, formats: Formats, labels: Labels) -> None:
    """Set columns, filter, drop-downs, rules of colour and the page."""
    _set_columns(placed.layout, worksheet, formats)
    _set_helpers(placed.layout, worksheet, formats, labels)
    _set_print(placed.sheet, worksheet, labels)


def _set_columns(layout, worksheet, formats):
    text, mark = formats["text"], formats["mark"]
    worksheet.set_column(at.CLUSTER, at.CLUSTER, 13)
    worksheet.set_column(at.TASK, at.TASK, TASK_WIDTH)
    worksheet.set_column(at.COMPETENCIES, at.COMPETENCIES, COMPETENCY_WIDTH)
    # cells somebody fills in later look like the ones written here
    worksheet.set_column(at.LEVEL_GROUP, layout.first_person - 1, 7, mark)
    worksheet.set_column(layout.first_person, layout.last_person, PERSON_WIDTH, text)
    worksheet.set_column(layout.hours, layout.person_count, 10)
    worksheet.set_column(layout.note, layout.note, NOTE_WIDTH, text)
    if layout.mandates:
        worksheet.set_column(layout.mandates, layout.mandates, NOTE_WIDTH, text)


def _set_helpers(layout, worksheet, formats, labels):
    """Frozen headings, filter, drop-downs and the colours that follow the cells."""
    first, last, end = at.FIRST_ROW, layout.last_row, layout.last_column
    worksheet.freeze_panes(first, at.TASK + 1)
    worksheet.autofilter(at.HEADER_ROW, 0, last, end)
    # a warning, not a stop: the reader takes other marks as well
    mark = {"validate": "list", "source": [at.MARK], "error_type": "warning"}
    worksheet.data_validation(first, at.LEVEL_GROUP, last, at.LEVEL_SCHOOL, mark)
    word = {**mark, "source": [labels.not_applicable]}
    worksheet.data_validation(first, at.NOT_APPLICABLE, last, at.NOT_APPLICABLE, word)
    if layout.is_target:
        worksheet.data_validation(
            first, at.PRIORITY_SHORT, last, at.PRIORITY_NONE, mark
        )

    nvt = f"${xl_col_to_name(at.NOT_APPLICABLE)}{first + 1}"
    count = f"${xl_col_to_name(layout.person_count)}{first + 1}"
    grey = (f'={nvt}<>""', "if_not_applicable")
    gap = (f'=AND({nvt}="",{count}=0)', "if_open")
    # lines around all cells, also the empty ones, without writing each of them
    lines = ("=TRUE", "if_line")
    column = layout.person_count
    for left, right, rules in (
        (0, column - 1, (grey, lines)),
        (column, column, (grey, gap, lines)),
        (column + 1, end, (grey, lines)),
    ):
        for criteria, style in rules:
            rule = {"type": "formula", "criteria": criteria, "format": formats[style]}
            worksheet.conditional_format(first, left, last, right, rule)


def _set_print(sheet, worksheet, labels):
    worksheet.set_landscape()
    worksheet.set_paper(8)  # A3
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    worksheet.repeat_rows(at.GROUP_HEADER_ROW, at.HEADER_ROW)
    worksheet.set_zoom(90)
    # '&' starts a code in headers; both sides together must stay below 255
    school = one_line(sheet.school)[:90].replace("&", "&&")
    kind = f"{labels.kinds[sheet.kind]} {one_line(sheet.school_year)[:20]}"
    worksheet.set_header(f"&L{school}&R{kind.replace('&', '&&')}")
    worksheet.set_footer(f"&L{labels.source}&R{labels.page} &P {labels.of_pages} &N")
