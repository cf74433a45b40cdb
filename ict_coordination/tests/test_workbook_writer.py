# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
from dataclasses import replace

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook import Book, Entry, Person, Row, Sheet
from odoo.addons.ict_coordination.workbook.writing.formats import PURPLE_FILL

from .workbook_reading import opened, person_cell, table_of, written
from .workbook_samples import (
    CLUSTERS,
    CREATED,
    SCHOOLS,
    TASKS,
    group_book,
    people_of,
    sheet_of,
)


def book_of(*sheets, language="nl_BE"):
    return Book("Boek", language, "An", CREATED, "Groep", CLUSTERS, (), sheets)


@tagged("-at_install", "post_install")
class TestWorkbookWriter(BaseCase):
    def test_sheets_of_a_group(self):
        names = opened(written(group_book())).sheetnames
        self.assertEqual(
            names,
            [
                "Richtlijnen",
                "Takenoverzicht",
                "Huidig – Basisschool De Linde",
                "Streef – Basisschool De Linde",
                "Huidig – GO! Atheneum en Techni",
                "Streef – GO! Atheneum en Techni",
                "Huidig – 't Klavertje buitengew",
                "Streef – 't Klavertje buitengew",
                "Huidig – Scholengroep Denderlan",
                "Streef – Scholengroep Denderlan",
                "Werklast – huidig",
                "Werklast – streef",
                "Open taken – huidig",
                "Open taken – streef",
                "Vergelijking",
            ],
        )

    def test_one_school_has_no_group_sheets(self):
        names = opened(written(group_book("en_US", schools=(0,)))).sheetnames
        self.assertEqual(
            names,
            [
                "Guidelines",
                "Task list",
                "Current – Basisschool De Linde",
                "Target – Basisschool De Linde",
            ],
        )

    def test_headings(self):
        workbook = opened(written(group_book(schools=(0,))))
        sheet = workbook["Streef – Basisschool De Linde"]
        self.assertEqual(
            sheet["A1"].value, "Takenoverzicht ICT-coördinatie – Streefdoel"
        )
        self.assertEqual(sheet["B2"].value, SCHOOLS[0])
        self.assertEqual(sheet["C2"].value, "Schooljaar: 2025-2026")
        self.assertEqual(sheet["B3"].value, SCHOOLS[-1])
        self.assertEqual(sheet["C3"].value, "Status: Actief")
        self.assertEqual(sheet["A4"].value, "Kerntaken")
        self.assertEqual(
            [cell.value for cell in sheet[6]],
            [
                "Cluster", "Omschrijving", "Competenties", "SG", "School", "nvt",
                "KT", "LT", "Geen", "Sofie Van den Broeck", "firma NetHulp",
                "Jan Peeters", "vacature ICT-support", "klankbord Leerlingenraad",
                "Totaal uren", "Zonder uren", "Personen", "Opmerking", "Mandaten",
            ],
        )  # fmt: skip
        bands = {sheet[5][column].value for column in range(19)}
        self.assertEqual(
            bands,
            {None, "Niveau", "Prioriteit", "Taakverdeling & tijdsbesteding", "Totaal"},
        )
        merged = {str(cells) for cells in sheet.merged_cells.ranges}
        self.assertLessEqual({"D5:F5", "G5:I5", "J5:N5", "C7:C11", "C12:C13"}, merged)
        competencies = sheet["C7"].value.split("\n")
        self.assertEqual(competencies[0], "- Technische kennis")
        self.assertEqual(len(competencies), 4)
        current = workbook["Huidig – Basisschool De Linde"]
        self.assertNotIn("KT", [cell.value for cell in current[6]])

    def test_every_entry_is_found_back(self):
        for language in ("nl_BE", "en_US"):
            book = group_book(language)
            workbook = opened(written(book))
            found = 0
            for sheet, worksheet in zip(
                book.sheets, workbook.worksheets[2:10], strict=True
            ):
                found += self._compare(sheet, worksheet, language)
            self.assertEqual(
                found, sum(len(row.entries) for s in book.sheets for row in s.rows)
            )
            self.assertGreater(found, 60)

    def _compare(self, sheet, worksheet, language):
        """Compare a sheet with its rows; return the number of entries found."""
        dutch = language.startswith("nl")
        group = "SG" if dutch else "Group"
        nvt = "nvt" if dutch else "n/a"
        marks = ("KT", "LT", "Geen") if dutch else ("ST", "LT", "None")
        table, found = table_of(worksheet), 0
        self.assertEqual(len(table), len(sheet.rows))
        prefixes = {
            "partner": "firma " if dutch else "company ",
            "vacancy": "vacature " if dutch else "vacancy ",
            "sounding_board": "klankbord " if dutch else "sounding board ",
        }
        headings = {
            person.key: prefixes.get(person.kind, "") + person.name
            for person in sheet.people
        }
        for row, line in zip(sheet.rows, table, strict=True):
            cell = worksheet[line["Omschrijving" if dutch else "Description"][0][0]]
            self.assertEqual(cell.value, row.name)
            purple = cell.fill.fgColor.rgb == "FF" + PURPLE_FILL[1:]
            self.assertEqual(purple, row.is_core)
            level = (line[group][0][1], line["School"][0][1])
            expected = {
                None: (None, None),
                "group": ("x", None),
                "school": (None, "x"),
                "shared": ("x", "x"),
            }
            self.assertEqual(level, expected[row.level])
            self.assertEqual(line[nvt][0][1], None if row.applicable else nvt)
            note = line["Opmerking" if dutch else "Note"][0][1]
            self.assertEqual(note or "", row.note)
            if sheet.kind == "target":
                priority = [line[mark][0][1] for mark in marks]
                self.assertEqual(
                    priority,
                    [
                        "x" if row.priority == name else None
                        for name in ("short", "long", "none")
                    ],
                )
            entries = {entry.person: entry for entry in row.entries}
            for key, heading in headings.items():
                ((_address, text),) = line[heading]
                self.assertEqual(text is not None, key in entries)
                if text:
                    entry = entries[key]
                    self.assertEqual(
                        person_cell(heading, text),
                        (entry.hours, entry.certainty, entry.funding),
                    )
                    found += 1
        return found

    def test_notation(self):
        people = people_of(0)
        staff, vacancy, partner = people[2], people[-2], people[1]
        entries = (
            (Entry(staff.key, 2), "Jan Peeters 2 u"),
            (Entry(staff.key, 2.5, "assumed"), "Jan Peeters ca. 2,5 u"),
            (Entry(staff.key, 0), "Jan Peeters 0 u"),
            (Entry(staff.key, None, funding="BPT"), "Jan Peeters (BPT)"),
            (Entry(staff.key, 0.25, funding="BPT"), "Jan Peeters 0,25 u (BPT)"),
            (Entry(staff.key, 0.0, "unknown"), "Jan Peeters"),
            (Entry(vacancy.key, 4), "vacature ICT-support 4 u"),
            (Entry(partner.key, 4), "firma NetHulp 4 u"),
        )
        rows = tuple(
            Row("", "policy", f"Taak {index}", entries=(entry,))
            for index, (entry, _text) in enumerate(entries)
        )
        book = book_of(Sheet("S", "current", people=people, rows=rows))
        sheet = opened(written(book)).worksheets[2]
        for line, (_entry, expected) in zip(table_of(sheet), entries, strict=True):
            texts = [value for cells in line.values() for _at, value in cells]
            self.assertIn(expected, texts)

    def test_mandates(self):
        book = group_book(schools=(0,))
        table = table_of(opened(written(book)).worksheets[2])
        texts = [line["Mandaten"][0][1] for line in table]
        expected = [
            "; ".join(
                {"g1": "Sofie Van den Broeck: beslist"}.get(
                    entry.person, "Jan Peeters: voert uit, aanspreekpunt"
                )
                for entry in row.entries
                if entry.mandates
            )
            or None
            for row in book.sheets[0].rows
        ]
        self.assertEqual(texts, expected)
        self.assertTrue(any(texts))

    def test_text_is_always_text(self):
        evil = ("=1+1", "+32 9", "@SUM(A1)", "-2", "{=1}", "http://a.be", "0123", "1e5")
        people = tuple(Person(name, name) for name in evil)
        rows = tuple(
            Row("", "policy", name, note=name, entries=(Entry(name, 1, funding=name),))
            for name in evil
        )
        sheet = Sheet("=A1", "target", "=1", "@g", people, rows)
        book = replace(book_of(sheet, replace(sheet, school="+B1")), title="=2+2")
        workbook = opened(written(book))
        found = 0
        for worksheet in workbook:
            for row in worksheet.iter_rows():
                for cell in row:
                    self.assertIsNone(cell.hyperlink)
                    if isinstance(cell.value, str) and cell.value.startswith(evil):
                        if cell.value.startswith("=") and cell.data_type == "f":
                            # only formulas of ours: they never start like a name
                            self.assertNotIn("1+1", cell.value)
                            continue
                        self.assertEqual(cell.data_type, "s")
                        found += 1
        # heading, person cell, task and note on two sheets, at the least
        self.assertGreaterEqual(found, 4 * 2 * len(evil) - 2)

    def test_page_and_helpers(self):
        sheet = opened(written(group_book(schools=(0,))))[
            "Streef – Basisschool De Linde"
        ]
        self.assertEqual(sheet.freeze_panes, "C7")
        self.assertEqual(sheet.auto_filter.ref, f"A6:S{6 + len(TASKS)}")
        self.assertEqual(sheet.page_setup.orientation, "landscape")
        self.assertEqual(int(sheet.page_setup.paperSize), 8)
        self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage)
        # one page wide is the default and not stored
        self.assertIn(sheet.page_setup.fitToWidth, (None, 1))
        self.assertEqual(sheet.page_setup.fitToHeight, 0)
        self.assertEqual(sheet.print_title_rows, "$5:$6")
        lists = {
            str(rule.sqref): rule.formula1
            for rule in sheet.data_validations.dataValidation
        }
        last = 6 + len(TASKS)
        self.assertEqual(
            lists,
            {f"D7:E{last}": '"x"', f"F7:F{last}": '"nvt"', f"G7:I{last}": '"x"'},
        )

    def test_properties(self):
        book = group_book(schools=(0,))
        properties = opened(written(book)).properties
        self.assertEqual(properties.title, book.title)
        self.assertEqual(properties.creator, book.author)
        self.assertIn("Digisprong", properties.description)
        self.assertEqual(properties.created, CREATED)

    def test_same_book_same_bytes(self):
        self.assertEqual(written(group_book()), written(group_book()))

    def test_nobody_and_nothing(self):
        book = book_of(Sheet("Leeg", "current"), Sheet("Ook leeg", "target"))
        workbook = opened(written(book), values=True)
        headings = [cell.value for cell in workbook["Huidig – Leeg"][6]]
        self.assertEqual(headings[6:9], ["Persoon 1", "Persoon 2", "Persoon 3"])
        self.assertIn("Vergelijking", workbook.sheetnames)
        opened(written(Book("", "en", "", CREATED)))

    def test_same_person_twice_in_a_row(self):
        rows = (
            Row(
                "",
                "policy",
                "A",
                entries=(Entry("j", 1), Entry("j", 2, "exact", "BPT")),
            ),
            Row("", "policy", "B", entries=(Entry("j", 4),)),
        )
        people = (Person("j", "Jan", hours_available=10),)
        book = book_of(Sheet("S", "current", people=people, rows=rows))
        sheet = opened(written(book), values=True).worksheets[2]
        table = table_of(sheet)
        texts = [[text for _at, text in line["Jan"]] for line in table]
        self.assertEqual(texts, [["Jan 1 u", "Jan 2 u (BPT)"], ["Jan 4 u", None]])
        left = {row[1].value: row for row in sheet.iter_rows(min_row=10)}
        difference = left["Verschil (beschikbaar – totaal)"]
        self.assertEqual([cell.value for cell in difference[6:9]], [3, None, 3])

    def test_entry_of_nobody(self):
        row = Row("", "policy", "Taak", entries=(Entry("ghost", 1),))
        with self.assertRaisesRegex(ValueError, "ghost"):
            written(book_of(Sheet("S", "current", rows=(row,))))

    def test_thirty_people(self):
        people = tuple(Person(f"p{n}", f"Persoon Achternaam {n}") for n in range(30))
        rows = (Row("", "policy", "T", entries=tuple(Entry(p.key, 2) for p in people)),)
        book = book_of(Sheet("S", "target", people=people, rows=rows))
        (line,) = table_of(opened(written(book), values=True).worksheets[2])
        self.assertEqual(line["Totaal uren"][0][1], 60)
        self.assertEqual(line["Personen"][0][1], 30)

    def test_long_text_is_cut_not_lost(self):
        row = Row("", "policy", "T", note="n" * 40000)
        book = book_of(Sheet("S", "current", rows=(row,)))
        (line,) = table_of(opened(written(book)).worksheets[2])
        self.assertEqual(len(line["Opmerking"][0][1]), 32767)

    def test_own_cluster(self):
        rows = (Row("", "robots", "Robots voeden"),)
        book = book_of(Sheet("S", "current", rows=rows))
        (line,) = table_of(opened(written(book)).worksheets[2])
        self.assertEqual(line["Cluster"][0][1], "robots")

    def test_sample_shows_every_state(self):
        # the other tests say little when the sample gets poor
        rows = [row for number in range(4) for row in sheet_of(number, "target").rows]
        self.assertEqual(
            {row.coverage for row in rows}, {"not_applicable", "open", "single", "team"}
        )
