"""Whom to turn to, for every colleague; who could do an open task, for who may edit."""

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, tagged

from .common import IctCase


class WhoCase(IctCase):
    """Beamers: Bert is the contact, Jan does them; networks: Tess. An in School B."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sheet = cls._new_overview(cls.own)
        cls.beamer = cls._line(cls.sheet, "technical_08")
        cls.network = cls._line(cls.sheet, "technical_16")
        cls.printer = cls._line(cls.sheet, "technical_19")
        cls._allocate(cls.beamer, cls.member_own, 3)
        cls._allocate(cls.beamer, cls.member_group, 2, contact=True)
        cls._allocate(cls.network, cls.member_teacher, 1)
        cls.sheet.state = "active"
        other = cls._new_overview(cls.sibling)
        cls._allocate(cls._line(other, "technical_19"), cls.member_sibling, 4)
        cls._allocate(cls._line(other, "technical_08"), cls.member_sibling, 4)
        other.state = "active"
        cls.employee_group.write(
            {"work_email": "bert@school.example", "work_phone": "016 12 34 56"}
        )
        cls.employee_own.work_email = "jan@school.example"


@tagged("post_install", "-at_install")
class TestWho(WhoCase):
    def _search(self, query, role="teacher", school=False):
        model = self._as(self.env["ict.who.search"], role)
        return model.who_search(query, school)

    def test_contact_and_backup(self):
        answer = self._search("beamr")
        self.assertEqual(answer["school"], self.own.id)
        self.assertEqual(
            [one["name"] for one in answer["schools"]], ["School A", "School B"]
        )
        best = answer["tasks"][0]
        self.assertEqual(best["id"], self.beamer.task_id.id)
        contact, backup = best["contact"], best["backup"]
        self.assertEqual((contact["name"], contact["why"]), ("Bert De Wit", "contact"))
        self.assertEqual(contact["email"], "bert@school.example")
        self.assertIn("12", contact["phone"])
        self.assertEqual((backup["name"], backup["why"]), ("Jan Peeters", "task"))
        self.assertEqual(backup["email"], "jan@school.example")
        self.assertNotIn("hours", str(answer))

    def test_every_school_its_own(self):
        there = self._search("beamer", school=self.sibling.id)
        self.assertEqual(there["tasks"][0]["contact"]["name"], "An Claes")
        self.assertNotIn("Bert De Wit", str(there["tasks"]))
        # what is not in use answers with the own school, and so does nonsense
        for school in (self.other.id, "1 OR 1=1", [self.sibling.id]):
            self.assertEqual(
                self._search("beamer", school=school)["school"], self.own.id
            )

    def test_backup_of_the_cluster_and_nobody(self):
        wifi = self._search("wifi")["tasks"][0]
        self.assertEqual(wifi["contact"]["name"], "Tess Leraar")
        self.assertEqual(wifi["backup"]["why"], "cluster")
        printer = self._search("printer toner")["tasks"][0]
        self.assertFalse(printer["contact"])
        self.assertTrue(printer["backup"])
        empty = self._search("qqqqq")
        self.assertEqual((empty["tasks"], empty["count"]), ([], 0))

    def test_own_keywords_and_names(self):
        self.network.task_id.keywords = "kabouter"
        self.assertEqual(
            self._search("kabuoter")["tasks"][0]["id"], self.network.task_id.id
        )
        self.assertEqual(
            {one["id"] for one in self._search("tess")["tasks"]},
            {self.network.task_id.id},
        )
        with self.assertRaises(AccessError):
            self._as(self.network.task_id, "coordinator").keywords = "x"
        own = self.network.task_id.copy({"company_id": self.own.id, "name": "Own"})
        self._as(own, "coordinator").keywords = "trapleer"
        self.assertEqual(self._search("trapleer")["tasks"][0]["name"], "Own")

    def test_who_left_is_never_named(self):
        for leave in (
            lambda: self.member_group.write({"active": False}),
            lambda: self.employee_group.write({"active": False}),
            lambda: self.employee_group.write({"departure_date": "2020-01-31"}),
        ):
            with self.env.cr.savepoint() as savepoint:
                leave()
                self.env.flush_all()
                answer = self._search("beamer")
                self.assertNotIn("Bert De Wit", str(answer))
                self.assertEqual(answer["tasks"][0]["contact"]["name"], "Jan Peeters")
                savepoint.rollback()
            self.env.invalidate_all()

    def test_only_what_is_approved(self):
        draft = self._new_overview(self.own, kind="target")
        self._allocate(self._line(draft, "policy_13"), self.member_own, contact=True)
        self.assertFalse(self._search("privacy")["tasks"][0]["contact"])

    def test_constant_queries(self):
        model = self._as(self.env["ict.who.search"], "teacher")
        model.who_search("beamer")
        one = self._queries(lambda: model.who_search("beamer"))
        many = self._queries(lambda: model.who_search("e"))
        self.assertLessEqual(many, one + 1)
        self.assertLess(one, 30)

    def test_shipped_keywords(self):
        shipped = self.env["ict.task"].search(
            [("code", "!=", False), ("company_id", "=", False)]
        )
        self.assertEqual(len(shipped), 67)
        self.assertFalse(shipped.filtered(lambda task: not task.keywords))


@tagged("post_install", "-at_install")
class TestFindPerson(WhoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        competency = cls.env["ict.competency"].search(
            [
                ("cluster_id", "=", cls.printer.cluster_id.id),
                ("skill_ids", "!=", False),
            ],
            limit=1,
        )
        cls.skill = competency.skill_ids[:1]
        cls.env["hr.employee.skill"].create(
            {
                "employee_id": cls.employee_teacher.id,
                "skill_id": cls.skill.id,
                "skill_type_id": cls.skill.skill_type_id.id,
                "skill_level_id": cls.skill.skill_type_id.skill_level_ids[:1].id,
                "valid_from": fields.Date.today(),
            }
        )
        # Bert helps School B as well, with this very task.
        there = cls.env["ict.overview"].search([("company_id", "=", cls.sibling.id)])
        cls._allocate(cls._line(there, "technical_19"), cls.member_group, 7)

    def _find(self, role, line=None):
        action = self._as(line or self.printer, role).action_find_person()
        return self._as(self.env[action["res_model"]], role).browse(action["res_id"])

    def test_reasons(self):
        rows = {row.name: row for row in self._find("coordinator").row_ids}
        self.assertEqual({*rows}, {"Tess Leraar", "Jan Peeters", "Bert De Wit"})
        self.assertIn(self.skill.name, rows["Tess Leraar"].reasons)
        self.assertIn("9 h free", rows["Tess Leraar"].reasons)
        self.assertIn("1 other task", rows["Jan Peeters"].reasons)
        self.assertEqual(self._find("coordinator").row_ids[0].name, "Tess Leraar")
        self.assertEqual(rows["Bert De Wit"].home, "Group G")

    def test_nothing_of_other_schools(self):
        """Only who looks after School B reads that Bert does it there, and how long."""
        of_school = {row.name: row.reasons for row in self._find("director").row_ids}
        self.assertNotIn("School B", str(of_school))
        self.assertIn("8 h free", of_school["Bert De Wit"])
        of_group = {row.name: row.reasons for row in self._find("manager").row_ids}
        self.assertIn("does this in School B already", of_group["Bert De Wit"])
        self.assertIn("1 h free", of_group["Bert De Wit"])

    def test_put(self):
        dialog = self._find("director")
        row = dialog.row_ids.filtered(lambda one: one.member_id == self.member_own)
        self.assertTrue(row.can_put)
        row.action_put()
        made = self.printer.allocation_ids
        self.assertEqual(made.member_id, self.member_own)
        self.assertEqual((made.hours, made.certainty), (0, "unknown"))
        # who is on it is not proposed again
        self.assertNotIn("Jan Peeters", self._find("director").row_ids.mapped("name"))

    def test_archived_sheet_and_who_left(self):
        self.employee_own.active = False
        self.sheet.state = "archived"
        dialog = self._find("director")
        self.assertNotIn("Jan Peeters", dialog.row_ids.mapped("name"))
        self.assertEqual({*dialog.row_ids.mapped("can_put")}, {False})
        with self.assertRaises(UserError):
            dialog.row_ids[0].action_put()

    def test_rights(self):
        with self.assertRaises(AccessError):
            self._find("teacher")
        there = self.env["ict.overview"].search([("company_id", "=", self.sibling.id)])
        with self.assertRaises(AccessError):
            self._find("coordinator", self._line(there, "technical_03"))
        dialog = self._find("manager")
        for role in ("teacher", "coordinator", "hr"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._as(dialog.row_ids, role).read(["reasons"])
        # a forged dialog of another school puts nobody anywhere
        forged = self._as(self.env["ict.find.person"], "coordinator").create(
            {"line_id": self._line(there, "technical_03").id}
        )
        row = forged.row_ids.create(
            {"wizard_id": forged.id, "member_id": self.member_group.id}
        )
        with self.assertRaises(AccessError):
            row.action_put()


@tagged("post_install", "-at_install")
class TestWhoTour(HttpCase, WhoCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_teacher(self):
        user = self.users["teacher"]
        self.env.flush_all()
        self.start_tour(
            "/odoo/ict-who",
            "ict_who_teacher",
            login=user.login,
            cookies={"cids": "-".join(map(str, user.company_ids.ids))},
        )
