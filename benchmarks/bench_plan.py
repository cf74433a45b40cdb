"""The plan of a thousand schools against the same comparison by hand.

The peer knows which companies it may read and compares their sheets in plain SQL. Ours
finds that out by the rules of the reader, through the ORM and its search fields.
``ICT_BENCH_SCHOOLS`` makes another number of schools.
"""

import os
import sys

from common import environment, ratio, report, seconds
from large_group import make_large_group

SCHOOLS = int(os.environ.get("ICT_BENCH_SCHOOLS", "1000"))
PAGE = 80
FIELDS = [
    *("task_id", "company_id", "priority", "plan_state", "plan_change"),
    *("plan_changes_text", "plan_joins_text", "plan_leaves_text"),
    *("plan_hours_text", "plan_level_text", "current_line_id"),
]
_COMPARE = """
    WITH force AS MATERIALIZED (
        SELECT DISTINCT ON (company_id, kind) id, company_id, kind FROM ict_overview
        WHERE company_id IN ({companies}) AND state IN ('draft', 'active')
        ORDER BY company_id, kind, (state = 'active') DESC, school_year DESC, id DESC
    ),
    pair AS MATERIALIZED (
        SELECT t.id, t.company_id, t.overview_id, t.task_sequence, c.id AS now_id,
            t.applicable AS will, COALESCE(c.applicable, FALSE) AS was,
            t.priority, t.level AS level, c.level AS level_now
        FROM force ft
        JOIN force fc ON fc.company_id = ft.company_id AND fc.kind = 'current'
        JOIN ict_overview_line t ON t.overview_id = ft.id
        LEFT JOIN ict_overview_line c ON c.overview_id = fc.id
            AND c.task_id = t.task_id
        WHERE ft.kind = 'target' {chosen}
    ),
    human AS (
        SELECT s.id, COALESCE(m.employee_id::int8 * 3, m.partner_id * 3 + 1,
                m.id * 3 + 2) AS human,
            MIN(m.id) FILTER (WHERE s.now) AS a,
            MIN(m.id) FILTER (WHERE NOT s.now) AS b,
            SUM(x.hours) FILTER (WHERE s.now) AS ha,
            SUM(x.hours) FILTER (WHERE NOT s.now) AS hb,
            SUM(x.unknown_hours) FILTER (WHERE s.now) AS ua,
            SUM(x.unknown_hours) FILTER (WHERE NOT s.now) AS ub
        FROM (
            SELECT id, now_id AS line_id, TRUE AS now FROM pair WHERE was
            UNION ALL SELECT id, id, FALSE FROM pair WHERE will
        ) s
        JOIN ict_allocation x ON x.line_id = s.line_id
        JOIN ict_team_member m ON m.id = x.member_id
            AND m.member_type <> 'sounding_board'
        GROUP BY s.id, 2
    ),
    total AS (
        SELECT id, COUNT(b) AS there, BOOL_OR(a IS NULL OR b IS NULL) AS others,
            BOOL_OR((ha, ua) <> (hb, ub)) FILTER (WHERE a IS NOT NULL AND b IS NOT NULL)
                AS moved,
            (COALESCE(SUM(ha), 0), COALESCE(SUM(ua), 0)) AS sum_a,
            (COALESCE(SUM(hb), 0), COALESCE(SUM(ub), 0)) AS sum_b,
            ARRAY_AGG(b) FILTER (WHERE a IS NULL) AS joins,
            ARRAY_AGG(a) FILTER (WHERE b IS NULL) AS leaves
        FROM human GROUP BY id
    ),
    plan AS (
        SELECT pair.*, joins, leaves, sum_a, sum_b, was <> will OR was AND will
            AND (level IS NOT NULL OR priority IS NOT NULL OR there > 0)
            AND (others OR moved OR sum_a <> sum_b
                OR level IS NOT NULL AND level IS DISTINCT FROM level_now) AS todo
        FROM pair LEFT JOIN total USING (id)
    )
"""
_IDS = """
    SELECT l.id FROM ict_overview_line l
    JOIN ict_overview o ON o.id = l.overview_id
    JOIN res_company c ON c.id = o.company_id
    WHERE l.company_id IN ({companies}) AND l.id IN (SELECT p.id FROM ({todo}) p)
    ORDER BY c.sequence, c.name, o.kind, o.school_year DESC, o.id DESC,
        l.task_sequence, l.id LIMIT {limit}
"""


class ByHand:
    """What the plan's screen asks, for companies that are known."""

    def __init__(self, cr, company_ids):
        self.cr = cr
        self.companies = ",".join(map(str, company_ids))

    def _rows(self, question, chosen=""):
        compare = _COMPARE.format(companies=self.companies, chosen=chosen)
        self.cr.execute(f"{compare} {question}")
        return self.cr.fetchall()

    def count(self):
        return self._rows("SELECT COUNT(*) FROM plan WHERE todo")[0][0]

    def page(self):
        """Return the first page, with what changes on it."""
        todo = _COMPARE.format(companies=self.companies, chosen="")
        self.cr.execute(
            _IDS.format(
                companies=self.companies,
                todo=f"{todo} SELECT id FROM plan WHERE todo",
                limit=PAGE,
            )
        )
        ids = [line_id for (line_id,) in self.cr.fetchall()]
        inside = ",".join(map(str, ids))
        rows = self._rows(
            "SELECT plan.*, t.name->>'nl_BE', c.name FROM plan"
            " JOIN ict_overview_line l ON l.id = plan.now_id"
            " JOIN ict_task t ON t.id = l.task_id"
            " JOIN res_company c ON c.id = plan.company_id",
            f"AND t.id IN ({inside})",
        )
        members = {
            member
            for row in rows
            for side in row
            if isinstance(side, list)
            for member in side
        }
        self.cr.execute(
            "SELECT id, name FROM ict_team_member WHERE id = ANY(%s)", [list(members)]
        )
        return ids, rows, dict(self.cr.fetchall())


def queries(work, env):
    """Return the number of queries of ``work``, with what the rules know warm."""
    work()
    env.invalidate_all()
    before = env.cr.sql_log_count
    work()
    return env.cr.sql_log_count - before


def main():
    with environment() as env:
        manager, _schools = make_large_group(env, SCHOOLS)
        companies = manager.company_ids
        lines = env["ict.overview.line"].with_user(manager)
        todo = [("plan_state", "=", "todo")]

        def of(ids):
            return lines.with_context(allowed_company_ids=ids)

        ours, hand = of(companies.ids), ByHand(env.cr, companies.ids)

        def count(some=ours):
            env.invalidate_all()
            return some.search_count(todo)

        def page(some=ours):
            env.invalidate_all()
            found = some.search_fetch(todo, ["task_id"], limit=PAGE)
            return found.ids, found.read(FIELDS)

        def progress(some=ours):
            env.invalidate_all()
            return some._plan_progress()

        def one_school():
            env.invalidate_all()
            domain = [*todo, ("company_id", "=", companies[-1].id)]
            return ours.search_count(domain)

        assert count() == hand.count(), "the peer compares something else"
        assert page()[0] == hand.page()[0], "the peer finds something else"
        assert sum(one.todo for one in progress().values()) == count()
        for name, work in {
            "count": count,
            "count by hand": hand.count,
            "page": page,
            "page by hand": hand.page,
            "progress": progress,
            "one school": one_school,
        }.items():
            print(f"{name}: {1000 * seconds(work):.0f} ms", flush=True)
        holds = report("all that is to do / by hand", ratio(count, hand.count), 1.3)
        holds &= report("first page / by hand", ratio(page, hand.page), 1.3)
        holds &= report(
            "progress of all schools / by hand", ratio(progress, hand.count), 1.3
        )
        holds &= report("one school / all schools", ratio(one_school, count), 0.1)
        few = of(companies[:10].ids)
        for name, work in {"page": page, "progress": progress}.items():
            counted = [
                queries(lambda some=some, work=work: work(some), env)
                for some in (few, ours)
            ]
            holds &= report(f"queries of a {name}", counted[1] / counted[0], 1.0)
        return holds


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
