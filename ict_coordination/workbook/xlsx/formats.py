# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Numbers and moments as text, the way people in Flanders see and type them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

# quoted text, an escaped letter, a padding or fill letter, a [colour] or [$currency]
_PART = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]')
_NUMBER = re.compile(r"(?:general|[0#?][0#?.,]*)", re.IGNORECASE)
_PLAIN_SIGNS = " -+()€$/:"


class Shown(NamedTuple):
    """What a number format puts around a number."""

    before: str = ""
    after: str = ""
    percent: bool = False


def shown_by(code: str) -> Shown | None:
    """Return the texts around the number, ``None`` for a format that is not so simple.

    >>> shown_by('0.0" u"'), shown_by("0%"), shown_by("0.00"), shown_by("# ?/?")
    (Shown(before='', after=' u', percent=False), \
Shown(before='', after='', percent=True), None, None)
    """
    section = _first_section(code[:255])
    literals = []

    def keep(match):
        literals.append(next(filter(None, match.groups()), ""))
        # private letters that no format uses mark the place of a literal
        return "\ue000"

    bare = _PART.sub(keep, section)
    numbers = _NUMBER.findall(bare)
    if len(numbers) != 1:
        return None
    before, _number, after = bare.partition(numbers[0])
    percent = "%" in before + after
    texts = iter(literals)
    shown = []
    for side in (before, after):
        text = "".join(
            next(texts) if sign == "\ue000" else sign
            for sign in side
            if sign != "%" and (sign == "\ue000" or sign in _PLAIN_SIGNS)
        )
        shown.append(text)
        if any(s not in f"\ue000%{_PLAIN_SIGNS}" for s in side):
            return None
    result = Shown(shown[0].lstrip(), shown[1].rstrip(), percent)
    return result if any(result) else None


def _first_section(code):
    quoted = False
    for at, sign in enumerate(code):
        if sign == '"':
            quoted = not quoted
        elif sign == ";" and not quoted and code[at - 1 : at] != "\\":
            return code[:at]
    return code


def number_text(value: float, shown: Shown | None = None) -> str:
    """Write a number in full, with a decimal comma and what its format adds.

    >>> number_text(2.5), number_text(0.2, Shown(percent=True)), number_text(3.0)
    ('2,5', '20%', '3')
    """
    if shown is None:
        return _digits(value)
    if shown.percent:
        return f"{shown.before}{_digits(value * 100)}%{shown.after}"
    return f"{shown.before}{_digits(value)}{shown.after}"


@lru_cache(maxsize=4096)
def _digits(value):
    # 15 digits, as spreadsheet programs keep: 0.1 + 0.2 is 0.3
    text = str(value) if isinstance(value, int) else f"{value:.15g}"
    return text.replace(".", ",")


def moment_text(value: datetime | date | time | timedelta) -> str:
    """Write a date as 2/03/2025, a time or duration as 1:30.

    >>> moment_text(date(2025, 3, 2)), moment_text(time(1, 30))
    ('2/03/2025', '1:30')
    >>> moment_text(timedelta(hours=26, minutes=5)), moment_text(timedelta(hours=-1.5))
    ('26:05', '-1:30')
    """
    if isinstance(value, timedelta):
        seconds = round(abs(value.total_seconds()))
        sign = "-" if value < timedelta() else ""
        return sign + _clock(seconds // 3600, seconds // 60 % 60, seconds % 60)
    if isinstance(value, time):
        return _clock(value.hour, value.minute, value.second)
    text = f"{value.day}/{value.month:02}/{value.year}"
    if isinstance(value, datetime):
        text += " " + _clock(value.hour, value.minute, value.second)
    return text


def _clock(hours, minutes, seconds):
    return f"{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else "")


_SIMPLE_FORMULA = re.compile(r"[\d\s.+\-*/()=%]+")


def formula_text(formula: str) -> str:
    """Write a sum of numbers with decimal commas, another formula as it is.

    >>> formula_text("=1+0.5"), formula_text("=SUM(A1:A2)*1.5")
    ('=1+0,5', '=SUM(A1:A2)*1.5')
    """
    if _SIMPLE_FORMULA.fullmatch(formula):
        return formula.replace(".", ",")
    return formula
