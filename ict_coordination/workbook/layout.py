# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Where everything stands on the sheet of an overview; shared by writer and reader.

::

    row 0  title and kind                                      (A)
    row 1  School | its name | School year: 2025-2026          (A, B, C)
    row 2  School group | its name | Status: Active            (A, B, C)
    row 3  purple "Core tasks" | legend                        (A, B)
    row 4  group headings:   Level  Priority  Tasks & hours  Total
    row 5  headings:  Cluster | Description | Competencies | SG | School | nvt
           | (target: KT | LT | Geen) | one column per person
           | hours | without hours | people | note | (mandates)
    row 6… the tasks
           one empty row, then the footer rows in the order of ``FOOTER`` and one row
           of hours per cluster

A row that does not apply has the word ``nvt`` in its own column under "Level", so the
columns of people hold people only. Where nobody has a column, the first task row shows
in the placeholders how to write a person (``Labels.hint``).

Rows and columns count from 0, as in xlsxwriter.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from .model import DOER_KINDS, Person, Row, Sheet

TITLE_ROW, SCHOOL_ROW, GROUP_ROW, LEGEND_ROW = 0, 1, 2, 3
GROUP_HEADER_ROW, HEADER_ROW, FIRST_ROW = 4, 5, 6

CLUSTER, TASK, COMPETENCIES = 0, 1, 2
LEVEL_GROUP, LEVEL_SCHOOL, NOT_APPLICABLE = 3, 4, 5
PRIORITY_SHORT, PRIORITY_LONG, PRIORITY_NONE = 6, 7, 8
PRIORITY_COLUMNS = {
    "short": PRIORITY_SHORT,
    "long": PRIORITY_LONG,
    "none": PRIORITY_NONE,
}

# The custom property by which the reader knows a workbook that we wrote, and the
# version of the layout below. A new version only when an older reader would misread.
FORMAT_PROPERTY, FORMAT_VERSION = "ict_coordination", "1"

MARK = "x"
FOOTER = ("total_hours", "without_hours", "hours_available", "difference")
# columns for people to fill in by hand on a sheet that has nobody yet
PLACEHOLDERS = 3


@dataclass(frozen=True, slots=True)
class PersonColumn:
    """A column of a person; ``person`` is ``None`` for a placeholder.

    ``ordinal`` is above 0 where the same person stands more than once in one row: the
    second entry gets a second column with the same heading.
    """

    person: Person | None
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """The columns and rows of one sheet."""

    is_target: bool
    columns: tuple[PersonColumn, ...]
    row_count: int
    clusters: tuple[str, ...]
    has_mandates: bool
    doers: frozenset[str] = frozenset()

    @classmethod
    def of(cls, sheet: Sheet, clusters: tuple[str, ...]) -> SheetLayout:
        """Return the layout of a sheet; ``clusters`` are the codes for the footer.

        Raises ``ValueError`` when an entry names nobody of the sheet.
        """
        known = {person.key for person in sheet.people}
        repeats: dict[str, int] = {}
        has_mandates = False
        for row in sheet.rows:
            entries = row.entries
            if not entries:
                continue
            keys = [entry.person for entry in entries]
            if not known.issuperset(keys):
                missing = next(key for key in keys if key not in known)
                raise ValueError(
                    f"{sheet.school}, {row.name}: {missing!r} is not on the sheet"
                )
            if len(keys) > 1 and len(set(keys)) < len(keys):
                for key, count in Counter(keys).items():
                    repeats[key] = max(count, repeats.get(key, 1))
            has_mandates = has_mandates or any(entry.mandates for entry in entries)
        columns = tuple(
            PersonColumn(person, ordinal)
            # who does tasks first: a formula counts people in one range
            for person in sorted(sheet.people, key=lambda p: p.kind not in DOER_KINDS)
            for ordinal in range(repeats.get(person.key, 1))
        )
        return cls(
            is_target=sheet.kind == "target",
            columns=columns or (PersonColumn(None),) * PLACEHOLDERS,
            # formulas need a range: an empty sheet has one empty row
            row_count=max(1, len(sheet.rows)),
            clusters=clusters,
            has_mandates=has_mandates,
            doers=frozenset(
                person.key for person in sheet.people if person.kind in DOER_KINDS
            ),
        )

    def people_on(self, row: Row) -> int:
        """Return how many people do a task; nobody does it as long as this is 0."""
        return sum(entry.person in self.doers for entry in row.entries)

    @property
    def has_placeholders(self) -> bool:
        """Whether nobody has a column: the columns are there to be filled in."""
        return self.columns[0].person is None

    @property
    def first_person(self) -> int:
        return PRIORITY_NONE + 1 if self.is_target else NOT_APPLICABLE + 1

    @property
    def last_person(self) -> int:
        return self.first_person + len(self.columns) - 1

    @property
    def last_doer(self) -> int | None:
        """Return the last column of somebody who does tasks, None where nobody can."""
        count = sum(
            column.person is None or column.person.key in self.doers
            for column in self.columns
        )
        return self.first_person + count - 1 if count else None

    @property
    def hours(self) -> int:
        return self.last_person + 1

    @property
    def without_hours(self) -> int:
        return self.last_person + 2

    @property
    def person_count(self) -> int:
        return self.last_person + 3

    @property
    def note(self) -> int:
        return self.last_person + 4

    @property
    def mandates(self) -> int | None:
        return self.last_person + 5 if self.has_mandates else None

    @property
    def last_column(self) -> int:
        return self.mandates or self.note

    @property
    def last_row(self) -> int:
        return FIRST_ROW + self.row_count - 1

    def footer(self, name: str) -> int:
        """Return the row of a footer line of ``FOOTER``."""
        return self.last_row + 2 + FOOTER.index(name)

    def cluster_footer(self, cluster: str) -> int:
        """Return the footer row with the hours of a cluster."""
        return self.last_row + 2 + len(FOOTER) + self.clusters.index(cluster)
