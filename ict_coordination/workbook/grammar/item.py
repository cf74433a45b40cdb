# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What the scanner finds: items, and somebody as an entity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .lexer import fold

_GROUP_LEVEL = frozenset(
    (
        "sg",
        "de sg",
        "scholengroep",
        "de scholengroep",
        "scholengemeenschap",
        "bovenschools",
    )
)


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody: ``kind`` as in ``FOUND_KINDS``; ``sure``: the name stood there so."""

    name: str | None
    kind: str = "person"
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """``kind`` as in ``items``; ``value`` depends on it; ``text`` as written."""

    kind: str
    value: Any
    text: str


def is_group_level(text: str) -> bool:
    """Whether a word means the school group as a whole."""
    return fold(text).strip() in _GROUP_LEVEL
