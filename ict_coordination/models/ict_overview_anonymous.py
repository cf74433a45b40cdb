import random

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ..tools.school_year import school_year_of, shift_school_year

#: whose messages, activities, followers and files name people of a sheet
_THREADS = ("ict.overview", "ict.overview.line", "ict.agreement")


class IctOverview(models.Model):
    """Archived sheets without names: who it was cannot be found any more.

    Each person becomes an anonymous member of that school and that year, with a
    number by lot; hours, counts and coverage stay. It goes past the workflow, which
    keeps archived sheets closed, in a fixed number of statements for each school.
    """

    _inherit = "ict.overview"

    is_anonymous = fields.Boolean("Made anonymous", readonly=True, copy=False)

    @api.model
    def _too_old_for_names(self):
        """Return the archived sheets, that the user may write, older than is set."""
        today = school_year_of(fields.Date.context_today(self))
        domain = Domain.FALSE
        schools = self.env.companies
        settings = self.env["ict.settings"]
        groups = schools.grouped(settings._group)
        for group, some in groups.items():
            found = settings._of_company(group)
            years = (
                found.anonymise_after_years
                if found
                else settings._fields["anonymise_after_years"].default(settings)
            )
            if years > 0:
                last = shift_school_year(today, -years - 1)
                domain |= Domain("company_id", "in", some.ids) & Domain(
                    "school_year", "<=", last
                )
        domain &= Domain("state", "=", "archived") & Domain("is_anonymous", "=", False)
        return self.search(domain, order="company_id, school_year, kind, id")

    def _make_anonymous(self):
        """Take every name away from these sheets of one school, for good.

        :return: how many people it were, each counted once a year
        """
        self.company_id.ensure_one()
        self = self.sudo().with_context(active_test=False)
        self.env.flush_all()
        members, count = self._swap_members()
        self._forget_around()
        self._forget_imports(members)
        self._forget_columns()
        self.env.invalidate_all()
        return count

    def _swap_members(self):
        """Put an anonymous member in the place of each; return the old and a count."""
        rows = self.env.execute_query(
            SQL(
                """
                SELECT DISTINCT o.school_year, m.id, m.member_type
                  FROM ict_allocation a
                  JOIN ict_overview o ON o.id = a.overview_id
                  JOIN ict_team_member m ON m.id = a.member_id
                 WHERE o.id = ANY(%s)
                """,
                self.ids,
            )
        )
        # By lot: neither the number nor the order of the rows says who it was.
        random.SystemRandom().shuffle(rows)
        numbers, values = {}, []
        for year, _member, kind in rows:
            numbers[year] = numbers.get(year, 0) + 1
            name = self.env._(
                "Person %(number)s (%(year)s)", number=numbers[year], year=year
            )
            values.append(
                {
                    "name": name,
                    "member_type": kind,
                    "company_id": self.company_id.id,
                    "is_anonymous": True,
                    "active": False,
                }
            )
        made = self.env["ict.team.member"].create(values)
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                """
                UPDATE ict_allocation a
                   SET member_id = n.new, employee_id = NULL, note = NULL,
                       agreement_state = NULL, create_uid = NULL, write_uid = NULL
                  FROM unnest(%s::text[], %s::int[], %s::int[]) AS n(year, old, new),
                       ict_overview o
                 WHERE o.id = ANY(%s) AND a.overview_id = o.id
                   AND o.school_year = n.year AND a.member_id = n.old
                """,
                [row[0] for row in rows],
                [row[1] for row in rows],
                made.ids,
                self.ids,
            )
        )
        old = self.env["ict.team.member"].browse({row[1] for row in rows})
        return old, len(rows)

    def _forget_around(self):
        """Delete agreements, hand-overs, messages, activities and files of these."""
        agreements = self.env["ict.agreement"].search([("overview_id", "in", self.ids)])
        ids = {
            "ict.overview": self.ids,
            "ict.overview.line": self.line_ids.ids,
            "ict.agreement": agreements.ids,
        }
        for model, field in (
            ("mail.message", "model"),
            ("mail.activity", "res_model"),
            ("mail.followers", "res_model"),
            ("ir.attachment", "res_model"),
        ):
            domain = Domain.OR(
                Domain(field, "=", name) & Domain("res_id", "in", ids[name])
                for name in _THREADS
            )
            quiet = self.env[model].with_context(mail_activity_quick_update=True)
            quiet.search(domain).unlink()
        agreements.unlink()
        self._forget_mails()
        self.env.cr.execute(
            SQL(
                """
                WITH gone AS (
                    DELETE FROM ict_handover_line
                     WHERE overview_id = ANY(%s)
                        OR (overview_id IS NULL AND company_id = %s
                            AND school_year = ANY(%s))
                 RETURNING id, handover_id)
                DELETE FROM ict_handover h USING gone
                 WHERE h.id = gone.handover_id
                   AND NOT EXISTS (
                       SELECT FROM ict_handover_line l
                        WHERE l.handover_id = h.id
                          AND l.id NOT IN (SELECT id FROM gone))
                """,
                self.ids,
                self.company_id.id,
                list(set(self.mapped("school_year"))),
            )
        )

    def _forget_mails(self):
        """Delete what was never sent of the questions to agree of those years."""
        end = f"{max(self.mapped('school_year'))[-4:]}-09-01"
        self.env["mail.mail"].search(
            [
                ("model", "=", False),
                ("body_html", "ilike", "/odoo/ict-to-agree"),
                ("create_date", "<", end),
            ]
        ).unlink()

    def _forget_imports(self, members):
        """Delete the workbooks of these sheets, and what imports remember of people."""
        sheets = self.env["ict.import.sheet"].search([("overview_id", "in", self.ids)])
        books = sheets.import_id
        kept = (books.sheet_ids - sheets).filtered("overview_id").import_id
        (books - kept).unlink()
        # A workbook of several years: the file and the names in it go all the same.
        kept.write({"file": False})
        self.env["ict.import.person"].search([("import_id", "in", kept.ids)]).unlink()
        sheets.exists().unlink()
        self.env["ict.import.note"].search(
            [("line_id", "in", self.line_ids.ids)]
        ).unlink()
        self.env.flush_all()
        self.env["ict.import.memory"].search(
            [
                ("member_id", "in", members.ids),
                ("member_id.allocation_ids", "=", False),
            ]
        ).unlink()

    def _forget_columns(self):
        """Empty what was written in words, and who wrote and approved."""
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                "UPDATE ict_feedback SET line_id = NULL WHERE line_id = ANY(%s)",
                self.line_ids.ids,
            )
        )
        self.env.cr.execute(
            SQL(
                """
                UPDATE ict_overview_line
                   SET note = NULL, create_uid = NULL, write_uid = NULL
                 WHERE overview_id = ANY(%s)
                """,
                self.ids,
            )
        )
        self.env.cr.execute(
            SQL(
                """
                UPDATE ict_overview
                   SET note = NULL, approved_by_id = NULL, is_anonymous = TRUE,
                       create_uid = NULL, write_uid = NULL
                 WHERE id = ANY(%s)
                """,
                self.ids,
            )
        )
