# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""A book that is written and the same book as it is read, in one plain form."""

from __future__ import annotations

from odoo.addons.ict_coordination.workbook.grammar import funding_code
from odoo.addons.ict_coordination.workbook.labels import labels_for
from odoo.addons.ict_coordination.workbook.notation import (
    clean_text,
    one_line,
    person_label,
)


def as_plain(book):
    """Return the overviews of a :class:`Book` as lists and tuples."""
    labels = labels_for(book.language)
    clusters = {cluster.code: cluster.name for cluster in book.clusters}
    result = []
    for sheet in book.sheets:
        headings = {one.key: person_label(one, labels) for one in sheet.people}
        rows = [
            (
                one_line(clusters.get(row.cluster, row.cluster)),
                one_line(row.name),
                row.is_core,
                row.applicable,
                row.level,
                row.priority if sheet.kind == "target" else None,
                clean_text(row.note).strip(),
                _sorted(
                    (
                        headings[entry.person],
                        entry.hours,
                        entry.certainty,
                        funding_code(one_line(entry.funding))
                        if entry.funding
                        else None,
                        tuple(sorted(entry.mandates)),
                    )
                    for entry in row.entries
                ),
            )
            for row in sheet.rows
        ]
        result.append(
            (
                one_line(sheet.school) or None,
                sheet.kind,
                one_line(sheet.school_year) or None,
                one_line(sheet.group_name) or None,
                sheet.state,
                rows,
            )
        )
    return result


def found_as_plain(book):
    """Return the overviews of a :class:`FoundBook` in the same form."""
    result = []
    for sheet in book.sheets:
        if sheet.kind not in ("current", "target"):
            continue
        headings = {column.letter: column.heading for column in sheet.columns}
        rows = [
            (
                row.cluster_text,
                row.task,
                row.core,
                row.applicable,
                row.level,
                row.priority,
                row.remark.strip(),
                _sorted(
                    (
                        headings[person.cell.rstrip("0123456789")],
                        person.hours,
                        person.certainty,
                        person.funding,
                        tuple(sorted(person.mandates or ())),
                    )
                    for person in row.people
                ),
            )
            for row in sheet.rows
        ]
        result.append(
            (
                sheet.school_hint,
                sheet.kind,
                sheet.school_year,
                sheet.group_hint,
                sheet.state,
                rows,
            )
        )
    return result


def _sorted(entries):
    return sorted(entries, key=repr)


def notes_of(book):
    """Return all notes of a found book, those of the sheets too."""
    return [
        note
        for sheet in book.sheets
        for notes in (sheet.notes, *(row.notes for row in sheet.rows))
        for note in notes
    ]
