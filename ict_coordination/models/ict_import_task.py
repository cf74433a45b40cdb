from odoo import api, fields, models

MATCHES = [("none", "Not found"), ("likely", "Looks like another task")]
CHOICES = [
    ("existing", "This task"),
    ("new", "New task of the school"),
    ("skip", "Do not import"),
]


class IctImportTask(models.Model):
    """A row of a workbook that is no task of the catalogue, and what becomes of it."""

    _name = "ict.import.task"
    _description = "Unknown task in an imported workbook"
    _inherit = ["ict.import.part"]
    _order = "import_id desc, company_id, id"
    _check_company_auto = True

    import_id = fields.Many2one(
        "ict.import", "Workbook", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        "res.company", "School", required=True, index=True, ondelete="cascade"
    )
    name = fields.Char("Task in the workbook", required=True, readonly=True)
    key = fields.Char(readonly=True)
    cluster_id = fields.Many2one("ict.cluster", check_company=True, ondelete="set null")
    cluster_text = fields.Char("Cluster in the workbook", readonly=True)
    match = fields.Selection(MATCHES, required=True, default="none", readonly=True)
    choice = fields.Selection(CHOICES)
    task_id = fields.Many2one(
        "ict.task", check_company=True, index="btree_not_null", ondelete="set null"
    )
    is_todo = fields.Boolean("To choose", compute="_compute_is_todo")

    @api.depends("choice", "task_id")
    def _compute_is_todo(self):
        for task in self:
            task.is_todo = not task.choice or (
                task.choice == "existing" and not task.task_id
            )
