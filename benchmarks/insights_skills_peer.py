"""The insights about skills by hand: anchor points and expertise."""

from collections import defaultdict

from insights_tables_peer import PERSON, asking, sorted_ids

_SHOWN = """SELECT DISTINCT c.id AS competency_id, c.cluster_id, s.employee_id
    FROM ict_competency c
    JOIN hr_skill_ict_competency_rel r ON r.ict_competency_id = c.id
    JOIN hr_employee_skill s ON s.skill_id = r.hr_skill_id
    WHERE c.active AND c.importance != 'not_required'
        AND s.valid_from <= current_date
        AND (s.valid_to IS NULL OR s.valid_to >= current_date)"""


def anchor_points(cr, company_ids, _thresholds):
    ask, names, _schools = asking(cr, company_ids)
    order = {school: at for at, school in enumerate(names)}
    found = ask(
        PERSON
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
        lines = sorted_ids(lines)
        cells = {
            "person": key,
            "tasks": len(lines),
            "hours": [round(hours, 2), unknown] if lines else None,
            "competencies": sorted_ids(shows),
            "clusters": sorted_ids(clusters, about),
            "schools": sorted({*(schools or ()), *(places or ())}, key=order.get),
        }
        records = [one for one in (lines, sorted_ids(ids, members)) if one]
        rows.append({"id": key, "cells": cells, "records": records, "parts": []})
    return rows


def expertise(cr, company_ids, thresholds):
    ask, names, _schools = asking(cr, company_ids)
    order = {school: at for at, school in enumerate(names)}
    people = {
        row[0]: row
        for row in ask(
            PERSON
            + """ SELECT human, key, employee_id, ids, schools FROM person
            WHERE active AND member_type IN ('employee', 'partner')
            ORDER BY name, key"""
        )
    }
    at = {human: place for place, human in enumerate(people)}
    by_employee = {row[2]: row[0] for row in people.values() if row[2]}
    done = defaultdict(lambda: (set(), set(), set(), []))
    for cluster, human, school, member, lines in ask(
        """SELECT cluster_id, human, company_id, member_id, ARRAY_AGG(line_id)
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
            lines_of[cluster] = sorted_ids(lines)
        humans = can[competency or -cluster]
        more = [people[one] for one in humans - does]
        # to do tasks of a cluster proves none of its competencies
        count = len(humans) if competency else len(does) + len(more)
        few = count < thresholds.experts
        cells = {
            "cluster": cluster,
            "competency": competency,
            "count": count,
            "does": [people[one][1] for one in sorted(does, key=at.get)],
            "can": [people[one][1] for one in sorted(humans, key=at.get)],
            "schools": sorted(schools.union(*(one[4] for one in more)), key=order.get),
        }
        records = (lines_of[cluster], sorted_ids(members, *(one[3] for one in more)))
        row = {"id": f"{cluster}-{competency or 'all'}", "cells": cells, "parts": []}
        row["records"] = [one for one in records if one]
        rows.append(((not few, importance == "preferred", count if few else 0), row))
    rows.sort(key=lambda one: one[0])
    return [row for _order, row in rows]
