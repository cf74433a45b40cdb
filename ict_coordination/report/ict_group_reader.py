from odoo import api, models
from odoo.fields import Domain

from ..coverage.choosing import SheetHead
from ..coverage.result import MapCluster, MapSchool, MapSheet, MapTask
from ..tools.plain_rows import read_rows
from ..workbook.model import SHEET_KINDS

HEAD_FIELDS = ("id", "company_id", "kind", "school_year", "state")


class IctGroupReader(models.AbstractModel):
    """What the coverage map, the insights and the start page know of a school group.

    The sheets, the schools and the catalogue as plain values, read with the rights of
    the reader: one query per table, however many schools there are.
    """

    _name = "ict.group.reader"
    _description = "ICT reader of a school group"

    @api.model
    def _check_reader(self):
        """Raise AccessError unless the user may read overviews and their lines."""
        for model in ("ict.overview", "ict.overview.line"):
            self.env[model].check_access("read")

    @api.model
    def _read_heads(self):
        """Return the :class:`SheetHead` of every sheet that the user may read."""
        rows = read_rows(self.env["ict.overview"], [], HEAD_FIELDS, "id")
        return [SheetHead._make(row.values()) for row in rows]

    @api.model
    def _read_schools(self, heads, chosen, filled=None):
        """Return the schools whose sheets this user may read, also without a sheet.

        The rules of the overviews, asked of their school, tell which schools these are.

        :param heads: all sheets; see ``_read_heads``
        :param chosen: ``{(school id, kind): SheetHead}``, the sheets that are shown
        :param filled: ``{sheet id: (hours, without hours, cells)}``
        """
        rules = self.env["ir.rule"]._compute_domain("ict.overview")
        with_sheets = Domain("id", "in", list({head.school for head in heads}))
        rows = list(
            read_rows(
                self.env["res.company"],
                rules.map_conditions(_asked_of_school) | with_sheets,
                ["id", "name", "ict_school_type", "school_group_id"],
            )
        )
        groups = {
            row["school_group_id"]
            for row in rows
            if row["school_group_id"] != row["id"]
        }
        types = dict(
            self.env["res.company"]
            ._fields["ict_school_type"]
            ._description_selection(self.env)
        )
        sheets = {
            place: MapSheet(
                head.id, head.state, head.school_year, *(filled or {}).get(head.id, ())
            )
            for place, head in chosen.items()
        }
        return tuple(
            MapSchool(
                id=row["id"],
                name=row["name"],
                type=row["ict_school_type"],
                type_label=types.get(row["ict_school_type"], ""),
                is_group=row["ict_school_type"] == "group" or row["id"] in groups,
                sheets={
                    kind: sheets[row["id"], kind]
                    for kind in SHEET_KINDS
                    if (row["id"], kind) in sheets
                },
            )
            for row in rows
        )

    @api.model
    def _read_tasks(self, task_ids, single_schools=frozenset()):
        """Return the tasks in the order of the catalogue, in the user's language."""
        # Whoever reads a line reads the name of its task.
        tasks = self.env["ict.task"].sudo().with_context(active_test=False)
        names = ["id", "name", "cluster_id", "is_core", "company_id"]
        return tuple(
            MapTask(
                id=row["id"],
                name=row["name"],
                cluster=row["cluster_id"],
                core=bool(row["is_core"]),
                own=row["company_id"] if row["company_id"] in single_schools else None,
            )
            for row in read_rows(tasks, [("id", "in", list(task_ids))], names)
        )

    @api.model
    def _read_clusters(self, cluster_ids):
        clusters = self.env["ict.cluster"].sudo().with_context(active_test=False)
        return tuple(
            MapCluster(row["id"], row["name"], row["short_name"] or row["name"])
            for row in read_rows(
                clusters,
                [("id", "in", list(cluster_ids))],
                ["id", "name", "short_name"],
            )
        )


def _asked_of_school(condition):
    """Turn a condition on the school of a sheet into one on the school itself.

    What is asked of the sheet alone cannot be said of a school without one.
    """
    field, _dot, rest = condition.field_expr.partition(".")
    if field != "company_id":
        return Domain.FALSE
    return Domain(rest or "id", condition.operator, condition.value)
