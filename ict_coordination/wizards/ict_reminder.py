from datetime import timedelta
from typing import NamedTuple

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools import format_date, plaintext2html

from ..insights.lights import SheetCounts
from ..models.ict_overview import KINDS
from ..models.ict_overview_reminder import REMINDER

#: days that somebody gets where the group has set no date, or it has passed
DAYS = 14


class _Reminded(NamedTuple):
    """One school of the preview; ``sheet``: None where there is none yet."""

    school: models.Model
    users: models.Model
    sheet: SheetCounts | None

    @property
    def is_done(self):
        sheet = self.sheet
        return sheet is not None and sheet.state == "active" and not sheet.left


class IctReminder(models.TransientModel):
    """Remind schools to fill in their overview: an activity for who works on it.

    These are the coordinators and directors of the school. Group managers remind every
    school in use, directors their own.
    """

    _name = "ict.reminder"
    _description = "Reminder to fill in an ICT overview"

    allowed_school_ids = fields.Many2many(
        "res.company", compute="_compute_allowed_school_ids"
    )
    school_ids = fields.Many2many(
        "res.company",
        string="Schools",
        required=True,
        default=lambda self: self._default_schools(),
    )
    kind = fields.Selection(
        KINDS, "Overview", required=True, default=lambda self: self._default_kind()
    )
    deadline = fields.Date(
        "To be filled in before",
        required=True,
        default=lambda self: self._default_deadline(),
    )
    note = fields.Text(help="What you want to say. The receivers read it.")
    preview = fields.Html(compute="_compute_preview", sanitize=False)

    # --- computes ---

    @api.depends_context("uid", "allowed_company_ids")
    def _compute_allowed_school_ids(self):
        self.allowed_school_ids = self._allowed_schools()

    @api.depends("school_ids", "kind")
    @api.depends_context("uid", "allowed_company_ids", "lang")
    def _compute_preview(self):
        for wizard in self:
            wizard.preview = self.env["ir.qweb"]._render(
                "ict_coordination.ict_reminder_preview",
                {"rows": wizard._reminded(), "status": wizard._status},
            )

    def _status(self, row):
        """Return in words what is still to do in the school of ``row``."""
        if row.sheet is None:
            return self.env._("No overview yet: a draft is made")
        if row.is_done:
            return self.env._("Active and filled in: nothing to do")
        if not row.sheet.left:
            return self.env._("Filled in, to be activated")
        return self.env._(
            "%(left)s of %(tasks)s tasks to fill in",
            left=row.sheet.left,
            tasks=row.sheet.tasks,
        )

    @api.constrains("deadline")
    def _check_deadline(self):
        today = fields.Date.context_today(self)
        for wizard in self:
            if wizard.deadline < today:
                raise ValidationError(
                    self.env._(
                        "%s has passed. Choose a later day.",
                        format_date(self.env, wizard.deadline),
                    )
                )

    # --- defaults ---

    @api.model
    def _allowed_schools(self):
        """Return the schools in use of which the user may remind the people."""
        user = self.env.user
        if not user.has_group("ict_coordination.group_ict_director"):
            return self.env["res.company"]
        return user._ict_role_schools() & self.env.companies

    @api.model
    def _default_schools(self):
        """Return the schools of the selected overviews, else those that are late.

        Without a date nobody is late: then all that have something left to do.
        """
        allowed = self._allowed_schools()
        selected = self._selected_overviews()
        if selected is not None:
            return selected.company_id & allowed
        if not allowed:
            return allowed
        counts = self.env["ict.start"]._counts(self.env["ict.insights"]._scope())
        late = [school_id for school_id, one in counts.items() if one.late] or [
            school_id
            for school_id, one in counts.items()
            if not one.is_group and not (one.current and one.current.handed_in)
        ]
        return allowed.filtered(lambda school: school.id in late)

    @api.model
    def _selected_overviews(self):
        """Return the overviews from which the dialog was opened; None: not from any."""
        if self.env.context.get("active_model") != "ict.overview":
            return None
        ids = self.env.context.get("active_ids", [])
        return self.env["ict.overview"].search([("id", "in", ids)])

    @api.model
    def _default_kind(self):
        selected = self._selected_overviews()
        only_targets = selected and {*selected.mapped("kind")} == {"target"}
        return "target" if only_targets else "current"

    @api.model
    def _default_deadline(self):
        today = fields.Date.context_today(self)
        deadline = self.env["ict.settings"]._of_company().fill_in_before
        if deadline and deadline > today:
            return deadline
        return today + timedelta(days=DAYS)

    # --- who and what ---

    def _reminded(self):
        """Return a :class:`_Reminded` for each chosen school that is allowed."""
        self.ensure_one()
        schools = self.school_ids._origin & self._allowed_schools()
        if not schools:
            return []
        scope = self.env["ict.insights"]._scope()
        heads = {
            school_id: head
            for (school_id, kind), head in scope.chosen.items()
            if kind == self.kind
        }
        counted = self.env["ict.start"]._count_lines(scope)
        # A director sees the names of who works in the own school, whatever else
        # these people may be.
        users = self.env["res.users"].sudo()
        coordinators = self.env.ref("ict_coordination.group_ict_coordinator")
        found = users.search(
            [
                ("ict_school_ids", "in", schools.ids),
                ("all_group_ids", "in", coordinators.ids),
            ]
        )
        return [
            _Reminded(
                school,
                found.filtered(
                    lambda user, school=school: (
                        school in user.ict_school_ids
                        # without it the sheet stays closed
                        and school in user.company_ids
                    )
                ),
                head
                and SheetCounts(
                    head.id,
                    head.state,
                    head.school_year,
                    counted.get(head.id, {}).get("tasks", 0),
                    counted.get(head.id, {}).get("decided", 0),
                ),
            )
            for school in schools
            for head in [heads.get(school.id)]
        ]

    # --- action ---

    def action_remind(self):
        """Make the activities, and say how many there are."""
        self.ensure_one()
        if self.school_ids - self._allowed_schools():
            raise AccessError(
                self.env._(
                    "You can remind only the schools of which you are director or "
                    "group manager."
                )
            )
        if not self.school_ids:
            raise UserError(self.env._("Choose at least one school."))
        todo = [row for row in self._reminded() if not row.is_done]
        rows = [row for row in todo if row.users]
        made, moved = self._remind(rows)
        nobody = [row.school.name for row in todo if not row.users]
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success" if rows else "warning",
                "message": self._summary(made, moved, nobody),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }

    def _summary(self, made, moved, nobody):
        parts = [self.env._("Reminders sent: %s.", made)]
        if moved:
            parts.append(self.env._("Reminders with another date: %s.", moved))
        if nobody:
            parts.append(self.env._("Nobody to remind: %s.", ", ".join(nobody)))
        return " ".join(parts)

    def _remind(self, rows):
        """Return how many activities were made, and how many got this date."""
        overviews = self.env["ict.overview"]
        missing = [row.school for row in rows if row.sheet is None]
        created = overviews.create(
            [{"company_id": school.id, "kind": self.kind} for school in missing]
        )
        sheets = dict(zip(missing, created, strict=True))
        for row in rows:
            if row.sheet:
                sheets[row.school] = overviews.browse(row.sheet.id)
        values = {"date_deadline": self.deadline}
        if self.note:
            values["note"] = plaintext2html(self.note)
        wanted = {
            (sheets[row.school].id, user.id) for row in rows for user in row.users
        }
        existing = (
            self.env["mail.activity"]
            .search(
                [
                    ("res_model", "=", overviews._name),
                    ("res_id", "in", [sheet_id for sheet_id, _user in wanted]),
                    ("activity_type_id", "=", overviews._reminder_type_id()),
                    ("user_id", "in", [user_id for _sheet, user_id in wanted]),
                ]
            )
            .filtered(lambda one: (one.res_id, one.user_id.id) in wanted)
        )
        existing.write(values)
        new = wanted - {(one.res_id, one.user_id.id) for one in existing}
        by_user = {}
        for sheet_id, user_id in sorted(new):
            by_user.setdefault(user_id, []).append(sheet_id)
        for user_id, sheet_ids in by_user.items():
            overviews.browse(sheet_ids).activity_schedule(
                REMINDER, user_id=user_id, **values
            )
        return len(new), len(existing)
