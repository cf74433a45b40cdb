# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What the reader found as plain JSON, and back: nothing is lost on the way.

Values that a field has anyway are left out, so a sheet stays small. Characters that no
database keeps (NUL, half surrogates) become the replacement character.
"""

from __future__ import annotations

import re
from dataclasses import MISSING, fields, is_dataclass
from functools import lru_cache

from .found import FoundColumn, FoundPerson, FoundRow, FoundSheet, Note, Proposal

# field → class of what it holds; one class for a single value, a list for several
_PARTS = {
    FoundSheet: {"columns": [FoundColumn], "rows": [FoundRow], "notes": [Note]},
    FoundColumn: {"person": FoundPerson},
    FoundRow: {"people": [FoundPerson], "notes": [Note]},
    Note: {"proposals": [Proposal]},
    Proposal: {"people": [FoundPerson]},
}
_NOT_KEPT = re.compile("[\x00\ud800-\udfff]")


def to_json(value):
    """Return a found value (sheet, row, note, proposal, person) as plain JSON."""
    if isinstance(value, str):
        return _NOT_KEPT.sub("\ufffd", value)
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {name: to_json(item) for name, item in value.items()}
    if is_dataclass(value):
        return {
            name: to_json(item)
            for name, default in _defaults(type(value))
            if (item := getattr(value, name)) != default
        }
    return value


def from_json(cls, data):
    """Return the ``cls`` that :func:`to_json` made ``data`` of.

    >>> from_json(FoundPerson, to_json(FoundPerson("Jan", hours=2.0))).name
    'Jan'
    """
    parts = _PARTS.get(cls, {})
    return cls(**{name: _part(parts.get(name), item) for name, item in data.items()})


def _part(cls, item):
    if item is None or cls is None:
        return _tuples(item)
    if isinstance(cls, list):
        return tuple(from_json(cls[0], one) for one in item)
    return from_json(cls, item)


def _tuples(item):
    return tuple(map(_tuples, item)) if isinstance(item, list) else item


@lru_cache(maxsize=16)
def _defaults(cls):
    return tuple(
        (field.name, MISSING if field.default is MISSING else field.default)
        for field in fields(cls)
    )
