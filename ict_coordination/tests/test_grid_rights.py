"""Every request of the hours grid, tried by every role in every school."""

import json

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .grid_case import hours
from .grid_rights_case import SECRET, GridRightsCase

#: role → (own school, sibling school, other group): what the grid does for it.
#: r(ead), c(ells are written), l(ines are written), p(eople are added)
MATRIX = {
    "teacher": ("", "", ""),
    "coordinator": ("rclp", "", ""),
    "director": ("rclp", "", ""),
    "hr": ("rc", "rc", ""),
    "manager": ("rclp", "rclp", ""),
}
READING = {
    "grid_read": (),
    "grid_peer": (),
    "grid_changes": (False,),
    "grid_people": ("n", False),
}


@tagged("post_install", "-at_install")
class TestGridRights(GridRightsCase):
    # --- the matrix ---

    def _allowed(self, role, place):
        """Return the letters of what really happens, each tried for real."""
        sheet, member = self.sheets[place], self.members[place]
        line = self._line(sheet, "technical_02")
        letters = ""
        reads = set()
        for method, args in READING.items():
            try:
                getattr(self._as(sheet, role), method)(*args)
                reads.add(True)
            except AccessError:
                reads.add(False)
        self.assertEqual(len(reads), 1, "one request reads what another may not")
        letters += "r" if True in reads else ""

        def cells():
            self._write(sheet, role, self._cell(line, member))
            return line.hours == 3

        def lines():
            self._write(sheet, role, self._field(line, level="group"))
            return line.level == "group"

        def people():
            self._as(sheet, role).grid_add_person("vacancy", False, "V")
            return self.env["ict.team.member"].search([("name", "=", "V")])

        for letter, attempt in (("c", cells), ("l", lines), ("p", people)):
            try:
                with self.env.cr.savepoint():
                    if attempt():
                        letters += letter
                    raise _Undo
            except (_Undo, AccessError):
                self.env.invalidate_all()
        return letters

    def test_matrix(self):
        for role, row in MATRIX.items():
            for place, expected in enumerate(row):
                with self.subTest(role=role, school=self.schools[place].name):
                    self.assertEqual(self._allowed(role, place), expected)

    def test_what_the_screen_offers_is_what_is_allowed(self):
        for role, row in MATRIX.items():
            for place, expected in enumerate(row):
                if not expected:
                    continue
                with self.subTest(role=role, place=place):
                    data = self._as(self.sheets[place], role).grid_read()
                    offered = {name[0] for name, may in data["can"].items() if may}
                    self.assertEqual(offered, set(expected) - {"r"})
                    self.assertEqual(data["why_not"], "")

    def test_closed_to_everybody(self):
        """Whoever may correct an approved sheet elsewhere does it elsewhere."""
        sheet = self.sheets[0]
        line = self._line(sheet, "technical_02")
        for close, word in (
            (sheet.action_activate, "active"),
            (sheet.action_archive_overview, "archived"),
        ):
            close()
            for role in ("coordinator", "director", "hr", "manager"):
                with self.subTest(role=role, state=word):
                    answer = self._write(
                        sheet,
                        role,
                        self._cell(line, self.member_own),
                        self._field(line, level="group"),
                    )
                    self.assertEqual(
                        [one["status"] for one in answer["results"]], ["refused"] * 2
                    )
                    self.assertIn(word, answer["results"][0]["message"])
                    self.assertFalse(any(answer["can"].values()))
        self.assertEqual((line.hours, line.level), (0, False))

    # --- what others do elsewhere ---

    def test_elsewhere_is_what_the_reader_may_read(self):
        """Hours of the group's technician in a school that one may not see."""
        own, sibling = self._line(self.sheets[0]), self._line(self.sheets[1])
        self._allocate(own, self.member_group, 1)
        self._allocate(sibling, self.member_group, 7)
        self._allocate(self._line(self.sheets[1], "technical_02"), self.member_group)
        self.env.flush_all()
        nothing = {"hours": 0.0, "unknown": 0}
        for role, expected in {
            "coordinator": nothing,
            "director": nothing,
            "hr": {"hours": 7.0, "unknown": 1},
            "manager": {"hours": 7.0, "unknown": 1},
        }.items():
            for read in (
                lambda sheet: sheet.grid_read()["members"],
                lambda sheet: sheet.grid_changes([])["members"],
                lambda sheet: sheet.grid_write([], "tab")["members"],
            ):
                with self.subTest(role=role):
                    seen = {
                        one["id"]: one for one in read(self._as(self.sheets[0], role))
                    }
                    self.assertEqual(seen[self.member_group.id]["elsewhere"], expected)
        user = self.users["manager"]
        ticked = (
            self.sheets[0]
            .with_user(user)
            .with_context(allowed_company_ids=self.own.ids)
        )
        seen = {one["id"]: one for one in ticked.grid_read()["members"]}
        self.assertEqual(seen[self.member_group.id]["elsewhere"], nothing)

    def test_the_other_kind_of_the_own_school_only(self):
        """The sheet beside it is read with the same rights."""
        target = self._new_overview(self.own, kind="target")
        self._new_overview(self.sibling, kind="target")
        peer = self._as(self.sheets[0], "coordinator").grid_peer()
        self.assertEqual(peer["overview"]["id"], target.id)

    # --- what is told to others ---

    def test_the_message_about_a_batch(self):
        line = self._line(self.sheets[0], "technical_02")
        self.env.cr.flush()
        bus = self.env["bus.bus"]
        bus.search([]).unlink()
        self._write(
            self.sheets[0],
            "coordinator",
            self._cell(line, self.member_own, value=hours(3.75, note=SECRET)),
            self._field(line, note="Ask Jan Peeters"),
            self._cell(self._line(self.sheets[1]), self.member_own),
        )
        self.env.cr.flush()
        changed = [
            one for one in bus.search([]).mapped("message") if "ict.overview" in one
        ]
        payload = {"id": self.sheets[0].id, "lines": [line.id], "origin": "tab"}
        self.assertEqual(
            [json.loads(one) for one in changed],
            [{"type": "ict.overview/changed", "payload": payload}],
        )


class _Undo(Exception):
    """Rolls the savepoint of one attempt back."""
