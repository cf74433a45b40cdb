# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What a group can act on, in pure Python: facts in, one result per insight out.

``compute(facts)`` gives every insight; ``INSIGHTS`` names them. Nothing in this
package imports Odoo.
"""

from .expertise import anchor_points, expertise
from .facts import (
    Allocation,
    Cluster,
    Competency,
    Facts,
    Line,
    Member,
    School,
    Task,
    Thresholds,
)
from .index import Index, Person
from .key_people import key_people, key_tasks
from .levels import level_disagreement
from .load import workload
from .mandates import mandate_gaps
from .needs import common_needs
from .overlap import overlap, scale_benefits
from .plan import plan
from .result import Insight, Row, Rule

#: ``{key of the insight: function of an Index}``, in the order of the screens.
INSIGHTS = {
    "common_needs": common_needs,
    "overlap": overlap,
    "scale_benefits": scale_benefits,
    "key_tasks": key_tasks,
    "key_people": key_people,
    "anchor_points": anchor_points,
    "expertise": expertise,
    "workload": workload,
    "mandate_gaps": mandate_gaps,
    "level_disagreement": level_disagreement,
    "plan": plan,
}

__all__ = [
    "INSIGHTS",
    "Allocation",
    "Cluster",
    "Competency",
    "Facts",
    "Index",
    "Insight",
    "Line",
    "Member",
    "Person",
    "Row",
    "Rule",
    "School",
    "Task",
    "Thresholds",
    "compute",
]


def compute(facts: Facts, keys=tuple(INSIGHTS)) -> dict[str, Insight]:
    """Return ``{key: insight}`` of the ``keys``; the facts are looked up once.

    >>> list(compute(Facts(), ["plan"])["plan"].rows)
    []
    """
    index = Index(facts)
    return {key: INSIGHTS[key](index) for key in keys}
