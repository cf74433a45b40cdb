# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""A batch of edits meets a sheet, without database: nothing is lost or overwritten."""

import doctest

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.grid import edits as edits_module
from odoo.addons.ict_coordination.grid import typed, values
from odoo.addons.ict_coordination.grid.edits import read_edits

from .settle_samples import (
    AN,
    BPT,
    JAN,
    OLD,
    STRANGER,
    TEXTS,
    VACANCY,
    cell,
    edit,
    field,
    settled,
    sheet,
    text,
)


@tagged("-at_install", "post_install")
class TestSettleTable(BaseCase):
    def _settle(self, before, *edits, **may):
        after, outcomes = settled(before, edits, **may)
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
