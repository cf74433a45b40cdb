# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Builds .xlsx files from raw parts, for the tests of what programs really write."""

from __future__ import annotations

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"


def relations(*rows) -> str:
    """A part of relations; rows are (id, kind, target) or with a target mode."""
    return (
        f'<Relationships xmlns="{_PACKAGE}">'
        + "".join(
            f'<Relationship Id="{row[0]}" Type="{_OFFICE}/{row[1]}" Target="{row[2]}"'
            + (f' TargetMode="{row[3]}"/>' if row[3:] else "/>")
            for row in rows
        )
        + "</Relationships>"
    )


def workbook(*names, settings="") -> str:
    """The main part; sheets get rId1, rId2…"""
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}">{settings}'
        f"<sheets>{sheets}</sheets></workbook>"
    )


def worksheet(rows: str, before: str = "", after: str = "", space: str = MAIN) -> str:
    return (
        f'<worksheet xmlns="{space}">{before}<sheetData>{rows}</sheetData>{after}'
        "</worksheet>"
    )


def parts(sheet: str, texts: str = "", styles: str = "") -> dict[str, str | bytes]:
    """The least that a workbook of one sheet needs."""
    rows = [("rId1", "worksheet", "worksheets/sheet1.xml")]
    result = {
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook("Blad1"),
        SHEET: sheet,
    }
    if texts:
        rows.append(("rId2", "sharedStrings", "sharedStrings.xml"))
        result["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{texts}</sst>'
    if styles:
        rows.append(("rId3", "styles", "styles.xml"))
        result["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
    result["xl/_rels/workbook.xml.rels"] = relations(*rows)
    return result


def zipped(content: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return stream.getvalue()


def one_sheet(rows: str, texts: str = "", styles: str = "", **around) -> bytes:
    """A workbook of one sheet with these rows."""
    return zipped(parts(worksheet(rows, **around), texts, styles))
