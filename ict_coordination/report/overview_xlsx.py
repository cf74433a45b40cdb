import logging

from odoo import models

from ..coverage.sheet import write_maps
from ..workbook import write_book
from .overview_book import overview_book

_logger = logging.getLogger(__name__)


class BookXlsx(models.AbstractModel):
    """What every workbook of this addon shares."""

    _name = "report.ict_coordination.book_xlsx"
    _inherit = "report.report_xlsx.abstract"
    _description = "ICT coordination as a workbook"

    def get_workbook_options(self):
        # Text is always text: a name that starts with "=" is no formula.
        return {
            **super().get_workbook_options(),
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        }


class OverviewXlsx(models.AbstractModel):
    """The filled workbook of one or more overviews, in the layout of the source."""

    _name = "report.ict_coordination.overview_xlsx"
    _inherit = "report.ict_coordination.book_xlsx"
    _description = "ICT overviews as a workbook"

    _with_notes = False

    def generate_xlsx_report(self, workbook, data, objs):
        book = overview_book(objs, with_notes=self._with_notes)
        write_maps(write_book(book, workbook), workbook)
        # Names with hours leave the database here.
        _logger.info("%s exported %s overviews", self.env.user.login, len(objs))


class OverviewNotesXlsx(models.AbstractModel):
    """The same, with what imports could not read in yellow."""

    _name = "report.ict_coordination.overview_notes_xlsx"
    _inherit = "report.ict_coordination.overview_xlsx"
    _description = "ICT overviews as a workbook, with open notes"

    _with_notes = True
