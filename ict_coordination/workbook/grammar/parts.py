# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Items → parts: who belongs to which hours.

Between people stand commas, "en", "+", "/", line breaks. Somebody without hours waits
for the hours behind; "Jan en An 2u" is then one part with two people and one number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .item import Entity, Item, is_group_level
from .quantities import Quantity


@dataclass(slots=True)
class Part:
    """Some people, the quantities that are theirs, and what is said about them.

    An entity ``None`` is the person of the heading. ``said`` holds the other items by
    kind, ``joins`` what stood between the people.
    """

    entities: list[Entity | None] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    joins: list[str] = field(default_factory=list)
    said: dict[str, list] = field(default_factory=dict)
    hours_first: bool = False

    def has(self, kind: str) -> bool:
        return kind in self.said

    def values(self, kind: str) -> list:
        return self.said.get(kind, [])

    def absorb(self, other: Part) -> None:
        self.entities += other.entities
        self.quantities += other.quantities
        self.joins += other.joins
        for kind, values in other.said.items():
            self.said.setdefault(kind, []).extend(values)

    @property
    def empty(self) -> bool:
        return not (self.entities or self.quantities or self.said)


def parts_of(items: Sequence[Item], has_heading: bool) -> tuple[list[Part], list[str]]:
    """Return the parts and the joins between parts that were not merged."""
    builder = _Builder(has_heading)
    for part, join in _segments(items):
        builder.take(part, join)
    return builder.finish(), builder.joins


def _segments(items):
    """Cut at the joints; yield (part, the joint before it)."""
    part, join, link = Part(), "", False
    for item in items:
        kind = item.kind
        if kind in ("joint", "break"):
            # ", en " is one joint; the stronger word counts
            if part.empty:
                join = item.value if join in ("", "comma", "line") else join
                if kind == "break" and join == "comma":
                    join = "line"
            else:
                yield part, join
                part, join = Part(), item.value
            link = False
            continue
        if kind == "link":
            link = True
            continue
        if kind == "filler":
            continue
        if kind == "entity" and link and _is_side(part, item):
            _to_side(part)
        elif _cuts(part, kind, link):
            yield part, join
            part, join = Part(), "comma" if link else "next"
        _put(part, item)
        link = False
    if (
        items
        and items[-1].kind == "joint"
        and items[-1].value not in ("comma", "slash")
    ):
        # "Jan of": somebody is missing
        part.said.setdefault("aside", []).append(items[-1].text)
    if not part.empty:
        yield part, join


def _is_side(part, item):
    """ "SG: Jan 2u": the group says where, the name says who."""
    return (
        len(part.entities) == 1
        and part.entities[0].kind == "group"
        and not part.quantities
        and item.value.kind == "person"
    )


def _to_side(part):
    name = part.entities.pop().name
    level = is_group_level(name)
    part.said.setdefault("hint" if level else "aside", []).append(name)


def _cuts(part, kind, link):
    if kind == "entity":
        if part.entities and part.quantities:
            return True
        return bool(part.entities) and link
    if kind == "quantity":
        return bool(part.quantities and part.entities and part.hours_first)
    return False


def _put(part, item):
    kind, value = item.kind, item.value
    if kind == "entity":
        part.hours_first = part.hours_first or bool(part.quantities)
        if part.entities:
            _second(part, item)
        else:
            part.entities.append(value)
    elif kind == "quantity":
        part.quantities.append(value)
    elif kind == "inner":
        _put_inner(part, item)
    elif kind == "mail":
        _put_mail(part, value)
    elif kind in ("aside", "text", "frequency", "vague", "timing", "season"):
        part.said.setdefault(kind, []).append(item.text)
    else:
        part.said.setdefault(kind, []).append(value if value else item.text)


def _second(part, item):
    """Two names without anything between: "Jan extern", "Jan secretariaat"."""
    first, second = part.entities[0], item.value
    if second.kind == "external" and second.name is None and first.kind == "person":
        part.said.setdefault("funding", []).append("external")
    elif second.kind == "group" and first.kind == "person":
        part.said.setdefault("aside", []).append(item.text)
    else:
        part.said.setdefault("text", []).append(item.text)


def _put_inner(part, item):
    """ "2u (Jan)", "leverancier (NetHulp)", "SG (Jan)"; but "Jan (vervangt An)"."""
    first, inner = part.entities[0] if part.entities else None, item.value
    if first and inner.kind == "person" and first.kind == "group":
        _to_side(part)
        first = None
    if not first:
        part.entities.append(inner)
    elif inner.kind == "person" and first.kind != "person" and not first.name:
        part.entities[0] = Entity(inner.name, first.kind)
    else:
        part.said.setdefault("aside", []).append(item.text)


def _put_mail(part, address):
    """Take the name from jan.peeters@…, where no other name stands."""
    words = [word for word in address.partition("@")[0].split(".") if word]
    if part.entities or len(words) < 2 or not all(word.isalpha() for word in words):
        part.said.setdefault("aside", []).append(address)
    else:
        name = " ".join(word.capitalize() for word in words)
        part.entities.append(Entity(name, "person", False))


class _Builder:
    def __init__(self, has_heading):
        self.has_heading = has_heading
        self.done: list[Part] = []
        self.joins: list[str] = []
        self.waiting: list[tuple[Part, str]] = []  # people without hours so far
        self.lead: Part | None = None  # hours without people so far
        self.loose = Part()

    def take(self, part: Part, join: str) -> None:
        first = not (self.done or self.waiting or self.lead)
        if self.has_heading and first and part.entities and join in ("and", "with"):
            # "samen met An": with the person of the column
            part.entities.insert(0, None)
            part.joins.insert(0, join)
        if part.entities or part.quantities:
            loose, self.loose = self.loose, Part()
            part.absorb(loose)
            if not part.entities or not part.quantities:
                part.hours_first = False
        if part.entities and part.quantities:
            self._end_lead()
            if self.waiting and join not in ("line", "next"):
                self._merge_waiting(part, join)
            else:
                self._flush(join)
                self.done.append(part)
        elif part.entities:
            self._people(part, join)
        elif part.quantities:
            self._hours(part, join)
        else:
            self._words(part)

    def _people(self, part, join):
        if self.lead:
            self.lead.absorb(part)
            self.lead.hours_first = True
            self.done.append(self.lead)
            self.lead = None
        elif (
            self.done
            and self.done[-1].hours_first
            and not self.waiting
            and join not in ("line", "then")
        ):
            self.done[-1].joins.append(join)
            self.done[-1].absorb(part)
        else:
            self.waiting.append((part, join))

    def _hours(self, part, join):
        if self.waiting:
            self._merge_waiting(part, "")
        elif self.done and not self.lead:
            self.done[-1].joins.append(join)
            self.done[-1].absorb(part)
        elif self.lead:
            self.lead.joins.append(join)
            self.lead.absorb(part)
        elif self.has_heading:
            self.done.append(part)
        else:
            self.lead = part

    def _words(self, part):
        if self.waiting:
            self.waiting[-1][0].absorb(part)
        elif self.lead:
            self.lead.absorb(part)
        elif self.done:
            self.done[-1].absorb(part)
        else:
            self.loose.absorb(part)

    def _merge_waiting(self, part, join):
        whole = Part()
        for other, before in self.waiting:
            if whole.entities:
                whole.joins.append(before)
            elif before:
                self.joins.append(before)
            whole.absorb(other)
        if join:
            whole.joins.append(join)
        whole.absorb(part)
        self.done.append(whole)
        self.waiting = []

    def _flush(self, join=""):
        if any(before in ("or", "then") for _part, before in self.waiting[1:]):
            self._merge_waiting(Part(), "")
        for part, before in self.waiting:
            if before:
                self.joins.append(before)
            self.done.append(part)
        self.waiting = []
        if join:
            self.joins.append(join)

    def _end_lead(self):
        if self.lead:
            self.done.append(self.lead)
            self.lead = None

    def finish(self) -> list[Part]:
        self._flush()
        self._end_lead()
        if not self.loose.empty:
            self.done.append(self.loose)
        return self.done
