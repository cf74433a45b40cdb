from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .ict_agreement_ask import PEOPLE


class IctOverview(models.Model):
    """Asks the people of an approved sheet to agree, and shows how far that is."""

    _inherit = "ict.overview"

    agreement_asked_on = fields.Datetime(
        "Asked to agree on",
        readonly=True,
        copy=False,
        help="Since then corrections are asked by themselves, every night.",
    )
    agreement_ask_count = fields.Integer("To ask", compute="_compute_agreements")
    agreement_text = fields.Char("Agreements", compute="_compute_agreements")

    # --- computes ---

    @api.depends_context("lang")
    @api.depends("state", "line_ids.allocation_ids.agreement_state")
    def _compute_agreements(self):
        counts = {}
        rows = (
            self.env["ict.allocation"]
            .sudo()
            ._read_group(
                Domain("overview_id", "in", self._origin.ids)
                & Domain("member_id.member_type", "in", PEOPLE),
                ["overview_id", "agreement_state"],
                ["__count"],
            )
        )
        for overview, state, count in rows:
            counts.setdefault(overview.id, {})[state] = count
        for overview in self:
            found = counts.get(overview._origin.id, {})
            total, agreed = sum(found.values()), found.get("agreed", 0)
            objections = found.get("too_much", 0) + found.get("different", 0)
            overview.agreement_ask_count = (
                found.get(False, 0) if overview.state == "active" else 0
            )
            values = {"agreed": agreed, "total": total, "count": objections}
            if total == found.get(False, 0):
                overview.agreement_text = False
            elif not objections:
                overview.agreement_text = self.env._(
                    "%(agreed)s of %(total)s agreed", **values
                )
            elif objections == 1:
                overview.agreement_text = self.env._(
                    "%(agreed)s of %(total)s agreed, 1 objection", **values
                )
            else:
                overview.agreement_text = self.env._(
                    "%(agreed)s of %(total)s agreed, %(count)s objections", **values
                )

    # --- asking ---

    def _asks_by_itself(self):
        """Whether the group wants people to be asked without a button."""
        self.ensure_one()
        settings = (
            self.env["ict.settings"].sudo().with_company(self.company_id)._of_company()
        )
        return settings.ask_agreement if settings else True

    def _to_ask(self):
        """Return the allocations of people that were not asked yet."""
        allocation = self.env["ict.allocation"].sudo()
        return allocation.search(
            Domain("overview_id", "in", self.ids)
            & Domain("agreement_state", "=", False)
            & allocation._people_domain()
        )

    def _dropped_lines(self):
        """Return what people agreed with here and no longer do, not told yet."""
        lines = self.env["ict.agreement.line"].sudo()
        found = lines.search(
            [
                ("agreement_id.overview_id", "in", self.ids),
                ("answer", "in", ("agreed", "too_much", "different")),
                ("change", "!=", "dropped"),
                ("was_told", "=", False),
                ("agreement_id.member_id.active", "=", True),
            ]
        )
        gone = found.filtered(
            lambda line: (
                line.allocation_id.member_id != line.agreement_id.member_id
                and line.agreement_id.member_id.employee_id.active
                in (True, not line.agreement_id.member_id.employee_id)
            )
        )
        # asked twice about one task: told once
        latest = {
            (one.agreement_id.member_id, one.agreement_id.overview_id, one.task_id): one
            for one in gone.sorted("id")
        }
        kept = lines.union(*latest.values())
        (gone - kept).write({"was_told": True})
        return kept

    def action_activate(self):
        """The people of what was approved are asked to agree."""
        result = super().action_activate()
        asking = self.filtered(lambda one: one._asks_by_itself())
        asking.sudo().write({"agreement_asked_on": fields.Datetime.now()})
        if not self.env.context.get("ict_ask_later"):
            asking._ask_at_activation()
        return result

    def _ask_at_activation(self):
        """Ask the people of sheets that were just activated; one mail for each person.

        Whoever activates several sheets one by one does so with ``ict_ask_later`` in
        the context, and calls this for all of them at the end.
        """
        asking = self.filtered(lambda one: one.agreement_asked_on)
        asking._to_ask().sudo(self.env.su)._ask_to_agree()

    def action_ask_to_agree(self):
        """Ask everybody on these sheets who was not asked yet; say who was asked."""
        self.check_access("write")
        if self.company_id - self.env.user._ict_role_schools() and not self.env.su:
            raise UserError(
                self.env._("Ask a coordinator or the director of this school.")
            )
        if self.filtered(lambda one: one.state != "active"):
            raise UserError(
                self.env._("People agree with an approved overview. Activate it first.")
            )
        self.sudo().write({"agreement_asked_on": fields.Datetime.now()})
        made = self._to_ask().sudo(self.env.su)._ask_to_agree(dropped_of=self)
        return made._asked_notification()

    def action_open_agreements(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "ict_coordination.ict_agreement_action"
        )
        action["domain"] = [("overview_id", "=", self.id)]
        action["context"] = {}
        action["display_name"] = self.display_name
        return action

    # --- no longer approved ---

    def action_archive_overview(self):
        result = super().action_archive_overview()
        self._withdraw_agreements()
        return result

    def action_reset_draft(self):
        result = super().action_reset_draft()
        self._withdraw_agreements()
        return result

    def _withdraw_agreements(self):
        """Nobody answers about a sheet that is not in force."""
        self.env["ict.agreement.line"].sudo().search(
            [("agreement_id.overview_id", "in", self.ids), ("answer", "=", "waiting")]
        )._withdraw()
        self.sudo().write({"agreement_asked_on": False})

    def unlink(self):
        """The agreements go with their messages and activities."""
        if self.has_access("unlink"):
            self._unlink_except_draft()
            self.env["ict.agreement"].sudo().search(
                [("overview_id", "in", self.ids)]
            ).unlink()
        return super().unlink()
