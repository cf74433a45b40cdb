# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Files of Excel, LibreOffice and other programs as plain cells."""

import doctest
import io
from datetime import date, datetime, time, timedelta

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font, PatternFill

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook import colours, grid
from odoo.addons.ict_coordination.workbook.opening import open_grids
from odoo.addons.ict_coordination.workbook.xlsx import formats, xml_parts

from .workbook_files import (
    MAIN,
    SHEET,
    STRICT,
    one_sheet,
    parts,
    relations,
    workbook,
    worksheet,
    zipped,
)
from .workbook_reading import opened, recalculated, written
from .workbook_samples import group_book

# as people type it: without a time zone
MOMENT = datetime(2025, 3, 2, 8, 5)  # noqa: DTZ001 (a cell has no time zone)


def saved(book) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def cells_of(data) -> dict:
    """Return the cells of the only sheet by address."""
    (only,) = open_grids(data).grids
    return {cell.address: cell for cell in only.cells.values()}


def values_of(data) -> dict:
    return {address: cell.value for address, cell in cells_of(data).items()}


@tagged("-at_install", "post_install")
class TestWorkbookOpening(BaseCase):
    def assert_as_openpyxl(self, data):
        """Check every cell against openpyxl: its value, and its formula."""
        values, formulas = opened(data, values=True), opened(data)
        book = open_grids(data)
        self.assertEqual([one.name for one in book.grids], values.sheetnames)
        seen = 0
        for found, sheet in zip(book.grids, values.worksheets, strict=True):
            stated = formulas[found.name]
            for row in sheet.iter_rows():
                for cell in row:
                    mine = found.cells.get((cell.row, cell.column), grid.GridCell(0, 0))
                    self.assertEqual(mine.value or "", cell.value or "", cell)
                    other = stated.cell(cell.row, cell.column)
                    if other.data_type == "f":
                        text = getattr(other.value, "text", other.value)
                        self.assertEqual(mine.formula, text)
                    seen += cell.value is not None
        self.assertGreater(seen, 300)
        return book

    def test_own_export(self):
        book = self.assert_as_openpyxl(written(group_book()))
        self.assertTrue(book.properties["title"])
        self.assertEqual(book.language, "nl")

    def test_libreoffice(self):
        data = recalculated(written(group_book()))
        if data is None:
            self.skipTest("needs LibreOffice")
        self.assert_as_openpyxl(data)

    def test_doctests(self):
        for module in (colours, grid, formats, xml_parts):
            failed, tried = doctest.testmod(module)
            self.assertEqual(failed, 0, module)
            self.assertGreater(tried, 0, module)

    def test_values(self):
        book = openpyxl.Workbook()
        sheet = book.active
        rows = (
            ("Jan 2u", None, "Jan 2u", "Jan 2u"),
            (2, None, 2, "2"),
            (1.5, None, 1.5, "1,5"),
            (0.2, "0%", 0.2, "20%"),
            (2, '0.0" u"', 2, "2 u"),
            (4, '"ca. "0', 4, "ca. 4"),
            (True, None, True, "WAAR"),
            (False, None, False, "ONWAAR"),
            (0, None, 0, "0"),
            ("#REF!", None, "#REF!", "#REF!"),
            (time(1, 30), "h:mm", time(1, 30), "1:30"),
            (timedelta(hours=26), "[h]:mm", timedelta(hours=26), "26:00"),
            (date(2025, 3, 2), "d/mmm", date(2025, 3, 2), "2/03/2025"),
            (MOMENT, "d/mm/yyyy h:mm", MOMENT, "2/03/2025 8:05"),
            ("=1+0.5", None, None, "=1+0,5"),
            ("=SUM(A2:A3)", None, None, "=SUM(A2:A3)"),
        )
        for number, (value, number_format, _value, _text) in enumerate(rows, 1):
            cell = sheet.cell(number, 1, value)
            if number_format:
                cell.number_format = number_format
        cells = cells_of(saved(book))
        for number, (stored, _format, value, text) in enumerate(rows, 1):
            cell = cells[f"A{number}"]
            self.assertEqual((cell.value, cell.text), (value, text))
            self.assertIs(type(cell.value), type(value))
            formula = stored if str(stored).startswith("=") else None
            self.assertEqual(cell.formula, formula)

    def test_look(self):
        book = openpyxl.Workbook()
        sheet = book.active

        def solid(**colour):
            return PatternFill("solid", fgColor=Color(**colour))

        for number, (fill, expected) in enumerate(
            (
                (solid(rgb="FF7030A0"), "7030A0"),
                (solid(theme=7), "8064A2"),
                (solid(theme=7, tint=0.8), "E6E0EC"),
                (solid(indexed=20), "800080"),
                (solid(indexed=64), None),
                (solid(rgb="FFFFFFFF"), None),
                (PatternFill("gray125"), None),
                (PatternFill("lightUp", bgColor="FFE6D9F2"), "E6D9F2"),
            ),
            1,
        ):
            sheet.cell(number, 1, expected or "-").fill = fill
        # an empty cell with a colour is a mark, but not behind everything
        sheet["B2"].fill = sheet["B20"].fill = sheet["Z2"].fill = solid(rgb="FFFFFF00")
        sheet["C1"], sheet["C2"], sheet["C3"] = "weg", "vet", "paars"
        sheet["C1"].font = Font(strike=True)
        sheet["C2"].font = Font(bold=True)
        sheet["C3"].font = Font(color=Color(theme=7))
        gone, stays = InlineFont(strike=True), InlineFont(color="FF7030A0", b=True)
        sheet["D1"] = CellRichText("Jan 2u ", TextBlock(gone, "An 1u"))
        sheet["D2"] = CellRichText(TextBlock(gone, "alles"))
        sheet["D3"] = CellRichText(TextBlock(stays, "een kerntaak"), " x")
        cells = cells_of(saved(book))
        for number in range(1, 9):
            cell = cells[f"A{number}"]
            self.assertEqual(cell.fill or "-", cell.value)
        self.assertEqual((cells["B2"].value, cells["B2"].fill), (None, "FFFF00"))
        self.assertNotIn("B20", cells)
        self.assertNotIn("Z2", cells)
        self.assertTrue(cells["C1"].struck)
        self.assertTrue(cells["C2"].bold)
        self.assertTrue(colours.is_purple(cells["C3"].font))
        self.assertEqual(cells["D1"].text, "Jan 2u An 1u")
        self.assertEqual(
            (cells["D1"].struck, cells["D1"].struck_part), (False, "An 1u")
        )
        self.assertEqual((cells["D2"].struck, cells["D2"].struck_part), (True, None))
        self.assertEqual((cells["D3"].font, cells["D3"].bold), ("7030A0", True))

    def test_purple(self):
        lilac = "7030A0 E6D9F2 5B2A86 8064A2 E4DFEC 800080 9900FF D9D2E9 A02B93 674EA7"
        other = "FFFFFF 000000 0000FF 4472C4 FF0000 FF99CC EAD1DC D9D9D9 9999FF FFFF00"
        for rgb in lilac.split():
            self.assertTrue(colours.is_purple(rgb), rgb)
        for rgb in other.split():
            self.assertFalse(colours.is_purple(rgb), rgb)

    def test_shape_of_the_sheet(self):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet["A1"], sheet["C5"] = "titel", "onder"
        sheet.merge_cells("A1:D2")
        sheet.row_dimensions[5].hidden = sheet.row_dimensions[9].hidden = True
        sheet.column_dimensions.group("E", "G", hidden=True)
        sheet["F7"].comment = Comment("vraag aan Bert", "An")
        book.create_sheet("Oud").sheet_state = "veryHidden"
        book.create_chartsheet("Grafiek")
        first, second = open_grids(saved(book)).grids
        self.assertEqual(first.merges, ((1, 1, 2, 4),))
        self.assertEqual((first.max_row, first.max_col), (7, 6))
        self.assertEqual(first.hidden_rows, {5})
        self.assertEqual(first.hidden_cols, {5, 6, 7})
        comment = first.cells[7, 6]
        self.assertEqual((comment.value, comment.comment), (None, "vraag aan Bert"))
        self.assertEqual((second.name, second.hidden), ("Oud", True))
        self.assertEqual((first.hidden, second.max_row), (False, 0))

    def test_sources(self):
        data = one_sheet('<row><c t="inlineStr"><is><t>a</t></is></c></row>')
        for source in (data, io.BytesIO(data)):
            self.assertEqual(values_of(source), {"A1": "a"})

    def test_namespaces(self):
        rows = '<x:row r="2"><x:c r="B2"><x:v>7</x:v></x:c></x:row>'
        prefixed = (
            f'<x:worksheet xmlns:x="{MAIN}" xmlns:y="urn:y"><x:sheetData>{rows}'
            "</x:sheetData><y:row><y:c><y:v>1</y:v></y:c></y:row></x:worksheet>"
        )
        self.assertEqual(values_of(zipped(parts(prefixed))), {"B2": 7})
        plain = '<row r="2"><c r="B2"><v>7</v></c></row>'
        self.assertEqual(values_of(one_sheet(plain, space=STRICT)), {"B2": 7})

    def test_without_addresses(self):
        rows = (
            "<row><c><v>1</v></c><c/><c><v>3</v></c></row>"
            '<row r="4"><c r="B4"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c>'
            "</row>"
        )
        expected = {"A1": 1, "C1": 3, "B4": 4, "C4": 5, "A5": 6}
        self.assertEqual(values_of(one_sheet(rows)), expected)

    def test_texts(self):
        texts = (
            "<si><t>a_x000D_\nb_x005F_x0041_</t></si>"
            "<si><t>Ota</t><rPh sb='0' eb='1'><t>weg</t></rPh></si><si/>"
            "<si><t>nul_x0000_</t></si>"
        )
        rows = "<row>" + "".join(f'<c t="s"><v>{at}</v></c>' for at in range(4))
        expected = {"A1": "a\nb_x0041_", "B1": "Ota", "D1": "nul"}
        self.assertEqual(values_of(one_sheet(f"{rows}</row>", texts)), expected)

    def test_ticked_boxes(self):
        """LibreOffice stores a plain truth as a formula."""
        rows = (
            '<row r="1"><c r="A1" t="b"><v>1</v></c>'
            '<c r="B1" t="b"><f>TRUE()</f><v>1</v></c>'
            '<c r="C1" t="b"><f>A1=2</f><v>0</v></c></row>'
        )
        cells = cells_of(one_sheet(rows))
        found = {key: (cell.value, cell.formula) for key, cell in cells.items()}
        self.assertEqual(
            found, {"A1": (True, None), "B1": (True, None), "C1": (False, "=A1=2")}
        )

    def test_formulas(self):
        rows = (
            '<row r="1"><c r="A1"><f>1+0.5</f><v>1.5</v></c>'
            '<c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f><v>3</v></c>'
            '<c r="C1" t="str"><f>IF(A1,"","")</f><v></v></c>'
            '<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
            '<row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>'
        )
        cells = cells_of(one_sheet(rows))
        found = {key: (cell.value, cell.formula) for key, cell in cells.items()}
        self.assertEqual(
            found,
            {
                "A1": (1.5, "=1+0.5"),
                "B1": (3, "=A1*2"),
                "C1": ("", '=IF(A1,"","")'),
                "D1": ("#DIV/0!", "=1/0"),
                "B2": (4, "=A2*2"),
            },
        )

    def test_odd_numbers(self):
        styles = '<cellXfs><xf numFmtId="14"/><xf numFmtId="46"/></cellXfs>'
        stored = ("1e999", "NaN", "99999999", "-5", "1E2", "x", "9" * 5000)
        rows = "<row>" + "".join(f"<c><v>{text}</v></c>" for text in stored)
        dates = values_of(one_sheet(f"{rows}</row>", styles=styles))
        self.assertEqual(dates["C1"], 99999999)
        plain = list(values_of(one_sheet(f"{rows}</row>")).values())
        self.assertEqual(plain, ["1e999", "NaN", 99999999, -5, 100, "x", "9" * 5000])

    def test_other_names_of_parts(self):
        content = parts(worksheet("<row><c><v>1</v></c></row>"))
        content["XL\\Worksheets\\Sheet1.xml"] = content.pop(SHEET)
        content["xl/_rels/workbook.xml.rels"] = relations(
            ("rId1", "worksheet", "/xl/worksheets/sheet1.xml"),
            ("rId2", "externalLink", "http://example.com/other.xlsx", "External"),
        )
        self.assertEqual(values_of(zipped(content)), {"A1": 1})

    def test_dates_since_1904(self):
        content = parts(
            worksheet("<row><c><v>1</v></c></row>"),
            styles='<cellXfs><xf numFmtId="14"/></cellXfs>',
        )
        settings = '<workbookPr date1904="1"/>'
        content["xl/workbook.xml"] = workbook("Blad1", settings=settings)
        self.assertEqual(values_of(zipped(content)), {"A1": date(1904, 1, 2)})

    def test_threads(self):
        note = (
            "[Threaded comment]\n\nYour version of Excel allows you to read this; "
            "https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    Wie?"
        )
        thread = (
            '<t:ThreadedComments xmlns:t="urn:t"><t:threadedComment ref="B2"><t:text>'
            'Wie?</t:text></t:threadedComment><t:threadedComment ref="B2"><t:text>Bert'
            "</t:text></t:threadedComment></t:ThreadedComments>"
        )
        content = parts(worksheet(""))
        rows = [("rId1", "comments", "/xl/comments1.xml")]
        content["xl/comments1.xml"] = (
            f'<comments xmlns="{MAIN}"><commentList><comment ref="B2"><text><r><t>'
            f"{note}</t></r></text></comment></commentList></comments>"
        )
        place = "xl/worksheets/_rels/sheet1.xml.rels"
        content[place] = relations(*rows)
        self.assertEqual(cells_of(zipped(content))["B2"].comment, "Wie?")
        rows.append(("rId2", "threadedComment", "../threadedComments/t.xml"))
        content[place] = relations(*rows)
        content["xl/threadedComments/t.xml"] = thread
        self.assertEqual(cells_of(zipped(content))["B2"].comment, "Wie?\nBert")
