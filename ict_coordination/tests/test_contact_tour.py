"""In a real browser: a visit is noted and the next one is planned."""

from odoo import fields
from odoo.tests import HttpCase, tagged
from odoo.tools import date_utils

from .common import IctCase


@tagged("post_install", "-at_install")
class TestContactTour(HttpCase, IctCase):
    browser_size = "1366x768"

    def test_visit(self):
        self._new_overview(self.own)
        rhythm = self.env["ict.rhythm"].create(
            {
                "company_id": self.own.id,
                "kind": "visit",
                "start_on": date_utils.subtract(fields.Date.today(), days=400),
                "user_id": self.users["coordinator"].id,
            }
        )
        self.env.flush_all()
        self.assertTrue(rhythm.is_overdue)
        user = self.users["coordinator"]
        cids = "-".join(map(str, user.company_ids.ids))
        self.start_tour(
            "/odoo/ict-contact",
            "ict_contact_visit",
            login=user.login,
            cookies={"cids": cids},
        )
        self.env.invalidate_all()
        held, planned = rhythm.meeting_ids.sorted("state")
        self.assertEqual((held.state, planned.state), ("done", "planned"))
        self.assertEqual(held.note, "The wifi is slow")
        self.assertTrue(planned.event_id)
        self.assertFalse(rhythm.is_overdue)
