from odoo import api, fields, models

MATCHES = [
    ("exact", "Found"),
    ("likely", "Likely"),
    ("ambiguous", "Several people"),
    ("none", "Not found"),
]
CHOICES = [
    ("member", "Team member"),
    ("employee", "Employee: becomes a member"),
    ("partner", "New external partner"),
    ("vacancy", "Vacancy"),
    ("sounding_board", "Sounding board"),
    ("keep", "Keep as note"),
]
FOUND_KINDS = [
    ("person", "Person"),
    ("vacancy", "Vacancy"),
    ("external", "External partner"),
    ("group", "Group of people"),
    ("sounding_board", "Sounding board"),
]


class IctImportPerson(models.Model):
    """One name of a workbook in one school, and who that is."""

    _name = "ict.import.person"
    _description = "Person in an imported workbook"
    _inherit = ["ict.import.part"]
    _order = "import_id desc, company_id, name, id"
    _check_company_auto = True

    import_id = fields.Many2one(
        "ict.import", "Workbook", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        "res.company", "School", required=True, index=True, ondelete="cascade"
    )
    name = fields.Char("Name in the workbook", required=True, readonly=True)
    key = fields.Char(readonly=True)
    found_kind = fields.Selection(
        FOUND_KINDS, "Kind", required=True, default="person", readonly=True
    )
    occurrence_count = fields.Integer("How often", readonly=True)
    where = fields.Char(readonly=True)
    match = fields.Selection(MATCHES, required=True, default="none", readonly=True)
    choice = fields.Selection(CHOICES)
    member_id = fields.Many2one(
        "ict.team.member", "Team member", check_company=True, ondelete="set null"
    )
    # No check_company: employees know nothing of groups. The member does check.
    employee_id = fields.Many2one(
        "hr.employee",
        "Employee",
        ondelete="set null",
        domain="['|', ('company_id', '=', company_id),"
        " ('company_id.group_school_ids', '=', company_id)]",
    )
    is_todo = fields.Boolean("To choose", compute="_compute_is_todo")

    @api.depends("choice", "member_id", "employee_id")
    def _compute_is_todo(self):
        for person in self:
            person.is_todo = (
                not person.choice
                or (person.choice == "member" and not person.member_id)
                or (person.choice == "employee" and not person.employee_id)
            )
