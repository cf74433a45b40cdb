"""Who may save in the hours grid, and what it costs."""

import time

from odoo.exceptions import AccessError
from odoo.http import SessionExpiredException
from odoo.tests import tagged

from .grid_case import GridWriteCase, hours


@tagged("post_install", "-at_install")
class TestGridRights(GridWriteCase):
    def test_every_role_on_a_draft(self):
        for number, role in enumerate(("coordinator", "director", "hr", "manager"), 1):
            base = hours(number - 1) if number > 1 else None
            result = self._one(self._cell(hours(number), base), role)
            self.assertEqual(result["status"], "saved", role)
            self.assertEqual(self.line.allocation_ids.write_uid, self.users[role])

    def test_hr_changes_people_and_no_tasks(self):
        results = self._write(
            self._field("level", "group", None),
            self._text("nvt", line=self.line_2),
            self._cell(hours(1, note="Bijlage 3")),
            role="hr",
        )["results"]
        self.assertEqual(
            [one["status"] for one in results], ["refused", "refused", "saved"]
        )
        self.assertIn("not the tasks", results[0]["message"])
        self.assertFalse(self.line.level)
        self.assertTrue(self.line_2.applicable)
        self.assertEqual(self.line.allocation_ids.note, "Bijlage 3")
        # a text that names somebody else, and a funding
        result = self._one(self._text("Tess 2u (BPT)"), "hr")
        self.assertEqual(result["status"], "conflict")
        result = self._one(self._text("Tess 2u (BPT)", line=self.line_2), "hr")
        self.assertEqual(result["status"], "saved")

    def test_nobody_changes_what_is_approved(self):
        self._one(self._cell(hours(1)))
        for state in ("active", "archived"):
            self.overview.sudo().state = state
            stamp = self.overview.write_date
            for role in ("coordinator", "director", "hr", "manager"):
                answer = self._write(
                    self._cell(hours(2), hours(1)),
                    self._field("note", "x", ""),
                    role=role,
                )
                for result in answer["results"]:
                    self.assertEqual(result["status"], "refused")
                    self.assertIn(state, result["message"])
                self.assertEqual(answer["state"], state)
                self.assertEqual(answer["cells"][0]["hours"], 1)
            self.assertEqual(self.overview.write_date, stamp)
        self.assertEqual(self.line.hours, 1)

    def test_who_may_only_read(self):
        reader = self.users["teacher"]
        reader.group_ids |= self.env.ref("ict_coordination.group_ict_reader")
        reader.ict_school_ids = self.own
        result = self._one(self._cell(hours(1)), "teacher")
        self.assertEqual(result["status"], "refused")
        self.assertEqual(self._stored(), {})

    def test_who_may_not_even_read(self):
        there = self._new_overview(self.sibling)
        edit = self._cell(hours(1), line=self._line(there), member=self.member_group)
        for overview, role in ((self.overview, "teacher"), (there, "coordinator")):
            with self.assertRaises(AccessError):
                self._write(edit, role=role, overview=overview)
        self.assertEqual(self._stored(there), {})

    def test_lines_of_another_sheet(self):
        there = self._new_overview(self.sibling)
        line = self._line(there)
        result = self._one(self._cell(hours(1), line=line, member=self.member_group))
        self.assertEqual(result["status"], "refused")
        self.assertEqual(self._stored(there), {})

    def test_a_sheet_that_is_gone(self):
        overview = self._as(self.overview, "coordinator")
        edit = self._cell(hours(1))
        self.overview.unlink()
        for answer in (overview.grid_changes(), overview.grid_write([edit])):
            self.assertFalse(answer["state"])
            self.assertFalse(any(answer["can"].values()))
            self.assertIn("deleted", answer["why_not"])
            self.assertEqual(answer["lines"] + answer["cells"], [])
        [result] = answer["results"]
        self.assertEqual((result["key"], result["status"]), (edit["key"], "refused"))
        self.assertEqual(result["message"], answer["why_not"])

    def test_a_page_of_somebody_else(self):
        """Another user logged in in another tab: the page goes on with that session."""
        overview = self._as(self.overview, "director")
        coordinator = self.users["coordinator"].id
        with self.assertRaises(SessionExpiredException):
            overview.with_context(uid=coordinator).grid_write([self._cell(hours(1))])
        self.assertEqual(self._stored(), {})
        own = overview.with_context(uid=overview.env.uid)
        [result] = own.grid_write([self._cell(hours(1))])["results"]
        self.assertEqual(result["status"], "saved")


@tagged("post_install", "-at_install")
class TestGridWriteSpeed(GridWriteCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.partners = cls.env["ict.team.member"].create(
            [
                {
                    "name": f"Partner {number}",
                    "member_type": "partner",
                    "company_id": cls.own.id,
                }
                for number in range(12)
            ]
        )
        cls.overview.line_ids.applicable = True

    def _edits(self, count, number, base=None):
        lines = self.overview.line_ids
        places = [(line, member) for line in lines for member in self.partners]
        return [
            self._cell(hours(number, note=f"n{number}"), base, line, member)
            for line, member in places[:count]
        ]

    def test_the_number_of_queries_does_not_grow(self):
        overview = self._as(self.overview, "coordinator")

        def cost(count, number, base=None):
            edits = self._edits(count, number, base)
            return self._queries(lambda: overview.grid_write(edits))

        one, two = hours(1, note="n1"), hours(2, note="n2")
        for _warming_up in range(2):
            cost(1, 1)
            cost(1, 2, one)
            self.overview.line_ids.allocation_ids.unlink()
        few = cost(5, 1), cost(5, 2, one), cost(5, 3, one)
        self.overview.line_ids.allocation_ids.unlink()
        many = cost(200, 1), cost(200, 2, one), cost(200, 3, one)
        self.assertEqual(many, few)
        self.assertEqual(len(self._stored()), 200)
        texts = [{**edit, "text": "ca. 3u (BPT)"} for edit in self._edits(200, 1, two)]
        for edit in texts:
            del edit["value"]
        alone = self._queries(lambda: overview.grid_write(texts[:5]))
        alone = self._queries(lambda: overview.grid_write(texts[5:10]))
        self.assertEqual(self._queries(lambda: overview.grid_write(texts[10:])), alone)

    def test_two_hundred_cells_at_once(self):
        self._write(*self._edits(804, 1))
        base, best = hours(1, note="n1"), 9
        for number in (2, 3, 4):
            edits = self._edits(200, number, base)
            base = edits[0]["value"]
            self.env.flush_all()
            self.env.invalidate_all()
            start = time.perf_counter()
            answer = self._write(*edits)
            best = min(best, time.perf_counter() - start)
            self.assertEqual({one["status"] for one in answer["results"]}, {"saved"})
        # some 80 ms when the machine is quiet
        self.assertLess(best, 1)
