import doctest

from odoo.tests import BaseCase, tagged

from ..tools import school_days, school_year


@tagged("-at_install", "post_install")
class TestDoctests(BaseCase):
    def test_school_year(self):
        failed, tried = doctest.testmod(school_year)
        self.assertEqual(failed, 0)
        self.assertEqual(tried, 3)

    def test_school_days(self):
        failed, tried = doctest.testmod(school_days)
        self.assertEqual(failed, 0)
        self.assertEqual(tried, 10)
