# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Headings that say in what the numbers below are: "lestijden", "Uren/jaar", "%"."""

from __future__ import annotations

import re

from .words import plain

_PERIODS = {
    "dag": "dag", "day": "dag", "jour": "dag",
    "maand": "maand", "month": "maand", "mois": "maand",
    "jaar": "jaar", "schooljaar": "jaar", "year": "jaar", "an": "jaar",
    "trimester": "trimester", "semester": "semester",
}  # fmt: skip
_UNIT = re.compile(
    r"(?P<lesson>(aantal )?(lestijd(en)?|lesuren|lesuur|uren leraar|periodes)"
    r"( (per )?week)?)"
    r"|(?P<fte>(aantal )?(vte|fte)s?)"
    r"|(?P<percent>procent|percentage|in procent)"
    r"|(?P<points>(aantal )?(ict )?punten)"
    r"|(?P<minutes>(aantal )?(min|minuten|minuut|minutes)( (per )?(week|w))?)"
    r"|(aantal |tijd )?((?P<what>u|uur|uren|h|hours|heures|min|minuten|tijd) ?"
    r"(in |per |p |op |par )?|(per|op|par) )(?P<period>{})(basis)?".format(
        "|".join(_PERIODS)
    )
)
_WORDS = {
    "lesson": "lestijden", "fte": "VTE", "percent": "%", "points": "punten",
    "minutes": "min",
}  # fmt: skip
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


def unit_of(text: str) -> tuple[str, str]:
    """Return (heading without unit, unit); the unit is "" for hours a week.

    >>> unit_of("Uren/jaar"), unit_of("Jan (%)")
    (('', 'u/jaar'), ('Jan', '%'))
    >>> unit_of("An Claes (12u)"), unit_of("An")
    (('An Claes (12u)', ''), ('An', ''))
    """
    unit = _unit(text)
    if unit:
        return "", unit
    match = _BRACKETS.search(text)
    unit = _unit(match[1]) if match else ""
    if unit:
        return " ".join(_BRACKETS.sub(" ", text, count=1).split()), unit
    return text, ""


def _unit(text):
    if text.strip() in ("%", "# %", "in %"):
        return "%"
    match = _UNIT.fullmatch(plain(text))
    if not match:
        return ""
    if match["period"]:
        what = "min" if (match["what"] or "").startswith("min") else "u"
        return f"{what}/{_PERIODS[match['period']]}"
    return next(word for name, word in _WORDS.items() if match[name])
