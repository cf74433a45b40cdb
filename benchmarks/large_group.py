"""A school group of any size in seconds: one school by the ORM, the others by SQL."""

from common import KINDS, make_schools

YEAR = "2026-2027"
PEOPLE = 8
TOTALS = [
    *("hours", "unknown_hours_count", "person_count"),
    *("coverage", "has_decider", "has_contact"),
]
_TABLES = [
    *("res_company", "ict_team_member", "ict_overview"),
    *("ict_overview_line", "ict_allocation"),
]

_VARY = """
    UPDATE ict_overview_line l SET
        applicable = l.id %% 20 != 0,
        level = (ARRAY[NULL, 'school', 'group', 'shared'])[1 + l.id %% 4],
        priority = CASE l.kind WHEN 'target'
            THEN (ARRAY[NULL, 'short', 'long', 'none'])[1 + l.id / 4 %% 4] END
    FROM res_company c WHERE c.id = l.company_id AND c.parent_id = %(group)s
"""
# 0 to 6 of the 8 people on each line, every fifth without hours
_ALLOCATE = """
    INSERT INTO ict_allocation (
        line_id, member_id, hours, certainty, unknown_hours, decides, executes,
        steers, contact, overview_id, task_id, cluster_id, company_id,
        school_group_id, kind, state, level, priority, create_uid, write_uid,
        create_date, write_date)
    SELECT l.id, m.id, CASE WHEN m.unknown THEN 0 ELSE (l.id + m.place) %% 9 * 0.25 END,
        CASE WHEN m.unknown THEN 'unknown' ELSE 'exact' END, m.unknown::int,
        l.id %% 3 = 0, true, false, l.id %% 5 = 0, l.overview_id, l.task_id,
        l.cluster_id, l.company_id, c.school_group_id, l.kind, l.state, l.level,
        l.priority, 1, 1, now(), now()
    FROM ict_overview_line l
    JOIN res_company c ON c.id = l.company_id AND c.parent_id = %(group)s
    JOIN (
        SELECT id, company_id, id %% 5 = 0 AS unknown,
            row_number() OVER (PARTITION BY company_id ORDER BY id) AS place
        FROM ict_team_member
    ) m ON m.company_id = l.company_id
        AND (m.place + l.id) %% %(people)s < l.id / 8 %% 7
    WHERE l.applicable
"""
_TOTAL = """
    UPDATE ict_overview_line l SET
        hours = t.hours, unknown_hours_count = t.unknown, person_count = t.people,
        has_decider = t.decides, has_contact = t.contact,
        coverage = CASE WHEN NOT l.applicable THEN 'not_applicable'
            WHEN t.people = 0 THEN 'open' WHEN t.people = 1 THEN 'single'
            ELSE 'team' END
    FROM (
        SELECT l.id, COALESCE(SUM(a.hours), 0) AS hours,
            COALESCE(SUM(a.unknown_hours), 0) AS unknown,
            COUNT(*) FILTER (WHERE m.member_type IN ('employee', 'partner')) AS people,
            COALESCE(BOOL_OR(a.decides), false) AS decides,
            COALESCE(BOOL_OR(a.contact), false) AS contact
        FROM ict_overview_line l
        JOIN res_company c ON c.id = l.company_id AND c.parent_id = %(group)s
        LEFT JOIN ict_allocation a ON a.line_id = l.id
        LEFT JOIN ict_team_member m ON m.id = a.member_id
        GROUP BY l.id
    ) t WHERE t.id = l.id
"""


def make_large_group(env, schools=1000):
    """Create a group with two filled sheets per school; return ``(manager, schools)``.

    A school has 8 people (one is a vacancy) and 134 lines of which one in twenty is
    not applicable, with 0 to 6 people each: a thousand schools have 134,000 lines and
    some 400,000 allocations. Stored copies and totals are those of the ORM; of some
    lines this is checked.
    """
    manager, members = make_schools(env, 1, PEOPLE)
    [school] = members
    env["ict.overview"].create(
        [{"company_id": school.id, "kind": kind, "school_year": YEAR} for kind in KINDS]
    )
    env.flush_all()
    values = {
        "school": school.id,
        "group": school.parent_id.id,
        "count": schools - 1,
        "manager": manager.id,
        "people": PEOPLE,
    }
    _copy_school(env.cr, values)
    for statement in (_VARY, _ALLOCATE, _TOTAL):
        # without statistics each join would go row by row
        for table in _TABLES:
            env.cr.execute(f"ANALYZE {table}")
        env.cr.execute(statement, values)
    for table in _TABLES:
        env.cr.execute(f"ANALYZE {table}")
    env.invalidate_all()
    env.registry.clear_all_caches()
    companies = env["res.company"].search([("parent_id", "=", school.parent_id.id)])
    _check_totals(env["ict.overview.line"].search([], limit=200, order="id desc"))
    return manager, companies


def _copy_school(cr, values):
    """Copy the school with its people and its sheets, without allocations."""
    _copy(
        cr,
        "res_company",
        {"name": "t.name || '-' || n"},
        "CROSS JOIN generate_series(1, %(count)s) n WHERE t.id = %(school)s",
        values,
    )
    cr.execute(
        """
        UPDATE res_company c SET parent_path = p.parent_path || c.id || '/'
        FROM res_company p WHERE p.id = c.parent_id AND p.id = %(group)s;
        INSERT INTO res_company_users_rel (cid, user_id)
        SELECT id, %(manager)s FROM res_company WHERE parent_id = %(group)s
        ON CONFLICT DO NOTHING
        """,
        values,
    )
    others = "JOIN res_company s ON s.parent_id = %(group)s AND s.id != %(school)s"
    of_school = "WHERE t.company_id = %(school)s"
    for table in ("ict_team_member", "ict_overview"):
        _copy(cr, table, {"company_id": "s.id"}, f"{others} {of_school}", values)
    _copy(
        cr,
        "ict_overview_line",
        {"company_id": "s.id", "overview_id": "o.id"},
        f"{others} JOIN ict_overview o ON o.company_id = s.id AND o.kind = t.kind"
        f" {of_school}",
        values,
    )


def _copy(cr, table, changed, source, values):
    """Copy rows ``t`` of a table; ``changed``: {column: SQL}, ``source``: joins."""
    cr.execute(
        "SELECT column_name FROM information_schema.columns"
        " WHERE table_name = %s AND table_schema = current_schema"
        " AND column_name != 'id'",
        [table],
    )
    names = [name for (name,) in cr.fetchall()]
    columns = ", ".join(f'"{name}"' for name in names)
    selected = ", ".join(changed.get(name, f't."{name}"') for name in names)
    cr.execute(
        f'INSERT INTO "{table}" ({columns})'
        f' SELECT {selected} FROM "{table}" t {source}',
        values,
    )


def _check_totals(lines):
    """Compare what SQL wrote with what the ORM computes."""
    written = lines.read(TOTALS)
    for name in TOTALS:
        lines.env.add_to_compute(lines._fields[name], lines)
    lines.flush_recordset()
    lines.invalidate_recordset()
    assert lines.read(TOTALS) == written, "totals differ from those of the ORM"
