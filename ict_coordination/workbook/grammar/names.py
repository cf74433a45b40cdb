# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Names of people: compared without accents, case, titles and order."""

from __future__ import annotations

import re
import unicodedata


def name_words(name: str) -> frozenset[str]:
    """Return the words of a name for comparing, in no order."""
    text = unicodedata.normalize("NFKD", name).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    return frozenset(re.findall(r"[^\W_]+", text))


def normal_name(name: str) -> str:
    """Return the same text for every way to write one name."""
    return " ".join(sorted(name_words(name)))
