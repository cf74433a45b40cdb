"""Who becomes a column of the hours grid."""

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .test_grid_people import PeopleCase


@tagged("post_install", "-at_install")
class TestGridAddPerson(PeopleCase):
    def _add(self, *args, role="coordinator", sheet=None):
        return self._as(sheet or self.sheet, role).grid_add_person(*args)

    def _record(self, column):
        return self.env["ict.team.member"].browse(column["id"])

    def test_employee(self):
        column = self._add("employee", self.new_own.id)
        member = self._record(column)
        self.assertEqual(
            (member.employee_id, member.company_id), (self.new_own, self.own)
        )
        self.assertEqual(
            (column["name"], column["type"], column["own"], column["active"]),
            ("Nele Janssens", "employee", True, True),
        )
        again = self._add("employee", self.new_own.id, "ignored")
        self.assertEqual(again["id"], member.id)
        columns = self._as(self.sheet, "coordinator").grid_read()["members"]
        self.assertIn(column, columns)

    def test_employee_of_the_group(self):
        """The group's member is taken; of another school one is made here."""
        column = self._add("employee", self.employee_group.id, role="manager")
        self.assertEqual((column["id"], column["own"]), (self.member_group.id, False))
        column = self._add("employee", self.employee_sibling.id)
        self.assertNotEqual(column["id"], self.member_sibling.id)
        self.assertEqual(self._record(column).company_id, self.own)

    def test_back_again(self):
        self.member_own.active = False
        column = self._add("employee", self.employee_own.id)
        self.assertEqual((column["id"], column["active"]), (self.member_own.id, True))
        self.member_own.active = False
        self.assertTrue(self._add("member", self.member_own.id)["active"])
        self.member_group.active = False
        with self.assertRaises(AccessError):
            self._add("member", self.member_group.id)
        self.assertTrue(
            self._add("member", self.member_group.id, role="manager")["active"]
        )

    def test_who_left(self):
        self.new_own.active = False
        with self.assertRaisesRegex(UserError, "does not work here any more"):
            self._add("employee", self.new_own.id)

    def test_vacancies(self):
        names = [self._add("vacancy", False, name)["name"] for name in ("", "", "")]
        self.assertEqual(names, ["Vacancy", "Vacancy 2", "Vacancy 3"])
        names = [self._add("vacancy", False, " ICT  help ")["name"] for _ in range(2)]
        self.assertEqual(names, ["ICT help", "ICT help 2"])

    def test_partners(self):
        column = self._add("partner", False, "Netwerkfirma")
        self.assertEqual((column["name"], column["type"]), ("Netwerkfirma", "partner"))
        self.assertFalse(self._record(column).partner_id)
        firm = self.env["res.partner"].create({"name": "Kabelfirma"})
        column = self._add("partner", firm.id)
        self.assertEqual(column["name"], "Kabelfirma")
        self._record(column).active = False
        again = self._add("partner", firm.id)
        self.assertEqual((again["id"], again["active"]), (column["id"], True))
        with self.assertRaisesRegex(UserError, "Fill in the name"):
            self._add("partner", False, "  ")

    def test_of_another_school(self):
        with self.assertRaises(AccessError):
            self._add("member", self.member_sibling.id)
        with self.assertRaisesRegex(ValidationError, "belongs to School B"):
            self._add("member", self.member_sibling.id, role="manager")
        with self.assertRaises(AccessError) as refused:
            self._add("employee", self.new_other.id)
        self.assertNotIn("Vreemd", str(refused.exception))

    def test_closed_sheet(self):
        self.sheet.action_activate()
        for role in ("coordinator", "director", "manager"):
            with self.subTest(role=role), self.assertRaisesRegex(UserError, "active"):
                self._add("vacancy", role=role)
        self.sheet.action_archive_overview()
        with self.assertRaisesRegex(UserError, "archived"):
            self._add("vacancy", role="manager")

    def test_nonsense(self):
        before = self.env["ict.team.member"].search_count([])
        for args in (
            ("pupil", 1),
            ("member",),
            ("employee", False, "Nele"),
            ("member", True),
            ("member", "1"),
            ("employee", 2**40),
            ("employee", -1),
            ("partner", [1]),
            ("member", 2**31 - 1),
            ("employee", 2**31 - 1),
            ("partner", 2**31 - 1),
            ([], 1),
            (None, None, None),
        ):
            with self.subTest(args=args), self.assertRaises(UserError):
                self._add(*args)
        self.assertEqual(self.env["ict.team.member"].search_count([]), before)

    def test_others_see_who_came(self):
        self.env.cr.flush()
        self.env["bus.bus"].search([]).unlink()
        self._add("vacancy")
        self.env.cr.flush()
        messages = self.env["bus.bus"].search([]).mapped("message")
        self.assertTrue(any('"ict.overview/changed"' in one for one in messages))
        self.assertNotIn("Vacancy", "".join(messages))
