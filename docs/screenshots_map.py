"""The pictures of the coverage map; ``screenshots.py`` takes them with the others."""

MAP = "/odoo/ict-coverage-map"
# A cell with people: resting on it tells who they are.
TOLD = "td.o_ict_map_single[data-column], td.o_ict_map_team[data-column]"


def take_map(of, save, phone):
    """Take them as the manager of the school group.

    :param of: login, options → :class:`screen.Screen`
    :param save: screen, name → the picture
    :param phone: options of a phone
    """
    manager = of("wim")
    manager.go(MAP)
    page = manager.page
    page.locator(".o_ict_map_table").wait_for()
    page.select_option("select[name=number]", "people")
    page.locator(TOLD).nth(2).hover()
    page.locator(".o_ict_map_tip .o_ict_map_person").first.wait_for()
    save(manager, "dekkingskaart")
    page.mouse.move(5, 5)
    page.click("[data-kind=compare]")
    page.locator(".o_ict_map_changed[data-column]").first.wait_for()
    save(manager, "dekkingskaart-vergelijken")
    manager.close()

    mobile = of("wim", **phone)
    mobile.go(MAP)
    mobile.page.locator(".o_ict_map_card_head").nth(1).tap()
    mobile.page.locator(".o_ict_map_gap").first.wait_for()
    save(mobile, "telefoon-dekkingskaart")
    mobile.close()
