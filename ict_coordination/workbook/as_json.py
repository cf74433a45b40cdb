# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What was read as plain JSON, for ``./ict read`` and for other programs."""

from __future__ import annotations

from .found import FoundBook, FoundPerson, FoundRow, FoundSheet, Note
from .messages import message_text
from .reading.accounting import unsaid
from .sheet_messages import SHEET_MESSAGES


def as_json(book: FoundBook, language: str | None = "nl") -> dict:
    """Return ``{"sheets": [...], "summary": {...}}``; messages in ``language``.

    Every cell with text of a task row stands in its people, in its notes or was fully
    understood (cluster, description, competencies, a clear mark); ``cells`` repeats
    them all. ``lost`` counts cells for which that does not hold.
    """
    sheets = [_sheet(sheet, language) for sheet in book.sheets]
    rows = [row for sheet in sheets for row in sheet["rows"]]
    notes = [note for row in rows for note in row["notes"]]
    notes += [note for sheet in sheets for note in sheet["notes"]]
    return {
        "sheets": sheets,
        "summary": {
            "sheets": len(sheets),
            "rows": len(rows),
            "people": sum(len(row["people"]) for row in rows),
            "assumed": sum(note["class"] == "B" for note in notes),
            "kept_as_note": sum(note["class"] == "C" for note in notes),
            "lost": len(book.lost),
        },
        "lost": list(book.lost),
        "own_format": book.own_format,
    }


def _sheet(sheet: FoundSheet, language) -> dict:
    return {
        "name": sheet.name,
        "kind": sheet.kind,
        "school_hint": sheet.school_hint,
        "school_year": sheet.school_year,
        "group_hint": sheet.group_hint,
        "state": sheet.state,
        "hidden": sheet.hidden,
        "columns": [
            {"column": column.letter, "heading": column.heading, "role": column.role}
            for column in sheet.columns
        ],
        "rows": [_row(sheet, row, language) for row in sheet.rows],
        "notes": [_note(note, language) for note in sheet.notes],
    }


def _row(sheet: FoundSheet, row: FoundRow, language) -> dict:
    notes = [_note(note, language) for note in row.notes]
    # read with certainty, but in a field that has no address of its own
    for address, text, role in unsaid(sheet, row):
        code = f"read_{role}"
        code = code if code in SHEET_MESSAGES else "read_cell"
        message = message_text(code, (), language)
        notes.append(
            {
                "cell": address,
                "text": text,
                "class": "B",
                "code": code,
                "message": message,
                "proposals": [],
            }
        )
    return {
        "row": row.row,
        "cluster": row.cluster or row.cluster_text or None,
        "task": row.task,
        "task_code": row.task_code,
        "core": row.core,
        "applicable": row.applicable,
        "level": row.level,
        "priority": row.priority,
        "remark": row.remark,
        "people": [_person(person) for person in row.people],
        "notes": notes,
        "cells": [{"cell": address, "text": text} for address, text in row.cells],
    }


def _person(person: FoundPerson) -> dict:
    return {
        "name": person.name,
        "kind": person.kind,
        "hours": person.hours,
        "certainty": person.certainty,
        "funding": person.funding,
        "mandates": None if person.mandates is None else list(person.mandates),
        "cell": person.cell,
        "text": person.text,
    }


def _note(note: Note, language) -> dict:
    return {
        "cell": note.cell,
        "text": note.text,
        "class": note.klass,
        "code": note.code,
        "message": note.message(language),
        "proposals": [proposal.label(language) for proposal in note.proposals],
    }
