# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Marks under SG, School, KT, LT, Geen and nvt."""

from __future__ import annotations

from functools import lru_cache

from .cell import read_cell
from .inputs import CellInput, Mark, Value
from .items import items_of
from .lexer import clean, fold
from .word_sets import words

_YES = words(
    """
    x xx xxx v vv ✓ ✔ ☑ ☒ √ ✅ 👍 ja j 1 yes y ok oke oui true waar • ● ■ *
    sg school kt lt st nvt n/a prioriteit
    """
)
_NO = words("nee neen n 0 - -- / no false onwaar non nihil ☐ ✗ ✘ ❌")


def read_mark(value: Value) -> Mark:
    """Return what a mark cell says; a name in it gives people.

    The name of the column itself ("KT" under KT) is a yes. "geen" under the priority
    "Geen" is the caller's to see.

    >>> read_mark("X").value, read_mark("nee").value, read_mark("?").code
    (True, False, 'unread')
    >>> read_mark("Jan Peeters").people.people[0].name
    'Jan Peeters'
    """
    if value is None or isinstance(value, bool):
        return Mark(value, code="empty" if value is None else "mark")
    if isinstance(value, int | float):
        return Mark(
            bool(value) if value in (0, 1) else None,
            code="mark" if value in (0, 1) else "unread",
        )
    if not isinstance(value, str) or len(value) > 200:
        return Mark(None, code="unread")
    return _read(value)


@lru_cache(maxsize=1024)
def _read(text: str) -> Mark:
    word = fold(" ".join(clean(text).split())).strip()
    if not word:
        return Mark(None, code="empty")
    if word in _YES or word in _NO:
        return Mark(word in _YES, code="mark")
    # strip what stands around a mark: "(x)", "x!", "x,"
    bare = word.strip("()[]!., ")
    if bare in _YES:
        return Mark(True, code="mark")
    if any(item.kind == "entity" for item in items_of(clean(text))):
        found = read_cell(CellInput(text, text))
        if any(person.name for person in found.people):
            return Mark(None, found, "people")
    return Mark(None, code="unread")
