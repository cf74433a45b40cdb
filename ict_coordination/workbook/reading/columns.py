# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What each column of a table holds: by its headings, else by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..found import FoundColumn, FoundPerson
from ..grammar import is_template_hint, read_heading
from ..grammar.names import is_first_name, same_person
from ..grid import column_letter
from .headers import Header
from .scopes import ANYWHERE, Scope, scopes_of, without_scope
from .tasks import TaskMatcher
from .units import unit_of
from .view import View
from .words import heading_role, plain, words_of

MARK_ROLES = {
    "level_group": ("level", "group"),
    "level_school": ("level", "school"),
    "priority_short": ("priority", "short"),
    "priority_long": ("priority", "long"),
    "priority_none": ("priority", "none"),
}
ONCE = ("cluster", "task", "competencies", "not_applicable", "level", "priority",
        "mandates", *MARK_ROLES)  # fmt: skip
_SPLIT = {
    "level": ("level_group", "level_school"),
    "priority": ("priority_short", "priority_long", "priority_none"),
}
_PARTICLES = words_of("van de den der het t ten ter le la di el en von vd")
_NO_NAMES = words_of(
    "aantal nodig nieuw nieuwe extra jaar maand week dag prijs budget kosten ict "
    "school scholen taak taken uren uur tijd totaal datum info lijst opleiding vorming "
    "nascholing prioriteit niveau graad leerjaar klas klassen campus gebouw toestel "
    "toestellen pcs laptops smartschool google microsoft office interne externe "
    "intern huidig huidige gewenst gewenste toekomst vroeger nu verdeling deel cluster"
)
_HOURS = re.compile(r"(ca\.?|±)?\s*[\d.,½¼¾]+\s*(u|uur|uren|h|u/w|min|%)?\b.*", re.I)
_NAME_AND_HOURS = re.compile(
    r"[^\W\d].*\d+\s*(u|uur|uren|h|min|vte|%)\b.*", re.I | re.S
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column; see :class:`FoundColumn` for the roles.

    ``guessed``: a person by the look of the heading only. ``partner``: for hours the
    column of the person, 0 where one column of hours is for all people of the row.
    ``unit``: what the numbers are, "" for hours a week. ``scope``: the school or kind
    that the heading names. ``others``: the heading looks like a name, but other people
    stand below it.
    """

    col: int
    heading: str
    role: str
    person: FoundPerson | None = None
    guessed: bool = False
    partner: int | None = None
    unit: str = ""
    scope: Scope = ANYWHERE
    others: bool = False

    def found(self) -> FoundColumn:
        return FoundColumn(
            column_letter(self.col), self.heading, self.role, self.person
        )


def read_columns(
    view: View, header: Header, rows: Sequence[int], matcher: TaskMatcher
) -> list[Column]:
    """Return all columns of a table; ``rows`` are the rows below its headings."""
    values: dict[int, list] = {}
    for row in rows:
        for cell in view.rows[row]:
            values.setdefault(cell.col, []).append(cell)
    columns: list[Column] = []
    scopes = scopes_of(header)
    for col in sorted(values.keys() | header.main.keys() | header.band.keys()):
        scope = scopes.get(col, ANYWHERE)
        columns.append(_scoped(header, col, values.get(col, ()), columns, scope))
    columns = _once(columns, header)
    return _link_hours(columns, values.keys())


def _scoped(header, col, cells, before, scope):
    """Read a heading without the school, the kind and the unit that it names."""
    main, band = header.main.get(col, ""), header.band.get(col, ("", col, col))
    heading, unit = main or band[0], ""
    if col > header.task_col and not heading_role(main):
        main, unit = unit_of(main)
        if unit and not main and band[0]:
            heading = f"{band[0]} ({heading})"
        elif unit and not main:
            main = "uren"
    if scope != ANYWHERE:
        main, above = without_scope(main, scope), without_scope(band[0], scope)
        band = (above, *band[1:]) if above else ("", col, col)
        if not main and not above:
            main = "uren" if unit else "wie"
    elif not unit:
        return _column(header, col, main, band, cells, before)
    column = _column(header, col, main, band, cells, before)
    return replace(column, heading=heading, unit=unit, scope=scope)


def _column(header, col, main, band, cells, before):
    band, first, last = band
    if col == header.task_col:
        return Column(col, main or band, "task")
    role, of_band = heading_role(main), heading_role(band)
    heading = main or band
    if role is None and of_band is None and main and first == last and is_first(band):
        # "Jan" with "Peeters" below it
        main = heading = f"{band} {main}"
    if role == "task" and col != header.task_col:
        return Column(col, heading, "extra")
    if of_band == "total" and role in (None, "person", "hours_of"):
        return Column(col, heading, "total")
    if not main:
        main, role = band, of_band
    if (main == band or not band) and role in _SPLIT and last > first:
        parts = _SPLIT[role]
        place = col - first
        role = parts[place] if place < len(parts) else "extra"
        return Column(col, heading, role)
    if role == "hours_of" and band and of_band is None:
        # a name over "uren" (and perhaps over "mandaten")
        person = read_heading(band)
        return Column(col, band, "person", person)
    if role == "person":
        return Column(col, heading, "person")
    if role is not None:
        return Column(col, heading, role)
    return _unknown(col, main, heading, of_band, cells, before)


def _unknown(col, main, heading, of_band, cells, before):
    """A heading that is a name, a word of the school, or nothing."""
    beside = bool(before) and before[-1].role in ("person", "hours_of")
    beside = beside and before[-1].col == col - 1
    if not main:
        people = sum(bool(_NAME_AND_HOURS.fullmatch(cell.text)) for cell in cells)
        if beside and cells and people * 2 >= len(cells):
            return Column(col, heading, "person")
        return Column(col, heading, "extra")
    if is_template_hint(main):
        return Column(col, heading, "person")
    person = read_heading(main)
    if of_band == "person":
        return Column(col, heading, "person", person)
    if of_band in ("level", "priority"):
        return Column(col, heading, "extra")
    if person is None:
        return Column(col, heading, "extra")
    if person.kind != "person":
        return Column(col, heading, "person", person, guessed=not beside)
    alike = [cell for cell in cells if _fits(cell, main)]
    if cells and len(alike) * 2 < len(cells):
        return Column(col, heading, "extra")
    name = person.name or main
    if _is_name(name, lower=beside and bool(cells)) and (cells or beside):
        words = plain(person.name or main).split()
        guessed = not any(map(is_first_name, words))
        if guessed and _others(cells, name):
            return Column(col, heading, "person", others=True)
        return Column(col, heading, "person", person, guessed)
    return Column(col, heading, "extra")


def _others(cells, heading):
    """Whether most of the cells below a heading name other people."""
    named = [read_heading(cell.text) for cell in cells if isinstance(cell.value, str)]
    people = [one.name for one in named if one and one.kind == "person" and one.name]
    other = [name for name in people if not same_person(name, heading)]
    return len(other) * 2 > len(cells)


def is_first(text: str) -> bool:
    """Whether a text is a first name and no more."""
    return text[:1].isupper() and is_first_name(plain(text))


def _fits(cell, heading):
    """Whether a cell can stand under a name: hours, a mark, or the name again."""
    text = cell.text.strip()
    if not text or isinstance(cell.value, (int, float)):
        return True
    words, name = plain(text), plain(heading)
    return (
        len(words) <= 1
        or bool(_HOURS.fullmatch(text))
        or words.startswith(name.split(" ")[0])
        or words in ("ja", "nee", "nvt", "xx")
        or bool(_NAME_AND_HOURS.fullmatch(text))
    )


def _is_name(text, lower=False):
    words = [word for word in re.split(r"[\s\-/&+,]+", text.strip()) if word]
    names = [word for word in words if plain(word) not in _PARTICLES]
    if not 1 <= len(names) <= 5 or not all(map(plain, names)):
        return False
    if any(plain(word) in _NO_NAMES or heading_role(word) for word in names):
        return False
    # hours or a role behind the name: "Jan (12u)"
    letters = [word for word in names if not word.startswith("(")]
    return bool(letters) and all(
        (lower or word[0].isupper()) and not any(c.isdigit() for c in word)
        for word in letters
        if not word.endswith(")")
    )


def _once(columns, header):
    """Keep the first of the roles that a table has once; the others are extra."""
    seen = {"task"}
    result = []
    roles = {column.role for column in columns}
    for column in columns:
        role = column.role
        lone_group = (
            role == "level_group"
            and plain(column.heading) in ("groep", "group")
            and "level_school" not in roles
        )
        if column.col != header.task_col and (
            (role in ONCE and role in seen) or lone_group
        ):
            column = replace(column, role="extra", person=None)
        seen.add(role)
        result.append(column)
    return result


def _link_hours(columns, filled):
    """Say whose hours a column of hours holds."""
    people = [column for column in columns if column.role == "person"]
    hours = [column for column in columns if column.role == "hours_of"]
    if not hours:
        return columns
    if not people:
        # "Uren" without any column for names: of nobody known
        return [
            replace(column, role="person" if column.col in filled else "extra")
            if column.role == "hours_of"
            else column
            for column in columns
        ]
    partners: dict[int, int] = {}
    if len(hours) == 1 and len(people) > 1:
        partners[hours[0].col] = 0
    else:
        free = {column.col for column in people}
        for column in hours:
            left = [col for col in free if col < column.col]
            right = [col for col in free if col > column.col]
            partner = max(left) if left else min(right) if right else 0
            free.discard(partner)
            partners[column.col] = partner
    return [
        replace(column, partner=partners[column.col])
        if column.col in partners
        else column
        for column in columns
    ]
