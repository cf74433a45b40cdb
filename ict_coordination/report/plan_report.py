from odoo import api, models

# Undecided stands between what has a term and what has none.
_ORDER = ("short", "long", False, "none")


class PlanReport(models.AbstractModel):
    """The plan of a school on paper: what is to do by term, who and by when."""

    _name = "report.ict_coordination.plan"
    _description = "Plan of a school on paper"

    @api.model
    def _get_report_values(self, docids, data=None):
        """Return the sheets, and of each ``[(priority in words, lines)]``."""
        overviews = self.env["ict.overview"].browse(docids)
        overviews.check_access("read")
        lines = self.env["ict.overview.line"].search(
            [("overview_id", "in", overviews.ids), ("plan_state", "=", "todo")]
        )
        described = lines.fields_get(["priority"], ["selection", "falsy_value_label"])
        words = dict(described["priority"]["selection"])
        words[False] = described["priority"]["falsy_value_label"]
        by_place = lines.grouped(lambda line: (line.overview_id, line.priority))
        return {
            "doc_ids": docids,
            "doc_model": overviews._name,
            "docs": overviews,
            "parts": {
                overview.id: [
                    (words[priority], by_place[overview, priority])
                    for priority in _ORDER
                    if (overview, priority) in by_place
                ]
                for overview in overviews
            },
        }
