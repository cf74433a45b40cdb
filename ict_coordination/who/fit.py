# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Rank people for a task that nobody does: what each can, does and has time for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

#: free hours above this make nobody fit better
HOURS_ENOUGH = 4.0


@dataclass(frozen=True)
class Candidate:
    """Somebody who may work in the school of the task.

    :param skills: ``{skill: progress 0–100}`` of this person
    :param free_hours: hours a week left, None when not known; negative is too much
    :param does_elsewhere: schools where this person does the task, as far as known
    :param of_cluster: number of other tasks of the cluster that this person does
    """

    key: int
    skills: Mapping[int, int] = field(default_factory=dict)
    free_hours: float | None = None
    does_elsewhere: tuple[str, ...] = ()
    of_cluster: int = 0
    of_school: bool = True


@dataclass(frozen=True)
class Fit:
    """A candidate with its place. ``has``: the asked skills, best first."""

    candidate: Candidate
    score: float
    has: tuple[int, ...]


def rank(asked: Mapping[int, int], candidates: Iterable[Candidate]) -> list[Fit]:
    """Return the candidates, who fits best first; of equals the order stays.

    Half of the score are the asked skills (by their weight and how far somebody is),
    the rest what somebody does already and the free hours. Somebody without any free
    hour comes after an equal with some, and is never left out: who decides sees why.

    :param asked: ``{skill: weight}``; empty: the other reasons decide

    >>> busy = Candidate(1, {5: 100}, free_hours=-2)
    >>> free = Candidate(2, {5: 100}, free_hours=3)
    >>> none = Candidate(3, free_hours=3)
    >>> [fit.candidate.key for fit in rank({5: 2}, [none, busy, free])]
    [2, 1, 3]
    """
    fits = [_fit(asked, candidate) for candidate in candidates]
    # A stable sort.
    return sorted(fits, key=lambda fit: -fit.score)


def _fit(asked, candidate):
    has = sorted(
        (skill for skill in asked if skill in candidate.skills),
        key=lambda skill: -asked[skill] * candidate.skills[skill],
    )
    total = sum(asked.values())
    score = 0.0
    if total:
        got = sum(asked[skill] * candidate.skills[skill] / 100 for skill in has)
        score += 50 * got / total
    if candidate.does_elsewhere:
        score += 20
    score += 4 * min(candidate.of_cluster, 3)
    if candidate.free_hours is not None:
        score += 15 * max(-1.0, min(candidate.free_hours / HOURS_ENOUGH, 1.0))
    if candidate.of_school:
        score += 3
    return Fit(candidate, round(score, 4), tuple(has))
