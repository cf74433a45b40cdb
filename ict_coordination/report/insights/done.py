"""What people do now, summed by membership before anybody is named.

Who counts is asked first, with the rules of the reader; the sums take those ids. The
database then adds up on all its processors, and never sorts who does not count.
"""

from odoo.tools import SQL


def done(scope, member_ids):
    """Return the table ``done``: what these members do on the current sheets.

    id, member_id, line_id, hours, unknown, funding_id as in ``allocation``, with
    school_id, task_id, cluster_id and task_sequence of the line.

    :param member_ids: ids of members that the reader may read
    """
    return SQL(
        """
        done AS NOT MATERIALIZED (
            SELECT given.id, given.member_id, given.line_id, given.hours,
                given.unknown, given.funding_id, current.school_id, current.task_id,
                current.cluster_id, current.task_sequence
            FROM (%s) given JOIN current ON current.id = given.line_id
            WHERE given.member_id = ANY(%s)
        )
        """,
        scope.allocations("current"),
        member_ids,
    )
