"""Export of a whole group against xlsxwriter writing the same cells by hand.

60 schools, 120 sheets and the group sheets. The peer gets the cells ready-made; ours
also reads them from the database with the rights of a group manager.
"""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import xlsxwriter
from common import as_manager, environment, make_group, ratio, report

SCHOOLS = 60
REPORT = "ict_coordination.overview_xlsx"


def export(overviews):
    """Return the bytes of the workbook; nothing is left in the cache beforehand."""
    overviews.env.invalidate_all()
    return overviews.env["ir.actions.report"]._render(REPORT, overviews.ids)[0]


def cells_of(content):
    """Return what stands in a workbook: ``[(sheet, cells, merges, widths)]``."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheets = []
    for sheet in book.worksheets:
        cells = []
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None or cell.has_style:
                    value = cell.value
                    kind = cell.data_type
                    if hasattr(value, "text"):  # an array formula
                        value, kind = (value.ref, value.text), "array"
                    cells.append((cell.row - 1, cell.column - 1, kind, value))
        merges = [str(area) for area in sheet.merged_cells.ranges]
        widths = [
            (letter, size.width) for letter, size in sheet.column_dimensions.items()
        ]
        sheets.append((sheet.title, cells, merges, widths))
    return sheets


def by_hand(sheets):
    """Write ready-made cells with xlsxwriter, the plain way."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    style = book.add_format({"border": 1, "text_wrap": True})
    for title, cells, _merges, widths in sheets:
        sheet = book.add_worksheet(title)
        for letter, width in widths:
            sheet.set_column(f"{letter}:{letter}", width)
        for row, column, kind, value in cells:
            if value is None:
                sheet.write_blank(row, column, None, style)
            elif kind == "array":
                sheet.write_array_formula(value[0], value[1], style)
            elif kind == "f":
                sheet.write_formula(row, column, value, style)
            elif kind == "n":
                sheet.write_number(row, column, value, style)
            else:
                sheet.write_string(row, column, str(value), style)
    book.close()
    return target.getvalue()


def queries(overviews):
    """Return the number of queries of one export."""
    before = overviews.env.cr.sql_log_count
    export(overviews)
    return overviews.env.cr.sql_log_count - before


def main():
    with environment() as env:
        manager, overviews = make_group(env, SCHOOLS)
        overviews = as_manager(overviews, manager)
        content = export(overviews)
        sheets = cells_of(content)
        print(
            f"{len(sheets)} sheets, {sum(len(cells) for _, cells, *_ in sheets)} cells,"
            f" {len(overviews.line_ids.allocation_ids)} allocations"
        )
        holds = report(
            "export of 60 schools / xlsxwriter by hand",
            ratio(lambda: export(overviews), lambda: by_hand(sheets)),
            1.5,
        )
        few, many = queries(overviews[:12]), queries(overviews)
        holds &= report("queries of 60 schools / of 6 schools", many / few, 1.0)
        return holds & peak_memory(env, manager)


def peak_memory(env, manager):
    """Export once in a process of its own, so that nothing but the export counts."""
    env.cr.commit()
    done = subprocess.run(
        [sys.executable, __file__, "--memory", str(manager.id)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ,
    )
    return report("peak memory of the export", float(done.stdout), 600, "MB")


def memory(manager_id):
    with environment() as env:
        manager = env["res.users"].browse(manager_id)
        schools = manager.company_ids - manager.company_id
        overviews = as_manager(env["ict.overview"], manager).search(
            [("company_id", "in", schools.ids)]
        )
        assert len(overviews) == 2 * SCHOOLS, len(overviews)
        export(overviews)
    print(peak_megabytes())


def peak_megabytes():
    """Return the largest memory of this process since it started its program.

    Not ``ru_maxrss``: that one starts at the size of the process that forked it.
    """
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024


if __name__ == "__main__":
    if "--memory" in sys.argv:
        memory(int(sys.argv[-1]))
    else:
        sys.exit(0 if main() else 1)
