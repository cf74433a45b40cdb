"""Take the pictures of the manual from a running demo (./ict run).

Usage, with a Python that has playwright and pillow::

    python docs/screenshots.py http://127.0.0.1:8069

Nothing in the demo is changed.
"""

import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))

from screen import Screen  # noqa: E402

PHONE = {"size": (390, 844), "has_touch": True, "is_mobile": True}
KAAI, LINDE = "Technisch Instituut De Kaai", "Basisschool De Linde"


def take_all(browser, url):
    """Log in as each role and take the pictures."""

    def of(login, **options):
        return Screen(browser, url, login, login, **options)

    manager = of("wim")
    manager.page.locator(".o_kanban_record").first.wait_for()
    save(manager, "overzichten")
    manager.go("/odoo/ict-person-hours")
    manager.page.locator(".o_pivot th").first.wait_for()
    save(manager, "draaitabel")
    manager.go("/odoo/ict-overviews?view_type=list")
    page = manager.page
    page.click(".o_list_view thead .o_list_record_selector input")
    page.click(".o_control_panel .o_cp_action_menus button:has(.fa-print)")
    page.locator(".o_menu_item:has-text('Excel')").wait_for()
    save(manager, "excel")
    manager.close()

    coordinator = of("pieter")
    page = coordinator.page
    open_card(coordinator, "Streefdoel")
    save(coordinator, "regels")
    page.locator(".o_data_row .o_ict_people:has(.o_ict_person)").first.click()
    page.locator(".modal .o_data_row").first.wait_for()
    save(coordinator, "wie-doet-deze-taak")
    page.locator(".modal .btn-close").click()
    page.click("button[name=action_copy_wizard]")
    page.locator(".modal [name=company_id]").wait_for()
    save(coordinator, "kopieren")
    coordinator.close()

    director = of("bart")
    open_card(director, "Streefdoel")
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
    teacher.page.locator(".o_data_row").first.wait_for()
    save(teacher, "wie-doet-wat")
    teacher.close()

    phone = of("tom", **PHONE)
    phone.page.locator(".o_kanban_record").first.wait_for()
    save(phone, "telefoon-overzichten")
    phone.close()
    phone = of("lies", **PHONE)
    phone.go("/odoo/my-ict-tasks")
    phone.page.locator(".o_kanban_record, .o_data_row").first.wait_for()
    save(phone, "telefoon-mijn-taken")
    phone.close()


def open_card(screen, words):
    """Open the overview whose card holds these words."""
    screen.page.locator(".o_kanban_record", has_text=words).first.click()
    screen.page.locator(".o_data_row").first.wait_for()


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
