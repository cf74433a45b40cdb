# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The cells of our own export, read exactly: the heading, then the hours and the mark.

    heading [" ca."] [" 2,5 u"] [" (BPT)"]

Dutch and English. Anything else in such a workbook was typed by somebody and is read
as any other cell.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..found import CellReading, FoundPerson
from ..hours import round_hours
from .lexicon import funding_code
from .reading import Draft, Option
from .weeks import PLAUSIBLE, POSSIBLE

_REST = re.compile(
    r"(?:(?P<about> ca\.)? (?P<hours>\d{1,9}(?:[.,]\d{1,2})?) [uh])?"
    r"(?: \((?P<funding>.*)\))?",
    re.DOTALL,
)


def read_own(
    content: str, raw: str, heading: FoundPerson, heading_text: str
) -> CellReading | None:
    """Return the reading of an exported cell, ``None`` when it is no such cell."""
    if not heading_text or not content.startswith(heading_text):
        return None
    match = _REST.fullmatch(content, len(heading_text))
    if not match:
        return None
    # the export never makes a mark of blanks only
    funding = match["funding"]
    person = replace(
        heading,
        hours=None,
        certainty="unknown",
        funding=funding_code(funding) if funding else None,
    )
    draft = Draft(raw)
    draft.people.append(person)
    if match["hours"]:
        hours = round_hours(float(match["hours"].replace(",", ".")))
        certainty = "assumed" if match["about"] else "exact"
        known = replace(person, hours=hours, certainty=certainty)
        if hours > POSSIBLE:
            draft.ask("not_plausible", raw)
        else:
            draft.people[0] = known
        if PLAUSIBLE < hours <= POSSIBLE:
            unknown = Option("people", changes={0: person})
            draft.assume("much", match["hours"], options=[unknown])
    return draft.reading()
