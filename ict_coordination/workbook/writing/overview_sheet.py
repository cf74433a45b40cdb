# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The sheet of one overview: headings and tasks.

``overview_footer`` adds the totals, ``overview_page`` everything that is no content.
"""

from __future__ import annotations

from itertools import groupby

from .. import layout as at
from ..hours import hour_unit
from ..labels import Labels
from ..model import Cluster, Sheet
from ..notation import clean_text, entry_text, mandates_text, one_line, person_label
from .formats import Formats
from .formulas import row_formulas
from .heights import height_of, wrapped_lines
from .noted_cells import notes_by_column, write_open_notes
from .overview_footer import write_footer
from .overview_page import (
    COMPETENCY_WIDTH,
    NOTE_WIDTH,
    PERSON_WIDTH,
    TASK_WIDTH,
    set_page,
)
from .placed import PlacedSheet

_HEADER_FORMATS = {"vacancy": "header_vacancy", "partner": "header_partner"}


def write_overview(
    placed: PlacedSheet,
    worksheet,
    clusters: dict[str, Cluster],
    formats: Formats,
    labels: Labels,
) -> None:
    """Fill the worksheet of one overview. ``clusters`` are keyed by code."""
    sheet, layout = placed.sheet, placed.layout
    headings = [
        person_label(column.person, labels)
        if column.person
        else f"{labels.placeholder} {index}"
        for index, column in enumerate(layout.columns, 1)
    ]
    _write_title(sheet, worksheet, formats, labels)
    _write_headings(layout, headings, worksheet, formats, labels)
    lines = _write_rows(placed, headings, worksheet, clusters, formats, labels)
    _write_competencies(sheet, lines, worksheet, clusters, formats)
    for row_index, count in enumerate(lines, at.FIRST_ROW):
        worksheet.set_row(row_index, height_of(count))
    write_footer(placed, worksheet, clusters, formats, labels)
    set_page(placed, worksheet, formats, labels)


def _write_title(sheet: Sheet, worksheet, formats, labels):
    write = worksheet.write_string
    label, value, info = formats["label"], formats["value"], formats["info"]
    title = f"{labels.overview_title} – {labels.kinds[sheet.kind]}"
    write(at.TITLE_ROW, at.CLUSTER, title, formats["title"])
    worksheet.set_row(at.TITLE_ROW, 24)
    write(at.SCHOOL_ROW, at.CLUSTER, labels.school, label)
    write(at.SCHOOL_ROW, at.TASK, one_line(sheet.school), value)
    year = f"{labels.school_year}: {one_line(sheet.school_year)}"
    write(at.SCHOOL_ROW, at.COMPETENCIES, year, info)
    write(at.GROUP_ROW, at.CLUSTER, labels.group, label)
    write(at.GROUP_ROW, at.TASK, one_line(sheet.group_name), value)
    state = f"{labels.state}: {labels.states[sheet.state]}"
    write(at.GROUP_ROW, at.COMPETENCIES, state, info)
    write(at.LEGEND_ROW, at.CLUSTER, labels.core_tasks, formats["core_legend"])
    write(at.LEGEND_ROW, at.TASK, labels.legend, formats["rule"])
    if any(row.open_notes for row in sheet.rows):
        text = labels.open_note_legend
        write(at.TITLE_ROW, at.COMPETENCIES, text, formats["note_legend"])


def _write_headings(layout, headings, worksheet, formats, labels):
    group = formats["group_header"]
    for column in (at.CLUSTER, at.TASK, at.COMPETENCIES):
        worksheet.write_blank(at.GROUP_HEADER_ROW, column, None, group)
    bands = [(at.LEVEL_GROUP, at.NOT_APPLICABLE, labels.level)]
    if layout.is_target:
        bands.append((at.PRIORITY_SHORT, at.PRIORITY_NONE, labels.priority))
    bands.append((layout.first_person, layout.last_person, labels.people))
    bands.append((layout.hours, layout.person_count, labels.totals))
    for first, last, text in bands:
        if last > first:
            worksheet.merge_range(
                at.GROUP_HEADER_ROW, first, at.GROUP_HEADER_ROW, last, "", group
            )
        worksheet.write_string(at.GROUP_HEADER_ROW, first, text, group)
    for column in range(layout.note, layout.last_column + 1):
        worksheet.write_blank(at.GROUP_HEADER_ROW, column, None, group)

    header, left = formats["header"], formats["header_left"]
    texts = {
        at.LEVEL_GROUP: labels.level_group,
        at.LEVEL_SCHOOL: labels.level_school,
        at.NOT_APPLICABLE: labels.not_applicable,
        layout.hours: labels.hours,
        layout.without_hours: labels.without_hours,
        layout.person_count: labels.person_count,
    }
    if layout.is_target:
        for priority, column in at.PRIORITY_COLUMNS.items():
            texts[column] = labels.priorities[priority]
    for column, text in texts.items():
        worksheet.write_string(at.HEADER_ROW, column, text, header)
    texts = {
        at.CLUSTER: labels.cluster,
        at.TASK: labels.task,
        at.COMPETENCIES: labels.competencies,
        layout.note: labels.note,
    }
    if layout.mandates:
        texts[layout.mandates] = labels.mandates_title
    for column, text in texts.items():
        worksheet.write_string(at.HEADER_ROW, column, text, left)
    for index, (column, text) in enumerate(zip(layout.columns, headings, strict=True)):
        kind = column.person.kind if column.person else ""
        style = formats[_HEADER_FORMATS.get(kind, "header")]
        worksheet.write_string(at.HEADER_ROW, layout.first_person + index, text, style)
    # room for the filter buttons beside the longest name, which is in bold
    lines = max(wrapped_lines(heading, PERSON_WIDTH - 3) for heading in headings)
    worksheet.set_row(at.HEADER_ROW, height_of(min(8, max(2, lines))) + 8)


def _write_rows(placed, headings, worksheet, clusters, formats, labels):
    """Write the tasks; return the number of lines each of them needs."""
    sheet, layout = placed.sheet, placed.layout
    write_string, write_formula = worksheet.write_string, worksheet.write_formula
    write_array = worksheet.write_array_formula
    text, core, mark = formats["text"], formats["core"], formats["mark"]
    hours_format = formats["hours_or_empty"]
    without_format, count_format = formats["count_or_empty"], formats["count"]
    unit = hour_unit(labels.language)
    hint = labels.hint if layout.has_placeholders else ""
    first, last = layout.first_person, layout.last_person
    last_doer = layout.last_doer
    hours_column, without_column = layout.hours, layout.without_hours
    count_column, note_column = layout.person_count, layout.note
    cluster_names = {code: one_line(cluster.name) for code, cluster in clusters.items()}
    priority_columns = at.PRIORITY_COLUMNS if layout.is_target else {}
    places: dict[str, list[tuple[int, str]]] = {}
    for index, column in enumerate(layout.columns):
        if column.person:
            place = (first + index, headings[index])
            places.setdefault(column.person.key, []).append(place)
    names = {key: place[0][1] for key, place in places.items()}
    column_of = {key: place[0][0] for key, place in places.items()}
    noted_style, notes = formats["noted"], {}

    row_lines = []
    for row_index, row in enumerate(sheet.rows, at.FIRST_ROW):
        style = core if row.is_core else text
        name = clean_text(row.name)
        lines = wrapped_lines(name, TASK_WIDTH)
        write_string(row_index, at.CLUSTER, cluster_names[row.cluster], style)
        write_string(row_index, at.TASK, name, style)
        if row.level in ("group", "shared"):
            write_string(row_index, at.LEVEL_GROUP, at.MARK, mark)
        if row.level in ("school", "shared"):
            write_string(row_index, at.LEVEL_SCHOOL, at.MARK, mark)
        if not row.applicable:
            write_string(row_index, at.NOT_APPLICABLE, labels.not_applicable, mark)
        if row.priority in priority_columns:
            write_string(row_index, priority_columns[row.priority], at.MARK, mark)
        if hint and row_index == at.FIRST_ROW:
            for column in range(first, last + 1):
                write_string(row_index, column, hint, formats["hint"])
        total, without, used = 0, 0, {}
        if row.open_notes:
            notes = notes_by_column(row, column_of, note_column)
        for entry in row.entries:
            ordinal = used.get(entry.person, 0)
            used[entry.person] = ordinal + 1
            column, heading = places[entry.person][ordinal]
            content = entry_text(heading, entry, labels)
            style = noted_style if column in notes else text
            write_string(row_index, column, content, style)
            lines = max(lines, wrapped_lines(content, PERSON_WIDTH))
            if entry.hours is None:
                without += 1
            else:
                # hundredths: sums of floats would show 0.30000000000000004
                total += round(entry.hours * 100)
        of_hours, of_without, of_count = row_formulas(
            row_index, first, last, last_doer, unit, hint
        )
        write_array(
            row_index, hours_column, row_index, hours_column,
            of_hours, hours_format, total / 100,
        )  # fmt: skip
        write_array(
            row_index, without_column, row_index, without_column,
            of_without, without_format, without,
        )  # fmt: skip
        count = layout.people_on(row)
        write_formula(row_index, count_column, of_count, count_format, count)
        if row.note:
            note = clean_text(row.note)
            style = noted_style if note_column in notes else text
            write_string(row_index, note_column, note, style)
            lines = max(lines, wrapped_lines(note, NOTE_WIDTH))
        if layout.mandates:
            mandates = mandates_text(row, names, labels)
            if mandates:
                mandates = clean_text(mandates)
                write_string(row_index, layout.mandates, mandates, text)
                lines = max(lines, wrapped_lines(mandates, NOTE_WIDTH))
        if notes:
            written = {column_of[key] for key in used}
            if row.note:
                written.add(note_column)
            write_open_notes(
                row_index, notes, written, row.applicable, worksheet, formats, labels
            )
            notes = {}
        row_lines.append(lines)
    return row_lines


def _write_competencies(sheet, row_lines, worksheet, clusters, formats):
    """Write one block per cluster; raise ``row_lines`` where it needs more room."""
    style, column, start = formats["text"], at.COMPETENCIES, 0
    for code, run in groupby(sheet.rows, key=lambda row: row.cluster):
        end = start + sum(1 for _row in run)
        bullets = [f"- {one_line(text)}" for text in clusters[code].competencies]
        if bullets:
            first, last = at.FIRST_ROW + start, at.FIRST_ROW + end - 1
            if last > first:
                worksheet.merge_range(first, column, last, column, "", style)
            text = clean_text("\n".join(bullets))
            worksheet.write_string(first, column, text, style)
            missing = wrapped_lines(text, COMPETENCY_WIDTH) - sum(row_lines[start:end])
            if missing > 0:
                extra = -(-missing // (end - start))
                for index in range(start, end):
                    row_lines[index] += extra
        start = end
