from odoo import api, fields, models


class IctTeamMember(models.Model):
    """Somebody on an old overview of whom nobody knows any more who it was."""

    _inherit = "ict.team.member"

    is_anonymous = fields.Boolean("Made anonymous", readonly=True, copy=False)

    @api.constrains("member_type", "employee_id", "is_anonymous")
    def _check_employee(self):
        """An anonymous member stays an employee in the counts, of nobody."""
        return super(
            IctTeamMember, self.filtered(lambda one: not one.is_anonymous)
        )._check_employee()
