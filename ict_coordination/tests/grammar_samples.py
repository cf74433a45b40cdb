# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Writes down readings in one line, and reads tables of such lines, for the tests.

``Jan 2~ bpt; vacancy:- ?``: name (``kind:name`` for anybody but a person), hours with
``~`` for an assumed number and ``?`` for unknown, funding; people with ``;`` between.
"""

from odoo.addons.ict_coordination.workbook.found import FoundPerson
from odoo.addons.ict_coordination.workbook.grammar import CellInput, read_cell
from odoo.addons.ict_coordination.workbook.hours import format_number


def read(text, heading=None, **more):
    """Read a cell; ``heading`` is a name or a FoundPerson."""
    if isinstance(heading, str):
        heading = FoundPerson(heading)
    shown = text if isinstance(text, str) else str(text)
    return read_cell(CellInput(text, shown, "F7", heading=heading, **more))


def class_of(reading):
    """Return A, B or C: the worst of the notes."""
    return max((note.klass for note in reading.notes), default="A")


def shown(reading):
    """Return the people of a reading in one line."""
    return "; ".join(_person(person) for person in reading.people)


def _person(person):
    name = person.name or "-"
    kind = "" if person.kind == "person" else f"{person.kind}:"
    hours = "?" if person.hours is None else format_number(person.hours, "en")
    mark = "~" if person.certainty == "assumed" else ""
    return " ".join(filter(None, (kind + name, hours + mark, person.funding)))


def table(text):
    """Return (heading, cell text, class, people) of each line.

    A line that starts with ``@`` gives the heading of the lines below.
    """
    heading, rows = None, []
    for line in text.strip().splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("@"):
            heading = line[1:].strip() or None
            continue
        content, klass, people = (part.strip() for part in line.split(" | "))
        rows.append((heading, content.replace("\\n", "\n"), klass, people.strip("·")))
    return rows
