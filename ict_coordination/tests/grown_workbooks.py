# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Workbooks as schools really grow them, built with openpyxl one by one.

Every function of ``GROWN`` returns a workbook; its docstring is what has to be read,
in the form of :func:`told`.
"""

from __future__ import annotations

import io

from openpyxl.styles import PatternFill

HELPDESK = "Realisatie en onderhoud van helpdesk"
STOCK = "Beheer van reservemateriaal"
RECOVERY = "Uitwerken van een disaster recovery plan"
MANUALS = "Handleidingen schrijven over het gebruik van hardware en software"
BOARD = "Nauw betrokken zijn bij/deel uitmaken van het directieteam"
INSURANCE = "Opvolging verzekeringen"
POOL = "Beheren laptop/tabletpool"
SIX = (HELPDESK, STOCK, RECOVERY, MANUALS, BOARD, INSURANCE)
CLUSTERS = ("Technisch",) * 3 + ("Ped.-didac.", "Beleid&Visie", "Administratie")
YELLOW = PatternFill("solid", fgColor="FFFF00")
GROWN = []


def grown(build):
    """Add a workbook to ``GROWN``."""
    GROWN.append(build)
    return build


def saved(workbook) -> bytes:
    """Return the workbook as a file, without the empty sheet it started with."""
    if workbook.worksheets[0].max_row == 1 and len(workbook.worksheets) > 1:
        workbook.remove(workbook.worksheets[0])
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def page(workbook, title, *rows):
    """Add a sheet with these rows; ``None`` and "" stay empty."""
    sheet = workbook.create_sheet(title)
    for row, values in enumerate(rows, 1):
        for col, value in enumerate(values, 1):
            if value not in (None, ""):
                sheet.cell(row, col, value)
    return sheet


def told(book) -> str:
    """Say what was read, one line a task, what is empty left out.

    ``== name: kind, school, year``, then ``! codes`` of notes about the sheet, then
    ``task / cluster / level / priority / people / codes of notes``; codes of C with an
    exclamation mark.
    """
    lines = []
    for sheet in book.sheets:
        known = filter(None, (sheet.kind, sheet.school_hint, sheet.school_year))
        lines.append(f"== {sheet.name}: {', '.join(known)}")
        if sheet.notes:
            lines.append("! " + _codes(sheet.notes))
        lines += [_row(row) for row in sheet.rows]
    return "\n".join(lines)


def _row(row):
    parts = [
        row.task_code or row.task,
        row.cluster or row.cluster_text,
        "core" if row.core else "",
        "" if row.applicable else "not applicable",
        row.level,
        row.priority and f"prio {row.priority}",
        row.remark and f"({row.remark})",
        ", ".join(map(_person, row.people)),
        _codes(row.notes),
    ]
    return " / ".join(part for part in parts if part)


def _person(person):
    name = person.name or "?"
    name = name if person.kind == "person" else f"{person.kind} {name}"
    hours = "?" if person.hours is None else f"{person.hours:g}"
    funding = f" {person.funding}" if person.funding else ""
    return f"{name} {'~' * (person.certainty == 'assumed')}{hours}{funding}"


def _codes(notes):
    return " ".join(note.code + "!" * (note.klass == "C") for note in notes)
