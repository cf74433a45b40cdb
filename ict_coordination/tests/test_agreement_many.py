"""Asking many people at once, also over several schools."""

from odoo.fields import Command
from odoo.tests import Form, new_test_user, tagged

from .agreement_case import CODES, AgreementCase


@tagged("post_install", "-at_install")
class TestAgreementMany(AgreementCase):
    def test_one_mail_over_several_schools(self):
        sibling = self._new_overview(self.sibling)
        group_line = self._line(sibling, "technical_02")
        one = self._allocate(group_line, self.member_group, 1)
        two = self._allocate(self._line(self.sheet, CODES[2]), self.member_group, 2)
        self.employee_group.work_email = "bert@example.com"
        (self.sheet | sibling).sudo().write({"state": "active"})
        before = self._mails()
        made = (one | two)._ask_to_agree()
        self.assertEqual(len(made), 2)
        [mail] = self._mails() - before
        self.assertIn("School A", mail.body_html)
        self.assertIn("School B", mail.body_html)
        # whoever coordinates A sees A and nothing of B
        seen = self._as(self.env["ict.agreement"], "coordinator").search(
            [("id", "in", made.ids)]
        )
        self.assertEqual(seen.company_id, self.own)

    def test_closing_the_year_of_two_schools_sends_one_mail(self):
        """Who works in both gets it once, when the last school is done."""
        self.employee_group.work_email = "bert@example.com"
        sibling = self._new_overview(self.sibling)
        for sheet in self.sheet | sibling:
            self._allocate(self._line(sheet, CODES[1]), self.member_group, 1)
        (self.sheet | sibling).sudo().write({"state": "active"})
        before = self._mails()
        with Form(self._as(self.env["ict.year.close"], "manager")) as form:
            form.start_from = "current"
            form.activate = True
        form.record.action_close()
        mails = self._mails() - before
        self.assertEqual(
            sorted(mails.mapped("email_to")),
            [
                '"Bert De Wit" <bert@example.com>',
                '"Jan Peeters" <jan@example.com>',
                '"Tess Leraar" <tess@example.com>',
            ],
        )
        bert = mails.sorted("email_to")[0].body_html
        for word in ("School A", "School B", "2027-2028"):
            self.assertIn(word, bert)
        self.assertEqual(len(self._of(self.member_group)), 2)

    def test_many_people_cost_no_more_than_few(self):
        """Agreements, tasks, activities and mails are written for all at once.

        Odoo writes a hundred records in one query: 21 people get 84 tasks here.
        """
        members = self.env["ict.team.member"]
        for place in range(7):
            members |= self._one_of_each_kind(place)

        def cost(people):
            sheet = self._new_overview(self.own)
            lines = sheet.line_ids.filtered("applicable")[4:8]
            self.env["ict.allocation"].create(
                [
                    {"line_id": line.id, "member_id": member.id, "hours": 1}
                    for line in lines
                    for member in people
                ]
            )
            before = self._mails()
            queries = self._queries(sheet.action_activate)
            made = self.env["ict.agreement"].search([("overview_id", "=", sheet.id)])
            self.assertEqual(len(made.line_ids), 4 * len(people))
            self.assertEqual(len(self._mails() - before), len(people))
            self.assertEqual(len(made.activity_ids), len(people) // 3)
            sheet.action_archive_overview()
            return queries

        cost(members[:3])  # fills what Odoo remembers
        self.assertEqual(cost(members[:3]), cost(members))

    def _one_of_each_kind(self, place):
        """Return somebody with a login, an employee without, and a partner."""
        user = new_test_user(
            self.env,
            f"ict_many_{place}",
            email=f"many{place}@example.com",
            groups="base.group_user",
            company_id=self.own.id,
            company_ids=[Command.set(self.own.ids)],
        )
        employees = self.env["hr.employee"].create(
            [
                {
                    "name": f"Person {place} of {kind}",
                    "company_id": self.own.id,
                    "user_id": user.id if kind == "login" else False,
                    "work_email": f"{kind}{place}@example.com",
                }
                for kind in ("login", "none")
            ]
        )
        partner = self.env["res.partner"].create(
            {"name": f"Helper {place}", "email": f"helper{place}@example.com"}
        )
        values = [{"employee_id": employee.id} for employee in employees]
        values.append({"partner_id": partner.id, "member_type": "partner"})
        return self.env["ict.team.member"].create(
            [{**one, "company_id": self.own.id} for one in values]
        )
