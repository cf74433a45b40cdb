"""The insights about people and budgets of a thousand schools against SQL by hand.

The peer knows which companies it may read: it runs SELECTs with their ids and puts the
rows in the cells that a screen would show. Ours finds out by the rules of the reader,
and says it in words too. ``ICT_BENCH_SCHOOLS`` makes another number of schools.
"""

import os
import sys
import time

from common import environment, ratio, report, seconds
from insights_people_peer import PEERS, plain
from large_group import _copy, make_large_group

SCHOOLS = int(os.environ.get("ICT_BENCH_SCHOOLS", "1000"))


def vary_people(env, group_id):
    """Let people work in four schools, with roles, skills, fundings and budgets."""
    employee = env["hr.employee"].create({"name": "Bench", "company_id": group_id})
    skills = env["ict.competency"].search([]).skill_ids
    level = env["hr.skill.level"].search([], limit=1)
    env.flush_all()
    values = {
        "employee": employee.id,
        "group": group_id,
        "count": SCHOOLS,
        "skills": skills.ids,
        "fundings": env["ict.funding"].search([]).ids,
        "level": level.id,
        "type": level.skill_type_id.id,
    }
    _copy(
        env.cr,
        "hr_employee",
        {"name": "'Bench ' || n", "user_id": "NULL", "barcode": "NULL"},
        "CROSS JOIN generate_series(1, %(count)s) n WHERE t.id = %(employee)s",
        values,
    )
    env.cr.execute(
        """
        WITH person AS (
            SELECT id, row_number() OVER (ORDER BY id) - 1 AS place
            FROM hr_employee WHERE id > %(employee)s
        ), of_school AS (
            SELECT m.id, m.place, dense_rank() OVER (ORDER BY m.company_id) AS school
            FROM (
                SELECT id, company_id,
                    row_number() OVER (PARTITION BY company_id ORDER BY id) AS place
                FROM ict_team_member WHERE member_type = 'partner'
            ) m JOIN res_company c ON c.id = m.company_id AND c.parent_id = %(group)s
        )
        UPDATE ict_team_member m SET employee_id = person.id, member_type = 'employee',
            active = place_of %% 97 != 0,
            role = CASE place_of %% 5 WHEN 0 THEN 'anchor' WHEN 1 THEN 'coordinator' END
        FROM (
            SELECT id, school / 4 * 4 + place AS place_of FROM of_school
            WHERE place <= 4
        ) o JOIN person ON person.place = o.place_of
        WHERE o.id = m.id;
        INSERT INTO hr_employee_skill (
            employee_id, skill_id, skill_level_id, skill_type_id, valid_from)
        SELECT id, (%(skills)s)[1 + id %% %(number)s], %(level)s, %(type)s, '2020-01-01'
        FROM hr_employee WHERE id > %(employee)s AND id %% 3 = 0;
        UPDATE ict_allocation SET
            funding_id = NULLIF((ARRAY[0] || %(fundings)s)[1 + id %% 6], 0);
        UPDATE res_company SET ict_hours_budget = 60 * (id %% 4)
        WHERE parent_id = %(group)s
        """,
        values | {"number": len(skills)},
    )
    for table in ("hr_employee", "hr_employee_skill", "ict_team_member"):
        env.cr.execute(f"ANALYZE {table}")
    env.cr.execute("ANALYZE ict_allocation")
    env.invalidate_all()


def queries(insights, key):
    """Return the number of queries of one insight, with what the rules know warm."""
    insights._tables([key], insights._scope())
    insights.env.invalidate_all()
    before = insights.env.cr.sql_log_count
    insights._tables([key], insights._scope())
    return insights.env.cr.sql_log_count - before


def main():
    with environment() as env:
        start = time.perf_counter()
        manager, schools = make_large_group(env, SCHOOLS)
        vary_people(env, schools.parent_id.id)
        print(f"{SCHOOLS} schools made in {time.perf_counter() - start:.0f} s")
        companies = manager.company_ids
        insights = env["ict.insights"].with_user(manager)
        all_of, few_of = (
            insights.with_context(allowed_company_ids=ids)
            for ids in (companies.ids, companies[:10].ids)
        )
        thresholds, holds = all_of._thresholds(), True
        for key, peer in PEERS.items():

            def ours(key=key):
                env.invalidate_all()
                return all_of._tables([key], all_of._scope())[0]

            def by_hand(peer=peer):
                return peer(env.cr, companies.ids, thresholds)

            mine, other = plain(key, ours()), by_hand()
            assert mine == other, f"{key}: the peer finds something else"
            rows = len(mine[0] if key == "school_budget" else mine)
            print(
                f"{key}: {rows} rows, ours {1000 * seconds(ours):.0f} ms,"
                f" by hand {1000 * seconds(by_hand):.0f} ms"
            )
            holds &= report(
                f"{key} of {SCHOOLS} schools / the same SQL by hand",
                ratio(ours, by_hand, 11),
                1.3,
            )
            few, many = queries(few_of, key), queries(all_of, key)
            holds &= report(
                f"{key}: queries of all schools / of 10 schools", many / few, 1.0
            )
        return holds


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
