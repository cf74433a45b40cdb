# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Find tasks by the words that people use, with a typing error here and there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import pairwise

#: words shorter than this must be typed right
FORGIVING_FROM = 5
#: a word is looked for inside longer ones from this length: "printer" in "3D-printers"
INSIDE_FROM = 4
#: parts of one word: "wi-fi", "e-mail"
SHORT = 2
QUERY_MAX = 100

#: words that say nothing about a task; they count when there is nothing else
_FILLERS = {"de", "het", "een", "mijn", "onze", "ons", "van", "voor", "met", "in", "op"}
_FILLERS |= {"the", "my", "our", "of", "for", "a", "an"}
_WORD = re.compile(r"[^\W_]+")
_EXACT, _BEGIN, _INSIDE, _TYPO = 8, 6, 4, 3


@dataclass(frozen=True)
class Entry:
    """What can be found.

    :param key: what :func:`search` gives back
    :param keywords: words people use; a hit here counts most
    :param name: the task
    :param people: names of who does it; a hit here counts least
    """

    key: Hashable
    keywords: str = ""
    name: str = ""
    people: str = ""


def words_of(text: str) -> list[str]:
    """Return the words of a text, without accents and capitals.

    >>> words_of("Wi-Fi in het café!")
    ['wi', 'fi', 'in', 'het', 'cafe']
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))


def one_error(typed: str, word: str) -> bool:
    """Tell whether one letter more, less, other or swapped makes the words equal.

    >>> one_error("beamr", "beamer"), one_error("baemer", "beamer")
    (True, True)
    >>> one_error("bamr", "beamer"), one_error("laptop", "laptop")
    (False, False)
    """
    if typed == word or abs(len(typed) - len(word)) > 1:
        return False
    start = 0
    while start < min(len(typed), len(word)) and typed[start] == word[start]:
        start += 1
    left, right = typed[start:], word[start:]
    return (
        left[1:] == right
        or left == right[1:]
        or left[1:] == right[1:]
        or (left[:2] == right[1::-1] and left[2:] == right[2:])
    )


def search(query: str, entries: Iterable[Entry]) -> list[Hashable]:
    """Return the keys of the entries that hold every word of the query, best first.

    Of equals the order stays. An empty query finds nothing.

    >>> tasks = [Entry(1, "wachtwoord account", "Accounts"), Entry(2, "beamer", "AV")]
    >>> search("Beamr", tasks), search("wachtwoord beamer", tasks)
    ([2], [])
    """
    asked = words_of(query[:QUERY_MAX])
    asked = [word for word in asked if word not in _FILLERS] or asked
    if not asked:
        return []
    found = []
    for entry in entries:
        score = _score(asked, entry)
        if score:
            found.append((score, entry.key))
    # A stable sort.
    return [key for _score, key in sorted(found, key=lambda one: -one[0])]


def _score(asked, entry):
    """Return how well an entry fits; 0 when one of the words is not there."""
    fields = [
        (weight, _with_joined(words_of(text)))
        for weight, text in ((4, entry.keywords), (3, entry.name), (2, entry.people))
    ]
    # "wi fi" and "wi-fi" are one word to who wrote the keywords.
    is_short = len(asked) == 2 and min(map(len, asked)) <= SHORT
    joined = _score_words(["".join(asked)], fields) if is_short else 0
    return max(_score_words(asked, fields), joined)


def _score_words(asked, fields):
    scores = [
        max(
            weight * max((_fits(typed, word) for word in words), default=0)
            for weight, words in fields
        )
        for typed in asked
    ]
    return sum(scores) / len(scores) if all(scores) else 0


def _with_joined(words):
    """Return the words, with two that follow each other as one: wi + fi = wifi.

    >>> sorted(_with_joined(["wi", "fi"]))
    ['fi', 'wi', 'wifi']
    """
    pairs = pairwise(words)
    joined = (a + b for a, b in pairs if min(len(a), len(b)) <= SHORT)
    return {*words, *joined}


def _fits(typed, word):
    """Return how well a word fits what was typed, 0 for not at all.

    >>> [_fits("print", word) for word in ("print", "printer", "3dprinter", "beamer")]
    [8, 6, 4, 0]
    """
    if typed == word:
        return _EXACT
    if word.startswith(typed):
        return _BEGIN
    shorter, longer = sorted((typed, word), key=len)
    if len(shorter) >= INSIDE_FROM and shorter in longer:
        return _INSIDE
    if len(typed) >= FORGIVING_FROM and one_error(typed, word):
        return _TYPO
    return 0
