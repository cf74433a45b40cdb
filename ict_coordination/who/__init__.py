# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Who helps with what, and who could: without Odoo.

- :mod:`.finding` finds tasks by the words that people use
- :mod:`.turn_to` says whom to turn to for a task, and to whom else
- :mod:`.fit` ranks people for a task that nobody does
"""

from .fit import Candidate, Fit, rank
from .finding import Entry, search
from .turn_to import Doer, TurnTo, whom_to_turn_to

__all__ = [
    "Candidate",
    "Doer",
    "Entry",
    "Fit",
    "TurnTo",
    "rank",
    "search",
    "whom_to_turn_to",
]
