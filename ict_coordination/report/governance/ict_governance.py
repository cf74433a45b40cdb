from odoo import api, models

from ...coverage.choosing import choose_sheets
from ...governance import MANDATES, ClusterMandates, Member, Team, check, combine
from .words import Words


class IctGovernance(models.AbstractModel):
    """Who makes up the ICT teams, what is missing, and who holds which mandate.

    Everything is read with the rights of the reader, in a number of queries that does
    not depend on the number of schools. There are names here, and no hours.
    """

    _name = "ict.governance"
    _inherit = ["ict.group.reader"]
    _description = "ICT governance"

    # --- RPC ---

    @api.model
    @api.readonly
    def governance_read(self):
        """Return the teams of all schools that the user may read, as JSON.

        - ``mandates``: ``[[key, label]]``; ``teams``: ``[[key, name]]``
        - ``members``: ``{id: {name, person, kind, role, role_label, teams, …}}``;
          ``person`` is the same for the memberships of one human
        - ``groups``: ``[{id, name, members: [id]}]``
        - ``units``: the schools, the group first: ``members`` (ids of who counts),
          ``findings`` in words with a step, ``clusters`` with the holders of mandates

        :raise AccessError: the user may not read overviews
        """
        self._check_reader()
        facts = self._facts()
        words = self._words(facts)
        units = [self._unit(facts, words, school) for school in facts.schools]
        return {
            "mandates": [[key, words.mandates[key]] for key in MANDATES],
            "teams": [[key, name] for key, name in facts.teams.items()],
            "members": {
                str(row["id"]): self._member_json(facts, words, row)
                for row in facts.members.values()
            },
            "groups": [
                {
                    "id": group,
                    "name": name,
                    "members": [one["id"] for one in facts.active.get(group, ())],
                }
                for group, name in facts.groups.items()
            ],
            "units": units,
        }

    # --- parts ---

    def _words(self, facts):
        return Words(self.env, facts, set(self.env.user._ict_role_schools().ids))

    @api.model
    def _facts(self):
        """Return the :class:`Facts` of the sheets in force."""
        heads = self._read_heads()
        chosen = choose_sheets(heads)
        schools = self._read_schools(heads, chosen)
        sheets = {
            school: head for (school, kind), head in chosen.items() if kind == "current"
        }
        return self._read_facts(schools, sheets)

    def _unit(self, facts, words, school):
        clusters = self._clusters(facts, school.id)
        works = facts.workers(school.id)
        group = facts.group_of.get(school.id)
        rows = [*facts.active.get(school.id, ())]
        if group != school.id:
            rows += facts.active.get(group, ())
        members = tuple(
            Member(
                id=row["id"],
                name=row["name"],
                kind=row["member_type"],
                role=row["role"],
                teams=facts.teams_of.get(row["id"], frozenset()),
                of_group=row["company_id"] != school.id,
                works_here=row["id"] in works,
            )
            for row in rows
        )
        sheet = facts.sheets.get(school.id)
        team = Team(members, clusters, school.is_group, bool(sheet))
        return {
            "id": school.id,
            "name": school.name,
            "type_label": school.type_label,
            "is_group": school.is_group,
            "group": group or False,
            "sheet": {
                "id": sheet.id,
                "state": sheet.state,
                "school_year": sheet.school_year,
            }
            if sheet
            else False,
            "may_edit": words.may_edit(school.id),
            "members": [one.id for one in members if one.counts],
            "findings": [words.finding(one, school) for one in check(team)],
            "clusters": [one.as_json() for one in clusters],
        }

    def _clusters(self, facts, school_id):
        """Return the :class:`ClusterMandates` of a school, in the order of clusters."""
        has_sheet = school_id in facts.sheets
        on_tasks = facts.on_tasks.get(school_id, {})
        lines = facts.lines.get(school_id, {})
        agreed = facts.agreed_in(school_id)
        found = []
        for cluster_id, name in facts.clusters.items():
            asked = cluster_id in (lines if has_sheet else facts.shared)
            if not asked and cluster_id not in agreed:
                continue
            holders, differences = combine(
                on_tasks.get(cluster_id, {}), agreed.get(cluster_id, {}), has_sheet
            )
            line = lines.get(cluster_id, {})
            found.append(
                ClusterMandates(
                    id=cluster_id,
                    name=name,
                    holders=holders,
                    tasks=line.get("done", 0),
                    open={
                        "decides": line.get("no_decider", 0),
                        "contact": line.get("no_contact", 0),
                    },
                    differences=differences,
                )
            )
        return tuple(found)

    def _member_json(self, facts, words, row):
        return {
            "id": row["id"],
            "name": row["name"],
            "person": facts.person(row),
            "kind": row["member_type"],
            "role": row["role"] or False,
            "role_label": words.role(row),
            "teams": [
                key for key in facts.teams if key in facts.teams_of.get(row["id"], ())
            ],
            "company": row["company_id"],
            "active": row["active"],
        }
