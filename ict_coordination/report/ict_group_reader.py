from typing import NamedTuple

from odoo import api, models
from odoo.fields import Domain

from ..coverage.choosing import SheetHead
from ..coverage.result import MapCluster, MapTask
from ..tools.plain_rows import read_rows, read_tuples
from ..workbook.model import SHEET_KINDS

HEAD_FIELDS = ("id", "company_id", "kind", "school_year", "state")


class GroupSchool(NamedTuple):
    """A school or the group itself; ``sheets``: {kind: its sheet that is shown}."""

    id: int
    name: str
    type: str | None
    type_label: str
    is_group: bool
    sheets: dict[str, SheetHead]


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
        rows = read_tuples(self.env["ict.overview"], [], HEAD_FIELDS, "id")
        return list(map(SheetHead._make, rows))

    @api.model
    def _read_schools(self, heads, chosen):
        """Return the schools whose sheets this user may read, also without a sheet.

        The rules of the overviews, asked of their school, tell which schools these are.

        :param heads: all sheets; see ``_read_heads``
        :param chosen: ``{(school id, kind): SheetHead}``, the sheets that are shown
        :return: a tuple of :class:`GroupSchool`, in the order of the companies
        """
        companies = self.env["res.company"]
        rules = self.env["ir.rule"]._compute_domain("ict.overview")
        names = ["id", "name", "ict_school_type", "school_group_id"]
        asked = rules.map_conditions(_asked_of_school)
        rows = read_tuples(companies, asked, names)
        with_sheets = {head.school for head in heads}
        if with_sheets.difference([row[0] for row in rows]):
            # A rule that asks something of the sheet alone says nothing of its school.
            more = Domain("id", "in", list(with_sheets))
            rows = read_tuples(companies, asked | more, names)
        groups = {group for school, _name, _type, group in rows if group != school}
        labels = dict(
            companies._fields["ict_school_type"]._description_selection(self.env)
        )
        sheets = {}
        for kind in SHEET_KINDS:
            for school, _name, _type, _group in rows:
                if head := chosen.get((school, kind)):
                    sheets.setdefault(school, {})[kind] = head
        return tuple(
            [
                GroupSchool(
                    school,
                    name,
                    kind,
                    labels.get(kind, ""),
                    kind == "group" or school in groups,
                    sheets.get(school, {}),
                )
                for school, name, kind, _group in rows
            ]
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
