# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The insights once more, as slowly and plainly as can be.

Nothing is looked up and nothing is kept: every question walks over all facts. Written
from the rules in words; it shares no code with the package that it checks. Each
function returns a list of plain tuples, in no particular order.
"""

from itertools import combinations


def on(facts, line, doing=True):
    """Return [(allocation, member)] of a line; ``doing``: of people only."""
    found = []
    for allocation in facts.allocations:
        for member in facts.members:
            if allocation.line_id != line.id or allocation.member_id != member.id:
                continue
            if not doing or member.kind == "employee" or member.kind == "partner":
                found.append((allocation, member))
    return found


def who(pairs):
    return {member.person for _allocation, member in pairs}


def total(pairs):
    """Return (hundredths of known hours, number of unknown)."""
    known, unknown = 0, 0
    for allocation, _member in pairs:
        if allocation.hours is None:
            unknown += 1
        else:
            known += round(allocation.hours * 100)
    return known, unknown


def lines(facts, kind, task=None, groups=False):
    found = []
    for line in facts.lines:
        for school in facts.schools:
            if school.id != line.school_id or (school.is_group and not groups):
                continue
            if task is not None and task.id != line.task_id:
                continue
            if line.kind == kind and line.applicable:
                found.append(line)
    return found


def target_of(facts, line):
    for other in facts.lines:
        same = (other.school_id, other.task_id) == (line.school_id, line.task_id)
        if same and other.kind == "target":
            return other
    return None


def common_needs(facts):
    rows = []
    for task in facts.tasks:
        schools, short, asked, silent = set(), set(), [], set()
        for line in lines(facts, "current", task):
            target = target_of(facts, line)
            if on(facts, line) or (target and not target.applicable):
                continue
            schools.add(line.school_id)
            planned = on(facts, target, doing=False) if target else []
            asked += planned
            if not planned:
                silent.add(line.school_id)
            if target and target.priority == "short":
                short.add(line.school_id)
        if schools and len(schools) >= facts.thresholds.need_schools:
            rows.append((task.id, schools, short, total(asked), silent))
    return rows


def _pooled(facts):
    for task in facts.tasks:
        own = []
        for line in lines(facts, "current", task):
            if line.level == "school" and on(facts, line):
                own.append(line)
        if own and len(own) >= facts.thresholds.overlap_schools:
            yield task, own


def overlap(facts):
    rows = []
    for task, own in _pooled(facts):
        pairs = [pair for line in own for pair in on(facts, line)]
        twice = set()
        for one, other in combinations(own, 2):
            twice |= who(on(facts, one)) & who(on(facts, other))
        schools = {line.school_id for line in own}
        rows.append((task.id, schools, who(pairs), twice, total(pairs)))
    return rows


def scale_benefits(facts):
    rows = []
    for task, own in _pooled(facts):
        sizes, left_out = [], set()
        for line in own:
            known, unknown = total(on(facts, line))
            if known and not unknown:
                sizes.append(known)
            else:
                left_out.add(line.school_id)
        if len(sizes) < 2 or len(sizes) < facts.thresholds.overlap_schools:
            continue
        # the same formula, team by team
        above = sum(size - min(sizes) for size in sizes)
        if above > 0 and above >= facts.thresholds.scale_hours * 100:
            rows.append((task.id, sorted(sizes), min(sizes), above, left_out))
    return rows


def key_tasks(facts):
    rows = []
    for task in facts.tasks:
        alone = set()
        for line in lines(facts, "current", task, groups=True):
            people = who(on(facts, line))
            if len(people) == 1:
                alone.add((line.school_id, *people))
        if alone:
            rows.append((task.id, alone))
    return rows


def mandate_gaps(facts):
    rows = []
    for task in facts.tasks:
        gaps = {}
        for line in lines(facts, "current", task, groups=True):
            pairs = on(facts, line)
            if not pairs:
                continue
            decide = who([pair for pair in pairs if pair[0].decides])
            if len(decide) > facts.thresholds.deciders:
                gaps.setdefault("deciders", set()).add(line.id)
            if not decide:
                gaps.setdefault("no_decider", set()).add(line.id)
            if all(not allocation.executes for allocation, _member in pairs):
                gaps.setdefault("no_executor", set()).add(line.id)
            if all(not allocation.contact for allocation, _member in pairs):
                gaps.setdefault("no_contact", set()).add(line.id)
        if gaps:
            rows.append((task.id, gaps))
    return rows


def level_disagreement(facts):
    rows = []
    for task in facts.tasks:
        votes, silent = {}, set()
        for line in lines(facts, "current", task):
            if line.level:
                votes.setdefault(line.level, set()).add(line.school_id)
            else:
                silent.add(line.school_id)
        others = sum(map(len, votes.values())) - max(
            map(len, votes.values()), default=0
        )
        if others and others >= facts.thresholds.minority:
            rows.append((task.id, votes, silent, others))
    return rows


def plan(facts):
    rows = []
    for school in facts.schools:
        for task in facts.tasks:
            if school.current is None or school.target is None:
                continue
            now = then = None
            for line in facts.lines:
                if (line.school_id, line.task_id) == (school.id, task.id):
                    if line.kind == "current":
                        now = line
                    else:
                        then = line
            changes = _changes(facts, now, then)
            if changes:
                priority = then.priority if then else None
                rows.append((school.id, task.id, changes, priority))
    return rows


def _changes(facts, now, then):
    has_now = now is not None and now.applicable
    has_then = then is not None and then.applicable
    if not has_now and not has_then:
        return set()
    if not has_now:
        return {"new"}
    if not has_then:
        return {"dropped"}
    people = [
        [
            pair
            for pair in on(facts, line, doing=False)
            if pair[1].kind != "sounding_board"
        ]
        for line in (now, then)
    ]
    if not people[1] and then.level is None and then.priority is None:
        return set()
    found = set()
    if who(people[0]) != who(people[1]):
        found.add("person")
    for person in [None, *(who(people[0]) & who(people[1]))]:
        sums = [
            total([pair for pair in pairs if person in (None, pair[1].person)])
            for pairs in people
        ]
        if sums[0] != sums[1]:
            found.add("hours")
    if then.level is not None and now.level != then.level:
        found.add("level")
    return found
