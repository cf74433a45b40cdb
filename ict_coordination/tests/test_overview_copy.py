from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import IctCase


@tagged("post_install", "-at_install")
class TestOverviewCopy(IctCase):
    def _copy(self, source, **values):
        wizard = self._as(self.env["ict.overview.copy"], "manager").create(
            {"source_id": source.id, **values}
        )
        action = wizard.action_copy()
        return self.env["ict.overview"].browse(action["res_id"])

    def setUp(self):
        super().setUp()
        self.source = self._new_overview(self.own)
        line = self._line(self.source)
        line.write({"level": "shared", "note": "Look"})
        self._allocate(
            line, self.member_own, 2, certainty="assumed", decides=True, note="Mondays"
        )
        self._allocate(line, self.member_group)

    def test_current_to_target(self):
        copy = self._copy(self.source)
        self.assertEqual((copy.kind, copy.school_year), ("target", "2026-2027"))
        line = self._line(copy)
        self.assertEqual((line.level, line.note), ("shared", "Look"))
        self.assertEqual(line.hours_text, "2 h + 1 without hours")
        first = line.allocation_ids.filtered("decides")
        self.assertEqual((first.certainty, first.note), ("assumed", "Mondays"))
        self.assertEqual(len(copy.line_ids), 67)

    def test_next_year(self):
        copy = self._copy(self.source, kind="current", school_year="2027-2028")
        self.assertEqual(self._line(copy).person_count, 2)
        target = self._new_overview(self.own, "target")
        self._line(target).priority = "long"
        self.assertFalse(self._line(self._copy(target)).priority)

    def test_to_another_school(self):
        """People of the group come along, people of the first school do not."""
        copy = self._copy(self.source, company_id=self.sibling.id, kind="current")
        self.assertEqual(self._line(copy).allocation_ids.member_id, self.member_group)
        self.assertTrue(self._line(copy, "technical_12").applicable)

    def test_without_people_or_hours(self):
        copy = self._copy(self.source, with_people=False)
        self.assertFalse(copy.line_ids.allocation_ids)
        copy = self._copy(self.source, with_hours=False)
        self.assertEqual(self._line(copy).hours_text, "2 without hours")

    def test_wrong_year(self):
        with self.assertRaises(UserError):
            self._copy(self.source, school_year="soon")

    def test_rights(self):
        wizard = self._as(self.env["ict.overview.copy"], "coordinator")
        with self.assertRaises(AccessError):
            wizard.create(
                {"source_id": self.source.id, "company_id": self.sibling.id}
            ).action_copy()
        foreign = self._new_overview(self.sibling)
        with self.assertRaises(AccessError):
            wizard.create(
                {
                    "source_id": foreign.id,
                    "company_id": self.own.id,
                    "kind": "current",
                    "school_year": "2026-2027",
                }
            ).action_copy()

    def test_many_people_cost_no_more_than_few(self):
        few, many = self._new_overview(self.own), self._new_overview(self.sibling)
        for sheet, lines in (few, 2), (many, 60):
            for line in sheet.line_ids.filtered("applicable")[:lines]:
                line.write({"level": "school", "note": "Look"})
                self._allocate(line, self.member_group, 1)
        for sheet in few, many:  # what the first one reads for both
            sheet._copy_to(sheet.company_id, "current", "2029-2030")
        counts = [
            self._queries(
                lambda sheet=sheet: sheet._copy_to(
                    sheet.company_id, "current", "2028-2029"
                )
            )
            for sheet in (few, many)
        ]
        self.assertEqual(counts[0], counts[1])
