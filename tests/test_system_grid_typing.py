"""A whole sheet typed with the keyboard in a real browser: nothing is lost."""

import random
from collections import defaultdict

import pytest
from grid_screen import EDITOR, GridScreen, new_target

SCHOOL = "Buitengewoon onderwijs De Vuurtoren"
PEOPLE = 6
NUMBERS = [
    ("1", 1),
    ("2", 2),
    ("10", 10),
    ("0,5", 0.5),
    ("1,5", 1.5),
    ("0,25", 0.25),
    ("2u", 2),
    ("1.75", 1.75),
]
# As the keys are on a Dutch screen.
LETTERS = {"b": "decides", "s": "steers", "a": "contact"}


@pytest.fixture
def sheet(client):
    """An empty overview with enough columns: (id, grid as the server gives it)."""
    user = client("wim")
    company, overview = new_target(user, SCHOOL)
    vacancies = user.call(
        "ict.team.member",
        "create",
        [
            {
                "name": f"Vacature {number}",
                "member_type": "vacancy",
                "company_id": company,
            }
            for number in range(1, 4)
        ],
    )
    yield overview, client("tom").call("ict.overview", "grid_read", [overview])
    user.call("ict.overview", "unlink", [overview])
    user.call("ict.team.member", "unlink", vacancies)


def type_cell(keyboard, rng):
    """Type one cell, the cursor stays in it; return what it must hold.

    That is (hours, certainty, mandates), or None for nobody.
    """
    way = rng.random()
    if way < 0.1:
        return None
    if way < 0.2:
        keyboard.press("x")
        return 0, "unknown", {"executes"}
    text, hours = rng.choice(NUMBERS)
    certainty, mandates = "exact", {"executes"}
    if way < 0.3:
        text, certainty = f"±{text}", "assumed"
    keyboard.type(text)
    if way > 0.9:
        # Confirmed, back, and more: an estimate, who decides, or nobody after all.
        keyboard.press("Tab")
        keyboard.press("Shift+Tab")
        if way > 0.98:
            keyboard.press("Delete")
            return None
        if way > 0.96:
            keyboard.press("~")
            certainty = "assumed"
        else:
            letter = rng.choice(list(LETTERS))
            keyboard.press(letter)
            mandates.add(LETTERS[letter])
    return hours, certainty, mandates


def type_sheet(page, lines, members, before):
    """Type every cell, a row at a time; return {(line, member): what it must hold}.

    :param before: how many columns stand to the left of the people
    """
    rng = random.Random(67)
    keyboard = page.keyboard
    page.locator(EDITOR).focus()
    keyboard.press("Control+Home")
    for _column in range(before):
        keyboard.press("ArrowRight")
    expected = {}
    for number, line in enumerate(lines):
        for member in members:
            expected[line, member] = type_cell(keyboard, rng)
            if member != members[-1]:
                keyboard.press("Tab")
        if number % 2:
            # To the row below and the column where the row with Tab began.
            keyboard.press("Enter")
        else:
            keyboard.press("Shift+Tab")
            for _member in members[2:]:
                keyboard.press("ArrowLeft")
            keyboard.press("ArrowDown")
    return expected


def stored(cursor, overview):
    """Return the same from the database."""
    cursor.execute(
        """
        SELECT line_id, member_id, hours, certainty, decides, executes, steers, contact
        FROM ict_allocation WHERE overview_id = %s
        """,
        (overview,),
    )
    names = ("decides", "executes", "steers", "contact")
    return {
        (line, member): (
            float(hours),
            certainty,
            {name for name, given in zip(names, mandates, strict=True) if given},
        )
        for line, member, hours, certainty, *mandates in cursor.fetchall()
    }


def test_whole_sheet_typed(screen, database, sheet):
    overview, data = sheet
    lines = [line["id"] for line in data["lines"]]
    members = [member["id"] for member in data["members"]][:PEOPLE]
    assert (len(lines), len(members)) == (67, PEOPLE)
    opened = screen("tom")
    grid = GridScreen(opened, overview)
    before = opened.page.locator(
        f".o_ict_grid_row[data-line='{lines[0]}'] td:has(~ td[data-member])[data-field]"
    ).count()
    expected = type_sheet(opened.page, lines, members, before)
    grid.state("saved")

    cursor = database().cursor()
    found = stored(cursor, overview)
    wanted = {key: value for key, value in expected.items() if value}
    wrong = {
        key: (wanted.get(key), found.get(key))
        for key in wanted.keys() | found.keys()
        if wanted.get(key) != found.get(key)
    }
    assert not wrong, (len(wrong), list(wrong.items())[:8])
    assert len(wanted) > 300

    assert_totals(grid, cursor, overview)
    grid.leave()
    grid.calm()


def assert_totals(grid, cursor, overview):
    """Every total on the screen is the sum in the database, unknown apart."""
    groups = {"line": "line_id", "member": "member_id", "cluster": "cluster_id"}
    for kind, column in groups.items():
        cursor.execute(
            f"""
            SELECT {column}, sum(hours), sum(unknown_hours) FROM ict_allocation
            WHERE overview_id = %s GROUP BY {column}
            """,
            (overview,),
        )
        sums = defaultdict(lambda: (0, 0))
        for number, hours, unknown in cursor.fetchall():
            sums[number] = (float(hours), int(unknown))
        shown = {number: grid.total(kind, number) for number in sums}
        assert shown == dict(sums), kind
    cursor.execute(
        "SELECT sum(hours), sum(unknown_hours) FROM ict_allocation"
        " WHERE overview_id = %s",
        (overview,),
    )
    [(hours, unknown)] = cursor.fetchall()
    assert grid.total("all") == (float(hours), int(unknown))
