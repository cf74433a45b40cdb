"""From records to the dataclasses of the workbook: the one way out of the database.

Everything is read with the rights of the caller and in a number of queries that does
not depend on the number of overviews.
"""

from collections import defaultdict

from odoo import fields

from ..models.ict_allocation import MANDATES
from ..workbook import Book, CatalogueTask, Cluster, Entry, Person, Row, Sheet

LINE_FIELDS = [
    "id",
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
        clusters=_clusters(overviews, tasks),
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


def _clusters(overviews, tasks):
    """Return the clusters of the catalogue, and those of archived tasks in use."""
    in_use = overviews.env["ict.overview.line"]._read_group(
        [("overview_id", "in", overviews.ids)], ["cluster_id"]
    )
    clusters = tasks.cluster_id.union(*(cluster for (cluster,) in in_use))
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
    by_line, members_of = _entries(overviews)
    rows_of = _rows_by_overview(overviews, by_line)
    teams = _teams(overviews)
    members = overviews.env["ict.team.member"]
    return tuple(
        Sheet(
            school=overview.company_id.name,
            kind=overview.kind,
            school_year=overview.school_year,
            group_name=overview.company_id.sudo().school_group_id.name or "",
            people=_people(
                members.browse(members_of[overview.id])
                | (teams[overview.company_id] if overview.state != "archived" else []),
                overview.company_id,
            ),
            rows=tuple(rows_of[overview.id]),
            state=overview.state,
            school_key=str(overview.company_id.id),
            hours_budget=overview.company_id.ict_hours_budget or None,
        )
        for overview in overviews
    )


def _entries(overviews):
    """Return ``{line id: [Entry]}`` and ``{overview id: {member id}}``."""
    rows = list(
        _read(
            overviews.env["ict.allocation"],
            [("overview_id", "in", overviews.ids)],
            ALLOCATION_FIELDS,
            order="id",
        )
    )
    member_ids = {row["member_id"] for row in rows}
    _fetch_people(overviews, member_ids)
    keys = {
        member.id: person_key(member)
        for member in overviews.env["ict.team.member"].browse(member_ids)
    }
    funding_marks = {
        funding.id: funding.short_name or funding.name
        for funding in overviews.env["ict.funding"]
        .with_context(active_test=False)
        .search([])
    }
    by_line, members_of = defaultdict(list), defaultdict(set)
    for row in rows:
        by_line[row["line_id"]].append(
            Entry(
                person=keys[row["member_id"]],
                hours=None if row["certainty"] == "unknown" else row["hours"] or 0.0,
                certainty=row["certainty"],
                funding=funding_marks.get(row["funding_id"], ""),
                mandates=tuple(name for name in MANDATES if row[name]),
            )
        )
        members_of[row["overview_id"]].add(row["member_id"])
    return by_line, members_of


def _rows_by_overview(overviews, by_line):
    """Return ``{overview id: [Row]}`` in the order of the sheet."""
    lines = list(
        _read(
            overviews.env["ict.overview.line"],
            [("overview_id", "in", overviews.ids)],
            LINE_FIELDS,
        )
    )
    tasks = overviews.env["ict.task"].browse({line["task_id"] for line in lines})
    facts = {task.id: (task_key(task), task.name, task.is_core) for task in tasks}
    rows_of = defaultdict(list)
    for line in lines:
        key, name, is_core = facts[line["task_id"]]
        rows_of[line["overview_id"]].append(
            Row(
                task_code=key,
                cluster=str(line["cluster_id"]),
                name=name,
                is_core=is_core,
                applicable=bool(line["applicable"]),
                level=line["level"],
                priority=line["priority"],
                note=line["note"] or "",
                entries=tuple(by_line.get(line["id"], ())),
            )
        )
    return rows_of


def _read(model, domain, names, order=None):
    """Yield a dict of plain values per record, read in one query with the rules.

    For the two large tables: records with a cache each cost more than all the rest.
    """
    query = model._search(domain, order=order or model._order)
    columns = [model._field_to_sql(model._table, name, query) for name in names]
    for values in model.env.execute_query(query.select(*columns)):
        yield dict(zip(names, values, strict=True))


def _fetch_people(overviews, member_ids):
    """Read everybody who can stand in a column, in one query."""
    overviews.env["ict.team.member"].with_context(active_test=False).search_fetch(
        [
            "|",
            ("company_id", "in", overviews.company_id.ids),
            ("id", "in", list(member_ids)),
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
