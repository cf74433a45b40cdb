"""The hours grid saves: values of cells and lines, and what others changed before."""

from contextlib import nullcontext
from unittest.mock import patch

from odoo.tests import tagged

from .grid_case import GridWriteCase, hours


@tagged("post_install", "-at_install")
class TestGridWrite(GridWriteCase):
    def test_a_cell_from_nothing_to_something_and_back(self):
        key = (self.line, self.member_own)
        full = hours(
            1.5,
            "assumed",
            mandates=["decides", "contact"],
            funding=self.funding.id,
            note="Elke maandag",
        )
        answer = self._write(self._cell(full), origin="me")
        (result,) = answer["results"]
        self.assertEqual(result["status"], "saved")
        self.assertEqual(result["value"], full)
        self.assertEqual(
            self._stored(), {key: (1.5, "assumed", "dc", "bpt", "Elke maandag")}
        )
        self.assertEqual([line["id"] for line in answer["lines"]], self.line.ids)
        (cell,) = answer["cells"]
        self.assertEqual(cell["by"], self.users["coordinator"].name)
        self.assertEqual((cell["hours"], cell["note"]), (1.5, "Elke maandag"))
        self.assertEqual((self.line.hours, self.line.coverage), (1.5, "single"))
        self.assertTrue(self.line.has_contact)
        self.assertEqual(
            {"state", "can", "why_not", "lines", "cells", "members", "results"},
            set(answer),
        )

        result = self._one(self._cell(None, full))
        self.assertEqual((result["status"], result["value"]), ("saved", None))
        self.assertEqual(self._stored(), {})
        self.assertEqual(self.line.coverage, "open")
        # undo brings back the remark as well
        self._one(self._cell(full))
        self.assertEqual(
            self._stored(), {key: (1.5, "assumed", "dc", "bpt", "Elke maandag")}
        )

    def test_only_the_remark(self):
        self._one(self._cell(hours(2)))
        allocation = self.line.allocation_ids
        result = self._one(self._cell(hours(2, note="Nieuw\0"), hours(2)))
        self.assertEqual(result["value"], hours(2, note="Nieuw"))
        self.assertEqual(allocation.note, "Nieuw")
        self.assertEqual(allocation.write_uid, self.users["coordinator"])
        result = self._one(self._cell(hours(2), hours(2, note="Nieuw")))
        self.assertEqual(result["status"], "saved")
        self.assertFalse(allocation.note)
        self.assertEqual(self.line.allocation_ids, allocation)

    def test_fields_of_a_line(self):
        target = self._new_overview(self.own, "target")
        line = self._line(target)
        edits = (("level", "shared", None), ("priority", "short", None),
                 ("note", " Wie? ", ""))  # fmt: skip
        answer = self._write(
            *(self._field(*edit, line=line) for edit in edits), overview=target
        )
        self.assertEqual({one["status"] for one in answer["results"]}, {"saved"})
        self.assertEqual(
            (line.level, line.priority, line.note), ("shared", "short", "Wie?")
        )
        self.assertEqual(answer["lines"][0]["level"], "shared")
        self._write(
            self._field("level", None, "shared", line),
            self._field("note", "", "Wie?", line),
            overview=target,
        )
        self.assertFalse(line.level or line.note)

    def test_level_and_priority_reach_the_people(self):
        self._allocate(self.line, self.member_own, 1)
        self._one(self._field("level", "group", None))
        self.assertEqual(self.line.allocation_ids.level, "group")

    def test_the_order_in_a_batch_does_not_matter(self):
        self.line.applicable = False
        self._allocate(self.line_2, self.member_own, 1)
        answer = self._write(
            self._field("applicable", False, True, self.line_2),
            self._cell(hours(3)),
            self._cell(None, hours(1), self.line_2),
            self._field("applicable", True, False),
        )
        self.assertEqual([r["status"] for r in answer["results"]], ["saved"] * 4)
        self.assertEqual((self.line.coverage, self.line.hours), ("single", 3))
        self.assertEqual(self.line_2.coverage, "not_applicable")
        self.assertEqual(
            [line["applicable"] for line in answer["lines"]], [True, False]
        )

    def test_what_is_refused_stops_nothing_else(self):
        self.line_2.applicable = False
        other = self._line(self._new_overview(self.own, "target"))
        off = self.env["ict.funding"].create({"name": "Off", "active": False})
        self._allocate(self._line(self.overview, "technical_03"), self.member_own, 1)
        third = self._line(self.overview, "technical_03")
        refused = (
            self._cell(hours(61)),
            self._cell(hours(-1)),
            self._cell(hours(1), line=self.line_2),
            self._cell(hours(1), line=other),
            self._cell(hours(1), member=self.member_sibling),
            self._cell(hours(1, funding=off.id)),
            self._cell(hours(1, funding=2**31 - 1)),
            self._field("priority", "short", None),
            self._field("applicable", False, True, third),
        )
        answer = self._write(*refused, self._cell(hours(2), member=self.member_group))
        *results, last = answer["results"]
        for edit, result in zip(refused, results, strict=True):
            with self.subTest(edit=edit):
                self.assertEqual(result["status"], "refused")
                self.assertRegex(result["message"], r"\w+ .*\.$")
        self.assertIn("from 0 to 60", results[0]["message"])
        self.assertIn("Jan Peeters", results[-1]["message"])
        self.assertEqual(last["status"], "saved")
        self.assertEqual(len(self._stored()), 2)

    def test_a_funding_that_is_there_may_stay(self):
        self._allocate(self.line, self.member_own, 1, funding_id=self.funding.id)
        self.funding.active = False
        base = hours(1, funding=self.funding.id)
        result = self._one(self._cell({**base, "hours": 2}, base))
        self.assertEqual(result["status"], "saved")

    def test_nonsense_of_a_client(self):
        line, member = self.line.id, self.member_own.id
        cell = {"key": "a", "line": line, "member": member}
        bad = (
            None, 5, "x", [], {}, {"key": 5}, {"key": "a", "line": "1"},
            {"key": "a", "line": line}, {"key": "a", "line": line, "member": "x"},
            {"key": "a", "line": 2**40, "member": member, "value": None},
            cell, {**cell, "value": 5}, {**cell, "value": []}, {**cell, "value": {}},
            {**cell, "value": hours("1")}, {**cell, "value": hours(True)},
            {**cell, "value": hours(float("nan"))}, {**cell, "value": hours(10**400)},
            {**cell, "value": hours(None)}, {**cell, "value": hours(1, "unknown")},
            {**cell, "value": hours(1, "sure")}, {**cell, "value": hours(1, [])},
            {**cell, "value": hours(1, mandates=["all"])},
            {**cell, "value": hours(1, mandates=[[]])},
            {**cell, "value": hours(1, mandates="decides")},
            {**cell, "value": hours(1, funding="1")},
            {**cell, "value": hours(1, note=5)},
            {**cell, "value": hours(1, note="x" * 9000)},
            {**cell, "base": 5, "value": hours(1)}, {**cell, "text": 5},
            {"key": "a", "line": line, "base": {}, "value": {"level": "school"}},
            {"key": "a", "line": line, "base": {"level": None},
             "value": {"level": "moon"}},
            {"key": "a", "line": line, "base": {"level": None},
             "value": {"level": []}},
            {"key": "a", "line": line, "base": {"hours": 1}, "value": {"hours": 2}},
            {"key": "a", "line": line, "base": {"applicable": True},
             "value": {"applicable": None}},
            {"key": "a", "line": line, "value": {"note": "a", "level": "school"}},
        )  # fmt: skip
        results = self._write(*bad)["results"]
        for edit, result in zip(bad, results, strict=True):
            with self.subTest(edit=edit):
                self.assertEqual(result["status"], "refused")
                self.assertTrue(result["message"])
        self.assertEqual(self._stored(), {})
        for nothing in (None, "x", 5, {}):
            overview = self._as(self.overview, "coordinator")
            self.assertEqual(overview.grid_write(nothing, nothing)["results"], [])

    def test_text_that_a_database_does_not_take(self):
        result = self._one(self._cell(hours(1, note="a\0\ud800b")))
        self.assertEqual(result["value"]["note"], "ab")
        self._one(self._field("note", "\0\ud800c", ""))
        self.assertEqual(self.line.note, "c")
        for text in ("\0", "\ud800", "2u\0", "9" * 5000, "\u0661\u0662", "=1+1"):
            self.assertIn(
                self._one(self._text(text, line=self.line_2))["status"],
                ("saved", "asked", "conflict"),
            )

    def test_the_same_where_an_addon_extended_the_models(self):
        slow = self._new_overview(self.own, "target")
        note = hours(1, note="Elke maandag")
        for overview in (self.overview, slow):
            line, other = self._line(overview), self._line(overview, "technical_02")
            slowly = patch.object(
                self.env.registry["ict.overview"], "_bulk_begin", lambda overview: False
            )
            with slowly if overview == slow else nullcontext():
                for edits in (
                    [
                        self._cell(note, None, line),
                        self._cell(hours(2), None, line, self.vacancy),
                        self._field("level", "group", None, other),
                    ],
                    [
                        self._cell({**note, "note": "", "hours": 3}, note, line),
                        self._cell(None, hours(2), line, self.vacancy),
                        self._field("applicable", False, True, other),
                        self._cell(hours(2, note="x"), None, line, self.member_group),
                    ],
                ):
                    answer = self._write(*edits, overview=overview)
                    self.assertEqual(
                        {one["status"] for one in answer["results"]}, {"saved"}
                    )
            self.assertFalse(other.applicable)
        fast, slow = (
            {
                (line.task_id, member): cell
                for (line, member), cell in self._stored(overview).items()
            }
            for overview in (self.overview, slow)
        )
        self.assertEqual(fast, slow)
        self.assertEqual(len(fast), 2)

    # --- conflicts ---

    def test_what_somebody_else_changed_stays(self):
        self._write(self._cell(hours(1)), role="director")
        self._write(self._cell(hours(2), hours(1)), role="director")
        result = self._one(self._cell(hours(3), hours(1)))
        self.assertEqual(result["status"], "conflict")
        self.assertEqual(result["stored"], hours(2))
        self.assertEqual(result["by"], self.users["director"].name)
        self.assertRegex(result["on"], r"T.*Z$")
        self.assertEqual(self.line.hours, 2)
        # seen and wanted after all
        self.assertEqual(self._one(self._cell(hours(3), hours(2)))["status"], "saved")

    def test_the_same_request_twice(self):
        edit = self._cell(hours(1))
        self.assertEqual(self._one(edit)["status"], "saved")
        stamp = self.line.allocation_ids.write_date
        self.assertEqual(self._one(edit)["status"], "saved")
        self.assertEqual(self.line.allocation_ids.write_date, stamp)
        # the same by somebody else
        self.assertEqual(self._one(edit, "director")["status"], "saved")
        # mandates and remark count as well
        result = self._one(self._cell(hours(1, mandates=["steers"])))
        self.assertEqual(result["status"], "conflict")

    def test_somebody_took_the_person_off_the_task(self):
        self._write(self._cell(hours(1)))
        self._write(self._cell(None, hours(1)), role="director")
        result = self._one(self._cell(hours(2), hours(1)))
        self.assertEqual((result["status"], result["stored"]), ("conflict", None))
        self.assertEqual(result["by"], self.users["director"].name)
        self.assertEqual(self._stored(), {})

    def test_a_field_of_a_line(self):
        self._write(self._field("level", "group", None), role="director")
        result = self._one(self._field("level", "school", None))
        self.assertEqual(result["status"], "conflict")
        self.assertEqual(result["stored"], {"level": "group"})
        self.assertEqual(result["by"], self.users["director"].name)
        # another field of the same line is no conflict
        self.assertEqual(self._one(self._field("note", "a", ""))["status"], "saved")

    def test_a_text_that_nobody_saw_coming(self):
        self._write(self._cell(hours(4)), role="director")
        result = self._one(self._text("ca. 2u"))
        self.assertEqual((result["status"], result["stored"]), ("conflict", hours(4)))

    def test_a_task_closed_by_somebody_else(self):
        self._write(self._field("applicable", False, True), role="director")
        result = self._one(self._cell(hours(1)))
        self.assertEqual(result["status"], "refused")
        self.assertIn("not applicable", result["message"])
