# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Documents that people sign, in pure Python: what stands in them, and as Word.

``content.py`` has one dataclass per document: the PDF and the Word file show the same
one. ``package.py`` looks into a file that somebody sends, ``sandbox.py`` says which
tags it may use, ``render.py`` fills it in. Nothing in this package imports Odoo.
"""

from .content import (
    LIST_NAMES,
    AgreementsNote,
    Competency,
    Contact,
    DescribedCluster,
    DescribedTask,
    JobDescription,
    NoteCluster,
    NoteMember,
    NoteRow,
    NoteTeam,
    Signature,
    tags_of,
)
from .problems import TemplateProblem
from .render import WordTemplate, shipped_template

#: kind of document → its dataclass
DOCUMENTS = {"job_description": JobDescription, "agreements_note": AgreementsNote}

__all__ = [
    "DOCUMENTS",
    "LIST_NAMES",
    "AgreementsNote",
    "Competency",
    "Contact",
    "DescribedCluster",
    "DescribedTask",
    "JobDescription",
    "NoteCluster",
    "NoteMember",
    "NoteRow",
    "NoteTeam",
    "Signature",
    "TemplateProblem",
    "WordTemplate",
    "shipped_template",
    "tags_of",
]
