# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""One insight in words as the browser gets it."""

from __future__ import annotations

from ..workbook.hours import Hours


def table_json(table) -> dict:
    """Return a :class:`Table` as plain values that JSON can hold."""
    names = table.names
    return {
        "key": table.key,
        "title": table.title,
        "question": table.question,
        "rule": table.rule,
        "summary": table.summary,
        "tone": table.tone,
        "empty": table.empty,
        "without_sheet": list(table.without_sheet),
        "columns": [
            {"key": one.key, "label": one.label, "kind": one.kind, "help": one.help}
            for one in table.columns
        ],
        "rows": [
            {
                "id": row.id,
                "tone": row.tone,
                "detail": row.detail,
                "is_total": row.is_total,
                "cells": _plain(row.cells),
                "records": [
                    {"label": one.label, "model": one.model, "ids": list(one.ids)}
                    for one in row.records
                ],
                "parts": [{"cells": _plain(cells)} for cells in row.parts],
            }
            for row in table.rows
        ],
        "names": {
            "tasks": {
                str(key): {"name": name, "core": key in names.core}
                for key, name in names.tasks.items()
            },
            "schools": {str(key): name for key, name in names.schools.items()},
            "clusters": {str(key): name for key, name in names.clusters.items()},
            "competencies": {
                str(key): name for key, name in names.competencies.items()
            },
            "people": {
                key: {"name": name, "left": key in names.left}
                for key, name in names.people.items()
            },
        },
    }


def _plain(cells):
    """Return the cells as JSON holds them."""
    return {
        key: [value.known, value.unknown_count] if isinstance(value, Hours)
        else [one._asdict() for one in value]
        if value and isinstance(value, (list, tuple)) and hasattr(value[0], "_asdict")
        else list(value) if isinstance(value, tuple) else value
        for key, value in cells.items()
    }  # fmt: skip
