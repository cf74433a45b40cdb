from odoo import api, fields, models

from ..workbook.found import FoundSheet
from ..workbook.found_json import from_json
from ..workbook.settled import settled_rows
from .ict_import_scope import SchoolScope
from .ict_overview import KINDS
from .school_year_check import check_school_year

SHEET_KINDS = [
    *KINDS,
    ("catalogue", "Catalogue"),
    ("other", "Something else"),
]
# What is matched anew when it changes.
_MATCHED_BY = {"company_id", "kind", "school_year", "selected"}


class IctImportSheet(models.Model):
    """One worksheet of a workbook, and the overview that it goes into."""

    _name = "ict.import.sheet"
    _description = "Sheet of an imported workbook"
    _inherit = ["ict.import.part"]
    _order = "import_id desc, sequence, id"
    _chosen_fields = frozenset(["kind", "company_id", "school_year", "selected"])

    import_id = fields.Many2one(
        "ict.import", "Workbook", required=True, index=True, ondelete="cascade"
    )
    import_state = fields.Selection(related="import_id.state")
    imported_on = fields.Datetime(related="import_id.imported_on", store=True)
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
    hint_key = fields.Char(readonly=True)
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
    difference_text = fields.Text("What changed", readonly=True)
    note_ids = fields.One2many("ict.import.note", "sheet_id", "Notes")
    allowed_company_ids = fields.Many2many(
        "res.company", compute="_compute_allowed_company_ids"
    )

    @api.depends_context("uid", "allowed_company_ids")
    def _compute_allowed_company_ids(self):
        """The schools that the screen offers."""
        self.allowed_company_ids = self.env["ict.import"]._schools()

    @api.constrains("school_year")
    def _check_school_year(self):
        for sheet in self:
            if sheet.school_year:
                check_school_year(self.env, sheet.school_year)

    def write(self, vals):
        if vals.get("company_id") and "selected" not in vals:
            # Who names the school wants the sheet.
            vals = {**vals, "selected": True}
        result = super().write(vals)
        if _MATCHED_BY & vals.keys():
            self.import_id.filtered(lambda book: book.state == "draft")._match()
        return result

    # --- what stands on it ---

    def _choices(self, schools):
        """Return what was chosen, by what stands on the sheet: for another reading.

        :param schools: those that may be chosen now
        """
        return {
            sheet_key(sheet): {
                "company_id": sheet.company_id.id,
                "kind": sheet.kind,
                "school_year": sheet.school_year,
                "selected": sheet.selected,
            }
            for sheet in self
            if sheet.company_id and sheet.company_id in schools
        }

    def _to_import(self):
        """Return the sheets that the import writes to an overview."""
        return self.filtered(
            lambda sheet: sheet.selected and sheet.company_id and sheet.kind
        )

    def _scopes(self):
        """Return ``{school: SchoolScope}`` of these sheets."""
        return {company: SchoolScope(self.env, company) for company in self.company_id}

    def _found_sheet(self):
        self.ensure_one()
        return from_json(FoundSheet, self.found) if self.found else None

    def _rows(self):
        """Return ``{sheet: rows}``, what was decided about notes taken into account."""
        rows = {}
        for sheet in self:
            found = sheet._found_sheet()
            notes = sheet.note_ids.filtered("row")
            rows[sheet] = (
                ()
                if not found
                else settled_rows(
                    found,
                    {
                        (note.row, note.position): note.choice
                        for note in notes
                        if note.state == "accepted" and note.position >= 0
                    },
                    {
                        (note.row, note.position)
                        for note in notes
                        if note.state == "dismissed"
                    },
                )
            )
        return rows


def sheet_key(sheet):
    """Return what makes a sheet the same one in another reading of the workbook."""
    return sheet["name"], sheet["sheet_kind"], sheet["school_hint"] or ""
