"""The pictures of start page, insights, plan and school years, in their order.

``screenshots.py`` takes them with the others.
"""

START = "/odoo/ict-start"
PLAN = "/odoo/ict-plan"


def take_insights(of, save, phone):
    """Take them as each role that has such a screen.

    :param of: login, options → :class:`screen.Screen`
    :param save: screen, name → the picture
    :param phone: options of a phone
    """
    take_start(of, save, phone)
    manager = of("wim")
    take_findings(manager, save)
    take_plan(manager, save)
    take_years(manager, save)
    manager.close()

    mobile = of("bart", **phone)
    mobile.go(PLAN)
    mobile.page.locator(".o_kanban_record:not(.o_kanban_ghost)").first.wait_for()
    mobile.page.locator(".o_kanban_group").nth(1).evaluate(
        "column => column.scrollIntoView({ inline: 'start' })"
    )
    save(mobile, "telefoon-plan")
    mobile.close()


def take_start(of, save, phone):
    """What each role sees first, and the dialog that reminds schools."""
    manager = of("wim")
    manager.go(START)
    page = manager.page
    page.locator(".o_ict_start_row").first.wait_for()
    save(manager, "start-manager")
    for place in range(3):
        page.locator(".o_ict_start_row input[type=checkbox]").nth(place).click()
    page.click("button[name=remind]")
    page.locator(".modal .o_ict_reminder_preview").wait_for()
    save(manager, "herinneren")
    manager.close()

    for login, sign, name in (
        ("bart", ".o_ict_start_lights", "start-directeur"),
        ("lies", "[data-section=own]", "start-leerkracht"),
    ):
        other = of(login)
        other.go(START)
        other.page.locator(sign).first.wait_for()
        save(other, name)
        other.close()

    mobile = of("bart", **phone)
    mobile.go(START)
    mobile.page.locator(".o_ict_start_lights").first.wait_for()
    save(mobile, "telefoon-start")
    mobile.close()


def take_findings(manager, save):
    """All insights, two of them in detail, and their thresholds."""
    page = manager.page
    manager.go("/odoo/ict-insights")
    page.locator("[data-key=common_needs]").wait_for()
    save(manager, "inzichten")
    page.click("[data-key=common_needs]")
    page.locator(".o_ict_insight_detail tbody tr").first.wait_for()
    save(manager, "inzicht-noden")
    page.click("button[name=back]")
    page.click("[data-key=workload]")
    page.locator(".o_ict_insight_detail tbody tr").first.wait_for()
    page.locator(".o_ict_insight_detail tbody button").first.click()
    save(manager, "inzicht-werklast")
    manager.go("/odoo/ict-settings")
    page.locator(".o_ict_settings [name=need_schools]").wait_for()
    save(manager, "instellingen")


def take_plan(manager, save):
    """Plan what changes in a few tasks, and look at the plan by term."""
    page = manager.page
    manager.go(f"{PLAN}?view_type=list")
    rows = page.locator(".o_data_row .o_list_record_selector input")
    rows.first.wait_for()
    for place in range(3):
        rows.nth(place).click()
    page.click("button[name=action_plan_activities]")
    page.locator(".modal [name=date_deadline]").wait_for()
    save(manager, "plan-activiteiten")
    page.click(".modal button[name=action_schedule_activities]")
    page.locator(".modal").wait_for(state="detached")
    page.locator(".o_notification").wait_for(state="detached")
    page.mouse.move(5, 5)
    save(manager, "plan-lijst")
    manager.go(PLAN)
    page.locator(".o_kanban_record:not(.o_kanban_ghost)").first.wait_for()
    save(manager, "plan")


def take_years(manager, save):
    """What closing the year would do, and the years side by side."""
    page = manager.page
    manager.menu("menu_ict_configuration")
    manager.menu("menu_ict_year_close")
    page.locator(".o_ict_year_close .o_data_row").first.wait_for()
    save(manager, "schooljaar-afsluiten")
    manager.go("/odoo/ict-years")
    page.locator(".o_graph_renderer canvas").wait_for()
    save(manager, "jaren")
