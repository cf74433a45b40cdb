"""Generated school groups for the coverage map, and the map counted in plain Python."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

YEARS = ("2025-2026", "2026-2027", "2027-2028")
SCHOOLS, MEMBERS, TASKS = 3, 4, 5
OWN_TASK = TASKS  # stands after the shared ones, in school 0 only


@dataclass
class LineSpec:
    """A task on a generated sheet; ``people``: member → hours, None for unknown."""

    applicable: bool
    level: str | None
    priority: str | None
    people: dict


@dataclass
class SheetSpec:
    school: int
    kind: str
    year: str
    state: str
    lines: dict
    ids: dict = field(default_factory=dict)
    id: int = 0


lines = st.builds(
    LineSpec,
    applicable=st.booleans() | st.just(True),
    level=st.sampled_from([None, "school", "group", "shared"]),
    priority=st.sampled_from([None, "short", "long", "none"]),
    people=st.dictionaries(
        st.integers(0, MEMBERS - 1),
        st.none() | st.integers(0, 24).map(lambda quarters: quarters / 4),
        max_size=3,
    ),
)
sheets = st.builds(
    SheetSpec,
    school=st.integers(0, SCHOOLS - 1),
    kind=st.sampled_from(["current", "target"]),
    year=st.sampled_from(YEARS),
    state=st.sampled_from(["draft", "draft", "active", "archived"]),
    lines=st.dictionaries(st.integers(0, OWN_TASK), lines, min_size=1, max_size=5),
)


def one_active(specs):
    """Only one sheet of a school and kind can be active."""
    seen = set()
    for spec in specs:
        if spec.state == "active":
            if (spec.school, spec.kind) in seen:
                spec.state = "draft"
            seen.add((spec.school, spec.kind))
        if spec.school != 0:
            spec.lines.pop(OWN_TASK, None)
        for line in spec.lines.values():
            if not line.applicable:
                line.people = {}
            if spec.kind == "current":
                line.priority = None
    return [spec for spec in specs if spec.lines]


groups = st.lists(sheets, max_size=8).map(one_active)


def plain_cell(line_id, line, doers):
    """Return the cell as the contract says it, from the specification alone."""
    people = len([member for member in line.people if member in doers])
    if not line.applicable:
        coverage = 3
    elif people > 1:
        coverage = 2
    elif people == 1:
        coverage = 1
    elif line.level is None:
        coverage = 4
    else:
        coverage = 0
    return [
        line_id,
        coverage,
        people,
        sum(hours for hours in line.people.values() if hours is not None),
        sum(hours is None for hours in line.people.values()),
        {None: 0, "school": 1, "group": 2, "shared": 3}[line.level],
        {None: 0, "short": 1, "long": 2, "none": 3}[line.priority],
    ]


def plain_choice(specs, school, kind, year):
    """Return the sheet that stands on the map, or None."""
    mine = [spec for spec in specs if spec.school == school and spec.kind == kind]
    order = ["active", "draft"]
    if year:
        mine = [spec for spec in mine if spec.year == year]
        order = ["active", "archived", "draft"]
    for state in order:
        of_state = [spec for spec in mine if spec.state == state]
        if of_state:
            return max(of_state, key=lambda spec: (spec.year, spec.id))
    return None
