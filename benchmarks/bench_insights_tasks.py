"""The insights about tasks, of a thousand schools, against the same SQL by hand.

The peer knows which companies it may read: it chooses the sheets, runs one SELECT with
their ids, and reads the names. Ours finds that out by the rules of the reader, and puts
the answer in words too. ``ICT_BENCH_SCHOOLS`` makes another number of schools.
"""

import os
import sys
import time

from common import environment, ratio, report, seconds
from large_group import make_large_group

SCHOOLS = int(os.environ.get("ICT_BENCH_SCHOOLS", "1000"))

PERSON = """
    SELECT CASE WHEN employee_id IS NOT NULL THEN 'employee-' || employee_id
            WHEN partner_id IS NOT NULL THEN 'partner-' || partner_id
            ELSE 'member-' || id END AS key, id, name
    FROM ict_team_member WHERE company_id IN ({members})
"""
#: what schools do at level school, by allocation
OWN = """
    own AS MATERIALIZED (
        SELECT a.id, a.line_id, a.member_id, a.hours, a.unknown_hours, l.company_id,
            l.task_id, COALESCE(m.employee_id, m.partner_id, m.id) AS human
        FROM ict_overview_line l
        JOIN ict_allocation a ON a.line_id = l.id
        JOIN ict_team_member m ON m.id = a.member_id
        WHERE l.overview_id IN ({current}) AND l.company_id IN ({companies})
            AND a.company_id IN ({companies}) AND a.overview_id IN ({current})
            AND l.applicable AND l.level = 'school'
            AND m.member_type IN ('employee', 'partner')
    ),
    team AS (
        SELECT line_id, company_id, task_id, SUM(hours) AS hours,
            SUM(unknown_hours) AS unknown
        FROM own GROUP BY line_id, company_id, task_id
    ),
    touched AS (SELECT task_id, ARRAY_AGG(id) AS ids FROM own GROUP BY task_id)
"""
#: who does what now, by allocation
DOING = """
    FROM ict_allocation a JOIN ict_team_member m ON m.id = a.member_id
    WHERE a.overview_id IN ({current}) AND a.company_id IN ({companies})
        AND m.member_type IN ('employee', 'partner')
"""
#: ``{key: a SELECT}``; what the rows are compared by is in ``ROWS``
BY_HAND = {
    "common_needs": """
        WITH need AS MATERIALIZED (
            SELECT l.id, l.company_id, l.task_id, t.id AS target_id, t.priority,
                l.level IN ('group', 'shared') OR t.level IN ('group', 'shared') AS up
            FROM ict_overview_line l
            LEFT JOIN ict_overview_line t ON t.overview_id IN ({target})
                AND t.company_id = l.company_id AND t.task_id = l.task_id
            WHERE l.overview_id IN ({current}) AND l.company_id IN ({companies})
                AND l.coverage = 'open' AND COALESCE(t.applicable, TRUE)
        ),
        wanted AS MATERIALIZED (
            SELECT n.task_id, n.target_id, a.id, a.hours, a.unknown_hours
            FROM need n JOIN ict_allocation a ON a.line_id = n.target_id
            JOIN ict_team_member m ON m.id = a.member_id
            WHERE a.overview_id IN ({target}) AND a.company_id IN ({companies})
        ),
        asked AS (
            SELECT task_id, SUM(hours) AS hours, SUM(unknown_hours) AS unknown,
                ARRAY_AGG(id) AS ids
            FROM wanted GROUP BY task_id
        ),
        pool AS (
            SELECT task_id, ARRAY_AGG(company_id) AS schools,
                ARRAY_AGG(company_id) FILTER (WHERE priority = 'short') AS short,
                ARRAY_AGG(company_id) FILTER (WHERE priority = 'long') AS long,
                ARRAY_AGG(company_id) FILTER (WHERE up) AS up,
                ARRAY_AGG(company_id) FILTER (WHERE w.target_id IS NULL) AS silent,
                ARRAY_AGG(n.id) || ARRAY_AGG(n.target_id) AS lines
            FROM need n LEFT JOIN (SELECT DISTINCT target_id FROM wanted) w
                ON w.target_id = n.target_id
            GROUP BY task_id HAVING COUNT(*) >= 2
        )
        SELECT task_id, schools, short, long, up, silent, lines, hours, unknown, ids
        FROM pool LEFT JOIN asked USING (task_id)
        ORDER BY CARDINALITY(short) DESC NULLS LAST
    """,
    "overlap": f"""
        WITH {OWN},
        pool AS (
            SELECT task_id, ARRAY_AGG(company_id) AS schools, SUM(hours) AS hours,
                SUM(unknown) AS unknown, ARRAY_AGG(line_id) AS lines
            FROM team GROUP BY task_id HAVING COUNT(*) >= 3
        ),
        person AS ({PERSON}),
        doer AS (
            SELECT task_id, human, MIN(member_id) AS member_id,
                MIN(company_id) <> MAX(company_id) AS shared
            FROM own GROUP BY task_id, human
        ),
        people AS (
            SELECT task_id, ARRAY_AGG(key ORDER BY name, key) AS people,
                ARRAY_AGG(key ORDER BY name, key) FILTER (WHERE shared) AS shared
            FROM doer JOIN person ON person.id = doer.member_id GROUP BY task_id
        )
        SELECT task_id, schools, people, shared, hours, unknown, lines, ids
        FROM pool JOIN people USING (task_id) JOIN touched USING (task_id)
        ORDER BY hours DESC
    """,
    "scale_benefits": f"""
        WITH {OWN},
        pool AS (
            SELECT task_id, COUNT(*) FILTER (WHERE known) AS teams,
                MIN(hours) FILTER (WHERE known) AS smallest,
                SUM(hours) FILTER (WHERE known) AS together,
                ARRAY_AGG(company_id ORDER BY hours DESC, company_id)
                    FILTER (WHERE known) AS schools,
                ARRAY_AGG(hours::float ORDER BY hours DESC, company_id)
                    FILTER (WHERE known) AS sizes,
                ARRAY_AGG(company_id) FILTER (WHERE NOT known) AS others,
                ARRAY_AGG(line_id) AS lines
            FROM (SELECT *, hours > 0 AND unknown = 0 AS known FROM team) team
            GROUP BY task_id
        )
        SELECT task_id, schools, sizes, smallest, together - teams * smallest, others,
            lines, ids
        FROM pool JOIN touched USING (task_id)
        WHERE teams >= 3 AND together - teams * smallest >= 1 ORDER BY 5 DESC
    """,
    "key_tasks": f"""
        WITH alone AS (
            SELECT a.line_id, MIN(m.id) AS member_id, SUM(a.hours) AS hours,
                SUM(a.unknown_hours) AS unknown
            {DOING} GROUP BY a.line_id
            HAVING MIN(COALESCE(m.employee_id, m.partner_id, m.id))
                = MAX(COALESCE(m.employee_id, m.partner_id, m.id))
        ),
        person AS ({PERSON})
        SELECT l.task_id, ARRAY_AGG(l.company_id ORDER BY name, key) AS schools,
            ARRAY_AGG(key ORDER BY name, key) AS people, SUM(alone.hours) AS hours,
            SUM(alone.unknown) AS unknown, ARRAY_AGG(l.id) AS lines
        FROM alone JOIN ict_overview_line l ON l.id = alone.line_id
        JOIN person ON person.id = alone.member_id
        WHERE l.applicable AND l.company_id IN ({{companies}})
        GROUP BY l.task_id ORDER BY COUNT(*) DESC
    """,
    "mandate_gaps": f"""
        WITH mandate AS (
            SELECT a.line_id,
                COUNT(DISTINCT COALESCE(m.employee_id, m.partner_id, m.id))
                    FILTER (WHERE a.decides) > 1 AS many,
                NOT BOOL_OR(a.executes) AS no_executor,
                NOT BOOL_OR(a.decides) AS no_decider,
                NOT BOOL_OR(a.contact) AS no_contact
            {DOING} GROUP BY a.line_id
        )
        SELECT l.task_id, ARRAY_AGG(l.id) FILTER (WHERE many) AS many,
            ARRAY_AGG(l.id) FILTER (WHERE no_executor) AS no_executor,
            ARRAY_AGG(l.id) FILTER (WHERE no_decider) AS no_decider,
            ARRAY_AGG(l.id) FILTER (WHERE no_contact) AS no_contact,
            ARRAY_AGG(l.company_id) AS schools, ARRAY_AGG(l.id) AS lines
        FROM ict_overview_line l JOIN mandate ON mandate.line_id = l.id
        WHERE l.applicable AND l.company_id IN ({{companies}})
            AND (many OR no_executor OR no_decider OR no_contact)
        GROUP BY l.task_id ORDER BY COUNT(many) DESC
    """,
    "level_disagreement": """
        SELECT task_id, ARRAY_AGG(company_id) FILTER (WHERE level = 'school'),
            ARRAY_AGG(company_id) FILTER (WHERE level = 'group'),
            ARRAY_AGG(company_id) FILTER (WHERE level = 'shared'),
            ARRAY_AGG(company_id) FILTER (WHERE level IS NULL),
            ARRAY_AGG(id) AS lines
        FROM ict_overview_line
        WHERE overview_id IN ({current}) AND company_id IN ({companies}) AND applicable
        GROUP BY task_id HAVING COUNT(level) > GREATEST(
            COUNT(*) FILTER (WHERE level = 'school'),
            COUNT(*) FILTER (WHERE level = 'group'),
            COUNT(*) FILTER (WHERE level = 'shared'))
        ORDER BY COUNT(*) DESC
    """,
}


def _set(values):
    return set(values or ()) - {None}


def _hours(hours, unknown):
    return round(float(hours or 0) * 100), unknown or 0


#: ``{key: (our row, theirs by position)}`` as plain values that must be equal
ROWS = {
    "common_needs": (
        lambda row: [
            *map(_set, (row.school_ids, row.short_ids, row.long_ids, row.group_ids)),
            *map(_set, (row.not_asked_ids, row.line_ids)),
            _hours(row.asked.known, row.asked.unknown_count),
            _set(row.allocation_ids),
        ],
        lambda row: [*map(_set, row[1:7]), _hours(*row[7:9]), _set(row[9])],
    ),
    "overlap": (
        lambda row: [
            *map(_set, (row.school_ids, row.persons, row.shared_persons)),
            _hours(row.hours.known, row.hours.unknown_count),
            *map(_set, (row.line_ids, row.allocation_ids)),
        ],
        lambda row: [*map(_set, row[1:4]), _hours(*row[4:6]), *map(_set, row[6:])],
    ),
    "scale_benefits": (
        lambda row: [
            *(list(row.teams), row.smallest, row.above),
            *map(_set, (row.not_counted_ids, row.line_ids, row.allocation_ids)),
        ],
        lambda row: [
            *(list(zip(row[1], row[2], strict=True)), float(row[3]), float(row[4])),
            *map(_set, row[5:]),
        ],
    ),
    "key_tasks": (
        lambda row: [
            *(set(row.alone), _hours(row.hours.known, row.hours.unknown_count)),
            set(row.line_ids),
        ],
        lambda row: [
            *(set(zip(row[1], row[2], strict=True)), _hours(*row[3:5])),
            set(row[5]),
        ],
    ),
    "mandate_gaps": (
        lambda row: [
            *(
                _set(dict(row.gaps).get(gap))
                for gap in ("deciders", "no_executor", "no_decider", "no_contact")
            ),
            *map(_set, (row.school_ids, row.line_ids)),
        ],
        lambda row: [*map(_set, row[1:])],
    ),
    "level_disagreement": (
        lambda row: [
            *(_set(dict(row.chosen).get(one)) for one in ("school", "group", "shared")),
            *map(_set, (row.undecided_ids, row.line_ids)),
        ],
        lambda row: [*map(_set, row[1:])],
    ),
}


def by_hand(cr, key, company_ids, group_id):
    """Return the rows of one insight; read all names that are shown with them."""
    # the addon is found once there is an environment
    from odoo.addons.ict_coordination.coverage import choosing

    inside = ",".join(map(str, company_ids))
    cr.execute(
        "SELECT id, company_id, kind, school_year, state FROM ict_overview"
        f" WHERE company_id IN ({inside})"
    )
    heads = [choosing.SheetHead(*row) for row in cr.fetchall()]
    sheets = {"current": [], "target": []}
    for head in choosing.choose_sheets(heads).values():
        sheets[head.kind].append(head.id)
    schools = ",".join(str(one) for one in company_ids if one != group_id)
    cr.execute(
        BY_HAND[key].format(
            companies=schools,
            members=inside,
            **{kind: ",".join(map(str, found)) for kind, found in sheets.items()},
        )
    )
    rows = cr.fetchall()
    cr.execute(
        "SELECT id, COALESCE(name->>'nl_BE', name->>'en_US'), is_core FROM ict_task"
    )
    tasks = cr.fetchall()
    cr.execute(f"SELECT id, name FROM res_company WHERE id IN ({inside}) ORDER BY name")
    names = cr.fetchall()
    people = []
    if key in ("overlap", "key_tasks"):
        cr.execute(
            f"SELECT key, MIN(name) FROM ({PERSON}) p GROUP BY key".format(
                members=inside
            )
        )
        people = cr.fetchall()
    return rows, tasks, names, people


def queries(insights, key):
    """Return the number of queries of one insight, with what the rules know warm."""
    counts = []
    for _run in range(2):
        insights.env.invalidate_all()
        before = insights.env.cr.sql_log_count
        insights._tables([key], insights._scope())
        counts.append(insights.env.cr.sql_log_count - before)
    return counts[-1]


def main():
    with environment() as env:
        start = time.perf_counter()
        manager, _schools = make_large_group(env, SCHOOLS)
        print(f"{SCHOOLS} schools made in {time.perf_counter() - start:.0f} s")
        companies = manager.company_ids
        insights = env["ict.insights"].with_user(manager)

        def of(ids):
            return insights.with_context(allowed_company_ids=ids)

        ours, few = of(companies.ids), of(companies[:40].ids)
        holds = True
        for key, (own, other) in ROWS.items():

            def read(key=key):
                env.invalidate_all()
                return ours._tables([key], ours._scope())

            def peer(key=key):
                return by_hand(env.cr, key, companies.ids, manager.company_id.id)

            found = {
                row.task_id: own(row) for row in ours._insight(key, ours._scope()).rows
            }
            theirs = {row[0]: other(row) for row in peer()[0]}
            assert found == theirs, f"the peer finds something else: {key}"
            assert found, f"nothing to compare: {key}"
            times = 1000 * seconds(read), 1000 * seconds(peer)
            print("{}: ours {:.0f} ms, by hand {:.0f} ms".format(key, *times))
            holds &= report(
                f"{key} of {SCHOOLS} schools / the same SQL by hand",
                ratio(read, peer, 5),
                1.3,
            )
            counts = queries(few, key), queries(ours, key)
            print("queries: {} for 40 schools, {} for all".format(*counts))
            assert counts[0] == counts[1], "queries grow with the schools"
        return holds


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
