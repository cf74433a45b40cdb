"""The pictures of the hours grid; ``screenshots.py`` takes them with the others."""

from grid_screen import GridScreen

KIND = "Streefdoel"
DESKTOP = {"size": (1920, 1080)}
FILLED = "td[data-member]:has(.o_ict_hours:not(:empty))"
EMPTY = "td[data-member]:has(.o_ict_hours:empty)"


def open_grid(screen, school=""):
    """Open the target by its card, and return its id."""
    screen.go("/odoo/ict-overviews")
    cards = screen.page.locator(".o_kanban_record", has_text=KIND)
    cards.filter(has_text=school).first.click()
    screen.page.locator(".o_ict_grid td[data-member], .o_ict_card").first.wait_for()
    return int(screen.page.url.split("?")[0].rsplit("/", 1)[1])


def take_grid(of, save, phone):
    """Take them as the coordinator.

    :param of: login, options → :class:`screen.Screen`
    :param save: screen, name → the picture
    :param phone: options of a phone
    """
    coordinator = of("pieter")
    overview = open_grid(coordinator)
    page = coordinator.page
    take_typed(coordinator, save)
    page.click("button[name=help]")
    page.locator(".o_ict_grid_help").wait_for()
    save(coordinator, "rooster-hulp")
    page.keyboard.press("Escape")
    page.locator(".modal").wait_for(state="detached")
    take_question(coordinator, save)
    for button, shown, name in (
        ("compare", ".o_ict_compared", "rooster-vergelijken"),
        ("dark", ".o_ict_grid_dark", "rooster-donker"),
    ):
        page.click(f".o_ict_grid button[name={button}]")
        page.locator(shown).first.wait_for()
        save(coordinator, name)
        page.click(f".o_ict_grid button[name={button}]")
    director = of("bart")
    mine, theirs = (GridScreen(screen, overview) for screen in (coordinator, director))
    take_conflict(mine, theirs, save)
    director.close()
    coordinator.close()

    other = of("tom")
    take_person(other, save)
    other.close()

    desktop = of("pieter", **DESKTOP)
    open_grid(desktop)
    desktop.page.click("button[name=full_screen]")
    desktop.page.locator(f".o_ict_grid_full {FILLED}").nth(3).click()
    save(desktop, "rooster-volledig-scherm")
    desktop.close()

    mobile = of("pieter", **phone)
    open_grid(mobile)
    save(mobile, "telefoon-rooster")
    mobile.page.locator(".o_ict_card:has(.o_ict_letters)").first.tap()
    mobile.page.locator(".o_ict_line_sheet .o_ict_sheet_person").first.wait_for()
    save(mobile, "telefoon-rooster-taak")
    mobile.close()


def take_typed(screen, save):
    """A cell that was just filled in; it is emptied again."""
    page = screen.page
    page.locator(f".o_ict_grid {EMPTY}").nth(5).click()
    page.keyboard.type("1,5")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("s")
    page.locator(".o_ict_grid[data-save-state=saved]").wait_for()
    save(screen, "rooster")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    page.locator(".o_ict_grid[data-save-state=saved]").wait_for()


def take_person(screen, save):
    """The search for a person, where colleagues have skills that fit."""
    open_grid(screen, "Vuurtoren")
    page = screen.page
    page.click(".o_ict_grid button[name=add_person]")
    page.select_option(".o_ict_people_search select", label="Ped.-didac.")
    page.locator("[data-section=suggested] .o_ict_people_entry").first.wait_for()
    save(screen, "rooster-persoon")


def take_question(screen, save):
    """Hours that cannot be read for certain; nothing of it is kept."""
    page = screen.page
    page.locator(f".o_ict_grid {EMPTY}").nth(2).click()
    page.keyboard.type("2-3u")
    page.keyboard.press("Enter")
    page.locator("td[data-state=asked]").wait_for()
    page.locator("td[data-state=asked]").click()
    save(screen, "rooster-vraag")
    page.click(".o_ict_cell_answer button[name=discard]")
    page.locator("td[data-state=asked]").wait_for(state="detached")


def take_conflict(mine, theirs, save):
    """Two write the same cell; what stood there comes back."""
    line, member = mine.page.evaluate(
        "selector => { const {line, member} = document.querySelector(selector).dataset;"
        " return [line, member]; }",
        f".o_ict_grid {FILLED}",
    )
    with mine.without_server():
        mine.type(line, member, "6")
        mine.state("failed")
        theirs.type(line, member, "5")
        theirs.state("saved")
    # It is sent again by itself.
    mine.cell_in("conflict", line, member).click()
    save(mine.opened, "rooster-conflict")
    mine.page.click(".o_ict_cell_answer button[name=theirs]")
    theirs.page.keyboard.press("Control+z")
    theirs.state("saved")
