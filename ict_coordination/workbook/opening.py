# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Opens somebody's .xlsx file: cells with their look, or a ``WorkbookError``.

The file may come from any program and from anybody. One pass over the parts gives
values and formulas together; nothing is unpacked beyond the limits, no document type,
entity or link to another file is followed, macros are not looked at.
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from .colours import Palette
from .grid import Grid, GridBook, GridCell
from .xlsx.comments import read_comments
from .xlsx.kinds import check_kind
from .xlsx.limits import LIMITS, Deadline, Limits, WorkbookError
from .xlsx.package import Package
from .xlsx.properties import read_properties
from .xlsx.sheet import Budget, SheetReader
from .xlsx.styles import indexed_colours, read_styles
from .xlsx.texts import clean, read_shared_texts
from .xlsx.values import Values
from .xlsx.xml_parts import truth

__all__ = ["LIMITS", "Deadline", "Limits", "WorkbookError", "open_grids"]


def open_grids(
    source: str | Path | bytes | BinaryIO, limits: Limits = LIMITS
) -> GridBook:
    """Return the worksheets of an .xlsx or .xlsm file, in their order.

    ``source``: a path, the bytes, or a binary file object. Raises ``WorkbookError``
    for anything else than a readable, harmless workbook within ``limits``.
    """
    try:
        content = _content(source, limits)
        check_kind(content)
        return _read(Package(content, limits))
    except WorkbookError:
        raise
    except MemoryError as error:
        raise WorkbookError("no_memory") from error
    except Exception as error:
        # zipfile, zlib, expat and codecs have many ways to fail on a damaged file
        raise WorkbookError("broken") from error


def _content(source, limits):
    if isinstance(source, (bytes, bytearray, memoryview)):
        content = bytes(source)
    elif hasattr(source, "read"):
        content = source.read(limits.file_size + 1)
    else:
        content = _file_content(Path(source), limits)
    if len(content) > limits.file_size:
        raise WorkbookError("too_big", limits.file_size // 1_000_000)
    return content


def _file_content(path, limits):
    try:
        if not path.exists():
            raise WorkbookError("not_found")
        if not path.is_file():
            raise WorkbookError("not_a_file")
        with path.open("rb") as stream:
            return stream.read(limits.file_size + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, WorkbookError):
            raise
        raise WorkbookError("not_a_file") from error


def _read(package: Package) -> GridBook:
    main = next(
        (
            relation.target
            for relation in package.relations("")
            if relation.kind == "officedocument" and relation.target in package
        ),
        "xl/workbook.xml",
    )
    if main not in package:
        raise WorkbookError("not_a_workbook")
    root = package.tree(main)
    if root.tag != "workbook":
        raise WorkbookError("not_a_workbook")
    relations = package.relations(main)
    settings = root.find("workbookPr")
    from_1904 = settings is not None and truth(settings.get("date1904"))
    values = _values(package, relations, from_1904)
    grids = tuple(_grids(package, root, relations, values))
    return GridBook(grids, read_properties(package))


def _values(package, relations, from_1904):
    parts = {relation.kind: relation.target for relation in relations}

    def tree(kind):
        target = parts.get(kind)
        return package.tree(target) if target and target in package else None

    styles = tree("styles")
    palette = Palette(tree("theme"), indexed_colours(styles))
    target = parts.get("sharedstrings")
    texts = (
        read_shared_texts(package.chunks(target), palette, package.limits)
        if target and target in package
        else []
    )
    return Values(texts, read_styles(styles, palette), palette, from_1904)


def _grids(package, root, relations, values):
    by_id = {relation.id: relation for relation in relations}
    nodes = root.findall("sheets/sheet")
    if len(nodes) > package.limits.sheets:
        raise WorkbookError("too_many_sheets", package.limits.sheets)
    budget = Budget(package.limits)
    found = False
    for node in nodes:
        relation = by_id.get(node.get("id", ""))
        if relation is None:
            raise WorkbookError("broken")
        if relation.kind != "worksheet":
            # a sheet that is only a chart, a dialog or a macro
            continue
        found = True
        hidden = node.get("state", "visible") != "visible"
        grid = SheetReader(values, budget).grid(
            package.chunks(relation.target), clean(node.get("name", "")), hidden
        )
        _add_comments(package, relation.target, grid, budget)
        yield grid
    if not found:
        raise WorkbookError("no_sheets")


def _add_comments(package, part, grid: Grid, budget):
    comments = read_comments(package, package.relations(part))
    for (row, col), text in comments.items():
        budget.spend_letters(len(text))
        cell = grid.cells.get((row, col))
        if cell is None:
            budget.spend_cell()
            cell = grid.cells[row, col] = GridCell(row, col)
        cell.comment = text
        grid.max_row = max(grid.max_row, row)
        grid.max_col = max(grid.max_col, col)
