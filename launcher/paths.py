"""Where things live: the project, the user's cache and the state folders."""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
ADDON = PROJECT / "ict_coordination"
LAUNCHER = PROJECT / "launcher"


def cache_dir():
    """Return the cache folder (downloads, Odoo, virtual environments)."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return _made(Path(base).expanduser() / "ict_coordination")


def state_dir(kind):
    """Return the state folder of one kind of work: run, test, bench, translate.

    Each kind has its own PostgreSQL, so that tests never touch the demo.
    """
    home = Path(os.environ.get("ICT_HOME") or PROJECT / ".ict").expanduser().resolve()
    return _made(home / kind)


def _made(folder):
    folder.mkdir(parents=True, exist_ok=True)
    return folder
