# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Workbooks as people fill them in, for the tests of the reader.

``grid_of`` makes a sheet from a drawing; ``official_book`` rebuilds the published
layout from the catalogue: two rows of headings, bullets, merged competencies, hint.
"""

from __future__ import annotations

import io
from itertools import groupby

import openpyxl
from openpyxl.comments import Comment

from odoo.addons.ict_coordination.workbook.catalogue import shipped_tasks
from odoo.addons.ict_coordination.workbook.grid import Grid, GridBook, GridCell
from odoo.addons.ict_coordination.workbook.reader import read_grids

CLUSTERS = {
    "technical": "Technisch",
    "pedagogical": "Ped.-didac.",
    "policy": "Beleid&Visie",
    "administration": "Administratie",
}
COMPETENCIES = {
    "technical": "- Technische kennis\n- Specialisatie",
    "pedagogical": "- Onderwijservaring\n- Bij voorkeur: lerarenopleiding",
    "policy": "- Analytisch denkvermogen",
    "administration": "- Geen specifieke kennis",
}
HELPDESK = "Realisatie en onderhoud van helpdesk"
MONITORING = "Tools gebruiken voor monitoring van de ICT-infrastructuur"
STOCK = "Beheer van reservemateriaal"
INSURANCE = "Opvolging verzekeringen"
HINT = "naam + # uur/week"


def typed(text: str):
    """Return what a spreadsheet program makes of typed text: a number or the text."""
    try:
        return float(text.replace(",", ".")) if "," in text else int(text)
    except ValueError:
        return text


def grid_of(drawing: str, name="Huidige situatie", merges=(), **options) -> Grid:
    """Return a sheet drawn with ``|`` between the cells; a line is a row.

    ``\\n`` in a cell is a line break, ``{red}`` at its end a property: ``struck``,
    ``bold``, ``#comment`` or ``fill:RRGGBB``.
    """
    grid = Grid(name, merges=tuple(merges), **options)
    for row, line in enumerate(drawing.strip("\n").split("\n"), 1):
        for col, cell in enumerate(line.split("|"), 1):
            _put(grid, row, col, cell.strip())
    return grid


def _put(grid, row, col, drawn):
    text, _brace, rest = drawn.partition("{")
    text = text.strip().replace("\\n", "\n")
    if not drawn:
        return
    value = typed(text) if text else None
    cell = GridCell(row, col, value, text)
    for word in rest.rstrip("}").split(";") if rest else ():
        if word.startswith("#"):
            cell.comment = word[1:]
        elif word.startswith("fill:"):
            cell.fill = word[5:]
        elif word.startswith("part:"):
            cell.struck_part = word[5:]
        else:
            setattr(cell, word, True)
    grid.cells[row, col] = cell
    grid.max_row, grid.max_col = max(grid.max_row, row), max(grid.max_col, col)


def read_drawing(drawing: str, filename="", **options):
    """Return the first sheet of a drawing as it is read."""
    book = read_grids(GridBook((grid_of(drawing, **options),)), filename=filename)
    assert not book.lost, book.lost
    return book.sheets[0]


def official_workbook(fill=None, bullet="\uf0b7") -> openpyxl.Workbook:
    """Return the published layout: catalogue, current situation and target.

    ``fill(worksheet, first_row, first_person)`` may write people into the overviews.
    """
    workbook = openpyxl.Workbook()
    guidelines = workbook.active
    guidelines.title = "Richtlijnen"
    guidelines["A1"] = "Richtlijnen voor gebruik takenoverzicht"
    guidelines["A2"] = "U kan zelf met dit takenoverzicht aan de slag:"
    _catalogue(workbook.create_sheet("Takenoverzicht"), bullet)
    for name, target in (("Huidige situatie", False), ("Streefdoel", True)):
        worksheet = workbook.create_sheet(name)
        first_person = _overview(worksheet, target, bullet)
        if fill:
            fill(worksheet, 6, first_person)
    return workbook


def official_book(fill=None, bullet="\uf0b7") -> bytes:
    """Return :func:`official_workbook` as a file."""
    stream = io.BytesIO()
    official_workbook(fill, bullet).save(stream)
    return stream.getvalue()


def _bulleted(task, bullet):
    # the source has the glyph before most technical rows
    plain = task.cluster != "technical" or task.code in ("technical_15", "technical_27")
    return task.name if plain else bullet + task.name


def _catalogue(worksheet, bullet):
    worksheet["A1"] = "Takenoverzicht ICT-coördinatie"
    worksheet["A2"] = "Kerntaken"
    worksheet.append([])
    worksheet.append(["Cluster", "Omschrijving"])
    for task in shipped_tasks():
        worksheet.append([CLUSTERS[task.cluster], _bulleted(task, bullet)])


def _overview(worksheet, target, bullet):
    """Write an empty overview with two rows of headings; return the first person."""
    worksheet["A1"] = "Takenoverzicht ICT-coördinatie"
    worksheet.merge_cells("A1:F1")
    worksheet["A2"] = "Kerntaken"
    headings = ["Cluster", "Omschrijving", "Competenties", "SG", "School"]
    headings += ["KT", "LT", "Geen"] if target else []
    first_person = len(headings) + 1
    headings += ["Persoon 1", "Persoon 2", "Persoon 3", "…"]
    worksheet.cell(4, 4, "Niveau")
    worksheet.merge_cells("D4:E4")
    if target:
        worksheet.cell(4, 6, "Prioriteit")
        worksheet.merge_cells("F4:H4")
    worksheet.cell(4, first_person, "Taakverdeling & tijdsbesteding")
    worksheet.merge_cells(
        start_row=4, end_row=4, start_column=first_person, end_column=first_person + 3
    )
    for col, heading in enumerate(headings, 1):
        worksheet.cell(5, col, heading)
    tasks = [task for task in shipped_tasks() if task.in_situation_sheets]
    row = 6
    for cluster, some in groupby(tasks, key=lambda task: task.cluster):
        start = row
        for task in some:
            worksheet.cell(row, 1, CLUSTERS[cluster])
            worksheet.cell(row, 2, _bulleted(task, bullet))
            row += 1
        worksheet.cell(start, 3, COMPETENCIES[cluster])
        worksheet.merge_cells(f"C{start}:C{row - 1}")
    worksheet.cell(6, first_person, HINT)
    return first_person


def with_comment(cell, text: str) -> None:
    """Add a comment to an openpyxl cell."""
    cell.comment = Comment(text, "An")


def people(row):
    """Return name and hours of everybody on a task row."""
    return [(person.name, person.hours) for person in row.people]


def codes(row):
    """Return class and code of every note of a task row."""
    return [(note.klass, note.code) for note in row.notes]


def roles(sheet):
    """Return what each column of a sheet is."""
    return [column.role for column in sheet.columns]
