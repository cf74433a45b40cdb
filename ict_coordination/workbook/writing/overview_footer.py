# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The rows under the tasks: hours per person, in all and per cluster, as formulas."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from .. import layout as at
from ..hours import hour_unit
from ..labels import Labels
from ..model import Cluster
from ..notation import one_line
from .formats import Formats
from .formulas import cluster_formula, column_formulas, sum_formula
from .placed import PlacedSheet


def write_footer(
    placed: PlacedSheet,
    worksheet,
    clusters: dict[str, Cluster],
    formats: Formats,
    labels: Labels,
) -> None:
    """Write the totals under the tasks of an overview."""
    layout = placed.layout
    _write_labels(layout, worksheet, clusters, formats, labels)
    known, without, per_cluster = _column_values(placed)
    unit = hour_unit(labels.language)
    total, plain = formats["total"], formats["total_plain"]
    total_hours = formats["total_hours"]
    hours_row = layout.footer("total_hours")
    without_row = layout.footer("without_hours")
    hint = labels.hint if layout.has_placeholders else ""

    def array(row, column, formula, style, value):
        worksheet.write_array_formula(row, column, row, column, formula, style, value)

    for index, column in enumerate(range(layout.first_person, layout.last_person + 1)):
        of_hours, of_without = column_formulas(column, layout.last_row, unit, hint)
        array(hours_row, column, of_hours, total_hours, known[index] / 100)
        array(without_row, column, of_without, total, without[index])
        for code in layout.clusters:
            name = one_line(clusters[code].name)
            array(
                layout.cluster_footer(code),
                column,
                cluster_formula(column, layout.last_row, unit, name),
                plain,
                per_cluster.get((code, index), 0) / 100,
            )

    def across(row, value, style):
        """The last cell of a row: the sum over all people."""
        formula = sum_formula(row, layout.first_person, row, layout.last_person)
        worksheet.write_formula(row, layout.hours, formula, style, value)

    across(hours_row, sum(known) / 100, total_hours)
    across(without_row, sum(without), total)
    for code in layout.clusters:
        value = sum(
            per_cluster.get((code, index), 0) for index in range(len(layout.columns))
        )
        across(layout.cluster_footer(code), value / 100, plain)
    _write_available(layout, known, worksheet, formats)


def _write_labels(layout, worksheet, clusters, formats, labels):
    lines = [
        (layout.footer(name), getattr(labels, name), "total_label")
        for name in at.FOOTER
    ] + [
        (
            layout.cluster_footer(code),
            labels.hours_of_cluster.format(cluster=one_line(clusters[code].name)),
            "total_plain_label",
        )
        for code in layout.clusters
    ]
    worksheet.set_row(layout.last_row + 1, 6)
    for row, text, style in lines:
        for column in range(layout.first_person):
            worksheet.write_blank(row, column, None, formats[style])
        worksheet.write_string(row, at.TASK, text, formats[style])


def _column_values(placed):
    """Hundredths of hours, number without, hundredths per (cluster, column)."""
    layout = placed.layout
    known, without = [0] * len(layout.columns), [0] * len(layout.columns)
    per_cluster: dict[tuple[str, int], int] = {}
    index_of = {
        (column.person.key, column.ordinal): index
        for index, column in enumerate(layout.columns)
        if column.person
    }
    for row in placed.sheet.rows:
        used: dict[str, int] = {}
        for entry in row.entries:
            ordinal = used.get(entry.person, 0)
            used[entry.person] = ordinal + 1
            index = index_of[entry.person, ordinal]
            if entry.hours is None:
                without[index] += 1
                continue
            hundredths = round(entry.hours * 100)
            known[index] += hundredths
            key = (row.cluster, index)
            per_cluster[key] = per_cluster.get(key, 0) + hundredths
    return known, without, per_cluster


def _write_available(layout, known, worksheet, formats):
    """Hours available and what is left; empty where nobody knows."""
    row, below = layout.footer("hours_available"), layout.footer("difference")
    hours_row = layout.footer("total_hours")
    plain = formats["total_plain"]
    number = formats["total"]
    available, left = [], []
    for index, column in enumerate(layout.columns):
        cell = layout.first_person + index
        if column.ordinal or column.person is None:
            worksheet.write_blank(row, cell, None, plain)
            worksheet.write_blank(below, cell, None, plain)
            continue
        same = sum(other.person is column.person for other in layout.columns)
        hours = column.person.hours_available
        value = ""
        if hours is None:
            worksheet.write_blank(row, cell, None, number)
        else:
            worksheet.write_number(row, cell, hours, number)
            value = round(hours * 100) - sum(known[index : index + same])
            available.append(round(hours * 100))
            left.append(value)
            value /= 100
        here = xl_rowcol_to_cell(row, cell)
        first = xl_rowcol_to_cell(hours_row, cell)
        last = xl_rowcol_to_cell(hours_row, cell + same - 1)
        formula = f'=IF({here}="","",ROUND({here}-SUM({first}:{last}),2))'
        worksheet.write_formula(below, cell, formula, number, value)

    first = xl_rowcol_to_cell(row, layout.first_person)
    last = xl_rowcol_to_cell(row, layout.last_person)
    under_first = xl_rowcol_to_cell(below, layout.first_person)
    under_last = xl_rowcol_to_cell(below, layout.last_person)
    none = f"COUNT({first}:{last})=0"
    worksheet.write_formula(
        row,
        layout.hours,
        f'=IF({none},"",ROUND(SUM({first}:{last}),2))',
        number,
        sum(available) / 100 if available else "",
    )
    worksheet.write_formula(
        below,
        layout.hours,
        f'=IF({none},"",ROUND(SUM({under_first}:{under_last}),2))',
        number,
        sum(left) / 100 if available else "",
    )
    worksheet.conditional_format(
        below,
        layout.first_person,
        below,
        layout.hours,
        {"type": "cell", "criteria": "<", "value": 0, "format": formats["if_minus"]},
    )
