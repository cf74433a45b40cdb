# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The map of what a workbook holds: the sheets of an export → :class:`CoverageMap`."""

from __future__ import annotations

from collections.abc import Mapping

from ..workbook.layout import FIRST_ROW
from ..workbook.model import SHEET_KINDS, Cluster
from ..workbook.notation import clean_text, one_line
from ..workbook.writing.open_tasks_sheet import collect_tasks
from ..workbook.writing.placed import PlacedSheet, main_sheets
from .codes import coverage_code, level_code, priority_code
from .result import Cell, CoverageMap, MapCluster, MapSchool, MapSheet, MapTask


def map_of(placed: list[PlacedSheet], clusters: Mapping[str, Cluster]) -> CoverageMap:
    """Return the map of the sheets that count: one of each kind per school.

    A sheet's ``id`` is its place in ``placed``, the ``line`` of a cell its row there.
    """
    mains = {kind: main_sheets(placed, kind) for kind in SHEET_KINDS}
    tasks = collect_tasks(
        [one for some in mains.values() for one in some], clusters, False
    )
    columns: dict[str, tuple[str, dict[str, MapSheet]]] = {}
    for number, one in enumerate(placed):
        if any(one is main for main in mains[one.sheet.kind]):
            name = one_line(one.sheet.school)
            _name, sheets = columns.setdefault(one.sheet.identity, (name, {}))
            sheets[one.sheet.kind] = _sheet(number, one)
    return CoverageMap(
        clusters=tuple(
            MapCluster(
                code, one_line(clusters[code].name), one_line(clusters[code].name)
            )
            for code in dict.fromkeys(task.row.cluster for task in tasks)
        ),
        tasks=tuple(
            MapTask(
                task.row.identity,
                clean_text(task.row.name),
                task.row.cluster,
                task.row.is_core,
            )
            for task in tasks
        ),
        schools=tuple(
            MapSchool(key, name, sheets=sheets)
            for key, (name, sheets) in columns.items()
        ),
    )


def _sheet(number, placed):
    cells = {}
    for line, row in enumerate(placed.sheet.rows, FIRST_ROW):
        people = placed.layout.people_on(row)
        hours = row.hours
        cell = Cell(
            line=line,
            coverage=coverage_code(row.applicable, people, row.level),
            people=people,
            hours=hours.known,
            unknown=hours.unknown_count,
            level=level_code(row.level),
            priority=priority_code(row.priority),
        )
        # a task that stands twice on one sheet: the first counts
        cells.setdefault(row.identity, cell)
    sheet = placed.sheet
    total = sheet.hours
    return MapSheet(
        number, sheet.state, sheet.school_year, total.known, total.unknown_count, cells
    )
