"""Expertise in words: the table of what was found."""

from odoo import models

from ...insights import Badge, Column, Records, Table, TableRow
from ...tools.plain_rows import read_rows


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _table_expertise(self, scope, insight):
        minimum = scope.thresholds.experts
        asked = [row for row in insight.rows if row.competency_id]
        required = any(row.few and row.importance == "required" for row in asked)
        return Table(
            key="expertise",
            title=self.env._("Expertise"),
            question=self.env._(
                "For what must the group train, share or hire somebody?"
            ),
            rule=self.env._(
                "Who has a skill that shows the competency, or does the very task that "
                "it belongs to. To do other tasks of the cluster proves no single "
                "competency, and archived people are left out. Fewer than %(people)s "
                "people is a gap and comes first, what is required before what is "
                "preferred.",
                people=minimum,
            ),
            summary=self._expertise_summary(insight, asked, minimum),
            tone="danger"
            if required
            else "warning"
            if any(row.few for row in insight.rows)
            else "success"
            if insight.rows
            else "muted",
            empty=self.env._("There are no clusters with tasks or competencies yet."),
            columns=self._expertise_columns(),
            rows=self._expertise_rows(scope, insight),
            without_sheet=insight.without_sheet,
        )

    def _expertise_summary(self, insight, asked, minimum):
        few = sum(row.few for row in asked)
        if few:
            return self.env._(
                "Too few people (fewer than %(minimum)s) for %(few)s of %(all)s "
                "competencies.",
                minimum=minimum,
                few=few,
                all=len(asked),
            )
        whole = sum(row.few for row in insight.rows)
        if whole:
            return self.env._(
                "Clusters for which there are too few people (fewer than "
                "%(minimum)s): %(clusters)s.",
                minimum=minimum,
                clusters=whole,
            )
        if asked:
            return self.env._(
                "For each of the %(all)s competencies there are enough people (at "
                "least %(minimum)s).",
                all=len(asked),
                minimum=minimum,
            )
        return self.env._("No competency asks anything yet.")

    def _expertise_columns(self):
        return (
            Column("cluster", self.env._("Cluster"), "cluster"),
            Column(
                "competency",
                self.env._("Competency"),
                "competency",
                self.env._("Empty: all tasks and competencies of the cluster."),
            ),
            Column("importance", self.env._("Asked"), "badges"),
            Column(
                "count",
                self.env._("People"),
                "number",
                self.env._(
                    "People who have the skill, or do the very task that the "
                    "competency belongs to, each counted once. Of a cluster: who does "
                    "or can do something of it."
                ),
            ),
            Column("next", self.env._("Next step"), "text"),
            Column(
                "can",
                self.env._("Can do it"),
                "people",
                self.env._("Has a skill in the personnel file that shows it."),
            ),
            Column(
                "does",
                self.env._("Does the tasks now"),
                "people",
                self.env._(
                    "Does tasks of the cluster, or the very task that the competency "
                    "belongs to."
                ),
            ),
            Column("schools", self.env._("Schools"), "schools"),
        )

    def _expertise_rows(self, scope, insight):
        _, order = self.env._, self._school_order(scope)
        # whoever may read a competency reads its name
        names = {
            one["id"]: one["name"]
            for one in read_rows(
                self.env["ict.competency"].sudo(),
                [("id", "in", [row.competency_id for row in insight.rows])],
                ["id", "name"],
            )
        }
        asked = {
            "required": [Badge(self.env._("Required"), "info")],
            "preferred": [Badge(self.env._("Preferred"), "muted")],
            None: [],
        }
        rows = []
        for row in insight.rows:
            records = (
                Records(self.env._("Tasks"), "ict.overview.line", row.line_ids),
                Records(self.env._("Team members"), "ict.team.member", row.member_ids),
            )
            rows.append(
                TableRow(
                    id=f"{row.cluster_id}-{row.competency_id or 'all'}",
                    tone=""
                    if not row.few
                    else "warning"
                    if row.does or row.can or row.importance == "preferred"
                    else "danger",
                    detail=self._expertise_detail(row, names),
                    cells={
                        "cluster": row.cluster_id,
                        "competency": row.competency_id,
                        "importance": asked[row.importance],
                        "count": row.count,
                        "next": self._expertise_next(row),
                        "can": list(row.can),
                        "does": list(row.does),
                        "schools": sorted(row.school_ids, key=order),
                    },
                    records=tuple(one for one in records if one.ids),
                )
            )
        return tuple(rows)

    def _expertise_detail(self, row, names):
        named = {"people": row.count, "competency": names.get(row.competency_id, "")}
        if row.competency_id is None:
            return (
                self.env._("nobody"),
                self.env._("1 person"),
                self.env._("%(people)s people"),
            )[min(row.count, 2)] % named
        found = (
            self.env._("nobody for “%(competency)s”"),
            self.env._("1 person for “%(competency)s”"),
            self.env._("%(people)s people for “%(competency)s”"),
        )[min(row.count, 2)] % named
        if not row.few or not row.unproved:
            return found
        if len(row.does) == 1:
            return self.env._("%(found)s, 1 person does the tasks", found=found)
        return self.env._(
            "%(found)s, %(people)s people do the tasks",
            found=found,
            people=len(row.does),
        )

    def _expertise_next(self, row):
        """Return what a manager can do about a gap: the least effort first."""
        if not row.few:
            return ""
        if row.unproved:
            return self.env._(
                "Fill in the skill of who does the tasks, or train one of them"
            )
        if row.count:
            return self.env._("Let a colleague learn it from who can do it")
        return self.env._("Train somebody, share with another school or hire")
