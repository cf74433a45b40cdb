"""Names ↔ people and schools, sheets ↔ JSON: the pure parts of the import."""

import doctest

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from ..models import ict_import_scope
from ..workbook import found_json, matching, settled
from ..workbook.found import (
    FoundColumn,
    FoundPerson,
    FoundRow,
    FoundSheet,
    Note,
    Proposal,
)
from ..workbook.found_json import from_json, to_json
from ..workbook.matching import Candidate, PersonMatcher, match_school

TEXT = st.text(max_size=12)
PEOPLE = st.builds(
    FoundPerson,
    name=st.none() | TEXT,
    kind=st.sampled_from(["person", "vacancy"]),
    hours=st.none() | st.floats(0, 60),
    certainty=st.sampled_from(["exact", "assumed", "unknown"]),
    mandates=st.none() | st.just(("decides",)) | st.just(()),
    cell=TEXT,
    text=TEXT,
)
PROPOSALS = st.builds(
    Proposal,
    code=TEXT,
    values=st.tuples(TEXT),
    people=st.none() | st.lists(PEOPLE, max_size=2).map(tuple),
    applicable=st.none() | st.booleans(),
)
NOTES = st.builds(
    Note,
    cell=TEXT,
    text=TEXT,
    klass=st.sampled_from("BC"),
    code=TEXT,
    values=st.lists(TEXT, max_size=2).map(tuple),
    proposals=st.lists(PROPOSALS, max_size=2).map(tuple),
)
SHEETS = st.builds(
    FoundSheet,
    name=TEXT,
    kind=st.sampled_from(["current", "other"]),
    school_hint=st.none() | TEXT,
    columns=st.lists(
        st.builds(
            FoundColumn, letter=TEXT, heading=TEXT, role=TEXT, person=st.none() | PEOPLE
        ),
        max_size=2,
    ).map(tuple),
    rows=st.lists(
        st.builds(
            FoundRow,
            row=st.integers(1, 99),
            cluster=st.none() | TEXT,
            cluster_text=TEXT,
            task=TEXT,
            core=st.none() | st.booleans(),
            people=st.lists(PEOPLE, max_size=2).map(tuple),
            notes=st.lists(NOTES, max_size=2).map(tuple),
            cells=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    notes=st.lists(NOTES, max_size=2).map(tuple),
)
SCHOOLS = [
    (1, "Vrije Basisschool De Blauwe Vogel Oostende"),
    (2, "Basisschool De Linde"),
    (3, "Basisschool De Linde Centrum"),
    (4, "Atheneum Zee"),
]


@tagged("-at_install", "post_install")
class TestMatching(BaseCase):
    def test_doctests(self):
        for module in (matching, settled, found_json, ict_import_scope):
            failed, tried = doctest.testmod(module)
            self.assertEqual(failed, 0, module)
            self.assertTrue(tried, module)

    @settings(
        deadline=None,
        max_examples=50,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(SHEETS)
    def test_json_round_trip(self, sheet):
        data = to_json(sheet)
        kept = from_json(FoundSheet, data)
        self.assertEqual(to_json(kept), data)
        if "\\u0000" not in ascii(sheet) and "\\x00" not in ascii(sheet):
            self.assertEqual(kept, sheet)

    def test_people(self):
        people = ["Jan Peeters", "Jan Claes", "An-Sofie Van den Broeck", "Élise Dümont"]
        matcher = PersonMatcher(map(Candidate, people, people))
        for text, how, *found in [
            ("jan peeters", "exact", "Jan Peeters"),
            ("PEETERS JAN", "likely", "Jan Peeters"),
            ("Jan", "ambiguous", "Jan Peeters", "Jan Claes"),
            ("Jan P.", "likely", "Jan Peeters"),
            ("Elise Dumont", "exact", "Élise Dümont"),
            ("Elise", "likely", "Élise Dümont"),
            ("Jan Peters", "near", "Jan Peeters"),
            ("Van den Broeck An-Sofie", "likely", "An-Sofie Van den Broeck"),
            ("Karel", "none"),
            ("", "none"),
        ]:
            with self.subTest(text=text):
                match = matcher.find(text)
                self.assertEqual((match.how, list(match.keys)), (how, found))

    def test_whole_names_only(self):
        matcher = PersonMatcher([Candidate(1, "Net Hulp", loose=False)])
        self.assertEqual(matcher.find("net hulp").how, "exact")
        self.assertEqual(matcher.find("Net").how, "none")

    def test_schools(self):
        for hints, school in [
            (["Basisschool De Linde"], 2),
            (["Huidig – BS De Linde"], 2),
            (["Streefdoel Linde Centrum"], 3),
            (["Huidig – Vrije Basisschool De Bl"], 1),
            ([None, "Huidige situatie", "takenoverzicht_de_linde_2026.xlsx"], 2),
            (["Athenaeum Land"], None),
            ([None, "Huidige situatie", "takenoverzicht.xlsx"], None),
        ]:
            with self.subTest(hints=hints):
                self.assertEqual(match_school(hints, SCHOOLS), school)
