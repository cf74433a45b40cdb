"""The coverage map of a thousand schools against the same SQL by hand.

The peer knows which companies it may read: it runs plain SELECTs with their ids and
puts the rows in the same structure. Ours finds that out by the rules of the reader.
``ICT_BENCH_SCHOOLS`` makes another number of schools.
"""

import json
import os
import sys
import time

from common import KINDS, environment, ratio, report, seconds
from large_group import make_large_group

SCHOOLS = int(os.environ.get("ICT_BENCH_SCHOOLS", "1000"))
COVERAGES = {"open": 0, "single": 1, "team": 2, "not_applicable": 3}
LEVELS = {None: 0, "school": 1, "group": 2, "shared": 3}
PRIORITIES = {None: 0, "short": 1, "long": 2, "none": 3}


def by_hand(cr, company_ids, types):
    """Return what ``map_read`` returns, from plain rows of plain SELECTs."""
    # the addon is found once there is an environment
    from odoo.addons.ict_coordination.coverage import choosing

    inside = ",".join(map(str, company_ids))
    cr.execute(
        "SELECT id, company_id, kind, school_year, state FROM ict_overview"
        f" WHERE company_id IN ({inside})"
    )
    heads = [choosing.SheetHead(*row) for row in cr.fetchall()]
    chosen = choosing.choose_sheets(heads)
    sheets = {
        head.id: {
            "id": head.id,
            "state": head.state,
            "school_year": head.school_year,
            "hours": 0.0,
            "unknown": 0,
            "cells": {},
        }
        for head in chosen.values()
    }
    cr.execute(
        "SELECT id, overview_id, task_id, coverage, person_count, hours,"
        " unknown_hours_count, level, priority FROM ict_overview_line"
        f" WHERE company_id IN ({inside})"
        f" AND overview_id IN ({','.join(map(str, sheets))})"
    )
    task_ids = set()
    for (
        line,
        overview,
        task,
        coverage,
        people,
        hours,
        unknown,
        level,
        priority,
    ) in cr.fetchall():
        sheet = sheets[overview]
        code = COVERAGES[coverage] if coverage != "open" or level else 4
        hours = float(hours)
        sheet["cells"][str(task)] = [
            *(line, code, people, hours, unknown),
            *(LEVELS[level], PRIORITIES[priority]),
        ]
        sheet["hours"] += hours
        sheet["unknown"] += unknown
        task_ids.add(task)
    tasks, clusters = catalogue(cr, task_ids)
    cr.execute(
        "SELECT id, name, ict_school_type, school_group_id FROM res_company"
        f" WHERE id IN ({inside}) ORDER BY sequence, name"
    )
    companies = cr.fetchall()
    groups = {group for company, _name, _type, group in companies if group != company}
    schools = []
    for company, name, kind_of_school, _group in companies:
        of_school = {kind: chosen.get((company, kind)) for kind in KINDS}
        schools.append(
            {
                "id": company,
                "name": name,
                "type": kind_of_school or False,
                "type_label": types.get(kind_of_school, ""),
                "is_group": kind_of_school == "group" or company in groups,
                "sheets": {
                    kind: head and sheets[head.id] for kind, head in of_school.items()
                },
            }
        )
    return {
        "years": choosing.years_of(heads),
        "year": False,
        "clusters": clusters,
        "tasks": tasks,
        "schools": schools,
    }


def catalogue(cr, task_ids):
    """Return the tasks and clusters in Dutch, in their order."""
    cr.execute(
        "SELECT t.id, COALESCE(t.name->>'nl_BE', t.name->>'en_US'), t.cluster_id,"
        " t.is_core FROM ict_task t JOIN ict_cluster c ON c.id = t.cluster_id"
        f" WHERE t.id IN ({','.join(map(str, task_ids))})"
        " ORDER BY t.cluster_sequence, c.sequence, c.id, t.sequence, t.id"
    )
    tasks = [
        {"id": task, "name": name, "cluster": cluster, "core": bool(core), "own": False}
        for task, name, cluster, core in cr.fetchall()
    ]
    in_use = {task["cluster"] for task in tasks}
    cr.execute(
        "SELECT id, COALESCE(name->>'nl_BE', name->>'en_US'),"
        " COALESCE(short_name->>'nl_BE', short_name->>'en_US') FROM ict_cluster"
        f" WHERE id IN ({','.join(map(str, in_use))}) ORDER BY sequence, id"
    )
    clusters = [
        {"id": cluster, "name": name, "short": short or name}
        for cluster, name, short in cr.fetchall()
    ]
    return tasks, clusters


def queries(maps):
    """Return the number of queries of one map, with what the rules know warm."""
    maps.map_read()
    maps.env.invalidate_all()
    before = maps.env.cr.sql_log_count
    maps.map_read()
    return maps.env.cr.sql_log_count - before


def main():
    with environment() as env:
        start = time.perf_counter()
        manager, _schools = make_large_group(env, SCHOOLS)
        made = time.perf_counter() - start
        companies = manager.company_ids
        maps = env["ict.coverage.map"].with_user(manager)

        def of(ids):
            return maps.with_context(allowed_company_ids=ids)

        ours = of(companies.ids)
        types = dict(companies._fields["ict_school_type"]._description_selection(env))

        def read():
            env.invalidate_all()
            return ours.map_read()

        def peer():
            return by_hand(env.cr, companies.ids, types)

        answer = read()
        assert answer == peer(), "the peer reads something else"
        size = len(json.dumps(answer, separators=(",", ":")))
        cells = sum(
            len(sheet["cells"])
            for school in answer["schools"]
            for sheet in school["sheets"].values()
            if sheet
        )
        people = env["ict.allocation"].search_count(
            [("company_id", "in", companies.ids)]
        )
        print(
            f"{SCHOOLS} schools made in {made:.0f} s: {cells} lines, {people}"
            f" allocations, an answer of {size / 1e6:.1f} MB"
        )
        print(
            f"ours {1000 * seconds(read):.0f} ms, by hand {1000 * seconds(peer):.0f} ms"
        )
        holds = report(
            f"map of {SCHOOLS} schools / the same SQL by hand",
            ratio(read, peer, 5),
            1.3,
        )
        few, many = queries(of(companies[:10].ids)), queries(ours)
        print(f"queries: {few} for 10 schools, {many} for {SCHOOLS}")
        return holds & report("queries of all schools / of 10 schools", many / few, 1.0)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
