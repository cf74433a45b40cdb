"""Wrong input by real users: a clear message in Dutch, and nothing lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from grid_screen import GridScreen
from odoo_client import OdooClient, Refused

KAAI = "Technisch Instituut De Kaai"
LINDE = "Basisschool De Linde"
NOT_POSSIBLE = "%(hours)s hours a week is not possible"
ROUNDS = 4


@pytest.fixture
def refused(demo_server, dutch):
    """Give ``refused(user, model, method, ...)``: the English source of the refusal."""

    def call(user, *args, **kwargs):
        with demo_server.refusing(), pytest.raises(Refused) as caught:
            user.call(*args, **kwargs)
        return dutch.meaning(caught.value.message)

    return call


@pytest.fixture
def admin(demo_server):
    """The administrator, for what only an administrator can bring about."""
    return OdooClient(demo_server, "admin", "admin")


def in_force(user, school, kind):
    """Return the id of the sheet of a school."""
    [found] = user.call(
        "ict.overview",
        "search",
        [
            ("company_id.name", "=", school),
            ("kind", "=", kind),
            ("in_force", "=", True),
        ],
    )
    return found


def open_line(user, overview):
    """Return {id, task_id} of a line that nobody does."""
    return user.search_read(
        "ict.overview.line",
        [
            ("overview_id", "=", overview),
            ("applicable", "=", True),
            ("allocation_ids", "=", False),
        ],
        ["task_id"],
        limit=1,
    )[0]


@pytest.mark.parametrize("hours", [61, -1, 60.01])
def test_hours_out_of_range(client, refused, hours):
    user = client("pieter")
    line = open_line(user, in_force(user, KAAI, "target"))["id"]
    [member] = user.call("ict.team.member", "search", [("name", "=", "Elif Yılmaz")])
    values = {"line_id": line, "member_id": member, "hours": hours}
    assert refused(user, "ict.allocation", "create", [values]).startswith(NOT_POSSIBLE)
    assert not user.call("ict.allocation", "search", [("line_id", "=", line)])


def test_member_of_another_group(client, refused, admin):
    user = client("wim")
    [company] = admin.call("res.company", "create", [{"name": "Andere groep"}])
    admin.tick([company])
    values = {"name": "Vreemde", "member_type": "vacancy", "company_id": company}
    [member] = admin.call("ict.team.member", "create", [values])
    try:
        for login, school in {"wim": LINDE, "pieter": KAAI}.items():
            user = client(login)
            line = open_line(user, in_force(user, school, "target"))["id"]
            meaning = refused(
                user,
                "ict.allocation",
                "create",
                [{"line_id": line, "member_id": member, "hours": 1}],
            )
            assert meaning.startswith("%(name)s belongs to %(other)s")
            of_line = [("line_id", "=", line)]
            assert not user.call("ict.allocation", "search", of_line)
    finally:
        admin.call("ict.team.member", "unlink", [member])
        admin.call("res.company", "write", [company], {"active": False})


def test_school_was_deleted(client, refused, admin):
    """Someone has the form open while the administrator deletes the company."""
    values = {"name": "Tijdelijke school"}
    [company] = admin.call("res.company", "create", [values])
    admin.call("res.company", "unlink", [company])
    user = client("wim")
    meaning = refused(
        user,
        "ict.overview",
        "web_save",
        [],
        {"company_id": company, "kind": "current", "school_year": "2027-2028"},
        specification={},
    )
    assert meaning.startswith("This school was deleted in the meantime.")


def test_second_active_overview_on_screen(screen, client, dutch, demo_server):
    user, opened = client("an"), screen("an")
    first = in_force(user, LINDE, "current")
    [company] = user.call("res.company", "search", [("name", "=", LINDE)])
    values = {"company_id": company, "kind": "current", "school_year": "2027-2028"}
    [second] = user.call("ict.overview", "create", [values])
    try:
        opened.go(f"/odoo/ict-overviews/{second}")
        page = opened.page
        page.click("button[name=action_activate]")
        with demo_server.refusing():
            page.click(".modal-footer .btn-primary")
            message = page.locator(".modal", has_text="2026-2027").locator("main")
            text = message.inner_text()
        assert dutch.meaning(text).startswith("%(school)s has an active overview")
        assert opened.texts() & dutch.english == set()
        # The way out that the message offers.
        page.click(".modal-footer .btn-primary")
        page.locator(".o_form_view", has_text="2026-2027").wait_for()
        states = user.call("ict.overview", "read", [first, second], ["state"])
        assert [row["state"] for row in states] == ["active", "draft"]
    finally:
        user.call("ict.overview", "unlink", [second])


def test_words_for_hours_on_screen(screen, client):
    """Not a number and nobody's name: the cell says so, and the text stays in it."""
    user, opened = client("pieter"), screen("pieter")
    overview = in_force(user, KAAI, "target")
    line = open_line(user, overview)["id"]
    [member] = user.call("ict.team.member", "search", [("name", "=", "Elif Yılmaz")])
    of_line = [("line_id", "=", line)]
    grid = GridScreen(opened, overview)
    try:
        grid.type(line, member, "!abc")
        unsaved = grid.page.locator("td[data-state=asked], td[data-state=refused]")
        unsaved.get_by_text("!abc").wait_for()
        assert not user.call("ict.allocation", "search", of_line)
        # Corrected, it is saved.
        grid.type(line, member, "2 u")
        grid.hours(line, member, "2")
        grid.state("saved")
        assert unsaved.count() == 0
        [saved] = user.search_read("ict.allocation", of_line, ["hours", "member_id"])
        assert (saved["hours"], saved["member_id"][0]) == (2, member)
    finally:
        found = user.call("ict.allocation", "search", of_line)
        user.call("ict.allocation", "unlink", found)
    grid.calm()


def test_too_many_hours_on_screen(screen, client, dutch, demo_server):
    """The server refuses; what was typed is still there to be corrected."""
    user, opened = client("sofie"), screen("sofie")
    allocation = user.search_read(
        "ict.allocation",
        [
            ("employee_id.name", "=", "Joris Goossens"),
            ("company_id.name", "=", "Scholengroep De Brug"),
            ("overview_id.in_force", "=", True),
            ("state", "=", "active"),
            ("hours", ">", 0),
        ],
        ["employee_id", "line_id", "hours"],
        limit=1,
    )[0]
    opened.go(f"/odoo/employees/{allocation['employee_id'][0]}")
    page = opened.page
    page.click(".o_notebook a[name=ict_tasks]")
    tasks = page.locator("[name=ict_allocation_ids]")
    row = tasks.locator(".o_data_row", has_text=allocation["line_id"][1]).first
    row.locator("td[name=hours]").click()
    typed = page.locator(".o_selected_row [name=hours] input")
    typed.fill("61")
    with demo_server.refusing():
        opened.save()
        text = page.locator(".o_error_dialog main, .modal main").inner_text()
    assert dutch.meaning(text).startswith(NOT_POSSIBLE)
    page.click(".modal-footer button")
    assert tasks.locator(".o_data_row", has_text="61 u").count() or (
        typed.input_value() == "61"
    )
    page.click(".o_form_button_cancel")
    opened.wait()
    [kept] = user.call("ict.allocation", "read", [allocation["id"]], ["hours"])
    assert kept["hours"] == allocation["hours"]
    assert opened.troubles == []


def test_two_users_approve_at_once(client, dutch, demo_server):
    """Exactly one succeeds; the other reads why not; the winner is noted."""
    users = {"bart": client("bart"), "wim": client("wim")}
    overview = in_force(users["bart"], KAAI, "target")
    for _round in range(ROUNDS):
        barrier = Barrier(len(users))

        def approve(user, barrier=barrier):
            barrier.wait()
            try:
                user.call("ict.overview", "action_activate", [overview])
            except Refused as refusal:
                return refusal.message
            return None

        try:
            with demo_server.refusing(), ThreadPoolExecutor() as pool:
                messages = dict(
                    zip(users, pool.map(approve, users.values()), strict=True)
                )
            [winner] = [login for login, message in messages.items() if not message]
            [message] = filter(None, messages.values())
            assert dutch.meaning(message).startswith(
                ("Somebody else is changing", "“%(overview)s” is “%(state)s” by now")
            )
            [after] = users["wim"].call(
                "ict.overview", "read", [overview], ["state", "approved_by_id"]
            )
            assert after["state"] == "active"
            assert after["approved_by_id"][0] == users[winner].uid
        finally:
            users["bart"].call("ict.overview", "action_reset_draft", [overview])
