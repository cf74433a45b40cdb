# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Workload: hours a week per person and cluster over the schools of the book."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from xlsxwriter.utility import xl_rowcol_to_cell

from ..labels import Labels
from ..model import Cluster, Person
from ..notation import clean_text, one_line, person_label
from .formats import CLUSTER_COLOURS, Formats
from .group_sheets import (
    FIRST_ROW,
    HEADER_ROW,
    lines_around,
    start_group_sheet,
    write_sum,
)
from .heights import height_of, wrapped_lines
from .placed import PlacedSheet

# more bars than this cannot be read
MAX_BARS = 30
_FIXED = 3  # person, kind, schools
_NAME_WIDTH, _SCHOOLS_WIDTH = 34, 46


@dataclass(slots=True)
class _Load:
    """What one person does; hours in hundredths, cells to add up per column."""

    person: Person
    schools: list[str] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict)
    cluster_cells: dict[str, list[str]] = field(default_factory=dict)
    without: int = 0
    without_cells: list[str] = field(default_factory=list)
    # one number of available hours per pool
    available: dict[str, tuple[int, str]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.known.values())

    @property
    def available_total(self) -> int:
        return sum(value for value, _cell in self.available.values())


def collect(placed: list[PlacedSheet]) -> list[_Load]:
    """Return the load of everybody on these sheets, the heaviest first."""
    loads: dict[str, _Load] = {}
    for one in placed:
        _collect_sheet(one, loads)
    return sorted(loads.values(), key=lambda load: (-load.total, load.person.name))


def _collect_sheet(placed, loads):
    sheet, layout = placed.sheet, placed.layout
    for index, column in enumerate(layout.columns):
        person, cell = column.person, layout.first_person + index
        if person is None:
            continue
        load = loads.get(person.key)
        if load is None:
            load = loads[person.key] = _Load(person)
        row = layout.footer("without_hours")
        load.without_cells.append(placed.cell(row, cell))
        for code in layout.clusters:
            reference = placed.cell(layout.cluster_footer(code), cell)
            load.cluster_cells.setdefault(code, []).append(reference)
        if column.ordinal == 0 and person.hours_available is not None:
            pool = person.pool or f"{sheet.identity}\n{person.key}"
            reference = placed.cell(layout.footer("hours_available"), cell)
            value = (round(person.hours_available * 100), reference)
            load.available.setdefault(pool, value)
    for row in sheet.rows:
        for entry in row.entries:
            load = loads[entry.person]
            if sheet.school not in load.schools:
                load.schools.append(sheet.school)
            if entry.hours is None:
                load.without += 1
            else:
                hundredths = round(entry.hours * 100)
                load.known[row.cluster] = load.known.get(row.cluster, 0) + hundredths


def write_workload(
    worksheet,
    workbook,
    title: str,
    loads: list[_Load],
    left_out: list[PlacedSheet],
    clusters: dict[str, Cluster],
    formats: Formats,
    labels: Labels,
) -> None:
    """Fill the worksheet with the table and its chart."""
    start_group_sheet(worksheet, title, labels.workload_rule, left_out, formats, labels)
    used = [
        code for code in clusters if any(code in load.cluster_cells for load in loads)
    ]
    total = _FIXED + len(used)
    headings = [labels.person, labels.kind_of_person, labels.schools]
    headings += [one_line(clusters[code].name) for code in used]
    headings += [
        labels.hours,
        labels.without_hours,
        labels.hours_available,
        labels.difference,
    ]
    for column, text in enumerate(headings):
        style = formats["header_left" if column < _FIXED else "header"]
        worksheet.write_string(HEADER_ROW, column, text, style)
    worksheet.set_row(HEADER_ROW, 48)
    headings = _distinct_labels(loads, labels)
    for row, (load, text) in enumerate(zip(loads, headings, strict=True), FIRST_ROW):
        _write_load(worksheet, row, text, load, used, formats, labels)
    last = FIRST_ROW + max(1, len(loads)) - 1
    _write_totals(worksheet, last, used, loads, formats, labels)
    worksheet.set_column(0, 0, _NAME_WIDTH)
    worksheet.set_column(1, 1, 15)
    worksheet.set_column(2, 2, _SCHOOLS_WIDTH)
    worksheet.set_column(_FIXED, total + 2, 12)
    worksheet.set_column(total + 3, total + 3, 16)
    worksheet.freeze_panes(FIRST_ROW, 1)
    worksheet.autofilter(HEADER_ROW, 0, last, total + 3)
    lines_around(worksheet, (0, total + 2), last, formats)
    left = xl_rowcol_to_cell(FIRST_ROW, total + 3, col_abs=True)
    # an empty text is above every number
    minus = (f"={left}<0", "if_minus")
    lines_around(worksheet, (total + 3, total + 3), last, formats, (minus,))
    bars = min(MAX_BARS, sum(load.total > 0 for load in loads))
    if bars:
        _insert_chart(worksheet, workbook, bars, used, labels)


def _distinct_labels(loads, labels):
    """Names, with the school behind those that several people (or vacancies) have."""
    names = [person_label(load.person, labels) for load in loads]
    count = Counter(names)
    return [
        f"{name} ({one_line(load.schools[0])})"
        if count[name] > 1 and load.schools
        else name
        for name, load in zip(names, loads, strict=True)
    ]


def _write_load(worksheet, row, name, load, used, formats, labels):
    text, hours = formats["text"], formats["hours_or_empty"]
    worksheet.write_string(row, 0, name, text)
    worksheet.write_string(row, 1, labels.person_kinds[load.person.kind], text)
    schools = clean_text("\n".join(one_line(school) for school in load.schools))
    worksheet.write_string(row, 2, schools, text)
    lines = max(
        wrapped_lines(schools, _SCHOOLS_WIDTH), wrapped_lines(name, _NAME_WIDTH)
    )
    worksheet.set_row(row, height_of(lines))
    for column, code in enumerate(used, _FIXED):
        cells = load.cluster_cells.get(code, [])
        value = load.known.get(code, 0) / 100
        write_sum(worksheet, row, column, cells, hours, value)
    total = _FIXED + len(used)
    if used:
        first, last = xl_rowcol_to_cell(row, _FIXED), xl_rowcol_to_cell(row, total - 1)
        formula = f"=ROUND(SUM({first}:{last}),2)"
        worksheet.write_formula(row, total, formula, hours, load.total / 100)
    else:
        worksheet.write_number(row, total, 0, hours)
    write_sum(
        worksheet,
        row,
        total + 1,
        load.without_cells,
        formats["count_or_empty"],
        load.without,
    )
    available = load.available_total
    cells = [cell for _value, cell in load.available.values()]
    write_sum(worksheet, row, total + 2, cells, formats["hours"], available / 100)
    here, done = xl_rowcol_to_cell(row, total + 2), xl_rowcol_to_cell(row, total)
    worksheet.write_formula(
        row,
        total + 3,
        f'=IF({here}="","",ROUND({here}-{done},2))',
        formats["hours"],
        (available - load.total) / 100 if cells else "",
    )


def _write_totals(worksheet, last, used, loads, formats, labels):
    row = last + 2
    worksheet.set_row(last + 1, 6)
    worksheet.write_string(row, 0, labels.totals, formats["total_label"])
    for column in range(1, _FIXED):
        worksheet.write_blank(row, column, None, formats["total_label"])
    values = [sum(load.known.get(code, 0) for load in loads) / 100 for code in used]
    values.append(sum(load.total for load in loads) / 100)
    values.append(sum(load.without for load in loads))
    known = [load for load in loads if load.available]
    available = sum(load.available_total for load in known)
    values.append(available / 100)
    values.append((available - sum(load.total for load in known)) / 100)
    without = _FIXED + len(used) + 1
    for column, value in enumerate(values, _FIXED):
        # what nobody knows is empty, not 0
        unknown = column < without or (column > without and not known)
        style = formats["total_hours" if unknown else "total"]
        first = xl_rowcol_to_cell(FIRST_ROW, column)
        end = xl_rowcol_to_cell(last, column)
        formula = f"=ROUND(SUM({first}:{end}),2)"
        worksheet.write_formula(row, column, formula, style, value)


def _insert_chart(worksheet, workbook, bars, used, labels):
    """Stacked bars of the first rows: the heaviest load on top."""
    name = worksheet.get_name()
    last = FIRST_ROW + bars - 1
    chart = workbook.add_chart({"type": "bar", "subtype": "stacked"})
    for index, column in enumerate(range(_FIXED, _FIXED + len(used))):
        colour = CLUSTER_COLOURS[index % len(CLUSTER_COLOURS)]
        chart.add_series(
            {
                "name": [name, HEADER_ROW, column],
                "categories": [name, FIRST_ROW, 0, last, 0],
                "values": [name, FIRST_ROW, column, last, column],
                "fill": {"color": colour},
                "gap": 40,
            }
        )
    chart.set_title({"name": labels.chart_title, "name_font": {"size": 12}})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    chart.set_x_axis({"name": labels.chart_axis, "major_gridlines": {"visible": True}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 760, "height": 150 + 24 * bars})
    worksheet.insert_chart(HEADER_ROW, _FIXED + len(used) + 5, chart)
