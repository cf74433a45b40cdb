# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What a batch of edits is judged with: the sheet, its people, and the words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from ..workbook.found import FoundPerson
from ..workbook.matching import PersonMatch
from ..workbook.snapshot import LineValues
from .values import CellValue

#: type of a member → kind of person in the grammar
KIND_OF_TYPE = {
    "employee": "person",
    "partner": "external",
    "vacancy": "vacancy",
    "sounding_board": "sounding_board",
}


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who may take a task on this sheet; ``kind`` as in the grammar."""

    name: str
    kind: str = "person"

    def found(self) -> FoundPerson:
        """Return the member as the grammar sees the heading of its column."""
        return FoundPerson(self.name, self.kind)


@dataclass(slots=True)
class Sheet:
    """What stands on a sheet, by the ids of its lines; edits change it in place."""

    kind: str
    lines: dict[int, LineValues] = field(default_factory=dict)
    cells: dict[tuple[int, int], CellValue] = field(default_factory=dict)

    def duplicate(self) -> Sheet:
        return Sheet(self.kind, dict(self.lines), dict(self.cells))

    def members_on(self, line: int) -> list[int]:
        return [member for place, member in self.cells if place == line]


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that is not on the sheet.

    :param members: who may take a task here, by id
    :param fundings: ids of the fundings that can be chosen
    :param say: ``say(code, **values)`` → a sentence for the user
    :param find: who is meant by somebody found in a text; keys are member ids
    :param funding_of: a code or word of funding → the id of one, or ``None``
    :param task_name: line → name of its task
    """

    language: str
    members: Mapping[int, Member]
    fundings: Collection[int]
    hours_most: float
    may_change_lines: bool
    say: Callable[..., str]
    find: Callable[[FoundPerson], PersonMatch]
    funding_of: Callable[[str], int | None]
    task_name: Callable[[int], str]
