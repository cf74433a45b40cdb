"""Debian packages without root and without touching the machine's own apt."""

import platform
import shutil
from pathlib import Path

from .commands import run
from .errors import LauncherError

KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
TARGETS = "$(REPO_URI) $(ORIGIN) $(LABEL)"
NO_APT = (
    "This machine has no Debian apt, from which Odoo 19 is fetched. Set ODOO_HOME to "
    "the folder of an Odoo 19 that you have (a source checkout, or the folder that "
    "holds the Python package 'odoo')."
)


def parse_mirror(targets):
    """Return the address of Debian's main archive in ``apt-get indextargets`` text."""
    for line in targets.splitlines():
        words = line.split()
        if words[1:] == ["Debian", "Debian"]:
            return words[0]
    raise LauncherError(
        "apt knows no Debian archive yet. Run 'apt-get update' as root, or set "
        "ODOO_HOME to an Odoo 19 that you have."
    )


def parse_codename(os_release):
    """Return the Debian codename (such as ``bookworm``) in ``/etc/os-release``."""
    fields = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line)
    codename = fields.get("VERSION_CODENAME", "").strip('"')
    if fields.get("ID", "").strip('"') != "debian" or not codename:
        raise LauncherError(NO_APT)
    return codename


class PrivateApt:
    """An apt of its own in ``folder``: its own lists, archives and source list."""

    def __init__(self, folder):
        if not shutil.which("apt-get") or not shutil.which("dpkg"):
            raise LauncherError(NO_APT)
        if not KEYRING.is_file():
            raise LauncherError(f"{NO_APT} ({KEYRING} is missing.)")
        self.folder = folder
        self.codename = parse_codename(
            Path("/etc/os-release").read_text(encoding="utf-8")
        )
        for name in ("lists/partial", "archives/partial", "debs"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        mirror = parse_mirror(
            run(
                ["apt-get", "indextargets", "--format", TARGETS],
                "Asking apt for its Debian archive",
            )
        )
        sources = folder / "sources.list"
        sources.write_text(
            "".join(
                f"deb [signed-by={KEYRING}] {mirror} {suite} main\n"
                for suite in ("sid", self.codename)
            ),
            encoding="utf-8",
        )
        settings = {
            "Dir::Etc::sourcelist": sources,
            "Dir::Etc::sourceparts": "-",
            "Dir::State": folder,
            "Dir::State::lists": folder / "lists",
            "Dir::State::status": "/dev/null",
            "Dir::Cache": folder,
            "Acquire::Languages": "none",
            "Acquire::Retries": "3",
            "APT::Sandbox::User": "root",
            "APT::Architecture": run(
                ["dpkg", "--print-architecture"], "Asking dpkg for the architecture"
            ).strip()
            or platform.machine(),
        }
        self.options = [
            word for key, value in settings.items() for word in ("-o", f"{key}={value}")
        ]

    def update(self):
        """Fetch the package lists; apt checks their signatures."""
        run(
            ["apt-get", *self.options, "update", "-q"],
            "Fetching Debian's package lists (is there an internet connection?)",
        )

    def download(self, packages):
        """Download packages (``name/suite``); return the .deb files.

        apt resumes and checks what an earlier, broken download left.
        """
        folder = self.folder / "debs"
        run(
            ["apt-get", *self.options, "download", "-q", *packages],
            "Downloading Odoo from Debian (is there an internet connection?)",
            cwd=folder,
        )
        names = [package.split("/")[0] for package in packages]
        return [
            max(folder.glob(f"{name}_*.deb"), key=lambda deb: deb.stat().st_mtime)
            for name in names
        ]
