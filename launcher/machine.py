"""Programs of the machine that some tests need."""

import os
import shutil

from .commands import run
from .errors import LauncherError
from .progress import say

# program: (Debian package, what is tested with it)
PROGRAMS = {
    "chromium": ("chromium", "browser tours and JavaScript tests"),
    "wkhtmltopdf": ("wkhtmltopdf", "PDF reports"),
    "soffice": ("libreoffice-calc", "opening workbooks in LibreOffice"),
    "pdftoppm": ("poppler-utils", "looking at printed pages"),
}


def missing_programs():
    """Return the programs that are not on this machine."""
    return [name for name in PROGRAMS if not shutil.which(name)]


def install_programs():
    """Install missing programs where root allows; name what stays missing."""
    missing = missing_programs()
    if not missing:
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        packages = [PROGRAMS[name][0] for name in missing]
        say(f"Installing {', '.join(packages)} with apt-get ...")
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        options = ["-q", "-y", "--no-install-recommends"]
        try:
            run(["apt-get", "-q", "update"], "apt-get update", env=quiet)
            run(["apt-get", *options, "install", *packages], "apt-get", env=quiet)
        except LauncherError as error:
            say(str(error))
    for name in missing_programs():
        package, use = PROGRAMS[name]
        say(f"Not on this machine: {package}. Tests of {use} are skipped.")
