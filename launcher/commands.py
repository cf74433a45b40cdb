"""Running other programs, with their last lines shown when they fail."""

import os
import subprocess

from .errors import LauncherError

TAIL = 25


def run(arguments, what, env=None, **options):
    """Run a program quietly; return its standard output.

    :param what: plain words for what it does, used when it fails.
    :raises LauncherError: with the last lines the program printed.
    """
    options.setdefault("stdin", subprocess.DEVNULL)
    if "input" in options:
        del options["stdin"]
    try:
        done = subprocess.run(
            [str(argument) for argument in arguments],
            env={**os.environ, **(env or {})},
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            **options,
        )
    except FileNotFoundError as error:
        raise LauncherError(f"{what} failed: {error.filename} is missing.") from error
    if done.returncode:
        raise LauncherError(f"{what} failed:\n{tail(done.stdout + done.stderr)}")
    return done.stdout


def tail(text, count=TAIL):
    """Return the last lines of a text, indented."""
    lines = [line for line in text.splitlines() if line.strip()][-count:]
    return "\n".join(f"  {line}" for line in lines)
