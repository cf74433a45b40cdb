# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Insights as a workbook and on paper: the same tables, for the same readers."""

from io import BytesIO

from openpyxl import load_workbook
from xlsxwriter import Workbook

from odoo.exceptions import AccessError
from odoo.tests import tagged

from odoo.addons.ict_coordination.insights import (
    KEYS,
    Column,
    Names,
    Table,
    TableRow,
)
from odoo.addons.ict_coordination.insights.book import BookWords, write_insights

from .common import IctCase


@tagged("-at_install", "post_install")
class TestInsightsReport(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for school, member, hours in (
            (cls.own, cls.member_own, 2.5),
            (cls.own, cls.member_teacher, None),
            (cls.sibling, cls.member_sibling, 4),
        ):
            overview = cls.env["ict.overview"].search(
                [("company_id", "=", school.id)]
            ) or cls._new_overview(school)
            cls._allocate(cls._line(overview), member, hours)

    def _workbook(self, role, **data):
        report = self._as(self.env["ir.actions.report"], role)
        content, kind = report._render_xlsx("ict_coordination.insights_xlsx", [], data)
        self.assertEqual(kind, "xlsx")
        return load_workbook(BytesIO(content))

    def _html(self, role, **data):
        report = self._as(self.env["ir.actions.report"], role)
        html, _kind = report._render_qweb_html(
            "ict_coordination.insights_pdf", None, data
        )
        return html.decode()

    def test_workbook_holds_the_tables(self):
        insights = self._as(self.env["ict.insights"], "manager")
        tables = insights._tables(KEYS, insights._scope())
        book = self._workbook("manager")
        self.assertEqual(len(book.sheetnames), len(KEYS) + 1)
        for table, sheet in zip(tables, book.worksheets[1:], strict=True):
            self.assertEqual(sheet["A1"].value, table.title)
            self.assertEqual(sheet["A3"].value, table.rule)
            rows = sum(1 + len(row.parts) for row in table.rows)
            filled = [row for row in sheet.iter_rows(min_row=6) if row[0].value]
            self.assertGreaterEqual(len(filled), len(table.rows), table.key)
            self.assertLessEqual(rows, sheet.max_row, table.key)
        self.assertEqual(
            [cell.value for cell in book.worksheets[0]["B"]][3:],
            [table.summary for table in tables],
        )

    def test_unknown_hours_are_no_zero(self):
        sheet = self._workbook("manager", keys=["workload"]).worksheets[0]
        header = [cell.value for cell in sheet[5]]
        hours = header.index("Without hours") - 1
        found = {row[0]: row[hours : hours + 2] for row in sheet.values if row[0]}
        self.assertEqual(found[self.member_own.name], (2.5, None))
        self.assertEqual(found[self.member_teacher.name], (None, 1))

    def test_a_long_list_of_names_is_cut_and_not_left_out(self):
        columns = (Column("who", "Who", "text"), Column("where", "Where", "schools"))
        row = TableRow("1", {"who": "a" * 40_000}, parts=({"where": [1] * 9},))
        table = Table(
            *("key", "title", "question", "rule", "summary", "empty"),
            columns,
            (row,),
            without_sheet=(1, 1),
            names=Names(schools={1: "School " * 5_000}),
        )
        content = BytesIO()
        with Workbook(content) as book:
            write_insights([table], book, BookWords("t", "a", "w", "w", "en"))
        sheet = load_workbook(content).worksheets[0]
        for place in ("A6", "B7", "A9"):
            with self.subTest(place):
                self.assertEqual(len(sheet[place].value), 32_767)
                self.assertEqual(sheet[place].value[-1], "…")
        self.assertEqual(sheet.row_dimensions[7].outlineLevel, 1)
        self.assertGreater(sheet.row_dimensions[7].height, 20)

    def test_asked_insights_and_nonsense(self):
        book = self._workbook("director", keys=["key_tasks", "nonsense"], year="no")
        self.assertEqual(len(book.sheetnames), 1)
        self.assertEqual(len(self._workbook("director", keys="x").sheetnames), 12)

    def test_paper(self):
        html = self._html("manager", keys=["workload", "common_needs"])
        self.assertIn(self.member_sibling.name, html)
        self.assertIn("2.5 h", html)

    def test_rights(self):
        for role in ("coordinator", "director"):
            book = self._workbook(role)
            texts = str([list(sheet.values) for sheet in book.worksheets])
            for found in (texts, self._html(role)):
                self.assertIn(self.member_own.name, found)
                self.assertNotIn(self.member_sibling.name, found)
                self.assertNotIn(self.sibling.name, found)
        self.assertIn(self.member_sibling.name, self._html("hr"))
        for read in (self._workbook, self._html):
            with self.assertRaises(AccessError):
                read("teacher")
