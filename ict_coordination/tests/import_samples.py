"""Workbooks as schools fill them in: the layout of the official one, a few tasks."""

import base64
import io

import openpyxl
from openpyxl.styles import PatternFill

from ..workbook.catalogue import shipped_tasks

HEADINGS = ("Cluster", "Omschrijving", "Competenties", "SG", "School")
PURPLE = PatternFill("solid", fgColor="FF7030A0")
TITLES = {"current": "Huidige situatie", "target": "Streefdoel"}


def task_text(code):
    """The wording of the source for a code of the catalogue."""
    return next(task.name for task in shipped_tasks() if task.code == code)


def workbook(rows, school="School A", kind="current", people=3, core=(), **more):
    """Return the bytes of a workbook with one sheet.

    :param rows: ``{code of a task, or its text: cells of the people}``; a cell is a
        text, or ``("remark", text)`` for the column of remarks
    :param core: codes of the tasks with a purple cell
    :param more: further sheets, ``{name: rows}``
    """
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, some in {TITLES[kind]: rows, **more}.items():
        sheet = book.create_sheet(name)
        sheet.append([f"{TITLES[kind]} {school}" if name == TITLES[kind] else name])
        people_headings = [f"Persoon {number + 1}" for number in range(people)]
        sheet.append([*HEADINGS, *people_headings, "Opmerkingen"])
        for task, cells in some.items():
            known = {known.code: known.name for known in shipped_tasks()}
            line = ["Technisch", known.get(task, task), None, None, None]
            line += [None] * (people + 1)
            place = len(HEADINGS)
            for cell in cells:
                if isinstance(cell, tuple):
                    line[-1] = cell[1]
                    continue
                line[place] = cell
                place += 1
            sheet.append(line)
            if task in core:
                sheet.cell(sheet.max_row, 2).fill = PURPLE
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def encoded(content):
    return base64.b64encode(content).decode()
