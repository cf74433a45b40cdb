"""School years as text, ``2026-2027``: they start on 1 September in Flanders."""

import re
from datetime import date

_PATTERN = re.compile(r"^(\d{4})-(\d{4})$")


def is_school_year(text):
    """Tell whether ``text`` names two consecutive years.

    >>> is_school_year("2026-2027"), is_school_year("2026-2028"), is_school_year("")
    (True, False, False)
    """
    match = _PATTERN.match(text or "")
    return bool(match) and int(match[2]) == int(match[1]) + 1


def school_year_of(day: date):
    """Return the school year that ``day`` falls in.

    >>> school_year_of(date(2026, 8, 31)), school_year_of(date(2026, 9, 1))
    ('2025-2026', '2026-2027')
    """
    start = day.year if day.month >= 9 else day.year - 1
    return f"{start}-{start + 1}"


def shift_school_year(text, years=1):
    """Return the school year ``years`` later (earlier when negative).

    Raises ValueError when ``text`` is no school year.

    >>> shift_school_year("2026-2027"), shift_school_year("2026-2027", -1)
    ('2027-2028', '2025-2026')
    """
    if not is_school_year(text):
        raise ValueError(f"not a school year: {text!r}")
    start = int(text[:4]) + years
    return f"{start}-{start + 1}"
