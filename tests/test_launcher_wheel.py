"""The wheel that whool builds holds everything an own Odoo needs."""

import shutil
import subprocess
import sys
import zipfile

from launcher.paths import ADDON


def test_wheel_has_data_files(tmp_path):
    # A copy outside git: what is not committed yet belongs to it as well.
    addon = tmp_path / ADDON.name
    shutil.copytree(ADDON, addon, ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps"]
    command += ["--no-build-isolation", "--no-index", "-w", str(tmp_path), str(addon)]
    subprocess.run(command, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (metadata,) = (name for name in names if name.endswith("/METADATA"))
        text = archive.read(metadata).decode()
    prefix = "odoo/addons/ict_coordination/"
    source = {
        prefix + str(path.relative_to(ADDON))
        for folder in ("data", "demo", "i18n", "security", "static", "views", "report")
        for path in (ADDON / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert source - names == set()
    for folder, suffix in (("views", ".xml"), ("i18n", ".po"), ("static", ".js")):
        found = [n for n in names if n.startswith(prefix + folder)]
        assert any(name.endswith(suffix) for name in found), folder
    assert "Name: odoo-addon-ict_coordination" in text
    assert "Requires-Dist: odoo==19.0.*" in text
    assert "odoo-addon-report_xlsx" in text
    assert "License: AGPL-3" in text
