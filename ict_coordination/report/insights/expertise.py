"""Expertise: who does and who can do what, by competency."""

from collections import defaultdict
from itertools import chain
from typing import NamedTuple

from odoo import models

from ...insights import Insight
from ...insights.result import ids
from ...insights.rows import ExpertiseRow
from .done import done
from .people import competencies, union
from .scope import DOERS


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _insight_expertise(self, scope):
        """Return who does and can do what: first what is asked and few people show."""
        people = self._experts(scope)
        asked = self._expert_asked(scope)
        doing = self._expert_done(scope, people, asked)
        nobody = Done(people, ())
        can = {}
        for row in asked:
            humans = people.keys() & set(row["humans"] or ())
            can[row["cluster_id"], row["competency_id"]] = humans
            # the first row of a cluster is all of it
            can[row["cluster_id"], None] |= humans
        rows = [
            _expertise_row(
                row,
                doing.get((row["cluster_id"], row["task_id"]), nobody),
                can[row["cluster_id"], row["competency_id"]],
                people,
                scope.thresholds.experts,
            )
            for row in asked
        ]
        rows.sort(
            key=lambda row: (
                not row.few,
                row.importance == "preferred",
                row.count if row.few else 0,
            )
        )
        return Insight("expertise", tuple(rows), scope.without("current"))

    def _experts(self, scope):
        """Return ``{human: Expert}`` of everybody who is not archived, by name."""
        found = self.env.execute_query(
            scope.sql(
                """
                SELECT human, MIN(person) AS key,
                    ARRAY_AGG(id) FILTER (WHERE active),
                    ARRAY_AGG(id) FILTER (WHERE member_type IN %(doers)s),
                    ARRAY_AGG(school_id)
                        FILTER (WHERE active AND school_id = ANY(%(schools)s)),
                    (ARRAY_AGG(name ORDER BY active DESC, id))[1] AS name
                FROM member
                GROUP BY human
                HAVING BOOL_OR(active) AND
                    (ARRAY_AGG(member_type ORDER BY active DESC, id))[1] IN %(doers)s
                ORDER BY name, key
                """,
                schools=[one.id for one in scope.schools],
                doers=DOERS,
            )
        )
        return {
            human: Expert(place, key, members, doing, schools or [])
            for place, (human, key, members, doing, schools, _name) in enumerate(found)
        }

    def _expert_done(self, scope, people, asked):
        """Return ``{(cluster id, None or the id of a task that is asked): Done}``."""
        human_of = {one: human for human in people for one in people[human].doing_ids}
        found = self.env.execute_query(
            scope.sql(
                """
                , %(done)s
                SELECT cluster_id, task_id, member_id, school_id, ARRAY_AGG(line_id)
                FROM (
                    SELECT cluster_id, member_id, school_id, line_id,
                        CASE WHEN task_id = ANY(%(tasks)s) THEN task_id END AS task_id
                    FROM done
                ) done
                GROUP BY cluster_id, task_id, member_id, school_id
                """,
                done=done(scope, list(human_of)),
                tasks=[row["task_id"] for row in asked if row["task_id"]],
            )
        )
        doing = defaultdict(list)
        for row in found:
            doing[row[0], None].append(row)
            if row[1]:
                doing[row[:2]].append(row)
        return {place: Done(people, rows, human_of) for place, rows in doing.items()}

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


class Expert(NamedTuple):
    """Somebody who is not archived: ``place`` by name, and where a member.

    ``doing_ids`` are the memberships that can stand on tasks, archived ones too.
    """

    place: int
    key: str
    member_ids: list[int]
    doing_ids: list[int]
    school_ids: list[int]


class Done:
    """Who does the tasks of a cluster, or one task, and the records of that.

    :param rows: (cluster id, task id, member id, school id, line ids)
    """

    def __init__(self, people, rows, human_of=None):
        _clusters, _tasks, members, schools, lines = (
            zip(*rows, strict=True) if rows else [()] * 5
        )
        self.humans = {human_of[one] for one in members}
        who = [people[human] for human in self.humans]
        self.keys = _keys(who)
        self.line_ids = ids(chain.from_iterable(lines))
        self.member_ids = union(members, *(one.member_ids for one in who))
        self.school_ids = union(schools, *(one.school_ids for one in who))


def _expertise_row(row, doing, can, people, minimum):
    more = [people[human] for human in can - doing.humans]
    # a task of the cluster, such as deciding once, proves none of its competencies:
    # a skill does, and doing the very task that a competency is tied to
    proved = row["competency_id"] is None or row["task_id"] is not None
    count = len(doing.humans) + len(more) if proved else len(can)
    return ExpertiseRow(
        cluster_id=row["cluster_id"],
        competency_id=row["competency_id"],
        task_id=row["task_id"],
        importance=row["importance"],
        does=doing.keys,
        can=_keys([people[human] for human in can]),
        count=count,
        few=count < minimum,
        school_ids=_with(doing.school_ids, [one.school_ids for one in more]),
        line_ids=doing.line_ids,
        member_ids=_with(doing.member_ids, [one.member_ids for one in more]),
    )


def _with(known, more):
    return union(known, *more) if more else known


def _keys(found):
    """Return the keys of people, by name."""
    return tuple([one.key for one in sorted(found)])
