"""When a school meets again: the same weekday, never in the weekend or in summer."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

#: rhythm → how far the next time lies
STEPS = {
    "week": relativedelta(weeks=1),
    "fortnight": relativedelta(weeks=2),
    "month": relativedelta(months=1),
    "two_months": relativedelta(months=2),
    "term": relativedelta(months=3),
    "half_year": relativedelta(months=6),
    "year": relativedelta(years=1),
}
_WEEK = timedelta(weeks=1)
_SUMMER = (7, 8)
# A school that is closed for longer than this has entered nonsense.
_MOST_WEEKS = 30
#: days before the end of June from which a plan of a year is not pressed into them
_LEFT = 90


def is_school_day(day: date):
    """Whether there can be school: no weekend, no July, no August.

    >>> is_school_day(date(2026, 11, 20)), is_school_day(date(2026, 11, 21))
    (True, False)
    >>> is_school_day(date(2026, 7, 1))
    False
    """
    return day.weekday() < 5 and day.month not in _SUMMER


def school_day_from(day: date):
    """Return ``day``, or the first day after it that can be a school day.

    >>> school_day_from(date(2026, 11, 21)), school_day_from(date(2026, 7, 4))
    (datetime.date(2026, 11, 23), datetime.date(2026, 9, 1))
    """
    while not is_school_day(day):
        day += timedelta(days=1)
    return day


def on_weekday(day: date, weekday: int):
    """Return the day nearest to ``day`` that is a ``weekday`` (0 = Monday).

    A weekend counts as the Monday after it.

    >>> on_weekday(date(2026, 11, 20), 1)
    datetime.date(2026, 11, 17)
    >>> on_weekday(date(2026, 11, 18), 6)
    datetime.date(2026, 11, 16)
    """
    weekday = weekday if weekday < 5 else 0
    shift = (weekday - day.weekday()) % 7
    return day + timedelta(days=shift if shift <= 3 else shift - 7)


def next_day(last: date, every: str, weekday: int, is_closed=lambda day: False):
    """Return the day of the next time after ``last``, on the same ``weekday``.

    :param every: a key of :data:`STEPS`; KeyError for any other
    :param is_closed: tells whether the school is closed that day; a week is added
        until it is not

    >>> next_day(date(2026, 11, 17), "month", 1)
    datetime.date(2026, 12, 15)
    >>> next_day(date(2026, 6, 23), "fortnight", 1)
    datetime.date(2026, 9, 1)
    >>> next_day(date(2026, 12, 15), "week", 1, lambda day: day.day in (22, 29))
    datetime.date(2027, 1, 5)
    """
    day = on_weekday(last + STEPS[every], weekday)
    if day <= last:
        day += _WEEK
    return open_day(day, is_closed)


def open_day(day: date, is_closed=lambda day: False):
    """Return ``day``, or the same weekday of the first week that is not closed."""
    for _week in range(_MOST_WEEKS):
        if is_school_day(day) and not is_closed(day):
            break
        day += _WEEK
    return day


def within_year(day: date, base: date):
    """Return ``day`` of a plan for a school year that starts later, on ``base``.

    What is left until the end of June is divided as the whole year was. With less than
    three months left the plan goes on in the next year.

    >>> within_year(date(2027, 6, 1), date(2026, 9, 1))
    datetime.date(2027, 6, 1)
    >>> within_year(date(2027, 8, 23), date(2026, 11, 23))
    datetime.date(2027, 6, 9)
    """
    year = base.year if base.month >= 9 else base.year - 1
    end = date(year + 1, 6, 30)
    whole, left = (end - date(year, 9, 1)).days, (end - base).days
    if left < _LEFT:
        return day
    return base + timedelta(days=round((day - base).days * left / whole))
