# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Gaps in the mandates: who decides, executes, is the contact."""

from __future__ import annotations

from dataclasses import dataclass

from .index import Index
from .result import Insight, Row, Rule, behind

#: In the order in which a manager would act.
GAPS = ("deciders", "no_executor", "no_decider", "no_contact")


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateRow(Row):
    """One task of one school that somebody does, and what its mandates lack.

    :param gaps: of :data:`GAPS`, in that order
    :param persons: keys of who does the task, by name
    :param deciders: keys of who decides, by name
    """

    school_id: int
    task_id: int
    core: bool
    gaps: tuple[str, ...]
    persons: tuple[str, ...]
    deciders: tuple[str, ...]


def mandate_gaps(index: Index) -> Insight:
    """Return the tasks with a gap: too many deciders first, core before others."""
    rows = []
    for line in index.lines("current"):
        doing = index.doing(line)
        if not doing:
            continue  # an open task: that is a need, and no gap of its mandates
        deciders = index.persons_of(one for one in doing if one.decides)
        lacking = {
            "deciders": len(deciders) > index.thresholds.deciders,
            "no_executor": not any(one.executes for one in doing),
            "no_decider": not deciders,
            "no_contact": not any(one.contact for one in doing),
        }
        gaps = tuple(gap for gap in GAPS if lacking[gap])
        if not gaps:
            continue
        task = index.tasks.get(line.task_id)
        rows.append(
            MandateRow(
                school_id=line.school_id,
                task_id=line.task_id,
                core=bool(task and task.core),
                gaps=gaps,
                persons=index.persons_of(doing),
                deciders=deciders,
                **behind([line], doing),
            )
        )
    rows.sort(key=lambda row: (GAPS.index(row.gaps[0]), not row.core, -len(row.gaps)))
    return Insight(
        "mandate_gaps",
        Rule.of(
            "Somebody does this task, but more than %(deciders)s people decide, or "
            "nobody executes it, decides or is the contact. Tasks that nobody does "
            "are left out: they are open.",
            deciders=index.thresholds.deciders,
        ),
        tuple(rows),
        index.without("current"),
    )
