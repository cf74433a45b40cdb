"""./ict run, stop and reset: the demo school group, served on this machine only."""

import contextlib
import fcntl
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from .commands import tail
from .database import Databases
from .errors import LauncherError
from .hashing import digest_of_tree
from .paths import ADDON, state_dir
from .postgres import Embedded
from .progress import say
from .workplace import open_workplace

DATABASE = "ict"
USUAL_PORT = 8069
START_SECONDS = 180
STOP_SECONDS = 30


def run(port=None, own_conf=None, prepare_only=False):
    """Build what is missing, serve until Ctrl-C, stop everything."""
    with _terminating(), _state_lock() as mark_running:
        workplace = open_run(own_conf)
        workplace.postgres.start()
        try:
            prepare(workplace)
            if not prepare_only:
                _serve(workplace, _pick_port(workplace, port, own_conf), mark_running)
        except KeyboardInterrupt:
            say("\nStopping ...")
        finally:
            workplace.postgres.stop()
    say("Stopped." if not prepare_only else "Ready; start it with ./ict run.")


def open_run(own_conf=None):
    """Return the workplace of the demo."""
    own_conf = own_conf or os.environ.get("ICT_CONF")
    database = os.environ.get("PGDATABASE") or DATABASE
    return open_workplace("run", database, own_conf=own_conf)


def prepare(workplace):
    """Bring the database in step with the addon's files."""
    name = workplace.options["db_name"]
    databases, marker = Databases(workplace), workplace.folder / "installed.json"
    digest = digest_of_tree(ADDON)
    state = {"database": name, "addon": digest}
    if name not in databases.names():
        # Under another name until it is whole: an interrupted one is made again.
        partial = f"{name}_partial"
        databases.clone(databases.template(), partial)
        say("Installing the addon with a demo school group ...")
        _warn(databases.install(partial, demo=True))
        databases.rename(partial, name)
        databases.sql(
            "INSERT INTO ir_config_parameter (key, value) VALUES "
            "('web.base.url.freeze', 'True'), ('report.url', '')",
            name,
        )
        state["ours"] = True
    else:
        before = _read(marker)
        if before.get("addon") == digest and before.get("database") == name:
            return
        state["ours"] = before.get("ours", False) and before.get("database") == name
        say("The addon has changed: upgrading the database ...")
        installed = databases.sql(
            "SELECT 1 FROM ir_module_module WHERE name = 'ict_coordination' "
            "AND state = 'installed'",
            name,
        )
        _warn((databases.upgrade if installed.strip() else databases.install)(name))
    marker.write_text(json.dumps(state), encoding="utf-8")


def stop():
    """Stop a running ./ict run from another terminal; clean up after a killed one."""
    folder = state_dir("run")
    state = _read(folder / "running.json")
    launcher = state.get("launcher")
    if launcher and _is_ours(launcher, "ict"):
        os.kill(launcher, signal.SIGINT)
        _wait_gone(launcher, STOP_SECONDS + 15)
        say("Stopped.")
        return
    odoo = state.get("odoo")
    if odoo and _is_ours(odoo, str(folder / "odoo.conf")):
        os.kill(odoo, signal.SIGTERM)
        _wait_gone(odoo, STOP_SECONDS)
    if (folder / "postgresql").is_dir():
        workplace = open_run()
        running = isinstance(workplace.postgres, Embedded)
        if running and workplace.postgres.is_running():
            workplace.postgres.stop()
            say("Stopped what an earlier run had left.")
            return
    say("Nothing is running.")


def reset(sure=False, own_conf=None):
    """Remove the database and its files, after asking."""
    folder = state_dir("run")
    if not sure:
        try:
            answer = input(
                f"This removes the demo database and all its files in {folder}. "
                "Type yes to go on: "
            )
        except EOFError:
            answer = ""
        if answer.strip().lower() != "yes":
            raise LauncherError("Nothing was removed.")
    with _state_lock():
        workplace = open_run(own_conf)
        name = workplace.options["db_name"]
        if isinstance(workplace.postgres, Embedded):
            workplace.postgres.stop()
            for path in ("postgresql", "postgresql.partial", "data"):
                shutil.rmtree(folder / path, ignore_errors=True)
        elif _read(folder / "installed.json").get("ours"):
            Databases(workplace).drop(name)
        else:
            raise LauncherError(
                f"The database {name} was not made by ./ict, so it is left alone."
            )
        (folder / "installed.json").unlink(missing_ok=True)
    say("Removed. ./ict run makes a new one.")


def _serve(workplace, port, mark_running):
    address = f"http://127.0.0.1:{port}"
    name = workplace.options["db_name"]
    workplace.write_conf(http_port=port)
    if _read(workplace.folder / "installed.json").get("ours"):
        Databases(workplace).sql(
            f"UPDATE ir_config_parameter SET value = '{address}' "
            "WHERE key IN ('web.base.url', 'report.url')",
            name,
        )
    log = workplace.folder / "odoo.log"
    say("Starting Odoo ...")
    # A session of its own: Ctrl-C reaches the launcher, which stops all in order.
    odoo = subprocess.Popen(
        workplace.command("server", "-c", str(workplace.conf), "--logfile", str(log)),
        env=workplace.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        mark_running({"launcher": os.getpid(), "odoo": odoo.pid, "address": address})
        wait_for_http(odoo, f"{address}/web/login", log)
        print(welcome(address, log), flush=True)
        odoo.wait()
        raise LauncherError(
            f"Odoo stopped by itself. The end of {log}:\n{tail(_text(log))}"
        )
    finally:
        end(odoo)


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
    raise LauncherError(f"Odoo did not start. The end of {log}:\n{tail(_text(log))}")


def welcome(address, log):
    """Return the text that is printed when the demo can be used."""
    lines = ["", f"Odoo is ready: {address}", ""]
    logins = _read(ADDON / "demo" / "logins.json") or []
    rows = [("role", "login", "password", "does")]
    rows += [tuple(str(entry.get(key, "")) for key in rows[0]) for entry in logins]
    if logins:
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = zip(row, widths, strict=True)
            lines.append("  " + "  ".join(c.ljust(w) for c, w in cells).rstrip())
        lines.append("")
    lines += [f"The log is in {log}.", "Ctrl-C stops Odoo and PostgreSQL."]
    return "\n".join(lines)


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


def _pick_port(workplace, port, own_conf):
    own_conf = own_conf or os.environ.get("ICT_CONF")
    wished = int(workplace.options["http_port"]) if own_conf else USUAL_PORT
    wished = wished if port is None else port
    found = free_port(wished)
    if port and found != port:
        raise LauncherError(
            f"Port {port} is taken. Name another one, or leave --port out for a free "
            "one."
        )
    if wished and found != wished:
        say(f"Port {wished} is taken, so port {found} is used.")
    return found


@contextlib.contextmanager
def _state_lock():
    """Hold the state folder for one launcher; yield what records who runs."""
    folder = state_dir("run")
    running = folder / "running.json"
    with open(folder / "lock", "w", encoding="utf-8") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            address = _read(running).get("address", "an address not known yet")
            raise LauncherError(
                f"It is running already, at {address}. ./ict stop stops it."
            ) from error
        state = {"launcher": os.getpid()}
        running.write_text(json.dumps(state), encoding="utf-8")
        try:
            yield lambda state: running.write_text(json.dumps(state), encoding="utf-8")
        finally:
            running.unlink(missing_ok=True)


@contextlib.contextmanager
def _terminating():
    """Let a kill or a closed terminal stop us as Ctrl-C does."""

    def interrupt(number, frame):
        raise KeyboardInterrupt

    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, interrupt)
    yield


def _is_ours(pid, word):
    try:
        with open(f"/proc/{pid}/cmdline", encoding="utf-8", errors="replace") as handle:
            return word in handle.read()
    except OSError:
        return False


def _wait_gone(pid, seconds):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.2)
    raise LauncherError(f"Process {pid} does not stop; end it yourself.")


def _warn(lines):
    if lines:
        say("Odoo logged while installing:\n" + tail("\n".join(lines)))


def _read(path):
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _text(path):
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
