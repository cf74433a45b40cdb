"""The start page of every role: own schools, own hours, in a few queries."""

import json
from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..insights.lights import LIGHTS, MESSAGES
from .common import IctCase

#: role → the schools on its page, of own (A), sibling (B), the group (G)
SCHOOLS = {"coordinator": "A", "director": "A", "hr": "GAB", "manager": "GAB"}


@tagged("post_install", "-at_install")
class TestStart(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.companies = {"A": cls.own, "B": cls.sibling, "G": cls.group}
        cls.own.ict_hours_budget = 14
        cls.sheet = cls._new_overview(cls.own, state="active")
        cls.target = cls._new_overview(cls.own, "target")
        cls.sibling_sheet = cls._new_overview(cls.sibling)
        cls.total = len(cls.sheet.line_ids)
        # what the type of the school rules out is decided from the start
        cls.preset = len(cls.sheet.line_ids.filtered(lambda one: not one.applicable))
        cls.core = cls.env.ref("ict_coordination.task_technical_01")
        cls.core.is_core = True
        # one person decides and is contact; two people, one of them without hours
        cls.alone = cls._allocate(
            cls._line(cls.sheet), cls.member_own, 4, decides=True, contact=True
        )
        second = cls._line(cls.sheet, "technical_02")
        cls._allocate(second, cls.member_own, 5, decides=True)
        cls.mine = cls._allocate(second, cls.member_teacher, certainty="unknown")
        cls._line(cls.sheet, "technical_03").applicable = False
        cls._line(cls.sheet, "technical_04").level = "group"
        cls._line(cls.target, "technical_05").priority = "short"
        cls._allocate(cls._line(cls.sibling_sheet), cls.member_sibling, 6)
        cls.env.flush_all()

    def _start(self, role):
        return self._as(self.env["ict.start"], role).start_read()

    def _page(self, role, school):
        pages = {page["id"]: page for page in self._start(role)["schools"]}
        return pages[school.id]

    def _light(self, page, key):
        [light] = [light for light in page["lights"] if light["key"] == key]
        return light

    def test_schools_of_a_role(self):
        for role, keys in SCHOOLS.items():
            with self.subTest(role=role):
                answer = self._start(role)
                self.assertEqual(answer["roles"], [role])
                self.assertEqual(
                    [page["id"] for page in answer["schools"]],
                    [self.companies[key].id for key in keys],
                )
                self.assertEqual(answer["can_remind"], role in ("director", "manager"))
                self.assertFalse(answer["my"])
                shown = json.dumps(answer)
                self.assertEqual("School B" in shown, "B" in keys)
                self.assertEqual("An Claes" in shown, False)

    def test_teacher_has_the_own_tasks_only(self):
        answer = self._start("teacher")
        self.assertEqual(answer["roles"], ["teacher"])
        self.assertFalse(answer["can_remind"])
        for name in ("schools", "needs", "overlaps", "load"):
            self.assertEqual(answer[name], [])
        self.assertEqual(
            answer["my"],
            {
                "hours": [0.0, 1],
                "tasks": [
                    {
                        "id": self.mine.id,
                        "task": self.mine.task_id.name,
                        "school": "School A",
                        "hours": [0.0, 1],
                        "mandates": ["Executes"],
                    }
                ],
            },
        )
        self.sheet.sudo().state = "draft"
        self.assertEqual(self._start("teacher")["my"], {"hours": [0.0, 0], "tasks": []})

    def test_counts(self):
        page = self._page("director", self.own)
        self.assertEqual(
            page["overview"], {"current": self.sheet.id, "target": self.target.id}
        )
        self.assertEqual(page["state"], {"current": "active", "target": "draft"})
        self.assertEqual(
            page["filled"],
            {
                "current": [4 + self.preset, self.total],
                "target": [1 + self.preset, self.total],
            },
        )
        self.assertEqual((page["hours"], page["budget"]), ([9.0, 1], 14.0))
        self.assertEqual(tuple(light["key"] for light in page["lights"]), LIGHTS)
        texts = {light["key"]: light["text"] for light in page["lights"]}
        self.assertIn(f"{4 + self.preset} of {self.total}", texts["filled"])
        self.assertIn("at most 5 h left", texts["budget"])
        self.assertIn("9 h + 1 without hours agreed", texts["budget"])
        self.assertNotIn("%", json.dumps(page))
        tones = {light["key"]: light["tone"] for light in page["lights"]}
        self.assertEqual(tones["open"], "danger")
        self.assertEqual(tones["single"], "warning")
        # A filled target: the plan counts what the comparison of both counts.
        self._allocate(self._line(self.target), self.member_own, 5)
        self.assertEqual(
            self._page("director", self.own)["plan"]["todo"],
            self.env["ict.overview.line"].search_count(
                [("plan_state", "=", "todo"), ("overview_id", "=", self.target.id)]
            ),
        )

    def test_the_number_of_a_light_is_that_of_its_lines(self):
        page = self._page("director", self.own)
        expected = {
            "open": self.total - self.preset - 3,
            "single": 1,
            "load": 1,
            "mandates": 1,
        }
        for key, count in expected.items():
            with self.subTest(key=key):
                action = self._light(page, key)["action"]
                self.assertEqual(action["kind"], "lines")
                lines = self._as(self.env["ict.overview.line"], "director")
                self.assertEqual(lines.search_count(action["domain"]), count)
                self.assertIn("task", action["label"])
        self.assertIn(str(expected["open"]), self._light(page, "open")["text"])

    def test_load(self):
        """Who has too much comes first, and makes the light of the school red."""
        answer = self._start("director")
        self.assertEqual(
            {row["person"] for row in answer["load"]}, {"Jan Peeters", "Tess Leraar"}
        )
        self.member_own.hours_available = 5
        answer = self._start("director")
        first = answer["load"][0]
        self.assertEqual(
            (first["person"], first["hours"], first["available"], first["status"]),
            ("Jan Peeters", [9.0, 0], 5.0, "over"),
        )
        self.assertTrue(first["text"])
        light = self._light(answer["schools"][0], "load")
        self.assertEqual(
            (light["tone"], light["action"]["key"]), ("danger", "workload")
        )
        self.member_own.hours_available = False
        light = self._light(self._page("director", self.own), "load")
        self.assertIn("Tasks without hours: 1", light["text"])

    def test_next_action_is_for_who_reads_it(self):
        """HR looks; a coordinator shows a filled overview to the director."""
        self.sibling_sheet.line_ids.level = "school"
        self.users["coordinator"].ict_school_ids |= self.sibling
        labels = {
            role: self._light(self._page(role, self.sibling), "sheets")["action"][
                "label"
            ]
            for role in ("coordinator", "manager", "hr")
        }
        self.assertEqual(
            labels,
            {
                "coordinator": "Show it to the director",
                "manager": "Activate the overview",
                "hr": "See the overview",
            },
        )
        self.assertFalse(self._light(self._page("hr", self.group), "sheets")["action"])
        new = self._light(self._page("manager", self.group), "sheets")["action"]
        self.assertEqual(
            (new["kind"], new["company"], new["overview_kind"], new["copy_from"]),
            ("new", self.group.id, "current", False),
        )

    def test_late_and_deadline(self):
        today = fields.Date.context_today(self.env["ict.start"])
        settings = self.env["ict.settings"].create({"company_id": self.group.id})
        for days, late in ((1, False), (0, True), (-3, True)):
            settings.fill_in_before = today + timedelta(days=days)
            answer = self._start("manager")
            self.assertEqual(answer["deadline"], settings.fill_in_before.isoformat())
            pages = {page["name"]: page["late"] for page in answer["schools"]}
            self.assertEqual(
                pages, {"Group G": False, "School A": False, "School B": late}
            )
        settings.fill_in_before = False
        self.assertIs(self._start("manager")["deadline"], False)

    def test_every_light_has_words(self):
        words = self._as(self.env["ict.start"], "manager")._words()
        self.assertEqual(
            set(words.texts),
            {(key, message) for key, found in MESSAGES.items() for message in found},
        )

    def test_queries_do_not_grow_with_the_schools(self):
        many = self.env["res.company"].create(
            [
                {"name": f"School {number}", "parent_id": self.group.id}
                for number in range(5)
            ]
        )
        self.users["manager"].company_ids |= many
        for school in many:
            self._allocate(self._new_overview(school).line_ids[0], self.member_group, 1)

        def queries(schools):
            start = self.env["ict.start"].with_user(self.users["manager"])
            return self._queries(
                start.with_context(allowed_company_ids=schools.ids).start_read
            )

        queries(many[:2])
        queries(many)
        few = queries(many[:2])
        self.assertEqual(few, queries(many))
        self.assertLess(few, 45)

    def test_page_on_paper(self):
        """The A4 says what the screen says, to who may see it on the screen."""
        report = "ict_coordination.school_page"
        for role, keys in {"teacher": "", **SCHOOLS}.items():
            reports = self._as(self.env["ir.actions.report"], role)
            for key, school in self.companies.items():
                if key not in keys:
                    with self.subTest(role, school=key), self.assertRaises(AccessError):
                        reports._render_qweb_html(report, school.ids)
        # one page each, the group first
        html, _kind = (
            self._as(self.env["ir.actions.report"], "manager")
        )._render_qweb_html(report, (self.own | self.group).ids)
        text = html.decode()
        self.assertLess(text.index("<h1>Group G"), text.index("<h1>School A"))
        self.assertNotIn("School B", text)
        page = self._page("director", self.own)
        text = (
            self._as(self.env["ir.actions.report"], "director")
            ._render_qweb_html(report, self.own.ids)[0]
            .decode()
        )
        for light in page["lights"]:
            self.assertIn(light["text"], text)
        for words in (
            "Jan Peeters",
            "9 h + 1 without hours",
            self._line(self.target, "technical_05").task_id.name,
        ):
            self.assertIn(words, text)
        self.assertNotIn("An Claes", text)
