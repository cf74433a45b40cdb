"""One Odoo server: a free port, waiting until it answers, ending it."""

import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from .commands import tail
from .errors import LauncherError

START_SECONDS = 180
STOP_SECONDS = 30


def start(workplace, log):
    """Start Odoo with the workplace's odoo.conf; return its process.

    It gets a session of its own: Ctrl-C reaches the launcher only, which stops all
    in order.
    """
    return subprocess.Popen(
        workplace.command("server", "-c", str(workplace.conf), "--logfile", str(log)),
        env=workplace.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def end(process):
    """Stop an Odoo process: politely, then by force."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_for_http(process, url, log):
    """Return when ``url`` answers 200.

    :raises LauncherError: when the process ends first, or time runs out.
    """
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=START_SECONDS) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    raise LauncherError(f"Odoo did not start. The end of {log}:\n{log_end(log)}")


def free_port(wished):
    """Return ``wished`` when nothing listens on it, otherwise another free port."""
    for port in (wished, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return probe.getsockname()[1]
    raise LauncherError("No free port was found on this machine.")


def log_end(log):
    """Return the last lines of a log, as far as there is one."""
    try:
        return tail(log.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return "  (no log)"
