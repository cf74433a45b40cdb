"""Two people in one hours grid, and one whose connection fails: real browsers."""

import statistics
import time

import pytest
from grid_screen import GridScreen, new_target
from odoo_client import Refused

SCHOOL = "Technisch Instituut De Kaai"
SECONDS_TO_THE_OTHER = 2
LIVE_ROUNDS = 5
OFFLINE = (r"ERR_INTERNET_DISCONNECTED", r"Failed to fetch", r"Connection lost")


@pytest.fixture
def sheet(client):
    """An empty draft of a target: the grid as the server gives it to a coordinator."""
    user = client("wim")
    _company, overview = new_target(user, SCHOOL)
    yield client("pieter").call("ict.overview", "grid_read", [overview])
    [row] = user.call("ict.overview", "read", [overview], ["state"])
    if row["state"] != "draft":
        user.call("ict.overview", "action_reset_draft", [overview])
    user.call("ict.overview", "unlink", [overview])


@pytest.fixture
def place(sheet):
    """Give ``place(n)``: (line, member) of the nth task and the first person."""
    member = sheet["members"][0]["id"]
    return lambda number: (sheet["lines"][number]["id"], member)


@pytest.fixture
def grids(screen, sheet):
    """The grid on the screens of the coordinator and the director."""
    overview = sheet["overview"]["id"]
    opened = [GridScreen(screen(login), overview) for login in ("pieter", "bart")]
    yield opened
    for grid in opened:
        grid.leave()


@pytest.fixture
def stored(database, sheet):
    """Give ``stored()``: {(line, member): hours} in the database."""
    connection = database()
    connection.autocommit = True

    def read():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT line_id, member_id, hours FROM ict_allocation"
                " WHERE overview_id = %s",
                (sheet["overview"]["id"],),
            )
            return {
                (line, member): float(hours)
                for line, member, hours in cursor.fetchall()
            }

    return read


def test_other_sees_a_change(grids, place, stored):
    pieter, bart = grids
    # The first one may come before a browser listens: it is not measured.
    pieter.type(*place(0), "9")
    bart.hours(*place(0), "9")
    taken = []
    for number in range(1, 1 + LIVE_ROUNDS):
        writer, reader = (pieter, bart) if number % 2 else (bart, pieter)
        writer.select(*place(number))
        start = time.monotonic()
        writer.page.keyboard.type(f"{number},5")
        writer.page.keyboard.press("Enter")
        reader.hours(*place(number), f"{number},5")
        taken.append(time.monotonic() - start)
    assert statistics.median(taken) < SECONDS_TO_THE_OTHER, taken
    assert len(stored()) == 1 + LIVE_ROUNDS
    for grid in grids:
        grid.calm()


def conflict(grids, at):
    """Both write one cell at the same time; the director's 3 is first."""
    pieter, bart = grids
    held = []
    pieter.page.route("**/grid_write*", lambda route: held.append(route))
    with pieter.page.expect_request("**/grid_write*"):
        pieter.type(*at, "5")
    bart.type(*at, "3")
    bart.state("saved")
    for route in held:
        route.continue_()
    pieter.page.unroute("**/grid_write*")
    pieter.cell_in("conflict", *at).wait_for()


@pytest.mark.parametrize(("answer", "hours"), [("theirs", 3), ("mine", 5)])
def test_both_change_one_cell(grids, place, stored, answer, hours):
    pieter, bart = grids
    at = place(0)
    conflict(grids, at)
    # What was saved last stands in the database: nothing is overwritten silently.
    assert stored() == {at: 3}
    pieter.select(*at)
    question = pieter.page.locator(".o_ict_cell_answer[data-state=conflict]")
    question.locator("span", has_text="Bart Willems").first.wait_for()
    asked = question.inner_text()
    assert "3" in asked, asked
    assert "5" in asked, asked
    question.locator(f"button[name={answer}]").click()
    pieter.state("saved")
    pieter.hours(*at, str(hours))
    bart.hours(*at, str(hours))
    assert stored() == {at: hours}
    for grid in grids:
        grid.calm()


def test_typed_without_network(grids, place, stored):
    pieter, bart = grids
    pieter.opened.context.set_offline(True)
    for number in range(3):
        pieter.type(*place(number), str(number + 1))
    pieter.state("failed")
    # What failed is tried again first; the rest waits behind it, as visibly.
    pieter.cell_in("failed", *place(0)).wait_for()
    for number in range(3):
        pieter.hours(*place(number), str(number + 1))
    for number in (1, 2):
        pieter.cell_in("pending", *place(number)).wait_for()
    assert stored() == {}
    pieter.opened.context.set_offline(False)
    pieter.state("saved")
    assert stored() == {place(number): number + 1 for number in range(3)}
    bart.hours(*place(2), "3")
    pieter.calm(*OFFLINE)
    bart.calm()


def test_loaded_again_with_unsaved_edits(grids, place, stored):
    pieter, _bart = grids
    with pieter.without_server():
        pieter.type(*place(0), "2,5")
        pieter.cell_in("failed", *place(0)).wait_for()
        # Leaving the page asks whether that is meant.
        with pieter.agreeing():
            pieter.open()
        pieter.hours(*place(0), "2,5")
        assert stored() == {}
    pieter.state("saved")
    assert stored() == {place(0): 2.5}
    pieter.open()
    pieter.hours(*place(0), "2,5")
    pieter.calm(*OFFLINE)


def test_director_activates_meanwhile(grids, sheet, place, client, stored):
    pieter, bart = grids
    overview = sheet["overview"]["id"]
    pieter.type(*place(0), "1")
    pieter.state("saved")
    bart.page.click("button[name=action_activate]")
    bart.page.click(".modal-footer .btn-primary")
    for grid in grids:
        grid.page.locator(".o_ict_grid.o_ict_grid_readonly").wait_for()
    why_not = client("pieter").call("ict.overview", "grid_read", [overview])["why_not"]
    assert why_not
    pieter.page.locator(".o_ict_grid", has_text=why_not).wait_for()
    pieter.cell(*place(1)).click()
    pieter.page.keyboard.type("4")
    pieter.page.keyboard.press("Enter")
    pieter.opened.wait()
    assert stored() == {place(0): 1}
    for grid in grids:
        grid.calm()


@pytest.mark.parametrize("login", ["lies", "an"])
def test_others_do_not_reach_it(sheet, client, demo_server, login):
    """A teacher of the group, and the director of another school."""
    overview = sheet["overview"]["id"]
    line, member = sheet["lines"][0]["id"], sheet["members"][0]["id"]
    edit = {
        "key": f"{line}:{member}",
        "line": line,
        "member": member,
        "base": None,
        "value": {
            "hours": 1,
            "certainty": "exact",
            "mandates": ["executes"],
            "funding": None,
            "note": "",
        },
    }
    for method, *arguments in (
        ("grid_read",),
        ("grid_peer",),
        ("grid_changes", False),
        ("grid_write", [edit], "test"),
        ("grid_people", "", False),
        ("grid_add_person", "vacancy", False, "Iemand"),
    ):
        with demo_server.refusing(), pytest.raises(Refused) as caught:
            client(login).call("ict.overview", method, [overview], *arguments)
        assert caught.value.name == "AccessError", (method, caught.value)
    unchanged = client("wim").call("ict.overview", "grid_read", [overview])
    assert unchanged["cells"] == []
