# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""How much: tokens → a quantity as written.

``weeks`` makes hours a week of it. A number, or two (a range), with a unit::

    quantity = ["-"] [number times] amount [range amount] [unit] [minutes]
    amount   = number | number fraction | number "/" number | clock | word
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .lexer import VULGAR, Token
from .lexicon import longest

TIMES = {"x", "×", "*", "keer", "maal", "✕"}
_RANGE = {"-", "a", "tot", "of", "to", "ou", "--"}
_PART_OF = {"ste", "sten", "de", "den", "sde", "e"}
_DIGITS = 9  # longer numbers are no hours


@dataclass(frozen=True, slots=True)
class Quantity:
    """As written: ``value`` (to ``high``) of ``unit``, ``times`` times.

    ``unit``: bare, hours, bpt, lesson, percent, fte, work, day, half_day, points; with
    ``of`` set it is the fraction value/of. ``odd`` names why the number itself is not
    certain: ``number`` (separators), ``minutes`` (1u5), ``negative``.
    """

    value: float
    high: float | None = None
    unit: str = "bare"
    of: float | None = None
    times: float = 1
    clock: bool = False
    approx: bool = False
    bound: bool = False
    odd: str = ""


def quantity_at(
    tokens: Sequence[Token], at: int, times: bool = True
) -> tuple[Quantity, int] | None:
    """Return the quantity that starts at ``at`` and the place behind it.

    ``times``: "2x1u" may stand there.

    >>> from .lexer import tokens_of
    >>> quantity_at(tokens_of("1u30 Jan"), 0)[0].value
    1.5
    >>> quantity_at(tokens_of("2 à 3 uur"), 0)[0].high
    3.0
    """
    if tokens[at].word == "tussen":
        return _between(tokens, at)
    if tokens[at].text == "-":
        free = at == 0 or not tokens[at].glued
        if not free or not _is(tokens, at + 1, "number") or not tokens[at + 1].glued:
            return None
        found = quantity_at(tokens, at + 1, times)
        return found and (replace(found[0], odd=found[0].odd or "negative"), found[1])
    phrase = longest(tokens, at)
    if phrase and phrase[0] == "amount":
        value = phrase[1]
        quantity = Quantity(float(value.strip("~")), unit="hours", approx="~" in value)
        return _with_period_of_minutes(tokens, at + phrase[2], quantity)
    if phrase and phrase[0] == "work":
        return Quantity(float(phrase[1]), unit="work"), at + phrase[2]
    amount = _amount(tokens, at)
    if not amount:
        return None
    quantity, place = amount
    repeated = times and _repeated(tokens, place, quantity)
    if repeated:
        return repeated
    return _rest(tokens, place, quantity, tokens[at].kind == "word")


def times_at(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """Return (number, place) for "2x" without an amount behind it."""
    amount = _amount(tokens, at)
    if not amount or _word(tokens, amount[1]) not in TIMES or amount[0].odd:
        return None
    sign = tokens[amount[1]]
    if len(sign.word) == 1 and not sign.glued:
        return None  # "2 x": hours and a mark
    return amount[0].value, amount[1] + 1


def _word(tokens, at):
    return tokens[at].word if at < len(tokens) else ""


def _is(tokens, at, kind):
    return at < len(tokens) and tokens[at].kind == kind


def _between(tokens, at):
    low = _amount(tokens, at + 1) if at + 1 < len(tokens) else None
    if (
        not low
        or _word(tokens, low[1]) not in ("en", "and")
        or low[1] + 1 >= len(tokens)
    ):
        return None
    high = quantity_at(tokens, low[1] + 1, times=False)
    if not high or high[0].value <= low[0].value:
        return None
    return replace(high[0], value=low[0].value, high=high[0].value), high[1]


def _amount(tokens, at):
    """Return (Quantity without unit, place) or ``None``."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.kind == "vulgar":
        return Quantity(VULGAR[token.text]), at + 1
    if token.kind == "clock":
        hours, minutes = map(int, token.text.split(":"))
        if minutes > 59:
            return Quantity(hours, odd="number"), at + 1
        return Quantity(hours + minutes / 60, clock=True), at + 1
    if token.kind == "number":
        return _number(tokens, at)
    phrase = longest(tokens, at)
    if phrase and phrase[0] == "number":
        return Quantity(float(phrase[1])), at + phrase[2]
    return None


def _number(tokens, at):
    text = tokens[at].text.replace(",", ".")
    whole, _, decimals = text.partition(".")
    if tokens[at].text[0] == ",":
        # ",5" or a comma before the number?
        decimals += "."
    odd = "" if len(text) <= _DIGITS and "." not in decimals else "number"
    if len(decimals) == 3 and whole.strip("0") and decimals.endswith("0"):
        odd = "number"  # 1.000: one, or a thousand?
    quantity = Quantity(
        0.0 if odd and "." in decimals else float(text[:_DIGITS]), odd=odd
    )
    place = at + 1
    if odd or decimals:
        return quantity, place
    if _is(tokens, place, "vulgar"):
        return replace(quantity, value=quantity.value + VULGAR[tokens[place].text]), (
            place + 1
        )
    part = _fraction(tokens, place)
    if part and not tokens[place].glued:
        # 1 1/2
        value, of, behind = part
        if 0 < value < of <= 4:
            return replace(quantity, value=quantity.value + value / of), behind
    part = _fraction(tokens, at)
    if part:
        value, of, behind = part
        return replace(quantity, value=value, of=of), behind
    return quantity, place


def _fraction(tokens, at):
    """Return (value, of, place) for "4/22", "10 / 24sten"."""
    if not (_is(tokens, at, "number") and _word(tokens, at + 1) == "/"):
        return None
    if not _is(tokens, at + 2, "number"):
        return None
    slash, below = tokens[at + 1], tokens[at + 2]
    if slash.glued != below.glued or not below.text.isdigit():
        return None
    above = tokens[at].text.replace(",", ".")
    if above.count(".") > 1 or len(above) > _DIGITS or len(below.text) > 3:
        return None
    of = float(below.text)
    if not of or (not slash.glued and of < 18):
        return None
    place = at + 3
    if _word(tokens, place) in _PART_OF and tokens[place].glued:
        place += 1
    return float(above), of, place


def _repeated(tokens, place, quantity):
    """2x1u: the amount behind the sign, times the number before it."""
    if _word(tokens, place) not in TIMES or quantity.of or quantity.clock:
        return None
    inner = None
    if place + 1 < len(tokens):
        inner = quantity_at(tokens, place + 1, times=False)
    if not inner or tokens[place + 1].text == "-":
        return None
    odd = quantity.odd or inner[0].odd
    return replace(inner[0], times=quantity.value, odd=odd), inner[1]


def _unit(tokens, at):
    if at >= len(tokens):
        return None
    phrase = longest(tokens, at, unit=True)
    return (phrase[1], at + phrase[2]) if phrase else None


def _rest(tokens, place, quantity, is_word):
    unit = _unit(tokens, place)
    if unit:
        quantity, place = _in_unit(tokens, unit[1], quantity, unit[0])
        if quantity is None:
            return None
    second = _range_end(tokens, place, quantity)
    if second:
        high, place, unit_of_high = second
        if quantity.unit == "bare":
            quantity = replace(quantity, unit=unit_of_high)
            if unit_of_high == "hours" and high.unit == "minutes":
                quantity = replace(quantity, value=quantity.value / 60)
        return replace(quantity, high=high.value), place
    if quantity.unit == "bare" and place < len(tokens):
        behind = tokens[place]
        if behind.glued and behind.kind in ("word", "number"):
            return None  # 3de, 1A
    if is_word and quantity.unit == "bare" and quantity.value in (0.25, 0.5, 0.75, 1):
        return None  # "een", "half": only with a unit
    if (
        _word(tokens, place) == "+"
        and tokens[place].glued
        and (
            place + 1 == len(tokens) or tokens[place + 1].text in ("\n", ",", ";", ")")
        )
    ):
        return replace(quantity, bound=True), place + 1
    return quantity, place


def _in_unit(tokens, place, quantity, unit):
    if unit == "week":
        return None, place
    if unit == "minutes":
        value = quantity.value / 60
        return replace(quantity, value=value, unit="hours"), place
    quantity = replace(quantity, unit=unit)
    if unit == "hours" and not quantity.clock and not quantity.of:
        return _with_period_of_minutes(tokens, place, quantity)
    return quantity, place


def _with_period_of_minutes(tokens, place, quantity):
    """1u30, 1 u 30 min, 1 uur en 30 minuten, 1 uur en een kwartier."""
    start = place + 1 if _word(tokens, place) in ("en", "and") else place
    if quantity.value != int(quantity.value):
        return quantity, place
    if _is(tokens, start, "number") and tokens[start].text.isdigit():
        text = tokens[start].text
        unit = _unit(tokens, start + 1)
        in_minutes = unit and unit[0] == "minutes"
        if in_minutes or (start == place and tokens[start].glued):
            if len(text) > 2 or int(text) > 59:
                return replace(quantity, odd="minutes"), start + 1
            minutes = replace(quantity, value=quantity.value + int(text) / 60)
            if in_minutes:
                return minutes, unit[1]
            if len(text) == 1:
                # 1u5: five minutes or a half?
                odd = replace(quantity, value=float(f"{quantity.value:.0f}.{text}"))
                return replace(odd, odd="minutes"), start + 1
            return minutes, start + 1
    if start != place and start < len(tokens):
        phrase = longest(tokens, start)
        if phrase and phrase[1] in ("0.5", "0.25", "0.75") and phrase[0] != "work":
            behind = start + phrase[2]
            unit = _unit(tokens, behind)
            return replace(quantity, value=quantity.value + float(phrase[1])), (
                unit[1] if unit and unit[0] == "hours" else behind
            )
    return quantity, place


def _range_end(tokens, place, quantity):
    if _word(tokens, place) not in _RANGE or quantity.of or quantity.odd:
        return None
    behind = tokens[place + 1 : place + 2]
    if tokens[place].text == "-" and behind and tokens[place].glued != behind[0].glued:
        return None  # "Jan 2u -3u" is no range
    amount = _amount(tokens, place + 1)
    if not amount or amount[0].of or amount[0].odd:
        return None
    high, behind = amount
    unit = _unit(tokens, behind)
    if not unit:
        glued = behind < len(tokens) and tokens[behind].glued
        if glued and tokens[behind].kind in ("word", "number"):
            return None
        name = quantity.unit if quantity.unit != "bare" else "bare"
        result = high, behind, name
    else:
        high, behind = _in_unit(tokens, unit[1], high, unit[0])
        if high is None:
            return None
        if unit[0] == "minutes":
            # 15-30 min: the first number is in minutes as well
            low = quantity.value / 60 if quantity.unit == "bare" else quantity.value
            if high.value <= low:
                return None
            return replace(high, unit="minutes"), behind, "hours"
        result = high, behind, high.unit
    return result if result[0].value > quantity.value else None
