"""The group manager downloads the whole group; every allocation is in the file."""

import csv
import shutil
import subprocess

import openpyxl
import pytest

KINDS = {"current": "Huidige situatie", "target": "Streefdoel"}
PREFIXES = {"vacancy": "vacature", "partner": "firma", "sounding_board": "klankbord"}
OTHER_SHEETS = {
    "Richtlijnen",
    "Takenoverzicht",
    "Werklast – huidig",
    "Werklast – streef",
    "Open taken – huidig",
    "Open taken – streef",
    "Vergelijking",
    "Dekkingskaart – huidig",
    "Dekkingskaart – streef",
}
ALLOCATION_FIELDS = [
    "company_id",
    "kind",
    "task_id",
    "member_id",
    "hours",
    "certainty",
    "funding_id",
]
IN_FORCE = [("overview_id.in_force", "=", True)]


@pytest.fixture(scope="module")
def workbook_path(screen, dutch, tmp_path_factory):
    """Export all overviews in force as the manager does; return the file's path."""
    opened = screen("wim")
    opened.go("/odoo/ict-overviews?view_type=list")
    page = opened.page
    page.click(".o_list_view thead .o_list_record_selector input")
    page.click(".o_control_panel .o_cp_action_menus button:has(.fa-print)")
    with page.expect_download() as started:
        page.click(f".o_menu_item:has-text('{dutch.of('Workbook (Excel)')}')")
    path = tmp_path_factory.mktemp("export") / started.value.suggested_filename
    started.value.save_as(path)
    assert opened.troubles == []
    return path


class OverviewSheet:
    """A sheet of the file, read by the words on it.

    ``rows`` gives for each task its row number, ``columns`` the headings by column.
    """

    def __init__(self, worksheet):
        self.sheet = worksheet
        rows = list(worksheet.iter_rows(values_only=True))
        self.title, self.school = rows[0][0], rows[1][1]
        start = next(n for n, row in enumerate(rows) if "Competenties" in row)
        self.headings = [str(text or "") for text in rows[start]]
        self.rows = {}
        for row in rows[start + 1 :]:
            if row[0] is None:
                break
            assert row[1] not in self.rows, "the same task twice"
            self.rows[row[1]] = row
        self.footer = {row[1]: row for row in rows[start + len(self.rows) + 1 :]}

    def column(self, heading):
        """Return the only column with this heading."""
        assert self.headings.count(heading) == 1, heading
        return self.headings.index(heading)

    def people(self):
        """Return the columns of the people."""
        before = "Geen" if "Geen" in self.headings else "nvt"
        return range(self.column(before) + 1, self.column("Totaal uren"))

    def person_cells(self):
        """Return how many cells hold a person."""
        return sum(
            row[column] is not None
            for row in self.rows.values()
            for column in self.people()
        )


@pytest.fixture(scope="module")
def sheets(workbook_path):
    """The overview sheets by (school, title of the kind)."""
    book = openpyxl.load_workbook(workbook_path, data_only=True)
    found = [
        OverviewSheet(sheet)
        for sheet in book.worksheets
        if str(sheet["A1"].value).startswith("Takenoverzicht ICT-coördinatie – ")
    ]
    return {(sheet.school, sheet.title.split(" – ")[1]): sheet for sheet in found}


@pytest.fixture(scope="module")
def allocations(client):
    """What the database holds, as the manager may read it."""
    user = client("wim")
    found = user.search_read(
        "ict.allocation",
        IN_FORCE,
        [
            "company_id",
            "kind",
            "task_id",
            "member_id",
            "hours",
            "certainty",
            "funding_id",
        ],
    )
    members = user.call(
        "ict.team.member",
        "read",
        list({row["member_id"][0] for row in found}),
        ["name", "member_type"],
    )
    by_id = {member["id"]: member for member in members}
    fundings = user.search_read("ict.funding", [], ["name", "short_name"])
    marks = {row["id"]: row["short_name"] or row["name"] for row in fundings}
    for row in found:
        row["member"] = by_id[row["member_id"][0]]
        row["funding"] = row["funding_id"] and marks[row["funding_id"][0]]
    return found


def test_sheets(workbook_path, sheets, client):
    book = openpyxl.load_workbook(workbook_path)
    companies = client("wim").search_read(
        "res.company", [("ict_school_type", "!=", False)], ["name"]
    )
    schools = {company["name"] for company in companies}
    assert len(schools) == 4
    assert set(sheets) == {
        (school, kind) for school in schools for kind in KINDS.values()
    }
    assert set(book.sheetnames) >= OTHER_SHEETS
    assert len(book.sheetnames) == 8 + len(OTHER_SHEETS)
    assert book["Werklast – huidig"]._charts


def test_every_allocation_is_found_back(sheets, allocations):
    assert len(allocations) > 200
    for row in allocations:
        sheet = sheets[row["company_id"][1], KINDS[row["kind"]]]
        heading = heading_of(row["member"])
        cell = sheet.rows[row["task_id"][1]][sheet.column(heading)]
        assert cell == heading + hours_of(row), row
    # And nobody else.
    for (school, kind), sheet in sheets.items():
        of_sheet = [
            row
            for row in allocations
            if (row["company_id"][1], KINDS[row["kind"]]) == (school, kind)
        ]
        assert sheet.person_cells() == len(of_sheet), (school, kind)


def heading_of(member):
    """Return the heading of a person's column."""
    prefix = PREFIXES.get(member["member_type"])
    if not prefix or member["name"].casefold().startswith(prefix + " "):
        return member["name"]
    return f"{prefix} {member['name']}"


def hours_of(row):
    """Return what stands behind the name in the cell."""
    text = ""
    if row["certainty"] != "unknown":
        number = f"{row['hours']:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        text = (" ca." if row["certainty"] == "assumed" else "") + f" {number} u"
    return text + (f" ({row['funding']})" if row["funding"] else "")


def test_totals_are_the_sums(sheets, allocations):
    for (school, kind), sheet in sheets.items():
        of_sheet = [
            row
            for row in allocations
            if (row["company_id"][1], KINDS[row["kind"]]) == (school, kind)
        ]
        known = round(sum(row["hours"] for row in of_sheet), 2)
        unknown = sum(row["certainty"] == "unknown" for row in of_sheet)
        hours, without = sheet.column("Totaal uren"), sheet.column("Zonder uren")
        rows = sheet.rows.values()
        assert round(sum(row[hours] or 0 for row in rows), 2) == known
        assert sum(row[without] or 0 for row in rows) == unknown
        people = sheet.people()
        footer = sheet.footer["Totaal uren per week"]
        assert round(sum(footer[column] or 0 for column in people), 2) == known


def test_libreoffice_computes_the_same(workbook_path, sheets, tmp_path):
    """The formulas, not only the values stored beside them."""
    soffice = shutil.which("soffice")
    if not soffice:
        pytest.skip("LibreOffice is not on this machine")
    names = openpyxl.load_workbook(workbook_path, read_only=True).sheetnames
    key = ("Technisch Instituut De Kaai", KINDS["current"])
    number = names.index(sheets[key].sheet.title) + 1
    # comma, double quote, UTF-8, ...: the last one is the sheet to write.
    options = f"44,34,76,1,,0,false,false,false,false,false,{number}"
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(tmp_path / 'home').as_uri()}",
            "--headless",
            "--convert-to",
            f"csv:Text - txt - csv (StarCalc):{options}",
            "--outdir",
            str(tmp_path),
            str(workbook_path),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    [written] = tmp_path.glob("*.csv")
    with written.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.reader(handle))
    [footer] = [row for row in rows if row[1] == "Totaal uren per week"]
    expected = sheets[key].footer["Totaal uren per week"]
    for column in sheets[key].people():
        assert float(footer[column].replace(",", ".") or 0) == pytest.approx(
            expected[column] or 0
        )
