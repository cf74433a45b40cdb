"""Fixtures of the whole-system tests; ``./ict test`` sets the stage for them."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from launcher import conf, server
from launcher.paths import ADDON
from launcher.workplace import Workplace, troubles

STAGE = ("ICT_TEST_CONF", "ICT_TEST_DB", "ICT_TEST_DEMO_DB", "ICT_TEST_FOLDER")


class DemoServer:
    """The demo school group, served: ``url``, ``port``, ``log`` and ``database``."""

    def __init__(self, port, log, database):
        self.port, self.log, self.database = port, log, database
        self.url = f"http://127.0.0.1:{port}"


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


@pytest.fixture(scope="session")
def demo_server(stage):
    """Serve the demo database; afterwards its log must be clean."""
    database = stage["ICT_TEST_DEMO_DB"]
    options = conf.read_options(stage["ICT_TEST_CONF"])
    port = server.free_port(0)
    options.update(
        {"db_name": database, "dbfilter": f"^{database}$", "http_port": str(port)}
    )
    options.pop("logfile", None)
    # Only what starting a server needs of a workplace.
    folder = Path(stage["ICT_TEST_FOLDER"]) / "demo"
    folder.mkdir(exist_ok=True)
    workplace = Workplace(folder, _ThisVenv, _ThisOdoo, None, options)
    workplace.write_conf()
    log = folder / "odoo.log"
    log.unlink(missing_ok=True)
    process = server.start(workplace, log)
    try:
        server.wait_for_http(process, f"http://127.0.0.1:{port}/web/login", log)
        yield DemoServer(port, log, database)
    finally:
        server.end(process)
    assert troubles(log.read_text(encoding="utf-8")) == []


class _ThisVenv:
    """The virtual environment that runs the tests."""

    python = Path(sys.executable)


class _ThisOdoo:
    """The Odoo that runs the tests: it is in PYTHONPATH already."""

    python_path = Path()


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
