"""A database of the version before becomes one of this version, and loses nothing."""

import ast
import io
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
from conftest import DemoServer
from odoo_client import OdooClient

from launcher import conf
from launcher.database import ADDON_NAME, Databases
from launcher.odoo_root import find_odoo
from launcher.paths import ADDON, PROJECT
from launcher.postgres import External
from launcher.serving import serving
from launcher.venv import find_venv
from launcher.workplace import Workplace

DATABASE = "ict_test_upgrade"
#: What people typed or chose, and what the new version may not touch.
KEPT = {
    "ict_overview": "company_id, kind, school_year, state, approved_by_id, note",
    "ict_overview_line": "overview_id, task_id, applicable, level, priority, coverage",
    "ict_allocation": "line_id, member_id, hours, certainty, decides, executes, steers,"
    " contact, funding_id, note",
    "ict_team_member": "name, company_id, employee_id, role, hours_available, active",
    "ict_task": "name, code, cluster_id, is_core, active",
    "ict_settings": "company_id, need_schools, fill_in_before",
    "ict_mandate": "company_id, cluster_id, member_id",
    "ict_agreement_line": "agreement_id, allocation_id, answer, note",
    "ict_rhythm": "company_id, kind, user_id, location",
    "ict_meeting": "company_id, kind, start, state, note",
    "ict_goal": "company_id, name, deadline",
}


def git(*arguments):
    """Return what git prints about the project, as bytes."""
    done = subprocess.run(
        ["git", "-C", str(PROJECT), *arguments], capture_output=True, check=True
    )
    return done.stdout


@pytest.fixture(scope="module")
def previous(tmp_path_factory):
    """Unpack the last commit of the version before; give ``(folder, version)``."""
    if not shutil.which("git") or not (PROJECT / ".git").exists():
        pytest.skip("no git history here: the version before is not known")
    manifest = f"{ADDON_NAME}/__manifest__.py"
    changed = git("log", "-1", "--format=%H", '-G"version"', "--", manifest)
    before = changed.decode().strip() + "^"
    try:
        files = git("archive", before, ADDON_NAME)
    except subprocess.CalledProcessError:
        pytest.skip("the git history is too short: it has no version before")
    folder = tmp_path_factory.mktemp("previous")
    with tarfile.open(fileobj=io.BytesIO(files)) as archive:
        archive.extractall(folder, filter="data")
    return folder, version_of(folder / ADDON_NAME)


@pytest.fixture(scope="module")
def workplace(stage, tmp_path_factory):
    """Where Odoo can be run on a database of this test alone."""
    folder = tmp_path_factory.mktemp("upgrade")
    venv, options = find_venv(dev=True), conf.read_options(stage["ICT_TEST_CONF"])
    options.pop("logfile", None)
    postgres = External(venv.postgres_bin, options)
    return Workplace(folder, venv, find_odoo(), postgres, options)


@pytest.fixture(scope="module")
def upgraded(previous, workplace):
    """Install the version before with its demo, upgrade it.

    Give ``(what stood there before, after, the lines of the log)``.
    """
    old, version = previous
    databases = Databases(workplace)
    databases.clone(databases.template(), DATABASE)
    addons = workplace.options["addons_path"]
    workplace.write_conf(addons_path=addons.replace(str(PROJECT), str(old)))
    assert databases.install(DATABASE, demo=True) == []
    installed = databases.sql(
        f"SELECT latest_version FROM ir_module_module WHERE name = '{ADDON_NAME}'",
        DATABASE,
    )
    assert installed.strip() == version
    rename = "UPDATE ict_task SET name = jsonb_set(name, '{nl_BE}', '\"Eigen naam\"')"
    databases.sql(f"{rename} WHERE code = 'technical_01'", DATABASE)
    before = kept(databases)
    workplace.write_conf(addons_path=addons)
    logged = databases.upgrade(DATABASE)
    yield before, kept(databases), logged
    databases.drop(DATABASE)


def version_of(addon):
    """Return the version in the manifest of an addon."""
    return ast.literal_eval((Path(addon) / "__manifest__.py").read_text())["version"]


def kept(databases):
    """Return the rows of ``KEPT``, by table."""
    return {
        table: databases.sql(
            f"SELECT id, {columns} FROM {table} ORDER BY id", DATABASE
        ).splitlines()
        for table, columns in KEPT.items()
    }


def test_upgrade_logs_no_warning(previous, upgraded):
    assert previous[1] != version_of(ADDON), "a new version has a higher number"
    assert upgraded[2] == []


def test_upgrade_keeps_what_was_there(upgraded):
    before, after, _logged = upgraded
    assert before["ict_allocation"]
    assert any("Eigen naam" in row for row in before["ict_task"])
    for table in KEPT:
        # what the new version ships beside it may be there too
        missing = set(before[table]) - set(after[table])
        assert not missing, f"{table}: {sorted(missing)[:5]}"
    assert len(before["ict_allocation"]) == len(after["ict_allocation"])


def test_upgraded_database_can_be_used(upgraded, stage, workplace):
    """Every model of ours is read whole by the manager; the start page opens."""
    with serving(stage["ICT_TEST_CONF"], DATABASE, workplace.folder / "served") as (
        port,
        log,
        _process,
    ):
        server = DemoServer(port, log, DATABASE)
        manager = OdooClient(server, "wim", "wim")
        [user] = manager.call("res.users", "read", [manager.uid], ["company_ids"])
        manager.tick(user["company_ids"])
        assert manager.call("ict.start", "start_read")["schools"]
        assert manager.call("ict.insights", "insight_list")["insights"]
        for model in models(server):
            for row in manager.search_read(model, [], [], limit=3):
                assert row["id"]
        assert server.unexpected() == []


def models(server):
    """Return the names of our stored models that a group manager may read."""
    rows = OdooClient(server, "admin", "admin").search_read(
        "ir.model",
        [("model", "=like", "ict.%"), ("transient", "=", False)],
        ["model", "abstract"],
    )
    return [row["model"] for row in rows if not row["abstract"]]
