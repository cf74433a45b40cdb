# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Insights as a workbook: one sheet each, and in front what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..workbook.writing.formats import Formats
from ..workbook.writing.heights import height_of, wrapped_lines
from ..workbook.writing.names import SheetNames
from .table import Column, Table

#: width of a column in characters, by kind
_WIDTHS = {
    "task": 46,
    "school": 30,
    "person": 26,
    "cluster": 22,
    "competency": 40,
    "schools": 46,
    "people": 40,
    "clusters": 30,
    "competencies": 46,
    "groups": 50,
    "badges": 34,
    "text": 36,
    "number": 11,
    "hours": 11,
    "hours_plain": 11,
}
_WITHOUT_WIDTH = 10
_HEADER_ROW = 4
#: signs in a cell; of a longer text xlsxwriter writes nothing, and says nothing
_LONGEST = 32_767


@dataclass(frozen=True, slots=True)
class BookWords:
    """The words around the tables, in the reader's language.

    :param about: which sheets were read, and when
    """

    title: str
    about: str
    without_hours: str
    without_sheet: str
    language: str


def write_insights(tables: Sequence[Table], workbook, words: BookWords) -> None:
    """Fill an empty workbook of xlsxwriter.

    Hours are numbers, and how many people have none stands in a column of its own, so
    that a sum in the file is right as well.
    """
    formats, names = Formats(workbook), SheetNames()
    workbook.set_properties({"title": words.title})
    front = len(tables) > 1 and workbook.add_worksheet(names.take(words.title))
    sheets = [names.take(table.title) for table in tables]
    if front:
        _write_front(front, tables, sheets, formats, words)
    for table, name in zip(tables, sheets, strict=True):
        _write_table(workbook.add_worksheet(name), table, formats, words)


def _write_front(worksheet, tables, sheets, formats, words):
    worksheet.set_column(0, 0, 34)
    worksheet.set_column(1, 1, 70)
    worksheet.set_column(2, 2, 60)
    worksheet.write_string(0, 0, words.title, formats["title"])
    worksheet.write_string(1, 0, words.about, formats["info"])
    row = 3
    for table, name in zip(tables, sheets, strict=True):
        # a quote in the name of a sheet is written twice
        link = "internal:'{}'!A1".format(name.replace("'", "''"))
        worksheet.write_url(row, 0, link, formats["subtitle"], table.title)
        worksheet.write_string(row, 1, table.summary, formats["wrap"])
        worksheet.write_string(row, 2, table.question, formats["hint"])
        lines = max(wrapped_lines(table.summary, 70), wrapped_lines(table.question, 60))
        worksheet.set_row(row, height_of(lines))
        row += 1
    _page(worksheet)


def _write_table(worksheet, table, formats, words):
    places = list(_places(table.columns))
    for column, at in places:
        worksheet.set_column(at, at, _WIDTHS[column.kind])
        if column.kind == "hours":
            worksheet.set_column(at + 1, at + 1, _WITHOUT_WIDTH)
    worksheet.write_string(0, 0, table.title, formats["title"])
    worksheet.write_string(1, 0, f"{table.question} {words.about}", formats["info"])
    worksheet.write_string(2, 0, table.rule, formats["rule"])
    row = _HEADER_ROW
    for column, at in places:
        worksheet.write_string(row, at, column.label, formats["header_left"])
        if column.help:
            worksheet.write_comment(row, at, column.help)
        if column.kind == "hours":
            worksheet.write_string(
                row, at + 1, words.without_hours, formats["header_left"]
            )
    labels = [(column.label, _WIDTHS[column.kind]) for column, _at in places]
    worksheet.set_row(row, height_of(max(wrapped_lines(*label) for label in labels)))
    for one in table.rows:
        row += 1
        _write_row(worksheet, row, table, one.cells, places, formats, words)
        for part in one.parts:
            row += 1
            _write_row(worksheet, row, table, part, places, formats, words, level=1)
    last = places[-1][1] + (places[-1][0].kind == "hours")
    if table.rows and not any(one.parts for one in table.rows):
        worksheet.autofilter(_HEADER_ROW, 0, row, last)
    if not table.rows:
        row += 1
        worksheet.write_string(row, 0, table.empty, formats["info"])
    if table.without_sheet:
        schools = [table.names.schools.get(one, "") for one in table.without_sheet]
        text = f"{words.without_sheet} {', '.join(schools)}"
        worksheet.write_string(row + 2, 0, _fitting(text), formats["info"])
    worksheet.freeze_panes(_HEADER_ROW + 1, 1)
    worksheet.repeat_rows(_HEADER_ROW)
    _page(worksheet)


def _places(columns: Sequence[Column]):
    """Yield each column with its place; hours take two."""
    at = 0
    for column in columns:
        yield column, at
        at += 2 if column.kind == "hours" else 1


def _write_row(worksheet, row, table, cells, places, formats, words, level=0):
    lines = 1
    for column, at in places:
        value = cells.get(column.key)
        if column.kind == "hours":
            if value is None:
                continue
            # nothing known is an empty cell and no 0
            if value.known or not value.unknown_count:
                worksheet.write_number(row, at, value.known, formats["hours"])
            if value.unknown_count:
                worksheet.write_number(
                    row, at + 1, value.unknown_count, formats["count"]
                )
        elif column.kind in ("number", "hours_plain"):
            style = formats["count" if column.kind == "number" else "hours"]
            if value is not None:
                worksheet.write_number(row, at, value, style)
        else:
            text = _fitting(table.text(column, cells, words.language))
            is_core = column.kind == "task" and value in table.names.core
            worksheet.write_string(
                row, at, text, formats["core" if is_core else "text"]
            )
            lines = max(lines, wrapped_lines(text, _WIDTHS[column.kind]))
    worksheet.set_row(row, height_of(lines), None, {"level": level})


def _fitting(text):
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _page(worksheet):
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_footer("&L&A&R&P / &N")
