# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What the export writes is read back to the letter, whatever people are called."""

import io
import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook import Book, Entry, Person, Row, Sheet
from odoo.addons.ict_coordination.workbook.model import (
    LEVELS,
    MANDATES,
    PRIORITIES,
    STATES,
)
from odoo.addons.ict_coordination.workbook.notation import one_line
from odoo.addons.ict_coordination.workbook.opening import open_grids
from odoo.addons.ict_coordination.workbook.reader import read_book, read_grids

from .reader_plain import as_plain, found_as_plain, notes_of
from .test_workbook_properties import NASTY
from .workbook_reading import written
from .workbook_samples import CLUSTERS, CREATED, group_book

# 10,000 and more by setting it; what runs with every test takes about a minute
EXAMPLES = int(os.environ.get("ICT_HYPOTHESIS_EXAMPLES", "60"))

WORDS = (
    *NASTY,
    "Totaal uren",
    "Opmerking",
    "SG",
    "nvt",
    "Persoon 1",
    "idem",
    "Cluster",
)
texts = st.one_of(
    st.sampled_from(WORDS),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8),
)
lines = texts.filter(lambda text: bool(one_line(text)))
hours = st.one_of(
    st.none(),
    st.sampled_from([0.0, 0.25, 60.0]),
    # more than 60 hours a week is no allocation: a question, also in our own export
    st.integers(0, 6000).map(lambda number: number / 100),
)
priorities = st.sampled_from([None, *PRIORITIES])
fundings = st.sampled_from(["", "", "BPT", "ICT-punten", "5u", "(x)", "eigen potje"])


@st.composite
def sheets(draw, school=lines):
    """Small sheets: few people, few rows, every kind of value."""
    kind = draw(st.sampled_from(["current", "target"]))
    count = draw(st.integers(0, 3))
    names = [draw(texts) for _person in range(count)]
    people = tuple(
        Person(
            f"p{index}",
            name,
            draw(st.sampled_from(["employee", "partner", "vacancy", "sounding_board"])),
        )
        for index, name in enumerate(names)
    )
    # a line of mandates names the person: it can only be told apart by name
    named = len({one_line(name).casefold() for name in names}) == count
    named = named and all(":" not in name and one_line(name) for name in names)
    rows = []
    for _row in range(draw(st.integers(1, 3))):
        entries = tuple(
            Entry(
                person.key,
                draw(hours),
                draw(st.sampled_from(["exact", "assumed"])),
                draw(fundings),
                draw(st.sampled_from([(), MANDATES[:1], MANDATES])) if named else (),
            )
            for person in people
            if draw(st.booleans())
        )
        rows.append(
            Row(
                "",
                draw(st.sampled_from(CLUSTERS)).code,
                draw(lines),
                draw(st.booleans()),
                draw(st.booleans()),
                draw(st.sampled_from([None, *LEVELS])),
                draw(st.sampled_from([None, *PRIORITIES]))
                if kind == "target"
                else None,
                draw(st.one_of(st.just(""), texts)),
                entries,
            )
        )
    return Sheet(
        draw(school),
        kind,
        draw(st.sampled_from(["", "2025-2026", "24/25"])),
        draw(texts),
        people,
        tuple(rows),
        draw(st.sampled_from(STATES)),
    )


@st.composite
def books(draw):
    """Books of one sheet, sometimes two: sheets about the group are not read back."""
    first = draw(sheets())
    some = [first]
    if draw(st.integers(0, 9)) == 9:
        some.append(replace(draw(sheets()), school=first.school))
    language = draw(st.sampled_from(["nl_BE", "nl_BE", "en_US"]))
    return Book("B", language, "", CREATED, "", CLUSTERS, (), tuple(some))


@tagged("-at_install", "post_install")
class TestReaderRoundTrip(BaseCase):
    maxDiff = None

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(books())
    def test_written_and_read_is_equal(self, book):
        found = read_book(written(book))
        self.assertEqual(found_as_plain(found), as_plain(book))
        self.assertEqual(found.lost, ())
        self.assertEqual([n for n in notes_of(found) if n.klass == "C"], [])

    def test_a_group_with_everything(self):
        for language in ("nl_BE", "en_US"):
            book = group_book(language)
            found = read_book(written(book))
            self.assertEqual(found_as_plain(found), as_plain(book))
            self.assertEqual(notes_of(found), [])
            self.assertEqual(found.own_format, "1")
            kinds = [sheet.kind for sheet in found.sheets]
            self.assertEqual(kinds.count("other"), 6)
            self.assertEqual(kinds.count("catalogue"), 1)

    def test_without_the_property(self):
        """Saved again by a program that drops it: the layout still tells."""
        book = group_book()
        grids = open_grids(written(book))
        del grids.properties["ict_coordination"]
        found = read_grids(grids)
        self.assertEqual(found.own_format, None)
        self.assertEqual(found_as_plain(found), as_plain(book))
        self.assertEqual([n for n in notes_of(found) if n.klass == "C"], [])

    def test_saved_by_another_program(self):
        """openpyxl drops stored values of formulas and writes its own styles."""
        book = group_book(schools=(0, 1))
        workbook = openpyxl.load_workbook(io.BytesIO(written(book)))
        stream = io.BytesIO()
        workbook.save(stream)
        self.assertEqual(found_as_plain(read_book(stream.getvalue())), as_plain(book))

    def test_saved_by_libreoffice(self):
        soffice = shutil.which("soffice")
        if not soffice:
            self.skipTest("needs LibreOffice (soffice) on the path")
        book = group_book(schools=(0, 1))
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder, "book.xlsx")
            source.write_bytes(written(book))
            home = Path(folder, "home").as_uri()
            subprocess.run(
                [soffice, f"-env:UserInstallation={home}", "--headless",
                 "--convert-to", "xlsx", "--outdir", f"{folder}/out", str(source)],
                check=True, capture_output=True, timeout=240,
            )  # fmt: skip
            found = read_book(Path(folder, "out", "book.xlsx"))
        self.assertEqual(found_as_plain(found), as_plain(book))
        self.assertEqual([n for n in notes_of(found) if n.klass == "C"], [])
