import logging

from odoo import fields, models
from odoo.exceptions import RedirectWarning, UserError


class IctOverview(models.Model):
    """Draft → active → archived: who may change a sheet, and when."""

    _inherit = "ict.overview"

    # --- state ---

    def _check_editable(self):
        """Raise UserError unless the user may change what these sheets hold now.

        Drafts are open to whoever may write them. An active sheet was approved:
        directors, HR and group managers may correct it, and the change is logged
        on the sheet. An archived one is history.
        """
        if self.env.su:
            return
        for overview in self.sudo():
            if overview.state == "archived":
                raise UserError(
                    self.env._(
                        "“%s” is archived: it is kept as it was.", overview.display_name
                    )
                )
            if overview.state == "active" and not (
                self.env.user._ict_is_director_of(overview.company_id)
                or self.env.user.has_group("hr.group_hr_user")
            ):
                raise UserError(
                    self.env._(
                        "“%s” is active. Ask the director to set it back to draft, or "
                        "copy it.",
                        overview.display_name,
                    )
                )

    def _log_corrections(self, corrections):
        """Note on an approved sheet what was corrected afterwards.

        :param corrections: ``[(name of the task, what changed)]``
        """
        self.sudo().message_post_with_source(
            "ict_coordination.ict_overview_correction",
            render_values={"corrections": corrections},
            subtype_xmlid="mail.mt_note",
        )

    def _check_director(self):
        for overview in self:
            overview.check_access("write")
            if not self.env.su and not self.env.user._ict_is_director_of(
                overview.company_id
            ):
                raise UserError(
                    self.env._(
                        "Only the director of %s can activate, archive or reopen its "
                        "overviews.",
                        overview.company_id.name,
                    )
                )

    def _lock_in_state(self, *states):
        """Lock the sheets and raise UserError when somebody else was first."""
        if self.try_lock_for_update() != self:
            raise UserError(
                self.env._(
                    "Somebody else is changing this overview at this moment. Try again."
                )
            )
        self.invalidate_recordset(["state", "approved_by_id"])
        labels = dict(self._fields["state"]._description_selection(self.env))
        for overview in self:
            if overview.state not in states:
                raise UserError(
                    self.env._(
                        "“%(overview)s” is “%(state)s” by now (last changed by "
                        "%(user)s). Reload the page to see it.",
                        overview=overview.display_name,
                        state=labels[overview.state],
                        user=overview.sudo().write_uid.name,
                    )
                )

    def action_activate(self):
        self._check_director()
        self._lock_in_state("draft")
        for overview in self:
            other = self.search(
                [
                    ("company_id", "=", overview.company_id.id),
                    ("kind", "=", overview.kind),
                    ("state", "=", "active"),
                ],
                limit=1,
            )
            if other:
                refusal = RedirectWarning(
                    self.env._(
                        "%(school)s has an active overview of this kind already: "
                        "“%(other)s”. Archive that one first; it is kept as history.",
                        school=overview.company_id.name,
                        other=other.display_name,
                    ),
                    other._form_action(),
                    self.env._("Open the active overview"),
                )
                # Logged like any refusal; Odoo would log it with a traceback.
                refusal.loglevel = logging.WARNING
                raise refusal
            overview.sudo().write(
                {
                    "state": "active",
                    "approved_by_id": self.env.uid,
                    "approved_on": fields.Datetime.now(),
                }
            )

    def action_archive_overview(self):
        self._check_director()
        self._lock_in_state("active", "draft")
        self.sudo().write({"state": "archived"})

    def action_reset_draft(self):
        self._check_director()
        self._lock_in_state("active", "archived")
        self.sudo().write(
            {"state": "draft", "approved_by_id": False, "approved_on": False}
        )
