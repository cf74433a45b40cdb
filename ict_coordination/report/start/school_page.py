from odoo import api, models
from odoo.exceptions import AccessError

from ...workbook.hours import format_hours


class ReportSchoolPage(models.AbstractModel):
    """The A4 of a school: what the start page shows of it, on paper."""

    _name = "report.ict_coordination.school_page"
    _description = "ICT school page"

    @api.model
    def _get_report_values(self, docids, data=None):
        """Return the pages of these companies, in their order on the start page.

        :raise AccessError: the user may not read the overviews of one of them
        """
        start = self.env["ict.start"]
        scope = self.env["ict.insights"]._scope()
        readable = {school.id for school in scope.schools}
        if not docids or not readable.issuperset(docids):
            raise AccessError(
                self.env._(
                    "You may print only the schools whose overviews you may see."
                )
            )
        return {
            "doc_ids": docids,
            "doc_model": "res.company",
            "docs": start._pages(scope, set(docids)),
            "hours_of": lambda hours: hours.format(self.env.lang),
            "hours_plain": lambda hours: format_hours(hours, self.env.lang),
            "today": start._today_in_words(),
        }
