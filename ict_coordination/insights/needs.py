# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Common needs: tasks that nobody does in several schools."""

from __future__ import annotations

from dataclasses import dataclass

from ..workbook.hours import Hours
from .index import Index, hours_of
from .result import Insight, Row, Rule, behind, ids


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRow(Row):
    """A task and the schools where it is open (``school_ids``).

    :param short_ids: schools whose target calls it short term
    :param long_ids: schools whose target calls it long term
    :param group_ids: schools that already put it at level group or shared
    :param asked: hours a week that the targets of these schools plan for it, those
        of vacancies too
    :param not_asked_ids: schools whose target plans nobody for it, or that have no
        target: nothing is known of the hours that they ask
    """

    task_id: int
    short_ids: tuple[int, ...]
    long_ids: tuple[int, ...]
    group_ids: tuple[int, ...]
    asked: Hours
    not_asked_ids: tuple[int, ...]


def common_needs(index: Index) -> Insight:
    """Return the tasks that are open in several schools, short term first."""
    threshold = index.thresholds.need_schools
    rows = []
    for task_id, lines in index.by_task(index.school_lines("current")).items():
        open_lines = [line for line in lines if _is_open(index, line)]
        if len(open_lines) >= max(threshold, 1):
            rows.append(_row(index, task_id, open_lines))
    # sort is stable: what is equal stays in the order of the catalogue
    rows.sort(
        key=lambda row: (-len(row.short_ids), -len(row.school_ids), -row.asked.known)
    )
    return Insight(
        "common_needs",
        Rule.of(
            "Nobody does this task now in at least %(schools)s schools, and their "
            "target does not call it not applicable. A vacancy is nobody yet. Short "
            "term comes first; the hours are those that the targets ask.",
            schools=threshold,
        ),
        tuple(rows),
        index.without("current"),
    )


def _is_open(index, line):
    if index.doing(line):
        return False
    target = index.line_at(line.school_id, "target", line.task_id)
    return target is None or target.applicable


def _row(index, task_id, lines):
    places = [(one, index.line_at(one.school_id, "target", task_id)) for one in lines]
    targets = [target for _line, target in places if target]
    asked = [one for target in targets for one in index.allocations(target)]
    asking = {target.school_id for target in targets if index.allocations(target)}
    return NeedRow(
        task_id=task_id,
        short_ids=ids(one.school_id for one in targets if one.priority == "short"),
        long_ids=ids(one.school_id for one in targets if one.priority == "long"),
        group_ids=ids(
            line.school_id
            for line, target in places
            if {line.level, target.level if target else None} & {"group", "shared"}
        ),
        asked=hours_of(asked),
        not_asked_ids=ids(
            one.school_id for one in lines if one.school_id not in asking
        ),
        **behind([*lines, *targets], asked),
    )
