from odoo import api, models
from odoo.tools import SQL

from ..coverage.choosing import choose_sheets, years_of
from ..coverage.codes import (
    COVERAGE_CODES,
    LEVEL_CODES,
    PRIORITY_CODES,
    UNLEVELLED_CODES,
)
from ..coverage.result import CoverageMap, MapSchool, MapSheet
from ..grid.values import is_id
from ..models.ict_allocation import MANDATES
from ..tools.plain_rows import read_rows
from ..tools.school_year import is_school_year


class IctCoverageMap(models.AbstractModel):
    """Tasks × schools: who does what in the whole group, and what nobody does.

    Everything is read with the rights of the reader, in a number of queries that does
    not depend on the number of schools. The cells of the map, more than a hundred
    thousand in a large group, come out of the database one value per sheet.
    """

    _name = "ict.coverage.map"
    _inherit = ["ict.group.reader"]
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
        heads = self._read_heads()
        chosen = choose_sheets(heads, year)
        filled, task_ids = self._map_cells([head.id for head in chosen.values()])
        schools = tuple(
            _map_school(school, filled) for school in self._read_schools(heads, chosen)
        )
        single = {school.id for school in schools if not school.is_group}
        tasks = self._read_tasks(task_ids, single)
        return CoverageMap(
            clusters=self._read_clusters({task.cluster for task in tasks}),
            tasks=tasks,
            schools=schools,
            years=tuple(years_of(heads)),
            year=year,
        )

    # --- parts ---

    def _map_cells(self, overview_ids):
        """Return ``({overview id: (hours, without hours, {task: cell})}, task ids)``.

        Plain rows: a record for each of a hundred thousand lines would cost more than
        all the rest, and so would anything that is done twice for each of them.
        """
        lines = self.env["ict.overview.line"]
        query = lines._search([("overview_id", "in", overview_ids)])

        def column(name, pattern="%s"):
            return SQL(pattern, lines._field_to_sql(lines._table, name, query))

        rows = self.env.execute_query(
            query.select(
                column("overview_id"),
                column("task_id"),
                column("id"),
                column("coverage"),
                column("person_count", "COALESCE(%s, 0)"),
                column("hours", "COALESCE(%s, 0)::float8"),
                column("unknown_hours_count", "COALESCE(%s, 0)"),
                column("level"),
                column("priority"),
            )
        )
        texts = _Texts()
        cells = {overview_id: {} for overview_id in overview_ids}
        for (
            sheet,
            task,
            line,
            coverage,
            people,
            hours,
            unknown,
            level,
            priority,
        ) in rows:
            codes = COVERAGE_CODES if level else UNLEVELLED_CODES
            cells[sheet][texts[task]] = [
                line,
                codes[coverage],
                people,
                hours,
                unknown,
                LEVEL_CODES[level],
                PRIORITY_CODES[priority],
            ]
        filled = {
            overview_id: (
                round(sum(cell[3] for cell in of_sheet.values()), 2),
                sum(cell[4] for cell in of_sheet.values()),
                of_sheet,
            )
            for overview_id, of_sheet in cells.items()
        }
        return filled, set(texts)


def _map_school(school, filled):
    return MapSchool(
        id=school.id,
        name=school.name,
        type=school.type,
        type_label=school.type_label,
        is_group=school.is_group,
        sheets={
            kind: MapSheet(
                head.id, head.state, head.school_year, *filled.get(head.id, ())
            )
            for kind, head in school.sheets.items()
        },
    )


class _Texts(dict):
    """The text of each number that is asked; JSON has texts as keys."""

    def __missing__(self, number):
        self[number] = text = str(number)
        return text
