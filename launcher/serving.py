"""A server of its own on a database that is there: for tests and benchmarks."""

import contextlib
import sys
from pathlib import Path

from . import conf, server
from .workplace import Workplace


class _ThisVenv:
    """The virtual environment that runs us."""

    python = Path(sys.executable)


class _ThisOdoo:
    """The Odoo that runs us: it is in PYTHONPATH already."""

    python_path = Path()


@contextlib.contextmanager
def serving(conf_file, database, folder):
    """Serve a database; yield ``(port, log file, process)``, end it afterwards.

    :param conf_file: an odoo.conf that reaches the database
    :param folder: where its own odoo.conf and log are written
    """
    options = conf.read_options(conf_file)
    port = server.free_port(0)
    options.update(
        {"db_name": database, "dbfilter": f"^{database}$", "http_port": str(port)}
    )
    options.pop("logfile", None)
    folder.mkdir(exist_ok=True)
    # Only what starting a server needs of a workplace.
    workplace = Workplace(folder, _ThisVenv, _ThisOdoo, None, options)
    workplace.write_conf()
    log = folder / "odoo.log"
    log.unlink(missing_ok=True)
    process = server.start(workplace, log)
    try:
        server.wait_for_http(process, f"http://127.0.0.1:{port}/web/login", log)
        yield port, log, process
    finally:
        server.end(process)
