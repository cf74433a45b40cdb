"""What others hear when a sheet changes, and who may listen."""

import json

from odoo.fields import Command
from odoo.tests import HttpCase, new_test_user, tagged

from ..workbook.changes import Changes
from .common import IctCase


class LiveCase(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sheet = cls._new_overview(cls.own)
        cls.first = cls._line(cls.sheet)
        cls.second = cls._line(cls.sheet, "technical_02")

    def setUp(self):
        super().setUp()
        self._sent()

    def _sent(self):
        """End the transaction as a commit does; return ``[(channel, message)]``.

        Messages of other models (the chatter has its own) are left out.
        """
        self.env.cr.flush()
        rows = self.env["bus.bus"].search([], order="id")
        sent = [(json.loads(row.channel), json.loads(row.message)) for row in rows]
        rows.unlink()
        return [one for one in sent if one[1]["type"] == "ict.overview/changed"]

    def _payloads(self):
        return [message["payload"] for _channel, message in self._sent()]

    def _payload(self, *lines, overview=None, origin=False):
        """Return the message about these lines; about all where none is given."""
        return {
            "id": (overview or self.sheet).id,
            "lines": sorted(line.id for line in lines) or False,
            "origin": origin,
        }

    def _people_changed(self, overview):
        return {"id": overview.id, "lines": [], "origin": False}


@tagged("post_install", "-at_install")
class TestLiveMessages(LiveCase):
    def test_one_message_per_transaction(self):
        one = self._allocate(self.first, self.member_own, 1)
        self._allocate(self.first, self.member_group, 1, note="Sick since May")
        one.hours = 3.75
        one.write({"hours": 2, "note": "Sick"})
        self.second.note = "Ask Jan Peeters"
        one.unlink()
        [(channel, message)] = self._sent()
        self.assertEqual(channel, [self.env.cr.dbname, "ict.overview", self.sheet.id])
        self.assertEqual(message["payload"], self._payload(self.first, self.second))
        self.assertEqual(self._sent(), [])

    def test_one_message_per_overview(self):
        other = self._new_overview(self.own, kind="target")
        self._sent()
        (self._line(other) | self.first).write({"note": "x"})
        self.assertCountEqual(
            self._payloads(),
            [
                self._payload(self.first),
                self._payload(self._line(other), overview=other),
            ],
        )

    def test_ids_and_nothing_else(self):
        """No name, number of hours or remark travels: rights may differ."""
        self._allocate(self.first, self.member_own, 3.75, note="Sick since May")
        self.member_own.hours_available = 17
        self.sheet.message_post(body="Jan Peeters")
        self.first.write({"note": "Ask Jan", "level": "group"})
        [message] = self._payloads()
        self.assertEqual(message, self._payload(self.first))

    def test_origin(self):
        """Who wrote alone knows its own message; not when somebody wrote along."""
        mine = self.first.with_context(ict_grid_origin="tab-1")
        mine.note = "x"
        self.assertEqual(self._payloads(), [self._payload(mine, origin="tab-1")])
        mine.note = "y"
        self.second.with_context(ict_grid_origin="tab-2").note = "z"
        self.assertEqual(self._payloads(), [self._payload(self.first, self.second)])
        mine.note = "v"
        self.second.note = "w"
        self.assertEqual(self._payloads(), [self._payload(self.first, self.second)])

    def test_a_line_that_moves_is_told_twice(self):
        allocation = self._allocate(self.first, self.member_own, 1)
        self._sent()
        allocation.line_id = self.second
        self.assertEqual(self._payloads(), [self._payload(self.first, self.second)])

    def test_lines_come_and_go(self):
        task = self.second.task_id
        self.second.unlink()
        self.assertEqual(self._payloads(), [self._payload()])
        self.sheet.action_add_missing_tasks()
        self.assertEqual(self._payloads(), [self._payload()])
        self._line(self.sheet, "technical_02").unlink()
        self._sent()
        self.env["ict.overview.line"].create(
            {"overview_id": self.sheet.id, "task_id": task.id}
        )
        self.assertEqual(self._payloads(), [self._payload()])

    def test_states(self):
        for action in ("activate", "reset_draft", "archive_overview"):
            with self.subTest(action=action):
                getattr(self.sheet, f"action_{action}")()
                self.assertEqual(self._payloads(), [self._payload()])
        sheet = self._new_overview(self.own, kind="target")
        self._sent()
        sheet_id = sheet.id
        sheet.unlink()
        self.assertIn(
            {"id": sheet_id, "lines": False, "origin": False}, self._payloads()
        )

    def test_people(self):
        self.member_own.hours_available = 4
        self.assertEqual(self._payloads(), [self._people_changed(self.sheet)])
        self.member_own.partner_id = False
        self.assertEqual(self._payloads(), [])
        self.member_group.hours_available = 4
        self.assertEqual(self._payloads(), [])
        self._allocate(self.first, self.member_group, 1)
        self._sent()
        self.member_group.active = False
        self.assertEqual(self._payloads(), [self._people_changed(self.sheet)])
        vacancy = self.env["ict.team.member"].create(
            {"name": "V", "member_type": "vacancy", "company_id": self.own.id}
        )
        self.assertEqual(self._payloads(), [self._people_changed(self.sheet)])
        vacancy.unlink()
        self.assertEqual(self._payloads(), [self._people_changed(self.sheet)])

    def test_who_leaves_is_told(self):
        """Archiving an employee archives the members, as superuser."""
        self.employee_own.active = False
        self.assertEqual(self._payloads(), [self._people_changed(self.sheet)])

    def test_nothing_of_what_was_undone(self):
        with self.assertRaises(ZeroDivisionError), self.env.cr.savepoint():
            self.first.note = "x"
            raise ZeroDivisionError
        self.assertEqual(self._payloads(), [])

    def test_in_bulk(self):
        """An import writes with SQL: it tells the same."""
        target = self._new_overview(self.own, kind="target")
        self._allocate(self._line(target), self.member_own, 1)
        self._allocate(self._line(target, "technical_02"), self.member_own, 1)
        self._sent()
        self.assertTrue(self.sheet._bulk_begin(), "the bulk way is the one tried here")
        odoo, line_ids, allocation_ids = self.sheet._read_sheet()
        wanted = target._read_sheet()[0]
        changes = self._changes(odoo, wanted)
        self.sheet._apply_changes(changes, odoo, line_ids, allocation_ids)
        self.assertEqual(self.sheet.hours, 2)
        self.assertEqual(self._payloads(), [self._payload(self.first, self.second)])

    @staticmethod
    def _changes(odoo, wanted):
        """Return the changes that bring the people of another sheet."""
        return Changes(added=dict(wanted.entries.items() - odoo.entries.items()))


@tagged("post_install", "-at_install")
class TestLiveListeners(HttpCase, LiveCase):
    def _channels(self, user, *channels):
        """Subscribe as the client does; return the overviews that were granted."""
        self.authenticate(user.login, user.login)
        answer = self.make_jsonrpc_request(
            "/websocket/peek_notifications",
            {"channels": list(channels), "last": 0, "is_first_poll": True},
        )
        self.heard = [
            one["message"]
            for one in answer["notifications"]
            if one["message"]["type"] == "ict.overview/changed"
        ]
        strings = [one[1] for one in answer["channels"] if len(one) == 2]
        self.assertFalse([one for one in strings if one.startswith("ict.")], strings)
        return {one[2] for one in answer["channels"] if one[1] == "ict.overview"}

    def test_who_may_listen(self):
        sheets = {
            school: self._new_overview(school, kind="target")
            for school in (self.own, self.sibling, self.other)
        }
        own, sibling = sheets[self.own].id, sheets[self.sibling].id
        asked = [f"ict.overview_{sheet.id}" for sheet in sheets.values()]
        for role, granted in {
            "teacher": set(),
            "coordinator": {own},
            "director": {own},
            "hr": {own, sibling},
            "manager": {own, sibling},
        }.items():
            with self.subTest(role=role):
                self.assertEqual(self._channels(self.users[role], *asked), granted)

    def test_every_company_of_the_user_counts(self):
        """A websocket knows no companies in use: the second school is heard too."""
        user = new_test_user(
            self.env,
            "ict_two_schools",
            groups="ict_coordination.group_ict_coordinator",
            company_id=self.own.id,
            company_ids=[Command.set((self.own | self.sibling).ids)],
            ict_school_ids=[Command.set((self.own | self.sibling).ids)],
        )
        sheet = self._new_overview(self.sibling)
        self.assertEqual(self._channels(user, f"ict.overview_{sheet.id}"), {sheet.id})

    def test_nonsense(self):
        asked = [
            *("ict.overview_", "ict.overview_x", "ict.overview_-1", "ict.overview_0"),
            *("ict.overview_1.5", "ict.overview_٣", "ict.overview_1_members"),
            f"ict.overview_{2**31}",
            f"ict.overview_{10**400}",
            f"ict.overview_{self.sheet.id} OR 1=1",
            f"ict.overview_{self.sheet.id}\n",
        ]
        for role in ("teacher", "coordinator"):
            with self.subTest(role=role):
                self.assertEqual(self._channels(self.users[role], *asked), set())
        self.assertEqual(
            self._channels(
                self.users["coordinator"], *asked, f"ict.overview_{self.sheet.id}"
            ),
            {self.sheet.id},
        )

    def test_the_message_arrives(self):
        """With those who may listen and nobody else."""
        channel = f"ict.overview_{self.sheet.id}"
        self.first.note = "x"
        self.env.cr.flush()
        for role, hears in {"coordinator": 1, "hr": 1, "teacher": 0}.items():
            with self.subTest(role=role):
                self._channels(self.users[role], channel)
                payloads = [message["payload"] for message in self.heard]
                self.assertEqual(payloads, [self._payload(self.first)] * hears)

    def test_nobody(self):
        """Without a login there is a public user, who hears nothing."""
        self.authenticate(None, None)
        answer = self.make_jsonrpc_request(
            "/websocket/peek_notifications",
            {
                "channels": [f"ict.overview_{self.sheet.id}"],
                "last": 0,
                "is_first_poll": True,
            },
        )
        self.assertNotIn("ict.overview", [one[1] for one in answer["channels"]])
