# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Documents to try a template with: everything filled in, and as good as nothing."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args, get_origin, get_type_hints


def sample(document: type, items: int = 2, words: dict[str, str] | None = None):
    """Return a document with ``items`` of everything it lists.

    :param words: field → value; other fields get their name between guillemets

    >>> from .content import NoteMember
    >>> sample(NoteMember, words={"name": "Jan"})
    NoteMember(name='Jan', kind='«kind»', teams='«teams»', hours='«hours»')
    """
    hints = get_type_hints(document)
    values = {}
    for field in fields(document):
        hint = hints[field.name]
        if get_origin(hint) is tuple:
            item = get_args(hint)[0]
            values[field.name] = tuple(
                f"«{field.name}»" if item is str else sample(item, items, words)
                for _number in range(items)
            )
        elif hint is bool:
            values[field.name] = bool(items)
        else:
            value = (words or {}).get(field.name, f"«{field.name}»")
            values[field.name] = value if items else ""
    return document(**values)
