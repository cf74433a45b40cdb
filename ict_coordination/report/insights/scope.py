"""One reading of the insights: which sheets count, and what the reader sees of them."""

import re
from functools import cached_property

from odoo.fields import Domain
from odoo.tools import SQL

from ...coverage.choosing import choose_sheets, years_of
from ...insights import Insight, Thresholds
from ...models.human import human_sql, person_sql
from ...models.ict_allocation import MANDATES
from ...workbook.model import SHEET_KINDS
from .people import PERSON, People

#: Member types that are somebody who does a task: not a vacancy, nor a sounding board.
DOERS = ("employee", "partner")

LINE_COLUMNS = (
    *("id", "kind", "task_id", "task_sequence", "cluster_id"),
    *("applicable", "coverage", "level", "priority"),
)
MEMBER_COLUMNS = (
    *("id", "name", "member_type", "employee_id", "partner_id"),
    *("role", "active"),
)
ALLOCATION_COLUMNS = ("id", "line_id", "member_id", "funding_id", *MANDATES)
#: table → tables that it is made from, which stand before it
_MADE_FROM = {
    "line": (),
    "current": (),
    "target": (),
    "membership": (),
    "member": ("membership",),
    "allocation": ("member",),
    "planned": ("member",),
    "doing": ("allocation",),
}


class Scope:
    """The sheets that count, and the tables that an insight is asked from.

    ``sql("SELECT …")`` puts the tables before a question, with the record rules of the
    reader in each of them, so that no total holds what the reader may not read:

    ``line``
        id, school_id, kind, task_id, task_sequence, cluster_id, applicable, coverage,
        level, priority, of_school (not of the company of a group): all lines of all
        sheets
    ``current``
        the same, of the current sheets, applicable ones only
    ``target``
        the same, of the targets, those too that are not applicable
    ``member``
        id, person, human (a number for each person, faster to group by), name,
        member_type, employee_id, school_id, role, hours_available (NULL: not filled
        in), active: every membership, archived ones too
    ``allocation``
        of the current sheets: id, line_id, school_id, hours (0 where unknown), unknown
        (1 or 0), funding_id, the four mandates, and of the member: member_id, person,
        human, member_type
    ``planned``
        the same, of the targets
    ``doing``
        the allocations of people: no vacancies, no sounding boards
    """

    def __init__(self, insights, year=None):
        self.env = insights.env
        self.year = year
        self.heads = insights._read_heads()
        self.chosen = choose_sheets(self.heads, year)
        self.schools = insights._read_schools(self.heads, self.chosen)
        self.thresholds: Thresholds = insights._thresholds()
        #: key → what was found; see ``ict.insights._insight``
        self.insights: dict[str, Insight] = {}

    @property
    def years(self):
        """School years of all sheets that the user may read, the newest first."""
        return years_of(self.heads)

    @cached_property
    def group_ids(self):
        """Ids of the companies that are a group and no school."""
        return [school.id for school in self.schools if school.is_group]

    @cached_property
    def by_name(self):
        """The schools by name."""
        return sorted(self.schools, key=lambda one: (one.name, one.id))

    @cached_property
    def order(self):
        """``{school id: place}`` of all schools by name, in that order."""
        return {school.id: place for place, school in enumerate(self.by_name)}

    def in_order(self, school_ids):
        """Return ids of schools as a list, by name as on every screen."""
        return sorted(school_ids, key=self.order.__getitem__)

    def grouped(self, groups):
        """Return ``{group: [school ids by name]}`` of ``{school id: group}``."""
        found = {group: [] for group in dict.fromkeys(groups.values())}
        for school in self.in_order(groups):
            found[groups[school]].append(school)
        return found

    def without(self, *kinds):
        """Return the ids of schools that lack one of the sheets, by name."""
        wanted = set(kinds)
        lacking = [
            school.id
            for school in self.schools
            if not (school.is_group or wanted <= school.sheets.keys())
        ]
        return tuple(self.in_order(lacking))

    @cached_property
    def people(self):
        """Everybody whose membership the reader reads: :class:`People`."""
        return People(
            self.env.execute_query(
                self.sql(
                    """
                    , %s
                    SELECT human, key, name, active FROM person ORDER BY name, key
                    """,
                    PERSON,
                )
            )
        )

    # --- SQL ---

    def sql(self, question, *values, **named):
        """Return ``question`` with the tables in front of it; see the class.

        :param question: SQL with placeholders for ``values`` (SQL or plain): a SELECT,
            or ``, name AS (…) SELECT …`` with further tables
        """
        asked = SQL(question, *values, **named)
        return SQL("WITH %s %s", self._tables(asked.code), asked)

    def rows(self, question, *values, **named):
        """Return the rows of ``question``: a list of ``{column: value}``."""
        return self.env.execute_query_dict(self.sql(question, *values, **named))

    def _tables(self, code):
        """Return the tables that some SQL names, and those that these are made from.

        Thousands of ids stand in each: what nobody asks would still cost to read.
        """
        words = set(re.findall(r"\w+", code))
        for name in reversed(_MADE_FROM):
            if name in words:
                words.update(_MADE_FROM[name])
        return SQL(", ").join(
            getattr(self, f"_table_{name}")() for name in _MADE_FROM if name in words
        )

    def _search_in_schools(self, model, *kinds):
        """Search what stands on the sheets of these kinds, with the rules of ``model``.

        Where a rule holds for whatever is in the schools of these sheets, the database
        does not ask it of each row: that somebody reads own allocations elsewhere too
        would take a join of hundreds of thousands of rows.
        """
        model.check_access("read")
        heads = [head for head in self.chosen.values() if head.kind in kinds]
        schools = {head.school for head in heads}

        def inside(condition):
            asked = condition.field_expr, condition.operator
            holds = asked == ("company_id", "in") and schools <= set(condition.value)
            return Domain.TRUE if holds else condition

        rules = self.env["ir.rule"]._compute_domain(model._name)
        held = rules.map_conditions(inside).is_true()
        query = model._search(Domain.TRUE, bypass_access=held)
        for name, found in (
            ("overview_id", [head.id for head in heads]),
            ("company_id", schools),
        ):
            # one text instead of thousands of numbers: much faster to read
            query.add_where(
                SQL(
                    "%s = ANY(%s::int[])",
                    model._field_to_sql(model._table, name, query),
                    f"{{{','.join(map(str, found))}}}",
                )
            )
        return query

    def _table_line(self):
        return SQL("line AS NOT MATERIALIZED (%s)", self._lines(*SHEET_KINDS))

    def _table_current(self):
        return SQL(
            "current AS NOT MATERIALIZED (SELECT * FROM (%s) line WHERE applicable)",
            self._lines("current"),
        )

    def _table_target(self):
        return SQL("target AS NOT MATERIALIZED (%s)", self._lines("target"))

    def _table_membership(self):
        # few rows: the rules are asked once of each, not once of each allocation
        return SQL("membership AS MATERIALIZED (%s)", self._members)

    def _table_member(self):
        return SQL(
            "member AS NOT MATERIALIZED (SELECT *, %s AS person FROM membership)",
            person_sql(SQL("human")),
        )

    def _table_allocation(self):
        return SQL("allocation AS NOT MATERIALIZED (%s)", self._with_member("current"))

    def _table_planned(self):
        return SQL("planned AS NOT MATERIALIZED (%s)", self._with_member("target"))

    def _with_member(self, kind):
        return SQL(
            """
            SELECT found.*, member.person, member.human, member.member_type
            FROM (%s) found JOIN member ON member.id = found.member_id
            """,
            self.allocations(kind),
        )

    def _table_doing(self):
        return SQL(
            "doing AS NOT MATERIALIZED"
            " (SELECT * FROM allocation WHERE member_type IN %s)",
            DOERS,
        )

    def _lines(self, *kinds):
        lines = self.env["ict.overview.line"]
        query = self._search_in_schools(lines, *kinds)

        def column(name):
            return lines._field_to_sql(lines._table, name, query)

        return query.select(
            *(column(name) for name in LINE_COLUMNS),
            SQL("%s AS school_id", column("company_id")),
            SQL("%s <> ALL(%s) AS of_school", column("company_id"), self.group_ids),
        )

    @property
    def _members(self):
        members = self.env["ict.team.member"].with_context(active_test=False)
        query = members._search([])

        def column(name):
            return members._field_to_sql(members._table, name, query)

        return query.select(
            *(column(name) for name in MEMBER_COLUMNS),
            SQL("%s AS school_id", column("company_id")),
            # the form shows an empty number as 0: nobody is a member for 0 hours
            SQL("NULLIF(%s, 0) AS hours_available", column("hours_available")),
            SQL(
                "%s AS human",
                human_sql(column("employee_id"), column("partner_id"), column("id")),
            ),
        )

    def allocations(self, kind):
        """Return the columns of ``allocation`` that need no member, as a SELECT.

        :param kind: of the sheets: current or target
        """
        allocations = self.env["ict.allocation"]
        query = self._search_in_schools(allocations, kind)

        def column(name):
            return allocations._field_to_sql(allocations._table, name, query)

        return query.select(
            *(column(name) for name in ALLOCATION_COLUMNS),
            SQL("%s AS school_id", column("company_id")),
            SQL("COALESCE(%s, 0) AS hours", column("hours")),
            SQL("COALESCE(%s, 0) AS unknown", column("unknown_hours")),
        )
