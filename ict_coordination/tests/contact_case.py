"""A rhythm of visits to school A, for the tests of contact."""

from odoo.fields import Command

from .common import IctCase


class ContactCase(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rhythm = cls.env["ict.rhythm"].create(
            {
                "company_id": cls.own.id,
                "kind": "visit",
                "every": "month",
                "start_on": "2026-10-06",  # a Tuesday
                "hour": 14.5,
                "duration": 1.5,
                "location": "Room 3",
                "user_id": cls.users["coordinator"].id,
                "member_ids": [
                    Command.set((cls.member_own | cls.member_teacher).ids),
                ],
            }
        )

    def _meeting(self, **values):
        return self._as(self.env["ict.meeting"], "coordinator").create(
            {"company_id": self.own.id, "start": "2026-11-24 09:00:00", **values}
        )
