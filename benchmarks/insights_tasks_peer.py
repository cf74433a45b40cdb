"""The insights about tasks by hand: plain SELECTs with plain ids.

The peer knows which companies it may read. What it answers stands in the order in which
a screen shows it: schools and people by name, ids rising.
"""

_HUMAN = """COALESCE({0}.employee_id::bigint * 3, {0}.partner_id::bigint * 3 + 1,
    {0}.id::bigint * 3 + 2)"""
#: what schools do at level school, by allocation
_OWN = f"""
    own AS MATERIALIZED (
        SELECT a.id, a.line_id, a.hours, a.unknown_hours, l.company_id,
            l.task_id, {_HUMAN.format("m")} AS human
        FROM ict_overview_line l
        JOIN ict_allocation a ON a.line_id = l.id
        JOIN ict_team_member m ON m.id = a.member_id
        WHERE l.overview_id IN ({{current}}) AND l.company_id IN ({{companies}})
            AND a.company_id IN ({{companies}}) AND a.overview_id IN ({{current}})
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
#: who does what now, by allocation; also of the group itself
_DOING = f"""
    FROM (SELECT m.id, m.member_type, {_HUMAN.format("m")} AS human
        FROM ict_team_member m) m
    JOIN ict_allocation a ON m.id = a.member_id
    WHERE a.overview_id IN ({{current}}) AND a.company_id IN ({{members}})
        AND m.member_type IN ('employee', 'partner')
"""
_BY_HAND = {
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
                ARRAY_AGG(n.id) AS lines, ARRAY_AGG(n.target_id)
                    FILTER (WHERE n.target_id IS NOT NULL) AS targets
            FROM need n LEFT JOIN (SELECT DISTINCT target_id FROM wanted) w
                ON w.target_id = n.target_id
            GROUP BY task_id HAVING COUNT(*) >= 2
        )
        SELECT task_id, schools, short, long, up, silent, lines, targets,
            COALESCE(hours, 0), COALESCE(unknown, 0), ids
        FROM pool LEFT JOIN asked USING (task_id)
        ORDER BY CARDINALITY(short) DESC NULLS LAST
    """,
    "overlap": f"""
        WITH {_OWN},
        pool AS (
            SELECT task_id, ARRAY_AGG(company_id) AS schools, SUM(hours) AS hours,
                SUM(unknown) AS unknown, ARRAY_AGG(line_id) AS lines
            FROM team GROUP BY task_id HAVING COUNT(*) >= 3
        ),
        doer AS (
            SELECT task_id, human, MIN(company_id) <> MAX(company_id) AS shared
            FROM own GROUP BY task_id, human
        ),
        people AS (
            SELECT task_id, ARRAY_AGG(human) AS people,
                ARRAY_AGG(human) FILTER (WHERE shared) AS shared
            FROM doer GROUP BY task_id
        )
        SELECT task_id, schools, people, shared, hours, unknown, lines, ids
        FROM pool JOIN people USING (task_id) JOIN touched USING (task_id)
        ORDER BY hours DESC
    """,
    "scale_benefits": f"""
        WITH {_OWN},
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
            SELECT a.line_id, MIN(human) AS human, SUM(a.hours::float8) AS hours,
                SUM(a.unknown_hours) AS unknown
            {_DOING} GROUP BY a.line_id HAVING MIN(human) = MAX(human)
        )
        SELECT l.task_id, ARRAY_AGG(l.company_id) AS schools,
            ARRAY_AGG(human) AS people, SUM(alone.hours::numeric) AS hours,
            SUM(alone.unknown) AS unknown, ARRAY_AGG(l.id) AS lines
        FROM alone JOIN ict_overview_line l ON l.id = alone.line_id
        WHERE l.applicable AND l.company_id IN ({{members}})
            AND l.overview_id IN ({{current}})
        GROUP BY l.task_id ORDER BY COUNT(*) DESC
    """,
    "mandate_gaps": f"""
        -- materialized: each worker would make all of it
        WITH mandate AS MATERIALIZED (
            SELECT a.line_id,
                MIN(human) FILTER (WHERE a.decides)
                    <> MAX(human) FILTER (WHERE a.decides) AS many,
                NOT BOOL_OR(a.executes) AS no_executor,
                NOT BOOL_OR(a.decides) AS no_decider,
                NOT BOOL_OR(a.contact) AS no_contact
            {_DOING} GROUP BY a.line_id
        )
        SELECT l.task_id, ARRAY_AGG(l.company_id) AS schools, ARRAY_AGG(l.id) AS lines,
            ARRAY_AGG(l.id) FILTER (WHERE many) AS many,
            ARRAY_AGG(l.id) FILTER (WHERE no_executor) AS no_executor,
            ARRAY_AGG(l.id) FILTER (WHERE no_decider) AS no_decider,
            ARRAY_AGG(l.id) FILTER (WHERE no_contact) AS no_contact
        FROM ict_overview_line l JOIN mandate ON mandate.line_id = l.id
        WHERE l.applicable AND l.company_id IN ({{members}})
            AND l.overview_id IN ({{current}})
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
_PEOPLE = f"""
    SELECT DISTINCT ON (human) human, name,
        CASE WHEN employee_id IS NOT NULL THEN 'employee-' || employee_id
            WHEN partner_id IS NOT NULL THEN 'partner-' || partner_id
            ELSE 'member-' || id END AS key
    FROM (SELECT *, {_HUMAN.format("m")} AS human FROM ict_team_member m
        WHERE company_id IN ({{members}})) m
    ORDER BY human, active DESC, id
"""


def _rising(ids):
    return sorted(ids or ())


def _hundredths(hours, unknown):
    return [round(float(hours) * 100), unknown]


def _needs(row, schools, _people):
    by_school, short, long, up, silent, lines, targets, hours, unknown, ids = row
    return [
        sorted(by_school, key=schools.get),
        *map(_rising, (short, long, up, silent, [*lines, *(targets or ())])),
        _hundredths(hours, unknown),
        _rising(ids),
    ]


def _overlap(row, schools, people):
    by_school, humans, shared, hours, unknown, lines, ids = row
    return [
        sorted(by_school, key=schools.get),
        [people[1][at] for at in sorted(map(people[0].get, humans))],
        [people[1][at] for at in sorted(map(people[0].get, shared or ()))],
        _hundredths(hours, unknown),
        _rising(lines),
        _rising(ids),
    ]


def _scale(row, schools, _people):
    teams, hours, smallest, above, others, lines, ids = row
    groups = {}
    for school, size in zip(teams, hours, strict=True):
        groups.setdefault(size, []).append(school)
    for found in groups.values():
        found.sort(key=schools.get)
    return [
        *(list(groups.values()), float(smallest), float(above)),
        sorted(others or (), key=schools.get),
        *map(_rising, (lines, ids)),
    ]


def _key_tasks(row, schools, people):
    by_school, humans, hours, unknown, lines = row
    alone = dict(zip(by_school, map(people[0].get, humans), strict=True))
    keys = people[1]
    pairs = [(one, keys[alone[one]]) for one in sorted(alone, key=schools.get)]
    return [
        pairs,
        [{"schools": [school], "people": [who]} for school, who in pairs],
        [keys[at] for at in sorted(set(alone.values()))],
        _hundredths(hours, unknown),
        _rising(lines),
    ]


def _mandates(row, schools, _people):
    return [sorted(row[0], key=schools.get), *map(_rising, row[1:])]


def _levels(row, schools, _people):
    return [
        *(sorted(found or (), key=schools.get) for found in row[:4]),
        _rising(row[4]),
    ]


#: ``{key: what makes the answer of a row}``
_ANSWERS = {
    "common_needs": _needs,
    "overlap": _overlap,
    "scale_benefits": _scale,
    "key_tasks": _key_tasks,
    "mandate_gaps": _mandates,
    "level_disagreement": _levels,
}


def by_hand(cr, key, company_ids, group_id):
    """Return ``({task id: answer}, names)`` of one insight; see ``plain``."""
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
        _BY_HAND[key].format(
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
    people, places = [], ({}, [])
    if key in ("overlap", "key_tasks"):
        cr.execute(
            f"SELECT * FROM ({_PEOPLE.format(members=inside)}) p ORDER BY name, key"
        )
        people = cr.fetchall()
        places = (
            {human: at for at, (human, _name, _key) in enumerate(people)},
            [key for _human, _name, key in people],
        )
    order = {school: at for at, (school, _name) in enumerate(names)}
    answers = {row[0]: _ANSWERS[key](row[1:], order, places) for row in rows}
    return answers, (tasks, names, people)


def _of_hours(hours):
    return _hundredths(hours.known, hours.unknown_count)


#: ``{key: the same answer, of our typed row and the cells of the table}``
_OURS = {
    "common_needs": lambda row, cells, _parts: [
        cells["schools"],
        *(row.short_ids, row.long_ids, row.group_ids, row.not_asked_ids, row.line_ids),
        *(_of_hours(row.asked), row.allocation_ids),
    ],
    "overlap": lambda row, cells, _parts: [
        *(cells["schools"], cells["people"], cells["shared"], _of_hours(row.hours)),
        *(row.line_ids, row.allocation_ids),
    ],
    "scale_benefits": lambda row, cells, _parts: [
        *([schools for _hours, schools in cells["teams"]], row.smallest, row.above),
        *(cells["not_counted"], row.line_ids, row.allocation_ids),
    ],
    "key_tasks": lambda row, cells, parts: [
        *(row.alone, parts, cells["people"], _of_hours(row.hours), row.line_ids),
    ],
    "mandate_gaps": lambda row, cells, _parts: [
        *(cells["schools"], row.line_ids),
        *(
            dict(row.gaps).get(gap, ())
            for gap in ("deciders", "no_executor", "no_decider", "no_contact")
        ),
    ],
    "level_disagreement": lambda row, cells, _parts: [
        *(
            dict(
                zip((one for one, _ids in row.chosen), cells["chosen"], strict=True)
            ).get(level, ("", []))[1]
            for level in ("school", "group", "shared")
        ),
        *(cells["undecided"], row.line_ids),
    ],
}
KEYS = tuple(_OURS)


def plain(insight, table):
    """Return our answer as the peer gives it: ``{task id: answer}``."""
    return {
        row.task_id: [
            one if isinstance(one, float) else list(one)
            for one in _OURS[insight.key](row, shown.cells, shown.parts)
        ]
        for row, shown in zip(insight.rows, table.rows, strict=True)
    }
