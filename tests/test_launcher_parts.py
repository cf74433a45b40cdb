"""The launcher's pure parts: what it reads, writes, builds and says."""

import json
import os
import socket
import stat
import subprocess
import sys

import pytest

from launcher import (
    apt,
    building,
    cli,
    commands,
    conf,
    hashing,
    mend,
    odoo_root,
    postgres,
    server,
)
from launcher import workplace as workplace_module
from launcher.errors import LauncherError
from launcher.paths import ADDON, PROJECT
from launcher.serve import welcome
from launcher.testing import (
    NO_TESTS,
    closing_line,
    joint_status,
    named_paths,
    needs_demo,
)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A cache folder of this test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "ict_coordination"


def test_mirror_is_debians_own():
    targets = (
        "http://a.example/security/ Debian Debian-Security\n"
        "http://b.example/other/ Vendor Vendor\n"
        "http://c.example/debian/ Debian Debian\n"
        "http://d.example/debian/ Debian Debian\n"
    )
    assert apt.parse_mirror(targets) == "http://c.example/debian/"


def test_no_debian_archive_in_plain_words():
    with pytest.raises(LauncherError, match="apt-get update"):
        apt.parse_mirror("http://b.example/other/ Vendor Vendor\n")


def test_codename():
    assert apt.parse_codename('ID=debian\nVERSION_CODENAME="trixie"\n') == "trixie"
    with pytest.raises(LauncherError, match="ODOO_HOME"):
        apt.parse_codename("ID=fedora\nVERSION_CODENAME=\n")


def test_conf_is_private_and_closed(tmp_path):
    path = tmp_path / "odoo.conf"
    conf.write(path, conf.defaults(tmp_path, "ict", 8070))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    options = conf.read_options(path)
    assert options["http_interface"] == "127.0.0.1"
    assert options["list_db"] == options["proxy_mode"] == "False"
    assert (options["http_port"], options["dbfilter"]) == ("8070", "^ict$")
    other = conf.defaults(tmp_path, "ict", 8070)["admin_passwd"]
    assert len(other) > 30
    assert other != options["admin_passwd"]


def test_conf_keeps_percent_signs(tmp_path):
    path = tmp_path / "odoo.conf"
    conf.write(path, {"db_password": "50%(x)s%"})
    assert conf.read_options(path) == {"db_password": "50%(x)s%"}


@pytest.mark.parametrize("content", ["no section", "[other]\na = 1\n", "\xff"])
def test_no_conf_in_plain_words(tmp_path, content):
    path = tmp_path / "odoo.conf"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(LauncherError, match=r"is no odoo\.conf"):
        conf.read_options(path)


def test_addons_path_puts_own_folders_first(tmp_path):
    found = conf.addons_path(tmp_path, tmp_path / "absent", own=f"/own, {tmp_path}")
    assert found == f"/own,{tmp_path}"


def test_interrupted_build_is_done_again(cache, tmp_path):
    folder, calls = tmp_path / "thing", []

    def broken(target):
        (target / "half").write_text("half")
        raise LauncherError("the line broke")

    with pytest.raises(LauncherError):
        building.build_once(folder, broken)
    assert not building.is_complete(folder)

    def whole(target):
        calls.append(sorted(target.iterdir()))
        (target / "whole").write_text("whole")

    for _ in range(2):
        building.build_once(folder, whole)
    # From nothing, and once.
    assert calls == [[]]
    assert building.is_complete(folder)
    assert not (folder / "half").exists()


def test_two_launchers_build_once(cache, tmp_path):
    script = (
        "import sys, time, pathlib\n"
        "from launcher.building import build_once\n"
        "def build(folder):\n"
        "    time.sleep(0.5)\n"
        "    with open(sys.argv[2], 'a') as log: log.write('built\\n')\n"
        "build_once(pathlib.Path(sys.argv[1]), build)\n"
    )
    log = tmp_path / "log"
    command = [sys.executable, "-c", script, str(tmp_path / "thing"), str(log)]
    both = [subprocess.Popen(command, cwd=PROJECT) for _ in range(2)]
    assert [process.wait(30) for process in both] == [0, 0]
    assert log.read_text() == "built\n"


def test_full_disk_in_plain_words(tmp_path):
    with pytest.raises(LauncherError, match="not enough disk space"):
        building.check_disk(tmp_path, 10**9)


def test_digest_follows_names_and_contents(tmp_path):
    (tmp_path / "a").write_text("1")
    first = hashing.digest_of_tree(tmp_path)
    (tmp_path / "a.pyc").write_text("compiled")
    assert hashing.digest_of_tree(tmp_path) == first
    (tmp_path / "a").write_text("2")
    second = hashing.digest_of_tree(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    assert len({first, second, hashing.digest_of_tree(tmp_path)}) == 3


def test_socket_path_is_never_too_long(tmp_path):
    assert postgres.socket_folder(tmp_path) == tmp_path / "socket"
    deep = tmp_path / ("x" * 100)
    short = postgres.socket_folder(deep)
    assert len(os.fsencode(short / postgres.SOCKET)) < postgres.SOCKET_LIMIT
    assert short != postgres.socket_folder(tmp_path / ("y" * 100))


def test_taken_port_is_left_alone():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        other = server.free_port(port)
        assert other not in (0, port)
    assert server.free_port(port) == port


def test_failing_program_shows_its_last_lines():
    script = "print('one'); print('two'); raise SystemExit(3)"
    with pytest.raises(LauncherError, match=r"Counting failed:\n  one\n  two"):
        commands.run([sys.executable, "-c", script], "Counting")
    with pytest.raises(LauncherError, match="no-such-program is missing"):
        commands.run(["no-such-program"], "Counting")


def test_troubles_are_warnings_and_errors():
    log = (
        "2026-01-01 10:00:00,000 12 INFO ict odoo: Hit WARNING in a text\n"
        "2026-01-01 10:00:00,000 12 WARNING ict odoo.schema: look\n"
        "2026-01-01 10:00:00,000 12 ERROR ? odoo.sql_db: bad\n"
        "  ERROR inside a traceback\n"
    )
    found = workplace_module.troubles(log)
    assert [line.split()[3] for line in found] == ["WARNING", "ERROR"]


def test_icons_of_absent_apps_go(tmp_path):
    (tmp_path / "here").mkdir()
    icon = (
        '<div class="d-flex flex-column align-items-center">\n'
        '<img src="/{0}/static/description/icon.png" width="60"/>\n'
        "<small>{0}</small>\n</div>\n"
    )
    odoo = tmp_path
    (odoo / "addons/here").mkdir(parents=True)
    page = odoo / mend.HELP_PAGES[0]
    page.parent.mkdir(parents=True)
    page.write_text(f"<p>{icon.format('here')}{icon.format('absent')}</p>")
    mend.mend(odoo)
    assert page.read_text() == f"<p>{icon.format('here')}</p>"


def test_demo_database_only_for_whole_system_tests():
    inside = str(ADDON / "tests")
    assert needs_demo([])
    assert needs_demo(["-k", "word"])
    assert needs_demo([inside, str(PROJECT / "tests")])
    assert not needs_demo([f"{inside}::TestX", "-x"])


def test_two_runs_of_pytest_are_one_status():
    assert joint_status(0, 0) == 0
    assert joint_status(0, 1) == joint_status(1, 0) == 1
    # Of -k word there may be tests in one of them only.
    assert joint_status(0, NO_TESTS) == joint_status(NO_TESTS, 0) == 0
    assert joint_status(NO_TESTS, 1) == 1
    assert joint_status(NO_TESTS, NO_TESTS) == NO_TESTS
    # Killed by a signal: a negative number.
    assert joint_status(0, -9) != 0


def test_closing_line_of_two_runs():
    counts = [{"passed": 640, "failed": 1}, {"passed": 156, "error": 2}]
    line = closing_line(counts, 739.5)
    assert line.strip("= ") == "1 failed, 796 passed, 2 errors in 739.50s (12:19)"
    assert "no tests ran" in closing_line([], 1)
    assert named_paths(["-k", "word"]) == []
    assert named_paths([str(ADDON / "tests") + "::TestX"]) == [ADDON / "tests"]


def test_welcome_names_each_login(tmp_path):
    text = welcome("http://127.0.0.1:1", tmp_path / "log")
    logins = json.loads((ADDON / "demo/logins.json").read_text(encoding="utf-8"))
    assert logins
    for entry in logins:
        assert f"  {entry['login']}  " in text
    assert "http://127.0.0.1:1" in text


def test_versions_unused_for_long_go(cache, tmp_path):
    old, recent, broken = (tmp_path / f"venv-{name}" for name in ("a", "b", "c"))
    for folder in (old, recent):
        building.build_once(folder, lambda target: None)
    broken.mkdir()
    os.utime(old / building.MARKER, (0, 0))
    building.build_once(tmp_path / "venv-d", lambda target: None)
    left = sorted(path.name for path in tmp_path.glob("venv-*"))
    assert left == ["venv-b", "venv-c", "venv-d"]


def test_pytest_gets_its_arguments_as_they_stand(monkeypatch):
    got = []
    monkeypatch.setattr("launcher.testing.test", lambda words: got.extend(words))
    monkeypatch.setattr("launcher.cli.interrupt_on_kill", lambda: None)
    words = ["-k", "one or two", "tests", "-x", "--lf"]
    assert cli.main(["test", *words]) == 0
    assert got == words


@pytest.mark.parametrize("source", [True, False], ids=["checkout", "debian"])
def test_odoo_home(tmp_path, monkeypatch, source):
    """A source checkout keeps its addons beside the package, Debian inside."""
    (tmp_path / "odoo/addons/base").mkdir(parents=True)
    (tmp_path / "odoo/release.py").write_text("version_info = (19, 0, 0, 'final')\n")
    (tmp_path / ("addons/web" if source else "odoo/addons/web")).mkdir(parents=True)
    (tmp_path / "addons").mkdir(exist_ok=True)
    monkeypatch.setenv("ODOO_HOME", str(tmp_path))
    found = odoo_root.find_odoo()
    expected = [tmp_path / "odoo/addons", tmp_path / "addons"]
    assert list(found.addons) == expected[: 2 if source else 1]
    assert (found.python_path, found.version) == (tmp_path, "19.0")


def test_postgresql_of_the_person(monkeypatch, tmp_path):
    """Any PG... variable means a server that is not ours to start or stop."""
    for name in postgres.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    venv_like = type("Venv", (), {"postgres_bin": tmp_path})
    assert isinstance(postgres.find_postgres(venv_like, tmp_path), postgres.Embedded)
    monkeypatch.setenv("PGPORT", "5433")
    found = postgres.find_postgres(venv_like, tmp_path)
    assert type(found) is postgres.External
    found = postgres.External(tmp_path, {"db_host": "False", "db_user": "me"})
    assert found.variables == {"PGUSER": "me"}
