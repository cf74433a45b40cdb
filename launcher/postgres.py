"""PostgreSQL: the wheel's server in a state folder, or a server of the person's."""

import dataclasses
import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from .commands import run
from .errors import LauncherError

ROLE = "odoo"
SOCKET = ".s.PGSQL.5432.lock"
# The longest path of a Unix socket, with its closing zero.
SOCKET_LIMIT = 107
NOBODY = 65534
VARIABLES = ("PGHOST", "PGPORT", "PGUSER", "PGDATABASE", "PGSERVICE")
# Lost at a power cut, rebuilt by the next test run: no need to wait for the disk.
FAST = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_wal_size=4GB",
)


@dataclasses.dataclass
class External:
    """A server that runs already: ``PG...`` variables or the options of a conf."""

    bin: Path
    options: dict
    description: str = "your own PostgreSQL"

    def start(self):
        """Check that the server answers and that the role is one Odoo accepts."""
        role = self.sql("SELECT current_user", "postgres").strip()
        if role == "postgres":
            raise LauncherError(
                "Odoo refuses to work as the PostgreSQL role 'postgres'. Make another "
                "role (createuser --createdb odoo) and name it in PGUSER or db_user."
            )

    def stop(self):
        """Leave it alone: we did not start it."""

    @property
    def variables(self):
        """The environment variables that bring psql to the server."""
        names = {
            "db_host": "PGHOST",
            "db_port": "PGPORT",
            "db_user": "PGUSER",
            "db_password": "PGPASSWORD",
        }
        found = {names[key]: self.options.get(key) for key in names}
        return {
            key: value
            for key, value in found.items()
            if value and value.lower() not in ("false", "none")
        }

    def sql(self, statement, database):
        """Run one SQL statement; return its rows, one a line, columns by ``|``."""
        arguments = [self.bin / "psql", "-XAtq", "-v", "ON_ERROR_STOP=1"]
        arguments += ["-d", database, "-c", statement]
        return run(arguments, f"A statement on {self.description}", env=self.variables)


@dataclasses.dataclass
class Embedded(External):
    """A server of our own in ``folder``, reached by a Unix socket only."""

    folder: Path = None
    fast: bool = False
    description: str = "PostgreSQL"

    def __post_init__(self):
        self.data = self.folder / "postgresql"
        self.socket = socket_folder(self.folder)
        self.log = self.folder / "postgresql.log"
        self.options = {"db_host": str(self.socket), "db_user": ROLE}

    def start(self):
        """Start the server; make its data folder and the role the first time."""
        if self.is_running():
            return
        if not (self.data / "PG_VERSION").is_file():
            self._initialise()
        _private_folder(self.socket)
        self._own(self.data, self.socket, self.log)
        settings = ["listen_addresses=''", "unix_socket_permissions=0700"]
        settings += FAST if self.fast else ()
        options = " ".join(f"-c {setting}" for setting in settings)
        self._pg_ctl(
            "start",
            *("-w", "-t", "60", "-l", self.log, "-o", f'-k "{self.socket}" {options}'),
        )

    def stop(self):
        """Stop the server; do nothing when it does not run."""
        if self.is_running():
            self._pg_ctl("stop", "-w", "-m", "fast")
        if self.socket.parent != self.folder:
            shutil.rmtree(self.socket, ignore_errors=True)

    def is_running(self):
        """Tell whether the server runs."""
        if not (self.data / "postmaster.pid").is_file():
            return False
        done = subprocess.run(
            [*_as_user(), self.bin / "pg_ctl", "-D", self.data, "status"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            cwd="/",
            check=False,
        )
        return done.returncode == 0

    def _initialise(self):
        """Make the data folder aside and move it: an interrupted one is no use."""
        partial = self.data.with_suffix(".partial")
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(mode=0o700)
        self._own(partial)
        arguments = [self.bin / "initdb", "-D", partial, "-U", ROLE]
        arguments += ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust"]
        arguments += ["--no-instructions", "--no-sync"]
        run([*_as_user(), *arguments], "Making the PostgreSQL data folder", cwd="/")
        partial.replace(self.data)

    def _pg_ctl(self, action, *options):
        command = [*_as_user(), self.bin / "pg_ctl", "-D", self.data, action, *options]
        # Its output goes to files only: a server that inherits a pipe keeps it open.
        done = subprocess.run(
            [str(word) for word in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            start_new_session=True,
            check=False,
        )
        if done.returncode:
            raise LauncherError(
                f"PostgreSQL did not {action}; the reason is in {self.log}."
            )

    @staticmethod
    def _own(*paths):
        for path in paths:
            if os.geteuid() == 0:
                path.touch()
                os.chown(path, NOBODY, NOBODY)


def find_postgres(venv, folder, fast=False):
    """Return the server for ``folder``: the one of the ``PG...`` variables, or ours."""
    if any(os.environ.get(name) for name in VARIABLES):
        return External(venv.postgres_bin, {})
    return Embedded(venv.postgres_bin, {}, folder=folder, fast=fast)


def socket_folder(folder):
    """Return a folder for the socket: in ``folder`` if the path is short enough."""
    wished = folder / "socket"
    if len(os.fsencode(wished / SOCKET)) < SOCKET_LIMIT:
        return wished
    digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"ict-{os.geteuid()}-{digest}"


def _private_folder(folder):
    """Make a folder that only we can enter; refuse one that another user made."""
    folder.mkdir(mode=0o700, exist_ok=True)
    ours = (NOBODY,) if os.geteuid() == 0 else ()
    if folder.is_symlink() or folder.stat().st_uid not in (os.geteuid(), *ours):
        raise LauncherError(f"{folder} belongs to another user; remove it first.")
    folder.chmod(0o700)


def _as_user():
    """Return the command that gives up root, under which PostgreSQL will not run.

    The one capability it keeps lets it reach a home folder that others may not enter.
    """
    if os.geteuid():
        return []
    if not shutil.which("setpriv"):
        raise LauncherError(
            "PostgreSQL does not run as root and 'setpriv' (package util-linux) is "
            "missing. Start ./ict as an ordinary user."
        )
    capability = "+dac_override"
    return [
        *("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"),
        *(f"--inh-caps={capability}", f"--ambient-caps={capability}"),
        # Otherwise access(2), which PostgreSQL asks, leaves the capability out.
        "--securebits=+no_setuid_fixup",
    ]
