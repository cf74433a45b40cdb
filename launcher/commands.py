"""Running other programs, with their last lines shown when they fail."""

import contextlib
import os
import signal
import subprocess

from .errors import LauncherError
from .paths import PROJECT

TAIL = 25
# Seconds that a program gets to end after an interruption.
PATIENCE = 20


class Terminated(KeyboardInterrupt):
    """Somebody ended the launcher alone; its children do not know it."""


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


def call(command, environment, **options):
    """Run a program on this terminal; return its exit status.

    Ctrl-C reaches it by itself, and it is given time to tidy up.
    """
    process = subprocess.Popen(command, cwd=PROJECT, env=environment, **options)
    try:
        return process.wait()
    except KeyboardInterrupt as interrupt:
        _end(process, interrupt)
        raise


@contextlib.contextmanager
def beside(command, environment, **options):
    """Run a program while something else runs; it is ended when that is interrupted.

    :return: yields a function that waits for its exit status
    """
    process = subprocess.Popen(command, cwd=PROJECT, env=environment, **options)
    try:
        yield process.wait
    except KeyboardInterrupt as interrupt:
        _end(process, interrupt)
        raise
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def _end(process, interrupt):
    """Let an interrupted program tidy up, for a while."""
    if isinstance(interrupt, Terminated):
        process.send_signal(signal.SIGINT)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def interrupt_on_kill():
    """Let a kill or a closed terminal stop us as Ctrl-C does."""

    def interrupt(_number, _frame):
        raise Terminated

    # Set for Ctrl-C too: a shell ignores it for what it starts in the background.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)


def tail(text, count=TAIL):
    """Return the last lines of a text, indented."""
    lines = [line for line in text.splitlines() if line.strip()][-count:]
    return "\n".join(f"  {line}" for line in lines)
