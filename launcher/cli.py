"""The command line: one table of commands, one place that shows errors."""

import argparse
import sys
import traceback

from .commands import interrupt_on_kill
from .errors import LauncherError
from .paths import PROJECT, cache_dir
from .progress import say


def main(arguments=None):
    """Run one command; return the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    passed_on = []
    if words[:1] == ["test"] and words[1:2] not in (["-h"], ["--help"]):
        words, passed_on = words[:1], words[1:]
    options = parser().parse_args(words)
    if passed_on:
        options.arguments = passed_on
    interrupt_on_kill()
    try:
        return options.command(options) or 0
    except LauncherError as error:
        say(f"ict: {error}")
        return 1
    except KeyboardInterrupt:
        say("\nInterrupted. Start the same command again to go on.")
        return 130
    except Exception:
        log = cache_dir() / "error.log"
        log.write_text(traceback.format_exc(), encoding="utf-8")
        say(f"ict: something went wrong that ict did not foresee; details in {log}.")
        return 1


def parser():
    """Return the parser of all commands."""
    result = argparse.ArgumentParser(
        prog="ict", description=f"ICT coordination in Odoo 19, from {PROJECT}"
    )
    commands = result.add_subparsers(required=True, metavar="command")
    for name, help_text, function, add_options in COMMANDS:
        command = commands.add_parser(name, help=help_text, description=help_text)
        command.set_defaults(command=function)
        if add_options:
            add_options(command)
    return result


def _run(options):
    from . import serve

    serve.run(options.port, options.conf, options.prepare)


def _stop(_options):
    from . import serve

    serve.stop()


def _reset(options):
    from . import serve

    serve.reset(options.yes, options.conf)


def _shell(options):
    from . import shell

    return shell.shell(options.conf)


def _test(options):
    from . import testing

    return testing.test(options.arguments)


def _lint(_options):
    from . import lint

    return lint.lint()


def _bench(options):
    from . import bench

    return bench.bench(options.names)


def _read(options):
    from . import read

    return read.read(options.file, options.lang)


def _translate(_options):
    from . import translate

    return translate.translate()


def _conf_option(command):
    command.add_argument("--conf", help="your own odoo.conf (or set ICT_CONF)")


def _run_options(command):
    _conf_option(command)
    command.add_argument("--port", type=int, help="8069 or a free one when left out")
    command.add_argument(
        "--prepare", action="store_true", help="build and install, but do not serve"
    )


def _reset_options(command):
    _conf_option(command)
    command.add_argument("--yes", action="store_true", help="do not ask")


def _test_options(command):
    command.add_argument(
        "arguments", nargs="*", help="arguments of pytest, such as a file or -k word"
    )


def _bench_options(command):
    command.add_argument("names", nargs="*", help="which ones; all when left out")


def _read_options(command):
    # Not required here: without a file it says one line, not argparse's usage.
    command.add_argument("file", nargs="?", metavar="FILE.xlsx", help="the workbook")
    command.add_argument(
        "--lang", choices=("nl", "en"), default="nl", help="of the messages (nl)"
    )


# name, help, function, options
COMMANDS = (
    ("run", "serve a demo school group on this machine", _run, _run_options),
    ("stop", "stop it from another terminal", _stop, None),
    ("reset", "remove the demo database", _reset, _reset_options),
    ("test", "run the tests", _test, _test_options),
    ("lint", "check the source files", _lint, None),
    ("bench", "run the benchmarks", _bench, _bench_options),
    ("read", "show what is understood of a workbook, as JSON", _read, _read_options),
    ("translate", "renew the .pot and merge every .po", _translate, None),
    ("shell", "Odoo's shell, or a script on standard input", _shell, _conf_option),
)
