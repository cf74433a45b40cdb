"""Expertise: who does and who can do what, by competency."""

from collections import defaultdict
from typing import NamedTuple

from odoo import models

from ...insights import Badge, Column, Insight, Records, Table, TableRow
from ...insights.result import ids
from ...insights.rows import ExpertiseRow
from ...tools.plain_rows import read_rows
from .people import TASK, competencies, union
from .scope import DOERS


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _insight_expertise(self, scope):
        """Return who does and can do what: first what is asked and few people can."""
        people = self._experts(scope)
        done = self._expert_done(scope, people)
        asked = self._expert_asked(scope)
        minimum, nothing = scope.thresholds.experts, Done().finish({})
        can = {}
        for row in asked:
            humans = people.keys() & set(row["humans"] or ())
            can[row["cluster_id"], row["competency_id"]] = humans
            # the first row of a cluster is all of it
            can[row["cluster_id"], None] |= humans
        rows = [
            _expertise_row(
                row,
                done.get((row["cluster_id"], row["task_id"]), nothing),
                can[row["cluster_id"], row["competency_id"]],
                people,
                minimum,
            )
            for row in asked
        ]
        rows.sort(
            key=lambda row: (
                not row.few,
                row.importance == "preferred",
                len({*row.does, *row.can}) if row.few else 0,
            )
        )
        return Insight("expertise", tuple(rows), scope.without("current"))

    def _experts(self, scope):
        """Return ``{human: Expert}`` of everybody who is not archived, by name."""
        found = self.env.execute_query(
            scope.sql(
                """
                SELECT human, MIN(person) AS key, ARRAY_AGG(id) FILTER (WHERE active),
                    ARRAY_AGG(school_id)
                        FILTER (WHERE active AND school_id = ANY(%s)),
                    (ARRAY_AGG(name ORDER BY active DESC, id))[1] AS name
                FROM member
                GROUP BY human
                HAVING BOOL_OR(active)
                    AND (ARRAY_AGG(member_type ORDER BY active DESC, id))[1] IN %s
                ORDER BY name, key
                """,
                [one.id for one in scope.schools],
                DOERS,
            )
        )
        return {
            human: Expert(place, key, members, schools or [])
            for place, (human, key, members, schools, _name) in enumerate(found)
        }

    def _expert_done(self, scope, people):
        """Return ``{(cluster id, None or the id of a task that is asked): Done}``."""
        found = self.env.execute_query(
            scope.sql(
                """
                , %s, %s
                SELECT task.cluster_id, wanted.task_id, human, school_id, member_id,
                    ARRAY_AGG(line_id), ARRAY_AGG(task.id)
                FROM task
                LEFT JOIN (
                    SELECT DISTINCT task_id, cluster_id FROM asked
                    WHERE task_id IS NOT NULL
                ) wanted USING (task_id, cluster_id)
                GROUP BY task.cluster_id, wanted.task_id, human, school_id, member_id
                """,
                competencies(self.env),
                TASK,
            )
        )
        done = defaultdict(Done)
        for cluster, task, human, *place in found:
            if human in people:
                done[cluster, None].add(human, *place)
                if task:
                    done[cluster, task].add(human, *place)
        for one in done.values():
            one.finish(people)
        return done

    def _expert_asked(self, scope):
        """Return each cluster and after it its competencies, with who can do it."""
        clusters = self.env["ict.cluster"].sudo()
        tasks = self.env["ict.task"].sudo()
        return scope.rows(
            """
            , %(competencies)s,
            can AS (
                SELECT competency_id, ARRAY_AGG(human) AS humans
                FROM shown
                JOIN (
                    SELECT employee_id, MIN(human) AS human FROM member
                    WHERE employee_id IS NOT NULL GROUP BY employee_id
                ) member USING (employee_id)
                GROUP BY competency_id
            ),
            -- a cluster without tasks on a sheet and without competencies says nothing
            used AS (
                SELECT cluster.id AS cluster_id FROM ict_cluster cluster
                CROSS JOIN LATERAL (
                    SELECT FROM line WHERE line.cluster_id = cluster.id LIMIT 1
                ) found
                UNION SELECT cluster_id FROM asked
            ),
            place AS (
                SELECT cluster_id, NULL::int AS competency_id, NULL::int AS task_id,
                    NULL AS importance
                FROM used
                UNION ALL SELECT cluster_id, id, task_id, importance FROM asked
            )
            SELECT place.cluster_id, place.competency_id, place.task_id,
                place.importance, can.humans
            FROM place
            JOIN ict_cluster ON ict_cluster.id = place.cluster_id
            LEFT JOIN ict_task ON ict_task.id = place.task_id
            LEFT JOIN can USING (competency_id)
            ORDER BY %(cluster)s, ict_cluster.id, place.competency_id IS NOT NULL,
                place.task_id IS NOT NULL, %(task)s, place.task_id,
                place.competency_id
            """,
            competencies=competencies(self.env),
            cluster=clusters._field_to_sql("ict_cluster", "sequence"),
            task=tasks._field_to_sql("ict_task", "sequence"),
        )

    def _table_expertise(self, scope, insight):
        minimum = scope.thresholds.experts
        asked = [row for row in insight.rows if row.competency_id]
        few = sum(row.few for row in asked)
        required = any(row.few and row.importance == "required" for row in asked)
        return Table(
            key="expertise",
            title=self.env._("Expertise"),
            question=self.env._(
                "For what must the group train, share or hire somebody?"
            ),
            rule=self.env._(
                "Who does the tasks now, and who has a skill that shows the "
                "competency; archived people are left out. Fewer than %(people)s "
                "people is a gap and comes first, what is required before what is "
                "preferred.",
                people=minimum,
            ),
            summary=(
                self.env._(
                    "Too few people (fewer than %(minimum)s): %(few)s of %(all)s "
                    "competencies.",
                    minimum=minimum,
                    few=few,
                    all=len(asked),
                )
                if asked
                else self.env._("No competency asks anything yet.")
            ),
            tone="danger"
            if required
            else "warning"
            if any(row.few for row in insight.rows)
            else "success"
            if insight.rows
            else "muted",
            empty=self.env._("There are no clusters with tasks or competencies yet."),
            columns=(
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
                    self.env._("People who do it now or can do it, each counted once."),
                ),
                Column("does", self.env._("Does it now"), "people"),
                Column(
                    "can",
                    self.env._("Can do it"),
                    "people",
                    self.env._("Has a skill in the personnel file that shows it."),
                ),
                Column("schools", self.env._("Schools"), "schools"),
            ),
            rows=self._expertise_rows(scope, insight),
            without_sheet=insight.without_sheet,
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
        of_one = (
            self.env._("nobody for “%(competency)s”"),
            self.env._("1 person for “%(competency)s”"),
            self.env._("%(people)s people for “%(competency)s”"),
        )
        of_all = (
            self.env._("nobody"),
            self.env._("1 person"),
            self.env._("%(people)s people"),
        )
        rows = []
        for row in insight.rows:
            count = len({*row.does, *row.can})
            named = {"people": count, "competency": names.get(row.competency_id, "")}
            at = min(count, 2)
            detail = (of_one if row.competency_id else of_all)[at] % named
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
                    if count or row.importance == "preferred"
                    else "danger",
                    detail=detail,
                    cells={
                        "cluster": row.cluster_id,
                        "competency": row.competency_id,
                        "importance": asked[row.importance],
                        "count": count,
                        "does": list(row.does),
                        "can": list(row.can),
                        "schools": sorted(row.school_ids, key=order),
                    },
                    records=tuple(one for one in records if one.ids),
                )
            )
        return tuple(rows)


class Expert(NamedTuple):
    """Somebody who is not archived: ``place`` by name, and where a member."""

    place: int
    key: str
    member_ids: list[int]
    school_ids: list[int]


class Done:
    """Who does the tasks of a cluster, or one task, and the records of that."""

    def __init__(self):
        self.humans, self.member_ids, self.school_ids = set(), set(), set()
        self.line_ids, self.allocation_ids = [], []

    def add(self, human, school, member, lines, allocations):
        self.humans.add(human)
        self.member_ids.add(member)
        self.school_ids.add(school)
        self.line_ids += lines
        self.allocation_ids += allocations

    def finish(self, people):
        """Sort what several rows share."""
        self.line_ids, self.allocation_ids = (
            ids(self.line_ids),
            ids(self.allocation_ids),
        )
        for human in self.humans:
            self.member_ids.update(people[human].member_ids)
            self.school_ids.update(people[human].school_ids)
        return self


def _expertise_row(row, done, can, people, minimum):
    more = [people[human] for human in can - done.humans]
    return ExpertiseRow(
        cluster_id=row["cluster_id"],
        competency_id=row["competency_id"],
        task_id=row["task_id"],
        importance=row["importance"],
        does=_keys(done.humans, people),
        can=_keys(can, people),
        few=len(done.humans) + len(more) < minimum,
        school_ids=union(done.school_ids, *(one.school_ids for one in more)),
        line_ids=done.line_ids,
        allocation_ids=done.allocation_ids,
        member_ids=union(done.member_ids, *(one.member_ids for one in more)),
    )


def _keys(humans, people):
    """Return the keys of people, by name."""
    return tuple(one.key for one in sorted(people[human] for human in humans))
