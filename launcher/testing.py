"""./ict test: fresh databases, real PostgreSQL, real Chromium, clean logs."""

import contextlib
import fcntl
import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .commands import call
from .database import Databases
from .machine import install_programs
from .paths import ADDON, PROJECT
from .progress import say
from .server import free_port
from .workplace import open_workplace

DATABASE = "ict_test"
DEMO = "ict_test_demo"


def test(arguments):
    """Run pytest on the addon and the launcher; return pytest's exit status.

    The addon is installed without demo data in one database, which pytest-odoo uses,
    and with demo data in another, which a server of its own serves to ``tests/``.
    """
    install_programs()
    demo = DEMO if needs_demo(arguments) else None
    with databases("test", DATABASE, demo=demo) as (workplace, troubles):
        log = workplace.folder / "odoo.log"
        log.unlink(missing_ok=True)
        # Odoo would limit the memory of pytest and of the browsers that it starts.
        workplace.write_conf(logfile=log, http_port=free_port(0), limit_memory_hard=0)
        environment = {
            **workplace.environment,
            "ICT_TEST_CONF": str(workplace.conf),
            "ICT_TEST_DB": DATABASE,
            "ICT_TEST_DEMO_DB": DEMO,
            "ICT_TEST_INSTALL_LOG": json.dumps(troubles),
            "ICT_TEST_FOLDER": str(workplace.folder),
        }
        environment["PYTHONPATH"] += os.pathsep + str(PROJECT)
        command = [
            *(str(workplace.venv.python), "-m", "pytest"),
            *("-p", "launcher.pytest_plugin"),
            *(f"--odoo-config={workplace.conf}", "--odoo-http"),
            *("--odoo-log-level=info", *arguments),
        ]
        say("Running the tests ...")
        return call(command, environment, stdin=subprocess.DEVNULL)


def needs_demo(arguments):
    """Tell whether pytest's arguments name anything outside the addon's own tests."""
    paths = [Path(word.split("::")[0]).resolve() for word in arguments]
    paths = [path for path in paths if path.exists()]
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
