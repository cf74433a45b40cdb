"""Odoo 19 itself: Debian's package in the cache, or the one ODOO_HOME names."""

import dataclasses
import os
import re
import shutil
from pathlib import Path

from . import mend
from .apt import PrivateApt
from .building import build_once, check_disk
from .commands import run
from .errors import LauncherError
from .hashing import digest_of
from .paths import LAUNCHER, cache_dir
from .progress import say

SID = ("odoo-19", "fonts-montserrat")
# What symbolic links of odoo-19 point to. sid's font-awesome is a later version
# that lacks the files Odoo names, hence the machine's own release.
STABLE = (
    "fonts-font-awesome",
    "fonts-inconsolata",
    "fonts-roboto-unhinted",
    "libjs-jquery",
    "libjs-jquery-form",
    "libjs-underscore",
)
SCRIPT = "import sys\nfrom odoo.cli import main\nsys.exit(main())\n"
GIGABYTES = 4


@dataclasses.dataclass(frozen=True)
class OdooRoot:
    """An Odoo: ``python_path`` holds the package, ``addons`` are further folders."""

    python_path: Path
    addons: tuple
    version: str


def find_odoo():
    """Return the OdooRoot to use; fetch and mend Debian's when there is none yet."""
    named = os.environ.get("ODOO_HOME")
    if named:
        return _inspect(Path(named).expanduser().resolve())
    key = digest_of([LAUNCHER / "mend.py", LAUNCHER / "odoo_root.py"])
    root = cache_dir() / f"odoo-19-{key}"
    build_once(root, _fetch)
    return _inspect(root / "usr/lib/python3/dist-packages")


def script():
    """Return the script that starts Odoo.

    Run as a script, not with ``-m``: Odoo starts its helpers by this very path.
    """
    path = cache_dir() / "odoo"
    if not path.is_file() or path.read_text(encoding="utf-8") != SCRIPT:
        partial = path.with_suffix(f".{os.getpid()}")
        partial.write_text(SCRIPT, encoding="utf-8")
        partial.replace(path)
    return path


def _fetch(root):
    check_disk(root, GIGABYTES)
    say("Fetching Odoo 19 from Debian (about 130 MB, once) ...")
    apt = PrivateApt(cache_dir() / "apt")
    apt.update()
    packages = [f"{name}/sid" for name in SID]
    packages += [f"{name}/{apt.codename}" for name in STABLE]
    debs = apt.download(packages)
    say("Unpacking Odoo 19 ...")
    for deb in debs:
        run(["dpkg", "-x", deb, root], f"Unpacking {deb.name}")
    mend.mend(root / "usr/lib/python3/dist-packages/odoo")
    # They weigh 130 MB and are never read again.
    shutil.rmtree(apt.folder)


def _inspect(python_path):
    release = python_path / "odoo/release.py"
    if not release.is_file():
        raise LauncherError(
            f"There is no Odoo in {python_path}: ODOO_HOME must be the folder that "
            "holds 'odoo/release.py' (a source checkout of Odoo 19)."
        )
    found = re.search(
        r"version_info\s*=\s*\((\d+),\s*(\d+)", release.read_text(encoding="utf-8")
    )
    version = ".".join(found.groups()) if found else "unknown"
    if version != "19.0":
        raise LauncherError(
            f"The Odoo in {python_path} is version {version}; this addon needs 19.0."
        )
    # A source checkout keeps most addons beside the package; Debian's package
    # has only leftovers of its packaging there.
    addons = [python_path / "odoo/addons"]
    if not (python_path / "odoo/addons/web").is_dir():
        addons.append(python_path / "addons")
    return OdooRoot(python_path, tuple(addons), version)
