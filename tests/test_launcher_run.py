"""./ict run for real: built from nothing in a state folder of its own, and stopped."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

from launcher.hashing import digest_of_tree
from launcher.paths import ADDON, PROJECT

READY = re.compile(r"Odoo is ready: http://127\.0\.0\.1:(\d+)")


class Runner:
    """Starts ./ict with an own ICT_HOME."""

    def __init__(self, home):
        self.home = home
        self.output = home.parent / "output"
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("ICT_", "PG", "PYTHON"))
        }
        self.environment["ICT_HOME"] = str(home)

    def start(self, seconds):
        """Start ./ict run; return the process and the port when it is ready."""
        with open(self.output, "w") as handle:
            process = subprocess.Popen(
                [sys.executable, PROJECT / "ict", "run", "--port", "0"],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=handle,
                stderr=subprocess.STDOUT,
            )
        until = time.monotonic() + seconds
        while time.monotonic() < until and process.poll() is None:
            found = READY.search(self.output.read_text())
            if found:
                return process, int(found[1])
            time.sleep(0.2)
        process.kill()
        raise AssertionError(self.output.read_text())

    def ict(self, *arguments, script=""):
        """Run another ./ict command beside it; return what it prints."""
        return subprocess.run(
            [sys.executable, PROJECT / "ict", *arguments],
            env=self.environment,
            input=script,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            timeout=120,
        ).stdout

    def processes(self):
        """Return the command lines of all processes that work in our folder."""
        lines = []
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                line = (process / "cmdline").read_bytes().replace(b"\0", b" ")
                lines.append(line.decode(errors="replace"))
        return [line for line in lines if str(self.home) in line]


@pytest.fixture
def runner(tmp_path):
    """A runner; whatever happens, nothing of it is left running."""
    runner = Runner(tmp_path / "home")
    yield runner
    runner.ict("stop")


def listeners(port):
    """Return the local addresses (hexadecimal) that listen on a port."""
    tables = [Path(f"/proc/net/{name}").read_text() for name in ("tcp", "tcp6")]
    rows = [line.split() for table in tables for line in table.splitlines()[1:]]
    found = [row[1].split(":") for row in rows if row[3] == "0A"]
    return {address for address, number in found if int(number, 16) == port}


@pytest.mark.timeout(1500)
def test_run_stop_run_again_and_kill(runner):
    digest = digest_of_tree(ADDON)
    process, port = runner.start(seconds=900)
    url = f"http://127.0.0.1:{port}"
    assert requests.get(f"{url}/web/login", timeout=60).ok
    # 127.0.0.1 and nothing else.
    assert listeners(port) == {"0100007F"}
    assert "disabled" in requests.get(f"{url}/web/database/manager", timeout=60).text

    script = (
        "env['res.partner'].create({'name': 'Kept'}); env.cr.commit()\n"
        "get = env['ir.config_parameter'].get_param\n"
        "print(get('report.url'), get('web.base.url'))\n"
    )
    assert runner.ict("shell", script=script).split() == [url, url]
    second = subprocess.run(
        [sys.executable, PROJECT / "ict", "run"],
        env=runner.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert second.returncode == 1
    assert f"running already, at {url}" in second.stderr

    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 0
    assert runner.processes() == []

    process, port = runner.start(seconds=120)
    # Nothing is built again; upgraded only if somebody edited the addon meanwhile.
    printed = runner.output.read_text()
    assert "Making" not in printed
    assert "Installing" not in printed
    assert ("upgrading" in printed) == (digest_of_tree(ADDON) != digest)
    script = "print(env['res.partner'].search_count([('name', '=', 'Kept')]))\n"
    assert runner.ict("shell", script=script).strip() == "1"
    runner.ict("stop")
    assert process.wait(60) == 0
    assert runner.processes() == []

    # A launcher that was killed tidied nothing up; ./ict stop does it later.
    process, port = runner.start(seconds=120)
    process.kill()
    process.wait()
    assert runner.processes()
    runner.ict("stop")
    assert runner.processes() == []
    assert listeners(port) == set()
