# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Colours of a workbook as ``RRGGBB``, whatever way the file writes them."""

from __future__ import annotations

import colorsys
import re
from functools import lru_cache

from openpyxl.styles.colors import COLOR_INDEX

_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
WHITE = "FFFFFF"
# the order in which a file counts its theme colours; the theme lists dark before light
_THEME_ORDER = (
    *("lt1", "dk1", "lt2", "dk2"),
    *(f"accent{number}" for number in range(1, 7)),
    *("hlink", "folHlink"),
)
# the theme that programs use when the file has none
_OFFICE_THEME = (
    *("FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D"),
    *("9BBB59", "8064A2", "4BACC6", "F79646", "0000FF", "800080"),
)
# hues in degrees: from the violet of Google's and Office's themes to their magenta
_PURPLE_FROM, _PURPLE_TO = 250, 312
# difference between the strongest and the weakest channel; less is grey to the eye
_LEAST_CHROMA = 10


@lru_cache(maxsize=1024)
def is_purple(rgb: str | None) -> bool:
    """Return whether people call this purple: lilac and violet too, pink and blue not.

    >>> is_purple("7030A0"), is_purple("E6D9F2"), is_purple("FF99CC"), is_purple(None)
    (True, True, False, False)
    """
    match = _HEX.fullmatch(rgb or "")
    if not match:
        return False
    channels = [int(match[1][at : at + 2], 16) for at in (0, 2, 4)]
    if max(channels) - min(channels) < _LEAST_CHROMA:
        return False
    hue = colorsys.rgb_to_hsv(*channels)[0] * 360
    return _PURPLE_FROM <= hue <= _PURPLE_TO


def tinted(rgb: str, tint: float) -> str:
    """Make a colour lighter (``tint`` up to 1) or darker (down to -1).

    >>> tinted("8064A2", 0.8), tinted("8064A2", -0.5), tinted("000000", 0)
    ('E6E0EC', '403152', '000000')
    """
    if not tint:
        return rgb
    channels = [int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    hue, light, saturation = colorsys.rgb_to_hls(*channels)
    tint = max(-1.0, min(1.0, tint))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(
        f"{min(255, max(0, round(channel * 255))):02X}"
        for channel in colorsys.hls_to_rgb(hue, light, saturation)
    )


class Palette:
    """The theme and the indexed colours of one file."""

    def __init__(self, theme=None, indexed=()):
        """``theme``: tree of the theme part; ``indexed``: texts of the file's own."""
        self._theme = _theme_colours(theme)
        own = [_rgb(text) for text in indexed]
        self._indexed = own or [_rgb(text) for text in COLOR_INDEX]

    def colour(self, node) -> str | None:
        """Resolve a colour element; ``None`` for absent, automatic or impossible."""
        if node is None:
            return None
        rgb = self._base(node)
        if rgb is None:
            return None
        try:
            return tinted(rgb, float(node.get("tint", 0)))
        except ValueError:
            return rgb

    def fill(self, node) -> str | None:
        """Like :meth:`colour`; white is no fill."""
        rgb = self.colour(node)
        return None if rgb == WHITE else rgb

    def _base(self, node):
        if node.get("rgb") is not None:
            return _rgb(node.get("rgb"))
        for attribute, colours in (("theme", self._theme), ("indexed", self._indexed)):
            number = node.get(attribute)
            if number is not None:
                # 64 and up are the system's own colours: automatic
                known = number.isdecimal() and len(number) < 4
                return dict(enumerate(colours)).get(int(number)) if known else None
        return None


def _rgb(text):
    match = _HEX.fullmatch(text or "")
    return match[1].upper() if match else None


def _theme_colours(theme):
    colours = dict(zip(_THEME_ORDER, _OFFICE_THEME, strict=True))
    scheme = theme.find("themeElements/clrScheme") if theme is not None else None
    for node in scheme if scheme is not None else ():
        for inner in node:
            rgb = _rgb(inner.get("val")) or _rgb(inner.get("lastClr"))
            if node.tag in colours and rgb:
                colours[node.tag] = rgb
    return list(colours.values())
