from odoo import api, fields, models
from odoo.exceptions import RedirectWarning, UserError

from ..models.ict_overview import KINDS


class IctYearCloseSchool(models.TransientModel):
    """One school in the dialog: what will happen, whether it shall, what happened."""

    _name = "ict.year.close.school"
    _description = "Close the school year of one school"

    close_id = fields.Many2one(
        "ict.year.close", "Dialog", required=True, ondelete="cascade"
    )
    company_id = fields.Many2one("res.company", "School", required=True)
    selected = fields.Boolean(
        "Chosen", compute="_compute_selected", store=True, readonly=False
    )
    now_text = fields.Text("Now", compute="_compute_plan")
    steps_text = fields.Text("What will happen", compute="_compute_plan")
    warning_text = fields.Text("Look at this first", compute="_compute_plan")
    is_possible = fields.Boolean(compute="_compute_plan")
    outcome = fields.Selection(
        [("done", "Closed"), ("unchanged", "No change"), ("refused", "Refused")],
        readonly=True,
    )
    outcome_text = fields.Text("What happened", readonly=True)
    current_id = fields.Many2one("ict.overview", "New current situation", readonly=True)
    target_id = fields.Many2one("ict.overview", "New target", readonly=True)

    # --- computes ---

    @api.depends("close_id.school_year", "company_id")
    def _compute_selected(self):
        for row in self:
            row.selected = row.is_possible

    @api.depends(
        "company_id",
        "close_id.school_year",
        "close_id.start_from",
        "close_id.new_target",
        "close_id.activate",
    )
    @api.depends_context("lang")
    def _compute_plan(self):
        for close, rows in self.grouped("close_id").items():
            sheets = close._sheets(rows.company_id)
            progress = self.env["ict.overview.line"]._plan_progress(rows.company_id.ids)
            for row in rows:
                found = sheets[row.company_id.id]
                row.now_text = row._now_text(found)
                row.steps_text = "\n".join(row._step_texts(found))
                plan = progress.get(row.company_id.id)
                row.warning_text = "\n".join(row._warning_texts(found, plan))
                row.is_possible = bool(row._to_archive(found) or row._sources(found))

    # --- the rule: what happens to the sheets of one school ---

    def _to_archive(self, sheets):
        """Return the sheets of the year that are not history yet."""
        return self.env["ict.overview"].union(
            *(sheet for sheet in sheets.closing.values() if sheet.state != "archived")
        )

    def _sources(self, sheets):
        """Return ``{kind of the new sheet: what it is a copy of}``.

        Not of what the next year has already: that is left alone.
        """
        close, closing = self.close_id, sheets.closing
        first, second = (
            ("current", "target")
            if close.start_from == "current"
            else ("target", "current")
        )
        sources = {
            "current": closing.get(first)
            # a target is no current situation unless somebody chose that
            or (closing.get(second) if first == "target" else None),
            "target": closing.get("target") if close.new_target else None,
        }
        return {
            kind: source
            for kind, source in sources.items()
            if source and kind not in sheets.coming
        }

    # --- in words ---

    def _labels(self):
        env, overview = self.env, self.env["ict.overview"]
        return (
            dict(overview._fields["kind"]._description_selection(env)),
            dict(overview._fields["state"]._description_selection(env)),
        )

    def _now_text(self, sheets):
        kinds, states = self._labels()
        return "\n".join(
            self.env._(
                "%(kind)s: %(state)s",
                kind=kinds[kind],
                state=states[sheets.closing[kind].state].lower(),
            )
            for kind, _label in KINDS
            if kind in sheets.closing
        ) or self.env._("No overview of %s", self.close_id.school_year)

    def _step_texts(self, sheets):
        """Return what will happen, a sentence each."""
        kinds, _states = self._labels()
        year = self.close_id.next_year
        texts = []
        if archived := self._to_archive(sheets):
            names = [kinds[kind].lower() for kind in archived.mapped("kind")]
            texts.append(self.env._("Archive: %s.", ", ".join(names)))
        sources = self._sources(sheets)
        if source := sources.get("current"):
            texts.append(
                self.env._("New current situation of %s, from the target.", year)
                if source.kind == "target"
                else self.env._(
                    "New current situation of %s, a copy of the current one.", year
                )
            )
            if self.close_id.activate:
                texts.append(self.env._("It is activated."))
        if "target" in sources:
            texts.append(
                self.env._(
                    "New target of %s, a copy of this one; what was planned goes on "
                    "there.",
                    year,
                )
            )
        texts += [
            self.env._("“%s” exists already and is left alone.", sheet.display_name)
            for sheet in sheets.coming.values()
        ]
        return texts or [self.env._("Nothing to close.")]

    def _warning_texts(self, sheets, plan):
        """Return what somebody should look at before, a sentence each.

        :param plan: the :class:`PlanProgress` of the sheets in force, or None
        """
        texts = []
        current = sheets.closing.get("current")
        if current and current.state == "draft":
            texts.append(self.env._("The current situation was never activated."))
        if "target" in sheets.closing and not current:
            texts.append(self.env._("There is no current situation of this year."))
        if current and "target" not in sheets.closing:
            texts.append(self.env._("There is no target."))
        in_force = all(sheet.in_force for sheet in sheets.closing.values())
        if plan and plan.todo and in_force:
            texts.append(
                self.env._("Tasks on which the target is not reached: %s.", plan.todo)
            )
            if self._sources(sheets).get("current", current) != current:
                texts.append(
                    self.env._("The new current situation would say that it is.")
                )
        return texts

    # --- doing it ---

    def _close(self):
        """Close the year of this school, or note why that was refused."""
        self.ensure_one()
        try:
            with self.env.cr.savepoint():
                values = self._close_school()
        except (UserError, RedirectWarning) as refused:
            values = {"outcome": "refused", "outcome_text": refused.args[0]}
        self.write(values)

    def _close_school(self):
        """Archive, copy, activate; return what to note.

        :raise UserError: a sheet may not be archived, or somebody is changing it
        """
        sheets = self.close_id._sheets(self.company_id)[self.company_id.id]
        archived, sources = self._to_archive(sheets), self._sources(sheets)
        for sheet in sheets.closing.values():
            # Of two who close the same year the second one is tried again, and then
            # sees what the first one made.
            sheet._check_director()
            sheet._bulk_lock()
        archived.action_archive_overview()
        made = {
            kind: source._copy_to(
                self.company_id,
                kind,
                self.close_id.next_year,
                with_people=self.close_id.with_people,
                with_hours=self.close_id.with_people and self.close_id.with_hours,
            )
            for kind, source in sources.items()
        }
        if "target" in made:
            sources["target"].line_ids._plan_go_on_in(made["target"])
        if "current" in made and self.close_id.activate:
            made["current"].with_context(ict_ask_later=True).action_activate()
        texts = [
            self.env._("Archived: %s.", ", ".join(archived.mapped("display_name")))
        ] * bool(archived)
        texts += [
            self.env._("“%s” existed already.", sheet.display_name)
            for sheet in sheets.coming.values()
        ]
        return {
            "outcome": "done" if archived or made else "unchanged",
            "outcome_text": "\n".join(texts),
            **{f"{kind}_id": sheet.id for kind, sheet in made.items()},
        }

    def action_open_current(self):
        return self.current_id._form_action()

    def action_open_target(self):
        return self.target_id._form_action()
