"""The tables that the insights about people ask by hand, with plain ids."""

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


def asking(cr, company_ids):
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


def sorted_ids(*lists):
    return sorted({one for found in lists for one in found or ()})


PERSON = """, person AS (
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
