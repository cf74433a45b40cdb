"""Workbooks of a whole group into records, against Odoo's own load().

28 schools, a sheet of each kind: 56 overviews, 67 lines each, about 11,000 people on
them. Both start from the same database (everything is rolled back in between), as the
same group manager, and end with the same overviews, lines and allocations in it.

Ours is what an import does with what it read: one overview at a time is made and
filled. The peer gets ready-made rows with the numbers of schools, tasks and members,
so that it looks up no names, in one call for everything (the web client cuts the rows
in batches, which costs more) and without the log of changes, as the web client asks.
"""

import base64
import random
import sys

from common import (
    KINDS,
    as_manager,
    environment,
    make_group,
    make_schools,
    ratio,
    report,
    seconds,
)

SCHOOLS = 28
YEAR = "2026-2027"
REPORT = "ict_coordination.overview_xlsx"
COLUMNS = [
    *("company_id/.id", "kind", "school_year"),
    *("line_ids/task_id/.id", "line_ids/applicable", "line_ids/level"),
    *("line_ids/priority", "line_ids/note", "line_ids/allocation_ids/member_id/.id"),
    *("line_ids/allocation_ids/hours", "line_ids/allocation_ids/certainty"),
    "line_ids/allocation_ids/funding_id/.id",
]


def make_sheets(env, members, seed=3):
    """Return ``[(school id, kind, Snapshot)]``: what 28 workbooks say."""
    from odoo.addons.ict_coordination.workbook.changes import (
        EntryValues,
        LineValues,
        Snapshot,
    )

    rng = random.Random(seed)
    fundings = [None, *env["ict.funding"].search([]).ids]
    tasks = env["ict.task"].search([]).ids
    return [
        (
            school.id,
            kind,
            Snapshot(
                {
                    task: LineValues(
                        level=rng.choice([None, "school", "group", "shared"]),
                        priority=rng.choice([None, "short", "long"])
                        if kind == "target"
                        else None,
                        note=rng.choice(["", "", "Vraagt een vaste afspraak"]),
                    )
                    for task in tasks
                },
                {
                    (task, member): EntryValues(
                        rng.choice([None, 0.25, 0.5, 1, 1.5, 2]),
                        rng.choice(["exact", "exact", "assumed"]),
                        rng.choice(fundings),
                    )
                    for task in tasks
                    for member in rng.sample(people.ids, rng.randint(2, 4))
                },
            ),
        )
        for school, people in members.items()
        for kind in KINDS
    ]


def rows_of(sheets):
    """Return the same sheets as rows for ``load``, all values as text."""
    rows = []
    for school, kind, sheet in sheets:
        head = [str(school), kind, YEAR]
        people = {}
        for (task, member), entry in sheet.entries.items():
            people.setdefault(task, []).append(
                [
                    str(member),
                    str(entry.hours or 0),
                    entry.certainty,
                    str(entry.funding or ""),
                ]
            )
        for task, line in sheet.lines.items():
            values = [str(task), "1", line.level or "", line.priority or "", line.note]
            for person in people[task]:
                rows.append([*head, *values, *person])
                # an empty cell: still the overview, or the line, of the row above
                head, values = ["", "", ""], ["", "", "", "", ""]
    return rows


def ours(overviews, sheets):
    for school, kind, sheet in sheets:
        overviews.create(
            {"company_id": school, "kind": kind, "school_year": YEAR}
        )._import_snapshot(sheet)
    overviews.env.flush_all()


def load(overviews, rows):
    # What the web client's import passes when its boxes are left as they are.
    result = overviews.with_context(import_file=True, tracking_disable=True).load(
        COLUMNS, rows
    )
    if not result["ids"]:
        raise SystemExit(result["messages"][:3])
    overviews.env.flush_all()


def outcome(env):
    """Return what is in the database, in a few numbers."""
    env.cr.execute(
        """
        SELECT count(*), count(DISTINCT a.line_id), count(DISTINCT a.overview_id),
            sum(a.hours), sum(a.unknown_hours), count(a.funding_id), count(a.level),
            count(a.priority), count(l.note)
        FROM ict_allocation a JOIN ict_overview_line l ON l.id = a.line_id
        """
    )
    return env.cr.fetchone()


def in_own_transaction(action, manager_id, data, results):
    """Return ``action`` that runs in a transaction of its own and leaves no trace."""

    def run():
        with environment() as env:
            manager = env["res.users"].browse(manager_id)
            action(as_manager(env["ict.overview"], manager), data)
            results[action.__name__] = outcome(env)

    return run


def whole_way(manager_id, sheets):
    """Return the seconds to read 28 files and to import them, and what came of it.

    The files are those that our own export makes of the same sheets.
    """
    with environment() as env:
        manager = env["res.users"].browse(manager_id)
        overviews = as_manager(env["ict.overview"], manager)
        ours(overviews, sheets)
        schools = sorted({school for school, _kind, _sheet in sheets})
        files = [
            env["ir.actions.report"]
            .with_user(manager)
            .with_context(overviews.env.context)
            ._render(REPORT, overviews.search([("company_id", "=", school)]).ids)[0]
            for school in schools
        ]
    with environment() as env:
        manager = env["res.users"].browse(manager_id)
        imports = as_manager(env["ict.import"], manager)
        books = []

        def read():
            for school, content in zip(schools, files, strict=True):
                data = base64.b64encode(content).decode()
                books.append(imports.upload_workbook(f"{school}.xlsx", data))
                found = imports.browse(books[-1]).sheet_ids.filtered("kind")
                if found.company_id.ids != [school]:
                    found.company_id = school

        def bring_in():
            for book in imports.browse(books):
                answer = book.import_one()
                if answer["status"] != "done":
                    raise SystemExit(answer["message"])
            env.flush_all()

        return seconds(read), seconds(bring_in), outcome(env)


def main():
    with environment() as env:
        manager, members = make_schools(env, SCHOOLS)
        # As in a database that is in use: PostgreSQL knows the size of its tables.
        make_group(env, 2)
        env.cr.commit()
        env.cr.execute("ANALYZE ict_overview, ict_overview_line, ict_allocation")
        env.cr.commit()
        sheets = make_sheets(env, members)
        start, manager_id = outcome(env), manager.id
    rows = rows_of(sheets)
    results = {}
    our_run = in_own_transaction(ours, manager_id, sheets, results)
    peer_run = in_own_transaction(load, manager_id, rows, results)
    measured = ratio(our_run, peer_run)
    if results["ours"] != results["load"] or results["ours"] == start:
        raise SystemExit(f"They wrote different records: {results}")
    print(
        f"{len(sheets)} sheets, {len(rows)} rows:"
        f" ours {seconds(our_run):.1f} s, load() {seconds(peer_run):.1f} s"
    )
    reading, importing, result = whole_way(manager_id, sheets)
    print(
        f"for information: reading {SCHOOLS} files {reading:.1f} s, importing them"
        f" {importing:.1f} s ({result[0] - start[0]} people on tasks)"
    )
    return report("records of 28 schools / Odoo's load() of them", measured, 0.25)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
