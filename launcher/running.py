"""Who runs in the state folder: one launcher at a time, and how to stop it."""

import contextlib
import fcntl
import json
import os
import signal
import time

from .errors import LauncherError
from .paths import state_dir
from .server import STOP_SECONDS


def read_json(path):
    """Return the content of a JSON file, ``{}`` when it cannot be read."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


@contextlib.contextmanager
def state_lock():
    """Hold the state folder for one launcher; yield what records who runs."""
    folder = state_dir("run")
    running = folder / "running.json"
    with open(folder / "lock", "w", encoding="utf-8") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            address = read_json(running).get("address", "an address not known yet")
            raise LauncherError(
                f"It is running already, at {address}. ./ict stop stops it."
            ) from error
        state = {"launcher": os.getpid()}
        running.write_text(json.dumps(state), encoding="utf-8")
        try:
            yield lambda state: running.write_text(json.dumps(state), encoding="utf-8")
        finally:
            running.unlink(missing_ok=True)


def stop_launcher():
    """Stop the launcher that runs, or the Odoo that a killed one left.

    :return: whether a launcher was stopped, which then has stopped everything.
    """
    folder = state_dir("run")
    state = read_json(folder / "running.json")
    launcher, odoo = state.get("launcher"), state.get("odoo")
    if launcher and _runs(launcher, "ict"):
        os.kill(launcher, signal.SIGTERM)
        _wait_gone(launcher, "ict", STOP_SECONDS + 15)
        return True
    if odoo and _runs(odoo, str(folder / "odoo.conf")):
        os.kill(odoo, signal.SIGTERM)
        _wait_gone(odoo, "odoo", STOP_SECONDS)
    return False


def _runs(pid, word):
    # A process that ended and that nobody waited for has an empty command line.
    try:
        with open(f"/proc/{pid}/cmdline", encoding="utf-8", errors="replace") as handle:
            return word in handle.read()
    except OSError:
        return False


def _wait_gone(pid, word, seconds):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not _runs(pid, word):
            return
        time.sleep(0.2)
    raise LauncherError(f"Process {pid} does not stop; end it yourself.")
