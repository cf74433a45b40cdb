"""Repairs of the private copy of Debian's Odoo: no missing assets, no noise.

Debian leaves out what is not free to redistribute and empties some images. Each
repair does nothing where there is nothing to repair.
"""

import re
import shutil

SELFIE = "addons/mail/static/lib/selfie_segmentation/selfie_segmentation.js"
STUB = "// Background blur in video calls is not part of Debian's Odoo.\n"
# Emptied image: the picture that is put in its place.
IMAGES = {
    "addons/hr/static/src/default_image.png": (
        "addons/hr/static/src/img/default_image.png"
    ),
    "addons/base/static/img/public_user-image.png": (
        "addons/web/static/img/placeholder.png"
    ),
}
HELP_PAGES = (
    "addons/hr/views/hr_employee_views.xml",
    "addons/hr/views/hr_employee_public_views.xml",
)
APP_ICON = re.compile(
    r'<div class="d-flex flex-column align-items-center">\s*'
    r'<img src="/(\w+)/static/description/icon\.png"[^>]*/>\s*'
    r"<small>[^<]*</small>\s*</div>\s*"
)
# In a description, docutils wants an empty line between a heading and a list.
HEADING_BEFORE_LIST = re.compile(r"^(-{8,})\n(?=\s+\* )", re.MULTILINE)
LIST_BEFORE_TEXT = re.compile(r"^(\s+\* .*)\n(?=\S)", re.MULTILINE)


def mend(odoo):
    """Repair ``odoo``, the Python package folder, in place."""
    _missing_script(odoo)
    _empty_images(odoo)
    for page in HELP_PAGES:
        _rewrite(odoo / page, lambda text: _known_apps(text, odoo / "addons"))
    _rewrite(odoo / "addons/mail/__manifest__.py", tidy_description)


def tidy_description(text):
    """Return a manifest whose description docutils reads without complaint."""
    text = HEADING_BEFORE_LIST.sub(r"\1\n\n", text)
    return LIST_BEFORE_TEXT.sub(r"\1\n\n", text)


def _missing_script(odoo):
    script = odoo / SELFIE
    if (odoo / "addons/mail").is_dir() and not script.exists():
        script.parent.mkdir(parents=True, exist_ok=True)
        script.write_text(STUB, encoding="utf-8")


def _empty_images(odoo):
    for empty, picture in IMAGES.items():
        broken = (odoo / empty).is_file() and not (odoo / empty).stat().st_size
        if broken and (odoo / picture).is_file():
            shutil.copyfile(odoo / picture, odoo / empty)


def _known_apps(text, addons):
    """Drop the icons of apps that this Odoo does not have."""

    def keep(found):
        return found[0] if (addons / found[1]).is_dir() else ""

    return APP_ICON.sub(keep, text)


def _rewrite(path, change):
    if path.is_file():
        text = path.read_text(encoding="utf-8")
        path.write_text(change(text), encoding="utf-8")
