# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The ICT team of one school, or of a group, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .mandates import ClusterMandates

#: codes of the teams that a strong ICT team consults in
TEAMS = ("policy", "technical", "pedagogical")


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who takes part.

    :param kind: employee, partner, vacancy or sounding_board
    :param role: of ``ict.team.member``; None: nobody chose one
    :param teams: codes of ``TEAMS``
    :param of_group: whether this is a member of the group, looked at from a school
    :param works_here: whether somebody of the group has a task or a mandate in the
        school; without one the school does not count on that person
    """

    id: int
    name: str
    kind: str = "employee"
    role: str | None = None
    teams: frozenset[str] = frozenset()
    of_group: bool = False
    works_here: bool = False

    @property
    def counts(self) -> bool:
        """Whether the school may count on this member.

        >>> Member(1, "Wim", of_group=True).counts
        False
        >>> Member(1, "Wim", of_group=True, works_here=True).counts
        True
        """
        return not self.of_group or self.works_here

    @property
    def is_vacancy(self) -> bool:
        return self.kind == "vacancy"


@dataclass(frozen=True, slots=True)
class Team:
    """All that the checks need of one school or group."""

    members: tuple[Member, ...] = ()
    clusters: tuple[ClusterMandates, ...] = ()
    is_group: bool = False
    has_sheet: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What somebody can do next.

    :param kind: ``member`` makes a new member, ``open`` opens one, ``mandate`` agrees
        a mandate by default, ``mandates`` lists what was agreed
    :param values: what is filled in already; for ``open`` the id of the member
    """

    kind: str
    values: Mapping = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check says of a team: a message, never a score.

    :param tone: danger (now), warning (to do), muted (for information) or success
    :param names: of the people, or of the clusters, that it is about
    """

    key: str
    message: str
    tone: str
    names: tuple[str, ...] = ()
    step: Step | None = None

    @property
    def asks(self) -> bool:
        """Whether there is something to do.

        >>> Finding("external", "none", "muted").asks
        False
        """
        return self.tone in ("danger", "warning")
