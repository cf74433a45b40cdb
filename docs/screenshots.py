"""Take the pictures of the manual from a running demo (./ict run).

Usage, with a Python that has playwright, pillow and openpyxl::

    python docs/screenshots.py http://127.0.0.1:8069

The last pictures import a workbook for next school year, so take them all from a fresh
demo (./ict reset first).
"""

import shutil
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))

from filled_workbook import filled_workbook  # noqa: E402 needs the path above
from screen import Screen  # noqa: E402 needs the path above
from screenshots_grid import open_grid, take_grid  # noqa: E402 needs the path above
from screenshots_insights import take_insights  # noqa: E402 needs the path above
from screenshots_map import take_map  # noqa: E402 needs the path above
from screenshots_team import take_team  # noqa: E402 needs the path above

PHONE = {"size": (390, 844), "has_touch": True, "is_mobile": True}
KAAI, LINDE = "Technisch Instituut De Kaai", "Basisschool De Linde"


def take_all(browser, url):
    """Log in as each role and take the pictures."""

    def of(login, **options):
        return Screen(browser, url, login, login, **options)

    manager = of("wim")
    manager.go("/odoo/ict-overviews")
    manager.page.locator(".o_kanban_record").first.wait_for()
    save(manager, "overzichten")
    manager.go("/odoo/ict-person-hours")
    manager.page.locator(".o_pivot th").first.wait_for()
    save(manager, "draaitabel")
    manager.go("/odoo/ict-overviews?view_type=list")
    page = manager.page
    page.click(".o_list_view thead .o_list_record_selector input")
    page.click(".o_control_panel .o_cp_action_menus button:has(.fa-print)")
    page.locator(".o_menu_item:has-text('Excel')").first.wait_for()
    save(manager, "excel")
    manager.close()

    take_map(of, save, PHONE)
    take_insights(of, save, PHONE)

    coordinator = of("pieter")
    page = coordinator.page
    open_grid(coordinator)
    page.click("button[name=action_copy_wizard]")
    page.locator(".modal [name=company_id]").wait_for()
    save(coordinator, "kopieren")
    coordinator.close()

    take_grid(of, save, PHONE)

    director = of("bart")
    open_grid(director)
    director.page.locator("button[name=action_activate]").click()
    director.page.locator(".modal-footer .btn-primary").wait_for()
    save(director, "activeren")
    director.close()

    hr = of("sofie")
    hr.go("/odoo/employees")
    hr.page.locator(".o_kanban_record", has_text="Karim El Amrani").click()
    hr.page.click(".o_notebook a[name=ict_tasks]")
    hr.page.locator("[name=ict_allocation_ids] .o_data_row").first.wait_for()
    save(hr, "personeelsfiche")
    hr.close()

    teacher = of("lies")
    teacher.go("/odoo/who-does-what")
    teacher.page.locator(".o_data_row").first.wait_for()
    save(teacher, "wie-doet-wat")
    teacher.close()

    phone = of("tom", **PHONE)
    phone.go("/odoo/ict-overviews")
    phone.page.locator(".o_kanban_record").first.wait_for()
    save(phone, "telefoon-overzichten")
    phone.close()
    phone = of("lies", **PHONE)
    phone.go("/odoo/my-ict-tasks")
    phone.page.locator(".o_kanban_record, .o_data_row").first.wait_for()
    save(phone, "telefoon-mijn-taken")
    phone.close()

    take_team(of, save, PHONE)
    import_workbook(of)


def import_workbook(of):
    """Drop a filled-in workbook as the coordinator, solve a few things, import it."""
    coordinator = of("tom")
    page = coordinator.page
    coordinator.go("/odoo/ict-overviews?view_type=list")
    page.locator(".o_data_row .o_list_record_selector input").first.click()
    page.click(".o_control_panel .o_cp_action_menus button:has(.fa-cog)")
    page.locator(".o_menu_item:has-text('Leeg werkboek')").click()
    page.locator(".modal [name=school_ids]").wait_for()
    save(coordinator, "leeg-werkboek")

    coordinator.go("/odoo/ict-imports")
    page.locator(".o_ict_choose_workbooks").wait_for()
    save(coordinator, "inlezen-slepen")
    today = datetime.now().astimezone()
    start = today.year + (today.month >= 9)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Takenoverzicht De Linde.xlsx"
        filled_workbook(path, LINDE, f"{start}-{start + 1}")
        page.set_input_files(".o_ict_workbook_input", path)
        page.locator(".o_ict_import_form").wait_for()
    save(coordinator, "inlezen-bladen")

    page.click(".o_notebook a[name=people]")
    page.locator("[name=person_ids] td[name=choice]").first.click()
    page.locator(".o_selected_row td[name=choice] input").click()
    partner = page.locator(".o_select_menu_item", has_text="Nieuwe externe partner")
    partner.wait_for()
    save(coordinator, "inlezen-personen")
    partner.click()
    page.click(".o_notebook a[name=notes]")
    first = page.locator("[name=question_ids] .o_data_row").first
    first.locator(".o_ict_accept").click()
    first.locator("[name=action_reopen]").wait_for()
    page.locator("[name=question_ids] .fa-caret-down").first.click()
    save(coordinator, "inlezen-notities")
    page.keyboard.press("Escape")
    page.click("button[name=action_import]")
    page.locator("button[name=action_open_overviews]:visible").wait_for()
    page.locator(".o_notification").wait_for(state="detached")
    page.click(".o_notebook a[name=sheets]")
    save(coordinator, "inlezen-klaar")
    coordinator.close()

    phone = of("tom", **PHONE)
    phone.go("/odoo/ict-imports")
    phone.page.locator(".o_kanban_record").first.wait_for()
    save(phone, "telefoon-inlezen")
    phone.page.locator(".o_kanban_record").first.click()
    phone.page.locator(".o_notebook a[name=notes]").click()
    second = phone.page.locator("[name=question_ids] .o_kanban_record").nth(1)
    second.scroll_into_view_if_needed()
    save(phone, "telefoon-notities")
    phone.close()


def save(screen, name):
    """Write ``img/<name>.png``, in 256 colours: small, and sharp enough."""
    screen.wait()
    screen.page.wait_for_timeout(700)  # animations
    path = HERE / "img" / f"{name}.png"
    screen.shot(path)
    Image.open(path).convert("RGB").quantize(256).save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1024} kB")


def main():
    """Take the pictures of the server that the command line names."""
    url = sys.argv[1].rstrip("/")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        take_all(browser, url)
        browser.close()


if __name__ == "__main__":
    main()
