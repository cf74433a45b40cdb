# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Marks under SG, School, KT, LT, Geen and nvt."""

from __future__ import annotations

from .inputs import Mark, Value

_YES = {"x", "v", "ja", "j", "1", "✓", "true"}
_NO = {"nee", "n", "0", "-", "false"}


def read_mark(value: Value) -> Mark:
    """Read the text or value of a mark cell."""
    text = " ".join(str("" if value is None else value).split()).casefold()
    if not text:
        return Mark(None, code="empty")
    if text in _YES or text in _NO:
        return Mark(text in _YES, code="mark")
    return Mark(None, code="unread")
