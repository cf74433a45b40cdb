from datetime import date, timedelta

from odoo import fields, models
from odoo.exceptions import UserError

from ..tools.school_year import is_school_year

# What the dialog of Odoo takes at once.
_AT_ONCE = 500


class IctOverviewLine(models.Model):
    """What has to happen for a task, when and by whom: Odoo's activities, no chatter.

    A line has no followers and no messages of its own: somebody who gets one activity
    must not receive what is written on the sheet, hours of colleagues among it. What
    was done is noted in the chatter of the sheet, which has readers of its own.
    """

    _name = "ict.overview.line"
    _inherit = ["ict.overview.line", "mail.activity.mixin"]

    # Who may read a line may plan it: HR too, and on a sheet that is in force.
    _mail_post_access = "read"

    def message_subscribe(self, partner_ids=None, subtype_ids=None):
        """Nobody follows a line; activities ask for it."""
        return True

    def message_notify(self, **values):
        """Tell somebody of an activity, with a link to the line."""
        self.ensure_one()
        return self.env["mail.thread"].message_notify(
            **{**values, "model": self._name, "res_id": self.id}
        )

    def message_post(self, **values):
        """Post on the sheet, under the name of the task."""
        self.ensure_one()
        values = {**values, "subject": self.task_id.name}
        return self.overview_id.message_post(**values)

    def message_post_with_source(self, source_ref, **values):
        """Post on the sheet, under the name of the task: an activity was done."""
        self.ensure_one()
        values = {**values, "subject": self.task_id.name}
        return self.overview_id.message_post_with_source(source_ref, **values)

    def _plan_go_on_in(self, overview):
        """Let the open activities of these lines go on, on the same tasks there.

        :param overview: the sheet of the next year. What has no such task stays.
        """
        lines = overview.line_ids.grouped("task_id")
        # Whose activities they are is no matter: the director closes the year of all.
        for line in self.sudo():
            if line.activity_ids and line.task_id in lines:
                line.activity_ids.res_id = lines[line.task_id].id

    # --- actions ---

    def action_plan_activities(self):
        """Open Odoo's dialog: one activity for each of these tasks."""
        if len(self) > _AT_ONCE:
            raise UserError(
                self.env._(
                    "Choose at most %s tasks, and plan the others after.", _AT_ONCE
                )
            )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Plan activities"),
            "res_model": "mail.activity.schedule",
            "views": [(False, "form")],
            "target": "new",
            "context": {
                "active_model": self._name,
                "active_id": self[:1].id,
                "active_ids": self.ids,
                "default_summary": self._plan_summary(),
                "default_date_deadline": fields.Date.to_string(self._plan_deadline()),
            },
        }

    def _plan_summary(self):
        """Return what changes on any of these lines, in words without hours."""
        words = dict(self._fields["plan_change"]._description_selection(self.env))
        texts = {
            word for line in self for word in (line.plan_changes_text or "").split(", ")
        }
        return ", ".join(word for word in words.values() if word in texts)

    def _plan_deadline(self):
        """Return the date that is proposed for these tasks.

        Long term: the end of the school year of the sheet (30 June). Anything else,
        and where that is past: four weeks from now.
        """
        today = fields.Date.context_today(self)
        soon = today + timedelta(weeks=4)
        years = set(self.overview_id.mapped("school_year"))
        if set(self.mapped("priority")) != {"long"} or not all(
            map(is_school_year, years)
        ):
            return soon
        return max(soon, date(int(max(years)[5:]), 6, 30))
