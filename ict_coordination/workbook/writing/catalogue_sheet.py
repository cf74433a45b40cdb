# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The task list: every task of the catalogue by cluster, core tasks in purple."""

from __future__ import annotations

from ..labels import Labels
from ..model import Book, Cluster
from ..notation import clean_text, one_line
from .formats import Formats
from .heights import height_of, wrapped_lines

HEADER_ROW = 3
_TASK_WIDTH = 84


def write_catalogue(
    book: Book,
    worksheet,
    clusters: dict[str, Cluster],
    formats: Formats,
    labels: Labels,
) -> None:
    """Fill the sheet with the tasks, in the order of the clusters."""
    worksheet.set_row(0, 24)
    worksheet.write_string(0, 0, labels.overview_title, formats["title"])
    worksheet.write_string(1, 0, labels.core_tasks, formats["core_legend"])
    worksheet.write_string(HEADER_ROW, 0, labels.cluster, formats["header_left"])
    worksheet.write_string(HEADER_ROW, 1, labels.task, formats["header_left"])
    worksheet.set_row(HEADER_ROW, 22)
    order = {code: index for index, code in enumerate(clusters)}
    tasks = sorted(book.catalogue, key=lambda task: order[task.cluster])
    for row, task in enumerate(tasks, HEADER_ROW + 1):
        style = formats["core" if task.is_core else "text"]
        worksheet.write_string(row, 0, one_line(clusters[task.cluster].name), style)
        name = clean_text(task.name)
        worksheet.write_string(row, 1, name, style)
        worksheet.set_row(row, height_of(wrapped_lines(name, _TASK_WIDTH)))
    last = HEADER_ROW + max(1, len(tasks))
    worksheet.conditional_format(
        HEADER_ROW + 1,
        0,
        last,
        1,
        {"type": "formula", "criteria": "=TRUE", "format": formats["if_line"]},
    )
    worksheet.set_column(0, 0, 16)
    worksheet.set_column(1, 1, _TASK_WIDTH)
    worksheet.freeze_panes(HEADER_ROW + 1, 0)
    worksheet.autofilter(HEADER_ROW, 0, last, 1)
    worksheet.repeat_rows(HEADER_ROW)
    worksheet.set_paper(9)  # A4
    worksheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_footer(f"&L{labels.source}&R{labels.page} &P {labels.of_pages} &N")
