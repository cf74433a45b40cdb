"""Who is one human: several memberships of one person are counted once, in SQL."""

from odoo.tools import SQL


def human_sql(employee, partner, member):
    """Return SQL of a number that is the same for one human, or one firm, everywhere.

    :param employee: SQL of the id of the employee, NULL without one
    :param partner: SQL of the id of the partner, NULL without one
    :param member: SQL of the id of the membership itself
    """
    return SQL(
        """
        CASE WHEN %(employee)s IS NOT NULL THEN %(employee)s::bigint * 3
            WHEN %(partner)s IS NOT NULL THEN %(partner)s::bigint * 3 + 1
            ELSE %(member)s::bigint * 3 + 2 END
        """,
        employee=employee,
        partner=partner,
        member=member,
    )


def person_sql(human):
    """Return SQL of the key of a human in words: ``employee-7``, for the browser.

    :param human: SQL of what :func:`human_sql` makes
    """
    return SQL(
        """
        CASE %(human)s %% 3 WHEN 0 THEN 'employee-' WHEN 1 THEN 'partner-'
            ELSE 'member-' END || %(human)s / 3
        """,
        human=human,
    )
