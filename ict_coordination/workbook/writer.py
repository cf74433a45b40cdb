# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Writes a ``Book`` as a workbook in the layout of the official one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

import xlsxwriter

from .labels import Labels, labels_for
from .layout import FORMAT_PROPERTY, FORMAT_VERSION, SheetLayout
from .model import SHEET_KINDS, Book, Cluster
from .notation import one_line
from .writing.catalogue_sheet import write_catalogue
from .writing.comparison_sheet import write_comparison
from .writing.formats import Formats
from .writing.guidelines import write_guidelines
from .writing.names import SheetNames
from .writing.open_tasks_sheet import write_open_tasks
from .writing.overview_sheet import write_overview
from .writing.placed import PlacedSheet, main_sheets
from .writing.workload_sheet import collect, write_workload

# text is always text: no formula, link or number out of what somebody typed
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write_file(book: Book, fileobj: BinaryIO) -> None:
    """Write the workbook to a binary file object; equal books give equal bytes."""
    with xlsxwriter.Workbook(fileobj, OPTIONS) as workbook:
        write_book(book, workbook)


@dataclass(frozen=True, slots=True)
class WrittenBook:
    """What was written, for whoever adds sheets of its own that refer to it."""

    book: Book
    placed: list[PlacedSheet]
    clusters: dict[str, Cluster]
    names: SheetNames
    formats: Formats
    labels: Labels


def write_book(book: Book, workbook) -> WrittenBook:
    """Fill an open xlsxwriter ``Workbook``; the caller closes it.

    The workbook may not be in ``constant_memory`` mode. Raises ``ValueError`` when an
    entry names a person who is not on its sheet; nothing is written then.
    """
    labels = labels_for(book.language)
    clusters = _all_clusters(book)
    formats = Formats(workbook)
    names = SheetNames()
    guidelines, catalogue = names.take(labels.guidelines), names.take(labels.catalogue)
    group_names = _group_names(book, names, labels)
    placed = [
        PlacedSheet(
            sheet,
            names.for_overview(sheet, labels),
            SheetLayout.of(sheet, _clusters_of(sheet, clusters)),
        )
        for sheet in book.sheets
    ]
    _set_properties(book, workbook, labels)
    write_guidelines(book, workbook.add_worksheet(guidelines), formats, labels)
    write_catalogue(book, workbook.add_worksheet(catalogue), clusters, formats, labels)
    for one in placed:
        write_overview(one, workbook.add_worksheet(one.name), clusters, formats, labels)
    if book.is_group:
        _write_group(placed, workbook, group_names, clusters, formats, labels)
    return WrittenBook(book, placed, clusters, names, formats, labels)


def _all_clusters(book: Book) -> dict[str, Cluster]:
    """Clusters by code; one that only a task names is called by its code."""
    clusters = {cluster.code: cluster for cluster in book.clusters}
    for task in book.catalogue:
        clusters.setdefault(task.cluster, Cluster(task.cluster, task.cluster))
    for sheet in book.sheets:
        for row in sheet.rows:
            if row.cluster not in clusters:
                clusters[row.cluster] = Cluster(row.cluster, row.cluster)
    return clusters


def _clusters_of(sheet, clusters):
    used = {row.cluster for row in sheet.rows}
    return tuple(code for code in clusters if code in used)


def _group_names(book: Book, names: SheetNames, labels: Labels):
    """Names of the group sheets by (what, kind); taken before those of the schools."""
    if not book.is_group:
        return {}
    kinds = [k for k in SHEET_KINDS if any(sheet.kind == k for sheet in book.sheets)]
    result = {}
    for what in ("workload", "open_tasks"):
        for kind in kinds:
            text = getattr(labels, what)
            if len(kinds) > 1:
                text += f" – {labels.kinds_short[kind].lower()}"
            result[what, kind] = names.take(text)
    result["comparison", ""] = names.take(labels.comparison)
    return result


def _write_group(placed, workbook, group_names, clusters, formats, labels):
    by_kind = {kind: main_sheets(placed, kind) for kind in SHEET_KINDS}
    left_out = {
        kind: [
            one
            for one in placed
            if one.sheet.kind == kind and not any(one is main for main in mains)
        ]
        for kind, mains in by_kind.items()
    }
    loads = {kind: collect(mains) for kind, mains in by_kind.items()}
    for (what, kind), name in group_names.items():
        worksheet = workbook.add_worksheet(name)
        text = getattr(labels, what)
        if what == "workload":
            write_workload(
                worksheet, workbook, f"{text} – {labels.kinds[kind]}", loads[kind],
                left_out[kind], clusters, formats, labels,
            )  # fmt: skip
        elif what == "open_tasks":
            write_open_tasks(
                worksheet, f"{text} – {labels.kinds[kind]}", by_kind[kind],
                left_out[kind], clusters, formats, labels, kind == "target",
            )  # fmt: skip
        else:
            write_comparison(
                worksheet, text, by_kind,
                {kind: _available(found) for kind, found in loads.items()},
                [one for some in left_out.values() for one in some], formats, labels,
            )  # fmt: skip


def _available(loads):
    """Hundredths of hours available to all; ``None`` when nobody's are known."""
    values = [value for load in loads for value, _cell in load.available.values()]
    return sum(values) if values else None


def _set_properties(book: Book, workbook, labels: Labels) -> None:
    workbook.set_properties(
        {
            "title": one_line(book.title),
            "subject": labels.overview_title,
            "author": one_line(book.author),
            "company": one_line(book.group_name),
            "comments": labels.source,
            "created": book.created,
        }
    )
    # by this the reader knows that it can read every cell exactly
    workbook.set_custom_property(FORMAT_PROPERTY, FORMAT_VERSION, "text")
