# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Whatever stands in a cell: nothing is lost, nothing is guessed without a note."""

import time

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook import Entry, Person
from odoo.addons.ict_coordination.workbook.found import (
    FOUND_KINDS,
    FoundPerson,
)
from odoo.addons.ict_coordination.workbook.grammar import (
    CellInput,
    funding_code,
    is_template_hint,
    read_cell,
    read_heading,
    read_mark,
)
from odoo.addons.ict_coordination.workbook.hours import round_hours
from odoo.addons.ict_coordination.workbook.labels import EN, NL
from odoo.addons.ict_coordination.workbook.notation import (
    entry_text,
    one_line,
    person_label,
)

from .grammar_samples import class_of, read, shown

SETTINGS = settings(
    deadline=None,
    derandomize=True,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow],
)
NAMES = ("Jan", "An", "Piet Claes", "An-Sofie Van den Broeck", "Zoë Ünal", "E. De Wit")
HOURS = {"2u": 2, "1,5 u": 1.5, "1u30": 1.5, "½ u": 0.5, "45 min": 0.75,
         "(3u)": 3, ": 2": 2, "1 uur per week": 1, "kwartier": 0.25}  # fmt: skip
WORDS = (
    *NAMES, *HOURS, "en", "&", "+", ",", ";", "\n", "/", "-", ":", "(", ")", "of",
    "elk", "samen", "ca.", "max", "?", "BPT", "(BPT)", "vacature", "firma", "nv", "SG",
    "team", "zie", "idem", "nvt", "geen", "x", "dagelijks", "/dag", "per maand", "20%",
    "2-3u", "4/22", "1/2", "-2", "60", "lestijden", "→", "was", "tot 31/12",
    "printers", '"',
    "jan.claes@school.be", "0478 12 34 56", "…", "1.000", "een", "half", "2x",
)  # fmt: skip
texts = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=6).map("".join),
    st.text(max_size=60),
    st.text("0123456789.,:/-+xu½ %'\"()", max_size=14),
)
headings = st.sampled_from(
    [None, *(FoundPerson("Jan Peeters", kind) for kind in FOUND_KINDS)]
)
nasty_names = st.one_of(
    st.sampled_from(
        ("Jan", "=1+1", "-2", "Jan 2 u", "ca. Jan", "Jan (BPT)", "nvt", "Persoon 1",
         "2", "Vacature ICT", "firma", "x", "…", "a b", "Jan Peeters")
    ),
    st.text(max_size=20),
)  # fmt: skip


def problems_of(reading, text):
    """Return what is wrong with a reading, for a message that helps."""
    wrong = []
    if text.strip() and not reading.people and not reading.notes:
        clean = "".join(sign for sign in text if sign.isprintable() or sign == "\n")
        if (
            reading.applicable is not False
            and not is_template_hint(text)
            and clean.strip()
        ):
            wrong.append("nothing came out")
    people = [*reading.people]
    for note in reading.notes:
        note.message("nl"), note.message("en")
        for proposal in note.proposals:
            proposal.label("nl"), proposal.label("en")
            people += proposal.people or ()
        if (note.cell, note.text) != ("F7", text):
            wrong.append(f"note without its cell: {note}")
    for person in people:
        if (person.cell, person.text) != ("F7", text) or person.kind not in FOUND_KINDS:
            wrong.append(f"person without its cell: {person}")
        if (person.hours is None) != (person.certainty == "unknown"):
            wrong.append(f"certainty: {person}")
        if person.hours is not None and not (
            0 <= person.hours <= 60 and person.hours == round_hours(person.hours)
        ):
            wrong.append(f"hours: {person}")
    if class_of(reading) == "A" and any(
        p.certainty == "assumed" for p in reading.people
    ):
        wrong.append("assumed without a note")
    return wrong


@tagged("-at_install", "post_install")
class TestGrammarProperties(BaseCase):
    @SETTINGS
    @given(texts, headings)
    @example("\u200b", None)
    @example("\ud800", None)
    @example(".", None)
    def test_nothing_is_lost(self, text, heading):
        self.assertEqual(problems_of(read(text, heading), text), [])

    @SETTINGS
    @given(
        st.one_of(
            st.integers(), st.floats(), st.booleans(), st.times(), st.timedeltas(),
            st.datetimes(), st.dates(), st.none(), st.text(max_size=20),
        ),
        headings,
        st.booleans(),
    )  # fmt: skip
    def test_any_value(self, value, heading, own):
        reading = read_cell(
            CellInput(value, str(value), "F7", heading=heading, own=own)
        )
        self.assertEqual(problems_of(reading, str(value)), [])
        read_mark(value)

    @SETTINGS
    @given(
        st.lists(
            st.tuples(st.sampled_from(NAMES), st.sampled_from(sorted(HOURS))),
            min_size=1,
            max_size=5,
            unique_by=lambda pair: pair[0],
        ),
        st.sampled_from([", ", "; ", "\n", " + ", " en ", " & ", " / "]),
    )
    def test_parts_are_read_as_they_are_alone(self, pairs, between):
        text = between.join(f"{name} {hours}" for name, hours in pairs)
        reading = read(text)
        self.assertEqual(class_of(reading), "A", text)
        self.assertEqual(
            [(person.name, person.hours) for person in reading.people],
            [(name, HOURS[hours]) for name, hours in pairs],
        )

    @SETTINGS
    @given(st.sampled_from(NAMES), st.sampled_from(WORDS), st.text(max_size=12))
    def test_certain_readings_leave_nothing_out(self, name, word, other):
        """Words that are no part of the reading come with a note."""
        letters = "".join(sign for sign in other if sign.isalpha())
        text = f"{name} 2u zzq{letters} {word}"
        reading = read(text)
        self.assertNotEqual(class_of(reading), "A", (text, shown(reading)))

    @SETTINGS
    @given(
        nasty_names,
        st.sampled_from(["employee", "partner", "vacancy", "sounding_board"]),
        st.one_of(st.none(), st.integers(0, 6000).map(lambda number: number / 100)),
        st.sampled_from(["exact", "assumed"]),
        st.sampled_from(
            ["", "BPT", "ICT-punten", "points", "werkingsmiddelen", "operating",
             "vrijwillig", "volunteer", "extern", "external", "5u", "(x)", "Erasmus+"]
        ),
        st.sampled_from([NL, EN]),
    )  # fmt: skip
    @example("Vacature ICT", "vacancy", 2.0, "exact", "BPT", NL)
    def test_own_cells_come_back(self, name, kind, hours, certainty, funding, labels):
        label = person_label(Person("p", name, kind), labels)
        entry = Entry("p", hours, certainty, funding)
        heading = read_heading(label, own=True)
        if heading is None or not one_line(name):
            return  # "Persoon 1": a name that is the placeholder names nobody
        prefix = labels.person_prefixes.get(kind)
        if prefix:
            found = {"partner": "external"}.get(kind, kind)
            self.assertEqual(heading.kind, found)
        elif heading.kind == "person":
            self.assertEqual(heading.name, one_line(name))
        text = entry_text(label, entry, labels)
        reading = read_cell(
            CellInput(text, text, "F7", heading=heading, own=True, heading_text=label)
        )
        (person,) = reading.people
        self.assertEqual((person.name, person.kind), (heading.name, heading.kind))
        self.assertEqual(
            (person.hours, person.certainty), (entry.hours, entry.certainty)
        )
        self.assertEqual(person.funding, funding_code(funding) if funding else None)
        much = hours is not None and hours > 40
        self.assertEqual(class_of(reading), "B" if much else "A")

    def test_time_is_linear(self):
        pieces = ("(", "Jan ", "1 ", "1/", "a-", "a@", "2u + ", "een ", "2x", "1u",
                  "'", "tussen 1 en ", "a.", "- ", "(a", "1,", "van den ")  # fmt: skip
        start = time.process_time()
        for piece in pieces:
            for length in (300, 990, 30_000):
                text = (piece * length)[:length]
                self.assertEqual(problems_of(read(text), text), [], piece)
        self.assertLess(time.process_time() - start, 10)
