from odoo import api, fields, models

MEMORY_KINDS = [("person", "Person"), ("task", "Task"), ("school", "School")]


class IctImportMemory(models.Model):
    """What somebody chose once for a name in a workbook, found again the next time.

    A person without a member is kept as a note; a task without a task is skipped.
    """

    _name = "ict.import.memory"
    _description = "Remembered choice for workbooks"
    _inherit = ["ict.import.part"]
    _order = "company_id, kind, key"
    _goes_alone = True
    _chosen_fields = frozenset(["company_id", "kind", "key", "member_id", "task_id"])
    _check_company_auto = True

    company_id = fields.Many2one(
        "res.company", "School", required=True, index=True, ondelete="cascade"
    )
    kind = fields.Selection(MEMORY_KINDS, required=True)
    key = fields.Char("As written", required=True)
    member_id = fields.Many2one(
        "ict.team.member", check_company=True, ondelete="cascade"
    )
    task_id = fields.Many2one("ict.task", check_company=True, ondelete="cascade")

    _key_uniq = models.UniqueIndex(
        "(company_id, kind, key)",
        "Somebody else imported a workbook of this school at this moment. Try again.",
    )

    @api.model
    def _trusted_users(self):
        """Return whose word about the school of a workbook counts for this user."""
        manager = self.env.ref("ict_coordination.group_ict_manager")
        return self.env.user | manager.sudo().all_user_ids.sudo(False)

    @api.model
    def _school_of_hints(self, schools):
        """Return ``{words of a workbook: school}`` as it was chosen before.

        Chosen by the user, or by who looks after all schools: else a coordinator could
        draw the workbooks of other schools, that the manager imports, into the own one.
        The same words for two schools are no memory at all.
        """
        result = {}
        for memory in self.search(
            [
                ("company_id", "in", schools.ids),
                ("kind", "=", "school"),
                ("write_uid", "in", self._trusted_users().ids),
            ]
        ):
            double = memory.key in result
            result[memory.key] = False if double else memory.company_id
        return result
