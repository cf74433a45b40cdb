from psycopg2.errors import UniqueViolation

from odoo import models
from odoo.exceptions import ConcurrencyError, MissingError
from odoo.http import SessionExpiredException
from odoo.tools import SQL

from ..grid.changed import changes_between
from ..grid.desk import Sheet
from ..grid.edits import read_edits
from ..grid.settle import settle
from ..grid.values import CellValue, clean_text, iso_time
from ..tools.plain_rows import read_rows


class IctOverview(models.Model):
    """The hours grid saves: a batch of edits in one transaction, one answer for each.

    What somebody else changed in the meantime is never overwritten: see
    ``grid/settle.py``.
    """

    _inherit = "ict.overview"

    # --- RPC ---

    def grid_write(self, edits, origin=False):
        """Save edits of cells and lines; return ``grid_changes`` and the results.

        The shapes are those of ``grid/edits.py`` and ``grid/settle.py``. An edit that
        cannot be made is answered, and stops no other one. An edit that was made
        already is saved, so that a request may be repeated.

        :param edits: list of edits; what a client sends is not trusted
        :param origin: a name that the client made up; it comes back in the message
            about these changes
        :return: ``{state, can, why_not, lines, cells, members, results}``, lines and
            cells of all lines that the edits speak of
        :raise AccessError: the user may not read this overview
        :raise SessionExpiredException: see ``_grid_check_user``
        """
        self._grid_check_user()
        edits = read_edits(edits)
        try:
            return self._grid_write(edits, origin)
        except MissingError:
            if self.exists():
                raise
            gone = self._grid_gone()
            return {**gone, "results": _refused(edits, gone["why_not"])}

    def _grid_check_user(self):
        """Check that the page is one of this user.

        Who logs in in another tab takes the session of all tabs along: what one person
        typed would be saved in the name of another.

        :raise SessionExpiredException: the page is somebody else's, who is told to log
            in again; nothing typed is lost
        """
        page_user = self.env.context.get("uid")
        if page_user and page_user != self.env.uid:
            raise SessionExpiredException("Another user logged in")

    def _grid_write(self, edits, origin):
        self._grid_check_read()
        self = self.with_context(
            ict_grid_origin=origin if isinstance(origin, str) else False
        )
        may = self._grid_permissions()
        if may["can"]["cells"]:
            # First of all: who comes second sees what the first one wrote.
            self._bulk_lock()
            self.invalidate_recordset(["state", "write_uid", "write_date"], flush=False)
            may = self._grid_permissions()
        if may["can"]["cells"]:
            results = self._grid_settle(edits, may["can"]["lines"])
        else:
            results = _refused(edits, may["why_not"])
        touched = {edit.line for edit in edits if edit.line}
        return {**self._grid_state(sorted(touched)), "results": results}

    # --- settle and write ---

    def _grid_settle(self, edits, may_change_lines):
        """Write what can be written; return the results as JSON."""
        snapshot, line_ids, allocation_ids = sheet = self._read_sheet()
        before = self._grid_sheet(snapshot, line_ids)
        after = before.duplicate()
        outcomes = settle(after, edits, self._grid_desk(may_change_lines))
        stamps = self._grid_stamps({one.conflict for one in outcomes if one.conflict})
        task_of = {line: task for task, line in line_ids.items()}
        changes, notes = changes_between(before, after, task_of)
        if changes:
            try:
                self._apply_changes(changes, *sheet)
            except UniqueViolation as error:
                # Somebody put this person on this task in another screen: try again.
                raise ConcurrencyError(str(error)) from error
        if notes:
            self._grid_write_notes(notes, allocation_ids, task_of)
        return [{**one.as_json(), **stamps.get(one.conflict, {})} for one in outcomes]

    def _grid_sheet(self, snapshot, line_ids):
        """Return the snapshot by lines, with the remarks that it does not have."""
        notes = {
            (row["line_id"], row["member_id"]): clean_text(row["note"])
            for row in read_rows(
                self.env["ict.allocation"],
                [("overview_id", "=", self.id), ("note", "!=", False)],
                ["line_id", "member_id", "note"],
                "id",
            )
        }
        cells = {}
        for (task, member), entry in snapshot.entries.items():
            key = line_ids[task], member
            cells[key] = CellValue(entry, notes.get(key, ""))
        lines = {line_ids[task]: line for task, line in snapshot.lines.items()}
        return Sheet(self.kind, lines, cells)

    def _grid_stamps(self, conflicts):
        """Return ``{(line, member or None): who changed it last, and when}``.

        Whoever took somebody off a task was the last one who changed the line.
        """
        if not conflicts:
            return {}
        lines = [line for line, _member in conflicts]
        stamps = {}
        for model, field in (
            ("ict.overview.line", "id"),
            ("ict.allocation", "line_id"),
        ):
            names = {"write_uid", "write_date", field, "id"}
            if field == "line_id":
                names.add("member_id")
            for row in read_rows(
                self.env[model],
                [("overview_id", "=", self.id), (field, "in", lines)],
                sorted(names),
                "id",
            ):
                stamps[row[field], row.get("member_id")] = row
        names = self._grid_user_names({row["write_uid"] for row in stamps.values()})
        found = {}
        for line, member in conflicts:
            row = stamps.get((line, member)) or stamps[line, None]
            found[line, member] = {
                "by": names.get(row["write_uid"], ""),
                "on": iso_time(row["write_date"]),
            }
        return found

    def _grid_write_notes(self, notes, allocation_ids, task_of):
        """Write the remarks of people on tasks: ``{(line, member): text}``.

        A workbook has no place for them, so that the changes of an import have none.
        """
        allocation = self.env["ict.allocation"]
        known = [
            allocation_ids[task_of[line], member]
            for line, member in notes
            if (task_of[line], member) in allocation_ids
        ]
        # New ones were checked when they came.
        allocation.browse(known).check_access("write")
        self._check_editable()
        if not self._bulk_begin():
            self._grid_write_notes_by_record(notes)
            return
        self.env.execute_query(
            SQL(
                """
                UPDATE ict_allocation a
                SET note = v.note, write_uid = %(uid)s, write_date = %(now)s
                FROM unnest(%(lines)s::int[], %(members)s::int[], %(notes)s::text[])
                    AS v(line_id, member_id, note)
                WHERE a.overview_id = %(overview)s AND a.line_id = v.line_id
                    AND a.member_id = v.member_id
                RETURNING a.id
                """,
                overview=self.id,
                lines=[line for line, _member in notes],
                members=[member for _line, member in notes],
                notes=[note or None for note in notes.values()],
                uid=self.env.uid,
                now=self.env.cr.now(),
            )
        )
        allocation.invalidate_model(["note", "write_uid", "write_date"], flush=False)
        self._grid_changed({line for line, _member in notes})

    def _grid_write_notes_by_record(self, notes):
        """For databases in which addons extended the models."""
        for (line, member), note in notes.items():
            self.env["ict.allocation"].search(
                [("line_id", "=", line), ("member_id", "=", member)]
            ).write({"note": note or False})


def _refused(edits, message):
    """Return the results of edits of which none can be made."""
    return [
        {"key": edit.key, "status": "refused", "message": message} for edit in edits
    ]
