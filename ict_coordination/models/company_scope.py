"""The one rule of scope: a record serves its school, or all schools of its group."""

from odoo.fields import Domain
from odoo.models import to_record_ids


def check_company_domain_school_or_group(self, companies):
    """Domain of the records that ``companies`` may use.

    These are the shared ones (no company), their own, and those of their school
    group. Odoo's ``check_company_domain_parent_of`` knows branches only; a school
    group may also be named by hand on the company.

    :param companies: a recordset, ids, or the client's name of the company field
    """
    if isinstance(companies, str):  # evaluated by the web client
        return [
            "|",
            "|",
            ("company_id", "=", False),
            ("company_id", "=", companies),
            ("company_id.group_school_ids", "=", companies),
        ]
    schools = self.env["res.company"].sudo().browse(to_record_ids(companies))
    return Domain("company_id", "in", [False, *(schools | schools.school_group_id).ids])
