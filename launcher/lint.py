"""./ict lint: ruff, pylint-odoo, prettier and eslint; silent when all is well."""

import os
import shutil
import subprocess

from .building import build_once
from .commands import run
from .hashing import digest_of
from .odoo_root import find_odoo
from .paths import ADDON, PROJECT, cache_dir
from .progress import say
from .venv import find_venv

# pyproject.toml enables pylint-odoo as a whole; only here can one be taken out again.
LEFT_OUT = ",".join(
    (
        # workbook/ knows nothing of Odoo.
        "bad-builtin-groupby",
        # A large model is several files, each about one thing.
        "consider-merging-classes-inherited",
        # Odoo would show a README as raw text in Apps.
        "missing-readme",
    )
)
NODE_FILES = ("package.json", "package-lock.json", ".npmrc")


def lint():
    """Check every file; print what is wrong; return 1 when anything is."""
    venv = find_venv(dev=True)
    python = [str(venv.python), "-m"]
    environment = {**os.environ, "PYTHONPATH": str(find_odoo().python_path)}
    checks = [
        [*python, "ruff", "check", "--quiet", "."],
        [*python, "ruff", "format", "--check", "--quiet", "."],
        [
            *python,
            "pylint",
            "--rcfile=pyproject.toml",
            f"--disable={LEFT_OUT}",
            ADDON.name,
        ],
        *_node_checks(),
    ]
    wrong = [check for check in checks if not _passes(check, environment)]
    return 1 if wrong else 0


def _node_checks():
    """Return the commands for JavaScript and SCSS, none when there is no Node."""
    files = [
        str(path.relative_to(PROJECT))
        for path in sorted((ADDON / "static").rglob("*"))
        if path.suffix in (".js", ".scss") and "lib" not in path.parts
    ]
    if not shutil.which("node") or not shutil.which("npm"):
        say("Skipped: prettier and eslint (Node.js and npm are not on this machine).")
        return []
    folder = cache_dir() / f"node-{digest_of([PROJECT / n for n in NODE_FILES])}"
    build_once(folder, _install)
    programs = folder / "node_modules/.bin"
    scripts = [file for file in files if file.endswith(".js")]
    checks = [[programs / "prettier", "--check", "--log-level=warn", *files]]
    checks += [[programs / "eslint", "--max-warnings=0", *scripts]]
    return [
        check for check, found in zip(checks, (files, scripts), strict=True) if found
    ]


def _install(folder):
    say("Installing eslint and prettier (once) ...")
    for name in NODE_FILES:
        shutil.copy(PROJECT / name, folder)
    run(
        ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"],
        "Installing eslint and prettier (is there an internet connection?)",
        cwd=folder,
    )


def _passes(command, environment):
    done = subprocess.run(
        [str(word) for word in command],
        cwd=PROJECT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout.rstrip())
    return not done.returncode
