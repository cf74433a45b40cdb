from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import SQL

from ..tools.school_year import school_year_of
from .school_year_check import check_school_year

KINDS = [("current", "Current situation"), ("target", "Target")]
STATES = [("draft", "Draft"), ("active", "Active"), ("archived", "Archived")]


class IctOverview(models.Model):
    """One sheet: one school (or the group), one kind, one school year."""

    _name = "ict.overview"
    _description = "ICT task overview"
    # Who follows a sheet gets by mail what is written on it: hours of colleagues.
    _inherit = ["ict.closed.thread"]
    _order = "company_id, kind, school_year desc, id desc"
    _rec_names_search = ["company_id.name", "school_year"]

    company_id = fields.Many2one(
        "res.company",
        "School",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env.company,
    )
    kind = fields.Selection(KINDS, required=True, default="current", tracking=True)
    school_year = fields.Char(
        required=True,
        size=9,
        default=lambda self: school_year_of(fields.Date.context_today(self)),
    )
    state = fields.Selection(
        STATES, required=True, default="draft", readonly=True, tracking=True, index=True
    )
    in_force = fields.Boolean(
        compute="_compute_in_force",
        search="_search_in_force",
        help="For each school and kind: the active overview, and as long as there is "
        "none the newest draft.",
    )
    is_editable = fields.Boolean(compute="_compute_permissions")
    can_approve = fields.Boolean(compute="_compute_permissions")
    approved_by_id = fields.Many2one(
        "res.users", "Approved by", readonly=True, copy=False, ondelete="restrict"
    )
    approved_on = fields.Datetime(readonly=True, copy=False)
    note = fields.Text("Remarks")
    line_ids = fields.One2many("ict.overview.line", "overview_id", "Tasks", copy=True)

    _active_uniq = models.UniqueIndex(
        "(company_id, kind) WHERE state = 'active'",
        "This school has an active overview of this kind already. Archive that one "
        "first.",
    )

    # --- computes ---

    @api.depends("company_id.name", "kind", "school_year")
    @api.depends_context("lang")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for overview in self:
            overview.display_name = (
                f"{kinds.get(overview.kind, '')} – {overview.company_id.name or ''} "
                f"({overview.school_year or ''})"
            )

    @api.model
    def _in_force_sql(self):
        """SQL of the ids in force: one per school and kind, active before draft."""
        self.flush_model(["company_id", "kind", "school_year", "state"])
        return SQL(
            """
            SELECT DISTINCT ON (company_id, kind) id FROM ict_overview
            WHERE state IN ('draft', 'active')
            ORDER BY company_id, kind, (state = 'active') DESC, school_year DESC,
                id DESC
            """
        )

    @api.depends("company_id", "kind", "school_year", "state")
    def _compute_in_force(self):
        rows = self.env.execute_query(self._in_force_sql())
        in_force = {row_id for (row_id,) in rows}
        for overview in self:
            overview.in_force = overview._origin.id in in_force

    def _search_in_force(self, operator, value):
        if operator != "in":
            return NotImplemented
        in_force = Domain("id", "in", self._in_force_sql())
        if True in value:
            return Domain.TRUE if False in value else in_force
        return ~in_force

    @api.depends("state", "company_id")
    @api.depends_context("uid", "allowed_company_ids")
    def _compute_permissions(self):
        """What the screens offer; ``_check_editable`` and the rules decide."""
        writable = self._origin._filtered_access("write")
        for overview in self:
            may_write = not overview._origin or overview._origin in writable
            overview.can_approve = may_write and self.env.user._ict_is_director_of(
                overview.company_id
            )
            overview.is_editable = may_write and (
                overview.state == "draft"
                or (overview.state == "active" and overview.can_approve)
            )

    # --- constraints ---

    @api.constrains("school_year")
    def _check_school_year(self):
        for overview in self:
            check_school_year(self.env, overview.school_year)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_draft(self):
        for overview in self:
            if overview.state != "draft":
                raise UserError(
                    self.env._(
                        "“%s” was approved and is kept as history. Only drafts can be "
                        "deleted.",
                        overview.display_name,
                    )
                )

    # --- create, write ---

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su and any(
            vals.get("state", "draft") != "draft" for vals in vals_list
        ):
            raise UserError(self.env._("A new overview starts as a draft."))
        schools = self.env["res.company"].browse(
            {vals["company_id"] for vals in vals_list if vals.get("company_id")}
        )
        if schools.exists() != schools:
            raise UserError(
                self.env._(
                    "This school was deleted in the meantime. Reload the page and "
                    "choose another school."
                )
            )
        overviews = super().create(vals_list)
        overviews.filtered(lambda o: not o.line_ids)._add_missing_tasks()
        self.invalidate_model(["in_force"])
        return overviews

    def write(self, vals):
        self.check_access("write")
        for field in ("company_id", "kind"):
            if field in vals and any(
                overview._fields[field].convert_to_write(overview[field], overview)
                != vals[field]
                for overview in self
            ):
                raise UserError(
                    self.env._(
                        "The school and the kind of an overview are fixed. Copy the "
                        "overview to another school or kind instead."
                    )
                )
        if not self.env.su:
            if "state" in vals:
                raise UserError(
                    self.env._("Use the buttons to activate or archive an overview.")
                )
            if {"school_year", "note", "line_ids"} & vals.keys():
                self._check_editable()
        result = super().write(vals)
        if {"school_year", "state"} & vals.keys():
            # One sheet in force takes the place of another.
            self.invalidate_model(["in_force"])
        return result

    # --- actions ---

    def _form_action(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
        }

    def action_open_lines(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "ict_coordination.ict_overview_line_action"
        )
        action["domain"] = [("overview_id", "=", self.id)]
        action["context"] = {"default_overview_id": self.id}
        action["display_name"] = self.display_name
        return action

    def action_open_allocations(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "ict_coordination.ict_allocation_action"
        )
        action["domain"] = [("overview_id", "=", self.id)]
        action["context"] = {}
        action["display_name"] = self.display_name
        return action

    def action_copy_wizard(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "ict_coordination.ict_overview_copy_action"
        )
        action["context"] = {"default_source_id": self[:1].id}
        return action
