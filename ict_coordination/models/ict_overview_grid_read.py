from odoo import api, models
from odoo.exceptions import MissingError
from odoo.fields import Domain

from ..grid.values import cell_json, is_id, iso_time
from ..tools.plain_rows import read_rows
from .ict_allocation import MANDATES

CELL_FIELDS = [
    *("line_id", "member_id", "hours", "certainty", "funding_id", "note"),
    *("write_uid", "write_date", *MANDATES),
]
LINE_FIELDS = ["id", "task_id", "cluster_id", "applicable", "level", "priority", "note"]


class IctOverview(models.Model):
    """What the hours grid shows of a sheet, as plain values for the browser.

    Everything is read with the rights of the reader, in a number of queries that does
    not depend on the number of tasks and people.
    """

    _inherit = "ict.overview"

    # --- RPC ---

    @api.readonly
    def grid_read(self):
        """Return all that the grid needs to open: sheet, tasks, people and cells.

        The values are those of ``grid/values.py``; hours a week, ``None`` where they
        are unknown.

        :raise AccessError: the user may not read this overview
        """
        self._grid_check_read()
        lines = self._grid_lines()
        cells = self._grid_cells()
        peer = self._grid_peer()
        return {
            "overview": {
                "id": self.id,
                "name": self.display_name,
                "kind": self.kind,
                "school": self.company_id.name,
                "school_year": self.school_year,
                "company": self.company_id.id,
                "hours_available": self.hours_available,
                "state": self.state,
            },
            **self._grid_permissions(),
            "clusters": self._grid_clusters({line["cluster"] for line in lines}),
            "lines": lines,
            "members": self._grid_members(),
            "cells": cells,
            "fundings": self._grid_fundings({cell["funding"] for cell in cells}),
            "peer": peer._grid_label() if peer else None,
        }

    @api.readonly
    def grid_changes(self, line_ids=False):
        """Return what stands on these lines now, with all of their cells.

        :param line_ids: ids of lines of this sheet, false for all of them; others are
            left out
        :return: with ``state`` false when the overview was deleted
        """
        try:
            self._grid_check_read()
            return self._grid_state(line_ids)
        except MissingError:
            if self.exists():
                raise
            return self._grid_gone()

    # --- parts ---

    def _grid_gone(self):
        """Return the state of an overview that was deleted while somebody had it open.

        Their page then says so, and shows apart what it could not save.
        """
        return {
            "state": False,
            "can": {"cells": False, "lines": False, "people": False},
            "why_not": self.env._(
                "This overview was deleted. Nothing can be saved in it any more."
            ),
            "lines": [],
            "cells": [],
            "members": [],
        }

    def _grid_check_read(self):
        self.ensure_one()
        self.check_access("read")

    def _grid_state(self, line_ids=False):
        """Return the part of the grid that can change while it is open."""
        if line_ids is not False:
            listed = line_ids if isinstance(line_ids, list) else []
            line_ids = [one for one in listed if is_id(one)]
        return {
            "state": self.state,
            **self._grid_permissions(),
            "lines": self._grid_lines(line_ids),
            "cells": self._grid_cells(line_ids),
            "members": self._grid_members(),
        }

    def _grid_permissions(self):
        """Return ``can`` and ``why_not``: what the screen offers to this user.

        The rules and ``_check_editable`` decide when something is written.
        """
        draft = self.state == "draft"
        lines = draft and self.has_access("write")
        cells = lines or (draft and self.env.user.has_group("hr.group_hr_user"))
        return {
            "can": {"cells": cells, "lines": lines, "people": lines},
            "why_not": "" if cells else self._grid_why_not(),
        }

    def _grid_why_not(self):
        """Say why nothing can be changed here, and what to do about it."""
        if self.state == "draft":
            return self.env._(
                "You may read this overview. Its coordinators and directors change it."
            )
        if self.state == "archived":
            return self.env._("This overview is archived: it is kept as it was.")
        if self.env.user._ict_is_director_of(self.company_id):
            return self.env._(
                "This overview is active. Set it back to draft, or correct a task "
                "behind “Covered”."
            )
        if self.env.user.has_group("hr.group_hr_user"):
            return self.env._(
                "This overview is active. Correct the hours of a person in the list "
                "behind the button with all hours."
            )
        return self.env._(
            "This overview is active. Ask the director to set it back to draft, or "
            "copy it."
        )

    def _grid_lines(self, line_ids=False):
        """Return the lines in the order of the sheet, tasks in the user's language."""
        rows = list(
            read_rows(
                self.env["ict.overview.line"],
                self._grid_domain("id", line_ids),
                LINE_FIELDS,
                "task_sequence, id",
            )
        )
        # Whoever reads a line reads the name of its task.
        tasks = {
            task["id"]: task
            for task in read_rows(
                self.env["ict.task"].sudo().with_context(active_test=False),
                [("id", "in", [row["task_id"] for row in rows])],
                ["id", "name", "is_core"],
                "id",
            )
        }
        return [
            {
                "id": row["id"],
                "task": row["task_id"],
                "cluster": row["cluster_id"],
                "name": tasks[row["task_id"]]["name"],
                "core": bool(tasks[row["task_id"]]["is_core"]),
                "applicable": bool(row["applicable"]),
                "level": row["level"],
                "priority": row["priority"],
                "note": row["note"] or "",
            }
            for row in rows
        ]

    def _grid_cells(self, line_ids=False):
        """Return who is on these lines, with who wrote it and when."""
        rows = list(
            read_rows(
                self.env["ict.allocation"],
                self._grid_domain("line_id", line_ids),
                CELL_FIELDS,
                "id",
            )
        )
        names = self._grid_user_names({row["write_uid"] for row in rows})
        return [
            {
                "line": row["line_id"],
                "member": row["member_id"],
                **cell_json(row),
                "by": names.get(row["write_uid"], ""),
                "on": iso_time(row["write_date"]),
            }
            for row in rows
        ]

    def _grid_domain(self, field, line_ids):
        domain = [("overview_id", "=", self.id)]
        return domain if line_ids is False else [*domain, (field, "in", line_ids)]

    def _grid_user_names(self, user_ids):
        """Return ``{user id: name}``; who wrote a sheet is no secret to its readers."""
        users = self.env["res.users"].sudo().with_context(active_test=False)
        ids = [user_id for user_id in user_ids if user_id]
        rows = read_rows(users, [("id", "in", ids)], ["id", "name"], "id")
        return {row["id"]: row["name"] for row in rows}

    def _grid_clusters(self, cluster_ids):
        rows = read_rows(
            self.env["ict.cluster"].sudo().with_context(active_test=False),
            [("id", "in", list(cluster_ids))],
            ["id", "name", "short_name"],
        )
        return [
            {
                "id": row["id"],
                "name": row["name"],
                "short": row["short_name"] or row["name"],
            }
            for row in rows
        ]

    def _grid_fundings(self, used):
        """Return the fundings to choose from, and those that were chosen before."""
        rows = read_rows(
            self.env["ict.funding"].with_context(active_test=False),
            Domain("active", "=", True) | Domain("id", "in", list(used - {None})),
            ["id", "name", "short_name"],
        )
        return [
            {
                "id": row["id"],
                "name": row["name"],
                "mark": row["short_name"] or row["name"],
            }
            for row in rows
        ]
