"""What else the hours grid reads: who may, the sheet beside it, what changed."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .grid_case import GridCase


@tagged("post_install", "-at_install")
class TestGridReadBeside(GridCase):
    # --- who may ---

    def test_who_may_do_what(self):
        def can(role):
            data = self._as(self.overview, role).grid_read()
            return tuple(data["can"].values()), bool(data["why_not"])

        for role in ("coordinator", "director", "manager"):
            self.assertEqual(can(role), ((True, True, True), False), role)
        self.assertEqual(can("hr"), ((True, False, False), False))
        self._as(self.overview, "director").action_activate()
        for role in ("coordinator", "director", "hr", "manager"):
            self.assertEqual(can(role), ((False, False, False), True), role)
        why = {
            role: self._as(self.overview, role).grid_read()["why_not"]
            for role in ("coordinator", "director", "hr")
        }
        self.assertIn("Ask the director", why["coordinator"])
        self.assertIn("Set it back to draft", why["director"])
        self.assertIn("hours of a person", why["hr"])
        self.overview.sudo().state = "archived"
        self.assertEqual(can("manager"), ((False, False, False), True))

    def test_who_may_only_read(self):
        reader = self.users["teacher"]
        reader.group_ids |= self.env.ref("ict_coordination.group_ict_reader")
        reader.ict_school_ids = self.own
        data = self._as(self.overview, "teacher").grid_read()
        self.assertFalse(any(data["can"].values()))
        self.assertIn("Its coordinators", data["why_not"])

    def test_who_may_not_read(self):
        there = self._new_overview(self.sibling)
        for record, role in (
            (self.overview, "teacher"),
            (there, "coordinator"),
            (self._new_overview(self.other), "manager"),
        ):
            record = self._as(record, role)
            for read in (record.grid_read, record.grid_peer, record.grid_changes):
                with self.assertRaises(AccessError):
                    read()

    # --- the sheet to compare with ---

    def _peer(self, role="coordinator"):
        peer = self._as(self.overview, role).grid_read()["peer"]
        return peer and peer["id"]

    def test_the_same_year_then_what_is_in_force(self):
        self.assertIsNone(self._peer())
        self.assertIsNone(self._as(self.overview, "coordinator").grid_peer())
        self._new_overview(self.sibling, "target")
        self.assertIsNone(self._peer())
        old = self._new_overview(self.own, "target", "active", school_year="2025-2026")
        self.assertEqual(self._peer(), old.id)
        same = self._new_overview(self.own, "target")
        self.assertEqual(self._peer(), same.id)
        same.state = "archived"
        self.assertEqual(self._peer(), old.id)
        self.overview.state = "archived"
        self.assertEqual(self._peer(), same.id)

    def test_its_content(self):
        target = self._new_overview(self.own, "target")
        line = self._line(target)
        line.priority = "short"
        self._allocate(line, self.member_group, 4)
        peer = self._as(self.overview, "coordinator").grid_peer()
        self.assertEqual(peer["overview"]["id"], target.id)
        self.assertEqual(peer["overview"]["kind"], "target")
        self.assertEqual(peer["lines"][0]["task"], self.line.task_id.id)
        self.assertEqual(peer["lines"][0]["priority"], "short")
        self.assertEqual([cell["hours"] for cell in peer["cells"]], [4])
        self.assertIn(self.member_group.id, [one["id"] for one in peer["members"]])

    # --- what changed ---

    def test_only_these_lines(self):
        self._allocate(self.line, self.member_own, 1)
        self._allocate(self.line_2, self.member_own, 2)
        overview = self._as(self.overview, "coordinator")
        data = overview.grid_changes([self.line_2.id])
        self.assertEqual([line["id"] for line in data["lines"]], self.line_2.ids)
        self.assertEqual([cell["hours"] for cell in data["cells"]], [2])
        self.assertEqual(data["state"], "draft")
        self.assertTrue(data["can"]["cells"])
        self.assertEqual(len(overview.grid_changes(False)["cells"]), 2)
        self.assertEqual(len(overview.grid_changes()["lines"]), 67)

    def test_lines_of_other_sheets_and_nonsense(self):
        there = self._line(self._new_overview(self.own, "target"))
        overview = self._as(self.overview, "coordinator")
        for ids in ([there.id], [], ["1"], [None, True, {}, 2**70], "abc", 5, {}):
            self.assertEqual(overview.grid_changes(ids)["lines"], [])
