# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Who decides, executes, steers and is contact in a cluster of tasks.

Two sources: the mandates on the tasks of the sheet in force, and what was agreed for
the whole cluster. They stand side by side; where they differ, that is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

#: in the order of the screen
MANDATES = ("decides", "executes", "steers", "contact")
#: without these a cluster has a gap
NEEDED = ("decides", "contact")


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody with a mandate in a cluster.

    :param tasks: on how many tasks of the sheet in force
    :param agreed: "school" or "group": who agreed it for the whole cluster
    """

    member: int
    tasks: int = 0
    agreed: str | None = None

    def as_json(self) -> dict:
        return {
            "member": self.member,
            "tasks": self.tasks,
            "agreed": self.agreed or False,
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the tasks say something else than what was agreed.

    :param kind: ``unused``: agreed, and on no task; ``extra``: on tasks, and agreed
        otherwise
    """

    kind: str
    mandate: str
    member: int
    tasks: int = 0

    def as_json(self) -> dict:
        return {
            "kind": self.kind,
            "mandate": self.mandate,
            "member": self.member,
            "tasks": self.tasks,
        }


@dataclass(frozen=True, slots=True)
class ClusterMandates:
    """One cluster in one school.

    :param tasks: how many tasks of it somebody does
    :param open: ``{mandate: number of these tasks on which nobody has it}``
    """

    id: int
    name: str
    holders: Mapping[str, tuple[Holder, ...]] = field(default_factory=dict)
    tasks: int = 0
    open: Mapping[str, int] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()

    @property
    def gaps(self) -> tuple[str, ...]:
        """The needed mandates that nobody holds.

        >>> ClusterMandates(1, "Technical", {"decides": (Holder(7, 2),)}).gaps
        ('contact',)
        """
        return tuple(name for name in NEEDED if not self.holders.get(name))

    def as_json(self) -> dict:
        return {
            "id": self.id,
            "name": self.name,
            "tasks": self.tasks,
            "open": dict(self.open),
            "gaps": list(self.gaps),
            "holders": {
                name: [one.as_json() for one in self.holders.get(name, ())]
                for name in MANDATES
            },
            "differences": [one.as_json() for one in self.differences],
        }


def combine(
    on_tasks: Mapping[int, Mapping[str, int]],
    agreed: Mapping[int, tuple[str, tuple[str, ...]]],
    has_sheet: bool = True,
) -> tuple[dict[str, tuple[Holder, ...]], tuple[Difference, ...]]:
    """Return ``(holders by mandate, differences)`` of one cluster in one school.

    Who has most tasks comes first, who has it by agreement only last. An agreement of
    the group for somebody who does nothing here differs from nothing.

    :param on_tasks: ``{member: {mandate: number of tasks}}``
    :param agreed: ``{member: ("school" or "group", names of mandates)}``

    >>> holders, differences = combine(
    ...     {1: {"decides": 3, "executes": 3}},
    ...     {2: ("school", ("decides",))},
    ... )
    >>> [(one.member, one.tasks, one.agreed) for one in holders["decides"]]
    [(1, 3, None), (2, 0, 'school')]
    >>> [(one.kind, one.mandate, one.member) for one in differences]
    [('extra', 'decides', 1), ('unused', 'decides', 2)]
    """
    holders, differences = {}, []
    for mandate in MANDATES:
        wanted = {who for who, (_by, names) in agreed.items() if mandate in names}
        found = {who: one[mandate] for who, one in on_tasks.items() if one.get(mandate)}
        ranked = sorted(
            found.keys() | wanted, key=lambda who: (-found.get(who, 0), who)
        )
        holders[mandate] = tuple(
            Holder(who, found.get(who, 0), agreed[who][0] if who in wanted else None)
            for who in ranked
        )
        if not has_sheet:
            continue
        for who in ranked:
            if who in wanted and who not in found:
                if agreed[who][0] == "school" or who in on_tasks:
                    differences.append(Difference("unused", mandate, who))
            elif who not in wanted and _was_agreed_otherwise(
                who, mandate, wanted, agreed
            ):
                differences.append(Difference("extra", mandate, who, found[who]))
    return holders, tuple(differences)


def _was_agreed_otherwise(who, mandate, wanted, agreed) -> bool:
    """Whether something else was agreed than that this person has this mandate.

    Whoever decides may well execute too, and several people do. Who decides and who is
    the contact was agreed to be clear: there somebody else is a difference.
    """
    return mandate in NEEDED and (who in agreed or bool(wanted))
