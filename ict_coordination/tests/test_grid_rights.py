"""Every request of the hours grid, tried by every role in every school."""

import json

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import IctCase

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
SECRET = "Zieke Zeno"


@tagged("post_install", "-at_install")
class TestGridRights(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.member_other = cls._new_member(
            cls._new_employee("Olga Vreemd", cls.other), cls.other
        )
        cls.schools = (cls.own, cls.sibling, cls.other)
        cls.members = (cls.member_own, cls.member_sibling, cls.member_other)
        cls.sheets = [cls._new_overview(school) for school in cls.schools]
        cls.funding = cls.env["ict.funding"].search([], limit=1)
        for sheet, member in zip(cls.sheets, cls.members, strict=True):
            cls._allocate(cls._line(sheet), member, 2, note=SECRET)
        cls.env.flush_all()

    # --- what a browser sends ---

    @staticmethod
    def _value(hours=3, **values):
        return {
            "hours": hours,
            "certainty": "exact" if hours else "unknown",
            "mandates": ["executes"],
            "funding": None,
            "note": "",
            **values,
        }

    def _cell(self, line, member, base=None, value=None, **more):
        return {
            "key": f"{line.id}:{member.id}",
            "line": line.id,
            "member": member.id,
            "base": base,
            "value": value or self._value(),
            **more,
        }

    def _field(self, line, **value):
        [field] = value
        base = {field: line[field] or (False if field == "applicable" else None)}
        if field == "note":
            base = {field: line.note or ""}
        return {
            "key": f"{line.id}:{field}",
            "line": line.id,
            "base": base,
            "value": value,
        }

    def _write(self, sheet, role, *edits):
        answer = self._as(sheet, role).grid_write(list(edits), "tab")
        self.env.flush_all()
        self.env.invalidate_all()
        return answer

    def _statuses(self, *args):
        return [one["status"] for one in self._write(*args)["results"]]

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

    # --- forged requests ---

    def test_lines_of_another_school(self):
        """Named in an edit of the own sheet: refused, and nothing comes back."""
        theirs = self._line(self.sheets[1])
        for role in ("coordinator", "director", "hr", "manager"):
            for edit in (
                self._cell(theirs, self.member_own),
                self._cell(theirs, self.member_sibling, value=self._value(9)),
                self._cell(theirs, self.member_group),
                {**self._cell(theirs, self.member_own), "text": "4"},
                self._field(theirs, note="x"),
                self._field(theirs, applicable=False),
            ):
                with self.subTest(role=role, edit=edit):
                    answer = self._write(self.sheets[0], role, edit)
                    self.assertEqual(
                        [one["status"] for one in answer["results"]], ["refused"]
                    )
                    self.assertEqual((answer["lines"], answer["cells"]), ([], []))
                    self.assertNotIn("An Claes", repr(answer))
                    self.assertNotIn(SECRET, repr(answer["results"]))
        self.assertEqual(
            (theirs.hours, theirs.note, theirs.applicable), (2, False, True)
        )

    def test_changes_of_lines_of_another_school(self):
        theirs = self._line(self.sheets[1])
        for line_ids in ([theirs.id], [2**40], ["x", None, True, -1], [[1]]):
            seen = self._as(self.sheets[0], "manager").grid_changes(line_ids)
            self.assertEqual((seen["lines"], seen["cells"]), ([], []))

    def test_people_of_another_school(self):
        """Nobody works in a school of which they are no member, nor its group."""
        line = self._line(self.sheets[0], "technical_02")
        for role in ("coordinator", "hr", "manager"):
            for member in (self.member_sibling, self.member_other):
                for edit in (
                    self._cell(line, member),
                    {**self._cell(line, member), "text": "2u"},
                ):
                    with self.subTest(role=role, member=member.name):
                        answer = self._write(self.sheets[0], role, edit)
                        self.assertEqual(
                            [one["status"] for one in answer["results"]], ["refused"]
                        )
                        self.assertNotIn(member.name, repr(answer))
        self.assertEqual(line.person_count, 0)
        self.assertEqual(
            self._statuses(
                self.sheets[0], "coordinator", self._cell(line, self.member_group)
            ),
            ["saved"],
        )

    def test_what_does_not_exist(self):
        line = self._line(self.sheets[0], "technical_02")
        gone = self.env["ict.team.member"].create(
            {"name": "V", "member_type": "vacancy", "company_id": self.own.id}
        )
        edit = self._cell(line, gone)
        gone.unlink()
        fundings = [self.funding.sudo().search([], order="id desc", limit=1).id + 1]
        for forged in (
            edit,
            *(
                self._cell(line, self.member_own, value=self._value(funding=funding))
                for funding in (*fundings, 2**40, -1, "1", True)
            ),
            {**edit, "member": 2**40},
            {**edit, "line": 2**40},
            {**edit, "line": str(line.id)},
        ):
            with self.subTest(edit=forged):
                self.assertEqual(
                    self._statuses(self.sheets[0], "manager", forged), ["refused"]
                )
        self.assertEqual(line.person_count, 0)
        good = self._cell(
            line, self.member_own, value=self._value(funding=self.funding.id)
        )
        self.assertEqual(self._statuses(self.sheets[0], "manager", good), ["saved"])

    def test_one_bad_edit_stops_no_other(self):
        line = self._line(self.sheets[0], "technical_02")
        self.assertEqual(
            self._statuses(
                self.sheets[0],
                "coordinator",
                self._cell(self._line(self.sheets[1]), self.member_own),
                self._cell(line, self.member_own),
                self._cell(line, self.member_other),
            ),
            ["refused", "saved", "refused"],
        )
        self.assertEqual(line.hours, 3)

    def test_hr_writes_cells_and_nothing_else(self):
        """Also when cells and lines come in one request, or a text empties a line."""
        sheet = self.sheets[1]
        line = self._line(sheet, "technical_02")
        self.assertEqual(
            self._statuses(
                sheet,
                "hr",
                self._field(line, applicable=False),
                self._cell(line, self.member_sibling),
                self._field(line, note="x"),
            ),
            ["refused", "saved", "refused"],
        )
        answer = self._write(
            sheet,
            "hr",
            {
                **self._cell(line, self.member_sibling, base=self._value()),
                "text": "nvt",
            },
        )
        self.assertNotEqual(answer["results"][0]["status"], "saved")
        self.assertEqual((line.applicable, line.note, line.hours), (True, False, 3))

    def test_names_typed_into_a_cell(self):
        """A name of another school is no way to look for its people."""
        line = self._line(self.sheets[0], "technical_02")
        for name in ("An Claes", "Olga Vreemd", "Olga"):
            edit = self._cell(line, self.member_own)
            del edit["value"]
            answer = self._write(
                self.sheets[0], "coordinator", {**edit, "text": f"{name} 2u"}
            )
            with self.subTest(name=name):
                self.assertNotEqual(answer["results"][0]["status"], "saved")
                said = repr(answer["results"]).replace(name, "")
                for word in ("Claes", "Vreemd"):
                    self.assertNotIn(word, said)
        self.assertEqual(line.person_count, 0)

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
            self._cell(line, self.member_own, value=self._value(3.75, note=SECRET)),
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

    def test_a_forged_origin(self):
        """It comes back in a message to others: a short text, or none."""
        line = self._line(self.sheets[0], "technical_02")
        for origin in (5, ["a"], {"b": 1}, None, True):
            self._as(self.sheets[0], "coordinator").grid_write(
                [self._field(line, note=repr(origin))], origin
            )
            self.env.cr.flush()
            message = self.env["bus.bus"].search([], order="id desc", limit=1).message
            self.assertIn('"origin":false', message)


class _Undo(Exception):
    """Rolls the savepoint of one attempt back."""
