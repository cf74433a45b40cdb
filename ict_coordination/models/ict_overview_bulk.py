from odoo import models
from odoo.tools import SQL, ormcache

# What the bulk statements know: stored columns and the checks they repeat. An addon
# that adds more gets the slower way through create and write.
COLUMNS = {
    "ict.overview.line": {
        *("overview_id", "task_id", "task_sequence", "cluster_id", "company_id"),
        *("kind", "state", "applicable", "level", "priority", "note", "hours"),
        *("unknown_hours_count", "person_count", "coverage", "has_decider"),
        *("has_contact", "create_uid", "create_date", "write_uid", "write_date"),
    },
    "ict.allocation": {
        *("line_id", "member_id", "hours", "certainty", "unknown_hours", "decides"),
        *("executes", "steers", "contact", "funding_id", "note", "overview_id"),
        *("task_id", "cluster_id", "company_id", "school_group_id", "kind", "state"),
        *("level", "priority", "employee_id", "agreement_state"),
        *("create_uid", "create_date", "write_uid", "write_date"),
    },
}
CHECKS = {
    "_check_priority_of_target",
    "_check_not_applicable_is_empty",
    "_check_member_scope",
    "_check_line_applicable",
}


class IctOverview(models.Model):
    """Lines and people of a sheet in a few statements instead of record by record."""

    _inherit = "ict.overview"

    def _bulk_begin(self):
        """Return whether rows may be written in bulk; if so, all is in the database."""
        complete, _stale = self._bulk_scope()
        if complete:
            self.env.flush_all()
        return complete

    def _bulk_lock(self):
        """Make two who write many rows of this sheet wait for each other.

        The second one is then tried again by Odoo, and sees what the first one did.
        """
        self.env.cr.execute(
            SQL(
                "UPDATE ict_overview SET write_uid = %s, write_date = %s WHERE id = %s",
                self.env.uid,
                self.env.cr.now(),
                self.id,
            ),
            # To come second is no error: Odoo would log it as one.
            log_exceptions=False,
        )

    def _bulk_end(self):
        """Forget what the cache knew of the rows that were written."""
        _complete, stale = self._bulk_scope()
        for model, names in stale:
            self.env[model].invalidate_model(names, flush=False)

    @ormcache()
    def _bulk_scope(self):
        """Return ``(whether COLUMNS and CHECKS are complete, what becomes stale)``.

        The second is ``((model, (field, ...)), ...)``.
        """
        complete, stale = True, {"ict.overview": {"write_uid", "write_date"}}
        for model_name, columns in COLUMNS.items():
            model = self.env[model_name]
            checks = {check.__name__ for check in model._constraint_methods}
            complete &= checks <= CHECKS
            for name, field in model._fields.items():
                stale.setdefault(model_name, set()).add(name)
                stored = field.store and field.column_type and name != "id"
                if stored and name not in columns:
                    needs_more = field.compute or field.default or field.required
                    complete &= not needs_more
                for other in self.pool.get_dependent_fields(field):
                    known = other.name in COLUMNS.get(other.model_name, ())
                    complete &= known or not (other.store and other.column_type)
                    stale.setdefault(other.model_name, set()).add(other.name)
                for other in self.pool.field_inverses[field]:
                    stale.setdefault(other.model_name, set()).add(other.name)
        return complete, tuple(
            (model_name, tuple(sorted(names - {"id"})))
            for model_name, names in sorted(stale.items())
        )

    def _write_in_bulk(self, changes, line_ids, removed, line_values, entry_values):
        """Write the changes of this overview: see ``_apply_changes``."""
        line, allocation = self.env["ict.overview.line"], self.env["ict.allocation"]
        is_active = self.state == "active"
        self._bulk_lock()
        corrections = []
        changed = allocation.browse(entry_values)
        before = {a: a.display_name for a in changed} if is_active else {}
        if removed:
            if is_active:
                corrections += [
                    (a.task_id.name, self.env._("Removed: %s", a.display_name))
                    for a in removed
                ]
            # Not their own unlink, which would write a message of its own.
            models.BaseModel.unlink(removed)
            self.env.flush_all()
        if changes.new_lines:
            created = line._bulk_insert(self, changes.new_lines)
            line_ids |= dict(zip(changes.new_lines, created.ids, strict=True))
        if line_values:
            line._bulk_update(self, line_values)
            # Before new people come: those copy the new values themselves.
            line.browse(
                line_id
                for line_id, (_line, values) in line_values.items()
                if {"level", "priority"} & values.keys()
            )._bulk_copy_down(self)
        added = allocation.browse()
        if changes.added:
            added = allocation._bulk_insert(
                self,
                {
                    (line_ids[task], member): entry
                    for (task, member), entry in changes.added.items()
                },
            )
        if entry_values:
            allocation._bulk_update(
                self, {key: entry for key, (entry, _) in entry_values.items()}
            )
        tasks = {change.task for change in changes.changed}
        tasks.update(task for task, _member in (*changes.added, *changes.removed))
        touched = line.browse(line_ids[task] for task in sorted(tasks))
        touched._bulk_refresh()
        self._grid_changed(touched.ids)
        if is_active:
            self._bulk_end()
            corrections += [
                (
                    a.task_id.name,
                    self.env._(
                        "%(before)s → %(after)s",
                        before=before[a],
                        after=a.display_name,
                    ),
                )
                for a in changed
            ]
            corrections += [
                (a.task_id.name, self.env._("New: %s", a.display_name)) for a in added
            ]
            if corrections:
                self._log_corrections(corrections)
