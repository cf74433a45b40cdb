"""From records to the dataclasses of the workbook: the one way out of the database.

Everything is read with the rights of the caller and in a number of queries that does
not depend on the number of overviews.
"""

from collections import defaultdict

from ..models.ict_allocation import MANDATES
from ..tools.plain_rows import read_rows
from ..workbook import Entry, Row, Sheet
from .book_parts import book_of, people_of, person_key, task_key, team_of
from .overview_notes import open_notes

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


def overview_book(overviews, with_notes=False):
    """Return the :class:`Book` of ``overviews``, one sheet for each of them.

    :param overviews: recordset of ``ict.overview``; its order is the order of sheets
    :param with_notes: show what imports could not read and nobody has solved yet
    """
    env = overviews.env
    lang = env.lang or env.user.lang
    overviews = overviews.with_context(lang=lang)
    in_use = overviews.env["ict.overview.line"]._read_group(
        [("overview_id", "in", overviews.ids)], ["cluster_id"]
    )
    return book_of(
        title=env["ir.model"]._get("ict.overview").with_context(lang=lang).name,
        schools=overviews.company_id,
        sheets=_sheets(overviews, open_notes(overviews) if with_notes else {}),
        # archived tasks keep their cluster
        clusters=overviews.env["ict.cluster"].union(*(c for (c,) in in_use)),
    )


def _sheets(overviews, notes):
    by_line, members_of = _entries(overviews)
    rows_of = _rows_by_overview(overviews, by_line, notes)
    teams = team_of(overviews.company_id)
    members = overviews.env["ict.team.member"]
    return tuple(
        Sheet(
            school=overview.company_id.name,
            kind=overview.kind,
            school_year=overview.school_year,
            group_name=overview.company_id.sudo().school_group_id.name or "",
            people=people_of(
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
        read_rows(
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


def _rows_by_overview(overviews, by_line, notes):
    """Return ``{overview id: [Row]}`` in the order of the sheet."""
    lines = list(
        read_rows(
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
                open_notes=notes.get(line["id"], ()),
            )
        )
    return rows_of


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
