"""./ict read: what the reader understood of a workbook, as JSON.

The file may be hostile, so a process of its own with limits reads it. Nothing else is
needed than the virtual environment: no Odoo, no database.
"""

import os
import subprocess
import sys
import tempfile

from .paths import ADDON, LAUNCHER
from .progress import say
from .venv import find_venv

# The reader gives up by itself before that; this is for when it cannot.
SECONDS = 28
UNREADABLE = 2
WORDS = {
    "no_file": {
        "nl": "Geef een bestand op: ict read BESTAND.xlsx",
        "en": "Name a file: ict read FILE.xlsx",
    },
    "stopped": {
        "nl": "Het bestand lezen duurde te lang of vroeg te veel geheugen.",
        "en": "Reading the file took too long or too much memory.",
    },
}


def read(path, language):
    """Print the JSON of the workbook on standard output; return the exit status.

    Anything that cannot be read gives status 2 and one line on standard error.
    """
    if not path:
        say(f"ict: {WORDS['no_file'][language]}")
        return UNREADABLE
    with tempfile.TemporaryFile() as output:
        status, line = _read_apart(path, language, output)
        if status:
            # pathlib has no name for "."
            name = os.path.basename(os.path.normpath(path))  # noqa: PTH119
            say(f"ict: {_one_line(name)}: {line}")
            return UNREADABLE
        output.seek(0)
        _show(output)
    return 0


def _read_apart(path, language, output):
    """Read in a process of its own; return its status and what it said."""
    with subprocess.Popen(
        # Isolated: neither the user's PYTHON variables nor the folder of the script.
        [find_venv().python, "-I", LAUNCHER / "read_child.py", ADDON, path, language],
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            said = process.communicate(timeout=SECONDS)[1]
        except subprocess.TimeoutExpired:
            return UNREADABLE, WORDS["stopped"][language]
        finally:
            process.kill()
    lines = said.decode("utf-8", "replace").splitlines()
    if process.returncode < 0 or (process.returncode and not lines):
        return UNREADABLE, WORDS["stopped"][language]
    # one line, or the last one of a traceback when the reader itself is not whole
    line = _one_line(lines[-1]) if lines else ""
    return process.returncode, line


def _one_line(text):
    """Return a text on one line, without letters that a terminal would obey."""
    text = " ".join(text.split())
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _show(output):
    try:
        while chunk := output.read(1 << 20):
            sys.stdout.buffer.write(chunk)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads it has seen enough; keep the interpreter from complaining.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
