"""Whom the hours grid offers as a column."""

from datetime import timedelta

from odoo import fields
from odoo.tests import tagged

from .common import IctCase

STARS = {25: "basic", 50: "independent", 75: "advanced", 100: "expert"}


class PeopleCase(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sheet = cls._new_overview(cls.own)
        cls.technical = cls.env.ref("ict_coordination.cluster_technical")
        cls.new_own = cls._new_employee("Nele Janssens", cls.own)
        cls.new_sibling = cls._new_employee("Noor Claes", cls.sibling)
        cls.new_group = cls._new_employee("Nora Peeters", cls.group)
        cls.new_other = cls._new_employee("Nina Vreemd", cls.other)
        cls.env.flush_all()

    @classmethod
    def _learn(cls, employee, skill, progress, **values):
        return cls.env["hr.employee.skill"].create(
            {
                "employee_id": employee.id,
                "skill_type_id": cls.env.ref("ict_coordination.skill_type_ict").id,
                "skill_id": cls.env.ref(f"ict_coordination.skill_ict_{skill}").id,
                "skill_level_id": cls.env.ref(
                    f"ict_coordination.skill_level_ict_{STARS[progress]}"
                ).id,
                **values,
            }
        )

    def _people(self, role="manager", query="", cluster=False, sheet=None):
        return self._as(sheet or self.sheet, role).grid_people(
            query, cluster.id if cluster else False
        )

    def _suggested(self, role="manager", cluster=None):
        people = self._people(role, "", cluster or self.technical)
        self.assertEqual(people["found"], [])
        return [(one["kind"], one["name"]) for one in people["suggested"]]

    def _found(self, query, role="manager", sheet=None):
        people = self._people(role, query, sheet=sheet)
        return [
            (one["kind"], one["name"])
            for one in (*people["suggested"], *people["found"])
        ]


@tagged("post_install", "-at_install")
class TestGridPeople(PeopleCase):
    def test_best_first_and_why(self):
        self._learn(self.new_own, "technical_knowledge", 50)
        self._learn(self.new_sibling, "technical_knowledge", 75)
        self._learn(self.new_sibling, "specialisation", 100)
        self._learn(self.new_group, "technical_knowledge", 100)
        self.new_sibling.job_title = "Teacher of ICT"
        people = self._people(cluster=self.technical)
        self.assertEqual(people["found"], [])
        self.assertEqual(
            people["suggested"][0],
            {
                "kind": "employee",
                "id": self.new_sibling.id,
                "name": "Noor Claes",
                "detail": "School B · Teacher of ICT",
                "reasons": [
                    "Technical specialisation: ★★★★",
                    "Technical ICT knowledge: ★★★",
                ],
                "avatar": "/web/image/hr.employee.public/"
                f"{self.new_sibling.id}/avatar_128",
            },
        )
        self.assertEqual(
            [one["name"] for one in people["suggested"]],
            ["Noor Claes", "Nora Peeters", "Nele Janssens"],
        )

    def test_only_what_the_cluster_asks(self):
        """And not what it says it does not ask."""
        self._learn(self.new_own, "didactics", 100)
        self._learn(self.new_own, "school_context", 100)
        self.assertEqual(self._suggested(), [])
        pedagogical = self.env.ref("ict_coordination.cluster_pedagogical")
        self.assertIn(
            ("employee", "Nele Janssens"), self._suggested(cluster=pedagogical)
        )
        anything = self._people()["suggested"]
        self.assertIn("Nele Janssens", [one["name"] for one in anything])

    def test_skills_of_today(self):
        today = fields.Date.today()
        self._learn(
            self.new_own,
            "technical_knowledge",
            100,
            valid_from=today - timedelta(300),
            valid_to=today - timedelta(3),
        )
        self.assertEqual(self._suggested(), [])
        self._learn(self.new_own, "technical_knowledge", 25)
        [one] = self._people(cluster=self.technical)["suggested"]
        self.assertEqual(one["reasons"], ["Technical ICT knowledge: ★"])

    def test_people_of_the_group_are_members(self):
        """Whoever has a column is left out; others are offered as what they are."""
        for employee in (self.employee_own, self.employee_sibling, self.employee_group):
            self._learn(employee, "technical_knowledge", 100)
        self.assertCountEqual(
            self._suggested(), [("member", "Bert De Wit"), ("employee", "An Claes")]
        )
        self._allocate(self._line(self.sheet), self.member_group, 1)
        self.assertEqual(self._suggested(), [("employee", "An Claes")])
        self.assertEqual(self._found("Bert"), [])
        self.assertEqual(self._found("Jan"), [("employee", "Nele Janssens")])

    def test_who_left(self):
        for employee in (self.new_own, self.employee_group):
            self._learn(employee, "technical_knowledge", 100)
            employee.active = False
        self.assertEqual(self._suggested(), [])
        self.assertEqual(self._found("Nele"), [])
        self.assertEqual(self._found("Bert"), [])
        # A member who was taken back although the employee left.
        self.member_group.active = True
        self.assertEqual(self._found("Bert"), [])

    def test_an_archived_member_can_come_back(self):
        self.member_own.active = False
        self.assertEqual(self._found("Jan Pee"), [("employee", "Jan Peeters")])
        self.member_own.active = True
        self.assertEqual(self._found("Jan Pee"), [])

    def test_archived_with_a_cell_has_a_column(self):
        self._allocate(self._line(self.sheet), self.member_own, 1)
        self.member_own.active = False
        self.assertEqual(self._found("Jan Pee"), [])

    def test_found(self):
        self.assertEqual(self._found("peeters nora"), [("employee", "Nora Peeters")])
        self.assertEqual(self._found("Vreemd"), [])
        self.assertEqual(self._found("xyzzy" * 100_000), [])
        board = self.env["ict.team.member"].create(
            {
                "name": "Nadenkers",
                "member_type": "sounding_board",
                "role": "pupils",
                "company_id": self.own.id,
            }
        )
        [one] = self._people(query="nadenk")["found"]
        self.assertEqual((one["kind"], one["id"]), ("member", board.id))
        self.assertEqual((one["detail"], one["avatar"]), ("School A · Pupils", None))

    def test_the_start_of_a_word_comes_first(self):
        """Among colleagues and contacts alike; a sign of the database is a sign."""
        for name in ("Joran Els", "Anne-Elsa Maes", "Elsje Adams", "De Else"):
            self._new_employee(name, self.own)
        self.env["res.partner"].create(
            [{"name": "Elsmedia"}, {"name": "Abelsen"}, {"name": "Els_x"}]
        )
        self._new_employee("Abels", self.own)
        found = [name for _kind, name in self._found("els")]
        self.assertEqual(
            found[:4], ["Anne-Elsa Maes", "De Else", "Elsje Adams", "Joran Els"]
        )
        self.assertEqual(set(found[4:6]), {"Elsmedia", "Els_x"})
        self.assertEqual(found[6:], ["Abels", "Abelsen"])
        found = [name for _kind, name in self._found("els_")]
        self.assertEqual(found[0], "Els_x")
        self.assertEqual(
            [name for _kind, name in self._found("els jor")], ["Joran Els"]
        )

    def test_who_fits_is_marked_in_what_was_found(self):
        self._learn(self.new_group, "technical_knowledge", 75)
        people = self._people(query="n", cluster=self.technical)
        self.assertEqual([one["name"] for one in people["suggested"]], ["Nora Peeters"])
        self.assertNotIn("Nora Peeters", [one["name"] for one in people["found"]])
        self.assertLessEqual(len(people["found"]), 8)

    def test_contacts(self):
        firm = self.env["res.partner"].create({"name": "Netwerkfirma", "city": "Gent"})
        man = self.env["res.partner"].create({"name": "Koen Net", "parent_id": firm.id})
        [one] = self._people(query="netwerkf")["found"]
        self.assertEqual(
            (one["kind"], one["id"], one["detail"]), ("partner", firm.id, "Gent")
        )
        [one] = self._people(query="koen")["found"]
        self.assertEqual((one["id"], one["detail"]), (man.id, "Netwerkfirma · Gent"))
        self.env["ict.team.member"].create(
            {
                "partner_id": firm.id,
                "member_type": "partner",
                "company_id": self.own.id,
            }
        )
        self.assertEqual(self._found("netwerkf"), [])
        # Colleagues are there as employees, the school itself not at all.
        self.assertEqual(self.new_own.work_contact_id.name, "Nele Janssens")
        self.assertEqual(self._found("Nele"), [("employee", "Nele Janssens")])
        self.assertEqual(self._found("School A"), [])
        self.assertEqual(self._found("ict_director"), [])

    def test_rights_of_who_asks(self):
        """Schools that are not ticked are not searched; hours are not told."""
        user = self.users["coordinator"]
        sheet = self.sheet.with_user(user)
        for ticked, names in (
            (self.own, ["Nele Janssens"]),
            (self.own | self.sibling, ["Nele Janssens", "Noor Claes"]),
        ):
            seen = sheet.with_context(allowed_company_ids=ticked.ids).grid_people("n")
            found = [one["name"] for one in seen["found"] if one["kind"] == "employee"]
            self.assertEqual([name for name in found if name.startswith("N")], names)
        self.assertEqual(
            self._found("Bert", "coordinator"), [("member", "Bert De Wit")]
        )
        self.assertNotIn("hour", repr(seen))

    def test_forged_cluster(self):
        """The competencies of another group stay there; nonsense finds nobody."""
        self._learn(self.new_own, "didactics", 100)
        strange = self.env["ict.cluster"].create(
            {"name": "Strange", "company_id": self.other_group.id}
        )
        self.env["ict.competency"].create(
            {
                "name": "C",
                "cluster_id": strange.id,
                "company_id": self.other_group.id,
                "skill_ids": self.env.ref("ict_coordination.skill_ict_didactics").ids,
            }
        )
        self.assertEqual(self._suggested(cluster=strange), [])
        for nonsense in (2**40, "x", -1, [1], {}):
            with self.subTest(cluster=nonsense):
                people = self._as(self.sheet, "manager").grid_people("", nonsense)
                if nonsense:
                    self.assertEqual(people["suggested"], [])
        for query in (None, 5, ["a"], False):
            people = self._as(self.sheet, "manager").grid_people(query)
            self.assertEqual(people["found"], [])

    def test_queries_do_not_grow(self):
        def ask():
            self._people("coordinator", cluster=self.technical)
            self._people("coordinator", "n", self.technical)

        def hire(count):
            for number in range(count):
                one = self._new_employee(f"Nobody {number}", self.own)
                self._learn(one, "technical_knowledge", 50)
                self._learn(one, "specialisation", 50)

        hire(8)  # with a full list nobody is looked for among the contacts
        ask()
        few = self._queries(ask)
        hire(12)
        self.assertEqual(self._queries(ask), few)
