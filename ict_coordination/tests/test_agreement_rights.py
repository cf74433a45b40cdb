"""Nobody answers for somebody with a login, nor reads agreements of another school."""

from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import new_test_user, tagged

from .agreement_case import AgreementCase


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
