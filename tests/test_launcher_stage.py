"""The stage that ./ict test sets: clean logs, a demo that serves, mended pages."""

import re

import pytest
import requests

PAGES = (
    "/odoo/employees",
    "/odoo/employees/new",
    "/odoo/users",
    "/odoo/apps",
    "/odoo/settings",
    "/odoo/discuss",
    "/odoo/departments",
)


def test_installing_logs_no_warning(install_log):
    assert set(install_log) == {"ict_test", "ict_test_demo"}
    assert {name: lines for name, lines in install_log.items() if lines} == {}


def test_each_demo_user_logs_in(demo_server, demo_logins):
    for entry in demo_logins:
        with requests.Session() as session:
            page = session.get(f"{demo_server.url}/web/login", timeout=60)
            token = re.search(r'name="csrf_token" value="([^"]+)"', page.text)[1]
            form = {"csrf_token": token, "redirect": ""}
            form |= {"login": entry["login"], "password": entry["password"]}
            done = session.post(f"{demo_server.url}/web/login", data=form, timeout=60)
            assert done.ok
            assert "/odoo" in done.url, entry["login"]


@pytest.mark.parametrize("page", ["manager", "selector"])
def test_database_manager_is_off(demo_server, page):
    answer = requests.get(f"{demo_server.url}/web/database/{page}", timeout=60)
    assert "disabled by the administrator" in answer.text
    assert demo_server.database not in answer.text


def test_no_page_has_a_broken_asset(demo_server, browser):
    """Odoo's own pages load without one failed request or console error."""
    page = browser.new_page()
    wrong = []
    # Aborted: what the page before was still asking for.
    page.on(
        "requestfailed",
        lambda request: (
            None
            if request.failure == "net::ERR_ABORTED"
            else wrong.append(f"{request.url} {request.failure}")
        ),
    )
    page.on(
        "response",
        lambda answer: wrong.append(answer.url) if answer.status >= 400 else None,
    )
    page.on(
        "console",
        lambda line: wrong.append(line.text) if line.type == "error" else None,
    )
    page.goto(f"{demo_server.url}/web/login")
    page.fill("input[name=login]", "admin")
    page.fill("input[name=password]", "admin")
    page.click("button[type=submit]")
    page.wait_for_selector(".o_web_client")
    for path in PAGES:
        page.goto(demo_server.url + path)
        page.wait_for_selector(".o_action_manager > *")
        page.wait_for_function("[...document.images].every((image) => image.complete)")
        # What a page asks for after it is drawn.
        page.wait_for_timeout(500)
    page.close()
    assert wrong == [], "\n".join(wrong)
