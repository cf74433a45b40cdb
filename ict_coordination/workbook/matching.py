# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Names in a workbook ↔ people and schools of a database, without the database.

A reading that could be somebody else is never chosen silently: ``exact`` and ``likely``
have one candidate, ``ambiguous`` has several, and a near spelling is only ``near``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .grammar.names import name_words, normal_name

MIN_RATIO = 0.85
# Letters that lose their sign in capitals, and that no accent is taken off.
_LETTERS = str.maketrans("ıİłŁøØđĐ", "iIlLoOdD")
# A task that looks less like another one than this is surely an own task.
MIN_TASK_RATIO = 0.72


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be meant; ``key`` is the caller's. ``loose``: also by part of
    the name (people), not only by the whole name (vacancies, firms)."""

    key: Hashable
    name: str
    loose: bool = True


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """``how``: exact, likely, ambiguous, near or none; ``keys`` of the candidates."""

    how: str
    keys: tuple[Hashable, ...] = ()


class PersonMatcher:
    """Finds who is meant by a name.

    >>> matcher = PersonMatcher([Candidate(1, "Jan Peeters"), Candidate(2, "An Claes")])
    >>> [matcher.find(name).how for name in ("jan peeters", "Peeters Jan", "JP", "An")]
    ['exact', 'likely', 'likely', 'likely']
    >>> matcher.find("Jan Peters").how, matcher.find("Jef").how
    ('near', 'none')
    """

    def __init__(self, candidates: Iterable[Candidate]):
        self.exact, self.words = defaultdict(list), defaultdict(list)
        self.first, self.initials = defaultdict(list), defaultdict(list)
        self.normal = {}
        for candidate in candidates:
            ordered = _ordered(candidate.name)
            self.exact[ordered].append(candidate.key)
            self.words[name_words(_plain(candidate.name))].append(candidate.key)
            if candidate.loose and ordered:
                self.first[ordered[0]].append(candidate.key)
                self.initials["".join(word[0] for word in ordered)].append(
                    candidate.key
                )
                self.normal[candidate.key] = normal_name(_plain(candidate.name))

    def find(self, name: str) -> PersonMatch:
        """Return who ``name`` is, the surest way first."""
        ordered = _ordered(name)
        if not ordered:
            return PersonMatch("none")
        joined = "".join(ordered)
        for how, keys in (
            ("exact", self.exact.get(ordered)),
            ("likely", self.words.get(name_words(_plain(name)))),
            ("likely", self.first.get(ordered[0]) if len(ordered) == 1 else None),
            ("likely", self._with_initial(ordered)),
            ("likely", self.initials.get(joined) if 1 < len(joined) <= 4 else None),
        ):
            if keys:
                unique = tuple(dict.fromkeys(keys))
                return PersonMatch(how if len(unique) == 1 else "ambiguous", unique)
        near = self._near(normal_name(_plain(name)))
        return PersonMatch("near" if near else "none", near)

    def _with_initial(self, ordered):
        """Jan P. → everybody called Jan whose other words start with these letters."""
        first, *others = ordered
        if not others or any(len(word) > 2 for word in others):
            return None
        letters = "".join(others)
        return [
            key
            for key in self.first.get(first, ())
            if any(
                key in keys
                for initials, keys in self.initials.items()
                if initials[1:].startswith(letters[0]) or initials[1:] == letters
            )
        ]

    def _near(self, normal):
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(normal)
        found = []
        for key, other in self.normal.items():
            matcher.set_seq1(other)
            if (
                matcher.real_quick_ratio() >= MIN_RATIO
                and matcher.quick_ratio() >= MIN_RATIO
                and matcher.ratio() >= MIN_RATIO
            ):
                found.append((matcher.ratio(), key))
        found.sort(key=lambda pair: -pair[0])
        return tuple(key for _ratio, key in found[:3])


def _plain(name):
    return name.translate(_LETTERS)


def _ordered(name):
    text = unicodedata.normalize("NFKD", _plain(name)).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    return tuple(re.findall(r"[^\W_]+", text))


def near_task(text: str, names: Sequence[tuple[Hashable, str]]) -> Hashable | None:
    """Return the key of the name that ``text`` looks most like, ``None`` for none.

    Texts in their plain form. Only a hint for somebody who chooses.
    """
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(text)
    best, found = MIN_TASK_RATIO, None
    for key, name in names:
        matcher.set_seq1(name)
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
            ratio = matcher.ratio()
            if ratio > best:
                best, found = ratio, key
    return found


# --- schools ---

# what stands around the name of a school in titles, sheet names and file names
_AROUND_WORDS = (
    "huidig huidige situatie streef streefdoel doel target current situation catalogus "
    "takenoverzicht taakoverzicht taken overzicht tasks task overview ict coordinatie "
    "coordinator xlsx xlsm kopie copy van versie version v def definitief final "
    "ingevuld ingevulde werkboek workbook schooljaar digisprong leeg naam sjabloon "
    "template blad sheet nieuw oud export voor"
)
# what a name says of every school; schools leave it out as easily as not
_GENERIC_WORDS = (
    "basisschool bs vbs gbs gvbs lagere kleuterschool kleuter secundaire secundair "
    "school schola scholengroep scholengemeenschap sg sgm vrije gesubsidieerde "
    "gemeentelijke instituut de het t d l van der den te in"
)
_AROUND = frozenset(_AROUND_WORDS.split())
_GENERIC = frozenset(_GENERIC_WORDS.split())
_CUT, _CUT_FULL = 5, 12  # letters that a cut name must still have: own words, all


def match_school(
    hints: Iterable[str | None], schools: Sequence[tuple[Hashable, str]]
) -> Hashable | None:
    """Return the key of the only school that the first telling hint names.

    :param hints: words of the workbook, the surest first
    :param schools: ``(key, name)``

    >>> schools = [(1, "Basisschool De Linde"), (2, "Basisschool De Kaai")]
    >>> match_school(["Huidig – BS De Linde"], schools)
    1
    >>> match_school([None, "Takenoverzicht Kaai 2026.xlsx"], schools)
    2
    """
    for hint in hints:
        scores = defaultdict(list)
        for key, name in schools:
            score = _score(_around_off(hint or ""), _ordered(name))
            if score:
                scores[score].append(key)
        if scores:
            best = scores[max(scores)]
            return best[0] if len(best) == 1 else None
    return None


def names_a_school(hint: str | None) -> bool:
    """Whether words are left once all that stands around a school's name is gone."""
    return any(word not in _GENERIC for word in _around_off(hint or ""))


def hint_key(hint: str | None) -> str:
    """Return the text under which the school of a hint is remembered, '' for none."""
    return " ".join(_around_off(hint or "")) if names_a_school(hint) else ""


def _around_off(hint):
    return tuple(
        word
        for word in _ordered(hint)
        if word not in _AROUND and not re.fullmatch(r"\d{2,4}", word)
    )


def _own_words(words):
    own = tuple(word for word in words if word not in _GENERIC)
    return own or words


def _score(hint, name):
    """Return how surely ``hint`` is ``name``: higher is surer, longer names win."""
    if not hint or not name:
        return 0
    own_hint, own_name = _own_words(hint), _own_words(name)
    if hint == name:
        return 5000
    if own_hint == own_name:
        return 4000
    text, whole = " ".join(own_hint), " ".join(own_name)
    full = " ".join(hint)
    if (len(text) >= _CUT and whole.startswith(text)) or (
        len(full) >= _CUT_FULL
        and not _GENERIC.issuperset(hint)
        and " ".join(name).startswith(full)
    ):
        return 3000
    if f" {' '.join(name)} " in f" {' '.join(hint)} ":
        return 2000 + len(whole)
    if len(whole) >= 3 and set(own_name) <= set(own_hint):
        return 1000 + len(whole)
    return 0
