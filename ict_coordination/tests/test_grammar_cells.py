# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Cells that are no text, headings, marks, names, and the long list of notations."""

import datetime as dt
import doctest
import importlib
import pkgutil
from pathlib import Path

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook import cell_messages, grammar
from odoo.addons.ict_coordination.workbook.found import FoundPerson
from odoo.addons.ict_coordination.workbook.grammar import (
    CellInput,
    funding_code,
    is_template_hint,
    name_words,
    normal_name,
    read_cell,
    read_heading,
    read_mark,
)

from .grammar_samples import class_of, read, shown, table

CELLS = Path(__file__).parent / "data" / "person_cells.txt"


@tagged("-at_install", "post_install")
class TestGrammarCells(BaseCase):
    def test_doctests(self):
        tried = 0
        for found in pkgutil.iter_modules(grammar.__path__):
            module = importlib.import_module(f"{grammar.__name__}.{found.name}")
            result = doctest.testmod(module)
            self.assertEqual(result.failed, 0, found.name)
            tried += result.attempted
        self.assertGreater(tried, 20)

    def test_many_notations(self):
        rows = table(CELLS.read_text(encoding="utf-8"))
        self.assertGreater(len(rows), 400)
        for heading, text, klass, people in rows:
            with self.subTest(text=text, heading=heading):
                reading = read(text, heading)
                self.assertEqual((class_of(reading), shown(reading)), (klass, people))

    def test_values(self):
        midnight = dt.datetime.fromisoformat("1899-12-30")
        for value, klass, people in (
            (2, "A", "Jan 2"),
            (1.5, "A", "Jan 1.5"),
            (0.125, "A", "Jan 0.13"),
            (True, "A", "Jan ?"),
            (False, "B", ""),
            (0, "B", ""),
            (dt.time(1, 30), "B", "Jan 1.5~"),
            (dt.timedelta(minutes=45), "B", "Jan 0.75~"),
            (midnight + dt.timedelta(hours=1), "B", "Jan 1~"),
            (dt.timedelta(hours=-2), "C", "Jan ?"),
            (dt.datetime.fromisoformat("2026-03-02"), "C", "Jan ?"),
            (dt.date(2026, 3, 2), "C", "Jan ?"),
            (-2, "C", "Jan ?"),
            (41, "C", "Jan ?"),
            (1e300, "C", "Jan ?"),
            (10**400, "C", "Jan ?"),
            (float("nan"), "C", "Jan ?"),
            (float("inf"), "C", "Jan ?"),
            ("#REF!", "C", "Jan ?"),
            (None, "B", ""),
        ):
            with self.subTest(value=value):
                # None: the text of an empty value is "-" here
                text = "-" if value is None else str(value)
                reading = read_cell(
                    CellInput(value, text, "B2", heading=FoundPerson("Jan"))
                )
                self.assertEqual((class_of(reading), shown(reading)), (klass, people))

    def test_number_without_a_name(self):
        for value in (2, 2.5, "2", "2u", "x", True, dt.time(1, 30)):
            reading = read(value)
            self.assertEqual((class_of(reading), shown(reading)), ("C", ""), value)

    def test_number_under_other_headings(self):
        for kind, klass, people in (
            ("external", "A", "external:NetHulp 4"),
            ("vacancy", "A", "vacancy:NetHulp 4"),
            ("sounding_board", "A", "sounding_board:NetHulp 4"),
            ("group", "C", "group:NetHulp ?"),
        ):
            for value in (4, "4u", "4"):
                reading = read(value, FoundPerson("NetHulp", kind))
                self.assertEqual((class_of(reading), shown(reading)), (klass, people))

    def test_percent_of_a_number(self):
        reading = read(0.2, "Jan", number_format="0%")
        self.assertEqual((class_of(reading), shown(reading)), ("C", "Jan ?"))
        self.assertEqual(shown(reading.notes[0].proposals[0]), "Jan 7.2~")

    def test_formulas(self):
        reading = read(1.5, "Jan", formula="=1+0,5")
        self.assertEqual((class_of(reading), shown(reading)), ("B", "Jan 1.5~"))
        self.assertEqual(reading.notes[0].values, ("=1+0,5",))
        reading = read_cell(CellInput(None, "=1+0,5", "B2", "=1+0,5"))
        self.assertEqual(
            [(note.klass, note.text) for note in reading.notes], [("C", "=1+0,5")]
        )

    def test_empty(self):
        for value in (None, "", "  ", "\n", "\u200b"):
            reading = read_cell(CellInput(value, value or "", "B2"))
            self.assertEqual((reading.people, reading.notes), ((), ()))

    def test_date_of_excel(self):
        reading = read(dt.datetime.fromisoformat("2026-03-02"), "Jan")
        proposals = reading.notes[0].proposals
        self.assertEqual([shown(p) for p in proposals], ["Jan 2.5~", "Jan 2~"])

    def test_long_text(self):
        remark = "De toestellen worden door het bedrijf opgevolgd. " * 8
        reading = read(remark, "Jan")
        self.assertEqual([note.code for note in reading.notes], ["long_text"])
        self.assertEqual(reading.notes[0].proposals[0].remark, remark)
        team = "\n".join(
            f"Persoon{chr(97 + i)} {chr(65 + i)}. {i % 9 + 1}u" for i in range(25)
        )
        self.assertGreater(len(team), 300)
        self.assertEqual(len(read(team).people), 25)

    def test_headings(self):
        for text, people in (
            ("Jan Peeters", "Jan Peeters ?"),
            ("Jan\nPeeters", "Jan Peeters ?"),
            ("Juf An (12u)", "An 12"),
            ("firma NetHulp", "external:NetHulp ?"),
            ("leverancier: NetHulp", "external:NetHulp ?"),
            ("Vacature", "vacancy:- ?"),
            ("klankbord leerlingenraad", "sounding_board:leerlingenraad ?"),
            ("Jan & An", "group:Jan & An ?"),
            ("secretariaat", "group:secretariaat ?"),
            ("Jan (BPT)", "Jan ? bpt"),
        ):
            person = read_heading(text)
            reading = type("Reading", (), {"people": (person,)})
            self.assertEqual(shown(reading), people, text)
        for text in (
            "Persoon 1", "Persoon", "Naam", "naam + # uur/week", "", "…", "2", "x",
            "Opmerkingen", "Deadline", "Uren", "Totaal uren", "Status", "Datum",
            "Toelichting", "Prioriteit", "Wie?",
        ):  # fmt: skip
            self.assertIsNone(read_heading(text), text)

    def test_marks(self):
        for text in (
            "x",
            "X",
            "v",
            "✓",
            "ja",
            "j",
            "J",
            "1",
            1,
            1.0,
            True,
            " x ",
            "(x)",
        ):
            self.assertIs(read_mark(text).value, True, text)
        for text in ("nee", "n", "0", "-", 0, False):
            self.assertIs(read_mark(text).value, False, text)
        for text, code in (
            ("", "empty"), (None, "empty"), ("?", "unread"), (7, "unread"),
            ("enkel 3de graad", "unread"), (dt.date(2026, 3, 2), "unread"),
        ):  # fmt: skip
            mark = read_mark(text)
            self.assertEqual((mark.value, mark.code), (None, code), text)
        mark = read_mark("Jan Peeters 2u")
        self.assertEqual((mark.value, mark.code), (None, "people"))
        self.assertEqual(shown(mark.people), "Jan Peeters 2")

    def test_names(self):
        same = (
            "Jan Peeters",
            "PEETERS Jan",
            "Mr. Jan  Peeters",
            "jan peeters",
            "Ján Peeters",
        )
        self.assertEqual(len({normal_name(name) for name in same}), 1)
        self.assertEqual(name_words("J.Peeters"), {"j", "peeters"})
        self.assertNotEqual(normal_name("Jan Peeters"), normal_name("An Peeters"))

    def test_hints(self):
        for text in ("naam + # uur/week", "Naam + # uren/week", "Persoon 3", "...", "…",
                     "naam", "naam + aantal uur", "[naam]", "Person 1"):  # fmt: skip
            self.assertTrue(is_template_hint(text), text)
        for text in ("Jan", "2", "naamloos", "persoon van SG", "x", "-", "?"):
            self.assertFalse(is_template_hint(text), text)

    def test_funding(self):
        for word, code in (
            ("BPT", "bpt"), ("bpt-uren", "bpt"), ("ICT-punten", "points"),
            ("points", "points"), ("werkingsmiddelen", "operating"),
            ("operating", "operating"), ("vrijwillig", "volunteer"),
            ("volunteer", "volunteer"), ("extern", "external"),
            ("external", "external"), ("Erasmus+", "Erasmus+"),
        ):  # fmt: skip
            self.assertEqual(funding_code(word), code)

    def test_every_code_has_words(self):
        used = {
            code
            for heading, text, _klass, _people in table(
                CELLS.read_text(encoding="utf-8")
            )
            for note in read(text, heading).notes
            for code in (note.message("nl"), note.message("en"))
            if code
        }
        self.assertGreater(len(used), 100)
        for words in (cell_messages.CELL_MESSAGES, cell_messages.CELL_PROPOSALS):
            for code, (english, dutch) in words.items():
                self.assertTrue(english and dutch, code)
                for mark in ("{0}", "{1}"):
                    self.assertEqual(mark in english, mark in dutch, code)
