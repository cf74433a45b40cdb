# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Reads an exported workbook back by its headings, with openpyxl, for the tests.

On purpose without the addon's own column model: it looks at the words on the sheet, as
somebody who opens the file does.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import openpyxl

from odoo.addons.ict_coordination.workbook import write_file

_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""


def written(book) -> bytes:
    """Return the bytes of the book's file."""
    stream = io.BytesIO()
    write_file(book, stream)
    return stream.getvalue()


def opened(data: bytes, values: bool = False):
    """Open with openpyxl: formulas, or the values stored beside them."""
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def table_of(worksheet) -> list[dict]:
    """Return the task rows of an overview as {heading: [(address, value)…]}."""
    rows = worksheet.iter_rows()
    for row in rows:
        headings = [cell.value for cell in row]
        if "Competenties" in headings or "Competencies" in headings:
            break
    table = []
    for row in rows:
        if row[0].value is None:
            break
        line = {}
        for heading, cell in zip(headings, row, strict=True):
            line.setdefault(heading, []).append((cell.coordinate, cell.value))
        table.append(line)
    return table


_CELL = re.compile(
    r"(?P<about> ca\.)?(?: (?P<hours>[\d,.]+) [uh])?(?: \((?P<funding>.*)\))?", re.S
)


def person_cell(heading: str, text: str):
    """Return (hours or None, certainty, funding) of a person cell."""
    assert text.startswith(heading), (heading, text)
    match = _CELL.fullmatch(text[len(heading) :])
    assert match, (heading, text)
    funding = match["funding"] or ""
    if match["hours"] is None:
        return None, "unknown", funding
    hours = float(match["hours"].replace(",", "."))
    return hours, "assumed" if match["about"] else "exact", funding


def recalculated(data: bytes) -> bytes | None:
    """Let LibreOffice compute every formula anew; ``None`` without LibreOffice."""
    soffice = shutil.which("soffice")
    if not soffice:
        return None
    with tempfile.TemporaryDirectory() as folder:
        home, source = Path(folder, "home"), Path(folder, "book.xlsx")
        (home / "user").mkdir(parents=True)
        settings = home / "user" / "registrymodifications.xcu"
        settings.write_text(_RECALCULATE, encoding="utf-8")
        source.write_bytes(data)
        subprocess.run(
            [
                soffice,
                f"-env:UserInstallation={home.as_uri()}",
                "--headless",
                "--convert-to",
                "xlsx",
                "--outdir",
                str(Path(folder, "out")),
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        return Path(folder, "out", "book.xlsx").read_bytes()
