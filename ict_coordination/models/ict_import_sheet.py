from odoo import api, fields, models

from .ict_overview import KINDS

SHEET_KINDS = [
    *KINDS,
    ("catalogue", "Catalogue"),
    ("other", "Something else"),
]


class IctImportSheet(models.Model):
    """One worksheet of a workbook, and the overview that it goes into."""

    _name = "ict.import.sheet"
    _description = "Sheet of an imported workbook"
    _inherit = ["ict.import.part"]
    _order = "import_id desc, sequence, id"

    import_id = fields.Many2one(
        "ict.import", "Workbook", required=True, index=True, ondelete="cascade"
    )
    import_state = fields.Selection(related="import_id.state")
    sequence = fields.Integer()
    name = fields.Char("Sheet", required=True, readonly=True)
    sheet_kind = fields.Selection(
        SHEET_KINDS, "Recognised as", required=True, default="other", readonly=True
    )
    kind = fields.Selection(KINDS)
    company_id = fields.Many2one(
        "res.company", "School", index=True, ondelete="set null"
    )
    school_hint = fields.Char("School in the workbook", readonly=True)
    school_year = fields.Char(size=9)
    selected = fields.Boolean("Import")
    overview_id = fields.Many2one(
        "ict.overview",
        "Existing overview",
        index="btree_not_null",
        ondelete="set null",
        readonly=True,
        help="The overview that is updated. Empty: a new overview is made.",
    )
    found = fields.Json(readonly=True)
    written = fields.Json(readonly=True)
    matched_count = fields.Integer("Tasks recognised", readonly=True)
    new_count = fields.Integer("New tasks", readonly=True)
    missing_count = fields.Integer("Tasks missing", readonly=True)
    missing_text = fields.Text("Which tasks are missing", readonly=True)
    allocation_count = fields.Integer("People on tasks", readonly=True)
    result_text = fields.Char("Result", readonly=True)
    note_ids = fields.One2many("ict.import.note", "sheet_id", "Notes")
    allowed_company_ids = fields.Many2many(
        "res.company", compute="_compute_allowed_company_ids"
    )

    @api.depends_context("uid", "allowed_company_ids")
    def _compute_allowed_company_ids(self):
        """The schools that the screen offers."""
        self.allowed_company_ids = self.env["ict.import"]._schools()
