# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The front door of the grammar: one cell in, people and notes out."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from ..found import CellReading, FoundPerson
from ..hours import format_number
from .headings import is_template_hint
from .inputs import CellInput
from .lexer import clean
from .own import read_own
from .people import read_text
from .quantities import Quantity
from .reading import Draft, Option, as_remark, placed, timed, vacancy_option
from .weeks import POSSIBLE, Weeks, weeks

LONG = 300  # characters; more is a remark, unless all of it is understood
TOO_LONG = 1000
_ERROR = re.compile(
    r"#(REF|N/A|VALUE|DIV/0|NAME|NUM|NULL|SPILL|CALC|GETTING_DATA)[!?]?"
)
# Excel counts days from here; a time of more than a day comes as a date near it.
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 (a cell has no time zone)


def read_cell(cell: CellInput) -> CellReading:
    """Return the people of a person cell with what was assumed or not understood.

    Never raises. People and notes carry the cell's address and raw text.

    >>> found = read_cell(CellInput("Jan 2u, An ca. 1u", "Jan 2u, An ca. 1u", "F7"))
    >>> [(person.name, person.hours, person.certainty) for person in found.people]
    [('Jan', 2.0, 'exact'), ('An', 1.0, 'assumed')]
    >>> [(note.klass, note.code) for note in found.notes]
    [('B', 'estimate')]
    """
    value = cell.value
    if cell.formula and value is None:
        return _asked(cell, "formula_without_value", cell.formula)
    if cell.own and cell.heading and isinstance(value, str) and not cell.formula:
        exact = read_own(value, cell.raw, cell.heading, cell.heading_text, cell.address)
        if exact:
            return exact
    if isinstance(value, str) or (value is None and cell.text):
        content = value if isinstance(value, str) else cell.text
        found = _read_string(content, cell.raw, cell.heading)
        found = _placed(found, cell.address)
    elif value is None:
        return CellReading()
    else:
        found = _read_value(cell)
    if cell.formula and found.people:
        draft = Draft(cell.raw)
        draft.assume("formula", cell.formula)
        found = replace(found, notes=draft.reading(cell.address).notes + found.notes)
        found = replace(
            found,
            people=tuple(
                timed(person, person.hours, "assumed")
                if person.certainty == "exact"
                else person
                for person in found.people
            ),
        )
    return found


def _placed(found: CellReading, address: str) -> CellReading:
    """Give everything its address; the rest of a reading depends on the text only."""
    if not address or not (found.people or found.notes):
        return found

    def put(people):
        return tuple(placed(person, address, person.text) for person in people)

    notes = tuple(
        replace(
            note,
            cell=address,
            proposals=tuple(
                proposal
                if proposal.people is None
                else replace(proposal, people=put(proposal.people))
                for proposal in note.proposals
            ),
        )
        for note in found.notes
    )
    return CellReading(put(found.people), notes, found.applicable)


@lru_cache(maxsize=4096)
def _read_string(content: str, raw: str, heading: FoundPerson | None) -> CellReading:
    if len(content) > TOO_LONG:
        return _long(raw)
    text = clean(content).strip()
    if not text or is_template_hint(text):
        return CellReading()
    draft = Draft(raw)
    if _ERROR.fullmatch(text):
        _keep(draft, heading)
        draft.ask("error_value", text)
        return draft.reading()
    read_text(draft, text, heading)
    if len(text) > LONG and draft.asked:
        return _long(raw)
    if not (draft.people or draft.issues or draft.applicable is False):
        draft.ask("not_understood", text, options=[as_remark(raw)])
    return draft.reading()


def _long(raw: str) -> CellReading:
    draft = Draft(raw)
    draft.ask("long_text", options=[as_remark(raw)])
    return draft.reading()


def _keep(draft: Draft, heading: FoundPerson | None) -> None:
    if heading:
        person = replace(heading, hours=None, certainty="unknown", funding=None)
        draft.people.append(person)


def _asked(cell: CellInput, code: str, *values: str) -> CellReading:
    draft = Draft(cell.raw)
    _keep(draft, cell.heading)
    draft.ask(code, *values)
    return draft.reading(cell.address)


# cells that are no text ---------------------------------------------------------------


def _read_value(cell: CellInput) -> CellReading:
    value = cell.value
    if isinstance(value, bool):
        return _placed(
            _read_string("x" if value else "nee", cell.raw, cell.heading),
            cell.address,
        )
    if isinstance(value, datetime) and value.year <= 1900:
        value = value.replace(tzinfo=None) - _DAY_ZERO
    if isinstance(value, date):
        return _date(cell, value)
    if isinstance(value, time):
        value = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    if isinstance(value, timedelta):
        return _number(cell, weeks(_clock(value.total_seconds() / 3600)))
    if not isinstance(value, int | float) or not math.isfinite(float_or_nan(value)):
        return _asked(cell, "not_understood", cell.raw)
    number = float(value)
    percent = "%" in (cell.number_format or "")
    quantity = Quantity(
        abs(number) * (100 if percent else 1),
        unit="percent" if percent else "bare",
        odd="negative" if number < 0 else "",
    )
    return _number(cell, weeks(quantity), own=cell.own)


def float_or_nan(value) -> float:
    """Return a float also of an integer that is too large for one."""
    try:
        return float(value)
    except (OverflowError, TypeError, ValueError):
        return math.nan


def _clock(hours: float) -> Quantity:
    return Quantity(abs(hours), clock=True, odd="negative" if hours < 0 else "")


def _number(cell: CellInput, found: Weeks, own: bool = False) -> CellReading:
    """A number under a name is hours of that person, else of nobody known."""
    draft, heading = Draft(cell.raw), cell.heading
    hours = found.hours
    if not heading:
        number = hours or next((guess.hours for guess in found.guesses), None)
        options = [vacancy_option(number)] if number else []
        draft.ask("nobody_named", cell.raw, options=options)
        return draft.reading(cell.address)
    _keep(draft, heading)
    person = draft.people[0]
    guesses = found.guesses
    if heading.kind == "group":
        options = [_change(person, "group_hours", hours)] if hours else []
        draft.ask("group", heading.name or "", options=options)
    elif own and found.problem == "not_plausible" and _possible(guesses):
        draft.people[0] = replace(person, hours=guesses[0].hours, certainty="exact")
        draft.assume("much", format_number(guesses[0].hours))
    elif found.problem:
        options = [
            _change(person, guess.code, guess.hours, guess.values) for guess in guesses
        ]
        draft.ask(found.problem, cell.raw, options=options)
    elif hours == 0 and not own:
        draft.people = []
        draft.assume(
            "zero", person.name or "", options=[Option("people", added=(person,))]
        )
    else:
        certainty = "assumed" if found.assumed else "exact"
        draft.people[0] = replace(person, hours=hours, certainty=certainty)
        for code in found.remarks:
            draft.assume(code, f"{format_number(hours)} u")
    return draft.reading(cell.address)


def _possible(guesses) -> bool:
    return (
        bool(guesses)
        and guesses[0].code == "as_hours"
        and (40 < guesses[0].hours <= POSSIBLE)
    )


def _change(person, code, hours, values=()):
    changed = replace(person, hours=hours, certainty="assumed")
    return Option(code, values, changes={0: changed})


def _date(cell: CellInput, value: date) -> CellReading:
    """Excel made 2 March of "2/3": 2 to 3 hours was meant, or two of three."""
    draft = Draft(cell.raw)
    _keep(draft, cell.heading)
    options = []
    low, high = sorted((value.day, value.month))
    if draft.people and low != high:
        options.append(_change(draft.people[0], "middle", (low + high) / 2))
    if draft.people:
        options.append(_change(draft.people[0], "as_hours", float(value.day)))
    draft.ask("date", f"{value.day}/{value.month}", options=options)
    return draft.reading(cell.address)
