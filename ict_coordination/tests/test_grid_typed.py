"""What the browser reads by itself in the grid is what the import's grammar reads."""

import json
import re
from pathlib import Path

from odoo.tests import BaseCase, tagged

from ..workbook.found import FoundPerson
from ..workbook.grammar import CellInput, read_cell

TABLE = Path(__file__).parents[1] / "static/tests/typed_cells.js"
PERSON = FoundPerson("Tom Baert", "person", None, "unknown")
# Notes that say no more than the sign that was typed: "±" and "?".
SAID = {"estimate", "doubt"}


def typed_cells():
    """Return the rows of the table that the browser's tests read too."""
    content = TABLE.read_text(encoding="utf-8")
    return json.loads(re.search(r"\[\n.*\n\]", content, re.DOTALL).group())


def read(text):
    """Return (people as (hours, certainty), codes of the notes) of a typed text."""
    found = read_cell(CellInput(text, text, heading=PERSON))
    for person in found.people:
        assert (person.name, person.kind) == (PERSON.name, PERSON.kind), text
        assert not person.funding and person.mandates is None, text
    people = [(person.hours, person.certainty) for person in found.people]
    return people, {note.code for note in found.notes}


@tagged("post_install", "-at_install")
class TestGridTyped(BaseCase):
    """The same table, the same numbers: see ``grid_core_typed.test.js``."""

    def test_read_by_the_browser(self):
        rows = [row for row in typed_cells() if row[1] != "server"]
        self.assertGreater(len(rows), 50)
        for text, *expected in rows:
            with self.subTest(text=text):
                people, notes = read(text)
                if expected == ["remove"]:
                    self.assertEqual((people, notes), ([], set()))
                else:
                    self.assertEqual(people, [tuple(expected)])
                    self.assertLessEqual(notes, SAID)

    def test_left_to_the_server(self):
        """The server has something to say about each: it is never nothing at all."""
        rows = [text for text, *expected in typed_cells() if expected == ["server"]]
        self.assertGreater(len(rows), 70)
        for text in rows:
            with self.subTest(text=text):
                found = read_cell(CellInput(text, text, heading=PERSON))
                self.assertTrue(found.people or found.notes)

    def test_every_number_of_hours(self):
        for hundredths in range(1, 4001):
            hours = hundredths / 100
            for text in (f"{hours}", f"{hours:.2f}".replace(".", ","), f"{hours} u"):
                self.assertEqual(read(text), ([(hours, "exact")], set()), text)
            self.assertEqual(read(f"±{hours}"), ([(hours, "assumed")], {"estimate"}))

    def test_every_minute(self):
        for minutes in range(1, 1000):
            # Halves up, in whole numbers: what the browser's test expects as well.
            hours = (minutes * 10 + 3) // 6 / 100
            self.assertEqual(read(f"{minutes} min"), ([(hours, "exact")], set()))
            clock = f"{minutes // 60}u{minutes % 60:02}"
            self.assertEqual(read(clock), ([(hours, "exact")], set()), clock)
