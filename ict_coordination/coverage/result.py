# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The map as data: the one result that the screen shows and the sheet prints.

A cell is a plain sequence in the order of :class:`Cell`, because a group of a thousand
schools has more than a hundred thousand of them: the database makes them, the browser
gets them as they are, and who reads one by name says ``Cell(*cell)``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..workbook.model import SHEET_KINDS


class Cell(NamedTuple):
    """One task on one sheet; the numbers of ``codes.py``.

    ``line``: id of the line, or its row on the sheet of a workbook. ``hours`` a week;
    ``unknown`` people have no hours in it.
    """

    line: int
    coverage: int
    people: int
    hours: float
    unknown: int
    level: int
    priority: int


@dataclass(frozen=True, slots=True)
class MapCluster:
    id: int | str
    name: str
    short: str

    def as_json(self) -> dict:
        return {"id": self.id, "name": self.name, "short": self.short}


@dataclass(frozen=True, slots=True)
class MapTask:
    """A row of the map. ``own``: the school whose own task it is."""

    id: int | str
    name: str
    cluster: int | str
    core: bool = False
    own: int | None = None

    def as_json(self) -> dict:
        return {
            "id": self.id,
            "name": self.name,
            "cluster": self.cluster,
            "core": self.core,
            "own": self.own or False,
        }


@dataclass(frozen=True, slots=True)
class MapSheet:
    """What one school has filled in; ``cells`` by the id of the task as text."""

    id: int
    state: str
    school_year: str
    hours: float = 0.0
    unknown: int = 0
    cells: Mapping[str, Sequence] = field(default_factory=dict)

    def as_json(self) -> dict:
        return {
            "id": self.id,
            "state": self.state,
            "school_year": self.school_year,
            "hours": self.hours,
            "unknown": self.unknown,
            "cells": self.cells,
        }


@dataclass(frozen=True, slots=True)
class MapSchool:
    """A column of the map; a school without a sheet has an empty one."""

    id: int | str
    name: str
    type: str | None = None
    type_label: str = ""
    is_group: bool = False
    sheets: Mapping[str, MapSheet] = field(default_factory=dict)

    def as_json(self) -> dict:
        sheets = {kind: self.sheets.get(kind) for kind in SHEET_KINDS}
        return {
            "id": self.id,
            "name": self.name,
            "type": self.type or False,
            "type_label": self.type_label,
            "is_group": self.is_group,
            "sheets": {kind: one and one.as_json() for kind, one in sheets.items()},
        }


@dataclass(frozen=True, slots=True)
class CoverageMap:
    """Tasks × schools. ``year`` is ``None`` for the sheets in force."""

    clusters: tuple[MapCluster, ...] = ()
    tasks: tuple[MapTask, ...] = ()
    schools: tuple[MapSchool, ...] = ()
    years: tuple[str, ...] = ()
    year: str | None = None

    def as_json(self) -> dict:
        """Return what the browser gets.

        >>> sheet = MapSheet(3, "draft", "2026-2027", 2.5, 1, {"8": [5, 1, 1, 2.5, 1]})
        >>> school = MapSchool(7, "De Linde", sheets={"current": sheet})
        >>> answer = CoverageMap(schools=(school,)).as_json()
        >>> answer["year"], answer["schools"][0]["sheets"]["target"]
        (False, None)
        >>> answer["schools"][0]["sheets"]["current"]["cells"]
        {'8': [5, 1, 1, 2.5, 1]}
        """
        return {
            "years": list(self.years),
            "year": self.year or False,
            "clusters": [cluster.as_json() for cluster in self.clusters],
            "tasks": [task.as_json() for task in self.tasks],
            "schools": [school.as_json() for school in self.schools],
        }
