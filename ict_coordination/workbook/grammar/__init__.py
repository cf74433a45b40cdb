# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""How people write who does what and how long: a small grammar, without Odoo."""

from .cell import read_cell
from .headings import is_template_hint, read_heading
from .inputs import CellInput, Mark
from .lexicon import funding_code
from .marks import read_mark
from .names import name_words, normal_name

__all__ = [
    "CellInput",
    "Mark",
    "funding_code",
    "is_template_hint",
    "name_words",
    "normal_name",
    "read_cell",
    "read_heading",
    "read_mark",
]
