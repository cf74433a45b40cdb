"""Databases: make, clone, drop, install, and templates that hold the dependencies."""

import ast
import shutil
from pathlib import Path

from .errors import LauncherError
from .hashing import digest_of
from .paths import ADDON, LAUNCHER
from .progress import say

ADDON_NAME = "ict_coordination"
LANGUAGE = "nl_BE"


def addon_depends():
    """Return the names of the modules that the addon depends on."""
    manifest = ADDON / "__manifest__.py"
    try:
        return tuple(ast.literal_eval(manifest.read_text(encoding="utf-8"))["depends"])
    except (OSError, ValueError, SyntaxError, KeyError) as error:
        raise LauncherError(f"{manifest} cannot be read: {error}") from error


class Databases:
    """The databases of one workplace, with their filestores."""

    def __init__(self, workplace):
        self.workplace = workplace
        self.sql = workplace.postgres.sql

    def names(self):
        """Return the names of all databases of the server."""
        rows = self.sql("SELECT datname FROM pg_database", "postgres")
        return rows.split()

    def drop(self, name):
        """Remove a database and its filestore, if they are there."""
        self.sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', "postgres")
        shutil.rmtree(self._filestore(name), ignore_errors=True)

    def clone(self, source, target):
        """Make ``target`` a copy of ``source`` (which nobody may be using)."""
        self.drop(target)
        self.sql(f'CREATE DATABASE "{target}" TEMPLATE "{source}"', "postgres")
        if self._filestore(source).is_dir():
            shutil.copytree(self._filestore(source), self._filestore(target))

    def rename(self, source, target):
        """Give a database and its filestore another name."""
        self.sql(f'ALTER DATABASE "{source}" RENAME TO "{target}"', "postgres")
        if self._filestore(source).is_dir():
            self._filestore(source).replace(self._filestore(target))

    def make(self, name):
        """Make a database with the addon's dependencies and Dutch, without demo."""
        self.drop(name)
        self.workplace.odoo_run(
            "Making the database",
            self.workplace.folder / "install.log",
            *("-d", name, "-i", ",".join(addon_depends())),
            *("--load-language", LANGUAGE),
        )

    def template(self):
        """Return the template database; make it when there is no fitting one yet.

        Its name says what it was made of, and it gets that name only when whole.
        """
        odoo, depends = self.workplace.odoo, addon_depends()
        key = digest_of(
            [LAUNCHER / "requirements.txt"], str(odoo.python_path), *depends
        )
        name = f"ict_template_{key}"
        if name not in self.names():
            say(f"Making a database with {', '.join(depends)} (once) ...")
            self.make("ict_template_partial")
            self.rename("ict_template_partial", name)
        return name

    def install(self, name, demo=False):
        """Install the addon in a database; return the log's WARNING and ERROR lines.

        :param demo: with the addon's own demo data. Odoo loads it when all
            dependencies have theirs, so they say so for a moment: the invented
            employees of Odoo's own demo have no place in a school.
        """
        depends = ", ".join(f"'{module}'" for module in addon_depends())
        mark = f"UPDATE ir_module_module SET demo = %s WHERE name IN ({depends})"
        if demo:
            self.sql(mark % "true", name)
        try:
            return self.workplace.odoo_run(
                "Installing the addon",
                self.workplace.folder / f"install-{name}.log",
                *("-d", name, "-i", ADDON_NAME),
            )
        finally:
            if demo:
                self.sql(mark % "false", name)
                self._keep_to_ourselves(name)

    def _keep_to_ourselves(self, name):
        """Tell Odoo not to look up invented schools on odoo.com at the first login."""
        column = "iap_enrich_auto_done"
        known = self.sql(
            "SELECT 1 FROM information_schema.columns "
            f"WHERE table_name = 'res_company' AND column_name = '{column}'",
            name,
        )
        if known.strip():
            self.sql(f"UPDATE res_company SET {column} = true", name)

    def upgrade(self, name, overwrite=False):
        """Upgrade the addon in a database; return the WARNING and ERROR lines.

        :param overwrite: let changed translations replace those in the database.
        """
        return self.workplace.odoo_run(
            "Upgrading the addon",
            self.workplace.folder / "install.log",
            *("-d", name, "-u", ADDON_NAME),
            *(["--i18n-overwrite"] if overwrite else []),
        )

    def _filestore(self, name):
        return Path(self.workplace.options["data_dir"]) / "filestore" / name
