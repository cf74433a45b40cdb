# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Who is still missing in the ICT team of a school: in words, never as a score.

Each check names its message; ``report/governance/words.py`` says it, with its rule, in
the language of the reader.

Members of the group count in a school where they have a task on the sheet in force, or
a mandate: a coordinator, a technician or a firm of the group then does this for the
school. The director, the anchor point and the sounding board are the school's own: only
somebody who is there every day can be them. A vacancy is nobody yet.
"""

from __future__ import annotations

from .team import TEAMS, Finding, Step, Team

#: keys of the checks in the order of the screen
CHECKS = (
    *("empty", "director", "coordinator", *TEAMS, "administrative", "anchor"),
    *("sounding_board", "external", "decides", "contact", "differs"),
)

_PEOPLE = ("none", "vacancy", "some")
#: check → the messages that it can have
MESSAGES = {
    "empty": ("none",),
    "director": _PEOPLE,
    "coordinator": _PEOPLE,
    "policy": (*_PEOPLE, "without_director", "without_coordinator"),
    "technical": _PEOPLE,
    "pedagogical": _PEOPLE,
    "administrative": _PEOPLE,
    "anchor": _PEOPLE,
    "sounding_board": ("none", "some"),
    "external": ("none", "vacancy", "some"),
    "decides": ("unknown", "gaps", "some"),
    "contact": ("unknown", "gaps", "some"),
    "differs": ("some",),
}

_SOUNDING = ("pupils", "parents")


def check(team: Team) -> tuple[Finding, ...]:
    """Return what every check says of ``team``, in the order of ``CHECKS``.

    A group has no classes: the administrative staff, the anchor point and the sounding
    board are asked of schools only, and of a group what was agreed only if it was.

    >>> [one.key for one in check(Team())]
    ['empty']
    >>> from .team import Member
    >>> found = check(Team((Member(1, "An", role="director"),)))
    >>> [one.key for one in found if one.tone == "danger"]
    ['coordinator']
    """
    here = tuple(one for one in team.members if one.counts)
    if not here:
        return (Finding("empty", "none", "danger", step=_new("coordinator")),)
    own = tuple(one for one in here if not one.of_group)
    found = []
    if not team.is_group:
        found.append(_role("director", "danger", own, ("director",)))
    found.append(_role("coordinator", "danger", here, ("coordinator",)))
    found.append(_policy(here, own, team.is_group))
    found += [_of_team(code, here) for code in ("technical", "pedagogical")]
    if not team.is_group:
        found.append(_role("administrative", "warning", here, ("administrative",)))
        found.append(_role("anchor", "warning", own, ("anchor", "ambassador")))
        found.append(_sounding_board(own))
    found.append(_external(here))
    return (*found, *_mandates(team))


def _new(role=None, kind="employee", team=None) -> Step:
    values = {"role": role, "kind": kind, "team": team}
    return Step("member", {name: value for name, value in values.items() if value})


def _open(member) -> Step:
    return Step("open", {"member": member.id})


def _names(members) -> tuple[str, ...]:
    return tuple(one.name for one in members)


def _people(key, tone, members, step) -> Finding:
    """Somebody, a vacancy only, or nobody."""
    people = [one for one in members if not one.is_vacancy]
    if people:
        return Finding(key, "some", "success", _names(people))
    if members:
        return Finding(key, "vacancy", "warning", _names(members), _open(members[0]))
    return Finding(key, "none", tone, step=step)


def _role(key, tone, members, roles) -> Finding:
    found = [one for one in members if one.role in roles]
    return _people(key, tone, found, _new(roles[0]))


def _of_team(code, here) -> Finding:
    found = [one for one in here if code in one.teams]
    return _people(code, "warning", found, _new(team=code))


def _policy(here, own, is_group) -> Finding:
    """Director and coordinator together make the policy; a group asks for anybody."""
    found = [one for one in here if "policy" in one.teams]
    if is_group:
        return _people("policy", "warning", found, _new(team="policy"))
    for role, members in (("director", own), ("coordinator", here)):
        there = [one for one in members if one.role == role and not one.is_vacancy]
        if there and not any(one in found for one in there):
            message = f"without_{role}" if found else "none"
            names = _names(found and there[:1])
            return Finding("policy", message, "warning", names, _open(there[0]))
    return _people("policy", "warning", found, _new("director", team="policy"))


def _sounding_board(own) -> Finding:
    found = [
        one for one in own if one.kind == "sounding_board" or one.role in _SOUNDING
    ]
    if found:
        return Finding("sounding_board", "some", "success", _names(found))
    step = _new("parents", "sounding_board")
    return Finding("sounding_board", "none", "warning", step=step)


def _external(here) -> Finding:
    found = [one for one in here if one.kind == "partner" or one.role == "external"]
    return _people("external", "muted", found, _new("external", "partner"))


def _mandates(team) -> list[Finding]:
    """Every cluster has somebody who decides, and somebody to ask."""
    agreed = any(any(one.holders.values()) for one in team.clusters)
    if not team.has_sheet and not agreed:
        if team.is_group:
            return []
        step = Step("mandate", {"mandate": "decides"})
        return [Finding("decides", "unknown", "muted", step=step)]
    found = []
    for mandate in ("decides", "contact"):
        gaps = [one for one in team.clusters if mandate in one.gaps]
        if not gaps:
            found.append(Finding(mandate, "some", "success"))
        elif not team.is_group or len(gaps) < len(team.clusters):
            values = {"mandate": mandate, "cluster": gaps[0].id}
            step = Step("mandate", values)
            found.append(Finding(mandate, "gaps", "warning", _names(gaps), step))
    differing = [one for one in team.clusters if one.differences]
    if differing:
        step = Step("mandates")
        found.append(Finding("differs", "some", "muted", _names(differing), step))
    return found
