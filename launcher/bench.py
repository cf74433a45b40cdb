"""./ict bench: every benchmark, on a fresh database with the addon."""

import os

from .commands import call
from .errors import LauncherError
from .paths import PROJECT
from .progress import say
from .testing import databases

DATABASE = "ict_bench"


def bench(names):
    """Run ``benchmarks/bench_<name>.py`` for each name, or all; return 1 if one fails.

    Each runs as a script, with ``ICT_CONF_FILE`` (an odoo.conf) and ``ICT_DB`` (a
    database with the addon, without demo data) in its environment.
    """
    scripts = sorted((PROJECT / "benchmarks").glob("bench_*.py"))
    known = {script.stem.removeprefix("bench_"): script for script in scripts}
    unknown = sorted(set(names) - set(known))
    if unknown or not known:
        raise LauncherError(
            f"There is no benchmark {', '.join(unknown)}. "
            f"There are: {', '.join(known) or 'none'}."
        )
    failed = 0
    with databases("bench", DATABASE) as (workplace, _troubles):
        environment = {
            **workplace.environment,
            "ICT_CONF_FILE": str(workplace.conf),
            "ICT_DB": DATABASE,
        }
        environment["PYTHONPATH"] += os.pathsep + str(PROJECT)
        for name in names or known:
            say(f"Benchmark {name} ...")
            command = [str(workplace.venv.python), str(known[name])]
            failed |= bool(call(command, environment))
    return int(failed)
