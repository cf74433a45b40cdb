# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""When, not how long: "tot 31/12", "vanaf september", "sinds 2020"."""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token
from .word_sets import words

_DATED = words("vanaf tot sinds tem t/m van op per begin eind einde voor na dd")
_MONTHS = words(
    """
    januari februari maart april mei juni juli augustus september oktober november
    december sept okt nov dec feb kerst pasen nieuwjaar
    """
)


def behind_date(tokens: Sequence[Token], at: int) -> int | None:
    """Return the place behind "tot 31/12", "vanaf september", "sinds 2020"."""
    token = tokens[at]
    if token.word not in _DATED or at + 1 >= len(tokens):
        return None
    place = at + 1
    if tokens[place].word in ("en", "eind", "einde", "begin") and place + 1 < len(
        tokens
    ):
        place += 1 + (tokens[place + 1].word == "met")
    if place >= len(tokens):
        return None
    first = tokens[place]
    if first.kind == "date" or first.word in _MONTHS:
        behind = place + 1
        if behind < len(tokens) and _is_year(tokens[behind]):
            behind += 1
        return behind
    if first.kind != "number":
        return None
    if _is_year(first):
        return place + 1
    if place + 1 < len(tokens) and tokens[place + 1].word in _MONTHS:
        return place + 2
    if (
        place + 2 < len(tokens)
        and tokens[place + 1].text in ("/", "-")
        and tokens[place + 2].kind == "number"
        and token.word not in ("per", "voor")
    ):
        return place + 3
    return None


def _is_year(token):
    return token.kind == "number" and len(token.text) == 4 and token.text[:2] == "20"
