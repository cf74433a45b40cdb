from odoo import api, fields, models

from ..insights.plan import PlanProgress


class IctOverview(models.Model):
    """How far the plan of the school is, on its sheets in force."""

    _inherit = "ict.overview"

    plan_todo_count = fields.Integer("To do in the plan", compute="_compute_plan")
    plan_text = fields.Char("Progress of the plan", compute="_compute_plan")

    @api.depends(
        "in_force",
        "line_ids.applicable",
        "line_ids.level",
        "line_ids.priority",
        "line_ids.hours",
    )
    @api.depends_context("lang", "uid", "allowed_company_ids")
    def _compute_plan(self):
        in_force = self.filtered("in_force")
        progress = self.env["ict.overview.line"]._plan_progress(in_force.company_id.ids)
        for overview in self:
            counts = progress.get(overview.company_id.id) if overview.in_force else None
            overview.plan_todo_count = counts.todo if counts else 0
            overview.plan_text = counts and self._plan_sentence(counts)

    @api.model
    def _plan_sentence(self, counts: PlanProgress):
        """Return the progress of a school in words; "" where the target is empty."""
        if not counts.total:
            return ""
        parts = [
            self.env._(
                "%(reached)s of %(total)s as the target wants",
                reached=counts.reached,
                total=counts.total,
            )
        ]
        if counts.todo:
            parts.append(self.env._("%s to do", counts.todo))
        if counts.planned:
            parts.append(self.env._("%s planned", counts.planned))
        if counts.overdue:
            parts.append(self.env._("%s overdue", counts.overdue))
        return ", ".join(parts)

    def action_open_plan(self):
        """Open what is to do in the schools of these sheets, by priority."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "ict_coordination.ict_overview_line_plan_action"
        )
        action["domain"] = [
            ("kind", "=", "target"),
            ("company_id", "in", self.company_id.ids),
            ("overview_id.in_force", "=", True),
        ]
        action["context"] = {"search_default_todo": 1}
        if len(self.company_id) == 1:
            action["context"]["ict_one_school"] = True
            action["display_name"] = self.env._("Plan of %s", self.company_id.name)
        return action

    def unlink(self):
        """The database deletes the lines: what was planned on them goes as well."""
        planned = (
            self.env["mail.activity"]
            .sudo()
            .with_context(active_test=False)
            .search(
                [
                    ("res_model", "=", "ict.overview.line"),
                    ("res_id", "in", self.line_ids.ids),
                ]
            )
        )
        result = super().unlink()
        planned.unlink()
        return result
