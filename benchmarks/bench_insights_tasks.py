"""The insights about tasks, of a thousand schools, against the same SQL by hand.

The peer knows which companies it may read: it chooses the sheets, runs one SELECT with
their ids, and reads the names. Ours finds that out by the rules of the reader, and puts
the answer in words too. ``ICT_BENCH_SCHOOLS`` makes another number of schools.
"""

import os
import sys
import time

from common import environment, ratio, report, seconds
from insights_tasks_peer import KEYS, by_hand, plain
from large_group import make_large_group

SCHOOLS = int(os.environ.get("ICT_BENCH_SCHOOLS", "1000"))


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
        for key in KEYS:

            def read(key=key):
                env.invalidate_all()
                return ours._tables([key], ours._scope())[0]

            def peer(key=key):
                return by_hand(env.cr, key, companies.ids, manager.company_id.id)[0]

            found = plain(ours._insight(key, ours._scope()), read())
            assert found == peer(), f"the peer finds something else: {key}"
            assert found, f"nothing to compare: {key}"
            times = 1000 * seconds(read), 1000 * seconds(peer)
            print("{}: ours {:.0f} ms, by hand {:.0f} ms".format(key, *times))
            holds &= report(
                f"{key} of {SCHOOLS} schools / the same SQL by hand",
                ratio(read, peer, 11),
                1.3,
            )
            counts = queries(few, key), queries(ours, key)
            print("queries: {} for 40 schools, {} for all".format(*counts))
            assert counts[0] == counts[1], "queries grow with the schools"
        return holds


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
