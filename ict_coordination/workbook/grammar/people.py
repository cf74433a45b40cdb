# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Text → people, with what is assumed (B) and what has to be asked (C)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..found import FoundPerson
from ..hours import round_hours
from .item import Entity, Item, is_group_level
from .items import items_of
from .lexer import fold
from .names import normal_name, same_person
from .part_hours import names, one_of, read_hours, turned_name, weeks_of, with_hours
from .part_words import read_left, read_mark_words, read_without_people
from .parts import Part, parts_of
from .reading import Draft, Option, as_remark
from .weeks import POSSIBLE

_STROKES = frozenset("-/–—−‐‑‒― .\n")
_KIND_NOTES = ("vacancy", "external", "sounding_board")
_NAMES_LIKE_BOUNDS = ("Max", "Cor", "Ad")
_SELF = ("ik", "zelf", "ikzelf", "mezelf")
_UNIT_PAYS = {"bpt": "bpt", "points": "points"}


def read_text(draft: Draft, text: str, heading: FoundPerson | None) -> None:
    """Read clean text into the draft."""
    items = items_of(text, small_is_name=heading is None)
    if not heading:
        items = _name_of_word(items)
    parts, joins = parts_of(items, heading is not None)
    if not parts and text.strip(" .\n") and _STROKES.issuperset(text):
        parts = [Part(said={"nobody": [text]})]
    for part in parts:
        _read_part(draft, part, heading, alone=len(parts) == 1)
    places = [place for place in range(len(draft.people)) if place not in draft.dropped]
    if len(places) > 1:
        if "then" in joins or "or" in joins:
            one_of(draft, "then" not in joins, places, None)
        elif not any(part.quantities for part in parts):
            _both(draft, places, joins)
    _same_twice(draft)


def _both(draft, places, joins):
    """ "Jan/An", and "Peeters, Jan": two people, but it could be meant otherwise."""
    turned = turned_name(draft, places) if "comma" in joins else None
    if turned or "slash" in joins:
        options = [turned] if turned else []
        draft.assume("both", names(draft, places), options=options)


def _name_of_word(items: Sequence[Item]) -> Sequence[Item]:
    """ "Max 2u" where nobody else is named: Max is somebody."""
    if any(item.kind in ("entity", "inner", "mail") for item in items):
        return items
    for place, item in enumerate(items):
        if item.kind == "bound" and item.text in _NAMES_LIKE_BOUNDS:
            entity = Item("entity", Entity(item.text, sure=False), item.text)
            return [*items[:place], entity, *items[place + 1 :]]
    return items


def _read_part(draft, part, heading, alone):
    if read_mark_words(draft, part, heading, alone):
        return
    entities = part.entities or ([None] if heading else [])
    if not entities:
        read_without_people(draft, part)
        return
    for quantity in part.quantities:
        if quantity.unit in _UNIT_PAYS:
            part.said.setdefault("funding", []).append(_UNIT_PAYS[quantity.unit])
    start = len(draft.people)
    funding = part.values("funding")[0] if part.has("funding") else None
    for entity in entities:
        person = _person(draft, entity, part, heading)
        if person.kind == "group":
            _ask_group(draft, person.name or "", part)
        draft.people.append(replace(person, funding=funding) if funding else person)
        if funding == "external" and person.kind == "person" and entity:
            _paid_outside(draft, person)
    places = range(start, len(draft.people))
    read_hours(draft, part, places)
    read_left(draft, part, places)


def _person(draft, entity, part, heading) -> FoundPerson:
    """Return the person without hours; say what was assumed about who it is."""
    unknown = heading and replace(
        heading, hours=None, certainty="unknown", funding=None
    )
    if entity is None:
        return unknown
    name, kind = entity.name, entity.kind
    if heading and heading.name:
        if kind in ("person", heading.kind) and same_person(
            name or heading.name, heading.name
        ):
            return unknown
    elif heading and heading.kind == kind:
        return FoundPerson(name, kind)
    if heading and kind == "group" and fold(name or "") in _SELF:
        return unknown
    if kind in _KIND_NOTES:
        draft.assume(kind, name or "")
    elif kind == "person" and heading:
        options = [Option("people", changes={len(draft.people): unknown})]
        draft.assume("other_than_heading", name, heading.name or "", options=options)
    elif not entity.sure:
        draft.assume("name_read", name)
    return FoundPerson(name, kind)


def _paid_outside(draft, person):
    """ "Jan (extern)": somebody of the school, or from outside?"""
    outside = replace(person, kind="external", funding=None)
    draft.assume(
        "external_paid",
        person.name or "",
        options=[Option("as_external", changes={len(draft.people) - 1: outside})],
    )


def _ask_group(draft, name, part):
    options = []
    if is_group_level(name):
        options.append(Option("level_group", level="group"))
    found = weeks_of(part)
    if found and found.hours and len(part.quantities) == 1:
        person = FoundPerson(name, "group", found.hours, "assumed")
        options.append(Option("group_hours", changes={len(draft.people): person}))
    options.append(as_remark(draft.text))
    draft.ask("group", name, options=options)


def _same_twice(draft: Draft) -> None:
    """One name in two places of the cell is one person; hours are not added up."""
    seen: dict[tuple[str, str], list[int]] = {}
    for place, person in enumerate(draft.people):
        if person.name and place not in draft.dropped:
            key = (normal_name(person.name), person.kind)
            seen.setdefault(key, []).append(place)
    for places in seen.values():
        if len(places) < 2:
            continue
        hours = [draft.people[place].hours for place in places]
        known = [number for number in hours if number is not None]
        if len(known) < 2 and not draft.asked:
            # "2u" and the name on the next line
            kept = next(
                (p for p in places if draft.people[p].hours is not None), places[0]
            )
            draft.drop(place for place in places if place != kept)
            continue
        first, rest = places[0], places[1:]
        options = []
        if known and round_hours(sum(known)) <= POSSIBLE:
            for code, number in (("sum", sum(known)), ("people", max(known))):
                one = with_hours(draft, [first], round_hours(number))
                options.append(Option(code, changes=dict.fromkeys(rest) | one))
        draft.ask("same_twice", draft.people[first].name, options=options)
        draft.forget(places)
        draft.drop(rest)
