# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Which task of the catalogue a description is: exact first, then nearly the same.

Some tasks differ in one word only ("technische ICT-visie" and "pedagogisch-didactische
ICT-visie"), so a ratio over the whole text is not enough: nearly the same also means
that every single word is the same, misspelled, or a small word such as "van".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from ..catalogue import KnownTask
from .words import plain

# leading bullets of any kind, lost glyphs of the source, and numbers such as "1.2)"
_BULLET = re.compile(
    r"^(?:[^\w(\"'“‘«]|\ufffd|[\ue000-\uf8ff])+|^\d{1,2}(\.\d{1,2})*[.)]\s"
)
_LOST = re.compile("[\ufffd\ue000-\uf8ff\u200b-\u200f\ufeff\u00ad]")
_BRACKETS = re.compile(r"\([^()]*\)")
_SMALL = frozenset(
    plain(
        "de het een van voor en in op aan bij met tot of te om door der den i m s v d"
        " the a an of for and on at with to or by"
    ).split()
)
MIN_RATIO, MIN_WORD_RATIO = 0.9, 0.8
_MIN_LENGTH = 12
_MAX_ANSWERS = 4096


@dataclass(frozen=True, slots=True)
class TaskMatch:
    """``how``: ``exact``, ``brackets`` (the part in brackets differs) or ``near``."""

    task: KnownTask
    how: str


def clean_task(text: str) -> str:
    """Return a description on one line, without bullets and lost glyphs.

    >>> clean_task("\ufffdRealisatie  en\\nonderhoud"), clean_task("- (Her)tekenen")
    ('Realisatie en onderhoud', '(Her)tekenen')
    """
    text = " ".join(_LOST.sub(" ", text).split())
    while True:
        shorter = _BULLET.sub("", text, count=1).lstrip()
        if shorter == text:
            return text
        text = shorter


def _bare(text):
    """Without what stands between brackets, for a second exact comparison."""
    return plain(_BRACKETS.sub(" ", text))


class TaskMatcher:
    """Finds the known task of a description; answers are remembered.

    >>> matcher = TaskMatcher([KnownTask("t1", "technical", "Beheer van pc’s")])
    >>> matcher.find("•  beheer van PC's", "technical").task.code
    't1'
    """

    def __init__(self, tasks: Sequence[KnownTask]):
        self.tasks = tuple(tasks)
        self._exact: dict[str, list[KnownTask]] = {}
        self._bare: dict[str, list[KnownTask]] = {}
        self._plain: list[tuple[str, KnownTask]] = []
        self._answers: dict[tuple[str, str | None], TaskMatch | None] = {}
        for task in self.tasks:
            for name in dict.fromkeys((task.name, *task.aliases)):
                words = plain(clean_task(name))
                if words:
                    _add(self._exact, words, task)
                    _add(self._bare, _bare(clean_task(name)), task)
                    self._plain.append((words, task))

    def find(self, text: str, cluster: str | None = None) -> TaskMatch | None:
        """Return the task of a description in a cluster (``None``: not known)."""
        key = (text, cluster)
        if key not in self._answers:
            if len(self._answers) >= _MAX_ANSWERS:
                self._answers.clear()
            self._answers[key] = self._find(clean_task(text), cluster)
        return self._answers[key]

    def is_exact(self, text: str) -> bool:
        """Whether a text is the name of a known task, whatever its cluster."""
        return plain(clean_task(text)) in self._exact

    def _find(self, text, cluster):
        words = plain(text)
        if not words:
            return None
        task = _choose(self._exact.get(words, ()), cluster)
        if task:
            return TaskMatch(task, "exact")
        task = _choose(self._bare.get(_bare(text), ()), cluster, strict=True)
        if task and len(_bare(text)) >= _MIN_LENGTH:
            return TaskMatch(task, "brackets")
        task = self._nearest(words, cluster)
        return task and TaskMatch(task, "near")

    def _nearest(self, words, cluster):
        if len(words) < _MIN_LENGTH:
            return None
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(words)
        found = set()
        for other, task in self._plain:
            if cluster and task.cluster and task.cluster != cluster:
                continue
            matcher.set_seq1(other)
            if (
                matcher.real_quick_ratio() >= MIN_RATIO
                and matcher.quick_ratio() >= MIN_RATIO
                and matcher.ratio() >= MIN_RATIO
                and _same_words(other.split(), words.split())
            ):
                found.add(task)
        # two that are near: no way to tell which
        return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=8)
def matcher_of(tasks: tuple[KnownTask, ...]) -> TaskMatcher:
    """Return the matcher of a list of tasks; the same one for the same list."""
    return TaskMatcher(tasks)


def _add(table, key, task):
    some = table.setdefault(key, [])
    if task not in some:
        some.append(task)


def _choose(tasks: Iterable[KnownTask], cluster, strict=False):
    """Return the only one, or the only one of the cluster."""
    tasks = tuple(tasks)
    same = [task for task in tasks if cluster and task.cluster == cluster]
    if len(same) == 1:
        return same[0]
    if strict and cluster:
        tasks = tuple(task for task in tasks if not task.cluster)
    return tasks[0] if len(tasks) == 1 else None


def _same_words(left: list[str], right: list[str]) -> bool:
    """Whether two lists of words differ in spelling and small words only."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(
        None, left, right, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            continue
        old, new = left[i1:i2], right[j1:j2]
        if _SMALL.issuperset(old) and _SMALL.issuperset(new):
            continue
        ratio = SequenceMatcher(None, "".join(old), "".join(new), False).ratio()
        if ratio < MIN_WORD_RATIO or not _pairs(old, new):
            return False
    return True


def _pairs(old, new):
    """Words that changed one by one must each be alike; joined ones only together."""
    if len(old) != len(new):
        return abs(len(old) - len(new)) <= 2
    return all(
        SequenceMatcher(None, one, other, False).ratio() >= MIN_WORD_RATIO
        or {one, other} <= _SMALL
        for one, other in zip(old, new, strict=True)
    )
