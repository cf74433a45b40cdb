from collections import defaultdict

from odoo import fields, models
from odoo.fields import Domain

from ..tools.plain_rows import read_rows

#: how many skills of one person are reasons
SHOWN_SKILLS = 4
WEIGHTS = {"required": 2, "preferred": 1}


class IctOverview(models.Model):
    """Whose skills fit what the clusters ask: suggested for a new column first."""

    _inherit = "ict.overview"

    def _people_skills(self, cluster_id, employee_ids=None):
        """Return ``{employee id: (score, [skill: level])}`` of who fits a cluster.

        :param employee_ids: look at these only; None: at everybody
        """
        importance = self._people_wanted_skills(cluster_id)
        today = fields.Date.context_today(self)
        domain = (
            Domain("skill_id", "in", list(importance))
            & Domain("valid_from", "<=", today)
            & (Domain("valid_to", "=", False) | Domain("valid_to", ">=", today))
        )
        if employee_ids is not None:
            domain &= Domain("employee_id", "in", list(filter(None, employee_ids)))
        rows = list(
            read_rows(
                self.env["hr.employee.skill"],
                domain,
                ["employee_id", "skill_id", "skill_level_id"],
            )
        )
        skill = self.env["hr.skill"].browse({row["skill_id"] for row in rows})
        names = {one.id: one.name for one in skill}
        level = self.env["hr.skill.level"].browse(
            {row["skill_level_id"] for row in rows}
        )
        levels = {one.id: (one.level_progress, one.name) for one in level}
        fitting = defaultdict(list)
        for row in rows:
            progress, level_name = levels[row["skill_level_id"]]
            fitting[row["employee_id"]].append(
                (
                    importance[row["skill_id"]] * progress,
                    f"{names[row['skill_id']]}: {level_name}",
                )
            )
        return {
            employee_id: (
                sum(score for score, _reason in found),
                [reason for _score, reason in sorted(found, key=lambda one: -one[0])][
                    :SHOWN_SKILLS
                ],
            )
            for employee_id, found in fitting.items()
        }

    def _people_wanted_skills(self, cluster_id):
        """Return ``{skill id: weight}`` of what the clusters ask of a person."""
        model = self.env["ict.competency"]
        domain = Domain(model._check_company_domain(self.company_id)) & Domain(
            "importance", "in", list(WEIGHTS)
        )
        if cluster_id:
            domain &= Domain("cluster_id", "=", cluster_id)
        weights = {}
        for competency in model.search(domain):
            weight = WEIGHTS[competency.importance]
            for skill in competency.skill_ids.ids:
                weights[skill] = max(weight, weights.get(skill, 0))
        return weights
