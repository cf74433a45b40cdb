"""Requests that no screen of the hours grid sends: refused, and nothing is told."""

from odoo.tests import tagged

from .grid_case import hours
from .grid_rights_case import SECRET, GridRightsCase


@tagged("post_install", "-at_install")
class TestGridForged(GridRightsCase):
    def test_lines_of_another_school(self):
        """Named in an edit of the own sheet: refused, and nothing comes back."""
        theirs = self._line(self.sheets[1])
        for role in ("coordinator", "director", "hr", "manager"):
            for edit in (
                self._cell(theirs, self.member_own),
                self._cell(theirs, self.member_sibling, value=hours(9)),
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
                self._cell(line, self.member_own, value=hours(3, funding=funding))
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
            line, self.member_own, value=hours(3, funding=self.funding.id)
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
                **self._cell(line, self.member_sibling, base=hours(3)),
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
