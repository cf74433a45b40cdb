from odoo import api, fields, models

from .ict_overview import KINDS

STATES = [
    ("draft", "To check"),
    ("done", "Imported"),
    ("failed", "Not readable"),
]


class IctImport(models.Model):
    """One filled-in workbook: what was read, what was decided, what was imported.

    Reading (``ict_import_read.py``) is a dry run: it fills sheets, people, tasks and
    notes. Importing (``ict_import_apply.py``) writes overviews in one transaction. The
    record stays as the report; what is still open can be solved in it later.
    """

    _name = "ict.import"
    _description = "Imported ICT workbook"
    _inherit = ["ict.import.part"]
    _order = "id desc"
    _goes_alone = True
    _chosen_fields = frozenset(
        [
            *("name", "sheet_ids", "person_ids", "task_ids", "note_ids"),
            *("assumption_ids", "question_ids"),
        ]
    )

    name = fields.Char("File name", required=True)
    file = fields.Binary("Workbook", attachment=True, readonly=True)
    state = fields.Selection(STATES, required=True, default="draft", readonly=True)
    error = fields.Text("Why it is not readable", readonly=True)
    company_id = fields.Many2one(
        "res.company",
        "School",
        compute="_compute_company_id",
        store=True,
        index=True,
        ondelete="set null",
        help="The school of the sheets; the school group when there are several. Empty "
        "as long as the school of an overview is not known: then only who uploaded the "
        "workbook sees it.",
    )
    imported_on = fields.Datetime(readonly=True)
    imported_by_id = fields.Many2one(
        "res.users", "Imported by", readonly=True, ondelete="set null"
    )
    result_text = fields.Char("Result", readonly=True)
    difference_text = fields.Text("What changed", compute="_compute_difference_text")
    sheet_ids = fields.One2many("ict.import.sheet", "import_id", "Sheets")
    person_ids = fields.One2many("ict.import.person", "import_id", "People")
    task_ids = fields.One2many("ict.import.task", "import_id", "Tasks")
    note_ids = fields.One2many("ict.import.note", "import_id", "Notes")
    assumption_ids = fields.One2many(
        "ict.import.note",
        "import_id",
        string="What was assumed",
        domain=[("klass", "=", "B"), ("sheet_id.selected", "=", True)],
    )
    question_ids = fields.One2many(
        "ict.import.note",
        "import_id",
        string="What was not understood",
        domain=[("klass", "=", "C"), ("sheet_id.selected", "=", True)],
    )

    sheet_count = fields.Integer("Sheets to import", compute="_compute_counts")
    person_todo_count = fields.Integer("People to choose", compute="_compute_counts")
    task_todo_count = fields.Integer("Tasks to choose", compute="_compute_counts")
    assumption_count = fields.Integer("Assumptions", compute="_compute_counts")
    open_note_count = fields.Integer("Open notes", compute="_compute_counts")
    is_ready = fields.Boolean("Ready to import", compute="_compute_counts")
    summary = fields.Char(compute="_compute_summary")

    # --- computes ---

    @api.depends("sheet_ids.company_id", "sheet_ids.sheet_kind")
    def _compute_company_id(self):
        for book in self:
            schools = book.sheet_ids.company_id
            group = schools.school_group_id
            if len(schools) > 1:
                schools = group if len(group) == 1 else schools.browse()
            if book.sheet_ids.filtered(
                lambda one: one.sheet_kind in dict(KINDS) and not one.company_id
            ):
                # Of which school is it? Until then for who has the file already.
                schools = schools.browse()
            book.company_id = schools

    @api.depends(
        "state",
        "sheet_ids.selected",
        "sheet_ids.company_id",
        "sheet_ids.kind",
        "person_ids.is_todo",
        "task_ids.is_todo",
        "note_ids.state",
        "note_ids.klass",
    )
    def _compute_counts(self):
        for book in self:
            sheets = book.sheet_ids.filtered("selected")
            notes = book.note_ids.filtered("sheet_id.selected")
            book.sheet_count = len(sheets)
            book.person_todo_count = len(book.person_ids.filtered("is_todo"))
            book.task_todo_count = len(book.task_ids.filtered("is_todo"))
            book.assumption_count = len(notes.filtered(lambda note: note.klass == "B"))
            book.open_note_count = len(
                notes.filtered(lambda note: (note.klass, note.state) == ("C", "open"))
            )
            book.is_ready = book.state == "draft" and any(
                sheet.company_id and sheet.kind for sheet in sheets
            )

    @api.depends(
        "sheet_count", "person_todo_count", "task_todo_count", "open_note_count"
    )
    @api.depends_context("lang")
    def _compute_summary(self):
        for book in self:
            parts = [self.env._("Sheets: %s", book.sheet_count)]
            if book.person_todo_count:
                parts.append(self.env._("people to choose: %s", book.person_todo_count))
            if book.task_todo_count:
                parts.append(self.env._("tasks to choose: %s", book.task_todo_count))
            if book.open_note_count:
                parts.append(self.env._("open notes: %s", book.open_note_count))
            book.summary = " · ".join(parts)

    @api.depends("sheet_ids.difference_text")
    def _compute_difference_text(self):
        for book in self:
            book.difference_text = "\n\n".join(
                f"{sheet.name}\n{sheet.difference_text}"
                for sheet in book.sheet_ids
                if sheet.difference_text
            )

    # --- API ---

    @api.model
    def _schools(self):
        """Return the schools in use for which the user may make overviews."""
        if self.env.su:
            # a script has no role; companies are some dozens, at most some thousands
            # pylint: disable-next=no-search-all
            return self.env["res.company"].search([])
        return self.env.user._ict_role_schools() & self.env.companies

    # --- actions ---

    def action_accept_all(self):
        """Take the first proposal of every note that is still open.

        Not of assumptions: those were read, and their proposal is the other reading.
        """
        self.question_ids.filtered(lambda note: note.state == "open")._accept()

    def action_open_overviews(self):
        """Open what this file was imported into."""
        overviews = self.sheet_ids.overview_id
        if len(overviews) == 1:
            return overviews._form_action()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "ict_coordination.ict_overview_action"
        )
        action["domain"] = [("id", "in", overviews.ids)]
        action["context"] = {}
        return action
