# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What a workbook changes, as tables of all combinations and as properties."""

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook.changes import (
    PERSON,
    Difference,
    EntryValues,
    LineValues,
    Snapshot,
    compare,
)
from odoo.addons.ict_coordination.workbook.snapshot import ENTRY_PARTS, LINE_PARTS

# base, file, odoo → outcome of one value. 0 is the empty value, "-" no base.
VALUES = """
- 0 0 keep    - 0 1 keep       - 0 2 keep
- 1 0 take    - 1 1 keep       - 1 2 conflict
- 2 0 take    - 2 1 conflict   - 2 2 keep
0 0 0 keep    0 0 1 keep       0 0 2 keep
0 1 0 take    0 1 1 keep       0 1 2 conflict
0 2 0 take    0 2 1 conflict   0 2 2 keep
1 0 0 keep    1 0 1 take       1 0 2 conflict
1 1 0 keep    1 1 1 keep       1 1 2 keep
1 2 0 conflict 1 2 1 take      1 2 2 keep
2 0 0 keep    2 0 1 conflict   2 0 2 take
2 1 0 conflict 2 1 1 keep      2 1 2 take
2 2 0 keep    2 2 1 keep       2 2 2 keep
"""
# 0: nobody on the task; 1, 2: on it with other hours
PEOPLE = """
0 0 0 keep    0 0 1 keep       0 0 2 keep
0 1 0 add     0 1 1 keep       0 1 2 conflict:hours
0 2 0 add     0 2 1 conflict:hours 0 2 2 keep
1 0 0 keep    1 0 1 remove     1 0 2 conflict:person
1 1 0 keep    1 1 1 keep       1 1 2 keep
1 2 0 conflict:person 1 2 1 take 1 2 2 keep
2 0 0 keep    2 0 1 conflict:person 2 0 2 remove
2 1 0 conflict:person 2 1 1 keep 2 1 2 take
2 2 0 keep    2 2 1 keep       2 2 2 keep
"""
# T: applicable, F: not. The line is applicable to begin with.
APPLICABLE = """
- T T keep    - T F conflict   - F T take    - F F keep
T T T keep    T T F keep       T F T take    T F F keep
F T T keep    F T F take       F F T keep    F F F keep
"""
PARTS = {
    "level": (None, "school", "group"),
    "priority": (None, "short", "long"),
    "note": ("", "Elke maandag", "Elke dinsdag"),
    "hours": ((None, "unknown"), (2.0, "exact"), (2.0, "assumed")),
    "funding": (None, 1, 2),
}


def rows(table):
    words = table.split()
    return [tuple(words[start : start + 4]) for start in range(0, len(words), 4)]


def line(**values):
    return Snapshot({1: LineValues(**values)})


def entry(hours=2.0, certainty="exact", **values):
    return EntryValues(hours, certainty, **values)


def people(value):
    return Snapshot({1: LineValues()}, {} if value is None else {(1, 7): value})


def sheet_with(part, value):
    if part in LINE_PARTS:
        return line(**{part: value})
    if part == "hours":
        return people(EntryValues(*value))
    return people(entry(**{part: value}))


def outcome(changes):
    """Return what happens to the one value that differs."""
    happened = [
        *(f"conflict:{change.part}" for change in changes.conflicts),
        *("take" for _change in changes.changed),
        *("add" for _key in changes.added),
        *("remove" for _key in changes.removed),
    ]
    return " ".join(happened) or "keep"


@tagged("-at_install", "post_install")
class TestImportChangesTables(BaseCase):
    def test_a_value_of_every_part(self):
        for part, values in PARTS.items():
            for base, file, odoo, expected in rows(VALUES):
                with self.subTest(part=part, base=base, file=file, odoo=odoo):
                    before = (
                        None if base == "-" else sheet_with(part, values[int(base)])
                    )
                    changes = compare(
                        before,
                        sheet_with(part, values[int(file)]),
                        sheet_with(part, values[int(odoo)]),
                    )
                    if expected == "conflict":
                        expected = f"conflict:{part}"
                    self.assertEqual(outcome(changes), expected)
                    for change in (*changes.changed, *changes.conflicts):
                        self.assertEqual(change.file, values[int(file)])
                        self.assertEqual(change.odoo, values[int(odoo)])

    def test_somebody_on_a_task(self):
        values = (None, entry(2), entry(3))
        self.assertEqual(
            outcome(compare(people(entry()), people(None), people(entry(mandates=())))),
            "conflict:person",
        )
        for base, file, odoo, expected in rows(PEOPLE):
            with self.subTest(base=base, file=file, odoo=odoo):
                before, now, there = (
                    people(values[int(number)]) for number in (base, file, odoo)
                )
                self.assertEqual(outcome(compare(before, now, there)), expected)

    def test_applicable(self):
        for base, file, odoo, expected in rows(APPLICABLE):
            with self.subTest(base=base, file=file, odoo=odoo):
                sheets = {
                    value: line(applicable=value == "T") for value in (base, file, odoo)
                }
                changes = compare(
                    None if base == "-" else sheets[base], sheets[file], sheets[odoo]
                )
                if expected == "conflict":
                    expected = "conflict:applicable"
                self.assertEqual(outcome(changes), expected)

    def test_a_task_that_the_type_of_school_ruled_out(self):
        odoo, file = line(applicable=False), line(applicable=True)
        changes = compare(None, file, odoo, {1: False})
        self.assertEqual(changes.line_values(), {1: {"applicable": True}})
        # and the other way round: somebody said that it does apply here
        changes = compare(None, odoo, file, {1: False})
        self.assertEqual(outcome(changes), "conflict:applicable")

    def test_mandates(self):
        silent, said = entry(), entry(mandates=("contact", "decides"))
        default, other = entry(mandates=("executes",)), entry(mandates=())
        for base, file, odoo, expected in (
            (None, silent, other, "keep"),
            (None, said, default, "take"),
            (None, said, other, "conflict:mandates"),
            (silent, silent, said, "keep"),
            (silent, said, default, "take"),
            (silent, said, said, "keep"),
            (silent, said, other, "conflict:mandates"),
            (said, silent, said, "keep"),
            (said, other, said, "take"),
            (said, other, default, "conflict:mandates"),
        ):
            with self.subTest(base=base, file=file, odoo=odoo):
                changes = compare(base and people(base), people(file), people(odoo))
                self.assertEqual(outcome(changes), expected)

    def test_mandates_changed_in_odoo_do_not_hold_back_hours(self):
        changes = compare(
            people(entry(2)), people(entry(3)), people(entry(2, mandates=("decides",)))
        )
        self.assertEqual(changes.entry_values(), {(1, 7): {"hours": (3.0, "exact")}})
        self.assertFalse(changes.conflicts)

    def test_hours_are_compared_in_hundredths(self):
        for file, odoo in ((0.1 + 0.2, 0.3), (2.675, 2.68), (1.0049, 1.0)):
            changes = compare(None, people(entry(file)), people(entry(odoo)))
            self.assertEqual(outcome(changes), "keep", (file, odoo))
        changes = compare(None, people(entry(1.01)), people(entry(1)))
        self.assertEqual(outcome(changes), "conflict:hours")

    def test_people_on_a_task_that_does_not_apply(self):
        nobody = line(applicable=False)
        # The file says both: its people come, the task stays.
        file = replace(nobody, entries={(1, 7): entry()})
        changes = compare(None, file, line())
        self.assertEqual(list(changes.added), [(1, 7)])
        self.assertEqual(outcome(changes), "conflict:applicable add")
        changes = compare(None, file, Snapshot())
        self.assertTrue(changes.new_lines[1].applicable)
        # Odoo says that it does not apply: the people wait.
        changes = compare(line(), people(entry()), nobody)
        self.assertEqual(outcome(changes), "conflict:person")
        # Nobody is left, so it may become not applicable.
        changes = compare(people(entry()), nobody, people(entry()))
        self.assertEqual(outcome(changes), "take remove")
        # Somebody added in Odoo stays, and so does the task.
        changes = compare(line(), nobody, people(entry()))
        self.assertEqual(outcome(changes), "conflict:applicable")

    def test_a_task_that_odoo_does_not_have(self):
        file = Snapshot({5: LineValues(note="Nieuw")}, {(5, 7): entry()})
        changes = compare(None, file, line())
        self.assertEqual(changes.new_lines, {5: LineValues(note="Nieuw")})
        self.assertEqual(changes.added, {(5, 7): entry()})
        # removed in Odoo after the first import: not brought back silently
        self.assertEqual(outcome(compare(file, file, line())), "keep")
        changed = Snapshot(file.lines, {(5, 7): entry(3)})
        self.assertEqual(outcome(compare(file, changed, line())), "conflict:person")


# --- properties ---

tasks, members = st.integers(1, 3), st.integers(7, 8)
lines = st.builds(
    LineValues,
    st.booleans(),
    st.sampled_from([None, "school", "group"]),
    st.sampled_from([None, "short"]),
    st.sampled_from(["", "a", "b"]),
)
entries = st.builds(
    EntryValues,
    st.sampled_from([None, 0, 1, 1.001, 2]),
    st.sampled_from(["exact", "assumed"]),
    st.sampled_from([None, 4]),
    st.sampled_from([None, (), ("executes",), ("decides", "contact")]),
)
snapshots = st.builds(
    Snapshot,
    st.dictionaries(tasks, lines, max_size=3),
    st.dictionaries(st.tuples(tasks, members), entries, max_size=5),
)
bases = st.one_of(st.none(), snapshots)


def possible(sheet):
    """Return ``sheet`` as Odoo can hold it: whole lines, nobody where it is ruled out.

    In Odoo mandates are never silent.
    """
    return Snapshot(
        sheet.lines,
        {
            key: replace(entry, mandates=entry.mandates or ())
            for key, entry in sheet.entries.items()
            if key[0] in sheet.lines and sheet.lines[key[0]].applicable
        },
    )


odoos = snapshots.map(possible)


def applied(changes, odoo):
    """Return ``odoo`` after the changes."""
    new_lines = {**odoo.lines, **changes.new_lines}
    for task, values in changes.line_values().items():
        new_lines[task] = replace(new_lines[task], **values)
    new_entries = {
        key: value for key, value in odoo.entries.items() if key not in changes.removed
    }
    for key, values in changes.entry_values().items():
        values = dict(values)
        if "hours" in values:
            values["hours"], values["certainty"] = values["hours"]
        new_entries[key] = replace(new_entries[key], **values)
    for key, value in changes.added.items():
        mandates = ("executes",) if value.mandates is None else value.mandates
        new_entries[key] = replace(value, mandates=mandates)
    return Snapshot(new_lines, new_entries)


@tagged("-at_install", "post_install")
class TestImportChangesProperties(BaseCase):
    @settings(deadline=None, max_examples=80)
    @given(bases, snapshots, odoos)
    def test_importing_twice_changes_nothing_more(self, base, file, odoo):
        once = applied(compare(base, file, odoo), odoo)
        again = compare(file, file, once)
        self.assertFalse(again)
        self.assertFalse(again.conflicts)

    @settings(deadline=None, max_examples=100)
    @given(snapshots, odoos)
    def test_a_file_equal_to_its_base_leaves_odoo_alone(self, file, odoo):
        changes = compare(file, file, odoo)
        self.assertFalse(changes)
        self.assertFalse(changes.conflicts)

    @settings(deadline=None, max_examples=80)
    @given(bases, snapshots, odoos)
    def test_what_was_changed_in_odoo_stays(self, base, file, odoo):
        base = base or Snapshot()
        changes = compare(base, file, odoo)
        after = applied(changes, odoo)
        for task, now in odoo.lines.items():
            before = base.lines.get(task, LineValues())
            for part in LINE_PARTS:
                if getattr(now, part) != getattr(before, part):
                    self.assertEqual(
                        getattr(after.lines[task], part), getattr(now, part)
                    )
        for key, now in odoo.entries.items():
            before = base.entries.get(key) or EntryValues(mandates=("executes",))
            if before.mandates is None:
                before = replace(before, mandates=("executes",))
            for part in ENTRY_PARTS:
                if now.part(part) != before.part(part):
                    self.assertEqual(after.entries[key].part(part), now.part(part))

    @settings(deadline=None, max_examples=80)
    @given(bases, snapshots, odoos)
    def test_what_is_new_in_the_file_lands_or_is_a_conflict(self, base, file, odoo):
        changes = compare(base, file, odoo)
        after = applied(changes, odoo)
        base = base or Snapshot()
        waiting = {(one.task, one.member, one.part) for one in changes.conflicts}
        for task, now in file.lines.items():
            # A base that named only the people of a task said nothing of its line.
            before = base.lines.get(task, LineValues(applicable=now.applicable))
            for part in LINE_PARTS:
                value = getattr(now, part)
                if value != getattr(before, part) and (task, None, part) not in waiting:
                    self.assertIn(task, after.lines)
                    self.assertEqual(getattr(after.lines[task], part), value)
        for key, now in file.entries.items():
            before = base.entries.get(key)
            if (*key, PERSON) in waiting or before == now:
                continue
            if before is None:
                self.assertIn(key, after.entries)
                before = EntryValues()
            for part in ENTRY_PARTS:
                value = now.part(part)
                changed = value is not None and value != before.part(part)
                silent = part == "mandates" and before.mandates is None
                if changed and not silent and (*key, part) not in waiting:
                    self.assertEqual(after.entries[key].part(part), value)

    @settings(deadline=None, max_examples=80)
    @given(bases, snapshots, odoos)
    def test_only_tasks_of_the_file_and_only_what_odoo_can_hold(self, base, file, odoo):
        changes = compare(base, file, odoo)
        after = applied(changes, odoo)
        for task in odoo.tasks() - file.tasks():
            self.assertEqual(after.lines[task], odoo.lines[task])
        touched = {
            *changes.new_lines,
            *(change.task for change in (*changes.changed, *changes.conflicts)),
            *(task for task, _member in (*changes.added, *changes.removed)),
        }
        self.assertLessEqual(touched, file.tasks())
        self.assertEqual(after.entries, possible(after).entries)

    @settings(deadline=None, max_examples=100)
    @given(bases, snapshots, odoos)
    def test_json_keeps_everything(self, base, file, odoo):
        data = json.loads(json.dumps(file.as_json()))
        self.assertEqual(Snapshot.from_json(data), file)
        changes = compare(base, file, odoo)
        for one in (*changes.changed, *changes.conflicts):
            data = json.loads(json.dumps(one.as_json()))
            self.assertEqual(Difference.from_json(data), one)

    def test_nothing_was_kept(self):
        self.assertEqual(Snapshot.from_json(None), Snapshot())
        self.assertFalse(compare(None, Snapshot(), Snapshot()))
