"""The coverage map, asked for by every role: which schools, names and hours."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import IctCase

#: role → the schools on its map, of own (A), sibling (B), the group (G), other (Y)
SCHOOLS = {"coordinator": "A", "director": "A", "hr": "ABG", "manager": "ABG"}


@tagged("post_install", "-at_install")
class TestCoverageMapRights(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.member_other = cls._new_member(
            cls._new_employee("Olga Vreemd", cls.other), cls.other
        )
        cls.companies = {
            "A": cls.own,
            "B": cls.sibling,
            "G": cls.group,
            "Y": cls.other,
        }
        members = {
            "A": cls.member_own,
            "B": cls.member_sibling,
            "G": cls.member_group,
            "Y": cls.member_other,
        }
        cls.sheets = {
            key: cls._new_overview(school)
            for key, school in cls.companies.items()
            if key != "G"
        }
        cls.lines = {key: cls._line(sheet) for key, sheet in cls.sheets.items()}
        for number, (key, line) in enumerate(cls.lines.items(), 1):
            cls._allocate(line, members[key], number, contact=True)
        # somebody who has a task elsewhere may read it, and not through the map
        cls.employee_own.user_id = cls.users["coordinator"]
        shared = cls.env["ict.team.member"].create(
            {"employee_id": cls.employee_own.id, "company_id": cls.sibling.id}
        )
        cls._allocate(cls.lines["B"], shared, 7)
        cls.env.flush_all()

    def _map(self, role, **values):
        return self._as(self.env["ict.coverage.map"], role).map_read(**values)

    def _people(self, role, lines):
        return self._as(self.env["ict.coverage.map"], role).map_people(lines)

    def test_teacher_is_refused(self):
        for call in (lambda: self._map("teacher"), lambda: self._people("teacher", [])):
            with self.assertRaises(AccessError):
                call()

    def test_schools_of_a_role(self):
        for role, keys in SCHOOLS.items():
            with self.subTest(role=role):
                schools = self._map(role)["schools"]
                self.assertEqual(
                    {school["id"] for school in schools},
                    {self.companies[key].id for key in keys},
                )
                for school in schools:
                    sheet = school["sheets"]["current"]
                    if school["id"] == self.group.id:
                        self.assertIsNone(sheet)
                        self.assertTrue(school["is_group"])
                    else:
                        self.assertTrue(sheet["cells"])

    def test_no_school_that_is_not_ticked(self):
        maps = self.env["ict.coverage.map"].with_user(self.users["manager"])
        answer = maps.with_context(allowed_company_ids=self.sibling.ids).map_read()
        self.assertEqual([s["id"] for s in answer["schools"]], self.sibling.ids)

    def test_a_role_counts_in_its_schools_only(self):
        """Another school named on the user, but not among the companies in use."""
        self.users["director"].ict_school_ids |= self.sibling | self.other
        ids = {school["id"] for school in self._map("director")["schools"]}
        self.assertEqual(ids, {self.own.id, self.sibling.id})

    def test_hours_and_years_of_readable_sheets_only(self):
        self._new_overview(self.sibling, school_year="2031-2032", state="archived")
        answer = self._map("director")
        self.assertEqual(answer["years"], ["2026-2027"])
        [school] = answer["schools"]
        self.assertEqual(school["sheets"]["current"]["hours"], 1)
        self.assertEqual(self._map("hr")["years"][0], "2031-2032")

    def test_own_task_of_another_school_is_not_named(self):
        task = self.env["ict.task"].create(
            {
                "name": "Secret of B",
                "cluster_id": self.env["ict.cluster"].search([], limit=1).id,
                "company_id": self.sibling.id,
            }
        )
        self.env["ict.overview.line"].create(
            {"overview_id": self.sheets["B"].id, "task_id": task.id}
        )
        for role, keys in SCHOOLS.items():
            with self.subTest(role=role):
                found = {t["id"]: t for t in self._map(role)["tasks"]}
                self.assertEqual(task.id in found, "B" in keys)
                if "B" in keys:
                    self.assertEqual(found[task.id]["own"], self.sibling.id)

    def test_people_of_readable_lines_only(self):
        every = [line.id for line in self.lines.values()]
        for role, keys in SCHOOLS.items():
            with self.subTest(role=role):
                people = self._people(role, every)
                self.assertEqual(
                    set(people), {self.lines[key].id for key in keys if key != "G"}
                )
                [jan] = people[self.lines["A"].id]
                self.assertEqual(
                    jan,
                    {
                        "name": "Jan Peeters",
                        "hours": 1,
                        "certainty": "exact",
                        "mandates": ["executes", "contact"],
                    },
                )
                self.assertNotIn("Olga", str(people))
                self.assertEqual("An Claes" in str(people), "B" in keys)

    def test_lines_that_are_none(self):
        for asked in ([], False, "abc", [0, -1, "1", None, 2**40, True], {"a": 1}):
            with self.subTest(asked=asked):
                self.assertEqual(self._people("manager", asked), {})

    def test_a_year_that_is_none(self):
        in_force = self._map("manager")
        for year in (None, False, "", 2026, "2026", "2026-2027'--", [1]):
            with self.subTest(year=year):
                self.assertEqual(self._map("manager", year=year), in_force)
