"""What every benchmark needs: an environment, a generated school group, ratios."""

import contextlib
import os
import random
import statistics
import time

import odoo
from odoo import api
from odoo.modules.registry import Registry

KINDS = ("current", "target")


@contextlib.contextmanager
def environment(user_id=api.SUPERUSER_ID):
    """Yield an environment on the benchmark database; only a commit keeps changes."""
    odoo.tools.config.parse_config(
        ["-c", os.environ["ICT_CONF_FILE"], "-d", os.environ["ICT_DB"]],
        setup_logging=False,
    )
    registry = Registry(os.environ["ICT_DB"])
    with registry.cursor() as cr:
        yield api.Environment(cr, user_id, {"lang": "nl_BE"})
        cr.rollback()


def make_schools(env, schools, people_per_school=8):
    """Create one school group; return ``(manager user, {school: members})``."""
    # Names of companies are unique, and a benchmark before this one may have kept its.
    number = env["res.company"].search_count([])
    group = env["res.company"].create({"name": f"Bench group {number}"})
    companies = env["res.company"].create(
        [
            {"name": f"School {number}.{index:04}", "parent_id": group.id}
            for index in range(schools)
        ]
    )
    manager = env["res.users"].create(
        {
            "name": "Bench manager",
            "login": f"bench-{group.id}",
            "company_id": group.id,
            "company_ids": [(6, 0, (group | companies).ids)],
            "group_ids": [(4, env.ref("ict_coordination.group_ict_manager").id)],
            "lang": "nl_BE",
        }
    )
    members = env["ict.team.member"].create(
        [
            {
                "name": f"Person {company.id} {number}",
                "member_type": "partner" if number else "vacancy",
                "company_id": company.id,
                "hours_available": 12,
            }
            for company in companies
            for number in range(people_per_school)
        ]
    )
    return manager, members.grouped("company_id")


def make_group(env, schools, people_per_school=8, per_line=3, seed=19):
    """Create one school group with filled overviews; return ``(manager, overviews)``.

    :param schools: number of schools, each with a current and a target sheet
    :param per_line: at most so many people on a task
    """
    rng = random.Random(seed)
    manager, members = make_schools(env, schools, people_per_school)
    overviews = env["ict.overview"].create(
        [
            {"company_id": company.id, "kind": kind, "school_year": "2026-2027"}
            for company in members
            for kind in KINDS
        ]
    )
    env["ict.allocation"].create(
        [
            {
                "line_id": line.id,
                "member_id": member.id,
                "hours": rng.choice([0, 0.25, 0.5, 1, 1.5, 2]),
            }
            for line in overviews.line_ids
            if line.applicable
            for member in rng.sample(
                list(members[line.company_id]), rng.randint(0, per_line)
            )
        ]
    )
    env.flush_all()
    return manager, overviews


def as_manager(records, manager):
    """Return the records as the group manager, with all schools in use."""
    return records.with_user(manager).with_context(
        allowed_company_ids=manager.company_ids.ids
    )


def seconds(action):
    """Run ``action`` once and return the seconds it took."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def ratio(ours, peer, runs=3):
    """Return the median of ours/peer, measured in turn in one run.

    Turns cancel the drift of the machine; the first pair warms up and is left out.
    """
    pairs = [(seconds(ours), seconds(peer)) for _ in range(runs + 1)][1:]
    return statistics.median(own / other for own, other in pairs)


def report(name, measured, limit, unit="×"):
    """Print one line; return whether the limit holds."""
    holds = measured <= limit
    mark = "ok" if holds else "TOO SLOW"
    print(f"{name}: {measured:.2f} {unit} (limit {limit} {unit}) {mark}", flush=True)
    return holds
