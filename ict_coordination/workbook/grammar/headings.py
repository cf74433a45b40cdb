# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Headings of person columns, and the hints of the empty template."""

from __future__ import annotations

import re

from ..found import FoundPerson

_HINT = re.compile(r"(?i)\s*(naam\b.*#.*|(persoon|person)\s*\d*|…|\.\.\.|)\s*")


def is_template_hint(text: str) -> bool:
    """Whether the text is a hint of the empty template."""
    return bool(_HINT.fullmatch(text))


def read_heading(text: str, own: bool = False) -> FoundPerson | None:
    """Return whom a heading names, ``None`` for "Persoon 1"."""
    text = " ".join(text.split())
    return None if is_template_hint(text) else FoundPerson(name=text, text=text)
