from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..tools.school_days import school_day_from, within_year
from .ict_overview_step_plan import PLAN

_OURS = {"ict_coordinator": "coordinator", "ict_director": "director"}


class MailActivityPlanTemplate(models.Model):
    """A plan on an overview: for the people of its school, on days that it is open."""

    _inherit = "mail.activity.plan.template"

    responsible_type = fields.Selection(
        selection_add=[
            ("ict_coordinator", "ICT coordinator of the school"),
            ("ict_director", "Director of the school"),
        ],
        ondelete={"ict_coordinator": "cascade", "ict_director": "cascade"},
    )

    @api.constrains("plan_id", "responsible_type")
    def _check_responsible_ict(self):
        for template in self:
            if (
                template.responsible_type in _OURS
                and template.plan_id.res_model != "ict.overview"
            ):
                raise ValidationError(
                    self.env._(
                        "The coordinator and the director of the school can be chosen "
                        "only in plans for overviews."
                    )
                )

    def _determine_responsible(self, on_demand_responsible, applied_on_record):
        if self.responsible_type not in _OURS:
            return super()._determine_responsible(
                on_demand_responsible, applied_on_record
            )
        user = self._ict_responsible(applied_on_record.company_id)
        warning = False
        if not user:
            user = self.env.user
            warning = self.env._(
                "%(school)s has no coordinator or director with a login: %(user)s gets "
                "these steps.",
                school=applied_on_record.company_id.name,
                user=user.name,
            )
        return {"responsible": user, "error": False, "warning": warning}

    def _ict_responsible(self, school):
        """Return the user of ``school`` for this step; the other role stands in.

        Whoever starts the plan comes first among equals.
        """
        users = self.env["res.users"].sudo()
        found = users.search(
            [("ict_school_ids", "in", school.ids), ("company_ids", "in", school.ids)],
            order="id",
        ).filtered(
            lambda user: user.has_group("ict_coordination.group_ict_coordinator")
        )
        directors = found.filtered(
            lambda user: user.has_group("ict_coordination.group_ict_director")
        )
        first, second = found - directors, directors
        if self.responsible_type == "ict_director":
            first, second = second, first
        right = first or second
        chosen = self.env.user if self.env.user in right else right[:1]
        return chosen.sudo(False)

    def _get_date_deadline(self, base_date=False):
        day = super()._get_date_deadline(base_date)
        if self.res_model != "ict.overview":
            return day
        if self.plan_id == self.env.ref(PLAN, raise_if_not_found=False):
            base_date = base_date or fields.Date.context_today(self)
            day = within_year(day, base_date)
        return school_day_from(day)
