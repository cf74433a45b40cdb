# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The insights about people once more, as plainly as in ``insights_plain``."""

from .insights_plain import lines, on, total, who


def key_people(facts):
    rows = []
    for person in {member.person for member in facts.members}:
        archived = not any(
            member.active for member in facts.members if member.person == person
        )
        falls_open, stays, pairs = set(), set(), []
        for line in lines(facts, "current", groups=True):
            on_it = on(facts, line)
            if person not in who(on_it):
                continue
            if [pair for pair in on_it if pair[1].person != person]:
                stays.add(line.id)
            else:
                falls_open.add(line.id)
                pairs += on_it
        if falls_open and (archived or len(falls_open) >= facts.thresholds.key_tasks):
            rows.append((person, archived, falls_open, stays, total(pairs)))
    return rows


def anchor_points(facts):
    rows = []
    for person in {member.person for member in facts.members}:
        alive = [one for one in facts.members if one.person == person and one.active]
        if not alive or alive[0].kind != "employee":
            continue
        if any(member.role == "coordinator" for member in alive):
            continue
        tasks, pairs = set(), []
        for line in lines(facts, "current", groups=True):
            mine = [pair for pair in on(facts, line) if pair[1].person == person]
            if mine:
                tasks.add(line.id)
                pairs += mine
        if not [
            (member, school)
            for member in alive
            for school in facts.schools
            if member.school_id == school.id and not school.is_group
        ]:
            continue
        shows = _shows(facts, person)
        if tasks or shows:
            named = any(member.role == "anchor" for member in alive)
            rows.append((person, named, tasks, shows, total(pairs)))
    return rows


def _shows(facts, person):
    found = set()
    for competency in facts.competencies:
        for member in facts.members:
            if member.person != person or competency.importance == "not_required":
                continue
            if competency.skill_ids & member.skill_ids:
                found.add(competency.id)
    return found


def expertise(facts):
    living = {
        member.person
        for member in facts.members
        if member.active and member.kind not in ("vacancy", "sounding_board")
    }
    rows = []
    for cluster in facts.clusters:
        wanted = [None]
        for competency in facts.competencies:
            asks = competency.importance in ("required", "preferred")
            if asks and competency.cluster_id == cluster.id:
                wanted.append(competency)
        for one in wanted:
            does, can = set(), set()
            for line in lines(facts, "current", groups=True):
                for task in facts.tasks:
                    if task.id != line.task_id or task.cluster_id != cluster.id:
                        continue
                    if one is None or one.task_id in (None, task.id):
                        does |= who(on(facts, line)) & living
            for person in living:
                shown = _shows(facts, person)
                if one and one.id in shown:
                    can.add(person)
                if one is None and any(other.id in shown for other in wanted[1:]):
                    can.add(person)
            # what a task of the cluster shows, it shows of no single competency
            shows = can if one and one.task_id is None else does | can
            few = len(shows) < facts.thresholds.experts
            rows.append((cluster.id, one and one.id, does, can, few))
    return rows


def workload(facts):
    rows = []
    seen = [school.id for school in facts.schools]
    for person in {member.person for member in facts.members}:
        mine = [member for member in facts.members if member.person == person]
        if mine[0].kind in ("vacancy", "sounding_board"):
            continue
        pairs = []
        for line in lines(facts, "current", groups=True):
            pairs += [pair for pair in on(facts, line) if pair[1].person == person]
        available = None
        for member in mine:
            if member.active and member.school_id in seen and member.hours_available:
                available = (available or 0) + round(member.hours_available * 100)
        if pairs or available is not None:
            known, unknown = total(pairs)
            status = _status(facts, mine, seen, known, unknown, available)
            rows.append((person, status, (known, unknown), available))
    return rows


def _status(facts, mine, seen, known, unknown, available):
    active = [member for member in mine if member.active]
    if not active:
        return "left"
    if any(member.school_id not in seen for member in active):
        return "elsewhere"
    if available is None:
        return "no_available"
    if known - available > facts.thresholds.overload_hours * 100:
        return "over"
    if unknown:
        return "perhaps"
    enough = available - known >= facts.thresholds.free_hours * 100
    return "free" if enough and available > known else "full"


def school_budget(facts, budgets, fundings):
    """``budgets``: {school id: hours}; ``fundings``: {allocation id: funding id}."""
    rows = []
    for school in facts.schools:
        if school.current is None:
            continue
        pairs, paid, available = [], {}, None
        for line in lines(facts, "current", groups=True):
            for pair in on(facts, line, doing=False):
                if line.school_id == school.id and pair[1].kind != "sounding_board":
                    pairs.append(pair)
                    paid.setdefault(fundings.get(pair[0].id), []).append(pair)
        for member in facts.members:
            here = member.school_id == school.id and member.active
            if here and member.hours_available:
                available = (available or 0) + round(member.hours_available * 100)
        by_funding = {funding: total(found) for funding, found in paid.items()}
        budget = budgets.get(school.id)
        left = None if budget is None else round(budget * 100) - total(pairs)[0]
        rows.append((school.id, total(pairs), by_funding, left, available))
    return rows
