# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What a group can act on: the words of it, without a database.

``rows.py`` has what the database finds, ``table.py`` what screen, workbook and PDF
show of it, ``thresholds.py`` from when on it is worth a row. The questions themselves
are asked in ``report/insights/``. Nothing in this package imports Odoo.
"""

from .result import Insight, Row
from .table import Badge, Column, Names, Records, Table, TableRow
from .thresholds import Thresholds

#: keys of the insights, in the order of the screen
KEYS = (
    "common_needs",
    "overlap",
    "scale_benefits",
    "key_people",
    "key_tasks",
    "workload",
    "school_budget",
    "anchor_points",
    "expertise",
    "mandate_gaps",
    "level_disagreement",
)

#: what is shown without a number that the group can choose
WITHOUT_THRESHOLD = frozenset({"key_tasks", "school_budget", "anchor_points"})

__all__ = [
    "KEYS",
    "WITHOUT_THRESHOLD",
    "Badge",
    "Column",
    "Insight",
    "Names",
    "Records",
    "Row",
    "Table",
    "TableRow",
    "Thresholds",
]
