"""odoo.conf: our defaults, the person's own options over them."""

import configparser
import os
import secrets

from .errors import LauncherError


def defaults(data_dir, database, port):
    """Return the options of a private server on this machine only."""
    return {
        "data_dir": str(data_dir),
        "db_name": database,
        "dbfilter": f"^{database}$",
        "list_db": "False",
        "admin_passwd": secrets.token_urlsafe(32),
        "http_interface": "127.0.0.1",
        "http_port": str(port),
        "proxy_mode": "False",
        "workers": "0",
        "max_cron_threads": "1",
        "unaccent": "True",
    }


def read_options(path):
    """Return the options of an odoo.conf.

    :raises LauncherError: when it is not there or cannot be read as one.
    """
    parser = configparser.RawConfigParser()
    try:
        with open(path, encoding="utf-8") as handle:
            parser.read_file(handle)
        return dict(parser.items("options"))
    except (OSError, UnicodeDecodeError, configparser.Error) as error:
        raise LauncherError(f"{path} is no odoo.conf: {error}") from error


def addons_path(*folders, own=""):
    """Return the value of ``addons_path``: the person's own folders first."""
    wanted = [word.strip() for word in own.split(",") if word.strip()]
    wanted += [str(folder) for folder in folders if folder.is_dir()]
    return ",".join(dict.fromkeys(wanted))


def write(path, options):
    """Write an odoo.conf that only its owner reads (it holds a password)."""
    parser = configparser.RawConfigParser()
    parser["options"] = options
    partial = path.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "w", encoding="utf-8") as handle:
        parser.write(handle)
    partial.replace(path)
