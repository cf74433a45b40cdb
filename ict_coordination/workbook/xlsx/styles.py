# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The styles of a file, reduced to what the reader asks of a cell."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.styles.numbers import (
    BUILTIN_FORMATS,
    is_date_format,
    is_datetime,
    is_timedelta_format,
)

from ..colours import Palette
from .formats import Shown, shown_by
from .xml_parts import is_on

_EMPTY_PATTERNS = ("none", "gray125", "gray0625", None)


@dataclass(frozen=True, slots=True)
class CellStyle:
    """``moment``: '', 'date', 'time', 'datetime' or 'duration' for numbers in it."""

    fill: str | None = None
    font: str | None = None
    struck: bool = False
    bold: bool = False
    number_format: str | None = None
    moment: str = ""
    shown: Shown | None = None


PLAIN = CellStyle()


def read_styles(root, palette: Palette) -> list[CellStyle]:
    """Return the styles in the order of the file's own numbers.

    ``root``: tree of the styles part, or ``None``.
    """
    if root is None:
        return [PLAIN]
    fonts = [_font(node, palette) for node in _children(root, "fonts", "font")]
    fills = [_fill(node, palette) for node in _children(root, "fills", "fill")]
    codes = {
        node.get("numFmtId"): node.get("formatCode")
        for node in _children(root, "numFmts", "numFmt")
    }
    formats = {}
    return [
        _style(node, fonts, fills, codes, formats)
        for node in _children(root, "cellXfs", "xf")
    ] or [PLAIN]


def indexed_colours(root) -> list[str | None]:
    """Return the file's own indexed colours; empty for the usual ones."""
    if root is None:
        return []
    return [node.get("rgb") for node in root.findall("colors/indexedColors/rgbColor")]


def _style(node, fonts, fills, codes, formats):
    number = node.get("numFmtId", "0")
    if number not in formats:
        code = codes.get(number)
        if code is None and number.isdecimal() and len(number) < 6:
            code = BUILTIN_FORMATS.get(int(number))
        code = None if code in (None, "General", "GENERAL", "Standard", "@") else code
        formats[number] = (code, _moment(code), code and shown_by(code))
    code, moment, shown = formats[number]
    font, struck, bold = _at(fonts, node.get("fontId"), (None, False, False))
    fill = _at(fills, node.get("fillId"), None)
    return CellStyle(fill, font, struck, bold, code, moment, shown)


def _moment(code):
    if not code or len(code) > 255:
        return ""
    if is_timedelta_format(code):
        return "duration"
    return (is_datetime(code.lower()) or "") if is_date_format(code) else ""


def _font(node, palette):
    return (
        palette.colour(node.find("color")),
        is_on(node.find("strike")),
        is_on(node.find("b")),
    )


def _fill(node, palette):
    pattern = node.find("patternFill")
    if pattern is not None:
        kind = pattern.get("patternType")
        if kind in _EMPTY_PATTERNS:
            return None
        front, back = pattern.find("fgColor"), pattern.find("bgColor")
        # hatched: the colour between the lines is what one sees most of
        order = (front, back) if kind == "solid" else (back, front)
        return palette.fill(order[0]) or (
            None if kind == "solid" else palette.fill(order[1])
        )
    colours = [palette.fill(stop) for stop in node.findall("gradientFill/stop/color")]
    return next(filter(None, colours), None)


def _children(root, group, name):
    found = root.find(group)
    return found.findall(name) if found is not None else ()


def _at(values, text, default):
    # a wrong number is no reason to refuse the texts of a workbook
    known = text is not None and text.isdecimal() and len(text) < 9
    return values[int(text)] if known and int(text) < len(values) else default
