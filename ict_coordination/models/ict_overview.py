from odoo import api, fields, models
from odoo.exceptions import RedirectWarning, UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import SQL

from ..tools.school_year import is_school_year, school_year_of
from ..workbook.hours import Hours

KINDS = [("current", "Current situation"), ("target", "Target")]
STATES = [("draft", "Draft"), ("active", "Active"), ("archived", "Archived")]


class IctOverview(models.Model):
    """One sheet: one school (or the group), one kind, one school year."""

    _name = "ict.overview"
    _description = "ICT task overview"
    _inherit = ["mail.thread", "mail.activity.mixin"]
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

    covered_count = fields.Integer("Covered", compute="_compute_progress")
    open_count = fields.Integer("Open", compute="_compute_progress")
    not_applicable_count = fields.Integer(
        "Not applicable", compute="_compute_progress"
    )
    short_left = fields.Integer("ST left", compute="_compute_progress")
    long_left = fields.Integer("LT left", compute="_compute_progress")
    hours = fields.Float(compute="_compute_progress", digits=(8, 2))
    unknown_hours_count = fields.Integer("Without hours", compute="_compute_progress")
    hours_text = fields.Char("Hours in words", compute="_compute_progress")
    hours_available = fields.Float(
        "Available",
        compute="_compute_hours_available",
        digits=(8, 2),
        help="The ICT hours of the school's team; without them the budget of ICT "
        "hours of the school.",
    )

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

    @api.depends(
        "line_ids.coverage",
        "line_ids.priority",
        "line_ids.hours",
        "line_ids.unknown_hours_count",
    )
    @api.depends_context("lang")
    def _compute_progress(self):
        """Counters of the kanban card: one query for all cards."""
        lines = {}
        for overview, coverage, priority, count, hours, unknown in self.env[
            "ict.overview.line"
        ]._read_group(
            [("overview_id", "in", self.ids)],
            ["overview_id", "coverage", "priority"],
            ["__count", "hours:sum", "unknown_hours_count:sum"],
        ):
            lines.setdefault(overview.id, []).append(
                (coverage, priority, count, Hours(hours, unknown))
            )
        for overview in self:
            rows = lines.get(overview._origin.id, [])

            def count_of(*coverages, priority=None, rows=rows):
                return sum(
                    count
                    for coverage, line_priority, count, _hours in rows
                    if coverage in coverages
                    and (priority is None or line_priority == priority)
                )

            total = sum((hours for *_key, hours in rows), Hours())
            overview.covered_count = count_of("single", "team")
            overview.open_count = count_of("open")
            overview.not_applicable_count = count_of("not_applicable")
            overview.short_left = count_of("open", priority="short")
            overview.long_left = count_of("open", priority="long")
            overview.hours = total.known
            overview.unknown_hours_count = total.unknown_count
            overview.hours_text = total.format(self.env.lang)

    @api.depends("company_id")
    def _compute_hours_available(self):
        team_hours = {
            company.id: hours
            for company, hours in self.env["ict.team.member"]._read_group(
                [("company_id", "in", self.company_id.ids)],
                ["company_id"],
                ["hours_available:sum"],
            )
        }
        for overview in self:
            overview.hours_available = (
                team_hours.get(overview.company_id.id)
                or overview.company_id.ict_hours_budget
            )

    # --- constraints ---

    @api.constrains("school_year")
    def _check_school_year(self):
        for overview in self:
            if not is_school_year(overview.school_year):
                raise ValidationError(
                    self.env._(
                        "“%s” is no school year. Write two years in a row, such as "
                        "2026-2027.",
                        overview.school_year,
                    )
                )

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
                    "This school was deleted in the meantime. Reload the page and choose "
                    "another school."
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
                raise RedirectWarning(
                    self.env._(
                        "%(school)s has an active overview of this kind already: "
                        "“%(other)s”. Archive that one first; it is kept as history.",
                        school=overview.company_id.name,
                        other=other.display_name,
                    ),
                    other._form_action(),
                    self.env._("Open the active overview"),
                )
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

    # --- lines ---

    def action_add_missing_tasks(self):
        """Add the tasks of the catalogue that came after this sheet was made."""
        self._check_editable()
        count = self._add_missing_tasks()
        message = (
            self.env._("%s tasks added.", count)
            if count
            else self.env._("Nothing to add: every task of the catalogue is here.")
        )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success" if count else "info",
                "message": message,
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def _add_missing_tasks(self):
        """Create a line for every task of the school that has none; return how many."""
        vals_list = []
        for company, overviews in self.grouped("company_id").items():
            tasks = self.env["ict.task"].search(
                self.env["ict.task"]._domain_for_school(company)
            )
            for overview in overviews:
                vals_list += [
                    {
                        "overview_id": overview.id,
                        "task_id": task.id,
                        "applicable": task._applies_to(company),
                    }
                    for task in tasks - overview.line_ids.task_id
                ]
        self.env["ict.overview.line"].create(vals_list)
        return len(vals_list)

    # --- copy ---

    def _copy_to(self, company, kind, school_year, with_people=True, with_hours=True):
        """Return a new draft with the content of this sheet.

        Tasks that the other school does not have are left out, its own tasks are
        added. Priorities are kept in targets only. People go along as far as they
        may work in the other school. Runs with the rights of the caller.
        """
        self.ensure_one()
        copy = self.create(
            {"company_id": company.id, "kind": kind, "school_year": school_year}
        )
        copy.note = self.note
        source_lines = self.line_ids.grouped("task_id")
        vals_list = []
        for line in copy.line_ids:
            source = source_lines.get(line.task_id)
            if not source:
                continue
            applicable = source.applicable
            if company != self.company_id:
                # What the type of the first school ruled out may apply here.
                ruled_out = not source.task_id._applies_to(self.company_id)
                applicable = line.applicable and (applicable or ruled_out)
            line.write(
                {
                    "level": source.level,
                    "note": source.note,
                    "applicable": applicable,
                    "priority": source.priority if kind == "target" else False,
                }
            )
            if with_people and line.applicable:
                vals_list += source.allocation_ids._copy_vals(line, with_hours)
        self.env["ict.allocation"].create(vals_list)
        copy.message_post(
            body=self.env._("Copied from “%s”.", self.display_name),
            subtype_xmlid="mail.mt_note",
        )
        return copy

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
