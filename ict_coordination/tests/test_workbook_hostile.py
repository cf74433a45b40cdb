# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Broken, foreign and hostile files: a result or a ``WorkbookError``, in seconds."""

import gzip
import io
import random
import tempfile
import time
import zipfile
from dataclasses import replace
from pathlib import Path

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook.opening import (
    LIMITS,
    WorkbookError,
    open_grids,
)
from odoo.addons.ict_coordination.workbook.xlsx.limits import MESSAGES

from .workbook_files import SHEET, one_sheet, parts, worksheet, zipped
from .workbook_reading import written
from .workbook_samples import group_book

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
# wall seconds that one file may take here; people wait much less
PATIENCE = 20


@tagged("-at_install", "post_install")
class TestWorkbookHostile(BaseCase):
    def outcome(self, source, limits=LIMITS):
        """Return the code of the error, or ``None`` when the file is read."""
        start = time.monotonic()
        try:
            open_grids(source, limits)
            code = None
        except WorkbookError as error:
            code = error.code
            for language in ("nl", "en"):
                self.assertEqual(len(error.message(language).splitlines()), 1)
        self.assertLess(time.monotonic() - start, PATIENCE)
        return code

    def test_messages(self):
        english, dutch = zip(*MESSAGES.values(), strict=True)
        for words in (english, dutch):
            self.assertEqual(len(set(words)), len(MESSAGES))
        self.assertFalse(set(english) & set(dutch))
        self.assertIn("password", str(WorkbookError("encrypted")))
        self.assertIn("20 MB", WorkbookError("too_big", 20).message("nl_BE"))

    def test_other_kinds_of_files(self):
        def utf16(name):
            return OLE + b"\0" * 600 + name.encode("utf-16-le")

        ods = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}
        for content, expected in (
            (b"", "empty"),
            (utf16("EncryptedPackage"), "encrypted"),
            (utf16("Workbook"), "old_excel"),
            (utf16("WordDocument"), "other_document"),
            (b"%PDF-1.7 ", "other_document"),
            (gzip.compress(b"x"), "other_document"),
            (b"Taak;Jan\r\nbackups;2u\r\n", "text"),
            ("taak\tJan".encode("utf-16"), "text"),
            (b"\xef\xbb\xbf<html><table>", "web_page"),
            (b'<?xml version="1.0"?><Workbook/>', "web_page"),
            (bytes(range(256)), "not_a_workbook"),
            (b"PK\x03\x04 and then nothing", "broken"),
            (b"PK", "broken"),
            (zipped({"photo.jpg": "x"}), "not_a_workbook"),
            (zipped({}), "not_a_workbook"),
            (zipped({"word/document.xml": "<x/>"}), "other_document"),
            (zipped({"xl/workbook.bin": "x"}), "binary_excel"),
            (zipped({**ods, "content.xml": "<x/>"}), "opendocument"),
            (zipped({"Index/Document.iwa": "x"}), "numbers"),
        ):
            self.assertEqual(self.outcome(content), expected, content[:40])

    def test_paths(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(self.outcome(folder), "not_a_file")
            self.assertEqual(self.outcome(Path(folder, "none.xlsx")), "not_found")
            self.assertEqual(self.outcome("a\0b"), "not_found")
            place = Path(folder, "een.xlsx")
            place.write_bytes(one_sheet(CELL))
            self.assertIsNone(self.outcome(place))
            self.assertIsNone(self.outcome(str(place)))

    def test_document_types(self):
        laughs = '<!ENTITY a "ha">' + "".join(
            f'<!ENTITY {new} "{f"&{old};" * 10}">'
            for old, new in zip("abcdefgh", "bcdefghi", strict=True)
        )
        outside = '<!ENTITY i SYSTEM "file:///etc/passwd">'
        sheet = worksheet('<row><c t="inlineStr"><is><t>&i;</t></is></c></row>')
        for inner in (laughs, outside, '<!ENTITY % i SYSTEM "http://[::1]/x"> %i;'):
            bad = f"<!DOCTYPE worksheet [{inner}]>{sheet}"
            self.assertEqual(self.outcome(zipped(parts(bad))), "unsafe")
            wide = f'<?xml version="1.0" encoding="UTF-16"?>{bad}'.encode("utf-16")
            self.assertEqual(self.outcome(zipped(parts(wide))), "unsafe")
        bare = parts(f"<!DOCTYPE worksheet>{worksheet(CELL)}")
        self.assertEqual(self.outcome(zipped(bare)), "unsafe")
        for name in ("_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
            content = parts(worksheet(CELL))
            content[name] = f"<!DOCTYPE x>{content[name]}"
            self.assertEqual(self.outcome(zipped(content)), "unsafe")
        # an entity that nobody declared
        self.assertEqual(self.outcome(zipped(parts(sheet))), "broken")

    def test_bombs(self):
        data = one_sheet(" " * 50_000_000 + CELL)
        self.assertEqual(self.outcome(data), "unpacks_too_large")
        # not that dense, but much together
        few = replace(LIMITS, unpacked=2_000_000)
        self.assertEqual(
            self.outcome(one_sheet(CELL * 80_000), few), "unpacks_too_large"
        )
        texts = f"<si><t>{' ' * 50_000_000}</t></si>"
        self.assertEqual(self.outcome(one_sheet(CELL, texts)), "too_much_text")
        # one long text that many cells share
        rows = "".join('<row><c t="s"><v>0</v></c></row>' for _number in range(5000))
        texts = f"<si><t>{'x' * 40_000}</t></si>"
        self.assertEqual(self.outcome(one_sheet(rows, texts)), "too_much_text")
        data = one_sheet(CELL, styles="<fonts>" + "<font/>" * 5000 + "</fonts>")
        few = replace(LIMITS, tree_elements=5000)
        self.assertEqual(self.outcome(data, few), "unpacks_too_large")
        runs = "<si>" + "<r><t>x</t></r>" * 40_000 + "</si>"
        few = replace(LIMITS, text_total=100_000)
        self.assertEqual(self.outcome(one_sheet(CELL, runs), few), "too_much_text")

    def test_sizes_that_the_zip_lies_about(self):
        data = bytearray(one_sheet(CELL * 2000))
        for size, expected in ((1, "broken"), (100, "broken"), (2**31, None)):
            lie = bytearray(data)
            at = lie.rindex(b"PK\x01\x02")
            lie[at + 24 : at + 28] = size.to_bytes(4, "little")
            self.assertEqual(self.outcome(bytes(lie)), expected)

    def test_depth(self):
        for tag in ("a", "row", "c", "sheetData", "is", "t", "r"):
            for where in ("<row>{}</row>", "<row><c><is>{}</is></c></row>", "{}"):
                deep = where.format(f"<{tag}>" * 100_000)
                self.assertEqual(self.outcome(one_sheet(deep)), "broken")
        for name in ("xl/workbook.xml", "_rels/.rels"):
            content = parts(worksheet(CELL))
            content[name] = "<a>" * 100_000
            self.assertEqual(self.outcome(zipped(content)), "unpacks_too_large")

    def test_formatting_to_the_last_row(self):
        styles = (
            '<fills><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/>'
            '</patternFill></fill></fills><cellXfs><xf/><xf fillId="0"/></cellXfs>'
        )
        rows = "".join(
            f'<row r="{row}" ht="15"><c r="A{row}" s="1"/><c r="B{row}" s="1"/></row>'
            for row in range(16, 1_048_577, 10)
        )
        data = one_sheet(CELL + rows, styles=styles)
        self.assertLess(len(data), LIMITS.file_size)
        start = time.monotonic()
        (only,) = open_grids(data).grids
        self.assertLess(time.monotonic() - start, PATIENCE)
        self.assertEqual((len(only.cells), only.max_row), (1, 1))

    def test_limits(self):
        few = replace(LIMITS, cells=2, sheets=1, merges=1, file_size=5000, seconds=5)
        cells = "<row><c><v>1</v></c><c><v>2</v></c>{}</row>"
        self.assertIsNone(self.outcome(one_sheet(cells.format("")), few))
        more = one_sheet(cells.format("<c><v>3</v></c>"))
        self.assertEqual(self.outcome(more, few), "too_many_cells")
        merges = (
            '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1"/></mergeCells>'
        )
        data = one_sheet(CELL, after=merges)
        self.assertEqual(self.outcome(data, few), "too_many_merges")
        self.assertIsNone(self.outcome(data))
        data = zipped({"x": random.Random(1).randbytes(6000)})
        self.assertEqual(self.outcome(data, few), "too_big")
        self.assertEqual(self.outcome(io.BytesIO(data), few), "too_big")
        slow = replace(LIMITS, seconds=0)
        self.assertEqual(self.outcome(one_sheet(CELL), slow), "too_slow")
        sheets = parts(worksheet(CELL))
        name = '<sheet name="x" sheetId="1" r:id="rId1"/>'
        sheets["xl/workbook.xml"] = sheets["xl/workbook.xml"].replace(
            "</sheets>", f"{name}</sheets>"
        )
        self.assertEqual(self.outcome(zipped(sheets), few), "too_many_sheets")

    def test_many(self):
        texts = "".join(f"<si><t>tekst {number}</t></si>" for number in range(100_000))
        merges = "".join(
            f'<mergeCell ref="A{row}:C{row}"/>' for row in range(1, 10_001)
        )
        data = one_sheet(CELL, texts, after=f"<mergeCells>{merges}</mergeCells>")
        self.assertIsNone(self.outcome(data))
        hidden = '<cols><col min="1" max="999999999" hidden="1"/></cols>'
        self.assertIsNone(self.outcome(one_sheet(CELL, before=hidden)))
        formulas = '<row><c><f t="shared" si="0">' + "A1+" * 3000 + "1</f></c>"
        formulas += '<c><f t="shared" si="0"/></c>' * 10_000 + "</row>"
        self.assertEqual(self.outcome(one_sheet(formulas)), "too_much_text")

    def test_nonsense_in_the_sheet(self):
        for row in (
            '<row r="0"/>',
            '<row r="1048577"/>',
            '<row r="-1"/>',
            '<row r="x"/>',
            '<row r="1"><c r="XFE1"><v>1</v></c></row>',
            '<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>',
            '<row r="1"><c r="11"><v>1</v></c></row>',
            '<row><c t="s"><v>0</v></c></row>',
            '<row><c t="s"><v>-1</v></c></row>',
            '<row><c t="s"><v>x</v></c></row>',
            "<row><c><v>1</v></row>",
            "<c><v>1</v></c>",
            "<row><v>1</v></row>",
            '<row xmlns:a="a" xmlns:a="b"/>',
        ):
            self.assertEqual(self.outcome(one_sheet(row)), "broken", row)
        # odd, but no reason to refuse a workbook
        for row in ('<row><c s="x"><v>1</v></c></row>', '<row><c t="?"><v/></c></row>'):
            self.assertIsNone(self.outcome(one_sheet(row)), row)

    def test_parts_that_are_missing_or_wrong(self):
        good = parts(worksheet(CELL), "<si/>", "<cellXfs><xf/></cellXfs>")
        needed = {SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
        for name in good:
            without = {key: part for key, part in good.items() if key != name}
            code = self.outcome(zipped(without))
            self.assertEqual(code is not None, name in needed, name)
            for wrong in (b"", b"\0\1", b"<a", b"<a/>", "<é/>".encode("utf-16-be")):
                self.outcome(zipped({**good, name: wrong}))
            for encoding in ("nonsense", "utf-7", "cp037", "rot13", "utf-32"):
                start = f'<?xml version="1.0" encoding="{encoding}"?>'
                self.outcome(zipped({**good, name: start + good[name]}))
        styles = (
            "<cellXfs><xf fontId='9'/></cellXfs>",
            "<cellXfs><xf numFmtId='x' fillId='-1' fontId='a'/></cellXfs>",
            "<numFmts><numFmt numFmtId='0' formatCode='[[[[\"'/></numFmts><cellXfs>"
            "<xf numFmtId='0'/></cellXfs>",
            "<fills><fill><patternFill patternType='solid'><fgColor theme='99' "
            "tint='x'/></patternFill></fill></fills><cellXfs><xf fillId='0'/>"
            "</cellXfs>",
        )
        for text in styles:
            self.outcome(one_sheet(CELL, styles=text))

    def test_packing(self):
        for packing in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
            stream = io.BytesIO()
            with zipfile.ZipFile(stream, "w", packing) as archive:
                for name, text in parts(worksheet(CELL)).items():
                    archive.writestr(name, text)
            self.assertEqual(self.outcome(stream.getvalue()), "broken")
        locked = bytearray(one_sheet(CELL))
        at = locked.index(b"PK\x01\x02")
        locked[at + 8] |= 1
        self.assertEqual(self.outcome(bytes(locked)), "encrypted")

    def test_damaged(self):
        data = written(group_book())
        for length in range(0, len(data), len(data) // 150):
            self.assertIsNotNone(self.outcome(data[:length]))
        rng = random.Random(3)
        read = 0
        for _attempt in range(200):
            damaged = bytearray(data)
            for _flip in range(rng.randint(1, 5)):
                damaged[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
            read += self.outcome(bytes(damaged)) is None
        self.assertGreater(read, 0)

    def test_damaged_inside(self):
        """Letters change inside the parts, so that the zip's own sums are right."""
        with zipfile.ZipFile(io.BytesIO(written(group_book()))) as archive:
            content = {name: archive.read(name) for name in archive.namelist()}
        names = sorted(content)
        rng = random.Random(4)
        codes = set()
        for _attempt in range(100):
            name = rng.choice(names)
            damaged = bytearray(content[name])
            for _flip in range(rng.randint(1, 3)):
                at = rng.randrange(len(damaged))
                damaged[at] = rng.choice(b'0129aZ<>/="&\0\xff -')
            codes.add(self.outcome(zipped({**content, name: bytes(damaged)})))
        self.assertLessEqual({None, "broken"}, codes)

    def test_unforeseen(self):
        class Odd(io.BytesIO):
            def read(self, _size=-1):  # pylint: disable=method-required-super
                # a damaged disk, not a damaged file
                raise RuntimeError("what is this")

        self.assertEqual(self.outcome(Odd()), "broken")
        self.assertEqual(self.outcome(zipped(parts("<a/>"))), "broken")
