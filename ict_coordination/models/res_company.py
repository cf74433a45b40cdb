from odoo import api, fields, models
from odoo.exceptions import UserError

SCHOOL_TYPES = [
    ("primary", "Primary education"),
    ("secondary", "Secondary education (ASO/KSO)"),
    ("secondary_technical", "Secondary education (TSO/BSO)"),
    ("special", "Special education"),
    ("adult", "Adult education"),
    ("arts", "Part-time arts education"),
    ("group", "School group"),
    ("other", "Other"),
]


class ResCompany(models.Model):
    _inherit = "res.company"

    school_group_id = fields.Many2one(
        "res.company",
        "School group",
        compute="_compute_school_group_id",
        store=True,
        readonly=False,
        recursive=True,
        index=True,
        ondelete="set null",
        help="The parent company. Where the schools are separate companies, name the "
        "company of the group here. A company without a group is its own group.",
    )
    group_school_ids = fields.One2many(
        "res.company", "school_group_id", "Schools of the group"
    )
    ict_school_type = fields.Selection(SCHOOL_TYPES, "School type")
    ict_hours_budget = fields.Float(
        "Budget of ICT hours",
        digits=(7, 2),
        groups="ict_coordination.group_ict_reader,base.group_erp_manager",
        help="Hours a week that the school may spend on ICT coordination.",
    )

    _ict_hours_budget_positive = models.Constraint(
        "CHECK(ict_hours_budget >= 0)", "The budget of ICT hours cannot be negative."
    )

    @api.depends("parent_id")
    def _compute_school_group_id(self):
        for company in self:
            company.school_group_id = company.parent_id or company._origin

    @api.ondelete(at_uninstall=False)
    def _unlink_except_with_overviews(self):
        overview = (
            self.env["ict.overview"]
            .sudo()
            .search([("company_id", "in", self.ids)], limit=1)
        )
        if overview:
            raise UserError(
                self.env._(
                    "%s has ICT overviews and cannot be deleted. Archive the company: "
                    "its overviews are kept.",
                    overview.company_id.name,
                )
            )
