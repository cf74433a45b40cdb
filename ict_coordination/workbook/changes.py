# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What a workbook changes: a three-way comparison without Odoo.

Three snapshots of one sheet meet: ``base`` (what the previous import of this workbook
wrote), ``file`` (what the workbook says now) and ``odoo`` (what stands there now).
What the file did not change stays as Odoo has it, what only the file changed is taken
over, and what both changed stays as Odoo has it and is listed as a conflict. So a file
that is imported twice changes nothing, and nothing that somebody changed in Odoo is
overwritten silently.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from .snapshot import (
    DEFAULT_MANDATES,
    ENTRY_PARTS,
    LINE_PARTS,
    EntryValues,
    LineValues,
    Snapshot,
)

__all__ = [
    "PERSON",
    "Changes",
    "Difference",
    "EntryValues",
    "LineValues",
    "Snapshot",
    "compare",
]

PERSON = "person"  # a whole entry: somebody is on a task, or is not


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that differs. ``member`` is ``None`` for a value of the line.

    ``part`` is one of ``LINE_PARTS`` or ``ENTRY_PARTS`` (hours: ``(hours,
    certainty)``), or ``person`` for a whole entry: then the values are
    ``EntryValues``, or ``None`` where the person is not on the task.
    """

    task: int
    member: int | None
    part: str
    file: object
    odoo: object

    def as_json(self) -> dict:
        return {
            "task": self.task,
            "member": self.member,
            "part": self.part,
            "file": _value_as_json(self.file),
            "odoo": _value_as_json(self.odoo),
        }

    @classmethod
    def from_json(cls, data: Mapping) -> Difference:
        part = data["part"]
        return cls(
            data["task"],
            data["member"],
            part,
            _value_from_json(part, data["file"]),
            _value_from_json(part, data["odoo"]),
        )


@dataclass(frozen=True, slots=True)
class Changes:
    """What must be written, and what must not (``conflicts``: Odoo's value stays).

    ``new_lines`` are tasks that the sheet does not have yet; ``changed`` are values
    that become ``file``; ``removed`` tells what Odoo has until now.
    """

    new_lines: Mapping[int, LineValues] = field(default_factory=dict)
    added: Mapping[tuple[int, int], EntryValues] = field(default_factory=dict)
    removed: Mapping[tuple[int, int], EntryValues] = field(default_factory=dict)
    changed: tuple[Difference, ...] = ()
    conflicts: tuple[Difference, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is something to write."""
        return bool(self.new_lines or self.added or self.removed or self.changed)

    def line_values(self) -> dict[int, dict]:
        """Return ``{task: {part: new value}}`` of the lines that change."""
        return self._by_key(lambda change: change.task, of_member=False)

    def entry_values(self) -> dict[tuple[int, int], dict]:
        """Return ``{(task, member): {part: new value}}`` of the entries that change."""
        return self._by_key(lambda change: (change.task, change.member), of_member=True)

    def _by_key(self, key, of_member):
        result = {}
        for change in self.changed:
            if (change.member is not None) == of_member:
                result.setdefault(key(change), {})[change.part] = change.file
        return result


def compare(
    base: Snapshot | None,
    file: Snapshot,
    odoo: Snapshot,
    applies: Mapping[int, bool] | None = None,
) -> Changes:
    """Return what the workbook changes in Odoo.

    :param base: what the previous import of this workbook wrote, ``None`` when there
        was none. Then nothing is removed, and what Odoo lacks is filled in.
    :param applies: ``{task: applicable to begin with}``; ``True`` where it is silent.
        Tells which lines nobody touched yet.
    """
    return _Comparison(base or Snapshot(), file, odoo, applies or {}).changes()


class _Comparison:
    """The work of :func:`compare`, task by task."""

    def __init__(self, base, file, odoo, applies):
        self.base, self.file, self.odoo, self.applies = base, file, odoo, applies
        self.new_lines, self.added, self.removed = {}, {}, {}
        self.changed, self.conflicts = [], []
        self.base_tasks = base.tasks()
        self.members = {}
        for snapshot in (base, file, odoo):
            for task, member in snapshot.entries:
                self.members.setdefault(task, set()).add(member)

    def changes(self):
        for task in sorted(self.file.tasks()):
            self._compare_task(task)
        return Changes(
            self.new_lines,
            self.added,
            self.removed,
            tuple(self.changed),
            tuple(self.conflicts),
        )

    def _compare_task(self, task):
        base, odoo = self.base.lines.get(task), self.odoo.lines.get(task)
        # Without values for the line the file speaks of its people only.
        file = self.file.lines.get(task) or odoo or base or LineValues()
        members = sorted(self.members.get(task, ()))
        if odoo is None and task in self.base_tasks:
            # Somebody removed this task from the sheet in Odoo.
            untouched = LineValues(applicable=self.applies.get(task, True))
            self._compare_removed_line(task, base or untouched, file, members)
            return
        stays = self._compare_people(task, members)
        if odoo is None:
            if stays and not file.applicable:
                self._conflict(task, None, "applicable", False, True)
                file = replace(file, applicable=True)
            self.new_lines[task] = file
            return
        self._compare_line(task, base, file, odoo, stays)

    def _compare_removed_line(self, task, base, file, members):
        for part in LINE_PARTS:
            value = getattr(file, part)
            if value != getattr(base, part):
                self._conflict(task, None, part, value, None)
        for member in members:
            entry = self.file.entries.get((task, member))
            if entry and _entry_changed(self.base.entries.get((task, member)), entry):
                self._conflict(task, member, PERSON, entry, None)

    # --- the line ---

    def _compare_line(self, task, base, file, odoo, stays):
        untouched = LineValues(applicable=self.applies.get(task, True))
        applicable = odoo.applicable
        for part in LINE_PARTS:
            new, now = getattr(file, part), getattr(odoo, part)
            blank = getattr(untouched, part)
            old = blank if base is None else getattr(base, part)
            # No base: an empty value of the file says nothing.
            if new == now or (
                new == old and (base is not None or part != "applicable")
            ):
                continue
            if now != old or (part == "applicable" and not new and stays):
                self._conflict(task, None, part, new, now)
                continue
            self._change(task, None, part, new, now)
            if part == "applicable":
                applicable = new
        if not applicable:
            # Odoo says that the task is not done here: its people wait as conflicts.
            for key in [key for key in self.added if key[0] == task]:
                self._conflict(*key, PERSON, self.added.pop(key), None)

    # --- the people ---

    def _compare_people(self, task, members):
        """Compare the people of a task; return whether somebody stays on it."""
        stays = False
        for member in members:
            key = task, member
            base = self.base.entries.get(key)
            file = self.file.entries.get(key)
            odoo = self.odoo.entries.get(key)
            if file and odoo:
                self._compare_entry(key, base, file, odoo)
            elif file and not base:
                self.added[key] = file
            elif file and _entry_changed(base, file):
                self._conflict(*key, PERSON, file, None)
            elif base and odoo and not file:
                # Where the base was silent, other mandates than those somebody starts
                # with were given in Odoo.
                if _entry_changed(_spoken(base), odoo):
                    self._conflict(*key, PERSON, None, odoo)
                else:
                    self.removed[key] = odoo
            stays |= key in self.added or bool(odoo and key not in self.removed)
        return stays

    def _compare_entry(self, key, base, file, odoo):
        blank = EntryValues(mandates=DEFAULT_MANDATES)
        for part in ENTRY_PARTS:
            new, now = file.part(part), odoo.part(part)
            old = base and base.part(part)
            if new == now or (part == "mandates" and new is None):
                continue
            if not base or (part == "mandates" and old is None):
                old = blank.part(part)
                if new == old and part != "mandates":
                    continue  # an empty value of the file says nothing
            elif new == old:
                continue
            if now == old:
                self._change(*key, part, new, now)
            else:
                self._conflict(*key, part, new, now)

    # --- results ---

    def _change(self, task, member, part, file, odoo):
        self.changed.append(Difference(task, member, part, file, odoo))

    def _conflict(self, task, member, part, file, odoo):
        self.conflicts.append(Difference(task, member, part, file, odoo))


def _spoken(entry):
    """Return ``entry`` with the mandates that it got when nobody named any."""
    mandates = DEFAULT_MANDATES if entry.mandates is None else entry.mandates
    return replace(entry, mandates=mandates)


def _entry_changed(base, entry):
    """Whether ``entry`` says something else than ``base``; silence is no change."""
    if base is None:
        return True
    return any(
        base.part(part) != entry.part(part)
        and not (part == "mandates" and None in (base.mandates, entry.mandates))
        for part in ENTRY_PARTS
    )


def _value_as_json(value):
    if isinstance(value, EntryValues):
        return value.as_json()
    return list(value) if isinstance(value, tuple) else value


def _value_from_json(part, value):
    if value is None:
        return None
    if part == PERSON:
        return EntryValues.from_json(value)
    return tuple(value) if isinstance(value, list) else value
