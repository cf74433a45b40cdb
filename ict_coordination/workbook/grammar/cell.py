# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The front door of the grammar: one cell in, people and notes out."""

from __future__ import annotations

import re

from ..found import CellReading, FoundPerson, Note
from ..hours import round_hours
from .headings import is_template_hint
from .inputs import CellInput

_SIMPLE = re.compile(r"(?P<name>[^\W\d][^\d,;]*?)?\s*(?P<hours>\d+([.,]\d+)?)?\s*u?")


def read_cell(cell: CellInput) -> CellReading:
    """Return the people of a person cell with what was assumed or not understood."""
    text = " ".join(cell.text.split())
    if is_template_hint(text) and cell.value is None or not text:
        return CellReading()
    match = _SIMPLE.fullmatch(text)
    name = match and match["name"] or (cell.heading and cell.heading.name)
    if not match or not name:
        note = Note(cell.address, cell.raw, "C", "not_understood", (text,))
        return CellReading(notes=(note,))
    hours = match["hours"] and round_hours(float(match["hours"].replace(",", ".")))
    certainty = "unknown" if hours is None else "exact"
    person = FoundPerson(
        name, "person", hours, certainty, cell=cell.address, text=cell.raw
    )
    return CellReading((person,))
