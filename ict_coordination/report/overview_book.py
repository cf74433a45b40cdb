"""From records to the dataclasses of the workbook: the one way out of the database.

Everything is read with the rights of the caller and in a number of queries that does
not depend on the number of overviews.
"""

from collections import defaultdict

from odoo import fields

from ..models.ict_allocation import MANDATES
from ..workbook import Book, CatalogueTask, Cluster, Entry, Person, Row, Sheet

LINE_FIELDS = [
    "overview_id",
    "task_id",
    "cluster_id",
    "applicable",
    "level",
    "priority",
    "note",
]
ALLOCATION_FIELDS = [
    "line_id",
    "overview_id",
    "member_id",
    "hours",
    "certainty",
    "funding_id",
    *MANDATES,
]
PERSON_FIELDS = ["name", "member_type", "employee_id", "hours_available", "company_id"]


def overview_book(overviews):
    """Return the :class:`Book` of ``overviews``, one sheet for each of them.

    :param overviews: recordset of ``ict.overview``; its order is the order of sheets
    """
    env = overviews.env
    lang = env.lang or env.user.lang
    overviews = overviews.with_context(lang=lang)
    groups = overviews.company_id.school_group_id
    group_name = ", ".join(groups.sudo().mapped("name"))
    tasks = overviews.env["ict.task"].search(
        [("company_id", "in", [False, *(overviews.company_id | groups).ids])]
    )
    return Book(
        title=env["ir.model"]._get("ict.overview").with_context(lang=lang).name,
        language=lang,
        author=env.user.name,
        created=fields.Datetime.now(),
        group_name=group_name,
        clusters=_clusters(overviews.line_ids.cluster_id | tasks.cluster_id),
        catalogue=tuple(
            CatalogueTask(
                task_key(task), str(task.cluster_id.id), task.name, task.is_core
            )
            for task in tasks
        ),
        sheets=_sheets(overviews),
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


def _sheets(overviews):
    # Fetched whole: the cache would read them by the thousand, one query each time.
    lines = overviews.env["ict.overview.line"].search_fetch(
        [("overview_id", "in", overviews.ids)], LINE_FIELDS
    )
    allocations = overviews.env["ict.allocation"].search_fetch(
        [("overview_id", "in", overviews.ids)], ALLOCATION_FIELDS, order="id"
    )
    _fetch_people(overviews, allocations)
    by_line = defaultdict(list)
    members_of = defaultdict(set)
    funding_marks = {
        funding.id: funding.short_name or funding.name
        for funding in allocations.funding_id
    }
    keys = {}
    for member in allocations.member_id:
        keys[member.id] = person_key(member)
    for row in allocations.read(ALLOCATION_FIELDS, load=None):
        by_line[row["line_id"]].append(
            Entry(
                person=keys[row["member_id"]],
                hours=None if row["certainty"] == "unknown" else row["hours"],
                certainty=row["certainty"],
                funding=funding_marks.get(row["funding_id"], ""),
                mandates=tuple(name for name in MANDATES if row[name]),
            )
        )
        members_of[row["overview_id"]].add(row["member_id"])
    lines_of = lines.grouped("overview_id")
    teams = _teams(overviews)
    return tuple(
        Sheet(
            school=overview.company_id.name,
            kind=overview.kind,
            school_year=overview.school_year,
            group_name=overview.company_id.sudo().school_group_id.name or "",
            people=_people(
                overviews.env["ict.team.member"].browse(members_of[overview.id])
                | (teams[overview.company_id] if overview.state != "archived" else []),
                overview.company_id,
            ),
            rows=tuple(
                _row(line, by_line.get(line.id, ()))
                for line in lines_of.get(overview, lines.browse())
            ),
            state=overview.state,
            school_key=str(overview.company_id.id),
            hours_budget=overview.company_id.ict_hours_budget or None,
        )
        for overview in overviews
    )


def _fetch_people(overviews, allocations):
    """Read everybody who can stand in a column, in one query."""
    overviews.env["ict.team.member"].with_context(active_test=False).search_fetch(
        [
            "|",
            ("company_id", "in", overviews.company_id.ids),
            ("id", "in", allocations.member_id.ids),
        ],
        PERSON_FIELDS,
    )


def _teams(overviews):
    """Return the members of each school that can be given tasks."""
    members = overviews.env["ict.team.member"].search(
        [
            ("company_id", "in", overviews.company_id.ids),
            ("member_type", "!=", "sounding_board"),
        ]
    )
    teams = defaultdict(members.browse)
    teams.update(members.grouped("company_id"))
    return teams


def _people(members, school):
    """Return the columns of a sheet; one human stands there once.

    Available hours are those of the school's own team: the hours that somebody of the
    group has are not this school's to count.
    """
    people = {}
    for member in members.sorted(lambda m: (m.member_type, m.name, m.id)):
        of_school = member.company_id == school
        person = Person(
            key=person_key(member),
            name=member.name,
            kind=member.member_type,
            hours_available=(of_school and member.hours_available) or None,
            pool=f"member-{member.id}",
        )
        people.setdefault(person.key, person)
    return tuple(people.values())


def _row(line, entries):
    task = line.task_id
    return Row(
        task_code=task_key(task),
        cluster=str(line.cluster_id.id),
        name=task.name,
        is_core=task.is_core,
        applicable=line.applicable,
        level=line.level or None,
        priority=line.priority or None,
        note=line.note or "",
        entries=tuple(entries),
    )
