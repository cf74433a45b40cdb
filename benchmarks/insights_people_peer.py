"""The insights about people and budgets by hand: plain SELECTs with plain ids."""

from collections import defaultdict

_HUMAN = """CASE WHEN {0}.employee_id IS NOT NULL THEN {0}.employee_id::bigint * 3
    WHEN {0}.partner_id IS NOT NULL THEN {0}.partner_id::bigint * 3 + 1
    ELSE {0}.id::bigint * 3 + 2 END"""
_MEMBER = f"""SELECT *, {_HUMAN.format("m")} AS human,
    CASE WHEN employee_id IS NOT NULL THEN 'employee-' || employee_id
        WHEN partner_id IS NOT NULL THEN 'partner-' || partner_id
        ELSE 'member-' || id END AS key
    FROM ict_team_member m WHERE company_id IN ({{inside}})"""
_TASK = f"""SELECT a.id, a.line_id, a.member_id, a.hours, a.unknown_hours,
    l.company_id, l.task_id, l.cluster_id, l.task_sequence,
    {_HUMAN.format("m")} AS human
    FROM ict_allocation a
    JOIN ict_overview_line l ON l.id = a.line_id
    JOIN ict_team_member m ON m.id = a.member_id
    WHERE a.company_id IN ({{inside}}) AND a.overview_id IN ({{sheets}})
        AND l.applicable AND m.member_type IN ('employee', 'partner')"""
_SHOWN = """SELECT DISTINCT c.id AS competency_id, c.cluster_id, s.employee_id
    FROM ict_competency c
    JOIN hr_skill_ict_competency_rel r ON r.ict_competency_id = c.id
    JOIN hr_employee_skill s ON s.skill_id = r.hr_skill_id
    WHERE c.active AND c.importance != 'not_required'
        AND s.valid_from <= current_date
        AND (s.valid_to IS NULL OR s.valid_to >= current_date)"""


def _asking(cr, company_ids):
    """Return what runs a question, and ``{school id: (name, has a sheet)}``."""
    # the addon is found once there is an environment
    from odoo.addons.ict_coordination.coverage import choosing

    inside = ",".join(map(str, company_ids))
    cr.execute(
        "SELECT id, company_id, kind, school_year, state FROM ict_overview"
        f" WHERE company_id IN ({inside})"
    )
    chosen = choosing.choose_sheets([choosing.SheetHead(*row) for row in cr.fetchall()])
    current = {school: one.id for (school, kind), one in chosen.items()
               if kind == "current"}  # fmt: skip
    cr.execute(
        f"SELECT id, name FROM res_company WHERE id IN ({inside}) ORDER BY name, id"
    )
    names = dict(cr.fetchall())
    parts = {"inside": inside, "sheets": ",".join(map(str, current.values()))}
    member, task = _MEMBER.format(**parts), _TASK.format(**parts)

    def ask(question, *values):
        question = f"WITH member AS ({member}), task AS ({task}) {question}"
        for name, ids in parts.items():
            question = question.replace(f"{{{name}}}", ids)
        cr.execute(question, values)
        return cr.fetchall()

    schools = {one for one in company_ids if one in current}
    return ask, names, schools


def _ids(*lists):
    return sorted({one for found in lists for one in found or ()})


_PERSON = """, person AS (
    SELECT human, MIN(key) AS key, BOOL_OR(active) AS active,
        MAX(employee_id) AS employee_id,
        (ARRAY_AGG(name ORDER BY active DESC, id))[1] AS name,
        (ARRAY_AGG(member_type ORDER BY active DESC, id))[1] AS member_type,
        ARRAY_AGG(id) FILTER (WHERE active) AS ids,
        ARRAY_AGG(company_id) FILTER (WHERE active) AS schools,
        ARRAY_AGG(id) FILTER (WHERE active AND COALESCE(hours_available, 0) = 0)
            AS missing,
        SUM(NULLIF(hours_available, 0)) FILTER (WHERE active)::float8 AS available,
        BOOL_OR(role = 'anchor') FILTER (WHERE active) IS TRUE AS named,
        BOOL_OR(role = 'coordinator') FILTER (WHERE active) IS TRUE AS coordinates
    FROM member GROUP BY human)"""


def key_people(cr, company_ids, thresholds):
    ask, names, _schools = _asking(cr, company_ids)
    order = {school: at for at, school in enumerate(names)}
    found = ask(
        _PERSON
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
        lines, shared, core = _ids(lines), _ids(shared), _ids(core)
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
    ask, names, _schools = _asking(cr, company_ids)
    order = {school: at for at, school in enumerate(names)}
    people = ask(
        _PERSON
        + """ SELECT human, key, active, available, ids, missing FROM person
        WHERE member_type IN ('employee', 'partner') ORDER BY name, key"""
    )
    found = ask(
        """SELECT human, company_id, cluster_id, member_id, SUM(hours)::float8,
            SUM(unknown_hours), ARRAY_AGG(line_id), ARRAY_AGG(id), MIN(task_sequence)
        FROM task GROUP BY human, member_id, company_id, cluster_id"""
    )
    found.sort(key=lambda one: (order[one[1]], one[8], one[2]))
    done, rows = defaultdict(list), []
    for part in found:
        done[part[0]].append(part)
    for human, key, active, available, ids, missing in people:
        parts, known, unknown, tasks = [], 0.0, 0, []
        members, schools, clusters = set(ids or ()), {}, {}
        if human not in done and available is None:
            continue
        for _human, school, cluster, member, hours, without, _lines, ones, _at in done[
            human
        ]:
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
        records = [_ids(tasks), sorted(members), _ids(missing)]
        row = {"id": key, "cells": cells, "parts": parts}
        row["records"] = [one for one in records if one]
        size = known if left is None else abs(left)
        rows.append(((status, -size, -unknown), row))
    rows.sort(key=lambda one: one[0])
    return [row for _order, row in rows]


def school_budget(cr, company_ids, _thresholds):
    ask, names, schools = _asking(cr, company_ids)
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
        records = [one for one in (sorted(ids), _ids(team), [school]) if one]
        row = {"id": str(school), "cells": cells, "records": records, "parts": []}
        rows.append(((status, -known if left is None else left), row))
    rows.sort(key=lambda one: one[0])
    return [row for _order, row in rows], round(total["hours"]), round(total["left"])


def anchor_points(cr, company_ids, _thresholds):
    ask, names, _schools = _asking(cr, company_ids)
    order = {school: at for at, school in enumerate(names)}
    found = ask(
        _PERSON
        + f""", candidate AS (
            SELECT * FROM person WHERE active AND member_type = 'employee'
                AND NOT coordinates
        ), done AS (
            SELECT human, SUM(hours)::float8 AS hours, SUM(unknown_hours) AS unknown,
                COUNT(DISTINCT line_id) AS size, ARRAY_AGG(line_id) AS lines,
                ARRAY_AGG(DISTINCT member_id) AS members,
                ARRAY_AGG(DISTINCT company_id) AS places,
                ARRAY_AGG(DISTINCT cluster_id) AS clusters
            FROM task WHERE human IN (SELECT human FROM candidate) GROUP BY human
        ), can AS (
            SELECT employee_id, COUNT(*) AS size, ARRAY_AGG(competency_id) AS shows,
                ARRAY_AGG(DISTINCT cluster_id) AS about
            FROM ({_SHOWN}) shown GROUP BY employee_id
        )
        SELECT candidate.key, named, ids, schools, hours, unknown, lines, members,
            places, clusters, shows, about
        FROM candidate LEFT JOIN done USING (human) LEFT JOIN can USING (employee_id)
        WHERE done.human IS NOT NULL OR can.employee_id IS NOT NULL
        ORDER BY named, (done.size > 0 AND can.size > 0) IS NOT TRUE,
            COALESCE(done.size, 0) DESC, COALESCE(can.size, 0) DESC,
            candidate.name, candidate.key"""
    )
    rows = []
    for row in found:
        key, _named, ids, schools, hours, unknown, lines, members = row[:8]
        places, clusters, shows, about = row[8:]
        lines = _ids(lines)
        cells = {
            "person": key,
            "tasks": len(lines),
            "hours": [round(hours, 2), unknown] if lines else None,
            "competencies": _ids(shows),
            "clusters": _ids(clusters, about),
            "schools": sorted({*(schools or ()), *(places or ())}, key=order.get),
        }
        records = [one for one in (lines, _ids(ids, members)) if one]
        rows.append({"id": key, "cells": cells, "records": records, "parts": []})
    return rows


def expertise(cr, company_ids, thresholds):
    ask, names, _schools = _asking(cr, company_ids)
    order = {school: at for at, school in enumerate(names)}
    people = {
        row[0]: row
        for row in ask(
            _PERSON
            + """ SELECT human, key, employee_id, ids, schools FROM person
            WHERE active AND member_type IN ('employee', 'partner')
            ORDER BY name, key"""
        )
    }
    at = {human: place for place, human in enumerate(people)}
    by_employee = {row[2]: row[0] for row in people.values() if row[2]}
    done = defaultdict(lambda: (set(), set(), set(), []))
    for cluster, human, school, member, lines, _ones in ask(
        """SELECT cluster_id, human, company_id, member_id, ARRAY_AGG(line_id),
            ARRAY_AGG(id)
        FROM task GROUP BY cluster_id, human, company_id, member_id"""
    ):
        if human in people:
            humans, members, schools, all_lines = done[cluster]
            humans.add(human)
            members.update((member, *people[human][3]))
            schools.update((school, *people[human][4]))
            all_lines += lines
    can = defaultdict(set)
    cr.execute(_SHOWN)
    for competency, cluster, employee in cr.fetchall():
        if employee in by_employee:
            can[competency].add(by_employee[employee])
            can[-cluster].add(by_employee[employee])
    cr.execute(
        """SELECT c.id, p.id, p.importance FROM ict_cluster c
        JOIN (
            SELECT cluster_id, id, importance, sequence FROM ict_competency
            WHERE active AND importance != 'not_required'
            UNION ALL SELECT id, NULL, NULL, NULL FROM ict_cluster
        ) p ON p.cluster_id = c.id
        ORDER BY c.sequence, c.id, p.id NULLS FIRST"""
    )
    rows, lines_of = [], {}
    for cluster, competency, importance in cr.fetchall():
        does, members, schools, lines = done[cluster]
        if cluster not in lines_of:
            lines_of[cluster] = _ids(lines)
        humans = can[competency or -cluster]
        more = [people[one] for one in humans - does]
        count = len(does) + len(more)
        few = count < thresholds.experts
        cells = {
            "cluster": cluster,
            "competency": competency,
            "count": count,
            "does": [people[one][1] for one in sorted(does, key=at.get)],
            "can": [people[one][1] for one in sorted(humans, key=at.get)],
            "schools": sorted(schools.union(*(one[4] for one in more)), key=order.get),
        }
        records = (lines_of[cluster], _ids(members, *(one[3] for one in more)))
        row = {"id": f"{cluster}-{competency or 'all'}", "cells": cells, "parts": []}
        row["records"] = [one for one in records if one]
        rows.append(((not few, importance == "preferred", count if few else 0), row))
    rows.sort(key=lambda one: one[0])
    return [row for _order, row in rows]


PEERS = {
    "key_people": key_people,
    "workload": workload,
    "school_budget": school_budget,
    "anchor_points": anchor_points,
    "expertise": expertise,
}


def plain(key, table):
    """Return what a peer returns, of a table: no words."""
    words = {one.key for one in table.columns if one.kind == "badges"}
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
