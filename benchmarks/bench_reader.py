"""The reader alone against a bare openpyxl pass over the same cells.

Two files: our own export of 28 schools (56 sheets), and the same cells as openpyxl
saves them, with the core tasks purple, comments and merges as people leave them. The
peer opens the file (stored values, not the formulas) and touches every cell.
"""

import copy
import io
import sys

import openpyxl
from common import as_manager, environment, make_group, ratio, report
from openpyxl.comments import Comment

SCHOOLS = 28
REPORT = "ict_coordination.overview_xlsx"
LIMIT = 1.5


def bare_pass(content):
    """Open with openpyxl and touch every value; return how many cells have one."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return sum(
        cell.value is not None
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
    )


def grown(content):
    """Return the workbook as another program saves it, filled in by hand.

    Without its properties: the reader takes it for a file of people.
    """
    source = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    target = openpyxl.Workbook()
    target.remove(target.active)
    for sheet in source.worksheets:
        page = target.create_sheet(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    place = page.cell(cell.row, cell.column, cell.value)
                    place.font = copy.copy(cell.font)
                    place.fill = copy.copy(cell.fill)
        for area in sheet.merged_cells.ranges:
            page.merge_cells(str(area))
        page["B8"].comment = Comment("na te vragen", "An")
    stream = io.BytesIO()
    target.save(stream)
    return stream.getvalue()


def main():
    with environment() as env:
        manager, overviews = make_group(env, SCHOOLS)
        overviews = as_manager(overviews, manager)
        own = overviews.env["ir.actions.report"]._render(REPORT, overviews.ids)[0]
    return measure("own export", own) & measure("of openpyxl", grown(own))


def measure(name, content):
    """Measure one file; return whether the limit holds."""
    # the addons are found once environment() has read the configuration
    from odoo.addons.ict_coordination.workbook.opening import open_grids
    from odoo.addons.ict_coordination.workbook.reader import read_book

    found = read_book(content)
    people = sum(len(row.people) for sheet in found.sheets for row in sheet.rows)
    print(
        f"{name}: {len(content) // 1000} kB, {bare_pass(content)} cells, "
        f"{len(found.sheets)} sheets, {people} allocations"
    )
    opening = ratio(lambda: open_grids(content), lambda: bare_pass(content))
    print(f"opening alone / bare openpyxl pass, {name}: {opening:.2f} ×")
    return report(
        f"reader / bare openpyxl pass, {name}",
        ratio(lambda: read_book(content), lambda: bare_pass(content)),
        LIMIT,
    )


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
