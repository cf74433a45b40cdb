# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Headings that say whose or when: "BS De Linde", "Huidig", "Uren gewenst".

One table can hold several overviews side by side: a group of columns for each school,
or one for now and one for the target. Each becomes an overview of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .titles import kind_of
from .words import heading_role, plain

if TYPE_CHECKING:
    from .headers import Header

_NOW = re.compile(r"\b(nu|vandaag|dit (school ?)?jaar|momenteel|now|today)\b")
_GOAL = re.compile(
    r"\b(doel|straks|later|nadien|volgend (school ?)?jaar|ideaal|goal|next year)\b"
)
_KIND_WORDS = re.compile(
    r"\b(huidige?|situatie|current|situation|bestaande?|actueel|actuele|actuelle|nu|"
    r"vandaag|dit|(school)?jaar|school jaar|momenteel|now|today|streef\w*|target|"
    r"gewenste?|toekomst\w*|wens\w*|doel|doelsituatie|straks|later|nadien|volgend|"
    r"ideaal|goal|next|year|to be|as is|objectif|souhaitee?|cible)\b"
)
_SCHOOL = re.compile(
    r"(.* )?(g?bs|vbs|gbs|sbs|\w+school|(k|d|m)?atheneum|college|lyceum|instituut|"
    r"academie|campus|go|kta|buso|bubao|cvo|sint)( .*)?"
)
_MAX_HEADING = 60


@dataclass(frozen=True, slots=True)
class Scope:
    """What one column belongs to; ``None``: to every overview of the table."""

    kind: str | None = None
    school: str | None = None


ANYWHERE = Scope()


def scopes_of(header: Header) -> dict[int, Scope]:
    """Return column → scope, of the columns right of the descriptions that have one.

    Kinds count only when both are there: one alone is the kind of the sheet.
    """
    found = {}
    for col in header.main.keys() | header.band.keys():
        if col <= header.task_col:
            continue
        texts = (header.main.get(col, ""), header.band.get(col, ("", 0, 0))[0])
        kind = next((kind for text in texts if (kind := _kind(text))), None)
        school = next((text for text in texts if is_school(text)), None)
        if kind or school:
            found[col] = Scope(kind, school)
    both = {"current", "target"} <= {scope.kind for scope in found.values()}
    if not both:
        found = {
            col: Scope(None, scope.school)
            for col, scope in found.items()
            if scope.school
        }
    return found


def _kind(text):
    if not text or len(text) > _MAX_HEADING:
        return None
    words = plain(text)
    if _GOAL.search(words):
        return "target"
    return kind_of(text) or ("current" if _NOW.search(words) else None)


def is_scope(text: str) -> bool:
    """Whether a heading over other headings is a school or a kind."""
    return is_school(text) or bool(_kind(text))


def is_school(text: str) -> bool:
    """Whether a heading is the name of a school.

    >>> is_school("BS De Linde"), is_school("School"), is_school("Jan Peeters")
    (True, False, False)
    """
    if not text or len(text) > _MAX_HEADING or heading_role(text):
        return False
    return bool(_SCHOOL.fullmatch(plain(text)))


def without_scope(text: str, scope: Scope) -> str:
    """Return what a heading says besides its school and kind.

    >>> without_scope("Uren (gewenst)", Scope("target")), without_scope(
    ...     "Wie straks?", Scope("target"))
    ('uren', 'wie')
    >>> without_scope("Jan Peeters", Scope("target"))
    'Jan Peeters'
    """
    if scope.school and is_school(text):
        return ""
    if scope.kind and _kind(text):
        return " ".join(_KIND_WORDS.sub(" ", plain(text)).split())
    return text
