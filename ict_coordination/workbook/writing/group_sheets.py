# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What the sheets about several schools have in common."""

from __future__ import annotations

from ..labels import Labels
from .formats import Formats
from .placed import PlacedSheet

TITLE_ROW, RULE_ROW, NOTE_ROW, HEADER_ROW, FIRST_ROW = 0, 1, 2, 4, 5
# Excel's limit for one formula, with some room
MAX_FORMULA = 8000


def start_group_sheet(
    worksheet,
    title: str,
    rule: str,
    left_out: list[PlacedSheet],
    formats: Formats,
    labels: Labels,
) -> None:
    """Write title, rule in words and the sheets that do not count; set up the page."""
    worksheet.set_row(TITLE_ROW, 24)
    worksheet.write_string(TITLE_ROW, 0, title, formats["title"])
    worksheet.write_string(RULE_ROW, 0, rule, formats["rule"])
    if left_out:
        names = ", ".join(placed.name for placed in left_out)
        text = labels.left_out.format(names=names)[:1000]
        worksheet.write_string(NOTE_ROW, 0, text, formats["rule"])
    worksheet.set_landscape()
    worksheet.set_paper(8)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    worksheet.repeat_rows(HEADER_ROW)
    worksheet.set_footer(f"&L{labels.source}&R{labels.page} &P {labels.of_pages} &N")


def lines_around(
    worksheet,
    columns: tuple[int, int],
    last_row: int,
    formats: Formats,
    rules: tuple[tuple[str, str], ...] = (),
) -> None:
    """Draw lines around all cells of these columns, also the empty ones.

    ``rules`` are (formula for the first cell, style) that go before the plain lines;
    ranges may not overlap, because not every program combines them.
    """
    for criteria, style in (*rules, ("=TRUE", "if_line")):
        rule = {"type": "formula", "criteria": criteria, "format": formats[style]}
        worksheet.conditional_format(FIRST_ROW, columns[0], last_row, columns[1], rule)


def write_sum(worksheet, row, column, cells, style, value) -> None:
    """Write the sum of single cells of other sheets as a formula.

    A sum over so many sheets that Excel would refuse the formula is written as its
    value. ``cells`` may be empty: then nothing is known and the cell stays empty.
    """
    if not cells:
        worksheet.write_blank(row, column, None, style)
        return
    formula = "=ROUND(" + "+".join(cells) + ",2)"
    if len(formula) > MAX_FORMULA:
        worksheet.write_number(row, column, value, style)
    else:
        worksheet.write_formula(row, column, formula, style, value)
