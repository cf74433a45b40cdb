"""Folders that are whole or absent, and locks between two launchers."""

import contextlib
import fcntl
import shutil
import time

from .errors import LauncherError
from .paths import cache_dir
from .progress import say

MARKER = ".complete"
# Folders of earlier versions are kept this long after their last use.
KEPT_SECONDS = 14 * 24 * 3600


def is_complete(folder):
    """Tell whether ``folder`` was built to its end."""
    return (folder / MARKER).is_file()


def build_once(folder, builder):
    """Build ``folder`` unless it is complete; return it.

    ``builder(folder)`` fills it in place, because a virtual environment knows its
    own path. The marker is written last and removed never: a folder without it is
    what an interrupted build left, and is built again from nothing.
    """
    if is_complete(folder):
        (folder / MARKER).touch()
        return folder
    with locked(folder.name):
        if is_complete(folder):
            return folder
        if folder.exists():
            say(f"An earlier build of {folder.name} was interrupted: building again.")
            shutil.rmtree(folder)
        folder.mkdir(parents=True)
        builder(folder)
        (folder / MARKER).touch()
        _remove_unused(folder)
    return folder


def _remove_unused(folder):
    """Remove earlier versions beside ``folder`` that nobody used for a while."""
    family = folder.name.rpartition("-")[0]
    for other in folder.parent.glob(f"{family}-*"):
        marker = other / MARKER
        if marker.is_file() and time.time() - marker.stat().st_mtime > KEPT_SECONDS:
            shutil.rmtree(other)


@contextlib.contextmanager
def locked(name):
    """Hold a lock of this name in the cache, shared by all launchers of the user."""
    folder = cache_dir() / "locks"
    folder.mkdir(exist_ok=True)
    with open(folder / f"{name}.lock", "w", encoding="utf-8") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"Waiting for another ./ict that works on {name} ...")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def check_disk(folder, gigabytes):
    """Raise when less than ``gigabytes`` is free on the disk of ``folder``."""
    free = shutil.disk_usage(folder).free / 1e9
    if free < gigabytes:
        raise LauncherError(
            f"There is not enough disk space: {folder} needs about {gigabytes} GB and "
            f"{free:.1f} GB is free. Make room, or set XDG_CACHE_HOME to a folder on "
            "another disk."
        )
