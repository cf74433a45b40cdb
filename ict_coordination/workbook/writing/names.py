# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Names of worksheets that every spreadsheet program accepts."""

from __future__ import annotations

import re

from ..labels import Labels
from ..model import Sheet
from ..notation import cut_utf16, one_line

MAX_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
# Excel keeps this name for itself, in any case
_RESERVED = {"history"}


def clean_sheet_name(text: str, limit: int = MAX_NAME) -> str:
    """Return ``text`` as a legal sheet name, '' when nothing is left.

    >>> clean_sheet_name("'t Klavertje: 1/2 [oud]'")
    't Klavertje 1 2 oud'
    """
    text = " ".join(_FORBIDDEN.sub(" ", one_line(text)).split())
    return cut_utf16(text.strip("' "), limit).strip("' ")


class SheetNames:
    """Hands out names that differ, also when upper and lower case are the same.

    >>> names = SheetNames()
    >>> names.take("Huidig – BS De Linde"), names.take("huidig – bs de linde")
    ('Huidig – BS De Linde', 'huidig – bs de linde (2)')
    """

    def __init__(self):
        self._taken = set(_RESERVED)

    def take(self, wanted: str, hint: str = "") -> str:
        """Return ``wanted``, cut and made unique with ``hint`` or a number."""
        endings = [""]
        if hint:
            endings.append(f" {clean_sheet_name(hint, 9)}")
        number = 1
        while True:
            ending = endings.pop(0) if endings else f" ({number})"
            name = clean_sheet_name(wanted, MAX_NAME - len(ending)) or "Sheet"
            name = clean_sheet_name(name + ending)
            # casefold and lower differ for a few letters; Excel is nearer to lower
            if not {name.casefold(), name.lower()} & self._taken:
                self._taken |= {name.casefold(), name.lower()}
                return name
            if not endings:
                number += 1

    def for_overview(self, sheet: Sheet, labels: Labels) -> str:
        """Return for instance "Huidig – Basisschool De Linde".

        The year is added when the same school has two sheets of one kind.
        """
        wanted = f"{labels.kinds_short[sheet.kind]} – {sheet.school}"
        return self.take(wanted, sheet.school_year)
