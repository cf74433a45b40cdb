from odoo import api, models

#: What the hours grid shows of a member; the name of an employee comes along later.
SHOWN = {"name", "member_type", "employee_id", "role", "hours_available", "active"}


class IctTeamMember(models.Model):
    """Tells the open sheets of a member that their people changed."""

    _inherit = "ict.team.member"

    @api.model_create_multi
    def create(self, vals_list):
        members = super().create(vals_list)
        members._tell_grids()
        return members

    def write(self, vals):
        result = super().write(vals)
        if SHOWN & vals.keys():
            self._tell_grids()
        return result

    def unlink(self):
        self._tell_grids()
        return super().unlink()

    def _tell_grids(self):
        """Tell the sheets that these members stand on, or may come to stand on."""
        self.env["ict.overview"].sudo().search(
            [
                ("state", "!=", "archived"),
                "|",
                ("company_id", "in", self.sudo().company_id.ids),
                ("line_ids.allocation_ids.member_id", "in", self.ids),
            ],
            order="id",
        )._grid_changed([])
