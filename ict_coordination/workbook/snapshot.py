# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What stands on one sheet, as plain values that can be kept and compared.

Tasks, members and fundings are numbers here; whose numbers is the caller's business.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .hours import round_hours
from .model import MANDATES

LINE_PARTS = ("applicable", "level", "priority", "note")
ENTRY_PARTS = ("hours", "funding", "mandates")
#: what somebody does on a task as long as nobody says otherwise
DEFAULT_MANDATES = ("executes",)


@dataclass(frozen=True, slots=True)
class LineValues:
    """What stands on the line of a task; empty means: not decided, nothing written."""

    applicable: bool = True
    level: str | None = None
    priority: str | None = None
    note: str = ""

    def __post_init__(self):
        object.__setattr__(self, "level", self.level or None)
        object.__setattr__(self, "priority", self.priority or None)
        object.__setattr__(self, "note", (self.note or "").strip())


@dataclass(frozen=True, slots=True)
class EntryValues:
    """What stands on one person of a task.

    ``hours`` a week, rounded to 2 decimals, ``None`` with certainty ``unknown``.
    ``funding`` is a number, ``None`` for not decided. ``mandates`` is ``None`` where
    the source says nothing about them, which is not the same as no mandates.
    Raises ``ValueError`` for hours that are no finite number.
    """

    hours: float | None = None
    certainty: str = "unknown"
    funding: int | None = None
    mandates: tuple[str, ...] | None = None

    def __post_init__(self):
        if self.hours is None or self.certainty == "unknown":
            object.__setattr__(self, "hours", None)
            object.__setattr__(self, "certainty", "unknown")
        else:
            object.__setattr__(self, "hours", round_hours(self.hours))
        object.__setattr__(self, "funding", self.funding or None)
        if self.mandates is not None:
            ordered = tuple(name for name in MANDATES if name in self.mandates)
            object.__setattr__(self, "mandates", ordered)

    def part(self, name):
        """Return the value of one of ``ENTRY_PARTS``; hours with their certainty."""
        return (self.hours, self.certainty) if name == "hours" else getattr(self, name)

    def as_json(self) -> list:
        mandates = None if self.mandates is None else list(self.mandates)
        return [self.hours, self.certainty, self.funding, mandates]

    @classmethod
    def from_json(cls, values) -> EntryValues:
        hours, certainty, funding, mandates = values
        mandates = None if mandates is None else tuple(mandates)
        return cls(hours, certainty, funding, mandates)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One sheet: ``{task: LineValues}`` and ``{(task, member): EntryValues}``."""

    lines: Mapping[int, LineValues] = field(default_factory=dict)
    entries: Mapping[tuple[int, int], EntryValues] = field(default_factory=dict)

    def tasks(self) -> set[int]:
        return {*self.lines, *(task for task, _member in self.entries)}

    def as_json(self) -> dict:
        """Return lists that JSON can hold, in a fixed order."""
        return {
            "lines": [
                [task, line.applicable, line.level, line.priority, line.note]
                for task, line in sorted(self.lines.items())
            ],
            "entries": [
                [*key, *entry.as_json()] for key, entry in sorted(self.entries.items())
            ],
        }

    @classmethod
    def from_json(cls, data: Mapping | None) -> Snapshot:
        data = data or {}
        return cls(
            {task: LineValues(*values) for task, *values in data.get("lines", ())},
            {
                (task, member): EntryValues.from_json(values)
                for task, member, *values in data.get("entries", ())
            },
        )
