"""What the governance pages read, each table in one query."""

from collections import defaultdict
from dataclasses import dataclass, field

from odoo import api, models
from odoo.tools import SQL

from ...governance import MANDATES
from ...tools.plain_rows import read_rows

MEMBER_COLUMNS = (
    *("id", "name", "member_type", "role", "company_id", "active"),
    *("employee_id", "partner_id"),
)


@dataclass(slots=True)
class Facts:
    """Plain values of all that the reader may read.

    :param sheets: ``{school: SheetHead}``, the current situation in force
    :param members: ``{id: row}``; ``active``: ``{company: rows}`` without archived ones
    :param teams: ``{key: name}``; ``team_ids``: ``{key: id}``; ``teams_of``:
        ``{member: keys}``
    :param clusters: ``{id: name}`` in their order; ``shared``: those of every school
    :param on_tasks: ``{school: {cluster: {member: {mandate: number of tasks}}}}``
    :param lines: ``{school: {cluster: {done, no_decider, no_contact}}}``
    :param agreed: ``{company: {cluster: {member: names of mandates}}}``
    """

    schools: tuple
    sheets: dict
    group_of: dict = field(default_factory=dict)
    groups: dict = field(default_factory=dict)
    members: dict = field(default_factory=dict)
    active: dict = field(default_factory=dict)
    teams: dict = field(default_factory=dict)
    team_ids: dict = field(default_factory=dict)
    teams_of: dict = field(default_factory=dict)
    clusters: dict = field(default_factory=dict)
    shared: frozenset = frozenset()
    on_tasks: dict = field(default_factory=dict)
    lines: dict = field(default_factory=dict)
    agreed: dict = field(default_factory=dict)

    def agreed_in(self, school):
        """Return ``{cluster: {member: ("school" or "group", names)}}`` of a school."""
        found = defaultdict(dict)
        group = self.group_of.get(school)
        sources = [("school", school)]
        if group and group != school:
            sources.insert(0, ("group", group))
        for by, company in sources:
            for cluster, people in self.agreed.get(company, {}).items():
                for member, names in people.items():
                    found[cluster][member] = by, names
        return found

    def workers(self, school):
        """Return the ids of who has a task or a mandate in a school."""
        people = {
            member
            for cluster in self.on_tasks.get(school, {}).values()
            for member in cluster
        }
        agreed = self.agreed.get(school, {}).values()
        return people | {member for cluster in agreed for member in cluster}

    @staticmethod
    def person(row):
        """Return a text that is the same for all memberships of one human."""
        for letter, name in (("e", "employee_id"), ("p", "partner_id")):
            if row[name]:
                return f"{letter}{row[name]}"
        return f"m{row['id']}"


class IctGovernance(models.AbstractModel):
    _inherit = "ict.governance"

    @api.model
    def _read_facts(self, schools, sheets):
        facts = Facts(tuple(sorted(schools, key=lambda one: not one.is_group)), sheets)
        self._read_groups(facts)
        self._read_members(facts)
        self._read_teams(facts)
        facts.on_tasks = self._read_on_tasks(sheets)
        facts.lines = self._read_lines(sheets)
        facts.agreed = self._read_agreed(facts.members)
        self._read_all_clusters(facts)
        return facts

    def _read_groups(self, facts):
        # Whoever reads a school knows of which group it is.
        companies = self.env["res.company"].sudo()
        ids = [school.id for school in facts.schools]
        facts.group_of = {
            row["id"]: row["school_group_id"]
            for row in read_rows(
                companies, [("id", "in", ids)], ["id", "school_group_id"]
            )
        }
        groups = {group for one, group in facts.group_of.items() if group != one}
        groups |= {one.id for one in facts.schools if one.is_group}
        facts.groups = {
            row["id"]: row["name"]
            for row in read_rows(
                companies, [("id", "in", list(groups - {None}))], ["id", "name"]
            )
        }

    def _read_members(self, facts):
        members = self.env["ict.team.member"].with_context(active_test=False)
        facts.members = {
            row["id"]: row for row in read_rows(members, [], MEMBER_COLUMNS)
        }
        facts.active = defaultdict(list)
        for row in facts.members.values():
            if row["active"]:
                facts.active[row["company_id"]].append(row)

    def _read_teams(self, facts):
        teams = self.env["ict.team"]
        keys = {}
        for row in read_rows(teams, [], ["id", "code", "name"]):
            keys[row["id"]] = key = row["code"] or f"t{row['id']}"
            facts.teams[key], facts.team_ids[key] = row["name"], row["id"]
        members = self.env["ict.team.member"]
        members.flush_model(["team_ids"])
        team_ids = members._fields["team_ids"]
        found = defaultdict(set)
        for member, team in self.env.execute_query(
            SQL(
                "SELECT %(member)s, %(team)s FROM %(table)s"
                " WHERE %(member)s = ANY(%(ids)s)",
                member=SQL.identifier(team_ids.column1),
                team=SQL.identifier(team_ids.column2),
                table=SQL.identifier(team_ids.relation),
                ids=list(facts.members),
            )
        ):
            if team in keys:
                found[member].add(keys[team])
        facts.teams_of = {one: frozenset(keys) for one, keys in found.items()}

    def _read_on_tasks(self, sheets):
        rows = self._grouped(
            "ict.allocation",
            sheets,
            ("company_id", "cluster_id", "member_id", *MANDATES),
            SQL(
                """
                SELECT company_id, cluster_id, member_id,
                    COUNT(*) FILTER (WHERE decides) AS decides,
                    COUNT(*) FILTER (WHERE executes) AS executes,
                    COUNT(*) FILTER (WHERE steers) AS steers,
                    COUNT(*) FILTER (WHERE contact) AS contact
                FROM found GROUP BY company_id, cluster_id, member_id
                """
            ),
        )
        found = defaultdict(lambda: defaultdict(dict))
        for row in rows:
            school, cluster = row.pop("company_id"), row.pop("cluster_id")
            found[school][cluster][row.pop("member_id")] = row
        return found

    def _read_lines(self, sheets):
        rows = self._grouped(
            "ict.overview.line",
            sheets,
            ("company_id", "cluster_id", "coverage", "has_decider", "has_contact"),
            SQL(
                """
                SELECT company_id, cluster_id, COUNT(*) FILTER (WHERE done) AS done,
                    COUNT(*) FILTER (WHERE done AND has_decider IS NOT TRUE)
                        AS no_decider,
                    COUNT(*) FILTER (WHERE done AND has_contact IS NOT TRUE)
                        AS no_contact
                FROM found
                CROSS JOIN LATERAL (
                    SELECT coverage IN ('single', 'team') AS done) AS covered
                WHERE coverage <> 'not_applicable'
                GROUP BY company_id, cluster_id
                """
            ),
        )
        found = defaultdict(dict)
        for row in rows:
            found[row.pop("company_id")][row.pop("cluster_id")] = row
        return found

    def _grouped(self, model_name, sheets, names, statement):
        """Return the rows of ``statement`` over the records of these sheets."""
        model = self.env[model_name]
        ids = [head.id for head in sheets.values()]
        query = model._search([("overview_id", "in", ids)])
        columns = [
            SQL(
                "%s AS %s",
                model._field_to_sql(model._table, name, query),
                SQL.identifier(name),
            )
            for name in names
        ]
        return self.env.execute_query_dict(
            SQL("WITH found AS (%s) %s", query.select(*columns), statement)
        )

    def _read_agreed(self, members):
        """Somebody who left the team decides nothing any more."""
        found = defaultdict(lambda: defaultdict(dict))
        names = ["company_id", "cluster_id", "member_id", *MANDATES]
        for row in read_rows(self.env["ict.mandate"], [], names):
            if not members.get(row["member_id"], {}).get("active"):
                continue
            found[row["company_id"]][row["cluster_id"]][row["member_id"]] = tuple(
                name for name in MANDATES if row[name]
            )
        return found

    def _read_all_clusters(self, facts):
        # Whoever reads a line reads the name of its cluster.
        clusters = self.env["ict.cluster"].sudo().with_context(active_test=False)
        used = {
            cluster
            for of_company in (*facts.lines.values(), *facts.agreed.values())
            for cluster in of_company
        }
        rows = list(
            read_rows(
                clusters,
                ["|", ("id", "in", list(used)), ("company_id", "=", False)],
                ["id", "name", "company_id", "active"],
            )
        )
        facts.clusters = {row["id"]: row["name"] for row in rows}
        facts.shared = frozenset(
            row["id"] for row in rows if row["active"] and not row["company_id"]
        )
