"""./ict test: fresh databases, real PostgreSQL, real Chromium, clean logs."""

import contextlib
import fcntl
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .commands import beside, call
from .database import Databases
from .machine import install_programs
from .odoo_root import find_odoo
from .paths import ADDON, PROJECT
from .progress import say
from .server import free_port
from .venv import find_venv
from .workplace import open_workplace

DATABASE = "ict_test"
DEMO = "ict_test_demo"
# The whole system, which has a server and a browser of its own, beside the addon.
SYSTEM = PROJECT / "tests"
# Environment variable: which of the addon's tests run, "pure" or "database".
PART = "ICT_TEST_PART"
# pytest's exit status when no test was selected.
NO_TESTS = 5
# How a test can end, in the order of pytest's closing line.
OUTCOMES = ("failed", "passed", "skipped", "xfailed", "xpassed", "error")


def test(arguments):
    """Run pytest on the addon and the launcher; return pytest's exit status.

    The addon is installed without demo data in one database, which pytest-odoo uses,
    and with demo data in another, which a server of its own serves to ``tests/``. When
    no path is named, two run at the same time: see ``run_pytest``.
    """
    demo = DEMO if needs_demo(arguments) else None
    with ThreadPoolExecutor() as pool:
        prepare(pool, demo)
        with databases("test", DATABASE, demo=demo) as (workplace, troubles):
            log = workplace.folder / "odoo.log"
            log.unlink(missing_ok=True)
            # Odoo would limit the memory of pytest and of the browsers it starts.
            workplace.write_conf(
                logfile=log, http_port=free_port(0), limit_memory_hard=0
            )
            environment = {
                **workplace.environment,
                "ICT_TEST_CONF": str(workplace.conf),
                "ICT_TEST_DB": DATABASE,
                "ICT_TEST_DEMO_DB": DEMO,
                "ICT_TEST_INSTALL_LOG": json.dumps(troubles),
                "ICT_TEST_FOLDER": str(workplace.folder),
            }
            environment["PYTHONPATH"] += os.pathsep + str(PROJECT)
            say("Running the tests ...")
            return run_pytest(workplace, environment, arguments)


def prepare(pool, demo):
    """Build what is not there yet: one thing loads while another is unpacked."""
    building = pool.submit(find_venv, dev=True)
    install_programs()
    find_odoo()
    building.result()
    if demo:
        # tests/ start ./ict itself, which has an environment of its own.
        pool.submit(find_venv)


def run_pytest(workplace, environment, arguments):
    """Run the tests, two at a time when no path is named; return the exit status.

    What needs Odoo and its database runs beside what needs neither: the addon's pure
    tests, and then the whole system with a server of its own.
    """
    pytest = [
        str(workplace.venv.python),
        "-m",
        "pytest",
        "-p",
        "launcher.pytest_plugin",
    ]
    odoo = [f"--odoo-config={workplace.conf}", "--odoo-http", "--odoo-log-level=info"]
    if named_paths(arguments):
        command = [*pytest, *odoo, *arguments]
        return call(command, environment, stdin=subprocess.DEVNULL)
    addon = [*pytest, *odoo, *arguments, str(ADDON)]
    # The others remember their failures apart; the system needs no Odoo in its process.
    apart = ["-o", "cache_dir=.pytest_cache/pure", f"--odoo-config={workplace.conf}"]
    pure = [*pytest, *apart, *arguments, str(ADDON)]
    apart = ["-o", "cache_dir=.pytest_cache/system", "-p", "no:odoo"]
    system = [*pytest, *apart, *arguments, str(SYSTEM)]
    output = workplace.folder / "system.out"
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, open(output, "wb") as printed:
        environment = {**environment, "ICT_TEST_COUNTS": folder}
        quiet = {
            "stdin": subprocess.DEVNULL,
            "stdout": printed,
            "stderr": subprocess.STDOUT,
        }
        try:
            with beside(
                addon, {**environment, PART: "database"}, stdin=subprocess.DEVNULL
            ) as wait:
                statuses = [
                    call(pure, {**environment, PART: "pure"}, **quiet),
                    call(system, environment, **quiet),
                ]
                return joint_status(*statuses, wait())
        finally:
            sys.stdout.flush()
            sys.stdout.buffer.write(output.read_bytes())
            counts = [json.loads(one.read_text()) for one in Path(folder).iterdir()]
            print(closing_line(counts, time.monotonic() - started), flush=True)


def closing_line(counts, seconds):
    """Return one closing line, as pytest writes it, of several runs.

    :param counts: a ``{outcome: number}`` of each run
    """
    found = {
        name: sum(one.get(name, 0) for one in counts)
        for name in OUTCOMES
        if any(one.get(name) for one in counts)
    }
    # as in pytest: 1 error, 2 errors, but 2 passed
    said = ", ".join(
        f"{number} {name}{'s' if name == 'error' and number > 1 else ''}"
        for name, number in found.items()
    )
    minutes = f"{int(seconds) // 60}:{int(seconds) % 60:02}"
    return f" {said or 'no tests ran'} in {seconds:.2f}s ({minutes}) ".center(80, "=")


def joint_status(*statuses):
    """Return the exit status of several runs of pytest as if they were one."""
    ran = [status for status in statuses if status != NO_TESTS]
    return max(ran, key=abs, default=NO_TESTS)


def named_paths(arguments):
    """Return the existing paths among pytest's arguments."""
    paths = [Path(word.split("::")[0]).resolve() for word in arguments]
    return [path for path in paths if path.exists()]


def needs_demo(arguments):
    """Tell whether pytest's arguments name anything outside the addon's own tests."""
    paths = named_paths(arguments)
    return not paths or not all(path.is_relative_to(ADDON) for path in paths)


@contextlib.contextmanager
def databases(kind, name, demo=None):
    """Yield a workplace with the addon freshly installed, and what Odoo logged.

    :param demo: name of a second database, with the demo data.
    """
    workplace = open_workplace(kind, name, dev=True, fast=True)
    with open(workplace.folder / "lock", "w", encoding="utf-8") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"Waiting for another command in {workplace.folder} ...")
            fcntl.flock(handle, fcntl.LOCK_EX)
        workplace.postgres.start()
        try:
            all_databases = Databases(workplace)
            template = all_databases.template()
            targets = [target for target in (name, demo) if target]
            for target in targets:
                all_databases.clone(template, target)
            say(f"Installing the addon in {' and '.join(targets)} ...")
            # Each has its own Odoo, which takes one core.
            with ThreadPoolExecutor() as pool:
                installed = pool.map(
                    lambda target: all_databases.install(target, demo=target == demo),
                    targets,
                )
                troubles = dict(zip(targets, installed, strict=True))
            yield workplace, troubles
        finally:
            workplace.postgres.stop()
