# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Parts without people, and the words beside the people of a part."""

from __future__ import annotations

import re
from dataclasses import replace

from ..found import FoundPerson
from .items import items_of
from .part_hours import ABOUT_TIME, names, weeks_of
from .parts import Part
from .reading import Draft, Option, as_remark, vacancy_option

# hours that are said beside somebody: "Jan, back-up An 2u"
_HOURS = re.compile(r"\d ?(?:u|h|min)", re.IGNORECASE)


def read_mark_words(
    draft: Draft, part: Part, heading: FoundPerson | None, alone: bool
) -> bool:
    """Read a part that only says no or points elsewhere; return whether it was one.

    ``alone``: the cell has no other part.
    """
    if part.entities or part.quantities:
        return False
    if part.has("reference"):
        _reference(draft, part, heading)
        return True
    if not alone or part.has("text") or part.has("yes"):
        return False
    if part.has("not_applicable"):
        draft.applicable = False
        draft.assume("not_applicable", options=[Option("applicable", applicable=True)])
    elif part.has("nobody") and not part.has("aside"):
        options = [Option("does_not_apply", applicable=False), vacancy_option()]
        draft.assume("nobody", options=options)
    else:
        return False
    if part.has("aside"):
        left = ", ".join(part.values("aside"))
        draft.assume("left_aside", left, options=[as_remark(draft.text)])
    return True


def _reference(draft, part, heading):
    """ "zie Bert", "idem": the person of the column stays, Bert is proposed."""
    options = []
    place = None
    if heading and not draft.people:
        place = 0
        draft.people.append(
            replace(heading, hours=None, certainty="unknown", funding=None)
        )
    for text in part.values("reference"):
        found = [item.value for item in items_of(text)] if text != "here" else []
        for entity in found:
            name = getattr(entity, "name", None)
            if name:
                other = FoundPerson(name, entity.kind)
                options.append(
                    Option("people", added=(other,))
                    if place is None
                    else Option("people", changes={place: other})
                )
    options.append(as_remark(draft.text))
    draft.ask("reference", draft.text, options=options)


def read_without_people(draft: Draft, part: Part) -> None:
    """A part with nobody in it, under no heading: always a question."""
    remark = as_remark(draft.text)
    if part.quantities:
        found = weeks_of(part)
        hours = found.hours or next((guess.hours for guess in found.guesses), None)
        options = [vacancy_option(hours), remark] if hours else [remark]
        draft.ask("nobody_named", draft.text, options=options)
    elif part.has("text"):
        draft.ask("not_understood", draft.text, options=[remark])
    elif any(part.has(kind) for kind in ABOUT_TIME):
        draft.ask("no_number", draft.text, options=[remark])
    elif part.has("doubt"):
        draft.ask("question", options=[vacancy_option()])
    elif part.has("yes"):
        draft.ask("mark_without_name", draft.text, options=[vacancy_option()])
    elif not part.empty:
        draft.ask("not_understood", draft.text, options=[remark])


def read_left(draft: Draft, part: Part, places: range) -> None:
    """What is said beside people and hours: keep it as a note, or ask."""
    if part.has("hint"):
        options = [Option("level_group", level="group")]
        draft.assume("group_level", names(draft, places[:1]), options=options)
    if part.has("past"):
        draft.ask("changes", names(draft, places), options=[as_remark(draft.text)])
        draft.forget(places)
    if any(part.has(kind) for kind in ("nobody", "not_applicable", "reference")):
        draft.ask("contradiction", draft.text, options=[as_remark(draft.text)])
        draft.forget(places)
    left = [*part.values("text"), *part.values("aside")]
    if part.quantities:
        for kind in ("timing", "season", "frequency", "vague"):
            left += part.values(kind)
    fundings = list(dict.fromkeys(part.values("funding")))
    left += fundings[1:]
    if not left:
        return
    known = any(draft.people[place].hours is not None for place in places)
    counts = part.has("text") or any(_HOURS.search(text) for text in left)
    if counts and not known and not draft.asked:
        code, add = "not_understood", draft.ask
    else:
        code, add = "left_aside", draft.assume
    add(code, ", ".join(left), options=[as_remark(draft.text)])
