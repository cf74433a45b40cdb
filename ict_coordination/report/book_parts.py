"""The parts that every workbook out of the database has: catalogue, people, title.

Everything is read with the rights of the caller and in a number of queries that does
not depend on the number of schools.
"""

from collections import defaultdict

from odoo import fields

from ..workbook import Book, CatalogueTask, Cluster, Person


def book_of(title, schools, sheets, clusters=None):
    """Return the :class:`Book` of ``schools`` with the catalogue that they share.

    :param title: what the file says that it is
    :param schools: recordset of ``res.company``, in the language of the workbook
    :param sheets: its :class:`Sheet` values
    :param clusters: recordset of clusters in use beside those of the catalogue
    """
    env = schools.env
    groups = schools.school_group_id
    tasks = env["ict.task"].search(
        [("company_id", "in", [False, *(schools | groups).ids])]
    )
    clusters = tasks.cluster_id | (clusters or env["ict.cluster"])
    return Book(
        title=title,
        language=env.lang or env.user.lang,
        author=env.user.name,
        created=fields.Datetime.now(),
        group_name=", ".join(groups.sudo().mapped("name")),
        clusters=_clusters(clusters),
        catalogue=tuple(
            CatalogueTask(
                task_key(task), str(task.cluster_id.id), task.name, task.is_core
            )
            for task in tasks
        ),
        sheets=sheets,
    )


def task_key(task):
    """The catalogue code; for a task of a school a key that is stable as well."""
    return task.code or f"task-{task.id}"


def person_key(member):
    """The same key for the same human on every sheet."""
    employee = member.employee_id
    return f"employee-{employee.id}" if employee else f"member-{member.id}"


def _clusters(clusters):
    competencies = clusters.env["ict.competency"].search(
        [("cluster_id", "in", clusters.ids), ("task_id", "=", False)]
    )
    by_cluster = competencies.grouped("cluster_id")
    return tuple(
        Cluster(
            str(cluster.id),
            cluster.short_name or cluster.name,
            tuple(by_cluster.get(cluster, competencies.browse()).mapped("name")),
        )
        for cluster in clusters.sorted(lambda c: (c.sequence, c.id))
    )


def team_of(companies):
    """Return ``{school or group: members}`` of those that can be given tasks."""
    members = companies.env["ict.team.member"].search(
        [
            ("company_id", "in", companies.ids),
            ("member_type", "!=", "sounding_board"),
        ]
    )
    teams = defaultdict(members.browse)
    teams.update(members.grouped("company_id"))
    return teams


def people_of(members, school, with_hours=True):
    """Return the columns of a sheet; one human stands there once.

    Available hours are those of the school's own team: the hours that somebody of the
    group has are not this school's to count. Without ``with_hours`` there are none.
    """
    people = {}
    for member in members.sorted(lambda m: (m.member_type, m.name, m.id)):
        counts = with_hours and member.company_id == school
        person = Person(
            key=person_key(member),
            name=member.name,
            kind=member.member_type,
            hours_available=(counts and member.hours_available) or None,
            pool=f"member-{member.id}",
        )
        people.setdefault(person.key, person)
    return tuple(people.values())
