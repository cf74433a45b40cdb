# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The words of notes and proposals, Dutch and English, by code.

Each table maps a code to ``(English, Dutch)`` with ``{0}``, ``{1}``… for the values.
"""

from __future__ import annotations

from .cell_messages import CELL_MESSAGES, CELL_PROPOSALS
from .hours import base_language
from .import_messages import IMPORT_MESSAGES, IMPORT_PROPOSALS
from .sheet_messages import SHEET_MESSAGES, SHEET_PROPOSALS

MESSAGES = {**CELL_MESSAGES, **SHEET_MESSAGES, **IMPORT_MESSAGES}
PROPOSALS = {**CELL_PROPOSALS, **SHEET_PROPOSALS, **IMPORT_PROPOSALS}


def message_text(
    code: str, values: tuple[str, ...] = (), language: str | None = "nl"
) -> str:
    """Return the sentence of a note. Raises ``KeyError`` for a code without words."""
    return _fill(MESSAGES[code], values, language)


def proposal_text(
    code: str, values: tuple[str, ...] = (), language: str | None = "nl"
) -> str:
    """Return the words of a proposal's button; ``KeyError`` as above."""
    return _fill(PROPOSALS[code], values, language)


def _fill(pair, values, language):
    english, dutch = pair
    return (dutch if base_language(language) == "nl" else english).format(*values)
