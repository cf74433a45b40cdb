from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from ..insights import Thresholds
from .common import IctCase


@tagged("post_install", "-at_install")
class TestSettings(IctCase):
    def _thresholds(self, role, company):
        settings = self._as(self.env["ict.settings"], role)
        return settings.with_company(company)._thresholds()

    def test_one_record_of_the_group_counts_in_all_its_schools(self):
        settings = self._as(self.env["ict.settings"], "manager")
        self.assertEqual(self._thresholds("hr", self.own), Thresholds())
        action = settings.with_company(self.own)._action_open()
        record = settings.browse(action["res_id"])
        self.assertEqual(record.company_id, self.group)
        self.assertEqual(self._thresholds("hr", self.own), Thresholds())
        self.assertEqual(
            settings.with_company(self.sibling)._action_open()["res_id"], record.id
        )
        with Form(record) as form:
            form.need_schools = 4
            form.scale_hours = 2.5
            form.overload_hours = 0
        expected = Thresholds(need_schools=4, scale_hours=2.5)
        for role, company in (
            ("coordinator", self.own),
            ("director", self.sibling),
            ("hr", self.group),
        ):
            with self.subTest(role=role):
                self.assertEqual(self._thresholds(role, company), expected)
        self.assertEqual(
            self.env["ict.settings"].with_company(self.other)._thresholds(),
            Thresholds(),
        )
        record.action_reset()
        self.assertEqual(self._thresholds("hr", self.own), Thresholds())

    def test_a_company_without_a_group_is_its_own(self):
        alone = self.env["res.company"].create({"name": "Alone"})
        alone.school_group_id = False
        settings = self.env["ict.settings"].with_company(alone)
        record = settings.browse(settings._action_open()["res_id"])
        record.experts = 3
        self.assertEqual(settings._thresholds(), Thresholds(experts=3))

    def test_numbers_that_make_no_sense(self):
        record = self.env["ict.settings"].create({"company_id": self.group.id})
        for name, value in (
            ("need_schools", 0),
            ("minority", -1),
            ("deciders", 0),
            ("free_hours", -0.5),
        ):
            with self.subTest(name), self.assertRaises(ValidationError) as refused:
                record[name] = value
            self.assertIn(record._fields[name].string, str(refused.exception))
        record.write({"free_hours": 0, "scale_hours": 0, "overload_hours": 0})
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
            record.create({"company_id": self.group.id})

    def test_only_the_manager_opens_and_changes(self):
        record = self.env["ict.settings"].create({"company_id": self.group.id})
        for role in ("teacher", "coordinator", "director", "hr"):
            settings = self._as(record, role)
            with self.subTest(role):
                with self.assertRaises(AccessError):
                    settings._action_open()
                with self.assertRaises(AccessError):
                    settings.need_schools = 9
                with self.assertRaises(AccessError):
                    settings.action_reset()
        strange = record.create({"company_id": self.other_group.id})
        with self.assertRaises(AccessError):
            self._as(strange, "manager").need_schools = 9

    def test_the_form_says_what_each_number_changes(self):
        arch = self.env["ict.settings"].get_view(view_type="form")["arch"]
        for name in Thresholds.__dataclass_fields__:
            self.assertIn(f'name="{name}"', arch)
        self.assertIn("Nobody who decides is always listed.", arch)
