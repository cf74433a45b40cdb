# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Words for what is assumed or kept about a cell: code → (English, Dutch)."""

from __future__ import annotations

CELL_MESSAGES: dict[str, tuple[str, str]] = {
    "not_understood": (
        "Not understood: “{0}”. Fill in who does it and for how many hours.",
        "Niet begrepen: “{0}”. Vul in wie het doet en hoeveel uur.",
    ),
}
CELL_PROPOSALS: dict[str, tuple[str, str]] = {}
