# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The shipped catalogue, read from the addon's own data files: one place for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

DATA = Path(__file__).resolve().parents[1] / "data"


@dataclass(frozen=True, slots=True)
class KnownTask:
    """A task that rows can be matched with: the catalogue's or a school's own.

    ``cluster`` is the code of a cluster, '' where it has none. ``name`` is the wording
    in workbooks, ``aliases`` are other wordings (another language).
    ``in_situation_sheets``: stands on the official sheets of the current and target
    situation as well.
    """

    code: str
    cluster: str
    name: str
    aliases: tuple[str, ...] = ()
    in_situation_sheets: bool = True


@lru_cache(maxsize=1)
def shipped_tasks() -> tuple[KnownTask, ...]:
    """Return the tasks of the catalogue in its order, Dutch names first."""
    tasks = []
    for record in _records("ict_task_data.xml", "ict.task"):
        fields = {field.get("name"): field for field in record.iter("field")}
        english = _text(fields, "name")
        tasks.append(
            KnownTask(
                code=_text(fields, "code"),
                cluster=fields["cluster_id"].get("ref").removeprefix("cluster_"),
                name=_text(fields, "source_name") or english,
                aliases=(english,),
                in_situation_sheets=fields["in_situation_sheets"].get("eval") == "True",
            )
        )
    return tuple(tasks)


@lru_cache(maxsize=1)
def cluster_names() -> dict[str, tuple[str, ...]]:
    """Return the English names of the shipped clusters by code."""
    names = {}
    for record in _records("ict_cluster_data.xml", "ict.cluster"):
        fields = {field.get("name"): field for field in record.iter("field")}
        names[_text(fields, "code")] = tuple(
            _text(fields, name) for name in ("short_name", "name")
        )
    return names


def _records(file_name, model):
    # our own file, not one that somebody sent
    root = ElementTree.parse(DATA / file_name).getroot()
    return (record for record in root.iter("record") if record.get("model") == model)


def _text(fields, name):
    field = fields.get(name)
    return "" if field is None else " ".join((field.text or "").split())
