from odoo import api, fields, models
from odoo.exceptions import UserError

from ..workbook.changes import Difference
from ..workbook.messages import message_text, proposal_text

CLASSES = [("B", "Assumption"), ("C", "Kept as note")]
STATES = [
    ("open", "Open"),
    ("accepted", "Accepted"),
    ("dismissed", "Left as it is"),
    ("carried", "In the remark of the task"),
]


class IctImportNote(models.Model):
    """Something that was assumed (B) or not understood (C), and what became of it.

    Before the import a decision is only remembered and used by the import; after it,
    the decision changes the overview at once, with the rights of the user.
    """

    _name = "ict.import.note"
    _description = "Note of an imported workbook"
    _inherit = ["ict.import.part"]
    _order = "import_id desc, sheet_id, row, id"

    import_id = fields.Many2one(
        "ict.import", "Workbook", required=True, index=True, ondelete="cascade"
    )
    sheet_id = fields.Many2one("ict.import.sheet", index=True, ondelete="cascade")
    company_id = fields.Many2one(related="sheet_id.company_id", string="School")
    row = fields.Integer(readonly=True, help="Row on the sheet; 0: the whole sheet.")
    position = fields.Integer(readonly=True)
    cell = fields.Char(readonly=True)
    text = fields.Char("In the workbook", readonly=True)
    klass = fields.Selection(
        CLASSES, "Class", required=True, default="C", readonly=True
    )
    code = fields.Char(required=True, readonly=True)
    values = fields.Json(readonly=True)
    message = fields.Char("What about it", compute="_compute_message")
    proposals = fields.Json(readonly=True)
    proposal_label = fields.Char("Proposal", compute="_compute_message")
    proposal_labels = fields.Json(
        "Proposals in words",
        compute="_compute_message",
        help="The words of every proposal, the likely one first.",
    )
    choice = fields.Integer(
        "Accepted proposal", readonly=True, help="Which one, counted from 0."
    )
    state = fields.Selection(STATES, required=True, default="open", readonly=True)
    task_id = fields.Many2one("ict.task", readonly=True, ondelete="set null")
    line_id = fields.Many2one(
        "ict.overview.line",
        readonly=True,
        index="btree_not_null",
        ondelete="set null",
    )
    allocation_id = fields.Many2one(
        "ict.allocation", readonly=True, index="btree_not_null", ondelete="set null"
    )

    @api.depends("code", "values", "proposals")
    @api.depends_context("lang")
    def _compute_message(self):
        lang = self.env.lang
        for note in self:
            labels = [
                _words(proposal_text, one["code"], one.get("values"), lang)
                for one in note.proposals or ()
            ]
            note.message = _words(message_text, note.code, note.values, lang)
            note.proposal_labels = labels
            note.proposal_label = labels[0] if labels else False

    # --- actions ---

    def action_accept(self):
        """Take the first proposal."""
        self._accept()

    def action_accept_other(self, index):
        """Take proposal number ``index``, counted from 0."""
        self._accept(index)

    def action_dismiss(self):
        """Leave everything as it was read."""
        self._decide({"state": "dismissed"})

    def action_reopen(self):
        """Take the decision back, and what it changed."""
        for note in self.filtered(lambda note: note.state == "accepted"):
            overview, difference = note._difference(note.choice)
            if overview and difference:
                overview._give_back(difference)
        self._decide({"state": "open"})

    def action_open_allocation(self):
        """Open what the import made of this cell: the allocation, else the line."""
        self.ensure_one()
        record = self.allocation_id or self.line_id
        if not record:
            raise UserError(self.env._("Nothing of this cell is in an overview yet."))
        return {
            "type": "ir.actions.act_window",
            "name": record.display_name,
            "res_model": record._name,
            "res_id": record.id,
            "views": [(False, "form")],
            "target": "new",
        }

    def _accept(self, index=0):
        """Take proposal ``index`` of each of these notes, as far as it has one."""
        notes = self.filtered(lambda note: index in range(len(note.proposals or ())))
        conflicts = notes.filtered(lambda note: note.code == "changed_in_odoo")
        for note in conflicts:
            overview, difference = note._difference(index)
            if overview:  # else it was deleted meanwhile
                overview._take_from_workbook(difference)
        conflicts._ours().write({"state": "accepted", "choice": index})
        (notes - conflicts)._decide({"state": "accepted", "choice": index})

    def _difference(self, index):
        """Return the overview and the ``Difference`` of a conflict, else ``None``."""
        difference = None
        if self.code == "changed_in_odoo":
            difference = Difference.from_json(self.proposals[index]["difference"])
        return self.sheet_id.overview_id, difference

    def _decide(self, vals):
        """Write a decision; after the import it changes the overview at once."""
        if self:
            self._ours().write(vals)
            self.import_id._apply_decisions()

    # --- decisions of another reading ---

    def _decisions(self, with_open=False):
        """Return what was decided, by what stands in the cell.

        :param with_open: also that nothing was decided, or not any more
        """
        states = [("accepted", "dismissed")]
        if with_open:
            states.insert(0, ("open",))
        return {
            note._decision_key(): (note.state, note.choice)
            for some in states
            for note in self
            if note.state in some and note.position >= 0
        }

    def _decision_key(self):
        """The same for the same text on the same task, wherever it stands."""
        sheet = self.sheet_id
        return (
            (sheet.company_id.id, sheet.kind),
            self.task_id.id or self.row,
            self.code,
            self.text,
        )

    def _decide_as(self, decisions):
        """Take over decisions of :meth:`_decisions`; return what changed."""
        changed = self.browse()
        for note in self:
            now = (note.state, note.choice)
            state, choice = decisions.get(note._decision_key(), now)
            if (
                (state, choice) != now
                and note.position >= 0
                and choice < max(1, len(note.proposals or ()))
            ):
                note.write({"state": state, "choice": choice})
                changed |= note
        return changed


def _words(text_of, code, values, lang):
    """Return the words of a code; the code itself where a version has none for it."""
    try:
        return text_of(code, tuple(values or ()), lang)
    except (KeyError, IndexError):
        return code
