# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
from dataclasses import replace

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook import Book, Entry, Person, Row, Sheet

from .workbook_reading import opened, written
from .workbook_samples import CLUSTERS, CREATED, group_book, sheet_of


def table(worksheet):
    """Return the rows of a group sheet as dicts, with the totals at the end."""
    headings = [cell.value for cell in worksheet[5]]
    return [
        dict(zip(headings, (cell.value for cell in row), strict=True))
        for row in worksheet.iter_rows(min_row=6)
        if any(cell.value is not None for cell in row)
    ]


def small_book(*sheets):
    return Book("B", "nl_BE", "An", CREATED, "G", CLUSTERS, (), sheets)


@tagged("-at_install", "post_install")
class TestWorkbookGroup(BaseCase):
    def setUp(self):
        super().setUp()
        both = Person("e1", "An Maes", hours_available=20, pool="m1")
        # the same human as e2, a member of either school
        north = Person("e2", "Bo Nys", hours_available=4, pool="m2")
        south = Person("e2", "Bo Nys", hours_available=6, pool="m3")
        self.north = Sheet(
            "Noord",
            "target",
            "2025-2026",
            people=(both, north),
            rows=(
                Row("a", "technical", "A", entries=(Entry("e1", 2), Entry("e2", 0.5))),
                Row("b", "policy", "B", priority="short"),
                Row("c", "policy", "C", applicable=False),
                Row("d", "policy", "D", priority="long"),
            ),
            hours_budget=10,
        )
        self.south = Sheet(
            "Zuid",
            "target",
            "2025-2026",
            people=(both, south, Person("v", "", "vacancy")),
            rows=(
                Row("a", "technical", "A", entries=(Entry("e1"),)),
                Row("b", "policy", "B", priority="short", entries=(Entry("v", 4),)),
                Row("", "policy", "Eigen taak", entries=(Entry("e2", 1.25),)),
                Row("d", "policy", "D"),
            ),
        )
        self.book = small_book(self.north, self.south)

    def test_workload(self):
        sheet = opened(written(self.book), values=True)["Werklast"]
        self.assertEqual(
            [tuple(line.values()) for line in table(sheet)],
            [
                ("vacature", "vacature", "Zuid", 0, 4, 4, 0, None, None),
                ("An Maes", "personeel", "Noord\nZuid", 2, 0, 2, 1, 20, 18),
                ("Bo Nys", "personeel", "Noord\nZuid", 0.5, 1.25, 1.75, 0, 10, 8.25),
                ("Totaal", None, None, 2.5, 5.25, 7.75, 1, 30, 26.25),
            ],
        )

    def test_workload_has_a_native_chart(self):
        sheet = opened(written(self.book))["Werklast"]
        (chart,) = sheet._charts
        self.assertEqual(chart.grouping, "stacked")
        self.assertEqual(len(chart.series), 2)

    def test_open_tasks(self):
        sheet = opened(written(self.book), values=True)["Open taken"]
        self.assertEqual(
            [tuple(line.values())[1:] for line in table(sheet)],
            [
                # a vacancy in the second school: still open
                ("B", 2, 2, 0, "open KT", "open KT"),
                ("D", 2, 0, 1, "open LT", "open"),
                ("A", 0, 0, 0, "✓", "✓"),
                ("C", 0, 0, 0, "nvt", None),
                ("Eigen taak", 0, 0, 0, None, "✓"),
                ("Aantal open taken", 4, None, None, 2, 2),
            ],
        )

    def test_comparison(self):
        sheet = opened(written(self.book), values=True)["Vergelijking"]
        self.assertEqual(
            [tuple(line.values()) for line in table(sheet)],
            [
                ("Noord", "Streefdoel", "2025-2026", "Actief",
                 3, 1, 0, 2, 1, 1, 1, 2.5, 0, 24, 10),
                ("Zuid", "Streefdoel", "2025-2026", "Actief",
                 4, 2, 2, 2, 1, 0, 0, 5.25, 1, 26, None),
                # 20 hours are shared by both schools and count once
                ("Totaal streefdoel", None, None, None,
                 7, 3, 2, 4, 2, 1, 1, 7.75, 1, 30, 10),
            ],
        )  # fmt: skip

    def test_numbers_are_formulas(self):
        workbook = opened(written(self.book))
        for name, cells in (
            ("Werklast", ("D6", "F6", "G6")),
            ("Open taken", ("C6", "F6", "G6")),
            ("Vergelijking", ("E6", "H6", "L6", "N6")),
        ):
            for cell in cells:
                self.assertEqual(workbook[name][cell].data_type, "f", (name, cell))

    def test_one_sheet_per_school_counts(self):
        draft = replace(self.north, state="draft", rows=())
        older = replace(self.north, state="archived", school_year="2024-2025")
        book = small_book(older, draft, self.north, self.south)
        workbook = opened(written(book), values=True)
        lines = table(workbook["Vergelijking"])
        self.assertEqual([line["School"] for line in lines][:2], ["Noord", "Zuid"])
        self.assertEqual(lines[0]["Status"], "Actief")
        self.assertEqual(lines[-1]["Totaal uren"], 7.75)
        note = workbook["Vergelijking"]["A3"].value
        self.assertIn("Streef – Noord", note)

    def test_schools_of_equal_name(self):
        first = replace(self.north, school_key="1")
        second = replace(self.north, school_key="2")
        lines = table(opened(written(small_book(first, second)))["Vergelijking"])
        self.assertEqual([line["School"] for line in lines][:2], ["Noord", "Noord"])

    def test_only_what_is_in_the_book(self):
        small = group_book(schools=(0, 1))
        names = opened(written(small)).sheetnames
        self.assertFalse([name for name in names if "Klavertje" in name])
        sheet = opened(written(small), values=True)["Vergelijking"]
        total = table(sheet)[-2]["Totaal uren"]
        expected = sheet_of(0, "current").hours + sheet_of(1, "current").hours
        self.assertEqual(total, expected.known)
