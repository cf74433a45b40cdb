"""The pictures of the people behind the tasks: team, agreements, contact.

``screenshots.py`` takes them with the others, before anything is imported.
"""

FORM = ".o_form_view"
CARD = ".o_kanban_record:not(.o_kanban_ghost)"


def take_team(of, save, phone):
    """Take them as each role that has such a screen.

    :param of: login, options → :class:`screen.Screen`
    :param save: screen, name → the picture
    :param phone: options of a phone
    """
    take_governance(of, save)
    take_agreements(of, save, phone)
    take_contact(of, save)
    take_feedback(of, save, phone)


def take_governance(of, save):
    """What a school's team lacks, who decides what, and mandates by person."""
    manager = of("wim")
    page = manager.page
    manager.go("/odoo/ict-team-composition")
    page.locator(".o_ict_team_choice", has_text="De Linde").first.click()
    page.locator(".o_ict_team_findings li").first.wait_for()
    save(manager, "team-samenstelling")
    manager.go("/odoo/ict-governance")
    page.locator(".o_ict_chart_school").first.wait_for()
    save(manager, "organogram")
    manager.go("/odoo/ict-mandate-pages")
    page.click("button[name=by_person]")
    page.locator(".o_ict_mandate_page").first.wait_for()
    save(manager, "mandaten")
    manager.close()


def take_agreements(of, save, phone):
    """What a teacher is asked, on a phone."""
    mobile = of("lies", **phone)
    mobile.go("/odoo/ict-to-agree")
    cards = mobile.page.locator(CARD)
    cards.or_(mobile.page.locator("button[name=action_agree]")).first.wait_for()
    if cards.count() and not mobile.page.locator(FORM).count():
        cards.first.tap()
    mobile.page.locator("button[name=action_agree]").first.wait_for()
    save(mobile, "telefoon-akkoord")
    mobile.close()


def take_contact(of, save):
    """The schools with their last visit, and goals."""
    manager = of("wim")
    manager.go("/odoo/ict-contact")
    manager.page.locator(".o_data_row").first.wait_for()
    save(manager, "overleg-scholen")
    manager.go("/odoo/ict-goals")
    manager.page.locator(CARD).first.wait_for()
    save(manager, "doelstellingen")
    manager.close()


def take_feedback(of, save, phone):
    """A problem without a name, written on a phone, and the box of the coordinator."""
    mobile = of("lies", **phone)
    page = mobile.page
    mobile.go("/odoo/ict-feedback")
    page.locator("label[for=o_ict_feedback_problem]").tap()
    page.fill("textarea[name=text]", "De beamer in lokaal 12 zoemt en valt soms uit.")
    page.check("input[name=anonymous]")
    page.locator("#o_ict_feedback_honest").wait_for()
    save(mobile, "telefoon-feedback")
    mobile.close()
    coordinator = of("tom")
    coordinator.go("/odoo/ict-feedback-box")
    coordinator.page.locator(CARD).first.wait_for()
    save(coordinator, "feedbackbus")
    coordinator.close()
