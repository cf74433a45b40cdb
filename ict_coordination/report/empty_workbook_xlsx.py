import logging

from odoo import models

from ..workbook import write_book

_logger = logging.getLogger(__name__)


class EmptyWorkbookXlsx(models.AbstractModel):
    """The empty workbook that somebody asked for in the dialog."""

    _name = "report.ict_coordination.empty_workbook_xlsx"
    _inherit = "report.ict_coordination.book_xlsx"
    _description = "Empty workbook for schools"

    def generate_xlsx_report(self, workbook, data, objs):
        wizard = self.env["ict.empty.workbook"].browse(objs.ids)
        write_book(wizard._book(), workbook)
        _logger.info(
            "%s downloaded an empty workbook of %s schools",
            self.env.user.login,
            len(wizard.school_ids),
        )
