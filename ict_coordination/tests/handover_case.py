"""Somebody with 20 tasks in three schools, who leaves."""

from ..models.ict_allocation import MANDATES
from .common import IctCase

CODES = [f"technical_{number:02}" for number in range(1, 9)]


class HandoverCase(IctCase):
    """Jan: 8 tasks in school A, 6 in B, 6 of the group's own; all sheets active."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.jan = cls.employee_own
        cls.jan_sibling = cls._new_member(cls.jan, cls.sibling, 5)
        cls.jan_group = cls._new_member(cls.jan, cls.group, 6)
        cls.bpt, cls.points = cls.env["ict.funding"].create(
            [{"name": "BPT x"}, {"name": "Points x"}]
        )
        cls.sheets = {}
        for school, member, number in (
            (cls.own, cls.member_own, 8),
            (cls.sibling, cls.jan_sibling, 6),
            (cls.group, cls.jan_group, 6),
        ):
            sheet = cls._new_overview(school)
            cls.sheets[school] = sheet
            for place, code in enumerate(CODES[:number]):
                unknown = place % 3 == 2
                cls._allocate(
                    cls._line(sheet, code),
                    member,
                    None if unknown else place + 0.5,
                    certainty="unknown" if unknown else ("exact", "assumed")[place % 2],
                    decides=place % 2 == 0,
                    contact=place % 3 == 0,
                    steers=place == 4,
                    funding_id=cls.bpt.id,
                    note=f"remark {place}",
                )
        # who is on a task in the same school already
        cls.there = cls._allocate(
            cls._line(cls.sheets[cls.own], CODES[0]),
            cls.member_group,
            1,
            steers=True,
            funding_id=cls.points.id,
            note="own remark",
        )
        cls.archived = cls._new_overview(cls.own, school_year="2025-2026")
        cls.old = cls._allocate(cls._line(cls.archived), cls.member_own, 4)
        cls.archived.state = "archived"
        for sheet in cls.sheets.values():
            sheet.state = "active"
        cls.env.flush_all()

    def _start(self, role="hr"):
        action = self._as(self.member_own, role).action_hand_over()
        return self._as(self.env["ict.handover"], role).browse(action["res_id"])

    def _facts(self, allocations):
        """Return what must not be lost, by line."""
        return {
            one.line_id: (
                one.hours,
                one.certainty,
                one.funding_id,
                one.note,
                *(one[mandate] for mandate in MANDATES),
            )
            for one in allocations
        }

    def _of(self, employee):
        return self.env["ict.allocation"].search([("employee_id", "=", employee.id)])
