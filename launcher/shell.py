"""./ict shell: Odoo's own shell on the demo database."""

import signal

from .commands import call
from .database import Databases
from .errors import LauncherError
from .postgres import Embedded
from .serve import open_run


def shell(own_conf=None):
    """Open Odoo's shell; a script on standard input is run. Return its exit status.

    PostgreSQL is started when it does not run, and then stopped again.
    """
    workplace = open_run(own_conf)
    postgres, name = workplace.postgres, workplace.options["db_name"]
    started = isinstance(postgres, Embedded) and not postgres.is_running()
    postgres.start()
    try:
        if name not in Databases(workplace).names():
            raise LauncherError("There is no database yet: start ./ict run first.")
        command = workplace.command(
            *("shell", "-c", str(workplace.conf), "-d", name),
            *("--log-level", "warn", "--no-http"),
        )
        # Ctrl-C is for the person's own statement, not for us.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        return call(command, workplace.environment)
    finally:
        if started:
            postgres.stop()
