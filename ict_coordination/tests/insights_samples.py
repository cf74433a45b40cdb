# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""School groups for the insights: one written by hand, and any that can be."""

from dataclasses import replace

from hypothesis import strategies as st

from odoo.addons.ict_coordination.insights import Thresholds

from .insights_facts import (
    Allocation,
    Cluster,
    Competency,
    Facts,
    Line,
    Member,
    School,
    Task,
)

#: a school of which the reader sees no sheets
UNSEEN = 99
CLUSTERS = (Cluster(1, "Technical", 0), Cluster(2, "Policy", 1))
TASKS = (
    Task(11, "Network", 1, core=True, rank=0),
    Task(12, "Devices", 1, rank=1),
    Task(21, "Vision", 2, rank=2),
)
COMPETENCIES = (
    Competency(1, "Cabling", 1, skill_ids=frozenset({1, 2})),
    Competency(2, "Devices", 1, task_id=12, skill_ids=frozenset({3})),
    Competency(3, "Writing", 2, importance="preferred", skill_ids=frozenset({4})),
    Competency(4, "Singing", 2, importance="not_required", skill_ids=frozenset({1})),
)


class Group:
    """Facts written down row by row; ids are given out in order."""

    def __init__(self, *schools, **thresholds):
        self.schools, self.members = [], []
        self.lines, self.allocations = [], []
        self.thresholds = Thresholds(**thresholds)
        for name in schools:
            self.school(name)

    def school(self, name, current=True, target=True, is_group=False):
        number = len(self.schools) + 1
        school = School(
            number,
            name,
            is_group,
            number * 10 if current else None,
            number * 10 + 1 if target else None,
        )
        self.schools.append(school)
        return school

    def member(self, name, school=1, **values):
        """Add a membership; the same name is the same human."""
        number = len(self.members) + 1
        self.members.append(Member(number, name, name, school_id=school, **values))
        return number

    def line(self, school, task=11, kind="current", people=(), **values):
        """Add a line with ``people``: (member, hours or None, mandate names …)."""
        number = len(self.lines) + 1
        self.lines.append(Line(number, school, kind, task, **values))
        for member, hours, *mandates in people:
            given = dict.fromkeys(("decides", "executes", "steers", "contact"), False)
            given |= dict.fromkeys(mandates, True)
            at = len(self.allocations) + 1
            self.allocations.append(Allocation(at, number, member, hours, **given))
        return number

    @property
    def facts(self):
        return Facts(
            tuple(self.schools),
            CLUSTERS,
            TASKS,
            COMPETENCIES,
            tuple(self.members),
            tuple(self.lines),
            tuple(self.allocations),
            self.thresholds,
        )


HOURS = st.one_of(
    st.none(), st.sampled_from([0, 1, 2.5, 0.1, 0.2, 10]), st.integers(0, 6000).map(
        lambda hundredths: hundredths / 100
    )
)  # fmt: skip
FLAGS = st.booleans()


@st.composite
def any_facts(draw):
    """Return the facts of a small group, with whatever a database may hold."""
    schools = tuple(
        School(
            number,
            draw(st.sampled_from("ABC")),
            number == 1 and draw(FLAGS),
            draw(st.sampled_from([number * 10, number * 10, None])),
            draw(st.sampled_from([number * 10 + 1, number * 10 + 1, None])),
        )
        for number in range(1, draw(st.integers(0, 5)) + 1)
    )
    members = draw(_members(schools))
    lines, allocations = [], []
    for school in schools:
        for kind in ("current", "target"):
            for task in TASKS if getattr(school, kind) else ():
                if draw(st.integers(0, 9)):
                    _add_line(draw, school, kind, task, members, lines, allocations)
    return Facts(
        schools,
        CLUSTERS,
        TASKS,
        COMPETENCIES,
        members,
        tuple(lines),
        tuple(allocations),
        draw(_thresholds()),
    )


def _thresholds():
    few = st.integers(1, 3)
    hours = st.sampled_from([0, 0.5, 1.0, 4.0])
    return st.builds(
        Thresholds, few, few, hours, few, few, hours, hours, st.integers(1, 2), few
    )


@st.composite
def _members(draw, schools):
    found = []
    places = [*(one.id for one in schools), UNSEEN]
    for person in range(draw(st.integers(0, 4))):
        kind = draw(
            st.sampled_from(
                ["employee", "employee", "partner", "vacancy", "sounding_board"]
            )
        )
        name = draw(st.sampled_from(["Jan", "An", "Bo"]))
        skills = draw(st.frozensets(st.integers(1, 5), max_size=3))
        at = draw(
            st.lists(st.sampled_from(places), min_size=1, max_size=3, unique=True)
        )
        found += [
            Member(
                len(found) + number,
                f"p{person}",
                name,
                kind,
                place,
                draw(st.sampled_from([None, "coordinator", "anchor", "teacher"])),
                draw(st.sampled_from([None, 0.5, 4, 20])),
                draw(st.sampled_from([True, True, False])),
                skills,
            )
            for number, place in enumerate(at, 1)
        ]
    return tuple(found)


def _add_line(draw, school, kind, task, members, lines, allocations):
    line = Line(
        len(lines) + 1,
        school.id,
        kind,
        task.id,
        draw(st.sampled_from([True, True, True, False])),
        draw(st.sampled_from([None, "school", "school", "group", "shared"])),
        draw(st.sampled_from([None, "short", "long", "none"]))
        if kind == "target"
        else None,
    )
    lines.append(line)
    on_line = (
        draw(st.lists(st.sampled_from(members), max_size=3, unique=True))
        if members
        else []
    )
    for member in on_line:
        flags = draw(st.tuples(FLAGS, FLAGS, FLAGS, FLAGS))
        at = len(allocations) + 1
        allocations.append(Allocation(at, line.id, member.id, draw(HOURS), *flags))


def without_school(facts, school_id):
    """Return the facts of somebody who may not read this school."""
    lines = tuple(one for one in facts.lines if one.school_id != school_id)
    kept = {one.id for one in lines}
    return replace(
        facts,
        schools=tuple(one for one in facts.schools if one.id != school_id),
        lines=lines,
        allocations=tuple(one for one in facts.allocations if one.line_id in kept),
    )
