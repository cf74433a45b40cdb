"""Make the filled-in workbook of the pictures: as a school really keeps it.

Not the layout that Odoo exports: names inside the cells, hours in every notation, a
column and a task of the school's own, and some cells that nobody can read for sure.
"""

import sys
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "ict_coordination"))

from workbook.catalogue import shipped_tasks

CLUSTERS = {
    "technical": "Technisch",
    "pedagogical": "Ped.-didac.",
    "policy": "Beleid&Visie",
    "administration": "Administratie",
}
HEADINGS = ["Cluster", "Omschrijving", "Competenties", "SG", "School"]
PEOPLE = ["Persoon 1", "Persoon 2", "Opmerkingen"]
PURPLE = PatternFill("solid", fgColor="E4D7F0")
GREY = PatternFill("solid", fgColor="E7E6E6")

# What stands beside the first tasks of the sheet, row by row: two people, a remark.
CELLS = [
    ("Tom Jacobs 2u", "Karim El Amrani 1 u", None),
    ("Tom: 1,5", None, None),
    ("Tom Jacobs 1u30", "NetHulp", "contract tot eind juni"),
    ("ca. 2u Tom Jacobs", None, None),
    ("Tom 2-3u", None, "zie verslag ICT-raad"),
    ("Lies en Nora 2u", None, None),
    ("Griet 4u/maand", "Tom 1u", None),
    ("vacature 4u", None, None),
    ("nvt", None, None),
    ("Lies Wouters 30 min", "Nora", None),
    ("Robbe 1u", None, None),
    ("Tom 1u/dag", None, None),
    ("alle leerkrachten", None, None),
    ("An Peeters ½ u", "Tom ?", None),
    ("Tom Jacobs", None, "deadline: herfstvakantie"),
    ("An Peeters 1u", "Robbe ±1u", None),
]
OWN_TASK = ("Beebots en robots van de ICT-hoek opladen", "Nora Haddad 0,5u")


def filled_workbook(path, school, school_year):
    """Write the workbook of ``school`` for ``school_year`` ("2026-2027")."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, shift in (("Huidige situatie", 0), ("Streefdoel", 4)):
        priorities = ["KT", "LT", "Geen"] if title == "Streefdoel" else []
        sheet = book.create_sheet(title)
        sheet.append(["Takenoverzicht ICT-coördinatie"])
        sheet.append([f"{school} – {title} – schooljaar {school_year}"])
        sheet.append([])
        sheet.append([*HEADINGS, *priorities, *PEOPLE])
        _rows(sheet, priorities, shift)
        _look(sheet)
    book.save(path)


def _rows(sheet, priorities, shift):
    for index, task in enumerate(t for t in shipped_tasks() if t.in_situation_sheets):
        at = index - shift
        cells = CELLS[at] if 0 <= at < len(CELLS) else (None, None, None)
        marks = ["x" if place == index % 5 else None for place in range(3)]
        of_group = index % 7 == 0
        sheet.append(
            [
                CLUSTERS[task.cluster],
                task.name,
                None,
                "x" if of_group else None,
                None if of_group else "x",
                *(marks if priorities else ()),
                *cells,
            ]
        )
        if index % 9 == 0:
            sheet.cell(sheet.max_row, 2).fill = PURPLE
    name, person = OWN_TASK
    blanks = [None] * (3 + len(priorities))
    sheet.append([CLUSTERS["technical"], name, *blanks, person])


def _look(sheet):
    sheet["A1"].font = Font(bold=True, size=14)
    for cell in sheet[4]:
        cell.font, cell.fill = Font(bold=True), GREY
    for letter, width in zip("ABCDEFGHIJK", (14, 60, 14, 6, 8, *[22] * 6), strict=True):
        sheet.column_dimensions[letter].width = width
    for (cell,) in sheet.iter_rows(min_row=5, min_col=2, max_col=2):
        cell.alignment = Alignment(wrap_text=True, vertical="top")
