"""./ict read for real: JSON on one side, one line and status 2 on the other."""

import io
import json
import os
import subprocess
import sys
import time
import zipfile

import openpyxl
import pytest

from launcher.paths import PROJECT

SECONDS = 30
ROWS = (
    ("Takenoverzicht ICT-coördinatie",),
    ("Cluster", "Omschrijving", "Niveau: SG", "School", "Jan Peeters", "Persoon 2"),
    ("Technisch", "Back-ups instellen en opvolgen", None, "x", "2u", "An ± 1,5 u/w"),
)


def ict_read(*arguments, folder=None):
    """Run ./ict read; return the finished process."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ICT_", "PG", "PYTHON", "ODOO"))
    }
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, PROJECT / "ict", "read", *arguments],
        cwd=folder,
        env=clean,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        # building the virtual environment, the first time
        timeout=600,
    )
    done.seconds = time.monotonic() - start
    return done


def refused(done):
    """Check status 2 and one line of words; return the line."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("ict: ")
    assert done.seconds < SECONDS
    return line


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with een.xlsx, read once so that everything is built."""
    place = tmp_path_factory.mktemp("boeken")
    book = openpyxl.Workbook()
    book.active.title = "Huidige situatie"
    for row in ROWS:
        book.active.append(row)
    book.save(place / "een.xlsx")
    assert ict_read("een.xlsx", folder=place).returncode == 0
    return place


def test_json(folder):
    done = ict_read("een.xlsx", folder=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    found = json.loads(done.stdout)
    assert set(found) >= {"sheets", "summary"}
    assert found["summary"]["sheets"] == 1
    assert found["summary"]["lost"] == 0
    text = done.stdout.decode()
    # letters as they are, one thing on a line
    assert "±" in text
    assert text.count("\n") > 20
    (sheet,) = found["sheets"]
    (row,) = sheet["rows"]
    assert (row["row"], row["task"]) == (3, "Back-ups instellen en opvolgen")
    assert "Jan Peeters" in [person["name"] for person in row["people"]]


def test_languages(folder):
    dutch = json.loads(ict_read("een.xlsx", folder=folder).stdout)
    english = json.loads(ict_read("een.xlsx", "--lang", "en", folder=folder).stdout)
    assert dutch["summary"] == english["summary"]
    assert dutch != english
    assert "bestaat niet" in refused(ict_read("nee.xlsx", folder=folder))
    line = refused(ict_read("nee.xlsx", "--lang", "en", folder=folder))
    assert line == "ict: nee.xlsx: There is no such file."


def test_no_file(folder):
    assert "ict read" in refused(ict_read())
    refused(ict_read("", folder=folder))
    refused(ict_read(".", folder=folder))
    refused(ict_read("/dev/null"))
    refused(ict_read("/dev/zero"))


def test_names_on_one_line(folder):
    line = refused(ict_read("twee\nregels\x1b[31m\udcff.xlsx", folder=folder))
    assert "\x1b" not in line


def test_foreign_and_broken(folder):
    whole = (folder / "een.xlsx").read_bytes()
    for content, words in (
        (b"", "leeg"),
        (b"Taak;Jan\n", ".csv"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "geen werkboek"),
        (whole[:-100], "beschadigd"),
        (whole.replace(b"PK\x01\x02", b"PK\x01\x03"), "beschadigd"),
    ):
        (folder / "stuk.xlsx").write_bytes(content)
        assert words in refused(ict_read("stuk.xlsx", folder=folder))
    (folder / "dicht.xlsx").mkdir()
    refused(ict_read("dicht.xlsx", folder=folder))


def with_sheet(whole, xml):
    """Return the workbook with another worksheet inside."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(whole)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            is_sheet = name == "xl/worksheets/sheet1.xml"
            target.writestr(name, xml if is_sheet else source.read(name))
    return stream.getvalue()


def test_hostile(folder):
    whole = (folder / "een.xlsx").read_bytes()
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    start = f'<worksheet xmlns="{main}"><sheetData>'
    cell = '<row><c t="inlineStr"><is><t>x</t></is></c>' + "<c><v>1</v></c>" * 9
    for xml, words in (
        (f"<!DOCTYPE a [<!ENTITY x SYSTEM '/etc/passwd'>]>{start}", "nodig heeft"),
        (start + " " * 100_000_000, "uitgepakt"),
        (start + f"{cell}</row>" * 100_000, "ingevulde cellen"),
        (start + "<row>" * 100_000, "beschadigd"),
    ):
        (folder / "bom.xlsx").write_bytes(with_sheet(whole, xml))
        assert words in refused(ict_read("bom.xlsx", folder=folder))


def test_reader_that_has_read_enough(folder):
    command = [sys.executable, PROJECT / "ict", "read", folder / "een.xlsx"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0
