"""The tables that the questions about people share."""

from functools import lru_cache

from odoo import fields
from odoo.fields import Domain
from odoo.tools import SQL

from ...insights.result import ids
from ...workbook.hours import Hours

# a large group has the same hours thousands of times
hours_of = lru_cache(maxsize=4096)(Hours)

#: ``task``: each person on each task that the schools do now
TASK = SQL(
    """
    task AS (
        SELECT doing.id, doing.human, doing.member_id, doing.line_id, doing.hours,
            doing.unknown, current.school_id, current.task_id, current.cluster_id,
            current.task_sequence
        FROM doing JOIN current ON current.id = doing.line_id
    )
    """
)
#: ``person``: each human once. Of several memberships the one that is not archived
#: says the name, and of these the oldest.
PERSON = SQL(
    """
    person AS (
        SELECT DISTINCT ON (human) human, person AS key, name, active
        FROM member ORDER BY human, active DESC, id
    )
    """
)


class People:
    """Everybody by name.

    :param rows: (human, key, name, active) in the order of names; see ``PERSON``
    """

    def __init__(self, rows):
        self.keys = [key for _human, key, _name, _active in rows]
        self.names = {key: name for _human, key, name, _active in rows}
        #: keys of who is archived in every team
        self.left = frozenset(key for _human, key, _name, active in rows if not active)
        self._place = {row[0]: place for place, row in enumerate(rows)}

    def keys_of(self, humans):
        """Return a list of the keys of humans, in their order."""
        keys, place = self.keys, self._place
        return [keys[place[human]] for human in humans]

    def by_name(self, humans):
        """Return the keys of humans, each there once, by name; ``None`` is nobody."""
        keys = self.keys
        places = map(self._place.__getitem__, humans or ())
        return tuple([keys[place] for place in sorted(places)])


def competencies(env):
    """Return what the competencies ask that the reader may read, as tables.

    ``asked``: id, cluster_id, task_id, importance; ``shown``: competency_id,
    employee_id of who has a skill that counts today.
    """
    asks = env["ict.competency"]
    query = asks._search([("importance", "!=", "not_required")])
    asked = query.select(
        *(
            asks._field_to_sql(asks._table, name, query)
            for name in ("id", "cluster_id", "task_id", "importance")
        )
    )
    skills = env["hr.employee.skill"]
    today = fields.Date.context_today(skills)
    valid = skills._search(
        Domain("valid_from", "<=", today)
        & (Domain("valid_to", "=", False) | Domain("valid_to", ">=", today))
    )
    had = valid.select(
        *(
            skills._field_to_sql(skills._table, name, valid)
            for name in ("employee_id", "skill_id")
        )
    )
    relation = asks._fields["skill_ids"]
    asks.flush_model(["skill_ids"])
    return SQL(
        """
        asked(id, cluster_id, task_id, importance) AS MATERIALIZED (%(asked)s),
        had(employee_id, skill_id) AS NOT MATERIALIZED (%(had)s),
        shown AS (
            SELECT DISTINCT asked.id AS competency_id, had.employee_id
            FROM asked
            JOIN %(relation)s asks ON asks.%(competency)s = asked.id
            JOIN had ON had.skill_id = asks.%(skill)s
        )
        """,
        asked=asked,
        had=had,
        relation=SQL.identifier(relation.relation),
        competency=SQL.identifier(relation.column1),
        skill=SQL.identifier(relation.column2),
    )


def union(*lists):
    """Return the ids of several arrays of SQL, each once, in rising order."""
    return ids(one for found in lists for one in found or ())
