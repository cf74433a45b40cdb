# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Who makes up the ICT team of a school, and who holds which mandate. Without Odoo."""

from .composition import CHECKS, MESSAGES, check
from .mandates import MANDATES, ClusterMandates, Difference, Holder, combine
from .team import TEAMS, Finding, Member, Step, Team

__all__ = [
    "CHECKS",
    "MANDATES",
    "MESSAGES",
    "TEAMS",
    "ClusterMandates",
    "Difference",
    "Finding",
    "Holder",
    "Member",
    "Step",
    "Team",
    "check",
    "combine",
]
