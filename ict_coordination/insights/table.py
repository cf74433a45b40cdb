# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""One insight in words: the table that the screen shows, and that the workbook and the
PDF print. Made once, in the reader's language; nobody asks the database again.

Values of cells by the kind of their column; ``None`` is an empty cell:

========================== ====================================================
task, school, cluster      id
competency                 id
person                     key of a person, see ``rows.py``
schools, clusters, people, list of these, in the order in which they are shown
competencies
number                     int
hours                      :class:`Hours`
hours_plain                hours a week, float
text                       str
badges                     list of :class:`Badge`
groups                     list of (str, list of school ids)
========================== ====================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from ..workbook.hours import format_hours
from .table_json import table_json

#: kind of column → (table of names, whether it holds several)
REFERENCES = {
    "task": ("tasks", False),
    "school": ("schools", False),
    "cluster": ("clusters", False),
    "competency": ("competencies", False),
    "person": ("people", False),
    "schools": ("schools", True),
    "clusters": ("clusters", True),
    "competencies": ("competencies", True),
    "people": ("people", True),
}
KINDS = (*REFERENCES, "number", "hours", "hours_plain", "text", "badges", "groups")
TONES = ("", "danger", "warning", "success", "info", "muted")


class Badge(NamedTuple):
    """A word with a colour that repeats what it says; ``tone`` of :data:`TONES`."""

    text: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``help`` explains what is counted, where the label cannot."""

    key: str
    label: str
    kind: str
    help: str = ""

    def __post_init__(self):
        if self.kind not in KINDS:
            raise ValueError(f"not a kind of column: {self.kind!r}")


@dataclass(frozen=True, slots=True)
class Records:
    """Records behind a row: what opens when somebody asks which ones."""

    label: str
    model: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row. ``detail`` says in a few words why it is there: "open in 4 schools".

    :param parts: rows under this row, with some of the same columns; what they refer
        to, the row refers to as well
    :param is_total: the sum of the other rows: last in every order, and not counted
    """

    id: str
    cells: Mapping[str, Any]
    tone: str = ""
    detail: str = ""
    records: tuple[Records, ...] = ()
    parts: tuple[Mapping[str, Any], ...] = ()
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """``{id: name}`` of all that the cells refer to; people by their key."""

    tasks: Mapping[int, str] = field(default_factory=dict)
    schools: Mapping[int, str] = field(default_factory=dict)
    clusters: Mapping[int, str] = field(default_factory=dict)
    competencies: Mapping[int, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    #: tasks that are core, and people who are archived
    core: frozenset[int] = frozenset()
    left: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """One insight, complete.

    :param question: what somebody uses it for, one sentence
    :param rule: why a row is there, with the thresholds in it
    :param summary: what was found, one sentence
    :param tone: of :data:`TONES`: how soon somebody should look
    :param empty: what it means that there are no rows
    :param without_sheet: ids of schools of which nothing can be said
    """

    key: str
    title: str
    question: str
    rule: str
    summary: str
    empty: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...] = ()
    tone: str = ""
    without_sheet: tuple[int, ...] = ()
    names: Names = field(default_factory=Names)

    def references(self) -> dict[str, set]:
        """Return ``{table of names: ids}`` of all that the cells refer to.

        Schools are not among them: whoever reads a table knows them all by name.

        >>> columns = Column("who", "People", "people"), Column("in", "In", "schools")
        >>> row = TableRow("1", {"who": ["member-7", "member-8"], "in": [3]})
        >>> words = ("key", "title", "question", "rule", "summary", "empty")
        >>> found = Table(*words, columns, (row,)).references()
        >>> sorted(found["people"]), "schools" in found
        (['member-7', 'member-8'], False)
        """
        found = {name: set() for name, _several in REFERENCES.values()}
        del found["schools"]
        for column in self.columns:
            name, several = REFERENCES.get(column.kind, ("", False))
            if name not in found:
                continue
            for row in self.rows:
                value = row.cells.get(column.key)
                if value is not None:
                    found[name].update(value if several else (value,))
        return found

    def named(self, names: Names) -> Table:
        """Return the same table with the names of what it refers to."""
        return replace(self, names=names)

    def text(self, column: Column, cells: Mapping[str, Any], language: str) -> str:
        """Return a cell in words, as a workbook or a PDF writes it.

        >>> hours = Column("h", "Hours", "hours_plain")
        >>> table = Table("k", "", "", "", "", "", (hours,))
        >>> table.text(hours, {"h": 2.5}, "nl"), table.text(hours, {}, "nl")
        ('2,5 u', '')
        """
        value = cells.get(column.key)
        if value is None:
            return ""
        if column.kind in REFERENCES:
            name, several = REFERENCES[column.kind]
            names = getattr(self.names, name)
            return ", ".join(
                names.get(one, "") for one in (value if several else (value,))
            )
        if column.kind == "hours":
            return value.format(language)
        if column.kind == "hours_plain":
            return format_hours(value, language)
        if column.kind == "badges":
            return ", ".join(badge.text for badge in value)
        if column.kind == "groups":
            return "; ".join(
                f"{label}: {', '.join(self.names.schools.get(one, '') for one in ids)}"
                for label, ids in value
            )
        return str(value)

    def headline(self, row: TableRow, language: str) -> str:
        """Return a row in a few words: its first cell, and why it is there."""
        first = self.text(self.columns[0], row.cells, language)
        return f"{first}: {row.detail}" if row.detail else first

    def as_json(self) -> dict:
        """Return what the browser gets."""
        return table_json(self)
