from odoo import models
from odoo.tools import SQL

from ..workbook.snapshot import DEFAULT_MANDATES
from .hours_range import check_hours
from .ict_allocation import MANDATES


class IctAllocation(models.Model):
    """Many allocations in one statement: what an import needs.

    Writes the rows that ``create`` and ``write`` would have written, stored copies
    included, after the same checks. The caller flushes before and invalidates after,
    refreshes the totals of the lines and notes on active sheets what changed.
    """

    _inherit = "ict.allocation"

    def _bulk_insert(self, overview, entries):
        """Put people on lines of one overview.

        :param entries: ``{(line id, member id): EntryValues}``, pairs that are not
            there yet
        """
        self.check_access("create")
        overview._check_editable()
        self._bulk_check_values(entries.values())
        school = overview.company_id.sudo()
        rows = self.env.execute_query(
            SQL(
                """
                INSERT INTO ict_allocation (
                    line_id, member_id, hours, certainty, unknown_hours, decides,
                    executes, steers, contact, funding_id, overview_id, task_id,
                    cluster_id, company_id, school_group_id, kind, state, level,
                    priority, employee_id, create_uid, create_date, write_uid,
                    write_date)
                SELECT l.id, m.id, %(columns)s,
                    l.overview_id, l.task_id, l.cluster_id, l.company_id,
                    %(group)s, l.kind, l.state, l.level, l.priority,
                    m.employee_id, %(uid)s, %(now)s, %(uid)s, %(now)s
                FROM %(values)s
                    JOIN ict_overview_line l ON l.id = v.key
                        AND l.overview_id = %(overview)s
                    JOIN ict_team_member m ON m.id = v.member_id
                ORDER BY v.place
                RETURNING id
                """,
                columns=self._bulk_columns(),
                values=self._bulk_values(entries, *zip(*entries, strict=True)),
                overview=overview.id,
                group=school.school_group_id.id or None,
                uid=self.env.uid,
                now=self.env.cr.now(),
            )
        )
        created = self.browse(row_id for (row_id,) in rows)
        self.env["ict.overview.line"]._bulk_check_found(created, entries)
        created.check_access("create")
        members = (
            created.env["ict.team.member"]
            .sudo()
            .browse({member for _line, member in entries})
        )
        if members.company_id - school - school.school_group_id:
            created._check_member_scope()
        return created

    def _bulk_update(self, overview, entries):
        """Write hours, funding and mandates.

        :param entries: ``{allocation id: EntryValues}`` of one overview
        """
        self.browse(entries).check_access("write")
        overview._check_editable()
        self._bulk_check_values(entries.values())
        self.env.execute_query(
            SQL(
                """
                UPDATE ict_allocation a
                SET (hours, certainty, unknown_hours, decides, executes, steers,
                    contact, funding_id, write_uid, write_date)
                    = (%(columns)s, %(uid)s, %(now)s)
                FROM %(values)s
                WHERE a.id = v.key
                RETURNING a.id
                """,
                columns=self._bulk_columns(),
                values=self._bulk_values(entries, entries),
                uid=self.env.uid,
                now=self.env.cr.now(),
            )
        )

    def _bulk_check_values(self, entries):
        """Raise what ``create`` and ``write`` raise for these values."""
        field = self._fields["certainty"]
        for certainty in {entry.certainty for entry in entries}:
            field.convert_to_cache(certainty, self)
        for hours in {entry.hours for entry in entries}:
            check_hours(self.env, hours)

    @staticmethod
    def _bulk_columns():
        """Return the columns from ``hours`` to ``funding_id`` of ``_bulk_values``."""
        return SQL(
            "round(v.hours, 2), v.certainty, (v.certainty = 'unknown')::int,"
            " v.decides, v.executes, v.steers, v.contact, v.funding_id"
        )

    @staticmethod
    def _bulk_values(entries, keys, members=()):
        """Return the entries as a table ``v`` in their order, with ids beside them."""
        values = list(entries.values())
        mandates = {
            name: [
                name in (DEFAULT_MANDATES if entry.mandates is None else entry.mandates)
                for entry in values
            ]
            for name in MANDATES
        }
        return SQL(
            """
            unnest(%(keys)s::int[], %(members)s::int[], %(hours)s::numeric[],
                %(certainty)s::text[], %(decides)s::bool[], %(executes)s::bool[],
                %(steers)s::bool[], %(contact)s::bool[], %(fundings)s::int[])
            WITH ORDINALITY AS v(key, member_id, hours, certainty, decides, executes,
                steers, contact, funding_id, place)
            """,
            keys=list(keys),
            members=list(members),
            hours=[entry.hours or 0 for entry in values],
            certainty=[entry.certainty for entry in values],
            fundings=[entry.funding for entry in values],
            **mandates,
        )
