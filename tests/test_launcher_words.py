"""What ./ict says when something is missing: plain words, status 1, no traceback."""

import os
import shutil
import subprocess
import sys

import pytest

from launcher.paths import PROJECT


def ict(*arguments, **environment):
    """Run ./ict; return the finished process."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ICT_", "PG", "PYTHON", "ODOO"))
    }
    return subprocess.run(
        [sys.executable, PROJECT / "ict", *arguments],
        env={**clean, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def said(done, *words):
    """Check that a command failed with these words and without a traceback."""
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


@pytest.fixture
def home(tmp_path):
    """Own cache and state folders, as environment variables."""
    return {
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "ICT_HOME": str(tmp_path / "state"),
    }


def test_no_apt(tmp_path, home):
    empty = tmp_path / "bin"
    empty.mkdir()
    said(ict("run", PATH=str(empty), **home), "no Debian apt", "ODOO_HOME")


def test_odoo_home_without_odoo(tmp_path, home):
    said(ict("run", ODOO_HOME=str(tmp_path), **home), "no Odoo in", "odoo/release.py")


def test_odoo_home_of_another_version(tmp_path, home):
    (tmp_path / "odoo").mkdir()
    (tmp_path / "odoo/release.py").write_text("version_info = (18, 0, 0, 'final')")
    said(ict("run", ODOO_HOME=str(tmp_path), **home), "18.0", "19.0")


def test_conf_that_is_not_there(tmp_path, home):
    # Odoo and the packages come from the real cache: only the conf is absent.
    del home["XDG_CACHE_HOME"]
    said(ict("run", "--conf", str(tmp_path / "none"), **home), "is no odoo.conf")


def test_reset_asks_first(home):
    del home["XDG_CACHE_HOME"]
    said(ict("reset", **home), "Nothing was removed")


def test_stop_when_nothing_runs(home):
    done = ict("stop", **home)
    assert (done.returncode, done.stderr) == (0, "Nothing is running.\n")


def test_unforeseen_error_goes_to_a_file(tmp_path, home):
    # A file where the state folder should be.
    (tmp_path / "state").write_text("")
    done = ict("stop", **home)
    said(done, "did not foresee", "error.log")
    log = tmp_path / "cache/ict_coordination/error.log"
    assert "Traceback" in log.read_text()


def test_old_python(tmp_path):
    """An old Python reads the script and says which one is needed."""
    script = (PROJECT / "ict").read_text()
    assert "sys.version_info < (3, 10)" in script
    shutil.copy(PROJECT / "ict", tmp_path / "ict")
    prelude = (
        "import sys, runpy\n"
        "sys.version_info = (3, 7, 2, 'final', 0)\n"
        "runpy.run_path(sys.argv[1], run_name='__main__')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", prelude, str(tmp_path / "ict")],
        capture_output=True,
        text=True,
        check=False,
    )
    said(done, "needs Python 3.10 or later", "this is Python 3.7")
    # Nothing before the check that Python 3.4 could not compile.
    before = script.split("from launcher")[0]
    compile(before, "ict", "exec")
    assert 'f"' not in before
