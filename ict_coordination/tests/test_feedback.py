"""Feedback: what goes in, who reads it, what stays unknown, how the answer returns."""

from datetime import timedelta

from psycopg2.errors import CheckViolation

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import IctCase


@tagged("post_install", "-at_install")
class TestFeedback(IctCase):
    def _page(self, role="teacher"):
        return self._as(self.env["ict.feedback"], role).feedback_page()

    def _send(self, role="teacher", anonymous=False, **values):
        """Return what the server answers; the row is ``self.sent``."""
        feedback = self.env["ict.feedback"]
        before = feedback.search([])
        values = {
            "kind": "problem",
            "text": "The projector in room 12 hums",
            "school": self.own.id,
            "task": False,
            "anonymous": anonymous,
            **values,
        }
        with self.enter_registry_test_mode():
            answer = self._as(feedback, role).feedback_send(values)
        self.sent = feedback.search([]) - before
        return answer

    def _deliver(self):
        with self.enter_registry_test_mode():
            self.env["ict.feedback"]._cron_deliver()

    def _messages_to(self, *roles):
        partners = self.env["res.partner"]
        for role in roles:
            partners |= self.users[role].partner_id
        return self.env["mail.message"].search([("partner_ids", "in", partners.ids)])

    # --- in ---

    def test_refused(self):
        for values, words in (
            ({"text": ""}, "Write what you want"),
            ({"text": "  \n "}, "Write what you want"),
            ({"text": "...!"}, "Write what you want"),
            ({"text": ["x"]}, "Write what you want"),
            ({"text": "\0\ud800"}, "Write what you want"),
            ({"text": "x" * 2001}, "at most 2000"),
            ({"kind": "praise"}, "Choose whether"),
            ({"kind": ["idea"]}, "Choose whether"),
            ({"school": self.other.id}, "your schools"),
            ({"school": self.group.id}, "your schools"),
            ({"school": True}, "your schools"),
            ({"school": str(self.own.id)}, "your schools"),
            ({"task": 2**40}, "a task of your school"),
            ({"task": True}, "a task of your school"),
            ({"task": "1 OR 1=1"}, "a task of your school"),
        ):
            with self.subTest(values=values), self.assertRaisesRegex(UserError, words):
                self._send(**values)
        with self.assertRaises(UserError):
            self.env["ict.feedback"].feedback_send("no dictionary")
        theirs = self.env["ict.task"].create(
            {
                "name": "Of School B",
                "cluster_id": self.env.ref("ict_coordination.cluster_technical").id,
                "company_id": self.sibling.id,
            }
        )
        with self.assertRaisesRegex(UserError, "a task of your school"):
            self._send(task=theirs.id)
        self._send(
            task=theirs.id, school=self.sibling.id, text=" Longest " + "é" * 1990
        )
        self.assertEqual(len(self.sent.text), 1998)

    def test_a_full_box(self):
        self.env["ict.feedback"].create(
            [
                {
                    "company_id": self.own.id,
                    "kind": "idea",
                    "text": f"Idea {number}",
                    "anonymous": True,
                }
                for number in range(200)
            ]
        )
        with self.assertRaisesRegex(UserError, "full for today"):
            self._send(anonymous=True)
        self._send(anonymous=True, school=self.sibling.id)
        self._send()

    # --- by name ---

    def test_by_name(self):
        task = self.env.ref("ict_coordination.task_technical_01")
        answer = self._send(task=task.id)
        self.assertEqual(answer, {"code": False})
        row = self.sent
        self.assertEqual(row.author_id, self.users["teacher"])
        self.assertEqual((row.date, row.delivered), (fields.Date.today(), True))
        told = self._messages_to("coordinator", "director")
        self.assertEqual(
            set(told.partner_ids),
            {self.users["coordinator"].partner_id, self.users["director"].partner_id},
        )
        self.assertNotIn("projector", "".join(told.mapped("body")))

        [mine] = self._page()["mine"]
        self.assertEqual((mine["text"], mine["answer"]), (row.text, False))
        self.assertEqual(mine["task"], task.name)
        for role in ("hr", "coordinator"):
            self.assertFalse(self._page(role)["mine"])
            self.assertFalse(self._page(role)["public"])

        card = self._as(row, "coordinator")
        card.answer = "A new lamp comes on Monday"
        self.assertFalse(self._page()["mine"][0]["answer"], "not sent yet")
        with self.assertRaisesRegex(UserError, "Send answer"):
            card.state = "answered"
        card.action_answer()
        self.assertEqual(card.state, "answered")
        self.assertEqual(self._page()["mine"][0]["answer"], card.answer)
        [message] = self._messages_to("teacher")
        self.assertIn("A new lamp", message.body)
        self.assertEqual(message.author_id, self.users["coordinator"].partner_id)
        card.write({"public": True, "public_text": "Projector hums"})
        [public] = self._page("hr")["public"]
        self.assertEqual(public["text"], "Projector hums")
        self.assertNotIn("ict_teacher", str(public))
        self.assertFalse(self._page("manager")["counts"])
        with self.assertRaisesRegex(UserError, "no answer yet"):
            card.answer = " "

    def test_no_answer_to_send_or_share(self):
        self._send()
        card = self._as(self.sent, "coordinator")
        for attempt in (card.action_answer, lambda: card.write({"public": True})):
            with self.assertRaisesRegex(UserError, "no answer yet"):
                attempt()

    # --- without a name ---

    def test_without_a_name(self):
        code = self._send(anonymous=True)["code"]
        self.assertRegex(code, r"^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$")
        row = self.sent
        self.assertEqual(row.date.weekday(), 0)
        self.assertLess(fields.Date.today() - row.date, timedelta(days=7))
        self.assertFalse(row.author_id)
        self.assertFalse(self._page()["mine"])
        self.assertNotIn(code, str(row.sudo().read()))
        self.assertFalse(
            {"create_uid", "write_uid", "create_date"} & row._fields.keys()
        )
        # Nobody knows of it before the night.
        self.assertFalse(self._messages_to(*self.users))
        for role in ("coordinator", "manager"):
            self.assertFalse(self._as(row.browse(), role).search([]))
            with self.assertRaises(AccessError):
                self._as(row, role).read(["text"])
        self._deliver()
        card = self._as(row, "coordinator")
        self.assertEqual(card.text, row.text)
        told = self._messages_to(*self.users)
        self.assertEqual(
            told.partner_ids, self._messages_to("coordinator", "director").partner_ids
        )
        self.assertEqual(len(told), 2)
        self._deliver()
        self.assertEqual(self._messages_to(*self.users), told, "once is enough")

        card.answer = "We look at it"
        self.assertFalse(self._look(code)["answer"])
        card.action_answer()
        self.assertEqual(self._messages_to(*self.users), told)
        # Any colleague with the code may read it; typed as people type.
        found = self._look(f" {code.lower().replace('-', ' ')} ", "hr")
        self.assertEqual(found["answer"], "We look at it")
        self.assertFalse(found["date"])
        for wrong in ("", "-", code[:-1], code + "2", 7, None, ["x"], "é" * 200):
            self.assertIs(self._look(wrong), False)

    def _look(self, code, role="teacher"):
        return self._as(self.env["ict.feedback"], role).feedback_look(code)

    def test_what_is_not_clearly_by_name_has_none(self):
        for odd in (None, 0, "", "false", []):
            self.assertTrue(self._send(anonymous=odd)["code"])
            self.assertFalse(self.sent.author_id)

    def test_nobody_names_the_writer(self):
        self._send(anonymous=True)
        self._deliver()
        teacher = self.users["teacher"].id
        for role in ("coordinator", "director", "manager"):
            for vals in (
                {"author_id": teacher},
                {"anonymous": False},
                {"text": "x"},
                {"company_id": self.sibling.id},
                {"code_hash": "x"},
                {"delivered": False},
                {"answered_by_id": teacher},
                {"id": 1},
            ):
                with self.subTest(role=role, vals=vals), self.assertRaises(AccessError):
                    self._as(self.sent, role).write(vals)
        with self.assertRaises(AccessError):
            self.sent.sudo().author_id = teacher
        with mute_logger("odoo.sql_db"), self.assertRaises(CheckViolation):
            self.env.cr.execute(
                "UPDATE ict_feedback SET author_id = %s WHERE id = %s",
                [teacher, self.sent.id],
            )

    def test_a_need_of_the_own_school_only(self):
        self._send()
        line = self._line(self._new_overview(self.own))
        foreign = self._line(self._new_overview(self.sibling))
        card = self._as(self.sent, "coordinator")
        card.line_id = line
        self.assertEqual(card.line_id, line)
        with self.assertRaises(UserError):
            card.line_id = foreign.id

    # --- numbers ---

    def test_counts_from_five_on(self):
        task = self.env.ref("ict_coordination.task_technical_01")
        rows = [
            {"kind": kind, "task_id": task_id, "text": "x", "company_id": self.own.id}
            for kind, task_id, count in (
                ("idea", False, 5),
                ("question", task.id, 4),
                ("problem", False, 1),
            )
            for _time in range(count)
        ]
        feedback = self.env["ict.feedback"].create(rows)
        feedback.delivered = True
        feedback.create({**rows[5], "anonymous": True})  # waits for the night
        only = [{"school": "School A", "label": "Idea", "count": 5}]
        self.assertEqual(self._page()["counts"], only)
        feedback.create({**rows[5], "delivered": True})
        labels = {row["label"]: row["count"] for row in self._page()["counts"]}
        self.assertEqual(labels, {"Idea": 5, "Question": 5, task.name: 5})

    # --- the table ---

    def test_rows_stand_in_no_order(self):
        """Number, place and transaction of a row say nothing about when it came."""
        cr = self.env.cr
        cr.execute("SELECT last_value, is_called FROM ict_feedback_id_seq")
        counted = cr.fetchone()
        ids = []
        for number in range(12):
            self._send(anonymous=number % 2 == 0, text=f"Number {number}")
            ids.append(self.sent.id)
        cr.execute("SELECT last_value, is_called FROM ict_feedback_id_seq")
        self.assertEqual(cr.fetchone(), counted)
        self.assertNotEqual(ids, sorted(ids))
        self.assertNotEqual(ids, sorted(ids, reverse=True))
        orders = set()
        for _time in range(3):
            with self.enter_registry_test_mode():
                self.env["ict.feedback"]._cron_mix()
            cr.execute(
                "SELECT id, xmin::text, cmin::text FROM ict_feedback"
                " WHERE text LIKE 'Number %' ORDER BY ctid"
            )
            rows = cr.fetchall()
            self.assertEqual(len({row[1:] for row in rows}), 1)
            orders.add(tuple(row[0] for row in rows))
        self.assertEqual(len(orders), 3)
        self.assertNotIn(tuple(ids), orders)
