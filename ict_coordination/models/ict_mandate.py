from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from .ict_allocation import MANDATES


class IctMandate(models.Model):
    """What was agreed for a whole cluster: somebody's mandates on its tasks.

    Who gets a task of the cluster starts with these mandates; on the task itself they
    can still be changed. What a school agreed goes before what its group did.
    """

    _name = "ict.mandate"
    _description = "ICT mandate by default"
    _inherit = ["ict.school.mixin"]
    _order = "company_id, cluster_id, member_id, id"
    _rec_names_search = ["member_id.name", "cluster_id.name"]
    _check_company_auto = True

    company_id = fields.Many2one(
        "res.company",
        "School or group",
        required=True,
        index=True,
        ondelete="cascade",
        default=lambda self: self.env.company,
        help="What a group agrees counts in all its schools, unless the school agreed "
        "something else for the same person.",
    )
    cluster_id = fields.Many2one(
        "ict.cluster",
        required=True,
        index=True,
        ondelete="cascade",
        check_company=True,
    )
    member_id = fields.Many2one(
        "ict.team.member",
        required=True,
        index=True,
        ondelete="cascade",
        check_company=True,
    )
    decides = fields.Boolean(help="Takes the decisions.")
    executes = fields.Boolean(default=True, help="Does the tasks.")
    steers = fields.Boolean(
        "Steers and follows up", help="Leads those who do them, and follows up."
    )
    contact = fields.Boolean(
        "Contact and takes the lead", help="Is asked first, and takes the lead."
    )
    note = fields.Char("Remark")

    _one_each = models.UniqueIndex(
        "(company_id, cluster_id, member_id)",
        "The mandates of this person in this cluster stand here already.",
    )

    @api.depends("member_id.name", "cluster_id.name")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for mandate in self:
            names = (mandate.member_id.name, mandate.cluster_id.name)
            mandate.display_name = " – ".join(filter(None, names))

    @api.constrains("member_id", "company_id", "cluster_id")
    def _check_scope(self):
        for mandate in self.sudo():
            school = mandate.company_id
            allowed = school | school.school_group_id
            if mandate.member_id.company_id not in allowed:
                raise ValidationError(
                    self.env._(
                        "This person belongs to another school. Choose a member of "
                        "%(school)s, or of its group.",
                        school=school.name,
                    )
                )
            if mandate.cluster_id.company_id - allowed:
                raise ValidationError(
                    self.env._("This cluster belongs to another school.")
                )

    @api.constrains(*MANDATES)
    def _check_something(self):
        for mandate in self:
            if not any(mandate[name] for name in MANDATES):
                raise ValidationError(
                    self.env._("Tick at least one mandate, or delete this line.")
                )

    # --- API ---

    @api.model
    def _of_tasks(self, schools, member_ids):
        """Return ``{(school id, member id, cluster id): names of mandates}``.

        One query, however many schools and people: whoever puts them on a task applies
        what was agreed. What a group agreed stands under each of ``schools`` that
        agreed nothing itself for the same person and cluster.
        """
        groups = {school: school.sudo().school_group_id for school in schools}
        companies = schools.union(*groups.values())
        agreed = self.sudo().search_fetch(
            Domain("member_id", "in", list(member_ids))
            & Domain("company_id", "in", companies.ids),
            ["company_id", "member_id", "cluster_id", *MANDATES],
        )
        found = {}
        for one in agreed:
            names = tuple(name for name in MANDATES if one[name])
            for school, group in groups.items():
                key = school.id, one.member_id.id, one.cluster_id.id
                if one.company_id == school:
                    found[key] = names
                elif one.company_id == group:
                    found.setdefault(key, names)
        return found

    def action_open_tasks(self):
        """Open what this person does in the cluster, in the sheets in force."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "ict_coordination.ict_allocation_mandate_action"
        )
        domain = [
            ("member_id", "=", self.member_id.id),
            ("cluster_id", "=", self.cluster_id.id),
        ]
        if self.company_id.sudo().school_group_id != self.company_id:
            domain.append(("company_id", "=", self.company_id.id))
        return {**action, "domain": domain, "display_name": self.display_name}
