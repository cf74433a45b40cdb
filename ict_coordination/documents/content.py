# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What stands in a document. Every value is text in the language of the reader.

The names of the fields are the tags of the Word templates: renaming one breaks the
templates that schools made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import get_args, get_origin, get_type_hints


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: as whom, and by name where that is known."""

    role: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class DescribedTask:
    """One task of a person; ``hours`` is "2 h", "± 2 h" or "without hours"."""

    name: str
    school: str
    level: str
    mandates: str
    hours: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Competency:
    """What a cluster asks; ``own`` is what the personnel file says about it."""

    name: str
    importance: str
    skills: str = ""
    own: str = ""


@dataclass(frozen=True, slots=True)
class DescribedCluster:
    """The tasks of a person in one cluster, and what the cluster asks."""

    name: str
    hours: str
    tasks: tuple[DescribedTask, ...]
    competencies: tuple[Competency, ...] = ()


@dataclass(frozen=True, slots=True)
class JobDescription:
    """What somebody does for ICT, to sign.

    ``scope`` says which tasks are not in the document because the reader may not see
    them.
    """

    title: str
    person: str
    function: str
    teams: str
    schools: str
    school_year: str
    date: str
    scope: str
    hours: str
    hours_available: str
    task_count: str
    clusters: tuple[DescribedCluster, ...]
    signatures: tuple[Signature, ...]
    several_schools: bool = False


@dataclass(frozen=True, slots=True)
class NoteMember:
    """Somebody of the team; ``hours`` are those available."""

    name: str
    kind: str
    teams: str
    hours: str


@dataclass(frozen=True, slots=True)
class NoteTeam:
    """The members with one role."""

    role: str
    members: tuple[NoteMember, ...]


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One person on one task; ``task`` is empty for the second person of a task."""

    task: str
    level: str
    person: str
    mandates: str
    hours: str
    agreed: str


@dataclass(frozen=True, slots=True)
class NoteCluster:
    """Who does what in one cluster."""

    name: str
    hours: str
    rows: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask about which tasks."""

    name: str
    about: str
    mail: str
    phone: str


@dataclass(frozen=True, slots=True)
class AgreementsNote:
    """What a school agreed about ICT: team, tasks, contacts, to sign.

    ``agreed`` counts who agreed, and is empty where nobody was asked.
    """

    title: str
    school: str
    group: str
    kind: str
    school_year: str
    state: str
    approved: str
    date: str
    hours: str
    budget: str
    agreed: str
    teams: tuple[NoteTeam, ...]
    clusters: tuple[NoteCluster, ...]
    open_count: str
    open_tasks: tuple[str, ...]
    contacts: tuple[Contact, ...]
    signatures: tuple[Signature, ...]


def tags_of(document: type, path: tuple[str, ...] = ()) -> Iterator[tuple]:
    """Yield ``(path of lists, field, is a list)`` of every tag of a document.

    >>> list(tags_of(NoteCluster))[2:4]
    [((), 'rows', True), (('rows',), 'task', False)]
    """
    hints = get_type_hints(document)
    for field in fields(document):
        is_list = get_origin(hints[field.name]) is tuple
        yield path, field.name, is_list
        if is_list:
            item = get_args(hints[field.name])[0]
            if item is not str:
                yield from tags_of(item, (*path, field.name))


#: what a template may loop over
LIST_NAMES = frozenset(
    name
    for document in (JobDescription, AgreementsNote)
    for _path, name, is_list in tags_of(document)
    if is_list
)
