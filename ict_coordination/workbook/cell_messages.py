# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Words for what is assumed or kept about a cell: code → (English, Dutch)."""

from __future__ import annotations

CELL_MESSAGES: dict[str, tuple[str, str]] = {}
CELL_PROPOSALS: dict[str, tuple[str, str]] = {}
