# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The Digisprong workbook without Odoo: data, notation, writer.

Nothing in this package imports Odoo; it needs xlsxwriter to write.
"""

from .hours import Hours, format_hours, format_number, round_hours
from .model import Book, CatalogueTask, Cluster, Entry, OpenNote, Person, Row, Sheet
from .writer import write_book, write_file

__all__ = [
    "Book",
    "CatalogueTask",
    "Cluster",
    "Entry",
    "Hours",
    "OpenNote",
    "Person",
    "Row",
    "Sheet",
    "format_hours",
    "format_number",
    "round_hours",
    "write_book",
    "write_file",
]
