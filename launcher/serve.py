"""./ict run, stop and reset: the demo school group, served on this machine only."""

import json
import os
import shutil

from . import server
from .commands import tail
from .database import Databases
from .errors import LauncherError
from .hashing import digest_of_tree
from .paths import ADDON, state_dir
from .postgres import Embedded
from .progress import say
from .running import read_json, state_lock, stop_launcher
from .workplace import open_workplace

DATABASE = "ict"
USUAL_PORT = 8069


def run(port=None, own_conf=None, prepare_only=False):
    """Build what is missing, serve until Ctrl-C, stop everything."""
    with state_lock() as mark_running:
        workplace = open_run(own_conf)
        workplace.postgres.start()
        try:
            prepare(workplace)
            if not prepare_only:
                _serve(workplace, _pick_port(workplace, port, own_conf), mark_running)
            else:
                say("Ready; start it with ./ict run.")
        except KeyboardInterrupt:
            say("\nStopping ...")
        finally:
            workplace.postgres.stop()


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
        databases.sql(
            "INSERT INTO ir_config_parameter (key, value) VALUES "
            "('web.base.url.freeze', 'True'), ('report.url', '')",
            partial,
        )
        state["ours"] = True
        marker.write_text(json.dumps(state), encoding="utf-8")
        databases.rename(partial, name)
    else:
        before = read_json(marker)
        if before.get("addon") == digest and before.get("database") == name:
            return
        state["ours"] = before.get("ours", False) and before.get("database") == name
        say("The addon has changed: upgrading the database ...")
        installed = databases.sql(
            "SELECT 1 FROM ir_module_module WHERE name = 'ict_coordination' "
            "AND state = 'installed'",
            name,
        )
        if installed.strip():
            _warn(databases.upgrade(name, overwrite=state["ours"]))
        else:
            _warn(databases.install(name))
        marker.write_text(json.dumps(state), encoding="utf-8")


def stop():
    """Stop a running ./ict run from another terminal; clean up after a killed one."""
    if stop_launcher():
        say("Stopped.")
        return
    if (state_dir("run") / "postgresql").is_dir():
        postgres = open_run().postgres
        if isinstance(postgres, Embedded) and postgres.is_running():
            postgres.stop()
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
    with state_lock():
        workplace = open_run(own_conf)
        name = workplace.options["db_name"]
        if isinstance(workplace.postgres, Embedded):
            workplace.postgres.stop()
            for path in ("postgresql", "postgresql.partial", "data"):
                shutil.rmtree(folder / path, ignore_errors=True)
        elif read_json(folder / "installed.json").get("ours"):
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
    if read_json(workplace.folder / "installed.json").get("ours"):
        Databases(workplace).sql(
            f"UPDATE ir_config_parameter SET value = '{address}' "
            "WHERE key IN ('web.base.url', 'report.url')",
            name,
        )
    log = workplace.folder / "odoo.log"
    say("Starting Odoo ...")
    odoo = server.start(workplace, log)
    try:
        mark_running({"launcher": os.getpid(), "odoo": odoo.pid, "address": address})
        server.wait_for_http(odoo, f"{address}/web/login", log)
        print(welcome(address, log), flush=True)
        odoo.wait()
        raise LauncherError(
            f"Odoo stopped by itself. The end of {log}:\n{server.log_end(log)}"
        )
    finally:
        server.end(odoo)


def welcome(address, log):
    """Return the text that is printed when the demo can be used."""
    lines = ["", f"Odoo is ready: {address}", ""]
    logins = read_json(ADDON / "demo" / "logins.json") or []
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


def _pick_port(workplace, port, own_conf):
    own_conf = own_conf or os.environ.get("ICT_CONF")
    wished = int(workplace.options["http_port"]) if own_conf else USUAL_PORT
    wished = wished if port is None else port
    found = server.free_port(wished)
    if port and found != port:
        raise LauncherError(
            f"Port {port} is taken. Name another one, or leave --port out for a free "
            "one."
        )
    if wished and found != wished:
        say(f"Port {wished} is taken, so port {found} is used.")
    return found


def _warn(lines):
    if lines:
        say("Odoo logged while installing:\n" + tail("\n".join(lines)))
