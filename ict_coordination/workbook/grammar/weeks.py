# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""From a quantity as written to hours a week: certain, assumed, or a proposal."""

from __future__ import annotations

from dataclasses import dataclass

from ..hours import format_number, round_hours
from .quantities import Quantity

FULL_TIME = 36  # hours a week of a full-time job in a primary school
PLAUSIBLE = 40  # hours a week of one task
POSSIBLE = 60  # more hours a week are not accepted anywhere
LESSON = 50 / 60
# period -> by how much hours are multiplied to have them a week
ASSUMED = {"day": ("per_day", 5.0), "two_weeks": ("two_weeks", 0.5)}
ASKED = {"month": 4, "trimester": 13, "semester": 20, "year": 40}
CLOCK_OF_DAY = 7  # 13:30 is rather a time of day than thirteen hours and a half


@dataclass(frozen=True, slots=True)
class Guess:
    """A number of hours to propose; ``code`` and ``values`` say where it comes from."""

    code: str
    hours: float
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weeks:
    """``hours`` a week, or ``None`` with the guesses. ``remarks``: codes of B notes.

    ``problem`` is the code of a C note; ``assumed``: the number is no exact one.
    """

    hours: float | None
    problem: str | None = None
    guesses: tuple[Guess, ...] = ()
    remarks: tuple[str, ...] = ()
    assumed: bool = False


def weeks(quantity: Quantity, period: str | None = None, times: float = 1) -> Weeks:
    """Return hours a week.

    >>> weeks(Quantity(1, unit="hours"), "day").hours
    5.0
    >>> weeks(Quantity(20, unit="percent")).guesses[0].hours
    7.2
    """
    times *= quantity.times
    if quantity.odd:
        return _odd(quantity, period, times)
    scale = times * ASSUMED.get(period, ("", 1.0))[1] / ASKED.get(period, 1)
    based = _of_another_base(quantity, scale)
    if based:
        return based
    value = quantity.value
    if quantity.of == FULL_TIME and quantity.unit in ("bare", "hours", "bpt"):
        remarks = ["of_full_time"]
    elif quantity.of:
        # 3/4 uur
        value, remarks = value / quantity.of, []
    else:
        remarks = []
    if quantity.high is not None:
        return _range(quantity, scale)
    if quantity.unit == "bpt":
        remarks.append("bpt_hours")
    if period in ASKED:
        divided = value * scale
        return Weeks(
            None, "other_period", _possible(Guess(f"divided_{period}", divided))
        )
    if quantity.clock and value >= CLOCK_OF_DAY:
        return Weeks(None, "time_of_day", _possible(Guess("as_hours", value * scale)))
    if period in ASSUMED:
        remarks.append(ASSUMED[period][0])
    if times != 1:
        remarks.append("times")
    if quantity.clock:
        remarks.append("clock")
    if quantity.approx:
        remarks.append("estimate")
    if quantity.bound:
        remarks.append("bound")
    return plausible(value * scale, tuple(remarks))


def plausible(hours: float, remarks: tuple[str, ...] = ()) -> Weeks:
    """Return the hours when one task can take them, else ask."""
    hours = round_hours(hours)
    if hours > PLAUSIBLE or hours < 0:
        guesses = [Guess("as_hours", abs(hours))]
        if hours > PLAUSIBLE:
            guesses += [Guess("divided_year", hours / ASKED["year"])]
            guesses += [Guess("as_minutes", hours / 60)]
        return Weeks(None, "not_plausible", _possible(*guesses))
    return Weeks(hours, None, (), remarks, bool(remarks))


def _possible(*guesses: Guess) -> tuple[Guess, ...]:
    """Keep what can be stored: more than nothing, at most 60 hours."""
    rounded = (
        Guess(guess.code, round_hours(guess.hours), guess.values) for guess in guesses
    )
    return tuple(guess for guess in rounded if 0 < guess.hours <= POSSIBLE)


def _odd(quantity, period, times):
    scale = times * ASSUMED.get(period, ("", 1.0))[1] / ASKED.get(period, 1)
    value = quantity.value * scale
    if quantity.odd == "negative":
        if quantity.unit not in ("bare", "hours") or quantity.of:
            return Weeks(None, "not_plausible")
        return Weeks(None, "not_plausible", _possible(Guess("as_hours", value)))
    if quantity.odd == "minutes":
        return Weeks(None, "odd_number", _possible(Guess("as_hours", value)))
    return Weeks(None, "odd_number", _possible(Guess("as_hours", value)))


def _of_another_base(quantity, scale):
    """Lessons, percents, parts of a job, days: hours only with a base that is said."""
    value, high, unit = quantity.value, quantity.high, quantity.unit
    if high is not None and unit not in ("bare", "hours", "bpt"):
        value = (value + high) / 2
    if unit in ("percent", "fte", "work"):
        part = value / quantity.of if quantity.of else value
        part = part / 100 if unit == "percent" else part
        return _base(_full_time(part, scale))
    if unit == "lesson":
        if quantity.of:
            return _base(_full_time(value / quantity.of, scale))
        return _base(
            Guess("lesson_50", value * LESSON * scale),
            Guess("lesson_60", value * scale),
        )
    if unit in ("day", "half_day"):
        days = value / (quantity.of or 1) * (0.5 if unit == "half_day" else 1)
        return _base(Guess("day_fifth", days * FULL_TIME / 5 * scale))
    if unit == "points":
        return Weeks(None, "points")
    if quantity.of and quantity.of != FULL_TIME:
        part = value / quantity.of
        if quantity.of in (2, 4) and unit == "hours" and part < 1:
            return None
        if quantity.of >= 18:
            return _base(_full_time(part, scale), Guess("as_hours", value * scale))
        guesses = Guess("as_hours", part * scale), _full_time(part, scale)
        return Weeks(None, "fraction", _possible(*guesses))
    return None


def _base(*guesses):
    return Weeks(None, "base_unknown", _possible(*guesses))


def _full_time(part, scale):
    percent = format_number(part * 100) + " %"
    return Guess("part_of_job", part * FULL_TIME * scale, (percent,))


def _range(quantity, scale):
    low, high = quantity.value, quantity.high
    if quantity.clock or low >= CLOCK_OF_DAY + 0.5:
        return Weeks(
            None,
            "time_of_day" if quantity.clock else "range",
            _possible(
                Guess("time_between", (high - low) * scale),
                Guess("middle", (low + high) / 2 * scale),
            ),
        )
    return Weeks(
        None,
        "range",
        _possible(
            Guess("middle", (low + high) / 2 * scale),
            Guess("low_end", low * scale),
            Guess("high_end", high * scale),
        ),
    )
