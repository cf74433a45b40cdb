# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Headings of person columns, and the hints of the empty template."""

from __future__ import annotations

import re
from functools import lru_cache

from ..found import FoundPerson
from ..labels import EN, NL
from .items import items_of
from .lexer import clean
from .parts import parts_of
from .weeks import weeks

_PREFIXES = {
    "vacancy": "vacancy",
    "partner": "external",
    "sounding_board": "sounding_board",
}
_WHO = r"(?:naam|name|nom|persoon|person|personne|medewerker)"
_UNIT = r"(?:u|uur|uren|h|hours?)(?: ?(?:/|per|p) ?(?:week|w|wk))?"
_HINT = re.compile(
    rf"{_WHO} ?(?:\d{{1,3}}|[a-z]|#|\?)?|[\[<]{_WHO}[\]>]|# ?{_UNIT}"
    rf"|{_WHO} ?(?:\+|en|and|&|,|:) ?(?:# ?|aantal )?{_UNIT}|… ?|\.\.+|_+"
)
_MAX = 200


@lru_cache(maxsize=4096)
def is_template_hint(text: str) -> bool:
    """Whether the text is a hint of the empty template and says nothing.

    >>> is_template_hint("naam + # uur/week"), is_template_hint("Persoon 12")
    (True, True)
    >>> is_template_hint("An")
    False
    """
    if len(text) > _MAX:
        return False
    words = " ".join(clean(text).casefold().split())
    return not words or bool(_HINT.fullmatch(words))


@lru_cache(maxsize=2048)
def read_heading(text: str, own: bool = False) -> FoundPerson | None:
    """Return whom the heading of a person column names, ``None`` when nobody.

    ``own``: our export wrote it, so it is read exactly. A heading of two people is a
    group: hours under it are of both. Hours behind a name ("An (12u)") are the hours
    the person has in all, in ``hours``.

    >>> read_heading("Juf An (12u)").name, read_heading("Persoon 1")
    ('An', None)
    >>> read_heading("firma NetHulp").kind
    'external'
    """
    if is_template_hint(text):
        return None
    shown = " ".join(clean(text).split())
    if own:
        return _own(" ".join(text.split()), text)
    if len(shown) > _MAX:
        return None
    parts, _joins = parts_of(items_of(shown), False)
    entities = [entity for part in parts for entity in part.entities]
    if not entities or any(part.has("text") for part in parts):
        return None
    if len(entities) > 1:
        return FoundPerson(shown, "group", text=text)
    entity, part = entities[0], next(part for part in parts if part.entities)
    hours = weeks(part.quantities[0]).hours if len(part.quantities) == 1 else None
    return FoundPerson(
        entity.name,
        entity.kind,
        hours,
        "unknown" if hours is None else "exact",
        part.values("funding")[0] if part.has("funding") else None,
        text=text,
    )


def _own(shown: str, text: str) -> FoundPerson:
    for labels in (NL, EN):
        for kind, prefix in labels.person_prefixes.items():
            found = _PREFIXES[kind]
            if shown.casefold() == prefix:
                return FoundPerson(None if shown == prefix else shown, found, text=text)
            if shown.startswith(prefix + " "):
                return FoundPerson(shown[len(prefix) + 1 :], found, text=text)
            if shown.casefold().startswith(prefix + " "):
                return FoundPerson(shown, found, text=text)
    return FoundPerson(shown, text=text)
