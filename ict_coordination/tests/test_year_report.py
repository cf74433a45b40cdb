from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..coverage.choosing import SheetHead, choose_sheets
from .common import IctCase


@tagged("post_install", "-at_install")
class TestYearReport(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        years = {"school_year": "2025-2026"}
        cls.previous = cls._new_overview(cls.own, state="archived", **years)
        cls.draft = cls._new_overview(cls.own, **years)
        cls.current = cls._new_overview(cls.own, state="active")
        cls.target = cls._new_overview(cls.own, kind="target")
        cls.alone = cls._new_overview(cls.sibling)
        cls._allocate(cls._line(cls.previous), cls.member_own, 3)
        for member, values in (
            (cls.member_own, {"hours": 2}),
            (cls.member_teacher, {"certainty": "unknown"}),
        ):
            cls._allocate(cls._line(cls.current), member, **values)
        cls._line(cls.current, "technical_02").level = "group"
        cls._line(cls.current, "technical_03").applicable = False
        cls.report = cls.env["ict.year.report"]

    def test_one_sheet_counts_of_each_school_kind_and_year(self):
        self._new_overview(self.own, kind="target")
        self._new_overview(self.own, state="archived")
        overviews = self.env["ict.overview"].search([])
        heads = [
            SheetHead(one.id, one.company_id.id, one.kind, one.school_year, one.state)
            for one in overviews
        ]
        counting = {
            head.id
            for year in set(overviews.mapped("school_year"))
            for head in choose_sheets(heads, year).values()
        }
        rows = self.report.search([])
        self.assertEqual(set(rows.overview_id.ids), counting)
        self.assertEqual(
            set(rows.ids),
            set(self.env["ict.overview"].browse(counting).line_ids.ids),
        )

    def test_years_beside_each_other(self):
        ours = [("company_id", "=", self.own.id), ("kind", "=", "current")]
        found = {
            (year, coverage): values
            for year, coverage, *values in self.report._read_group(
                ours,
                ["school_year", "coverage"],
                ["task_count:sum", "hours:sum", "unknown_hours_count:sum"],
            )
        }
        # one task of the catalogue is not for a primary school
        tasks = len(self.previous.line_ids.filtered("applicable"))
        others = len(self.current.line_ids) - tasks
        self.assertEqual(found["2025-2026", "single"], [1, 3, 0])
        self.assertEqual(found["2025-2026", "undecided"], [tasks - 1, 0, 0])
        self.assertEqual(found["2026-2027", "team"], [1, 2, 1])
        self.assertEqual(found["2026-2027", "open"], [1, 0, 0])
        self.assertEqual(found["2026-2027", "not_applicable"], [others + 1, 0, 0])
        self.assertEqual(found["2026-2027", "undecided"], [tasks - 3, 0, 0])

    def test_only_schools_with_several_years_are_compared(self):
        rows = self.report.search([("comparable", "=", True)])
        self.assertEqual(rows.overview_id, self.previous | self.current)

    def test_a_row_leads_to_the_task(self):
        line = self._line(self.current)
        action = self.report.browse(line.id).action_open_line()
        self.assertEqual(
            (action["res_model"], action["res_id"]), ("ict.overview.line", line.id)
        )

    def test_hours_of_other_schools_stay_there(self):
        self._allocate(self._line(self.alone), self.member_sibling, 40)
        for role, hours in (("director", 5), ("coordinator", 5), ("manager", 45)):
            with self.subTest(role):
                [(found,)] = self._as(self.report, role)._read_group(
                    [("company_id", "in", (self.own | self.sibling).ids)],
                    aggregates=["hours:sum"],
                )
                self.assertEqual(found, hours)
        with self.assertRaises(AccessError):
            self._as(self.report, "teacher").search([])
