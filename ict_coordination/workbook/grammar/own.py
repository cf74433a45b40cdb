# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The cells of our own export, read exactly: the heading, then the hours and the mark.

    heading [" ca."] [" 2,5 u"] [" (BPT)"]

Dutch and English. Anything else in such a workbook was typed by somebody and is read
as any other cell.
"""

from __future__ import annotations

import re

from ..found import CellReading, FoundPerson
from ..hours import format_number, round_hours
from .lexicon import funding_code
from .reading import Draft, Option, timed
from .weeks import PLAUSIBLE, POSSIBLE

_REST = re.compile(
    r"(?:(?P<about> ca\.)? (?P<hours>\d{1,9}(?:[.,]\d{1,2})?) [uh])?"
    r"(?: \((?P<funding>.*)\))?",
    re.DOTALL,
)


def read_own(
    content: str, raw: str, heading: FoundPerson, heading_text: str, address: str = ""
) -> CellReading | None:
    """Return the reading of an exported cell, ``None`` when it is no such cell."""
    if not heading_text or not content.startswith(heading_text):
        return None
    match = _REST.fullmatch(content, len(heading_text))
    if not match:
        return None
    about, written, mark = match.groups()
    hours = round_hours(float(written.replace(",", "."))) if written else None
    certainty = "assumed" if about else "exact"
    person = FoundPerson(
        heading.name,
        heading.kind,
        hours,
        "unknown" if hours is None else certainty,
        # a mark that is not known is the mark itself
        funding_code(mark) if mark else None,
        heading.mandates,
        address,
        raw,
    )
    if hours is None or hours <= PLAUSIBLE:
        return CellReading((person,))
    draft = Draft(raw)
    unknown = timed(person, None, "unknown")
    if hours > POSSIBLE:
        draft.people.append(unknown)
        draft.ask("not_plausible", raw)
    else:
        draft.people.append(person)
        keep = Option("people", changes={0: unknown})
        draft.assume("much", format_number(hours), options=[keep])
    return draft.reading(address)
