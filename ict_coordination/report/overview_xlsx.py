import logging

from odoo import models

from ..workbook import write_book
from .overview_book import overview_book

_logger = logging.getLogger(__name__)


class OverviewXlsx(models.AbstractModel):
    """The filled workbook of one or more overviews, in the layout of the source."""

    _name = "report.ict_coordination.overview_xlsx"
    _inherit = "report.report_xlsx.abstract"
    _description = "ICT overviews as a workbook"

    def get_workbook_options(self):
        # Text is always text: a name that starts with "=" is no formula.
        return {
            **super().get_workbook_options(),
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        }

    def generate_xlsx_report(self, workbook, data, objs):
        write_book(overview_book(objs), workbook)
        # Names with hours leave the database here.
        _logger.info("%s exported %s overviews", self.env.user.login, len(objs))
