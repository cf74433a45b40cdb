# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Whatever people are called: every entry is found back, and every formula is right."""

import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook import Book, Entry, Hours, Person, Row, Sheet
from odoo.addons.ict_coordination.workbook.labels import NL
from odoo.addons.ict_coordination.workbook.notation import one_line, person_label

from .workbook_reading import opened, person_cell, recalculated, table_of, written
from .workbook_samples import CLUSTERS, CREATED, group_book

NASTY = (
    "=1+1", "+32", "@jan", "-2", "Jan", "Jan Peeters", "Jan Peeters 2 u", "Lu u 3 u",
    "2", "12,5", "u", "ca. Jan", "Jan ca.", "O'Hara", '"Bo" Nys', "Zoë 😀 Ünal",
    "Jan (BPT)", "%", "a,b", "A.B. u", "x", "nvt", "Luc Dubois", "  Jan \n Wit  ", "&P",
    "firma", "vacature 4 u", "İlker", "", "Jan Peeters",
)  # fmt: skip
names = st.one_of(st.sampled_from(NASTY), st.text(max_size=20))
hours = st.one_of(
    st.none(),
    st.sampled_from([0, 0.25, 60]),
    st.integers(0, 6000).map(lambda number: number / 100),
)
fundings = st.sampled_from(["", "BPT", "ICT-punten", "5u", "(x)", "BPT-uren"])


@st.composite
def sheets(draw):
    kinds = st.sampled_from(["employee", "partner", "vacancy", "sounding_board"])
    people = tuple(
        Person(f"p{index}", name, draw(kinds), draw(hours))
        for index, name in enumerate(draw(st.lists(names, max_size=8)))
    )
    rows = []
    for index in range(draw(st.integers(0, 6))):
        entries = tuple(
            Entry(
                person.key,
                draw(hours),
                draw(st.sampled_from(["exact", "assumed"])),
                draw(fundings),
            )
            for person in people
            if draw(st.booleans())
        )
        cluster = draw(st.sampled_from([cluster.code for cluster in CLUSTERS]))
        rows.append(
            Row(
                "",
                cluster,
                f"Taak {index}",
                draw(st.booleans()),
                draw(st.booleans()),
                draw(st.sampled_from([None, "school", "group", "shared"])),
                None,
                draw(names).strip(),
                entries,
            )
        )
    return Sheet(
        draw(names),
        draw(st.sampled_from(["current", "target"])),
        people=people,
        rows=tuple(rows),
    )


def book_of(*some):
    return Book("B", "nl_BE", "An", CREATED, "G", CLUSTERS, (), some)


@tagged("-at_install", "post_install")
class TestWorkbookProperties(BaseCase):
    @settings(
        max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    @given(st.lists(sheets(), min_size=1, max_size=3))
    def test_every_entry_at_its_place(self, some):
        workbook = opened(written(book_of(*some)), values=True)
        for sheet, worksheet in zip(some, workbook.worksheets[2:], strict=False):
            self._check_sheet(sheet, worksheet)

    def _check_sheet(self, sheet, worksheet):
        first = 9 if sheet.kind == "target" else 6
        # who does tasks first, vacancies and sounding boards behind them
        people = sorted(
            sheet.people, key=lambda one: one.kind in ("vacancy", "sounding_board")
        )
        headings = [person_label(person, NL) for person in people]
        cells = [cell.value for cell in worksheet[6]]
        self.assertEqual(cells[first : first + len(headings)], headings)
        self.assertEqual(worksheet["B2"].value or "", one_line(sheet.school))
        for row, line in zip(
            sheet.rows, worksheet.iter_rows(min_row=7, max_row=6 + len(sheet.rows)),
            strict=True,
        ):  # fmt: skip
            values = [cell.value for cell in line]
            expected = {entry.person: entry for entry in row.entries}
            for index, person in enumerate(people):
                text, entry = values[first + index], expected.get(person.key)
                self.assertEqual(text is None, entry is None)
                if entry:
                    self.assertEqual(
                        person_cell(headings[index], text),
                        (entry.hours, entry.certainty, entry.funding),
                    )
            width = len(headings) or 3
            total, without, count = values[first + width : first + width + 3]
            self.assertEqual(Hours(total, without), row.hours)
            kinds = {person.key: person.kind for person in people}
            doers = [
                entry
                for entry in row.entries
                if kinds[entry.person] in ("employee", "partner")
            ]
            self.assertEqual(count, len(doers))

    def test_formulas_give_what_is_stored(self):
        """LibreOffice computes every formula anew and finds the stored value."""
        people = tuple(
            Person(f"p{index}", name, kind, 4 if index % 3 else None)
            for index, name in enumerate(NASTY)
            for kind in (("partner",) if index % 7 == 3 else ("employee",))
        )
        values = (2, 0.25, None, 0, 60, 12.5, 0.05)
        rows = tuple(
            Row(
                "",
                ("technical", "policy")[number % 2],
                f"Taak {number}",
                applicable=number % 5 != 4,
                entries=tuple(
                    Entry(
                        person.key,
                        values[(index + number) % len(values)],
                        ("exact", "assumed")[(index + number) % 2],
                        ("", "BPT", "BPT-uren", "5u", "20 %")[(index * number) % 5],
                    )
                    for index, person in enumerate(people)
                    if (index + number) % 4
                ),
            )
            for number in range(9)
        )
        nasty = Sheet('\'t "Zuid" & =1', "target", people=people, rows=rows)
        for language in ("nl_BE", "en_US"):
            book = group_book(language)
            book = Book(
                book.title, language, "", CREATED, "", CLUSTERS, book.catalogue,
                (*book.sheets, nasty, Sheet("Leeg", "current")),
            )  # fmt: skip
            data = written(book)
            again = self._recalculated(data)
            self.assertGreater(self._compare(data, again), 900)

    def test_formulas_follow_an_edit(self):
        """Also shows that the test above really computes anew."""
        people = (Person("j", "Jan Peeters"), Person("a", "An"))
        rows = (
            Row("", "policy", "T", entries=(Entry("j", 2), Entry("a"))),
            Row("", "policy", "U"),
        )
        sheet = Sheet("S", "current", people=people, rows=rows)
        cases = (
            ("Jan Peeters 3 u", 3, 1),
            ("Jan Peeters 3u", 3, 1),
            ("Jan Peeters 1,5 u/w", 1.5, 1),
            ("Jan Peeters ca. 1.5 uur/week", 1.5, 1),
            (4, 4, 1),
            (1.5, 1.5, 1),
            ("5", 5, 1),
            ("Jan Peeters", 0, 2),
            ("x", 0, 2),
            ("Jan Peeters 20%", 0, 2),
            ("Jan Peeters 4/22", 0, 2),
            ("Jan Peeters -2 u", 0, 2),
            (None, 0, 1),
        )
        workbook = opened(written(book_of(*[sheet] * len(cases))))
        edited = workbook.worksheets[2:]
        for worksheet, (typed, _total, _without) in zip(edited, cases, strict=True):
            worksheet["G7"].value = typed
        stream = io.BytesIO()
        workbook.save(stream)
        again = opened(self._recalculated(stream.getvalue()), values=True)
        for worksheet, (typed, total, without) in zip(
            again.worksheets[2:], cases, strict=True
        ):
            with self.subTest(typed=typed):
                line = table_of(worksheet)[0]
                self.assertEqual(line["Totaal uren"][0][1], total)
                self.assertEqual(line["Zonder uren"][0][1], without)

    def _recalculated(self, data):
        again = recalculated(data)
        if again is None:
            self.skipTest("LibreOffice (soffice) is not installed")
        return again

    def _compare(self, data, again):
        """Compare all formulas' stored and computed values; return their number."""
        formulas, stored = opened(data), opened(data, values=True)
        computed, count = opened(again, values=True), 0
        for worksheet in formulas:
            for row in worksheet.iter_rows():
                for cell in row:
                    if cell.data_type != "f":
                        continue
                    count += 1
                    old = stored[worksheet.title][cell.coordinate].value
                    new = computed[worksheet.title][cell.coordinate].value
                    where = (worksheet.title, cell.coordinate)
                    if isinstance(old, (int, float)):
                        self.assertAlmostEqual(old, new, 6, where)
                    else:
                        self.assertEqual(old or None, new or None, where)
        return count
