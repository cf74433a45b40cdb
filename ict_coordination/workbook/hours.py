# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Hours a week: the one place where they are rounded, summed and shown.

Unknown hours are ``None`` and never 0, so a total is always two numbers: the hours
that are known and how many allocations have none. ``Hours`` carries both.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

# base language -> decimal mark, unit, words for "allocations without hours"
_WORDS = {
    "nl": (",", "u", "zonder uren"),
    "en": (".", "h", "without hours"),
}


def base_language(code: str | None) -> str:
    """Return ``nl`` for every Dutch language code, ``en`` for anything else.

    >>> base_language("nl_BE"), base_language("fr_BE"), base_language(None)
    ('nl', 'en', 'en')
    """
    return "nl" if (code or "").lower().partition("_")[0].startswith("nl") else "en"


def hour_unit(language: str | None) -> str:
    """Return the letter behind a number of hours: ``u`` or ``h``."""
    return _WORDS[base_language(language)][1]


def round_hours(value: float | Decimal) -> float:
    """Round to two decimals, halves away from zero (as Odoo does for its floats).

    Raises ``ValueError`` for a number that is not finite.

    >>> round_hours(2.675), round_hours(0.1 + 0.2), round_hours(-1.005)
    (2.68, 0.3, -1.01)
    """
    value = float(value)
    if not math.isfinite(value):
        raise ValueError(f"not a number of hours: {value!r}")
    # 1e-6 hundredths: 2.675 is stored as 2.67499… but was written as a half
    hundredths = math.floor(abs(value) * 100 + 0.5 + 1e-6)
    return math.copysign(hundredths / 100, value) if hundredths else 0.0


def format_number(value: float | Decimal, language: str | None = "nl") -> str:
    """Write hours with at most two decimals and no trailing zeros.

    >>> format_number(2.5), format_number(2), format_number(0.25, "en_US")
    ('2,5', '2', '0.25')
    """
    text = f"{round_hours(value):.2f}".rstrip("0").rstrip(".")
    return text.replace(".", _WORDS[base_language(language)][0])


def format_hours(value: float | Decimal, language: str | None = "nl") -> str:
    """Write hours with their unit.

    >>> format_hours(12.5), format_hours(12.5, "en")
    ('12,5 u', '12.5 h')
    """
    return f"{format_number(value, language)} {hour_unit(language)}"


@dataclass(frozen=True, slots=True)
class Hours:
    """A total: ``known`` hours a week plus ``unknown_count`` allocations without.

    ``known`` is rounded to two decimals at every step, so that a thousand additions
    give the same number as one.

    >>> Hours.of(2) + Hours.of(None) + Hours.of(0.5)
    Hours(known=2.5, unknown_count=1)
    """

    known: float = 0.0
    unknown_count: int = 0

    def __post_init__(self):
        object.__setattr__(self, "known", round_hours(self.known))

    @classmethod
    def of(cls, value: float | Decimal | None) -> Hours:
        """Return the hours of one allocation; ``None`` means unknown."""
        return cls(0.0, 1) if value is None else cls(value, 0)

    @classmethod
    def total(cls, values: Iterable[float | Decimal | None]) -> Hours:
        """Sum the hours of allocations; ``None`` counts as one without hours.

        >>> Hours.total([1.5, None, 0.25]).format("nl_BE")
        '1,75 u + 1 zonder uren'
        """
        hundredths = unknown = 0
        for value in values:
            if value is None:
                unknown += 1
            else:
                # whole numbers: no error builds up however long the list is
                hundredths += round(round_hours(value) * 100)
        return cls(hundredths / 100, unknown)

    def __add__(self, other: Hours) -> Hours:
        if not isinstance(other, Hours):
            return NotImplemented
        return Hours(self.known + other.known, self.unknown_count + other.unknown_count)

    def __radd__(self, other: int) -> Hours:
        # sum() starts at 0
        return self if other == 0 else NotImplemented

    def __bool__(self) -> bool:
        return bool(self.known or self.unknown_count)

    def format(self, language: str | None = "nl") -> str:
        """Write the total in words.

        >>> Hours(12.5, 3).format("nl"), Hours(12.5, 3).format("en")
        ('12,5 u + 3 zonder uren', '12.5 h + 3 without hours')
        >>> Hours(4).format("nl")
        '4 u'

        Where nothing is known no 0 stands beside it.

        >>> Hours(0, 2).format("nl")
        '2 zonder uren'
        """
        text = format_hours(self.known, language)
        if not self.unknown_count:
            return text
        without = f"{self.unknown_count} {_WORDS[base_language(language)][2]}"
        return f"{text} + {without}" if self.known else without
