# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Whom to turn to for a task, and to whom when that one is away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

#: why somebody is named
CONTACT, EXECUTES, DOES, SAME_TASK, SAME_CLUSTER, OF_GROUP = (
    "contact",
    "executes",
    "does",
    "task",
    "cluster",
    "group",
)


@dataclass(frozen=True)
class Doer:
    """Somebody on a task.

    :param key: of the row this came from
    :param person: the same for one human, in whatever school
    :param school: id of the school of the sheet
    """

    key: int
    person: object
    school: int
    task: int
    cluster: int
    executes: bool = False
    contact: bool = False


class TurnTo(NamedTuple):
    """Two doers, or None, each with why it is this one."""

    contact: Doer | None
    contact_why: str
    backup: Doer | None
    backup_why: str


def whom_to_turn_to(
    task: int, cluster: int, school: int, doers: Iterable[Doer]
) -> TurnTo:
    """Return the contact and the back-up of a task in a school.

    The contact is who has that mandate, else who executes, else who is on the task in
    any way. The back-up is another one on the same task, else of the same cluster in
    the school, else somebody of the school group. Of equals the first.

    :param doers: those of the school and of its group who are still there

    >>> an = Doer(1, "an", 7, 1, 1, executes=True)
    >>> jan = Doer(2, "jan", 7, 1, 1, contact=True)
    >>> found = whom_to_turn_to(1, 1, 7, [an, jan])
    >>> found.contact.person, found.backup.person, found.backup_why
    ('jan', 'an', 'task')
    """
    doers = list(doers)
    here = [one for one in doers if one.school == school]
    on_task = sorted(
        (one for one in here if one.task == task),
        key=lambda one: (not one.contact, not one.executes),
    )
    contact = on_task[0] if on_task else None
    others = [one for one in doers if not contact or one.person != contact.person]
    steps = (
        (SAME_TASK, [one for one in on_task if one in others]),
        (SAME_CLUSTER, [one for one in others if one.school == school]),
        (OF_GROUP, [one for one in others if one.school != school]),
    )
    for why, found in steps:
        found = sorted(
            (one for one in found if one.cluster == cluster),
            key=lambda one: (one.task != task, not one.contact, not one.executes),
        )
        if found:
            return TurnTo(contact, _why(contact), found[0], why)
    return TurnTo(contact, _why(contact), None, "")


def _why(doer):
    if doer is None:
        return ""
    return CONTACT if doer.contact else EXECUTES if doer.executes else DOES
