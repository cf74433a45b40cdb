# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Formulas that a file writes once for a whole block of cells."""

from __future__ import annotations

from openpyxl.formula.translate import Translator

from ..grid import column_letter

# a longer one, and one more, is shown as it stands at the first cell of its block
_LONGEST, _MOST = 500, 5000


class SharedFormulas:
    """Gives every cell of one sheet its own formula."""

    def __init__(self):
        self._first = {}
        self._left = _MOST

    def full(self, formula: str, look: dict[str, str], row: int, col: int) -> str:
        """Return the formula of a cell with its ``=``.

        ``look``: the attributes of the formula in the file.
        """
        if look.get("t") != "shared":
            return f"={formula}"
        number = look.get("si")
        if formula:
            self._first[number] = (f"={formula}", f"{column_letter(col)}{row}")
            return f"={formula}"
        first, origin = self._first.get(number, ("=", ""))
        if not origin or len(first) > _LONGEST or self._left <= 0:
            return first
        self._left -= 1
        try:
            return Translator(first, origin).translate_formula(
                f"{column_letter(col)}{row}"
            )
        except Exception:
            # somebody's odd formula is no reason to refuse the workbook
            return first
