# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Workbooks as schools grow them, each with what has to be read, to the letter."""

import inspect
import io

import openpyxl

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook.as_json import as_json
from odoo.addons.ict_coordination.workbook.grammar import is_template_hint
from odoo.addons.ict_coordination.workbook.reader import read_book

from . import (
    grown_workbooks_marks,
    grown_workbooks_people,
    grown_workbooks_sheets,
    grown_workbooks_sides,
)
from .filled_workbooks import official_book, with_comment
from .grown_workbooks import GROWN, saved, told
from .workbook_reading import written
from .workbook_samples import group_book

MODULES = (
    grown_workbooks_people,
    grown_workbooks_marks,
    grown_workbooks_sheets,
    grown_workbooks_sides,
)

NO_FIELD = ("person", "hours_of", "remark", "mandates", "number", "extra")
CELLS = (
    "Jan 2u", "Jan en An 2u", "dagelijks", 3, "firma NetHulp 4u", "ntb", "=1+0.5",
    "zie Bert", "Jan 2-3u", "Jan 60u", "…", "alle leerkrachten", "20%", "idem", "x",
)  # fmt: skip


def lost_of(content, result) -> list[str]:
    """Return the cells of rows that were read which the JSON says nothing of.

    Independent of the reader's own account: openpyxl opens the file again. Only cells
    of the columns that a row has fields for may stand in ``cells`` alone.
    """
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    lost = []
    for sheet in workbook.worksheets:
        told_of: dict[str, str] = {}
        rows = set()
        for part in result["sheets"]:
            if part["name"] != sheet.title:
                continue
            fields = {
                column["column"]
                for column in part["columns"]
                if column["role"] not in NO_FIELD
            }
            for row in part["rows"]:
                rows.add(row["row"])
                cells = [
                    one
                    for one in row["cells"]
                    if one["cell"].rstrip("0123456789") in fields
                    or is_template_hint(one["text"])
                ]
                for one in (*row["people"], *row["notes"], *cells):
                    told_of.setdefault(one["cell"], "")
                    told_of[one["cell"]] += "\n" + one["text"]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.row not in rows:
                    continue
                known = told_of.get(cell.coordinate, "")
                if cell.value is not None and not known.strip():
                    lost.append(f"{sheet.title}!{cell.coordinate}")
                elif cell.data_type == "s" and cell.value not in known:
                    lost.append(f"{sheet.title}!{cell.coordinate}: {cell.value}")
                if cell.comment and cell.comment.text not in known:
                    lost.append(f"{sheet.title}!{cell.coordinate} (comment)")
    return lost


def filled(worksheet, first_row, first_person):
    """Write one of everything into the published layout."""
    for place, text in enumerate(CELLS):
        worksheet.cell(first_row + place, first_person + place % 3).value = text
    with_comment(worksheet.cell(first_row + 4, first_person), "na te vragen")
    worksheet.cell(first_row + 5, 2).value = "Iets van onszelf"
    worksheet.cell(first_row - 1, first_person + 6).value = "Deadline"
    worksheet.cell(first_row + 6, first_person + 6).value = "1 mei"


@tagged("-at_install", "post_install")
class TestReaderGrown(BaseCase):
    maxDiff = None

    def test_read_to_the_letter_and_nothing_lost(self):
        self.assertGreater(len(GROWN), 20)
        self.assertEqual({build.__module__ for build in GROWN},
                         {module.__name__ for module in MODULES})  # fmt: skip
        for build in GROWN:
            with self.subTest(build.__name__):
                workbook = openpyxl.Workbook()
                build(workbook)
                content = saved(workbook)
                book = read_book(content)
                self.assertEqual(told(book), inspect.cleandoc(build.__doc__))
                self.assertEqual(book.lost, ())
                self.assertEqual(lost_of(content, as_json(book)), [])

    def test_nothing_lost_of_other_workbooks(self):
        """The published layout with one of everything, and our own export."""
        for content in (official_book(filled), written(group_book(schools=(0, 1)))):
            book = read_book(content)
            self.assertEqual(book.lost, ())
            self.assertEqual(lost_of(content, as_json(book)), [])

    def test_the_account_sees_what_is_lost(self):
        """The check above can fail: without a note, a cell is missing."""
        workbook = openpyxl.Workbook()
        next(one for one in GROWN if one.__name__ == "column_of_status")(workbook)
        content = saved(workbook)
        result = as_json(read_book(content))
        for row in result["sheets"][0]["rows"]:
            row["notes"] = []
        self.assertIn("Huidig!C2", lost_of(content, result))
