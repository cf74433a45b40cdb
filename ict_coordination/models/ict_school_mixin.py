from odoo import models

from .company_scope import check_company_domain_school_or_group


class IctSchoolMixin(models.AbstractModel):
    """What belongs to a school, or serves all schools of a group: ``company_id``."""

    _name = "ict.school.mixin"
    _description = "Of a school or a group"
    _check_company_domain = check_company_domain_school_or_group

    def write(self, vals):
        result = super().write(vals)
        if "company_id" in vals:
            # Odoo checks the rules before: nothing moves to somebody else's school.
            self.check_access("write")
        return result
