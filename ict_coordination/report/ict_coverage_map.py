from odoo import api, models
from odoo.fields import Domain
from odoo.tools import SQL

from ..coverage.choosing import SheetHead, choose_sheets, years_of
from ..coverage.codes import NOT_APPLICABLE, OPEN, SINGLE, TEAM, UNDECIDED
from ..coverage.result import CoverageMap, MapCluster, MapSchool, MapSheet, MapTask
from ..grid.values import is_id
from ..models.ict_allocation import MANDATES
from ..tools.plain_rows import read_rows
from ..tools.school_year import is_school_year
from ..workbook.model import LEVELS, PRIORITIES, SHEET_KINDS


class IctCoverageMap(models.AbstractModel):
    """Tasks × schools: who does what in the whole group, and what nobody does.

    Everything is read with the rights of the reader, in a number of queries that does
    not depend on the number of schools. The cells of the map, more than a hundred
    thousand in a large group, come out of the database one value per sheet.
    """

    _name = "ict.coverage.map"
    _description = "ICT coverage map"

    # --- RPC ---

    @api.model
    @api.readonly
    def map_read(self, year=False):
        """Return the map as JSON; see ``coverage/result.py``.

        :param year: a school year such as ``2026-2027``; false: the sheets in force
        :raise AccessError: the user may not read overviews
        """
        named = isinstance(year, str) and is_school_year(year)
        return self._map(year if named else None).as_json()

    @api.model
    @api.readonly
    def map_people(self, line_ids):
        """Return who is on these lines: ``{line id: [{name, hours, certainty, …}]}``.

        Hours a week, 0 where the certainty is ``unknown``. Lines that the user may not
        read, and what is no id, are left out.

        :raise AccessError: the user may not read overviews
        """
        self._check_reader()
        listed = line_ids if isinstance(line_ids, list) else []
        ids = [one for one in listed if is_id(one)]
        readable = self.env["ict.overview.line"]._search([("id", "in", ids)])
        found = {line_id: [] for line_id in readable}
        allocations = list(
            read_rows(
                self.env["ict.allocation"],
                [("line_id", "in", list(found))],
                ["line_id", "member_id", "hours", "certainty", *MANDATES],
                "id",
            )
        )
        members = self.env["ict.team.member"].with_context(active_test=False)
        in_use = {row["member_id"] for row in allocations}
        names = {
            row["id"]: row["name"]
            for row in read_rows(
                members, [("id", "in", list(in_use))], ["id", "name"], "id"
            )
        }
        for row in allocations:
            if row["member_id"] in names:
                found[row["line_id"]].append(
                    {
                        "name": names[row["member_id"]],
                        "hours": row["hours"] or 0.0,
                        "certainty": row["certainty"],
                        "mandates": [name for name in MANDATES if row[name]],
                    }
                )
        return found

    # --- API ---

    @api.model
    def _map(self, year=None):
        """Return the :class:`CoverageMap` of all that the user may read."""
        self._check_reader()
        heads = [
            SheetHead(*row.values())
            for row in read_rows(
                self.env["ict.overview"],
                [],
                ["id", "company_id", "kind", "school_year", "state"],
                "id",
            )
        ]
        chosen = choose_sheets(heads, year)
        filled = self._map_cells([head.id for head in chosen.values()])
        schools = self._map_schools(heads, chosen, filled)
        task_ids = {int(key) for *_totals, cells in filled.values() for key in cells}
        single = {school.id for school in schools if not school.is_group}
        tasks = self._map_tasks(task_ids, single)
        return CoverageMap(
            clusters=self._map_clusters({task.cluster for task in tasks}),
            tasks=tasks,
            schools=schools,
            years=tuple(years_of(heads)),
            year=year,
        )

    # --- parts ---

    def _check_reader(self):
        for model in ("ict.overview", "ict.overview.line"):
            self.env[model].check_access("read")

    def _map_cells(self, overview_ids):
        """Return ``{overview id: (hours, without hours, {task id: cell})}``.

        One row per sheet: a record or a row for each of its tasks would cost more than
        all the rest.
        """
        lines = self.env["ict.overview.line"]
        query = lines._search([("overview_id", "in", overview_ids)])
        column = {
            name: lines._field_to_sql(lines._table, name, query)
            for name in (
                *("id", "overview_id", "task_id", "coverage", "person_count"),
                *("hours", "unknown_hours_count", "level", "priority"),
            )
        }
        hours = SQL("COALESCE(%s, 0)::float8", column["hours"])
        unknown = SQL("COALESCE(%s, 0)", column["unknown_hours_count"])
        coverage = SQL(
            "CASE %s WHEN 'single' THEN %s WHEN 'team' THEN %s"
            " WHEN 'not_applicable' THEN %s"
            " ELSE CASE WHEN %s IS NULL THEN %s ELSE %s END END",
            column["coverage"],
            SINGLE,
            TEAM,
            NOT_APPLICABLE,
            column["level"],
            UNDECIDED,
            OPEN,
        )
        cell = SQL(
            "json_build_array(%s, %s, COALESCE(%s, 0), %s, %s, %s, %s)",
            column["id"],
            coverage,
            column["person_count"],
            hours,
            unknown,
            _place_sql(LEVELS, column["level"]),
            _place_sql(PRIORITIES, column["priority"]),
        )
        query.groupby = column["overview_id"]
        rows = self.env.execute_query(
            query.select(
                column["overview_id"],
                SQL("SUM(%s)", hours),
                SQL("SUM(%s)", unknown),
                SQL("json_object_agg(%s, %s)", column["task_id"], cell),
            )
        )
        return {
            overview_id: (round(hours, 2), int(unknown), cells)
            for overview_id, hours, unknown, cells in rows
        }

    def _map_schools(self, heads, chosen, filled):
        """Return the schools whose sheets this user may read, also without a sheet.

        The rules of the overviews, asked of their school, tell which schools these are.
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
                head.id, head.state, head.school_year, *filled.get(head.id, ())
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

    def _map_tasks(self, task_ids, single_schools):
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

    def _map_clusters(self, cluster_ids):
        clusters = self.env["ict.cluster"].sudo().with_context(active_test=False)
        return tuple(
            MapCluster(row["id"], row["name"], row["short_name"] or row["name"])
            for row in read_rows(
                clusters,
                [("id", "in", list(cluster_ids))],
                ["id", "name", "short_name"],
            )
        )


def _place_sql(values, column):
    """Return the place of the column's value among ``values`` from 1, 0 for empty."""
    return SQL("COALESCE(array_position(%s::varchar[], %s), 0)", list(values), column)


def _asked_of_school(condition):
    """Turn a condition on the school of a sheet into one on the school itself.

    What is asked of the sheet alone cannot be said of a school without one.
    """
    field, _dot, rest = condition.field_expr.partition(".")
    if field != "company_id":
        return Domain.FALSE
    return Domain(rest or "id", condition.operator, condition.value)
