# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Looks up the words of ``words.LEXICON``: the longest phrase at a place."""

from __future__ import annotations

from collections.abc import Sequence

from .lexer import Token, fold
from .words import LEXICON

# (phrase as tokens, kind, value)
_Phrase = tuple[tuple[str, ...], str, str]


def _index(text: str) -> dict[str, list[_Phrase]]:
    """Return the phrases by their first token, the longest first."""
    index: dict[str, list[_Phrase]] = {",,": [((",,",), "reference", "here")]}
    for line in text.strip().replace("\n    ", " ").splitlines():
        head, phrases = line.split(": ", 1)
        kind, _, value = head.partition(" ")
        for phrase in phrases.split(", "):
            parts = tuple(phrase.split())
            index.setdefault(parts[0], []).append((parts, kind, value))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


_INDEX = _index(LEXICON)
_FUNDING = {
    " ".join(parts): value
    for entries in _INDEX.values()
    for parts, kind, value in entries
    if kind == "funding"
} | {"extern": "external", "external": "external", "externe": "external"}


def longest(
    tokens: Sequence[Token], at: int, unit: bool = False
) -> tuple[str, str, int] | None:
    """Return (kind, value, number of tokens) of the longest phrase at ``at``.

    ``unit``: only the units of a number, else everything but those ("min" is both).
    """
    for parts, kind, value in _INDEX.get(tokens[at].word, ()):
        if (kind == "unit") is not unit:
            continue
        found = tokens[at : at + len(parts)]
        if tuple(token.word for token in found) == parts:
            return kind, value, len(parts)
    return None


def funding_code(word: str) -> str:
    """Return the code of a funding word; a word that is not known stays as it is.

    >>> funding_code("ICT-punten"), funding_code("BPT"), funding_code("Erasmus+")
    ('points', 'bpt', 'Erasmus+')
    """
    return _FUNDING.get(" ".join(fold(word).split()), word)
