# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""A batch of edits meets a sheet, without database: nothing is lost or overwritten."""

import doctest
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.grid import edits as edits_module
from odoo.addons.ict_coordination.grid import typed, values
from odoo.addons.ict_coordination.grid.changed import changes_between
from odoo.addons.ict_coordination.grid.desk import Desk, Member, Sheet
from odoo.addons.ict_coordination.grid.edits import (
    CellEdit,
    LineEdit,
    TextEdit,
    read_edits,
)
from odoo.addons.ict_coordination.grid.settle import settle
from odoo.addons.ict_coordination.grid.values import CellValue
from odoo.addons.ict_coordination.workbook.matching import Candidate, PersonMatcher
from odoo.addons.ict_coordination.workbook.snapshot import EntryValues, LineValues

SETTINGS = settings(
    deadline=None,
    derandomize=True,
    max_examples=200,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
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


def edit(line, member, base, value):
    return CellEdit(f"{line}:{member}", line, member, base, value)


def text(words, base=None, line=10, member=JAN):
    return TextEdit(f"{line}:{member}", line, member, base, words)


def field(line, name, base, value):
    return LineEdit(f"{line}:{name}", line, name, base, value)


@tagged("-at_install", "post_install")
class TestSettleTable(BaseCase):
    def _settle(self, before, *edits, **may):
        after = before.copy()
        outcomes = settle(after, edits, desk(**may))
        return after, [one.as_json() for one in outcomes]

    def test_stored_as_seen_as_wanted_or_neither(self):
        one, two, three = cell(1), cell(2), cell(3)
        for stored, base, wanted, status, left in (
            (None, None, one, "saved", one),
            (one, one, two, "saved", two),
            (one, one, None, "saved", None),
            (one, None, one, "saved", one),
            (None, one, None, "saved", None),
            (one, None, two, "conflict", one),
            (one, two, three, "conflict", one),
            (None, one, two, "conflict", None),
            (one, two, None, "conflict", one),
            # each part of a cell counts
            (one, cell(1, note="a"), two, "conflict", one),
            (one, cell(1, "assumed"), two, "conflict", one),
            (one, cell(1, funding=BPT), two, "conflict", one),
            (one, cell(1, mandates=()), two, "conflict", one),
        ):
            with self.subTest(stored=stored, base=base, wanted=wanted):
                before = sheet({(10, JAN): stored} if stored else {})
                after, (result,) = self._settle(before, edit(10, JAN, base, wanted))
                self.assertEqual(result["status"], status)
                self.assertEqual(after.cells.get((10, JAN)), left)
                if status == "conflict":
                    self.assertEqual(result["stored"], left and left.as_json())

    def test_refusals(self):
        busy = {(10, JAN): cell(1)}
        for before, one, code in (
            (sheet(), edit(99, JAN, None, cell(1)), "line_gone"),
            (sheet(), edit(10, STRANGER, None, cell(1)), "member_gone"),
            (sheet(), text("2u", member=STRANGER), "member_gone"),
            (sheet(), edit(10, JAN, None, cell(60.01)), "hours"),
            (sheet(), edit(10, JAN, None, cell(-1)), "hours"),
            (sheet(), edit(10, JAN, None, cell(1, funding=OLD)), "unknown_funding"),
            (sheet(l10=0), edit(10, JAN, None, cell(1)), "not_applicable"),
            (sheet(l10=0), text("2u"), "not_applicable"),
            (sheet(l10=0), text("An 2u"), "not_applicable"),
            (sheet(busy), field(10, "applicable", True, False), "people_on_it"),
            (sheet(busy), text("nvt", member=AN), "people_on_it"),
            (
                sheet(kind="current"),
                field(10, "priority", None, "short"),
                "priority_of_target",
            ),
        ):
            with self.subTest(one=one):
                after, (result,) = self._settle(before, one)
                self.assertEqual(result["status"], "refused")
                self.assertEqual(result["message"].split()[0], code)
                self.assertEqual(after, before)

    def test_hr_changes_no_lines(self):
        for one in (field(10, "level", None, "school"), text("nvt")):
            _after, (result,) = self._settle(sheet(), one, may_change_lines=False)
            self.assertEqual(result["message"].split()[0], "no_lines")
        one = field(10, "level", None, None)  # says nothing new
        _after, (result,) = self._settle(sheet(), one, may_change_lines=False)
        self.assertEqual(result["status"], "saved")

    def test_somebody_who_is_gone_may_be_taken_off(self):
        before = sheet({(10, STRANGER): cell(1, funding=OLD)})
        for wanted in (None, cell(2, funding=OLD)):
            after, (result,) = self._settle(
                before, edit(10, STRANGER, cell(1, funding=OLD), wanted)
            )
            self.assertEqual(result["status"], "saved")
            self.assertEqual(after.cells.get((10, STRANGER)), wanted)

    def test_texts(self):
        for words, own, others, status in (
            ("2u", cell(2), {}, "saved"),
            ("x", cell(None, "unknown"), {}, "saved"),
            ("?", cell(None, "unknown"), {}, "saved"),
            ("2u (BPT)", cell(2, funding=BPT), {}, "saved"),
            ("2u (2 uur/week)", None, {}, "asked"),
            ("An 2u", None, {AN: cell(2)}, "saved"),
            ("JP 2u", cell(2), {}, "saved"),
            ("Jan 2u, An 1u", cell(2), {AN: cell(1)}, "saved"),
            ("vacature 3u", None, {VACANCY: cell(3)}, "saved"),
            ("Karel 2u", None, {}, "asked"),
            ("2-3u", None, {}, "asked"),
            ("…", None, {}, "saved"),
            ("geen", None, {}, "saved"),
        ):
            with self.subTest(words=words):
                after, (result,) = self._settle(sheet(), text(words))
                self.assertEqual(result["status"], status, result)
                cells = {key[1]: value for key, value in after.cells.items()}
                self.assertEqual(cells.pop(JAN, None), own)
                self.assertEqual(cells, others)
                self.assertEqual(len(result.get("also", ())), len(others))

    def test_a_name_that_is_the_column_after_all_is_no_assumption(self):
        _after, (result,) = self._settle(sheet(), text("JP 2u"))
        self.assertNotIn("remark", result)

    def test_proposals_can_be_written(self):
        for words in TEXTS:
            before = sheet()
            _after, (result,) = self._settle(before, text(words))
            for one in result.get("proposals", ()):
                with self.subTest(words=words, one=one):
                    data = {
                        "key": "k",
                        "line": 10,
                        "member": JAN,
                        "base": None,
                        "value": one["value"],
                    }
                    _after, (again,) = self._settle(before, *read_edits([data]))
                    self.assertEqual(again["status"], "saved")
                    self.assertEqual(again["value"], one["value"])
                    self.assertTrue(one["label"])

    def test_a_text_does_not_overwrite_what_the_same_paste_gave_somebody(self):
        after, results = self._settle(
            sheet(), text("An 2u"), edit(10, AN, None, cell(5))
        )
        self.assertEqual([one["status"] for one in results], ["asked", "saved"])
        self.assertEqual(after.cells, {(10, AN): cell(5)})

    def test_doctests(self):
        for module in (values, edits_module, typed):
            failed, tried = doctest.testmod(module)
            self.assertEqual(failed, 0)
            self.assertTrue(tried)


# --- anything at all ------------------------------------------------------------------

cells = st.one_of(
    st.none(),
    st.builds(
        cell,
        st.sampled_from([None, 0, 0.125, 1, 2.5, 60, 61, -1]),
        st.sampled_from(["exact", "assumed", "unknown"]),
        st.sampled_from(["", "a"]),
        funding=st.sampled_from([None, BPT, OLD]),
        mandates=st.sampled_from([(), ("executes",), ("decides", "contact")]),
    ),
)
places = st.tuples(st.sampled_from((*LINES, 99)), st.sampled_from((*MEMBERS, STRANGER)))
edits = st.one_of(
    st.builds(lambda at, base, new: edit(*at, base, new), places, cells, cells),
    st.builds(
        lambda at, base, words: text(words, base, *at),
        places,
        cells,
        st.sampled_from(TEXTS),
    ),
    st.builds(
        lambda line, base, new: field(line, "applicable", base, new),
        st.sampled_from(LINES),
        st.booleans(),
        st.booleans(),
    ),
    st.builds(
        lambda line, base, new: field(line, "level", base, new),
        st.sampled_from(LINES),
        st.sampled_from([None, "school"]),
        st.sampled_from([None, "school", "group"]),
    ),
)


@st.composite
def sheets(draw):
    """A sheet as a database can have it: nobody is on a task that does not apply."""
    found = sheet()
    for line in LINES:
        if draw(st.booleans()):
            continue
        if draw(st.booleans()):
            found.lines[line] = LineValues(applicable=False)
            continue
        for member in (*MEMBERS, STRANGER):
            value = draw(cells)
            if value and 0 <= (value.entry.hours or 0) <= 60:
                found.cells[line, member] = value
    return found


def with_changes(before, changes, notes):
    """Return ``before`` with changes that speak of tasks (line + 100)."""
    after = before.copy()
    for task, parts in changes.line_values().items():
        after.lines[task - 100] = replace(after.lines[task - 100], **parts)
    for task, member in changes.removed:
        del after.cells[task - 100, member]
    for (task, member), entry in changes.added.items():
        after.cells[task - 100, member] = CellValue(entry)
    for (task, member), parts in changes.entry_values().items():
        parts = dict(parts)
        if "hours" in parts:
            parts["hours"], parts["certainty"] = parts["hours"]
        old = after.cells[task - 100, member]
        after.cells[task - 100, member] = replace(
            old, entry=replace(old.entry, **parts)
        )
    for key, note in notes.items():
        after.cells[key] = replace(after.cells[key], note=note)
    return after


@tagged("-at_install", "post_install")
class TestSettleAnything(BaseCase):
    @SETTINGS
    @given(sheets(), st.lists(edits, max_size=12), st.booleans())
    def test_invariants(self, before, batch, may_change_lines):
        after = before.copy()
        outcomes = settle(after, batch, desk(may_change_lines))
        self.assertEqual(len(outcomes), len(batch))
        for one, outcome in zip(batch, outcomes, strict=True):
            self.assertIn(outcome.status, STATUSES)
            self.assertEqual(outcome.key, one.key)
            if outcome.status in ("asked", "refused"):
                self.assertTrue(outcome.answer["message"])
            self.assertEqual(outcome.status == "conflict", bool(outcome.conflict))
        # nobody is on a task that does not apply
        for line, _member in after.cells:
            self.assertTrue(after.lines[line].applicable)
        if not may_change_lines:
            self.assertEqual(after.lines, before.lines)
        if not any(one.status == "saved" for one in outcomes):
            self.assertEqual(after, before)
        # what was not spoken of did not change
        spoken = {one.line for one in batch}
        for key in before.cells.keys() | after.cells.keys():
            if key[0] not in spoken:
                self.assertEqual(after.cells.get(key), before.cells.get(key))

    @SETTINGS
    @given(sheets(), st.lists(edits, max_size=12))
    def test_changes_are_the_difference(self, before, batch):
        after = before.copy()
        settle(after, batch, desk())
        task_of = {line: line + 100 for line in LINES}
        changes, notes = changes_between(before, after, task_of)
        self.assertEqual(with_changes(before, changes, notes), after)
        if after == before:
            self.assertFalse(changes or notes)

    @SETTINGS
    @given(
        sheets(),
        st.lists(
            edits.filter(lambda one: isinstance(one, CellEdit | LineEdit)),
            max_size=10,
            unique_by=lambda one: one.key,
        ),
        st.randoms(use_true_random=False),
    )
    def test_a_repeated_request_and_another_order(self, before, batch, random):
        first = before.copy()
        outcomes = settle(first, batch, desk())
        again = first.copy()
        saved = [
            one
            for one, outcome in zip(batch, outcomes, strict=True)
            if outcome.status == "saved"
        ]
        for outcome in settle(again, saved, desk()):
            self.assertEqual(outcome.status, "saved")
        self.assertEqual(again, first)
        shuffled = list(batch)
        random.shuffle(shuffled)
        other = before.copy()
        settle(other, shuffled, desk())
        self.assertEqual(other, first)

    @SETTINGS
    @given(st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
        | st.sampled_from(["key", "line", "base", "value", "text", "hours"]),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
            st.sampled_from(["key", "line", "member", "base", "value", "text", "hours",
                             "certainty", "mandates", "funding", "note", "level"]),
            inner, max_size=6),
        max_leaves=20,
    ))  # fmt: skip
    def test_a_client_sends_anything(self, data):
        line, jan = {"key": "k", "line": 10}, {"key": "k", "line": 10, "member": JAN}
        for sent in (
            data,
            [data],
            [{**line, "value": data}],
            [{**jan, "base": data}],
            [{**jan, "value": data}],
        ):
            before = sheet({(10, JAN): cell(1)})
            after = before.copy()
            batch = read_edits(sent)
            for outcome in settle(after, batch, desk()):
                self.assertIn(outcome.status, STATUSES)
