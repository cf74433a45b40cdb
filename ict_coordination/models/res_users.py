from odoo import api, fields, models
from odoo.exceptions import UserError


class ResUsers(models.Model):
    _inherit = "res.users"

    ict_school_ids = fields.Many2many(
        "res.company",
        "ict_school_user_rel",
        "user_id",
        "company_id",
        "ICT schools",
        help="The schools in which this user is ICT coordinator or director. The role "
        "counts in no other school, whatever companies are ticked.",
    )

    @api.model
    def _get_invalidation_fields(self):
        """The record rules read the schools once per user and remember them."""
        return super()._get_invalidation_fields() | {"ict_school_ids"}

    def _ict_is_director_of(self, company):
        """Whether this user may approve the overviews of ``company``."""
        self.ensure_one()
        if self.has_group("ict_coordination.group_ict_manager"):
            return True
        return (
            self.has_group("ict_coordination.group_ict_director")
            and company in self.sudo().ict_school_ids
        )

    def _ict_role_schools(self):
        """Return the companies in which this user has a role of ours."""
        self.ensure_one()
        if self.has_group("ict_coordination.group_ict_manager"):
            return self.sudo().company_ids
        if self.has_group("ict_coordination.group_ict_coordinator"):
            return self.sudo().ict_school_ids
        return self.env["res.company"]

    @api.ondelete(at_uninstall=False)
    def _unlink_except_approver(self):
        overview = (
            self.env["ict.overview"]
            .sudo()
            .search([("approved_by_id", "in", self.ids)], limit=1)
        )
        if overview:
            raise UserError(
                self.env._(
                    "%(user)s approved “%(overview)s” and cannot be deleted. Archive "
                    "the user instead.",
                    user=overview.approved_by_id.name,
                    overview=overview.display_name,
                )
            )
