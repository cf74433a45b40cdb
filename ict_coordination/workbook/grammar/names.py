# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Names of people: which words are one, and when two are the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .lexer import clean, fold
from .word_sets import FIRST_NAMES, PARTICLES, SENTENCE, THINGS, TITLES

MAX_WORDS = 7
MAX_LETTERS = 40  # of one word
_WORDS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8192)
def name_words(name: str) -> frozenset[str]:
    """Return the words of a name for comparing: no accents, capitals, titles, order.

    >>> name_words("Juf Zoë") == name_words("ZOE")
    True
    >>> sorted(name_words("An-Sofie d'Hondt"))
    ['an', 'd', 'hondt', 'sofie']
    """
    words = fold(clean(name).replace(".", ". ")).split()
    while len(words) > 1 and words[0] in TITLES:
        words.pop(0)
    return frozenset(_WORDS.findall(" ".join(words)))


@lru_cache(maxsize=8192)
def normal_name(name: str) -> str:
    """Return one text for every way to write the same name.

    >>> normal_name("PEETERS Jan"), normal_name("Mevr. Zoë Van den Broeck")
    ('jan peeters', 'broeck den van zoe')
    """
    return " ".join(sorted(name_words(name)))


@lru_cache(maxsize=8192)
def same_person(written: str, heading: str) -> bool:
    """Whether what stands in a cell can only mean the person of its heading.

    >>> [same_person(text, "Jan Peeters") for text in ("Jan", "J. Peeters", "JP", "An")]
    [True, True, True, False]
    """
    mine, theirs = name_words(written), name_words(heading)
    if not mine or not theirs:
        return False
    if mine <= theirs or theirs <= mine:
        return True
    letters = {word for word in mine if len(word) == 1}
    if letters and mine - letters <= theirs:
        return letters <= {word[0] for word in theirs - mine}
    return len(mine) == 1 and fold(written) == "".join(
        word[0] for word in fold(heading).split() if word
    )


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row: ``words[start:end]`` is a name, the rest is not understood.

    ``sure`` is False where the name was put right or guessed at: capitals, small
    letters, initials, the order, a title.
    """

    start: int
    end: int
    sure: bool = True


NO_NAME = Run(0, 0)


def name_in(words: Sequence[str], small_is_name: bool) -> Run:
    """Find the name in words without numbers and signs between them.

    ``small_is_name``: where nothing else names somebody, one or two unknown words in
    small letters are taken as a name.

    >>> run = name_in(["Juf", "An", "doet", "printers"], False)
    >>> run.start, run.end, run.sure
    (1, 2, False)
    """
    if any(len(word) > MAX_LETTERS for word in words):
        return NO_NAME
    folded = [fold(word) for word in words]
    start = 0
    while start < len(words) and folded[start] in TITLES:
        start += 1
    if start == len(words):
        return NO_NAME
    end = start
    while end < len(words) and _names(words, folded, start, end):
        end += 1
    while (
        end > start and folded[end - 1] in PARTICLES and not words[end - 1][0].isupper()
    ):
        end -= 1
    if not any(word not in PARTICLES for word in folded[start:end]) and not (
        end > start and words[start][0].isupper()
    ):
        return _small(words, folded, start, small_is_name)
    if folded[start] in THINGS or end - start > MAX_WORDS:
        return NO_NAME
    if end < len(words) and _remark(folded, start, end):
        return NO_NAME
    sure = start == 0 and _sure(words[start:end], folded[start:end])
    return Run(start, end, sure)


def _small_particle(word, folded):
    return folded in PARTICLES and not word[0].isupper()


def is_first_name(word: str) -> bool:
    """Whether a folded word, or what stands before its hyphen, is a first name."""
    return word in FIRST_NAMES or word.partition("-")[0] in FIRST_NAMES


def _capital(word: str) -> bool:
    """Peeters, d'Hondt."""
    return word[0].isupper() or (word[1:2] in ("'", "’") and word[2:3].isupper())


def _names(words, folded, start, place):
    word = folded[place]
    if _capital(words[place]):
        return word not in THINGS or place == start
    if word in PARTICLES or words[place][0] == "'":
        return True
    # "Jan peeters": one small word behind a known first name
    known = place == start + 1 and is_first_name(folded[start])
    return (
        known
        and place + 1 == len(words)
        and word not in SENTENCE
        and word not in THINGS
    )


def _remark(folded, start, end):
    """Whether a sentence starts with a capital: "Herstellen van printers"."""
    return end - start == 1 and start == 0 and not is_first_name(folded[0])


def _small(words, folded, start, small_is_name):
    rest = folded[start:]
    if any(word in SENTENCE or word in THINGS for word in rest):
        if not is_first_name(rest[0]):
            return NO_NAME
        # "jan doet de printers"
        return Run(start, start + 1, False)
    known = is_first_name(rest[0]) or is_first_name(rest[-1])
    if len(rest) <= 4 and (known or (small_is_name and len(rest) <= 2)):
        return Run(start, len(words), False)
    return NO_NAME


def _sure(words, folded):
    if all(word in PARTICLES for word in folded):
        return False
    if len(words) > 1:
        shout = [word for word in words if len(word.strip(".")) > 1]
        if shout and all(word.isupper() for word in shout if word not in PARTICLES):
            return False
        if is_first_name(folded[-1]):
            # "Peeters Jan"; "Jan An" can be two people
            return len(folded[0]) == 1
        return _capital(words[-1])
    return not (words[0].isupper() and len(words[0].strip(".")) > 1)
