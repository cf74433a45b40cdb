"""The insights about people and budgets by hand: plain SELECTs with plain ids."""

from collections import defaultdict

from insights_skills_peer import anchor_points, expertise
from insights_tables_peer import PERSON, asking, sorted_ids


def key_people(cr, company_ids, thresholds):
    ask, names, _schools = asking(cr, company_ids)
    order = {school: at for at, school in enumerate(names)}
    found = ask(
        PERSON
        + """, covered AS (
            SELECT line_id, MIN(human) AS human, MIN(human) = MAX(human) AS alone
            FROM task GROUP BY line_id
        ), risk AS (
            SELECT human, key, name, active, size FROM (
                SELECT human, COUNT(*) AS size FROM covered WHERE alone GROUP BY human
            ) alone JOIN person USING (human) WHERE size >= %s OR NOT active
        )
        SELECT risk.key, risk.active,
            ARRAY_AGG(task.line_id) FILTER (WHERE alone),
            ARRAY_AGG(task.line_id) FILTER (WHERE NOT alone),
            ARRAY_AGG(task.line_id) FILTER (WHERE alone AND t.is_core),
            ARRAY_AGG(task.company_id) FILTER (WHERE alone),
            SUM(task.hours) FILTER (WHERE alone)::float8,
            SUM(task.unknown_hours) FILTER (WHERE alone)
        FROM risk JOIN task USING (human)
        JOIN covered ON covered.line_id = task.line_id
        JOIN ict_task t ON t.id = task.task_id
        GROUP BY risk.human, risk.key, risk.name, risk.active, risk.size
        ORDER BY risk.active, risk.size DESC,
            COUNT(DISTINCT task.line_id) FILTER (WHERE alone AND t.is_core) DESC,
            SUM(task.hours) FILTER (WHERE alone) DESC, risk.name, risk.key""",
        thresholds.key_tasks,
    )
    rows = []
    for key, _active, lines, shared, core, schools, known, unknown in found:
        lines, shared, core = sorted_ids(lines), sorted_ids(shared), sorted_ids(core)
        cells = {
            "person": key,
            "open": len(lines),
            "core": len(core),
            "hours": [round(known, 2), unknown],
            "shared": len(shared),
            "schools": sorted(set(schools), key=order.get),
        }
        records = [one for one in (lines, core, shared) if one]
        rows.append({"id": key, "cells": cells, "records": records, "parts": []})
    return rows


def workload(cr, company_ids, thresholds):
    ask, names, _schools = asking(cr, company_ids)
    order = {school: at for at, school in enumerate(names)}
    people = ask(
        PERSON
        + """ SELECT human, key, active, available, ids, missing FROM person
        WHERE member_type IN ('employee', 'partner') ORDER BY name, key"""
    )
    found = ask(
        """SELECT human, company_id, cluster_id, member_id, SUM(hours)::float8,
            SUM(unknown_hours), ARRAY_AGG(id), MIN(task_sequence)
        FROM task GROUP BY human, member_id, company_id, cluster_id"""
    )
    found.sort(key=lambda one: (order[one[1]], one[7], one[2]))
    done, rows = defaultdict(list), []
    for part in found:
        done[part[0]].append(part)
    for human, key, active, available, ids, missing in people:
        parts, known, unknown, tasks = [], 0.0, 0, []
        members, schools, clusters = set(ids or ()), {}, {}
        if human not in done and available is None:
            continue
        for _human, school, cluster, member, hours, without, ones, _at in done[human]:
            known += hours
            unknown += without
            tasks += ones
            members.add(member)
            schools[school] = clusters[cluster] = True
            parts.append(
                {
                    "hours": [round(hours, 2), without],
                    "schools": [school],
                    "clusters": [cluster],
                }
            )
        known = round(known, 2)
        left = None if available is None else round(available - known, 2)
        status = (
            1 if not active
            else 2 if left is None
            else 0 if -left > thresholds.overload_hours
            else 3 if unknown
            else 4 if left > 0 and left >= thresholds.free_hours
            else 6
        )  # fmt: skip
        cells = {
            "person": key,
            "hours": [known, unknown],
            "available": available,
            "difference": left,
            "schools": list(schools),
            "clusters": list(clusters),
        }
        records = [sorted_ids(tasks), sorted(members), sorted_ids(missing)]
        row = {"id": key, "cells": cells, "parts": parts}
        row["records"] = [one for one in records if one]
        size = known if left is None else abs(left)
        rows.append(((status, -size, -unknown), row))
    rows.sort(key=lambda one: one[0])
    return [row for _order, row in rows]


def school_budget(cr, company_ids, _thresholds):
    ask, names, schools = asking(cr, company_ids)
    found = ask(
        """, agreed AS (
            SELECT l.company_id, a.funding_id, SUM(a.hours)::float8 AS hours,
                SUM(a.unknown_hours) AS unknown, ARRAY_AGG(a.id) AS ids
            FROM ict_allocation a
            JOIN ict_overview_line l ON l.id = a.line_id
            JOIN ict_team_member m ON m.id = a.member_id
            WHERE a.company_id IN ({inside}) AND a.overview_id IN ({sheets})
                AND l.applicable AND m.member_type != 'sounding_board'
            GROUP BY l.company_id, a.funding_id
        ), team AS (
            SELECT company_id, SUM(NULLIF(hours_available, 0))::float8 AS available,
                ARRAY_AGG(id) AS ids
            FROM member WHERE active GROUP BY company_id
        )
        SELECT c.id, NULLIF(c.ict_hours_budget, 0)::float8, team.available, team.ids,
            funding_id, hours, unknown, agreed.ids
        FROM res_company c LEFT JOIN agreed ON agreed.company_id = c.id
        LEFT JOIN team ON team.company_id = c.id
        WHERE c.id IN ({inside})"""
    )
    of_school, rows, total = defaultdict(list), [], defaultdict(float)
    for row in found:
        of_school[row[0]].append(row)
    for school in sorted(schools, key=lambda one: (names[one], one)):
        known, unknown, ids, fundings = 0.0, 0, [], {}
        for row in of_school[school]:
            _id, budget, available, team, funding, hours, without, ones = row
            if hours is not None:
                fundings[f"funding_{funding or 'none'}"] = [round(hours, 2), without]
                known, unknown = known + hours, unknown + without
                ids += ones
        known = round(known, 2)
        left = None if budget is None else round(budget - known, 2)
        cells = {
            "school": names[school],
            "hours": [known, unknown],
            "budget": budget,
            "difference": left,
            "available": available,
            **fundings,
        }
        total["hours"] += known
        total["left"] += left or 0
        status = 1 if left is None else 0 if left < 0 else 2 if unknown else 3
        records = [one for one in (sorted(ids), sorted_ids(team), [school]) if one]
        row = {"id": str(school), "cells": cells, "records": records, "parts": []}
        rows.append(((status, -known if left is None else left), row))
    rows.sort(key=lambda one: one[0])
    return [row for _order, row in rows], round(total["hours"]), round(total["left"])


PEERS = {
    "key_people": key_people,
    "workload": workload,
    "school_budget": school_budget,
    "anchor_points": anchor_points,
    "expertise": expertise,
}


def plain(key, table):
    """Return what a peer returns, of a table: no words."""
    words = {one.key for one in table.columns if one.kind == "badges"} | {"next"}
    rows = [
        {
            "id": row["id"],
            "cells": {
                name: cell for name, cell in row["cells"].items() if name not in words
            },
            "records": [one["ids"] for one in row["records"]],
            "parts": [part["cells"] for part in row["parts"]],
        }
        for row in table.as_json()["rows"]
    ]
    if key != "school_budget":
        return rows
    cells = rows.pop()["cells"]
    return rows, round(cells["hours"][0]), round(cells["difference"])
