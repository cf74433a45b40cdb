# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Whose table it is: school, school group, school year and kind, as words.

They stand in rows above the headings ("School: De Linde"), in the name of the sheet
(cut at 31 characters) or in the name of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from .view import View
from .words import near_cluster, plain

MAX_SHEET_NAME = 31
_MIN_SCHOOL = 3  # letters
_SCHOOL_LABEL = (
    r"school|schoolnaam|naam (?:van )?(?:de )?school|naam instelling|instelling|"
    r"vestiging|campus|school name|naam"
)
_GROUP_LABEL = (
    r"scholengroep|scholengemeenschap|scholengroep/-?gemeenschap|schoolgroep|sg|"
    r"school group|schoolbestuur|koepel"
)
_LABELS = {
    "school": re.compile(rf"(?:{_SCHOOL_LABEL})", re.I),
    "group": re.compile(rf"(?:{_GROUP_LABEL})", re.I),
    "year": re.compile(r"schooljaar|school year|jaar", re.I),
    "state": re.compile(r"status|state", re.I),
}
_LABELLED = re.compile(
    rf"\s*(?P<label>{_SCHOOL_LABEL}|{_GROUP_LABEL}|schooljaar|school year|status|state)"
    r"\s*[:=]\s*(?P<value>\S.*?)\s*",
    re.I | re.S,
)
_YEAR = re.compile(
    r"(?<!\d)(20\d\d)\s*[-–—/_ ]\s*(20)?(\d\d)(?!\d)"
    r"|(?<!\d)(\d\d)\s*[-–/]\s*(\d\d)(?!\d)"
)
_TARGET = re.compile(
    r"\b(streef\w*|target\w*|doelsituatie|gewenste?( situatie)?|toekomst\w*|"
    r"to be|tobe|wens\w*|objectif\w*|souhaitee?|cible)\b"
)
_CURRENT = re.compile(
    r"\b(huidige?( situatie)?|current( situation)?|bestaande?( situatie)?|"
    r"as is|asis|nu|actueel|actuele( situatie)?|beginsituatie|situatie|"
    r"(situation )?actuelle|situation)\b"
)
# words of names of sheets and files that say nothing about a school
_NOISE = re.compile(
    r"\b(takenoverzicht\w*|takenlijst\w*|taken|taak|taakverdeling|overzicht\w*|overview|"
    r"task|tasks|ict|coordinati(e|on)|coordinator(en)?|digisprong|kenniscentrum|"
    r"ingevuld\w*|versie|version|v ?\d+|def|definitief|finaal|final|draft|ontwerp|"
    r"kopie( van)?|copy( of)?|export|werkboek|workbook|school ?jaar|"
    r"blad ?\d*|sheet ?\d*|tabblad ?\d*|table ?\d*|xlsx?|xlsm|nieuw|oud|new|old|"
    r"\d{6,8}|\d{1,2} \d{1,2} \d{2,4}|\d{1,2}|team|kerntaken|of|van|voor|de|het|en|"
    r"uren|lestijden|percent\w*|minuten|jaar|lijst|personeel|collegas|"
    r"tijdsbesteding|richtlijnen|sjabloon|template|leeg|gebruik|\d{4})\b"
)
_SCHOOL_WORD = re.compile(
    r"\b(\w*school|\w*scholen|[gvsb]*bs|lagere|kleuter\w*|atheneum|college|lyceum|"
    r"instituut|go|kta|kso|tso|bso|buso|bubao|sint|st|academie|campus|middenschool|"
    r"scholengemeenschap|scholengroep|cvo|internaat|\w*college|\w*atheneum)\b"
)
# words that name no school by themselves
_GENERIC = re.compile(
    r"(alle |all )?(scholengroep|scholengemeenschap|school|scholen|schools|basisschool|"
    r"basisscholen|campus|vestiging|vestigingen|secundair|lager|school group)"
)
_SEPARATORS = re.compile(r"\s*[–—|:;_•·]+\s*|\s+-+\s*|\s*-+\s+")


@dataclass(slots=True)
class Titles:
    """What was found; ``source`` of the school: label, title, sheet, file or ''.

    ``kind`` is ``current``, ``target`` or ``None``. ``clash``: the sheet's name says
    another kind. ``exact``: our own layout, so what is not there is really empty.
    """

    kind: str | None = None
    school: str | None = None
    source: str = ""
    group: str | None = None
    year: str | None = None
    state: str | None = None
    clash: bool = False
    exact: bool = False


def kind_of(text: str) -> str | None:
    """Return the kind of sheet that a text names.

    >>> kind_of("Streefdoel De Linde"), kind_of("HUIDIG - BS"), kind_of("De Linde")
    ('target', 'current', None)
    """
    words = plain(text)
    target, current = _TARGET.search(words), _CURRENT.search(words)
    if target and current:
        return None if target.start() == current.start() else "target"
    return "target" if target else "current" if current else None


def school_year_of(text: str) -> str | None:
    """Return the school year in a text.

    >>> school_year_of("ICT 2025-26.xlsx"), school_year_of("24/25"), school_year_of("5")
    ('2025-2026', '2024-2025', None)
    """
    for match in _YEAR.finditer(text):
        first = int(match[1] or f"20{match[4]}")
        last = int(f"20{match[3] or match[5]}")
        if last == first + 1:
            return f"{first}-{last}"
    return None


def rest_of(text: str) -> str:
    """Return what is left of a name without kind, year and words that say nothing.

    >>> rest_of("Huidig – BS De Linde"), rest_of("Streefdoel (2)"), rest_of("Blad1")
    ('BS De Linde', '', '')
    >>> rest_of("Takenoverzicht ICT De Linde 2025-2026")
    'De Linde'
    """
    text = _YEAR.sub(" – ", text)
    parts = []
    for part in _SEPARATORS.split(text):
        words = [word for word in part.split() if word]
        # noise is taken from both ends only: "School voor ICT" keeps its words
        while words and _is_noise(words[0]) and plain(words[0]) not in ("de", "het"):
            words.pop(0)
        while words and _is_noise(words[-1]):
            words.pop()
        rest = " ".join(words)
        if words and not _is_noise(rest) and not _GENERIC.fullmatch(plain(rest)):
            parts.append(rest.strip(" ,.()'\""))
    return " – ".join(part for part in parts if plain(part))


def _is_noise(text):
    words = plain(text)
    for pattern in (_TARGET, _CURRENT, _NOISE):
        words = pattern.sub(" ", words)
    return not words.strip()


def read_titles(
    view: View, rows: Iterable[int], sheet_name: str, columns: int = 8
) -> Titles:
    """Read the rows above a table and the name of its sheet."""
    titles, weak = Titles(), []
    for row in rows:
        cells = [cell for cell in view.rows[row] if cell.text.strip()]
        _labels(titles, cells)
        for cell in cells:
            text = " ".join(cell.text.split())
            titles.year = titles.year or school_year_of(text)
            kind = kind_of(text) if len(text) <= 120 else None
            titles.kind = titles.kind or kind
            if len(cells) <= 2 and len(text) <= 120 and not _LABELLED.fullmatch(text):
                weak.append(text)
    of_sheet = kind_of(sheet_name)
    titles.clash = bool(of_sheet and titles.kind and of_sheet != titles.kind)
    titles.kind = of_sheet or titles.kind
    titles.year = titles.year or school_year_of(sheet_name)
    _choose_school(titles, weak, sheet_name)
    return titles


def _labels(titles, cells):
    """Read "School: X" in one cell, or "School" with X in the next cell."""
    skip = False
    for index, cell in enumerate(cells):
        if skip:
            skip = False
            continue
        text = " ".join(cell.text.split())
        match = _LABELLED.fullmatch(text)
        if match:
            _set(titles, match["label"], match["value"])
            continue
        label = text.rstrip(" :")
        if index + 1 < len(cells) and _what(label):
            value = " ".join(cells[index + 1].text.split())
            if not _what(value.rstrip(" :")) and not _LABELLED.fullmatch(value):
                _set(titles, label, value)
                skip = True


def _what(label):
    for what, pattern in _LABELS.items():
        if pattern.fullmatch(label):
            return what
    return None


def _set(titles, label, value):
    what = _what(label.strip())
    if what == "school" and not titles.school:
        titles.school, titles.source = value, "label"
    elif what == "group" and not titles.group:
        titles.group = value
    elif what == "state" and not titles.state:
        titles.state = value
    elif what == "year" and not titles.year:
        titles.year = school_year_of(value)


def _choose_school(titles, weak, sheet_name):
    of_sheet = rest_of(sheet_name)
    candidates = [rest for text in weak if (rest := rest_of(text))]
    if near_cluster(sheet_name):
        of_sheet = ""
    candidates = [text for text in candidates if not near_cluster(text)]
    if titles.school:
        return
    strong = [text for text in candidates if _SCHOOL_WORD.search(plain(text))]
    if of_sheet and len(sheet_name) >= MAX_SHEET_NAME - 1:
        # the name of the sheet was cut: the title may have the whole name
        whole = [text for text in candidates if plain(text).startswith(plain(of_sheet))]
        if whole:
            titles.school, titles.source = whole[0], "title"
            return
    for found, source in (
        (strong[:1], "title"), ([of_sheet], "sheet"), (candidates[:1], "title"),
    ):  # fmt: skip
        if found and found[0] and len(plain(found[0])) >= _MIN_SCHOOL:
            titles.school, titles.source = found[0], source
            return


def of_file(filename: str) -> Titles:
    """Return what the name of a file says."""
    stem = PurePath(filename.replace("\\", "/")).stem.replace("_", " ")
    school = rest_of(stem)
    return Titles(
        kind=kind_of(stem),
        school=school if len(plain(school)) >= _MIN_SCHOOL else None,
        source="file",
        year=school_year_of(stem),
    )
