"""From the login page to the first hours without a mouse."""

from grid_screen import EDITOR

YEAR = "2017-2018"
SECONDS = 60


def test_first_hours_by_keyboard_alone(browser, demo_server, client):
    user = client("pieter")
    context = browser.new_context(locale="nl-BE")
    context.set_default_timeout(SECONDS * 1000)
    page = context.new_page()
    keyboard = page.keyboard
    page.goto(f"{demo_server.url}/web/login")
    page.locator("input[name=login]:focus").wait_for()
    keyboard.type("pieter")
    keyboard.press("Tab")
    keyboard.type("pieter")
    keyboard.press("Enter")
    # Where it leads to is told before all that stands there is drawn.
    page.wait_for_url("**/odoo**", wait_until="commit")

    # A bookmark: the address is typed.
    page.goto(f"{demo_server.url}/odoo/ict-overviews")
    page.locator(".o_searchview_input:focus").wait_for()
    keyboard.press("Alt+c")
    # A new one has no grid yet: the keyboard is in its first field.
    page.locator(".o_field_widget[name=company_id] input:focus").wait_for()
    for _field in ("kind", "school_year"):
        keyboard.press("Tab")
    page.locator(".o_field_widget[name=school_year] input:focus").wait_for()
    keyboard.press("Control+a")
    keyboard.type(YEAR)
    keyboard.press("Alt+s")
    page.locator(f"{EDITOR}:focus").wait_for()
    keyboard.type("1,5")
    keyboard.press("Enter")
    page.locator(".o_ict_grid[data-save-state=saved]").wait_for()
    # One below, and still in the grid.
    page.locator(f"{EDITOR}:focus").wait_for()
    context.close()

    domain = [("overview_id.school_year", "=", YEAR)]
    found = user.call("ict.allocation", "search_read", domain, ["hours", "overview_id"])
    assert [one["hours"] for one in found] == [1.5]
    [overview] = [one["overview_id"][0] for one in found]
    client("wim").call("ict.overview", "unlink", [overview])
