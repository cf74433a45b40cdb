"""One working set: Odoo, virtual environment, PostgreSQL, configuration."""

import dataclasses
import os
import re
import subprocess
import sys
from pathlib import Path

from . import conf
from .commands import tail
from .errors import LauncherError
from .odoo_root import OdooRoot, find_odoo, script
from .paths import PROJECT, state_dir
from .postgres import External, find_postgres
from .venv import Venv, find_venv

PROGRESS = re.compile(r"Loading module (\w+) \((\d+)/(\d+)\)")
TROUBLE = re.compile(r"^\S+ \S+ \d+ (WARNING|ERROR|CRITICAL) ")


@dataclasses.dataclass
class Workplace:
    """Everything that one command works with, in one state folder."""

    folder: Path
    venv: Venv
    odoo: OdooRoot
    postgres: External
    options: dict

    @property
    def conf(self):
        """The odoo.conf that is used."""
        return self.folder / "odoo.conf"

    @property
    def environment(self):
        """The environment variables of every Odoo process."""
        paths = [str(self.odoo.python_path), os.environ.get("PYTHONPATH", "")]
        return {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(filter(None, paths)),
            "PYTHONUNBUFFERED": "1",
        }

    def write_conf(self, **changes):
        """Write the odoo.conf with these options changed."""
        self.options.update({key: str(value) for key, value in changes.items()})
        conf.write(self.conf, self.options)

    def command(self, *arguments):
        """Return the command line of Odoo with our configuration."""
        return [str(self.venv.python), str(script()), *arguments]

    def odoo_run(self, what, log, *arguments):
        """Run Odoo until it ends, its log in the file ``log``; show progress.

        :raises LauncherError: with the last lines of the log when it fails, or when
            the addon's installation went wrong without Odoo saying so.
        """
        log.unlink(missing_ok=True)
        process = subprocess.Popen(
            self.command(
                *("server", "-c", str(self.conf), "--logfile", str(log)),
                *("--stop-after-init", "--no-http", *arguments),
            ),
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            while True:
                try:
                    printed, _ = process.communicate(timeout=0.5)
                    break
                except subprocess.TimeoutExpired:
                    _show_progress(log)
        finally:
            process.kill()
        _show_progress(None)
        text = log.read_text(encoding="utf-8") if log.is_file() else ""
        if process.returncode or "CRITICAL" in text:
            raise LauncherError(
                f"{what} failed. The end of {log}:\n{tail(text or printed)}"
            )
        return troubles(text)


def troubles(text):
    """Return the WARNING and ERROR lines of an Odoo log."""
    return [line for line in text.splitlines() if TROUBLE.match(line)]


def open_workplace(kind, database, dev=False, fast=False, own_conf=None, port=8069):
    """Bring together what a command needs; build what is not there yet.

    :param kind: name of the state folder: run, test, bench, translate.
    :param dev: with the developers' tools.
    :param fast: a PostgreSQL that does not wait for the disk.
    :param own_conf: path of an odoo.conf whose options win over ours.
    """
    odoo = find_odoo()
    venv = find_venv(dev=dev)
    folder = state_dir(kind)
    own = conf.read_options(own_conf) if own_conf else {}
    # One database: the first one named, or ours when the conf names none.
    own_database = own.pop("db_name", "").split(",")[0].strip()
    if own_database and own_database.lower() not in ("false", "none"):
        database = own_database
    options = {**conf.defaults(folder / "data", database, port), **own}
    options["addons_path"] = conf.addons_path(
        *odoo.addons, PROJECT, venv.addons, own=own.get("addons_path", "")
    )
    if own_conf:
        postgres = External(venv.postgres_bin, own)
    else:
        postgres = find_postgres(venv, folder, fast=fast)
        options.update(postgres.options)
    workplace = Workplace(folder, venv, odoo, postgres, options)
    workplace.write_conf()
    return workplace


def _show_progress(log):
    if not sys.stderr.isatty():
        return
    line = ""
    if log and log.is_file():
        found = PROGRESS.findall(log.read_text(encoding="utf-8", errors="replace"))
        if found:
            line = "  module {1} of {2}: {0}".format(*found[-1])
    sys.stderr.write(f"\r\033[K{line}")
    sys.stderr.flush()
