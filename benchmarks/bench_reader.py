"""The reader alone against a bare openpyxl pass over the same cells.

Three files: our own export of 28 schools (56 sheets); the same cells as openpyxl
saves them, with the core tasks purple, comments and merges as people leave them; and
that file with "Persoon 1" over the columns and names of people in the cells, so that
every cell goes through the grammar. The peer opens the file (stored values, not the
formulas) and touches every cell. Whatever the reader remembers is forgotten before
every pass: a file is read once.
"""

import copy
import functools
import io
import sys

import openpyxl
from common import as_manager, environment, make_group, ratio, report
from openpyxl.comments import Comment

SCHOOLS = 28
REPORT = "ict_coordination.overview_xlsx"
LIMIT = 1.5
PREFIXES = ("Person ", "firma ", "vacature ")
FIRST = (
    "Jan", "An", "Piet", "Els", "Bart", "Sofie", "Tom", "Lies", "Wim", "Karen",
    "Pieter", "Hilde", "Luc", "Griet", "Dirk", "Marie", "Koen", "Ilse", "Bert",
    "Nele", "Stijn", "Eva", "Joris", "Tine", "Kris", "Lore", "Maarten", "Sara",
)  # fmt: skip
LAST = (
    "Peeters", "Janssens", "Maes", "Jacobs", "Mertens", "Willems", "Claes", "Goossens",
)  # fmt: skip


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


def typed(content):
    """Return the workbook with names in the cells instead of in the headings."""
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    for number, sheet in enumerate(workbook.worksheets):
        headings = [
            cell
            for row in sheet.iter_rows(max_row=8)
            for cell in row
            if str(cell.value).startswith(PREFIXES)
        ]
        for place, heading in enumerate(headings):
            name = f"{FIRST[number % len(FIRST)]} {LAST[place % len(LAST)]}"
            for (cell,) in sheet.iter_rows(
                heading.row + 1, min_col=heading.column, max_col=heading.column
            ):
                rest = str(cell.value or "").partition(heading.value)
                if rest[1] and not rest[0]:
                    cell.value = name + rest[2]
            heading.value = f"Persoon {place + 1}"
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def forget():
    """Empty every cache of the reader."""
    for name, module in list(sys.modules.items()):
        if ".ict_coordination.workbook" in name:
            for value in vars(module).values():
                if isinstance(value, functools._lru_cache_wrapper):
                    value.cache_clear()


def main():
    with environment() as env:
        manager, overviews = make_group(env, SCHOOLS)
        overviews = as_manager(overviews, manager)
        own = overviews.env["ir.actions.report"]._render(REPORT, overviews.ids)[0]
    saved = grown(own)
    results = [
        measure(name, content)
        for name, content in (
            ("own export", own),
            ("of openpyxl", saved),
            ("names in cells", typed(saved)),
        )
    ]
    return all(results)


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

    def cold():
        forget()
        read_book(content)

    opening = ratio(lambda: open_grids(content), lambda: bare_pass(content))
    print(f"opening alone / bare openpyxl pass, {name}: {opening:.2f} ×")
    return report(
        f"reader / bare openpyxl pass, {name}",
        ratio(cold, lambda: bare_pass(content)),
        LIMIT,
    )


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
