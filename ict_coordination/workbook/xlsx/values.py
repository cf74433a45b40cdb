# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Turns what a file stores for a cell into a value, its text and its look."""

from __future__ import annotations

import math
from datetime import timedelta

from openpyxl.utils.datetime import (
    CALENDAR_MAC_1904,
    WINDOWS_EPOCH,
    from_excel,
    from_ISO8601,
)

from ..grid import GridCell
from .formats import formula_text, moment_text, number_text
from .limits import WorkbookError
from .texts import clean

_TRUTHS = {True: "WAAR", False: "ONWAAR"}
_TRUTH_FORMULAS = ("=TRUE()", "=FALSE()")


class Values:
    """Makes the cells of one file from its shared texts and styles."""

    def __init__(self, texts, styles, palette, from_1904=False):
        self.texts = texts
        self.styles = styles
        self.palette = palette
        self._epoch = CALENDAR_MAC_1904 if from_1904 else WINDOWS_EPOCH

    def cell(self, row, col, kind, stored, formula, style) -> GridCell | None:
        """Return a cell; ``None`` when neither a value nor a formula is stored.

        ``kind`` and ``stored``: type and content as in the file (runs for rich text).
        Raises ``WorkbookError`` for a text that is not in the table.
        """
        runs = None
        if kind == "s":
            value = self._shared(stored) if stored else None
            if value.__class__ is tuple:
                runs = value
                value = "".join([run.text for run in runs])
            text = value
        elif not stored:
            # a formula that gave an empty text, or one that was never computed
            value = text = "" if kind == "str" and stored is not None else None
        elif kind is None or kind == "n":
            value, text = self._number(stored, style)
        elif kind == "b":
            value = stored.strip() not in ("0", "false")
            text = _TRUTHS[value]
        elif kind == "d":
            value, text = _iso(stored)
        else:
            # inlineStr, str (a formula's text), e (an error) and what nobody knows
            if stored.__class__ is tuple:
                runs = stored
                stored = "".join([run.text for run in runs])
            else:
                stored = clean(stored)
            value = text = stored
        if formula is not None and kind == "b" and formula in _TRUTH_FORMULAS:
            # how LibreOffice stores a ticked box: a value, nothing is computed
            formula = None
        if formula is not None:
            text = formula_text(clean(formula))
        elif value is None or value == "":
            return None
        cell = GridCell(
            row,
            col,
            value,
            text,
            formula,
            None,
            style.struck,
            style.fill,
            style.font,
            style.bold,
            style.number_format,
        )
        if runs:
            _look_of_runs(cell, runs)
        return cell

    def _shared(self, stored):
        try:
            number = int(stored)
            if number < 0:
                raise IndexError
            return self.texts[number]
        except (ValueError, IndexError) as error:
            raise WorkbookError("broken") from error

    def _number(self, stored, style):
        try:
            # int() and its error are slow where most hours are halves
            if stored.isdecimal():
                value = int(stored)
            else:
                value = float(stored)
                if not math.isfinite(value):
                    return stored, stored
                if value.is_integer() and abs(value) < 1e15:
                    value = int(value)
            if style.moment:
                return self._moment(value, style)
            return value, number_text(value, style.shown)
        except (ValueError, OverflowError):
            return clean(stored), clean(stored)

    def _moment(self, number, style):
        try:
            if style.moment == "duration":
                value = timedelta(seconds=round(number * 86400))
            else:
                value = from_excel(number, self._epoch)
                if style.moment == "date" and hasattr(value, "date"):
                    value = value.date()
        except (ValueError, OverflowError):
            return number, number_text(number)
        return value, moment_text(value)


def _iso(stored):
    try:
        value = from_ISO8601(stored)
    except (ValueError, OverflowError):
        return clean(stored), clean(stored)
    return value, moment_text(value)


def _look_of_runs(cell, runs):
    """Let the parts of a text decide about strikes, and most letters about the rest."""
    seen = [run for run in runs if run.text.strip()]
    struck = [cell.struck if run.struck is None else run.struck for run in seen]
    if seen:
        cell.struck = all(struck)
        if any(struck) and not cell.struck:
            cell.struck_part = "".join(
                run.text
                for run, is_struck in zip(seen, struck, strict=True)
                if is_struck
            )
        half = sum(len(run.text) for run in seen) / 2
        for name in ("font", "bold"):
            lengths = {}
            for run in seen:
                look = getattr(run, name)
                lengths[look] = lengths.get(look, 0) + len(run.text)
            look, length = max(lengths.items(), key=lambda item: item[1])
            if look is not None and length > half:
                setattr(cell, name, look)
