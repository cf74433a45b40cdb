# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""A batch of edits meets what stands on the sheet now: three values per key.

``base`` is what somebody saw, ``wanted`` what it must become, ``stored`` what stands
there. Stored as seen: written. Stored as wanted: saved already. Anything else is a
conflict, and stays as it is stored. One edit never stops the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from .desk import Desk, Sheet
from .edits import BadEdit, CellEdit, Edit, LineEdit, TextEdit
from .typed import Question, read_typed
from .values import Refusal, value_json


@dataclass(slots=True)
class Outcome:
    """What became of one edit: ``status`` and the rest of the answer, as JSON.

    ``conflict``: the line and the member (``None``: the line itself) that somebody
    else changed; the caller adds who and when.
    """

    key: str
    status: str
    answer: dict = field(default_factory=dict)
    conflict: tuple[int, int | None] | None = None

    def as_json(self) -> dict:
        return {"key": self.key, "status": self.status, **self.answer}


def settle(sheet: Sheet, edits: Sequence[Edit], desk: Desk) -> list[Outcome]:
    """Bring ``edits`` into ``sheet``; return one outcome for each, in their order.

    The order of the edits of a batch does not matter: a task becomes applicable before
    people come to it, and not applicable after they left.
    """
    settler = _Settler(sheet, desk)
    outcomes: list[Outcome | None] = [None] * len(edits)
    for place in sorted(range(len(edits)), key=lambda place: _rank(edits[place])):
        outcomes[place] = settler.outcome(edits[place])
    return outcomes


def _rank(edit):
    """First what opens tasks, then values, then texts, then what closes tasks."""
    if isinstance(edit, LineEdit) and edit.field == "applicable":
        return 0 if edit.value else 4
    return {BadEdit: 0, LineEdit: 1, CellEdit: 2, TextEdit: 3}[type(edit)]


class _Settler:
    def __init__(self, sheet, desk):
        self.sheet, self.desk = sheet, desk

    def outcome(self, edit: Edit) -> Outcome:
        try:
            if isinstance(edit, BadEdit):
                raise edit.refusal
            if edit.line not in self.sheet.lines:
                raise Refusal("line_gone")
            if isinstance(edit, LineEdit):
                return self._line(edit)
            if isinstance(edit, CellEdit):
                return self._cell(edit)
            return self._text(edit)
        except Refusal as refusal:
            words = self.desk.say(refusal.code, **refusal.values)
            return Outcome(edit.key, "refused", {"message": words})
        except Question as question:
            proposals = [
                {"label": label, "value": value_json(value)}
                for label, value in question.proposals
            ]
            answer = {"message": question.message, "proposals": proposals}
            return Outcome(edit.key, "asked", answer)

    # --- a field of a line ---

    def _line(self, edit: LineEdit) -> Outcome:
        line = self.sheet.lines[edit.line]
        stored = getattr(line, edit.field)
        wanted = getattr(replace(line, **{edit.field: edit.value}), edit.field)
        if stored != wanted:
            self._check_line(edit.line, edit.field, wanted)
            if stored != edit.base:
                return Outcome(
                    edit.key,
                    "conflict",
                    {"stored": {edit.field: stored}},
                    (edit.line, None),
                )
            self._write_line(edit.line, edit.field, wanted)
        return Outcome(edit.key, "saved", {"value": {edit.field: wanted}})

    def _check_line(self, line, field_name, wanted, leaving=()):
        if not self.desk.may_change_lines:
            raise Refusal("no_lines")
        if field_name == "priority" and wanted and self.sheet.kind != "target":
            raise Refusal("priority_of_target")
        if field_name == "applicable" and not wanted:
            stay = [m for m in self.sheet.members_on(line) if m not in leaving]
            if stay:
                raise Refusal("people_on_it", people=self._names(stay))

    def _write_line(self, line, field_name, wanted):
        values = self.sheet.lines[line]
        self.sheet.lines[line] = replace(values, **{field_name: wanted})

    # --- a cell ---

    def _cell(self, edit: CellEdit) -> Outcome:
        key = edit.line, edit.member
        stored = self.sheet.cells.get(key)
        if stored != edit.value:
            self._check_cell(key, stored, edit.value)
            if stored != edit.base:
                return self._conflict(edit, stored)
            self._write_cell(key, edit.value)
        return Outcome(edit.key, "saved", {"value": value_json(edit.value)})

    def _conflict(self, edit, stored):
        return Outcome(
            edit.key,
            "conflict",
            {"stored": value_json(stored)},
            (edit.line, edit.member),
        )

    def _check_cell(self, key, stored, wanted):
        """Raise Refusal when ``wanted`` cannot stand in this cell."""
        line, member = key
        if wanted is None:
            return
        if stored is None and member not in self.desk.members:
            raise Refusal("member_gone")
        if not self.sheet.lines[line].applicable:
            raise Refusal("not_applicable", task=self.desk.task_name(line))
        entry = wanted.entry
        if entry.hours is not None and not 0 <= entry.hours <= self.desk.hours_most:
            raise Refusal("hours", hours=entry.hours)
        if (
            entry.funding
            and entry.funding not in self.desk.fundings
            and not (stored and stored.entry.funding == entry.funding)
        ):
            raise Refusal("unknown_funding")

    def _write_cell(self, key, wanted):
        if wanted is None:
            self.sheet.cells.pop(key, None)
        else:
            self.sheet.cells[key] = wanted

    # --- a text ---

    def _text(self, edit: TextEdit) -> Outcome:
        line, member = key = edit.line, edit.member
        cells = self.sheet.cells
        stored = cells.get(key)
        if member not in self.desk.members:
            raise Refusal("member_gone")
        typed = read_typed(
            edit.text,
            member,
            edit.base,
            lambda other: cells.get((line, other)),
            self.desk,
        )
        wanted = typed.cells.pop(member)
        others = {
            other: value
            for other, value in typed.cells.items()
            if cells.get((line, other)) != value
        }
        for other in others:
            if (line, other) in cells:
                name = self._names([other])
                raise Question(self.desk.say("on_it_already", name=name))
        closes = typed.not_applicable and self.sheet.lines[line].applicable
        if closes:
            self._check_line(line, "applicable", False, leaving={member})
        if stored != wanted:
            self._check_cell(key, stored, wanted)
        for other, value in others.items():
            self._check_cell((line, other), None, value)
        if stored not in (wanted, edit.base):
            return self._conflict(edit, stored)
        self._write_cell(key, wanted)
        also = []
        for other, value in others.items():
            self._write_cell((line, other), value)
            also.append(
                {
                    "line": line,
                    "member": other,
                    "before": None,
                    "after": value_json(value),
                }
            )
        if closes:
            self._write_line(line, "applicable", False)
            also.append(
                {"line": line, "field": "applicable", "before": True, "after": False}
            )
        answer = {"value": value_json(wanted)}
        if typed.remarks:
            answer["remark"] = " ".join(typed.remarks)
        if also:
            answer["also"] = also
        return Outcome(edit.key, "saved", answer)

    def _names(self, members: Iterable[int]) -> str:
        known = self.desk.members
        names = (known[member].name for member in members if member in known)
        return ", ".join(names) or "?"
