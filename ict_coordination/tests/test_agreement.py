"""People agree with their tasks: asked once, by one mail, answered by them alone."""

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import new_test_user, tagged

from .common import IctCase

CODES = ("technical_01", "technical_02", "technical_03")


class AgreementCase(IctCase):
    """One draft of the own school: the teacher has two tasks, Jan (no login) one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["ir.mail_server"].create({"name": "Post", "smtp_host": "localhost"})
        cls.own.partner_id.lang = "en_US"
        cls.users["teacher"].email = "tess@example.com"
        cls.employee_own.work_email = "jan@example.com"
        cls.sheet = cls._new_overview(cls.own)
        first, second, third = (cls._line(cls.sheet, code) for code in CODES)
        cls.mine = cls._allocate(first, cls.member_teacher, 3, decides=True)
        cls.unknown = cls._allocate(second, cls.member_teacher)
        cls.jan = cls._allocate(first, cls.member_own, 5.5)
        vacancy = cls.env["ict.team.member"].create(
            {
                "name": "Vacancy",
                "member_type": "vacancy",
                "company_id": cls.own.id,
            }
        )
        cls.vacant = cls._allocate(third, vacancy, 7)
        cls.all = cls.mine | cls.unknown | cls.jan | cls.vacant
        cls.env.flush_all()

    def _activate(self, role="director"):
        self._as(self.sheet, role).action_activate()

    def _of(self, member):
        return self.env["ict.agreement"].search([("member_id", "=", member.id)])

    def _mails(self):
        return self.env["mail.mail"].search(
            [("email_to", "ilike", "@example.com")], order="id"
        )

    def _states(self):
        self.all.invalidate_recordset()
        return [one.agreement_state for one in self.all]


@tagged("post_install", "-at_install")
class TestAgreement(AgreementCase):
    def test_activating_asks_everybody_once(self):
        before = self._mails()
        self._activate()
        self.assertEqual(self._states(), ["waiting", "waiting", "waiting", False])
        tess, jan = self._of(self.member_teacher), self._of(self.member_own)
        self.assertEqual(len(tess.line_ids), 2)
        self.assertEqual(tess.user_id, self.users["teacher"])
        self.assertEqual((tess.state, tess.kind), ("waiting", "current"))
        self.assertEqual(tess.asked_by_id, self.users["director"])
        self.assertEqual(
            sorted(tess.line_ids.mapped("hours_text")), ["1 without hours", "3 h"]
        )
        [activity] = tess.activity_ids
        self.assertEqual(activity.user_id, self.users["teacher"])
        self.assertFalse(jan.activity_ids)
        first, second = sorted(self._mails() - before, key=lambda one: one.email_to)
        self.assertIn("jan@example.com", first.email_to)
        self.assertIn("tess@example.com", second.email_to)
        self.assertIn("5.5 h", first.body_html)
        for word in ("Tess", "3 h", "without hours", "Vacancy"):
            self.assertNotIn(word, first.body_html)
        for word in ("Jan", "5.5 h", "Vacancy", "7 h"):
            self.assertNotIn(word, second.body_html)
        self.assertIn("Decides", second.body_html)
        self.assertIn("no login", first.body_html)
        self.assertIn("/odoo/ict-to-agree", second.body_html)
        # nobody finds the mail on a record, nor as its author
        for mail in first | second:
            message = mail.mail_message_id
            self.assertFalse(message.model or message.res_id or message.partner_ids)
            self.assertEqual(message.create_uid, self.env.ref("base.user_root"))
            self.assertNotEqual(message.author_id, self.users["director"].partner_id)
            self.assertTrue(mail.auto_delete)
        # nothing left to ask
        note = self._as(self.sheet, "director").action_ask_to_agree()
        self.assertIn("asked already", note["params"]["message"])
        self.assertEqual(self._mails(), before | first | second)

    def test_the_group_may_not_want_it(self):
        self.env["ict.settings"].create(
            {"company_id": self.group.id, "ask_agreement": False}
        )
        self._activate()
        self.assertEqual(self._states(), [False] * 4)
        self.assertEqual(self.sheet.agreement_ask_count, 3)
        self.env["ict.agreement"]._cron_ask()
        self.assertEqual(self._states(), [False] * 4)
        note = self._as(self.sheet, "coordinator").action_ask_to_agree()
        self.assertIn("People asked: 2.", note["params"]["message"])
        self.assertIn("Without login: Jan Peeters", note["params"]["message"])
        self.assertEqual(self.sheet.agreement_text, "0 of 3 agreed")

    def test_drafts_and_approved_by_data_ask_nobody(self):
        self.sheet.sudo().state = "active"
        self.env["ict.agreement"]._cron_ask()
        self.assertEqual(self._states(), [False] * 4)
        self.sheet.sudo().state = "draft"
        self.assertFalse(self.all._ask_to_agree())
        with self.assertRaises(UserError):
            self._as(self.sheet, "director").action_ask_to_agree()

    def test_answers_of_the_person(self):
        self._activate()
        tess = self._of(self.member_teacher)
        own = self._as(tess, "teacher")
        much, rest = own.line_ids.sorted(lambda line: line.task_id.id)
        action = much.action_too_much()
        self.env["ict.agreement.answer"].with_user(self.users["teacher"]).with_context(
            **action["context"]
        ).create({"note": "I have <b>no</b> time"}).action_answer()
        self.assertEqual((much.answer, tess.state), ("too_much", "waiting"))
        self.assertEqual(self.mine.agreement_state, "too_much")
        objection = tess.activity_ids - tess.activity_ids.filtered(
            lambda one: one.user_id == self.users["teacher"]
        )
        self.assertEqual(
            objection.user_id, self.users["director"] | self.users["coordinator"]
        )
        self.assertIn("&lt;b&gt;", objection[:1].note)
        own.action_agree_all()
        self.assertEqual((rest.answer, tess.state), ("agreed", "objected"))
        self.assertEqual(tess.answered_by_id, self.users["teacher"])
        self.assertNotIn(self.users["teacher"], tess.activity_ids.user_id)
        self.assertEqual(self.sheet.agreement_text, "1 of 3 agreed, 1 objection")
        with self.assertRaisesRegex(UserError, "answered already"):
            rest.action_agree()
        with self.assertRaisesRegex(UserError, "answered already"):
            own.action_agree_all()
        # after a conversation it is asked once more
        self._as(much, "coordinator").action_ask_again()
        newest = self._of(self.member_teacher) - tess
        self.assertEqual(newest.line_ids.change, "changed")
        self.assertEqual(self.mine.agreement_state, "waiting")

    def test_changed_meanwhile(self):
        self._activate()
        tess = self._of(self.member_teacher)
        self._as(self.mine, "director").write({"hours": 4})
        self.assertFalse(self.mine.agreement_state)
        line = tess.line_ids.filtered(lambda one: one.allocation_id == self.mine)
        self.assertEqual(line.answer, "withdrawn")
        with self.assertRaisesRegex(UserError, "withdrawn or changed"):
            self._as(line, "teacher").action_agree()
        self._as(tess, "teacher").action_agree_all()
        self.assertEqual(self._states()[:2], [False, "agreed"])
        # the night asks what is new, and what is no longer
        mails = self._mails()
        self._as(self.unknown, "director").unlink()
        self.env["ict.agreement"]._cron_ask()
        newest = self._of(self.member_teacher) - tess
        self.assertEqual(sorted(newest.line_ids.mapped("change")), ["dropped", "new"])
        [mail] = self._mails() - mails
        self.assertIn("No longer yours", mail.body_html)
        self.env["ict.agreement"]._cron_ask()
        self.assertEqual(self._of(self.member_teacher), tess | newest)
        self._as(newest, "teacher").action_agree_all()
        self.assertEqual(newest.state, "agreed")
        # what does not matter to the person changes nothing
        self._as(self.mine, "director").write({"note": "x", "hours": 4})
        self.assertEqual(self.mine.agreement_state, "agreed")

    def test_a_snapshot_that_no_longer_fits(self):
        """Written beside the ORM: the answer itself looks once more."""
        self._activate()
        tess = self._of(self.member_teacher)
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE ict_allocation SET hours = 9 WHERE id = %s", [self.mine.id]
        )
        self.env.invalidate_all()
        note = self._as(tess, "teacher").action_agree_all()
        self.assertIn("asked again as it is now", note["params"]["message"])
        self.assertEqual(self._states()[:2], ["waiting", "agreed"])
        newest = self._of(self.member_teacher) - tess
        self.assertEqual(newest.line_ids.hours, 9)

    def test_the_import_and_the_grid_take_it_away(self):
        self._activate()
        self._as(self._of(self.member_teacher), "teacher").action_agree_all()
        sheet = self._as(self.sheet, "director")
        entry = sheet.env["ict.allocation"]
        self.assertEqual(self.mine.agreement_state, "agreed")
        values = {
            "hours": 2,
            "certainty": "exact",
            "mandates": {"decides", "executes"},
            "funding": None,
        }
        row = type("Entry", (), values)
        self.assertTrue(sheet._bulk_begin())
        entry.browse(self.mine.id)._bulk_update(sheet, {self.mine.id: row})
        sheet._bulk_end()
        self.assertFalse(self.mine.agreement_state)

    def test_archived_and_back_to_draft(self):
        for action in ("action_reset_draft", "action_archive_overview"):
            with self.subTest(action=action):
                self._activate()
                tess = self._of(self.member_teacher)[:1]
                getattr(self._as(self.sheet, "director"), action)()
                self.assertEqual(tess.state, "withdrawn")
                self.assertFalse(tess.activity_ids)
                self.assertEqual(self._states(), [False] * 4)
                with self.assertRaisesRegex(UserError, "answered|withdrawn"):
                    self._as(tess, "teacher").action_agree_all()

    def test_leavers_are_not_asked(self):
        self.employee_own.active = False
        self._activate()
        self.assertFalse(self.jan.agreement_state)
        self.employee_teacher.active = False
        self.env["ict.agreement"]._cron_ask()
        self.assertEqual(self._of(self.member_teacher).state, "withdrawn")

    def test_reminders(self):
        self._activate()
        agreements = self._of(self.member_teacher) | self._of(self.member_own)
        agreements.activity_ids.unlink()
        agreements.asked_on = fields.Datetime.subtract(fields.Datetime.now(), days=8)
        self.env.flush_all()
        self.env["ict.agreement"]._cron_ask()
        self.assertEqual(len(agreements.activity_ids), 1)
        mails = self._mails()
        note = self._as(agreements, "coordinator").action_remind()
        self.assertIn("People reminded: 1.", note["params"]["message"])
        self.assertIn("Jan Peeters", note["params"]["message"])
        self.assertEqual(len(agreements.activity_ids), 1)
        self.assertEqual(self._mails(), mails)

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

    def test_many_people_cost_no_more_than_few(self):
        users = [
            new_test_user(
                self.env,
                f"ict_many_{place}",
                groups="base.group_user",
                company_id=self.own.id,
                company_ids=[Command.set(self.own.ids)],
            )
            for place in range(8)
        ]
        members = [
            self._new_member(self._new_employee(user.name, self.own, user), self.own)
            for user in users
        ]
        lines = self.sheet.line_ids.filtered("applicable")[4:9]

        def cost(people):
            sheet = self.sheet.copy()
            todo = sheet.line_ids.filtered(lambda line: line.task_id in lines.task_id)
            for line in todo:
                for member in people:
                    self._allocate(line, member, 1)
            other = self.env["ict.overview"].search(
                [("state", "=", "active"), ("company_id", "=", self.own.id)]
            )
            other.state = "archived"
            return self._queries(sheet.action_activate)

        cost(members[:1])  # fills what Odoo remembers
        few, many = cost(members[:2]), cost(members)
        self.assertLessEqual(many, few + 6 * 6)


@tagged("post_install", "-at_install")
class TestAgreementRights(AgreementCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._as(cls, cls.sheet, "director").action_activate()
        agreement = cls.env["ict.agreement"]
        cls.tess = agreement.search([("member_id", "=", cls.member_teacher.id)])
        cls.of_jan = agreement.search([("member_id", "=", cls.member_own.id)])
        cls.env.flush_all()

    def test_a_teacher_reads_and_answers_the_own_ones(self):
        model = self._as(self.env["ict.agreement"], "teacher")
        self.assertEqual(model.search([]), self.tess)
        lines = self._as(self.env["ict.agreement.line"], "teacher")
        self.assertEqual(lines.search([]), self.tess.line_ids)
        # without any school ticked as well
        alone = self.tess.with_user(self.users["teacher"]).with_context(
            allowed_company_ids=self.sibling.ids
        )
        self.assertEqual(alone.read(["state"])[0]["state"], "waiting")
        jan = self._as(self.of_jan, "teacher")
        his = self._as(self.of_jan.line_ids, "teacher")
        wizard = self._as(self.env["ict.agreement.answer"], "teacher")
        attempts = (
            lambda: jan.read(["person_name"]),
            lambda: his.read(["hours_text"]),
            jan.action_agree_all,
            his.action_agree,
            his.action_too_much,
            his.action_ask_again,
            jan.action_remind,
            self._as(self.tess, "teacher").action_remind,
            lambda: wizard.create({"line_id": his.id}).action_answer(),
            lambda: (jan | self._as(self.tess, "teacher")).action_agree_all(),
            lambda: self._as(self.sheet, "teacher").action_ask_to_agree(),
            lambda: self._as(self.tess, "teacher").write({"state": "agreed"}),
            lambda: self._as(self.tess.line_ids, "teacher").write({"answer": "agreed"}),
            lambda: self._as(self.mine, "teacher").write({"agreement_state": "agreed"}),
        )
        for place, attempt in enumerate(attempts):
            with (
                self.subTest(place=place),
                self.assertRaises(AccessError),
                self.env.cr.savepoint(),
            ):
                attempt()
        self.assertEqual(self.of_jan.state, "waiting")
        self.assertEqual(self.tess.state, "waiting")
        groups = lines.formatted_read_group([], ["agreement_id"], ["hours:sum"])
        self.assertEqual([group["hours:sum"] for group in groups], [3])

    def test_nobody_agrees_for_somebody_with_a_login(self):
        for role in ("coordinator", "director", "hr", "manager"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._as(self.tess, role).action_agree_all()
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._as(self.mine, role).write({"agreement_state": "agreed"})
        with self.assertRaises(AccessError):
            self._as(self.of_jan, "hr").action_agree_all()
        self._as(self.of_jan, "coordinator").action_agree_all()
        self.assertEqual(self.of_jan.state, "agreed")
        self.assertEqual(self.of_jan.answered_by_id, self.users["coordinator"])

    def test_a_coordinator_of_another_school(self):
        other = new_test_user(
            self.env,
            "ict_sibling",
            groups="ict_coordination.group_ict_coordinator",
            company_id=self.own.id,
            company_ids=[Command.set((self.own | self.sibling).ids)],
        )
        other.ict_school_ids = self.sibling
        as_other = self.of_jan.with_user(other).with_context(
            allowed_company_ids=other.company_ids.ids
        )
        self.assertFalse(as_other.search([]))
        for attempt in (as_other.action_agree_all, as_other.action_remind):
            with self.assertRaises(AccessError):
                attempt()
        message = self.tess._message_log(body="between us")
        self.assertFalse(
            self.env["mail.message"].with_user(other).search([("id", "=", message.id)])
        )
        activities = self.env["mail.activity"].with_user(other)
        self.assertFalse(activities.search([("res_model", "=", "ict.agreement")]))
