# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""A sheet of three tasks and its people, and edits of it, without database."""

from odoo.addons.ict_coordination.grid.desk import Desk, Member, Sheet
from odoo.addons.ict_coordination.grid.edits import (
    CellEdit,
    LineEdit,
    TextEdit,
)
from odoo.addons.ict_coordination.grid.settle import settle
from odoo.addons.ict_coordination.grid.values import CellValue
from odoo.addons.ict_coordination.workbook.matching import Candidate, PersonMatcher
from odoo.addons.ict_coordination.workbook.snapshot import EntryValues, LineValues

JAN, AN, VACANCY, STRANGER = 1, 2, 3, 9
MEMBERS = {
    JAN: Member("Jan Peeters"),
    AN: Member("An Claes"),
    VACANCY: Member("Vacature ICT", "vacancy"),
}
LINES = (10, 11, 12)
BPT, POINTS, OLD = 5, 6, 7
STATUSES = {"saved", "conflict", "asked", "refused"}
TEXTS = (
    "2u", "ca. 1u", "An 2u", "Jan 2u, An 1u", "nvt", "0", "-", "x", "?", "", "2-3u",
    "dagelijks", "Karel 2u", "vacature 3u", "2u (BPT)", "2u (Erasmus+)", "zie An",
    "2u + printers", "alle leerkrachten", "70u", "…",
)  # fmt: skip


def desk(may_change_lines=True):
    matcher = PersonMatcher(
        Candidate(key, member.name) for key, member in MEMBERS.items()
    )
    return Desk(
        language="en_US",
        members=MEMBERS,
        fundings={BPT, POINTS},
        hours_most=60,
        may_change_lines=may_change_lines,
        say=lambda code, **details: f"{code} {sorted(details)}",
        find=lambda person: matcher.find(person.name or "vacature"),
        funding_of={"bpt": BPT, "points": POINTS}.get,
        task_name=str,
    )


def cell(hours=None, certainty="exact", note="", **parts):
    parts = {"mandates": ("executes",), **parts}
    return CellValue(EntryValues(hours, certainty, **parts), note)


def sheet(cells=None, kind="target", **closed):
    lines = {line: LineValues(f"l{line}" not in closed) for line in LINES}
    return Sheet(kind, lines, dict(cells or {}))


def settled(before, batch, **may):
    """Return the sheet after a batch, and its outcomes; ``before`` stays as it is."""
    after = before.duplicate()
    return after, settle(after, batch, desk(**may))


def edit(line, member, base, value):
    return CellEdit(f"{line}:{member}", line, member, base, value)


def text(words, base=None, line=10, member=JAN):
    return TextEdit(f"{line}:{member}", line, member, base, words)


def field(line, name, base, value):
    return LineEdit(f"{line}:{name}", line, name, base, value)
