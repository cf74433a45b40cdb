# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The map as a sheet of the workbook: tasks under their clusters, schools as columns.

Each cell is a formula on the sheet of the school, so that the map follows what people
correct in the file. Sign and number say the same as the colour.
"""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from ..workbook import layout as at
from ..workbook.labels import Labels
from ..workbook.model import SHEET_KINDS
from ..workbook.writer import WrittenBook
from ..workbook.writing.formats import Formats
from ..workbook.writing.group_sheets import FIRST_ROW, HEADER_ROW, start_group_sheet
from ..workbook.writing.heights import height_of, wrapped_lines
from ..workbook.writing.placed import PlacedSheet, main_sheets
from .book import map_of
from .codes import NOT_APPLICABLE, OPEN, SINGLE, TEAM, UNDECIDED
from .result import Cell, CoverageMap, MapSchool

#: the signs of the screen
SIGNS = {OPEN: "○", SINGLE: "◐", TEAM: "●", NOT_APPLICABLE: "–", UNDECIDED: "◌"}
STYLES = {
    OPEN: "map_open",
    SINGLE: "map_single",
    TEAM: "map_team",
    NOT_APPLICABLE: "map_not_applicable",
    UNDECIDED: "map_undecided",
}
_TASK, _OPEN, _SCHOOLS = 0, 1, 2
_TASK_WIDTH, _OPEN_WIDTH, _SCHOOL_WIDTH = 64, 9, 5.5


def write_maps(written: WrittenBook, workbook) -> None:
    """Add a map for each kind in the book, where it holds more than one school."""
    if not written.book.is_group:
        return
    labels = written.labels
    the_map = map_of(written.placed, written.clusters)
    kinds = [
        kind
        for kind in SHEET_KINDS
        if any(kind in school.sheets for school in the_map.schools)
    ]
    for kind in kinds:
        name = labels.coverage_map
        if len(kinds) > 1:
            name += f" – {labels.kinds_short[kind].lower()}"
        worksheet = workbook.add_worksheet(written.names.take(name))
        write_map(worksheet, the_map, kind, written.placed, written.formats, labels)


def write_map(
    worksheet,
    the_map: CoverageMap,
    kind: str,
    placed: list[PlacedSheet],
    formats: Formats,
    labels: Labels,
) -> None:
    """Fill one sheet with the map of one kind; ``placed`` as ``map_of`` got them."""
    mains = main_sheets(placed, kind)
    left_out = [
        one
        for one in placed
        if one.sheet.kind == kind and not any(one is main for main in mains)
    ]
    title = f"{labels.coverage_map} – {labels.kinds[kind]}"
    start_group_sheet(worksheet, title, labels.map_rule, left_out, formats, labels)
    schools = [school for school in the_map.schools if kind in school.sheets]
    _write_headings(worksheet, schools, formats, labels)
    row = FIRST_ROW
    last_column = _SCHOOLS + len(schools) - 1
    for cluster in the_map.clusters:
        tasks = [
            task
            for task in the_map.tasks
            if task.cluster == cluster.id
            and any(task.id in school.sheets[kind].cells for school in schools)
        ]
        if not tasks:
            continue
        for column in range(last_column + 1):
            worksheet.write_blank(row, column, None, formats["map_cluster"])
        worksheet.write_string(row, _TASK, cluster.name, formats["map_cluster"])
        row += 1
        for task in tasks:
            style = formats["map_core" if task.core else "map_task"]
            worksheet.write_string(row, _TASK, task.name, style)
            worksheet.set_row(row, height_of(wrapped_lines(task.name, _TASK_WIDTH)))
            opened = 0
            for column, school in enumerate(schools, _SCHOOLS):
                sheet = school.sheets[kind]
                if task.id in sheet.cells:
                    cell = Cell(*sheet.cells[task.id])
                    _write_cell(worksheet, row, column, cell, placed[sheet.id], formats)
                    opened += cell.coverage in (OPEN, UNDECIDED)
                else:
                    worksheet.write_blank(row, column, None, formats["map_cell"])
            _count(worksheet, row, _OPEN, (row, _SCHOOLS, row, last_column), opened,
                   formats["map_count"])  # fmt: skip
            row += 1
    _finish(worksheet, row - 1, schools, kind, formats, labels)


def cell_text(cell: Cell) -> str:
    """Return the sign, with the number of people where somebody does the task.

    >>> cell_text(Cell(1, TEAM, 3, 4.5, 0, 1, 0))
    '● 3'
    >>> cell_text(Cell(1, OPEN, 0, 0, 0, 1, 0))
    '○'
    """
    sign = SIGNS[cell.coverage]
    return f"{sign} {cell.people}" if cell.people else sign


def _write_headings(worksheet, schools, formats, labels):
    worksheet.write_string(HEADER_ROW, _TASK, labels.task, formats["header_left"])
    worksheet.write_string(HEADER_ROW, _OPEN, labels.open_in, formats["header"])
    for column, school in enumerate(schools, _SCHOOLS):
        worksheet.write_string(HEADER_ROW, column, school.name, formats["header_up"])
    longest = max((len(school.name) for school in schools), default=10)
    worksheet.set_row(HEADER_ROW, min(220, max(60, 6.2 * longest)))


def _write_cell(worksheet, row, column, cell, placed, formats):
    """Write what the sheet of the school says, as a formula with its value."""
    line = cell.line
    count = placed.cell(line, placed.layout.person_count)
    # both columns of the level, side by side
    level = f"{placed.cell(line, at.LEVEL_GROUP)}:{_address(line, at.LEVEL_SCHOOL)}"
    sign = f'IF(COUNTA({level})=0,"{SIGNS[UNDECIDED]}","{SIGNS[OPEN]}")'
    formula = (
        f'=IF({placed.cell(line, at.NOT_APPLICABLE)}<>"","{SIGNS[NOT_APPLICABLE]}",'
        f"IF({count}=0,{sign},"
        f'IF({count}=1,"{SIGNS[SINGLE]} ","{SIGNS[TEAM]} ")&{count}))'
    )
    worksheet.write_formula(row, column, formula, formats["map_cell"], cell_text(cell))


def _address(row, column):
    return xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)


def _count(worksheet, row, column, area, value, style):
    """Write how many cells of the area are open, decided or not."""
    first = xl_rowcol_to_cell(*area[:2])
    last = xl_rowcol_to_cell(*area[2:])
    parts = [f'COUNTIF({first}:{last},"{SIGNS[code]}")' for code in (OPEN, UNDECIDED)]
    worksheet.write_formula(row, column, "=" + "+".join(parts), style, value)


def _finish(worksheet, last_row, schools: list[MapSchool], kind, formats, labels):
    last_column = _SCHOOLS + len(schools) - 1
    total = last_row + 1
    opened = [
        sum(cell[1] in (OPEN, UNDECIDED) for cell in school.sheets[kind].cells.values())
        for school in schools
    ]
    worksheet.write_string(total, _TASK, labels.open_count, formats["total_label"])
    for column, value in enumerate([sum(opened), *opened], _OPEN):
        area = (FIRST_ROW, max(column, _SCHOOLS), last_row, column)
        if column == _OPEN:
            area = (FIRST_ROW, _SCHOOLS, last_row, last_column)
        _count(worksheet, total, column, area, value, formats["total"])
    for row, (code, sign) in enumerate(SIGNS.items(), total + 2):
        number = {SINGLE: " 1", TEAM: " 2"}.get(code, "")
        worksheet.write_string(row, _TASK, labels.map_legend[code], formats["info"])
        worksheet.write_string(row, _OPEN, sign + number, formats[STYLES[code]])
    worksheet.set_column(_TASK, _TASK, _TASK_WIDTH)
    worksheet.set_column(_OPEN, _OPEN, _OPEN_WIDTH)
    worksheet.set_column(_SCHOOLS, max(_SCHOOLS, last_column), _SCHOOL_WIDTH)
    worksheet.freeze_panes(FIRST_ROW, _SCHOOLS)
    first = xl_rowcol_to_cell(FIRST_ROW, _SCHOOLS)
    for code, sign in SIGNS.items():
        rule = {
            "type": "formula",
            "criteria": f'=LEFT({first},1)="{sign}"',
            "format": formats[STYLES[code]],
        }
        worksheet.conditional_format(FIRST_ROW, _SCHOOLS, last_row, last_column, rule)
