# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Words for what is assumed or kept about a sheet: code → (English, Dutch)."""

from __future__ import annotations

SHEET_MESSAGES: dict[str, tuple[str, str]] = {}
SHEET_PROPOSALS: dict[str, tuple[str, str]] = {}
