from odoo import api, fields, models

from ..workbook.reading.tasks import clean_task
from .ict_import_scope import SchoolScope, task_key

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
    _chosen_fields = frozenset(["choice", "task_id", "cluster_id"])
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

    def write(self, vals):
        result = super().write(vals)
        if {"choice", "task_id"} & vals.keys():
            self.import_id._apply_choices()
        return result

    @api.model
    def _sync(self, book, rows, scopes):
        """Let the tasks to choose of ``book`` be the unknown rows; keep the choices."""
        wanted = {}
        for sheet, some in rows.items():
            scope = scopes[sheet.company_id]
            for row in some:
                key = (sheet.company_id.id, task_key(row.task))
                if key not in wanted and not scope.task_of(row):
                    wanted[key] = self._vals(row, scope)
        if book.state != "done":
            book._set_parts(
                "task_ids", wanted, keep=("choice", "task_id", "cluster_id", "match")
            )

    @api.model
    def _vals(self, row, scope):
        """Return what an unknown row becomes as long as nobody chooses."""
        vals = {
            "name": clean_task(row.task) or row.task,
            "cluster_id": scope.cluster_of(row).id,
            "cluster_text": row.cluster_text,
        }
        remembered = scope.memory.get(("task", task_key(row.task)))
        if remembered:
            task = remembered.task_id
            return {
                **vals,
                "match": "none",
                "choice": "existing" if task else "skip",
                "task_id": task.id,
            }
        near = scope.near_task(row.task)
        return {
            **vals,
            "match": "likely" if near else "none",
            "choice": False if near else "new",
            "task_id": near.id,
        }

    def _settle(self):
        """Create the new tasks, each for its school, in the cluster of its row."""
        new = self.filtered(lambda one: one.choice == "new")._settle_known()
        if not new:
            return
        clusters = new._settle_clusters()
        created = self.env["ict.task"].create(
            [
                {
                    "name": one.name,
                    "source_name": one.name,
                    "cluster_id": clusters[one].id,
                    "company_id": one.company_id.id,
                }
                for one in new
            ]
        )
        for one, task in zip(new, created, strict=True):
            one.write({"choice": "existing", "task_id": task.id})

    def _settle_known(self):
        """Return which of these nobody made meanwhile; the others become that task."""
        for company in self.company_id:
            scope = SchoolScope(self.env, company)
            for one in self.filtered(lambda one, own=company: one.company_id == own):
                task = scope.by_name.get(one.key)
                if task:
                    one.write({"choice": "existing", "task_id": task[0].id})
        return self.filtered(lambda one: one.choice == "new")

    def _settle_clusters(self):
        """Return ``{row: cluster}``; a cluster of the workbook's own is created."""
        cluster = self.env["ict.cluster"]
        without = self.filtered(lambda one: not one.cluster_id)
        fallback = cluster.search([("company_id", "=", False)], limit=1)
        made = {}
        for one in without.filtered("cluster_text"):
            key = (one.company_id, one.cluster_text)
            if key not in made:
                made[key] = cluster.create(
                    {"name": one.cluster_text, "company_id": one.company_id.id}
                )
        return {
            one: one.cluster_id
            or made.get((one.company_id, one.cluster_text))
            or fallback
            for one in self
        }
