"""Fixtures of the whole-system tests; ``./ict test`` sets the stage for them."""

import contextlib
import functools
import json
import os
import re
import shutil
from pathlib import Path

import psycopg2
import pytest
from dutch import Dutch
from odoo_client import OdooClient
from screen import Screen

from launcher import conf
from launcher.paths import ADDON
from launcher.serving import serving
from launcher.workplace import troubles

STAGE = ("ICT_TEST_CONF", "ICT_TEST_DB", "ICT_TEST_DEMO_DB", "ICT_TEST_FOLDER")


class DemoServer:
    """The demo school group, served: ``url``, ``port``, ``log`` and ``database``."""

    def __init__(self, port, log, database):
        self.port, self.log, self.database = port, log, database
        self.url = f"http://127.0.0.1:{port}"
        self.expected = set()

    @contextlib.contextmanager
    def refusing(self, pattern=r"WARNING \S+ odoo\.http: ", traceback=False):
        """Within it the server may log that it refused something: a line, no traceback.

        :param pattern: regular expression of the lines that are expected
        :param traceback: Odoo itself writes one (its download routes do)
        """
        start = self.log.stat().st_size
        yield
        with self.log.open("rb") as handle:
            handle.seek(start)
            logged = handle.read().decode(errors="replace")
        assert traceback or "Traceback" not in logged, logged
        self.expected |= {line for line in troubles(logged) if re.search(pattern, line)}

    def unexpected(self):
        """Return the WARNING and ERROR lines that no test asked for."""
        lines = troubles(self.log.read_text(encoding="utf-8"))
        # Of two who approve at once PostgreSQL may turn the second away; Odoo logs
        # that as an error, and tries again.
        return [
            line
            for line in lines
            if line not in self.expected and "FOR UPDATE SKIP LOCKED" not in line
        ]


@pytest.fixture(scope="session")
def stage():
    """The paths and database names of this test run, by environment variable."""
    absent = [name for name in STAGE if not os.environ.get(name)]
    assert not absent, f"start the tests with ./ict test ({absent} not set)"
    return {name: os.environ[name] for name in STAGE}


@pytest.fixture(scope="session")
def install_log():
    """The WARNING and ERROR lines of the installations, by database name."""
    return json.loads(os.environ["ICT_TEST_INSTALL_LOG"])


@pytest.fixture(scope="session")
def demo_logins():
    """The demo users: dictionaries of role, login, password and does."""
    return json.loads((ADDON / "demo/logins.json").read_text(encoding="utf-8"))


@contextlib.contextmanager
def served(stage, name):
    """Serve the demo database; yield ``(DemoServer, process)``, end it afterwards.

    :param name: of the folder for its configuration and log
    """
    database = stage["ICT_TEST_DEMO_DB"]
    folder = Path(stage["ICT_TEST_FOLDER"]) / name
    with serving(stage["ICT_TEST_CONF"], database, folder) as (port, log, process):
        yield DemoServer(port, log, database), process


@pytest.fixture(scope="session")
def demo_server(stage):
    """Serve the demo database; afterwards its log must be clean."""
    with served(stage, "demo") as (demo, _process):
        yield demo
    assert demo.unexpected() == []


@pytest.fixture
def database(stage):
    """Give ``database()``: a connection to the demo database beside Odoo."""
    options = conf.read_options(stage["ICT_TEST_CONF"])
    with contextlib.ExitStack() as stack:

        def connect():
            connection = psycopg2.connect(
                dbname=stage["ICT_TEST_DEMO_DB"],
                host=options.get("db_host"),
                port=options.get("db_port"),
                user=options.get("db_user"),
                password=options.get("db_password"),
            )
            stack.callback(connection.close)
            return connection

        yield connect


@pytest.fixture(scope="session")
def browser():
    """Give a real Chromium to drive with Playwright."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if not chromium:
        pytest.skip("Chromium is not on this machine")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        running = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield running
        running.close()


@pytest.fixture(scope="session")
def dutch():
    """What the addon says in Dutch, and what it would say in English."""
    return Dutch(ADDON / "i18n/nl.po")


@pytest.fixture(scope="session")
def client(demo_server):
    """Give ``client(login)``: a demo user who talks to the server without browser.

    All companies of the user are ticked.
    """

    @functools.cache
    def client_of(login):
        found = OdooClient(demo_server, login, login)
        [user] = found.call("res.users", "read", [found.uid], ["company_ids"])
        found.tick(user["company_ids"])
        return found

    return client_of


@pytest.fixture(scope="session")
def screen(browser, demo_server):
    """Give ``screen(login)``: a demo user in a browser, logged in by the login page.

    The same window each time, unless it must be ``fresh``.
    """
    screens = {}

    def screen_of(login, fresh=False):
        if fresh and login in screens:
            screens.pop(login).close()
        if login not in screens:
            screens[login] = Screen(browser, demo_server.url, login, login)
        return screens[login]

    screen_of.opened = screens
    yield screen_of
    for opened in screens.values():
        opened.close()
