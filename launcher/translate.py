"""./ict translate: the .pot anew from Odoo, and every .po brought in step."""

from .commands import call, run
from .database import ADDON_NAME
from .paths import ADDON, LAUNCHER
from .progress import say
from .testing import databases

DATABASE = "ict_translate"
MERGE = LAUNCHER / "merge_po.py"


def translate():
    """Regenerate ``i18n/*.pot`` and merge it into every ``.po``; return 0."""
    folder = ADDON / "i18n"
    folder.mkdir(exist_ok=True)
    with databases("translate", DATABASE) as (workplace, _troubles):
        exported = workplace.folder / f"{ADDON_NAME}.pot"
        say("Exporting the terms ...")
        run(
            workplace.command(
                *("i18n", "export", "-c", str(workplace.conf), "-d", DATABASE),
                *("-o", str(exported), ADDON_NAME),
            ),
            "Exporting the terms",
            env=workplace.environment,
        )
        # polib is in the virtual environment, not in the launcher's own Python.
        command = [str(workplace.venv.python), str(MERGE), str(exported), str(folder)]
        return call(command, workplace.environment)
