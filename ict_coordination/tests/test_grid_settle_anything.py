# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Whatever batch meets whatever sheet: what holds for all of them."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.grid.changed import changes_between
from odoo.addons.ict_coordination.grid.edits import (
    CellEdit,
    LineEdit,
    read_edits,
)
from odoo.addons.ict_coordination.grid.values import CellValue
from odoo.addons.ict_coordination.workbook.snapshot import LineValues

from .settle_samples import (
    BPT,
    JAN,
    LINES,
    MEMBERS,
    OLD,
    STATUSES,
    STRANGER,
    TEXTS,
    cell,
    edit,
    field,
    settled,
    sheet,
    text,
)

SETTINGS = settings(
    deadline=None,
    derandomize=True,
    max_examples=80,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
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
    after = before.duplicate()
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
        after, outcomes = settled(before, batch, may_change_lines=may_change_lines)
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
        after, _outcomes = settled(before, batch)
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
        first, outcomes = settled(before, batch)
        saved = [
            one
            for one, outcome in zip(batch, outcomes, strict=True)
            if outcome.status == "saved"
        ]
        again, repeated = settled(first, saved)
        for outcome in repeated:
            self.assertEqual(outcome.status, "saved")
        self.assertEqual(again, first)
        shuffled = list(batch)
        random.shuffle(shuffled)
        other, _outcomes = settled(before, shuffled)
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
            _after, outcomes = settled(sheet({(10, JAN): cell(1)}), read_edits(sent))
            for outcome in outcomes:
                self.assertIn(outcome.status, STATUSES)
