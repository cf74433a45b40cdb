"""The exported workbook holds every allocation, in the reader's language."""

import io

from openpyxl import load_workbook

from odoo.tests import tagged

from odoo.addons.ict_coordination.workbook.open_notes import is_open_note
from odoo.addons.ict_coordination.workbook.writing.formats import NOTE_FILL

from .common import IctCase

REPORT = "ict_coordination.overview_xlsx"
NOTES_REPORT = "ict_coordination.overview_notes_xlsx"


@tagged("post_install", "-at_install")
class TestOverviewXlsx(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.lang"]._activate_lang("nl_BE")
        cls.sheet = cls._new_overview(cls.own)
        cls.target = cls._new_overview(cls.sibling, "target")
        cls.line = cls._line(cls.sheet)
        cls.line.write({"level": "group", "note": "Look at this"})
        cls.evil = cls._new_member(cls._new_employee("=1+1", cls.own), cls.own)
        cls._allocate(
            cls.line,
            cls.member_own,
            1.5,
            funding_id=cls.env.ref("ict_coordination.funding_bpt").id,
        )
        cls._allocate(cls.line, cls.member_group)
        cls._allocate(cls.line, cls.evil, 2)
        target_line = cls._line(cls.target)
        target_line.priority = "short"
        cls._allocate(target_line, cls.member_group, 3, certainty="assumed")
        cls.env.flush_all()

    def _export(self, sheets, role="manager", lang="nl_BE", name=REPORT):
        report = self._as(self.env["ir.actions.report"], role)
        content, kind = report.with_context(lang=lang)._render(name, sheets.ids)
        self.assertEqual(kind, "xlsx")
        return load_workbook(io.BytesIO(content))

    def _cells(self, sheet):
        return {
            cell.value: cell
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }

    def test_one_overview(self):
        book = self._export(self.sheet, "coordinator")
        self.assertEqual(len(book.worksheets), 3)
        sheet = book.worksheets[-1]
        self.assertIn("School A", sheet.title)
        cells = self._cells(sheet)
        row = cells["Jan Peeters 1,5 u (BPT)"].row
        self.assertEqual(cells["Bert De Wit"].data_type, "s")
        texts = [cell.value for cell in sheet[row]]
        self.assertIn("Bert De Wit", texts)
        self.assertIn("Look at this", texts)
        dutch = self.line.task_id.with_context(lang="nl_BE").name
        self.assertIn(dutch, texts)

    def test_text_is_text(self):
        sheet = self._export(self.sheet).worksheets[-1]
        evil = [
            cell
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell.value, str) and cell.value.startswith("=1+1")
        ]
        self.assertTrue(evil)
        self.assertEqual({cell.data_type for cell in evil}, {"s"})

    def test_several_schools(self):
        book = self._export(self.sheet | self.target)
        titles = book.sheetnames
        self.assertEqual(len(titles), len({title.lower() for title in titles}))
        self.assertTrue(all(len(title) <= 31 for title in titles))
        self.assertGreater(len(titles), 4, titles)
        self.assertTrue(any(sheet._charts for sheet in book.worksheets))
        self.assertTrue(
            any("Bert De Wit ca. 3 u" in self._cells(s) for s in book.worksheets)
        )

    def test_language_of_the_reader(self):
        cells = self._cells(self._export(self.sheet, lang="en_US").worksheets[-1])
        self.assertIn("Jan Peeters 1.5 h (BPT)", cells)
        self.assertIn(self.line.task_id.with_context(lang="en_US").name, cells)

    def test_every_allocation_is_found_back(self):
        """As many person cells as allocations, each in the row of its task."""
        sheet = self._export(self.sheet).worksheets[-1]
        allocations = self.sheet.line_ids.allocation_ids
        rows = [
            [str(cell.value) for cell in row if cell.value] for row in sheet.iter_rows()
        ]
        for allocation in allocations:
            task = allocation.task_id.with_context(lang="nl_BE").name
            name = allocation.member_id.name
            [row] = [texts for texts in rows if task in texts]
            self.assertTrue(any(name in text for text in row), (name, row))

    def _add_notes(self):
        """Notes of an import: solved, assumed and open; on a person and on a row."""
        book = self.env["ict.import"].create({"name": "Old.xlsx"})
        sheet = self.env["ict.import.sheet"].create(
            {"import_id": book.id, "name": "S", "company_id": self.own.id}
        )
        allocation = self.line.allocation_ids[0]
        self.env["ict.import.note"].create(
            [
                {
                    "import_id": book.id,
                    "sheet_id": sheet.id,
                    "line_id": self.line.id,
                    "code": "changed_in_odoo",
                    "cell": f"F{row}",
                    "text": text,
                    **values,
                }
                for row, (text, values) in enumerate(
                    [
                        ("on Jan", {"allocation_id": allocation.id}),
                        ("on the row", {}),
                        ("solved", {"state": "accepted"}),
                        ("assumed", {"klass": "B"}),
                    ],
                    7,
                )
            ]
        )
        return allocation

    def _comments(self, book):
        return {
            cell.comment.text: cell
            for sheet in book.worksheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.comment
        }

    def test_open_notes(self):
        allocation = self._add_notes()
        for role in ("coordinator", "manager"):
            book = self._export(self.sheet, role, name=NOTES_REPORT)
            comments = self._comments(book)
            self.assertEqual(len(comments), 2)
            cells = {}
            for text, cell in comments.items():
                self.assertTrue(is_open_note(text), text)
                self.assertEqual(cell.fill.fgColor.rgb, "FF" + NOTE_FILL[1:])
                cells[text.splitlines()[1]] = cell.value
            self.assertEqual(
                cells,
                {
                    "In F7 stond: on Jan": "Jan Peeters 1,5 u (BPT)",
                    "In F8 stond: on the row": "Look at this",
                },
            )
            self.assertEqual(allocation.member_id, self.member_own)
        self.assertFalse(self._comments(self._export(self.sheet)))

    def test_open_notes_of_who_may_read_them(self):
        """HR reads overviews, not imports."""
        self._add_notes()
        self.env.flush_all()
        book = self._export(self.sheet, "hr", name=NOTES_REPORT)
        self.assertFalse(self._comments(book))

    def test_queries_do_not_grow(self):
        def queries(sheets):
            report = self._as(self.env["ir.actions.report"], "manager")
            return self._queries(lambda: report._render(REPORT, sheets.ids))

        more = self.env["ict.overview"].create(
            [
                {"company_id": school.id, "kind": kind, "school_year": "2027-2028"}
                for school in (self.own, self.sibling)
                for kind in ("current", "target")
            ]
        )
        queries(self.sheet | self.target)
        self.assertEqual(
            queries(self.sheet | self.target), queries(self.sheet | self.target | more)
        )
