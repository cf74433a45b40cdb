# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The hours of one part: known, assumed, or asked with the ways out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..found import FoundPerson
from ..hours import format_hours, round_hours
from .lexer import fold
from .names import is_first_name
from .parts import Part
from .reading import Draft, Option, as_remark, timed
from .weeks import POSSIBLE, Guess, Weeks, weeks

ABOUT_TIME = (
    "frequency",
    "vague",
    "timing",
    "season",
    "period",
    "times",
    "approx",
    "bound",
)
_CHOICES = {"or", "then"}


def weeks_of(part: Part, number: int = 0) -> Weeks | None:
    """Return the hours a week of a part's quantity, ``None`` without one."""
    if not part.quantities:
        return None
    periods = set(part.values("period"))
    if len(periods) > 1:
        return Weeks(None, "other_period")
    period = next(iter(periods), None)
    quantity = part.quantities[number]
    if part.has("approx"):
        quantity = replace(quantity, approx=True)
    if part.has("bound"):
        quantity = replace(quantity, bound=True)
    times = part.values("times")[0] if part.has("times") else 1
    found = weeks(quantity, None if period == "week" else period, times)
    if part.has("season") and period != "week" and found.hours:
        # "10u in september" is not every week
        guess = Guess("as_hours", found.hours)
        return Weeks(None, "other_period", (guess,))
    return found


def read_hours(draft: Draft, part: Part, places: range) -> None:
    """Give the people at ``places`` their hours, or ask."""
    found = weeks_of(part)
    choice = _CHOICES & set(part.joins)
    if len(part.quantities) > 1:
        _several(draft, part, places)
    elif any(draft.people[place].kind == "group" for place in places):
        pass  # asked already: hours stay unknown
    elif choice and (not found or found.hours is not None):
        one_of(draft, "or" in choice, places, found and found.hours)
    elif not found:
        _no_number(draft, part, places)
    elif found.problem:
        _problem(draft, part, places, found)
    elif found.hours == 0:
        changes = {place: draft.people[place] for place in places}
        draft.drop(places)
        draft.assume(
            "zero", names(draft, places), options=[Option("people", changes=changes)]
        )
    elif len(places) > 1 and not part.has("each"):
        _shared(draft, part, places, found.hours)
    else:
        _set(draft, part, places, found)


def with_hours(
    draft: Draft, places: Sequence[int], hours: float | None
) -> dict[int, FoundPerson]:
    """Return these people with the hours somebody can accept."""
    certainty = "unknown" if hours is None else "assumed"
    return {place: timed(draft.people[place], hours, certainty) for place in places}


def names(draft: Draft, places: Sequence[int]) -> str:
    """Return the names with commas between them."""
    return ", ".join(draft.people[place].name or "?" for place in places)


def one_of(draft: Draft, either: bool, places: range, hours: float | None) -> None:
    """Ask who of them it is: "Jan of An 2u", "Jan → An"."""
    options = []
    for chosen in places if either else places[::-1]:
        person = draft.people[chosen]
        if hours is not None:
            person = timed(person, hours, "assumed")
        changes = dict.fromkeys(places) | {chosen: person}
        options.append(Option("people", changes=changes))
    code = "which_one" if either else "changes"
    draft.ask(code, names(draft, places), options=options)
    draft.forget(places)


def turned_name(draft: Draft, places: Sequence[int], hours: float | None = None):
    """Return the option that "Peeters, Jan" is one person, ``None`` when it is not."""
    if len(places) != 2:
        return None
    last, first = (draft.people[place] for place in places)
    if {last.kind, first.kind} != {"person"} or not (last.name and first.name):
        return None
    if is_first_name(fold(last.name)) or not is_first_name(fold(first.name)):
        return None
    name = f"{first.name} {last.name}"
    one = replace(
        first,
        name=name,
        hours=hours,
        certainty="unknown" if hours is None else "assumed",
    )
    return Option("people", changes={places[0]: one, places[1]: None})


def _set(draft, part, places, found):
    doubt = part.has("doubt")
    certainty = "assumed" if found.assumed or doubt else "exact"
    for place in places:
        draft.people[place] = timed(draft.people[place], found.hours, certainty)
    for code in found.remarks:
        draft.assume(code, format_hours(found.hours))
    if doubt:
        draft.assume("doubt", names(draft, places))
    if part.has("together") or (part.has("each") and len(places) == 1):
        # one person alone "together" or "each": somebody is missing
        draft.assume("left_aside", draft.text)


def _problem(draft, part, places, found):
    share = len(places) if not part.has("each") else 1
    options = []
    for guess in found.guesses:
        hours = round_hours(guess.hours / share)
        if hours:
            changes = with_hours(draft, places, hours)
            options.append(Option(guess.code, guess.values, changes))
    draft.ask(found.problem, draft.text, options=options)


def _shared(draft, part, places, hours):
    """ "Jan en An 2u": two hours each, or one?"""
    each = Option("each", changes=with_hours(draft, places, hours))
    share = round_hours(hours / len(places))
    options = [each]
    if share:
        together = Option("together", changes=with_hours(draft, places, share))
        first = part.has("together") or "with" in part.joins
        options = [together, each] if first else [each, together]
    turned = turned_name(draft, places, hours)
    if turned and "comma" in part.joins:
        options.append(turned)
    if "comma" in part.joins and not part.hours_first:
        changes = with_hours(draft, places[:-1], None)
        changes |= with_hours(draft, places[-1:], hours)
        options.append(Option("last_only", changes=changes))
    code = "together" if part.has("together") else "together_or_each"
    draft.ask(code, names(draft, places), format_hours(hours), options=options)


def _several(draft, part, places):
    """ "Jan 2u + 1u": three hours, or two of which one…?"""
    found = [weeks_of(part, number) for number in range(len(part.quantities))]
    options = []
    if len(places) == 1 and all(one.hours is not None for one in found):
        total = round_hours(sum(one.hours for one in found))
        if 0 < total <= POSSIBLE:
            options.append(Option("sum", changes=with_hours(draft, places, total)))
        if found[0].hours:
            changes = with_hours(draft, places, found[0].hours)
            options.append(Option("people", changes=changes))
    draft.ask("several_hours", names(draft, places), options=options)


def _no_number(draft, part, places):
    if any(part.has(kind) for kind in ABOUT_TIME):
        draft.ask("no_number", draft.text, options=[as_remark(draft.text)])
    elif part.has("doubt"):
        draft.assume("doubt", names(draft, places))
    elif part.has("each") or part.has("together"):
        draft.assume("left_aside", draft.text, options=[as_remark(draft.text)])
    elif "slash" in part.joins:
        draft.assume("both", names(draft, places))
