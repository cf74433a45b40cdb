from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL


class IctOverviewLine(models.Model):
    """Many lines in one statement: what an import or a new overview needs.

    Writes the rows that ``create`` and ``write`` would have written, stored copies and
    totals included, after the same checks. Tests compare the two column by column.
    The caller flushes before and invalidates after (``_bulk_begin``, ``_bulk_end`` of
    the overview).
    """

    _inherit = "ict.overview.line"

    def _bulk_insert(self, overview, lines):
        """Create the lines of one overview.

        :param lines: ``{task id: LineValues}``
        :return: the new lines, in the order of ``lines``
        """
        self.check_access("create")
        overview._check_editable()
        self._bulk_check_values(overview, lines)
        rows = self.env.execute_query(
            SQL(
                """
                INSERT INTO ict_overview_line (
                    overview_id, task_id, task_sequence, cluster_id, company_id, kind,
                    state, applicable, level, priority, note, hours,
                    unknown_hours_count, person_count, coverage, has_decider,
                    has_contact, create_uid, create_date, write_uid, write_date)
                SELECT o.id, t.id,
                    COALESCE(c.sequence, 0) * 10000 + COALESCE(t.sequence, 0),
                    t.cluster_id, o.company_id, o.kind, o.state, v.applicable, v.level,
                    v.priority, v.note, 0.00, 0, 0,
                    CASE WHEN v.applicable THEN 'open' ELSE 'not_applicable' END,
                    false, false, %(uid)s, %(now)s, %(uid)s, %(now)s
                FROM unnest(%(tasks)s::int[], %(applicable)s::bool[],
                        %(levels)s::text[], %(priorities)s::text[], %(notes)s::text[])
                    WITH ORDINALITY AS v(
                        task_id, applicable, level, priority, note, place)
                    JOIN ict_overview o ON o.id = %(overview)s
                    JOIN ict_task t ON t.id = v.task_id
                    JOIN ict_cluster c ON c.id = t.cluster_id
                ORDER BY v.place
                RETURNING id
                """,
                overview=overview.id,
                tasks=list(lines),
                applicable=[line.applicable for line in lines.values()],
                levels=[line.level for line in lines.values()],
                priorities=[line.priority for line in lines.values()],
                notes=[line.note or None for line in lines.values()],
                uid=self.env.uid,
                now=self.env.cr.now(),
            )
        )
        created = self.browse(line_id for (line_id,) in rows)
        self._bulk_check_found(created, lines)
        created.check_access("create")
        overview._grid_changed()
        return created

    def _bulk_update(self, overview, lines):
        """Write the values of lines of one overview.

        :param lines: ``{line id: (LineValues, {part that changed: value})}``
        """
        records = self.browse(lines)
        records.check_access("write")
        overview._check_editable()
        values = [line for line, _changed in lines.values()]
        self._bulk_check_values(overview, dict(enumerate(values)), with_tasks=False)
        self.env.execute_query(
            SQL(
                """
                UPDATE ict_overview_line l
                SET applicable = v.applicable, level = v.level, priority = v.priority,
                    note = CASE WHEN v.with_note THEN v.note ELSE l.note END,
                    write_uid = %(uid)s, write_date = %(now)s
                FROM unnest(%(ids)s::int[], %(applicable)s::bool[], %(levels)s::text[],
                        %(priorities)s::text[], %(notes)s::text[], %(with_note)s::bool[]
                    ) AS v(id, applicable, level, priority, note, with_note)
                WHERE l.id = v.id
                RETURNING l.id
                """,
                ids=list(lines),
                applicable=[line.applicable for line in values],
                levels=[line.level for line in values],
                priorities=[line.priority for line in values],
                notes=[line.note or None for line in values],
                with_note=["note" in changed for _line, changed in lines.values()],
                uid=self.env.uid,
                now=self.env.cr.now(),
            )
        )

    def _bulk_check_found(self, created, wanted):
        """Raise UserError when a row of ``wanted`` found no task or member."""
        if len(created) != len(wanted):
            raise UserError(
                self.env._(
                    "A task or a team member was deleted in the meantime. Read the "
                    "workbook again."
                )
            )

    def _bulk_check_values(self, overview, lines, with_tasks=True):
        """Raise what ``create`` and ``write`` raise for these values."""
        for name in ("level", "priority"):
            field = self._fields[name]
            for value in {getattr(line, name) for line in lines.values()}:
                field.convert_to_cache(value, self)
        if overview.kind != "target" and any(line.priority for line in lines.values()):
            self.new(
                {"overview_id": overview.id, "priority": "short"}
            )._check_priority_of_target()
        if with_tasks:
            tasks = self.env["ict.task"].browse(lines)
            allowed = tasks.sudo().filtered_domain(
                tasks._check_company_domain(overview.company_id)
            )
            for task in tasks - allowed.sudo(False):
                self.new(
                    {"overview_id": overview.id, "task_id": task.id}
                )._check_company(["task_id"])

    def _bulk_refresh(self):
        """Bring the totals of these lines up to date.

        The SQL of ``_compute_totals``; vacancies and sounding boards do not count as
        people.
        """
        rows = self.env.execute_query(
            SQL(
                """
                UPDATE ict_overview_line l
                SET hours = t.hours, unknown_hours_count = t.unknown,
                    person_count = t.people,
                    coverage = CASE
                        WHEN NOT COALESCE(l.applicable, false) THEN 'not_applicable'
                        WHEN t.people = 0 THEN 'open'
                        WHEN t.people = 1 THEN 'single'
                        ELSE 'team' END,
                    has_decider = t.decider, has_contact = t.contact,
                    write_uid = %(uid)s, write_date = %(now)s
                FROM (
                    SELECT x.id, round(COALESCE(sum(a.hours), 0), 2) AS hours,
                        count(*) FILTER (WHERE a.certainty = 'unknown') AS unknown,
                        count(*) FILTER (
                            WHERE m.member_type IN ('employee', 'partner')) AS people,
                        COALESCE(bool_or(a.decides), false) AS decider,
                        COALESCE(bool_or(a.contact), false) AS contact,
                        count(a.id) AS entries
                    FROM unnest(%(ids)s::int[]) AS x(id)
                        LEFT JOIN ict_allocation a ON a.line_id = x.id
                        LEFT JOIN ict_team_member m ON m.id = a.member_id
                    GROUP BY x.id) AS t
                WHERE l.id = t.id
                RETURNING l.id, COALESCE(l.applicable, false) OR t.entries = 0
                """,
                ids=self.ids,
                uid=self.env.uid,
                now=self.env.cr.now(),
            )
        )
        wrong = self.browse(line_id for line_id, holds in rows if not holds)
        if wrong:
            self.invalidate_model(flush=False)
            self.env["ict.allocation"].invalidate_model(flush=False)
            wrong._check_not_applicable_is_empty()

    def _bulk_copy_down(self, overview):
        """Bring what the people of these lines copy from them up to date."""
        self.env.execute_query(
            SQL(
                """
                UPDATE ict_allocation a
                SET level = l.level, priority = l.priority, write_uid = %(uid)s,
                    write_date = %(now)s
                FROM ict_overview_line l
                WHERE a.overview_id = %(overview)s AND l.overview_id = %(overview)s
                    AND l.id = a.line_id AND l.id = ANY(%(ids)s::int[])
                RETURNING a.id
                """,
                overview=overview.id,
                ids=self.ids,
                uid=self.env.uid,
                now=self.env.cr.now(),
            )
        )
