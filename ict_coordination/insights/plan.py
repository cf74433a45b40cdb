# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The plan: what changes from the current situation to the target, in words.

A line of the target is compared with the line of the same task on the current sheet:

- *new*: the task is applicable in the target only; *dropped*: in the current situation
  only. Such a line has no other change.
- *person*: other people. Vacancies count, sounding boards do not; a human with several
  memberships is one person.
- *hours*: other hours a week, of all together or of somebody who stays. Unknown hours
  are not 0: they are equal to unknown hours only.
- *level*: the target decided on another level.

A line of the target on which nothing was filled in (nobody, no level, no priority) says
nothing yet; nor does a task that has no line on the target.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..workbook.hours import Hours

#: What may change for a task of a school, in the order in which it is said.
CHANGES = ("new", "dropped", "person", "hours", "level")


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """How far the plan of one school is, in lines of its target.

    :param todo: lines on which something changes
    :param planned: of those, with an activity that is not done
    :param overdue: of those, with such an activity that is past its date
    :param reached: lines on which all is as the target wants
    """

    todo: int = 0
    planned: int = 0
    overdue: int = 0
    reached: int = 0

    @property
    def total(self) -> int:
        """Lines on which the target says something that is done or can be done.

        >>> PlanProgress(todo=7, planned=3, overdue=1, reached=60).total
        67
        """
        return self.todo + self.reached

    @property
    def unplanned(self) -> int:
        """Lines to do without an activity.

        >>> PlanProgress(todo=7, planned=3).unplanned
        4
        """
        return self.todo - self.planned


def hours_change(current: Hours | None, target: Hours | None, language=None) -> str:
    """Return the hours a week before and after; ``None``: nobody is on the task.

    >>> hours_change(Hours(2), Hours(4), "nl")
    '2 u → 4 u'
    >>> hours_change(None, Hours(1.5, 1), "en")
    '– → 1.5 h + 1 without hours'
    >>> hours_change(Hours(2), Hours(2)), hours_change(None, None)
    ('2 h', '')
    """
    before, after = (
        "–" if hours is None else hours.format(language) for hours in (current, target)
    )
    if before != after:
        return f"{before} → {after}"
    return "" if current is None else after
