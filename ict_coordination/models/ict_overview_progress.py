from collections import defaultdict

from odoo import api, fields, models
from odoo.fields import Domain

from ..workbook.hours import Hours


class IctOverview(models.Model):
    """What the card of a school shows: tasks covered and open, hours and capacity."""

    _inherit = "ict.overview"

    covered_count = fields.Integer("Covered", compute="_compute_progress")
    open_count = fields.Integer("Open", compute="_compute_progress")
    not_applicable_count = fields.Integer("Not applicable", compute="_compute_progress")
    short_left = fields.Integer("ST left", compute="_compute_progress")
    long_left = fields.Integer("LT left", compute="_compute_progress")
    hours = fields.Float(compute="_compute_progress", digits=(8, 2))
    unknown_hours_count = fields.Integer("Without hours", compute="_compute_progress")
    hours_text = fields.Char("Hours in words", compute="_compute_progress")
    hours_available = fields.Float(
        "Available",
        compute="_compute_hours_available",
        digits=(8, 2),
        help="The ICT hours of the school's team (without them the budget of ICT hours "
        "of the school), and what people of the group do here. On the sheet of the "
        "group: what is left of its team's hours after its work in the schools.",
    )

    @api.depends(
        "line_ids.coverage",
        "line_ids.priority",
        "line_ids.hours",
        "line_ids.unknown_hours_count",
    )
    @api.depends_context("lang")
    def _compute_progress(self):
        """Counters of the kanban card: one query for all cards."""
        lines = {}
        for overview, coverage, priority, count, hours, unknown in self.env[
            "ict.overview.line"
        ]._read_group(
            [("overview_id", "in", self.ids)],
            ["overview_id", "coverage", "priority"],
            ["__count", "hours:sum", "unknown_hours_count:sum"],
        ):
            lines.setdefault(overview.id, []).append(
                (coverage, priority, count, Hours(hours, unknown))
            )
        for overview in self:
            rows = lines.get(overview._origin.id, [])

            def count_of(*coverages, priority=None, rows=rows):
                return sum(
                    count
                    for coverage, line_priority, count, _hours in rows
                    if coverage in coverages
                    and (priority is None or line_priority == priority)
                )

            total = sum((hours for *_key, hours in rows), Hours())
            overview.covered_count = count_of("single", "team")
            overview.open_count = count_of("open")
            overview.not_applicable_count = count_of("not_applicable")
            overview.short_left = count_of("open", priority="short")
            overview.long_left = count_of("open", priority="long")
            overview.hours = total.known
            overview.unknown_hours_count = total.unknown_count
            overview.hours_text = total.format(self.env.lang)

    @api.depends("company_id", "kind", "line_ids.hours")
    def _compute_hours_available(self):
        team_hours = dict(
            self.env["ict.team.member"]._read_group(
                [("company_id", "in", self.company_id.ids)],
                ["company_id"],
                ["hours_available:sum"],
            )
        )
        lent = self._hours_of_the_group()
        for overview in self:
            school = overview.company_id
            own = team_hours.get(school) or school.ict_hours_budget
            overview.hours_available = own + lent[overview._origin.id]

    def _hours_of_the_group(self):
        """Return ``{overview id: hours}`` that people of the group bring to a school.

        A technician of the group is no part of the school's team: what is agreed here
        is what is available here. On the group's own sheet these hours are gone, so
        they count below zero there. Read with the rights of the caller.
        """
        allocation = self.env["ict.allocation"]
        lent = defaultdict(float)
        for overview, lender, hours in allocation._read_group(
            [("overview_id", "in", self.ids)],
            ["overview_id", "member_id.company_id"],
            ["hours:sum"],
        ):
            if lender != overview.company_id:
                lent[overview.id] += hours
        given = defaultdict(float)
        for lender, school, kind, hours in allocation._read_group(
            Domain("member_id.company_id", "in", self.company_id.ids)
            & Domain("overview_id.in_force", "=", True),
            ["member_id.company_id", "company_id", "kind"],
            ["hours:sum"],
        ):
            if lender != school:
                given[lender.id, kind] += hours
        for overview in self:
            lent[overview._origin.id] -= given[overview.company_id.id, overview.kind]
        return lent
