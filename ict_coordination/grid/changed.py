# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What a batch changed, in the words of the import: one way to write a sheet."""

from __future__ import annotations

from collections.abc import Mapping

from ..workbook.changes import Changes, Difference
from ..workbook.snapshot import ENTRY_PARTS, LINE_PARTS
from .desk import Sheet


def changes_between(
    before: Sheet, after: Sheet, task_of: Mapping[int, int]
) -> tuple[Changes, dict[tuple[int, int], str]]:
    """Return what must be written so that ``before`` becomes ``after``.

    :param task_of: line → task: changes speak of tasks
    :return: the changes, and the remarks that change: ``{(line, member): text}``
    """
    added, removed, changed, notes = {}, {}, [], {}
    for line, values in after.lines.items():
        old = before.lines[line]
        if values is old:
            continue
        changed += [
            Difference(task_of[line], None, part, new, now)
            for part in LINE_PARTS
            if (new := getattr(values, part)) != (now := getattr(old, part))
        ]
    for key, cell in before.cells.items():
        if key not in after.cells:
            removed[task_of[key[0]], key[1]] = cell.entry
    for key, cell in after.cells.items():
        old = before.cells.get(key)
        if cell is old:
            continue
        place = task_of[key[0]], key[1]
        if old is None:
            added[place] = cell.entry
        else:
            changed += [
                Difference(*place, part, new, now)
                for part in ENTRY_PARTS
                if (new := cell.entry.part(part)) != (now := old.entry.part(part))
            ]
        if cell.note != (old.note if old else ""):
            notes[key] = cell.note
    return Changes({}, added, removed, tuple(changed)), notes
