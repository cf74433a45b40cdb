"""Every demo user logs in with a real browser and does what the role is for."""

import contextlib
import re

import pytest
from grid_screen import GridScreen

OVERVIEWS = "menu_ict_overview"
FIRST_SCREENS = {
    # login: (class of the first screen, words on it)
    "wim": (".o_ict_start", "Scholengroep De Brug"),
    "an": (".o_ict_start", "Basisschool De Linde"),
    "bart": (".o_ict_start", "Technisch Instituut De Kaai"),
    "pieter": (".o_ict_start", "Technisch Instituut De Kaai"),
    "tom": (".o_ict_start", "Buitengewoon onderwijs De Vuurtoren"),
    "sofie": (".o_ict_start", "Scholengroep De Brug"),
    "lies": (".o_ict_start", "Basisschool De Linde"),
}
HOURS = re.compile(r"\d\s*u(ur|ren)?\b")


@pytest.fixture(autouse=True)
def no_troubles(screen):
    """After each test: no console error, no failed request, on any screen."""
    yield
    for opened in screen.opened.values():
        troubles, opened.troubles = list(opened.troubles), []
        assert troubles == []


@pytest.mark.parametrize("login", FIRST_SCREENS)
def test_first_screen_in_dutch(screen, dutch, login):
    view, words = FIRST_SCREENS[login]
    opened = screen(login, fresh=True)
    page = opened.page
    page.locator(view, has_text=words).wait_for()
    assert page.locator(".o_menu_brand").inner_text() == "ICT-coördinatie"
    assert opened.texts() & dutch.english == set()


def test_all_logins_are_tried(demo_logins):
    assert {login["login"] for login in demo_logins} == set(FIRST_SCREENS)


def overview_in_force(user, school, kind):
    """Return {id, display_name, state} of a school's sheet."""
    [overview] = user.search_read(
        "ict.overview",
        [
            ("company_id.name", "=", school),
            ("kind", "=", kind),
            ("in_force", "=", True),
        ],
        ["display_name", "state", "approved_by_id"],
    )
    return overview


@pytest.mark.parametrize(
    ("login", "school", "kind", "person"),
    [
        ("pieter", "Technisch Instituut De Kaai", "target", "Elif Yılmaz"),
        ("tom", "Buitengewoon onderwijs De Vuurtoren", "current", "Els Vandenberghe"),
    ],
)
def test_coordinator_fills_a_line(screen, client, login, school, kind, person):
    user, opened = client(login), screen(login)
    overview = overview_in_force(user, school, kind)
    line = user.search_read(
        "ict.overview.line",
        [
            ("overview_id", "=", overview["id"]),
            ("applicable", "=", True),
            ("allocation_ids", "=", False),
        ],
        ["task_id"],
        limit=1,
    )[0]
    task = line["task_id"][1]
    member = user.search_read("ict.team.member", [("name", "=", person)], ["id"])[0][
        "id"
    ]
    grid = GridScreen(opened, overview["id"])
    page = opened.page
    page.click("[data-filter=open]")
    page.fill(".o_ict_grid_search", task)
    with removing_afterwards(user, line["id"]):
        grid.type(line["id"], member, "1,5")
        grid.state("saved")
        page.click("[data-filter=all]")
        grid.hours(line["id"], member, "1,5")
        [saved] = user.search_read(
            "ict.allocation",
            [("line_id", "=", line["id"])],
            ["member_id", "hours", "certainty", "executes"],
        )
        assert saved["member_id"][1] == person
        assert (saved["hours"], saved["certainty"]) == (1.5, "exact")
        assert saved["executes"]


@contextlib.contextmanager
def removing_afterwards(user, line_id):
    """The demo database is shared: leave the line as open as it was."""
    try:
        yield
    finally:
        found = user.call("ict.allocation", "search", [("line_id", "=", line_id)])
        user.call("ict.allocation", "unlink", found)


@pytest.mark.parametrize(
    ("login", "name", "school"),
    [
        ("bart", "Bart Willems", "Technisch Instituut De Kaai"),
        ("an", "An Peeters", "Basisschool De Linde"),
    ],
)
def test_director_activates_a_draft(screen, client, login, name, school):
    user, opened = client(login), screen(login)
    overview = overview_in_force(user, school, "target")
    was_active = overview["state"] == "active"
    if was_active:
        user.call("ict.overview", "action_reset_draft", [overview["id"]])
    try:
        opened.go("/odoo/ict-overviews")
        page = opened.page
        page.locator(".o_kanban_record", has_text="Streefdoel").click()
        page.click("button[name=action_activate]")
        page.click(".modal-footer .btn-primary")
        page.locator(
            ".o_statusbar_status button[data-value=active][aria-checked=true]"
        ).wait_for()
        page.locator("[name=approved_by_id]", has_text=name).wait_for()
        after = overview_in_force(user, school, "target")
        assert (after["id"], after["state"]) == (overview["id"], "active")
        assert after["approved_by_id"] == [user.uid, name]
    finally:
        if not was_active:
            user.call("ict.overview", "action_reset_draft", [overview["id"]])


def test_hr_edits_hours_on_the_employee(screen, client):
    user, opened = client("sofie"), screen("sofie")
    person = "Karim El Amrani"
    allocation = user.search_read(
        "ict.allocation",
        [
            ("employee_id.name", "=", person),
            ("overview_id.in_force", "=", True),
            ("state", "=", "active"),
            ("certainty", "=", "exact"),
            ("company_id.name", "=", "Scholengroep De Brug"),
        ],
        ["employee_id", "line_id", "hours"],
        limit=1,
    )[0]
    hours = allocation["hours"] + 0.25
    typed = f"{hours:g}".replace(".", ",")
    opened.go(f"/odoo/employees/{allocation['employee_id'][0]}")
    page = opened.page
    page.click(".o_notebook a[name=ict_tasks]")
    assert page.locator("a[name=ict_tasks]").inner_text() == "ICT"
    row = page.locator(
        "[name=ict_allocation_ids] .o_data_row", has_text=allocation["line_id"][1]
    ).first
    row.locator("td[name=hours]").click()
    page.locator(".o_selected_row [name=hours] input").fill(typed)
    opened.save()
    try:
        [saved] = user.call("ict.allocation", "read", [allocation["id"]], ["hours"])
        assert saved["hours"] == hours
    finally:
        user.call(
            "ict.allocation",
            "write",
            [allocation["id"]],
            {"hours": allocation["hours"]},
        )


def test_manager_sees_the_pivot_filled(screen, client):
    user, opened = client("wim"), screen("wim")
    [total] = user.call(
        "ict.allocation",
        "formatted_read_group",
        [("overview_id.in_force", "=", True), ("kind", "=", "current")],
        [],
        ["hours:sum", "company_id:count_distinct"],
    )
    assert total["company_id:count_distinct"] == 4
    opened.go("/odoo/ict-person-hours")
    page = opened.page
    for person in ("Karim El Amrani", "Tom Jacobs", "Pieter De Smet"):
        page.locator(".o_pivot th", has_text=person).first.wait_for()
    shown = page.locator(".o_pivot tbody tr").first.inner_text()
    assert f"{total['hours:sum']:g} u".replace(".", ",") in shown


def test_teacher_finds_a_colleague_and_no_hours(screen, client):
    opened = screen("lies")
    opened.answers.clear()
    opened.go("/odoo/who-does-what")
    page = opened.page
    assert not {"Overzichten", "Team", "Analyse"} & set(opened.menus())
    assert "Wie doet wat" in opened.menus()
    page.fill(".o_searchview_input", "Tom")
    page.keyboard.press("Enter")
    # He stands in the list before the search as well: wait until the others are gone.
    rows = page.locator(".o_data_row")
    others = page.locator(".o_data_row").filter(has_not_text="Tom Jacobs")
    others.first.wait_for(state="detached")
    opened.wait()
    assert rows.count() > 3
    assert all("Tom Jacobs" in text for text in rows.all_inner_texts())
    assert not [text for text in opened.texts() if HOURS.search(text)]
    # Nor does what the server sent, shown or not, hold any.
    assert opened.answers
    assert not [body for body in opened.bodies() if "hours" in body]

    opened.menu("menu_ict_my")
    opened.menu("menu_ict_my_tasks")
    page.locator(".o_list_view .o_data_row").first.wait_for()
    mine = client("lies").search_read(
        "ict.allocation", [("state", "=", "active")], ["employee_id"]
    )
    assert mine
    assert {row["employee_id"][1] for row in mine} == {"Lies Wouters"}
