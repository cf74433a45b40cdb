import logging

from odoo import api, fields, models
from odoo.tools import format_date

from ..insights import KEYS
from ..insights.book import BookWords, write_insights

_logger = logging.getLogger(__name__)


class IctInsights(models.AbstractModel):
    """The tables that a report prints: those of the screen, with the same rights."""

    _inherit = "ict.insights"

    @api.model
    def _report_tables(self, data):
        """Return ``(tables, which sheets were read and when)``.

        :param data: ``{"keys": [key, …], "year": "2026-2027" or false}``; what is not
            known is left out, and without keys all insights are printed
        :raise AccessError: the user may not read overviews
        """
        data = data or {}
        asked = data.get("keys")
        asked = asked if isinstance(asked, list) else ()
        scope = self._scope(data.get("year"))
        tables = self._tables([key for key in KEYS if key in asked] or KEYS, scope)
        today = format_date(self.env, fields.Date.context_today(self))
        about = (
            self.env._(
                "Sheets of school year %(year)s, %(date)s.", year=scope.year, date=today
            )
            if scope.year
            else self.env._("Sheets in force on %(date)s.", date=today)
        )
        # names with hours leave the database here
        _logger.info(
            "%s exported %s insights of %s schools",
            self.env.user.login,
            len(tables),
            len(scope.schools),
        )
        return tables, about


class InsightsXlsx(models.AbstractModel):
    """Insights as a workbook, a sheet each."""

    _name = "report.ict_coordination.insights_xlsx"
    _inherit = "report.ict_coordination.book_xlsx"
    _description = "ICT insights as a workbook"

    def generate_xlsx_report(self, workbook, data, objs):
        tables, about = self.env["ict.insights"]._report_tables(data)
        words = BookWords(
            title=self.env._("ICT insights"),
            about=about,
            without_hours=self.env._("Without hours"),
            without_sheet=self.env._("Nothing is known of:"),
            language=self.env.lang,
        )
        write_insights(tables, workbook, words)


class InsightsPdf(models.AbstractModel):
    """Insights on paper."""

    _name = "report.ict_coordination.insights_pdf"
    _description = "ICT insights as PDF"

    @api.model
    def _get_report_values(self, docids, data=None):
        tables, about = self.env["ict.insights"]._report_tables(data)
        return {"tables": tables, "about": about, "language": self.env.lang}
