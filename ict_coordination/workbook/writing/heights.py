# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Row heights. They are set, because not every program fits rows to wrapped text."""

from __future__ import annotations

from functools import lru_cache

FIRST_LINE, LINE = 15.5, 14.5  # points
MAX_HEIGHT = 400.0  # Excel stops at 409


@lru_cache(maxsize=16384)
def wrapped_lines(text: str, width: int) -> int:
    """Estimate how many lines a text takes in a column of ``width``.

    Widths count digits, and letters are a little narrower on average.

    >>> wrapped_lines("een twee drie", 8), wrapped_lines("", 8)
    (2, 1)
    >>> wrapped_lines("onafgebroken", 5)
    3
    """
    width += width // 10
    if len(text) <= width and "\n" not in text:
        return 1
    lines = 0
    for paragraph in text.split("\n"):
        lines += 1
        used = 0
        for word in paragraph.split(" "):
            size = len(word)
            if used and used + 1 + size > width:
                lines += 1
                used = 0
            else:
                size += used and used + 1
            if size > width:
                # a word longer than the column is broken
                lines += (size - 1) // width
                size = (size - 1) % width + 1
            used = size
    return lines


def height_of(lines: int) -> float:
    """Return the height in points of a row with that many lines."""
    return min(MAX_HEIGHT, FIRST_LINE + LINE * (lines - 1))
