"""Sheets to import into an overview, and the rows that came of them."""

from unittest.mock import patch

from odoo.tools import SQL

from ..workbook.changes import EntryValues, LineValues, Snapshot
from .common import IctCase

TABLES = {"ict.overview.line": "task_id", "ict.allocation": "task_id, member_id"}
OF_THE_ROW = frozenset({"id", "overview_id", "line_id"})
STAMPS = {"create_uid", "create_date", "write_uid", "write_date"}


class OverviewImportCase(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.funding = cls.env.ref("ict_coordination.funding_bpt")
        cls.tasks = cls.env["ict.task"].search([("company_id", "=", False)])
        cls.vacancy = cls.env["ict.team.member"].create(
            {"name": "Vacature", "member_type": "vacancy", "company_id": cls.own.id}
        )

    def _rows(self, overview, without=OF_THE_ROW):
        """Return every column of the lines and allocations, as the database has it."""
        self.env.flush_all()
        result = []
        for model, order in TABLES.items():
            table = SQL.identifier(self.env[model]._table)
            rows = self.env.execute_query(
                SQL(
                    "SELECT to_jsonb(t) FROM %s t WHERE overview_id = %s ORDER BY %s",
                    table,
                    overview.id,
                    SQL(order),
                )
            )
            result += [
                {name: value for name, value in row.items() if name not in without}
                for (row,) in rows
            ]
        return result

    def _sheet(self, kind="target"):
        """Return a sheet with something of everything."""
        priority = "short" if kind == "target" else None
        first, second, third, fourth, fifth = self.tasks[:5].ids
        return Snapshot(
            {
                first: LineValues(True, "school", priority, "Elke maandag"),
                second: LineValues(True, "shared", None, ""),
                third: LineValues(applicable=False),
                fourth: LineValues(True, None, None, "Wie?"),
                fifth: LineValues(),
            },
            {
                (first, self.member_own.id): EntryValues(2.125, "exact", None, None),
                (first, self.member_group.id): EntryValues(
                    1, "assumed", self.funding.id, ("decides", "steers")
                ),
                (second, self.member_own.id): EntryValues(None, "unknown"),
                (second, self.vacancy.id): EntryValues(
                    0.1, "exact", None, ("contact",)
                ),
                (fourth, self.vacancy.id): EntryValues(0, "exact"),
                (fifth, self.member_teacher.id): EntryValues(3, "exact", None, ()),
            },
        )

    def _next_sheet(self):
        """Return the same sheet with everything that can change changed."""
        before = self._sheet()
        first, second, third, fourth, fifth = self.tasks[:5].ids
        entries = dict(before.entries)
        entries[first, self.member_own.id] = EntryValues(None, "unknown")
        entries[first, self.member_group.id] = EntryValues(
            2, "exact", None, ("contact",)
        )
        del entries[second, self.member_own.id]
        del entries[fifth, self.member_teacher.id]
        entries[third, self.member_own.id] = EntryValues(1.5, "exact")
        return Snapshot(
            {
                first: LineValues(True, "group", "long", "Elke dinsdag"),
                second: LineValues(True, "shared", "none", ""),
                third: LineValues(True, "school", None, ""),
                fourth: LineValues(True, None, None, ""),
                fifth: LineValues(applicable=False),
            },
            entries,
        )

    def _one_by_one(self):
        """Let imports go through ``create`` and ``write``."""
        return patch.object(
            self.env.registry["ict.overview"], "_bulk_begin", lambda overview: False
        )
