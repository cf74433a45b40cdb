"""The map in the workbook of several schools: what it says, and that it stays there."""

import doctest
import io

import xlsxwriter
from openpyxl import load_workbook

from odoo.tests import BaseCase, tagged

from ..coverage import sheet
from ..coverage.sheet import write_maps
from ..workbook import Book, Entry, Person, Row, Sheet
from ..workbook.reader import read_book
from ..workbook.writer import OPTIONS, write_book
from .test_import import ImportCase
from .workbook_reading import opened, recalculated
from .workbook_samples import CLUSTERS, CREATED, group_book

PEOPLE = (
    Person("a", "An Maes"),
    Person("b", "Bo Nys"),
    Person("v", "Gezocht", "vacancy"),
)
ROWS = (
    Row("a", "technical", "A", True, level="school", entries=(Entry("a", 2),)),
    Row("b", "technical", "B", entries=(Entry("a", 1), Entry("b"))),
    Row("c", "policy", "C", applicable=False),
    Row("d", "policy", "D", level="shared", entries=(Entry("v", 4),)),
    Row("e", "policy", "E"),
)
#: task → its cell on the map
SIGNS = {"A": "◐ 1", "B": "● 2", "C": "–", "D": "○", "E": "◌"}


def book_of(*sheets, language="nl_BE"):
    return Book("B", language, "An", CREATED, "G", CLUSTERS, (), sheets)


def written(book):
    """Return the bytes of the book with its maps, as the export writes them."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as workbook:
        write_maps(write_book(book, workbook), workbook)
    return stream.getvalue()


def map_of(worksheet):
    """Return the map as ``{task or cluster: {school: text}}``."""
    headings = [cell.value for cell in worksheet[5]]
    return {
        row[0].value: {
            heading: cell.value
            for heading, cell in zip(headings[1:], row[1:], strict=True)
        }
        for row in worksheet.iter_rows(min_row=6)
        if row[0].value
    }


@tagged("-at_install", "post_install")
class TestCoverageSheet(BaseCase):
    def setUp(self):
        super().setUp()
        self.north = Sheet("Noord", "current", people=PEOPLE, rows=ROWS)
        own = Row("", "policy", "Eigen", entries=(Entry("a"),))
        self.south = Sheet("Zuid", "current", people=PEOPLE, rows=(ROWS[1], own))

    def test_doctests(self):
        self.assertEqual(doctest.testmod(sheet).failed, 0)

    def test_cells(self):
        data = written(book_of(self.north, self.south))
        book = opened(data, values=True)
        self.assertEqual(book.sheetnames[-1], "Dekkingskaart")
        found = map_of(book["Dekkingskaart"])
        tasks = ["A", "B", "C", "D", "E", "Eigen"]
        self.assertEqual([name for name in found if name in tasks], tasks)
        for task in tasks:
            self.assertEqual(found[task]["Noord"], SIGNS.get(task))
        self.assertEqual(found["B"]["Zuid"], "● 2")
        self.assertEqual(found["Eigen"]["Zuid"], "◐ 1")
        self.assertIsNone(found["A"]["Zuid"])
        self.assertEqual(found["D"]["Open in # scholen"], 1)
        total = found["Aantal open taken"]
        self.assertEqual((total["Noord"], total["Zuid"]), (2, 0))
        self.assertEqual(total["Open in # scholen"], 2)

    def test_page(self):
        worksheet = opened(written(group_book()))["Dekkingskaart – huidig"]
        self.assertEqual(worksheet.freeze_panes, "C6")
        self.assertEqual(worksheet.page_setup.orientation, "landscape")
        # one page wide, which is what a file says by saying nothing
        self.assertIn(worksheet.page_setup.fitToWidth, (None, 1))
        self.assertEqual(worksheet.page_setup.fitToHeight, 0)
        self.assertTrue(worksheet.sheet_properties.pageSetUpPr.fitToPage)
        self.assertEqual(worksheet.print_title_rows, "$5:$5")
        [area] = worksheet.conditional_formatting
        fills = [rule.dxf.fill and rule.dxf.fill.bgColor.rgb for rule in area.rules]
        self.assertEqual(len(set(fills)), 5)

    def test_a_map_for_each_kind(self):
        names = opened(written(group_book("en_US"))).sheetnames
        self.assertEqual(
            names[-2:], ["Coverage map – current", "Coverage map – target"]
        )

    def test_one_school_has_no_map(self):
        names = opened(written(group_book(schools=(0,)))).sheetnames
        self.assertFalse([name for name in names if "kaart" in name])

    def test_a_school_of_that_name(self):
        odd = Sheet("Dekkingskaart", "current", people=PEOPLE, rows=ROWS)
        names = opened(written(book_of(self.north, odd))).sheetnames
        self.assertEqual(len(names), len(set(names)))

    def test_one_sheet_counts_for_each_school(self):
        draft = Sheet("Noord", "current", people=PEOPLE, rows=ROWS[:1], state="draft")
        data = written(book_of(draft, self.north, self.south))
        worksheet = opened(data, values=True)["Dekkingskaart"]
        self.assertIn("Noord", worksheet["A3"].value)
        headings = [cell.value for cell in worksheet[5]][2:]
        self.assertEqual(headings, ["Noord", "Zuid"])
        self.assertEqual(map_of(worksheet)["B"]["Noord"], "● 2")

    def test_is_not_read(self):
        for language in ("nl_BE", "en_US"):
            with self.subTest(language=language):
                book = group_book(language)
                found = read_book(written(book))
                self.assertFalse(found.lost)
                kinds = [one.kind for one in found.sheets]
                self.assertEqual(kinds[-2:], ["other", "other"])
                self.assertFalse(found.sheets[-1].rows or found.sheets[-2].rows)
                self.assertEqual(
                    sum(kind in ("current", "target") for kind in kinds),
                    len(book.sheets),
                )

    def test_follows_what_is_corrected_in_the_file(self):
        workbook = opened(written(book_of(self.north, self.south)))
        worksheet = workbook["Huidig – Noord"]
        rows = {row[1].value: row for row in worksheet.iter_rows(min_row=7)}
        headings = [cell.value for cell in worksheet[6]]
        bo = headings.index("Bo Nys")
        rows["A"][bo].value = "Bo Nys 2 u"
        rows["B"][bo].value = None
        rows["E"][headings.index("School")].value = "x"
        stream = io.BytesIO()
        workbook.save(stream)
        again = recalculated(stream.getvalue())
        if again is None:
            self.skipTest("LibreOffice (soffice) is not installed")
        found = map_of(opened(again, values=True)["Dekkingskaart"])
        now = {"A": "● 2", "B": "◐ 1", "C": "–", "D": "○", "E": "○"}
        self.assertEqual({task: found[task]["Noord"] for task in now}, now)
        self.assertEqual(found["Aantal open taken"]["Noord"], 2)


@tagged("post_install", "-at_install")
class TestCoverageSheetImport(ImportCase):
    def test_export_and_import(self):
        """The map of an exported group is no sheet of a school."""
        sheets = self._new_overview(self.own) | self._new_overview(self.sibling)
        self._allocate(self._line(sheets[0]), self.member_own, 1)
        self.env.flush_all()
        report = self._as(self.env["ir.actions.report"], "manager")
        content = report._render("ict_coordination.overview_xlsx", sheets.ids)[0]
        names = load_workbook(io.BytesIO(content)).sheetnames
        self.assertEqual(names[-1], "Coverage map")
        # "◌" of a task that nobody looked at, and the one with somebody on it
        found = map_of(opened(content, values=True)["Coverage map"])
        name = self._line(sheets[0]).task_id.name
        self.assertEqual(
            found[name], {"Open in # schools": 1, "School A": "◐ 1", "School B": "◌"}
        )
        book = self._upload(content, role="manager")
        chosen = book.sheet_ids._to_import()
        self.assertEqual(chosen.overview_id, sheets)
        self.assertNotIn("Coverage map", chosen.mapped("name"))
        self.assertEqual(book.import_one()["status"], "nothing")
