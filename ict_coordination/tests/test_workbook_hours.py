# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
import doctest
import importlib
import pkgutil
import random
from decimal import Decimal

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination import workbook
from odoo.addons.ict_coordination.workbook import (
    Entry,
    Hours,
    Person,
    Row,
    Sheet,
    format_hours,
    format_number,
    round_hours,
)


@tagged("-at_install", "post_install")
class TestWorkbookHours(BaseCase):
    def test_doctests(self):
        tried_in = {}
        prefix = f"{workbook.__name__}."
        for found in pkgutil.walk_packages(workbook.__path__, prefix):
            name = found.name.removeprefix(prefix)
            module = importlib.import_module(found.name)
            failed, tried_in[name] = doctest.testmod(module)
            self.assertEqual(failed, 0, name)
        for name in ("hours", "model", "labels", "notation", "open_notes"):
            self.assertGreater(tried_in[name], 0, name)
        for name in ("writing.names", "writing.heights"):
            self.assertGreater(tried_in[name], 0, name)

    def test_format(self):
        for value, dutch, english in (
            (0, "0", "0"),
            (0.25, "0,25", "0.25"),
            (2, "2", "2"),
            (10, "10", "10"),
            (2.5, "2,5", "2.5"),
            (1.005, "1,01", "1.01"),
            (59.999, "60", "60"),
            (-10, "-10", "-10"),
            (Decimal("1.50"), "1,5", "1.5"),
        ):
            self.assertEqual(format_number(value, "nl_BE"), dutch)
            self.assertEqual(format_number(value, "en_US"), english)
        self.assertEqual(format_hours(1.5, "nl_NL"), "1,5 u")
        self.assertEqual(format_hours(1.5, "de_DE"), "1.5 h")

    def test_totals_in_words(self):
        for total, dutch, english in (
            (Hours(), "0 u", "0 h"),
            (Hours(12.5, 3), "12,5 u + 3 zonder uren", "12.5 h + 3 without hours"),
            (Hours(0, 1), "1 zonder uren", "1 without hours"),
            (Hours(0.25), "0,25 u", "0.25 h"),
        ):
            self.assertEqual(total.format("nl_BE"), dutch)
            self.assertEqual(total.format("en_US"), english)

    def test_sum_does_not_depend_on_the_order(self):
        values = [0.1, 0.2, 0.7, 1.15, None, 2.35] * 400
        expected = Hours(0.1 * 400 + 80 + 280 + 460 + 940, 400)
        self.assertEqual(expected, Hours(1800, 400))
        for seed in range(3):
            random.Random(seed).shuffle(values)
            self.assertEqual(Hours.total(values), expected)
            self.assertEqual(sum(map(Hours.of, values)), expected)

    def test_unknown_is_not_zero(self):
        self.assertTrue(Hours.of(None))
        self.assertFalse(Hours.of(0))
        self.assertNotEqual(Hours.of(None), Hours.of(0))

    def test_no_number(self):
        for value in (float("nan"), float("inf")):
            with self.assertRaises(ValueError):
                round_hours(value)

    def test_model_refuses_what_cannot_be(self):
        for make in (
            lambda: Entry("a", -0.5),
            lambda: Entry("a", 1, "maybe"),
            lambda: Entry("a", 1, mandates=("rules",)),
            lambda: Person("a", "A", "robot"),
            lambda: Row("", "c", "t", level="both"),
            lambda: Row("", "c", "t", priority="high"),
            lambda: Sheet("s", "future"),
            lambda: Sheet("s", "target", state="gone"),
        ):
            with self.assertRaises(ValueError):
                make()

    def test_coverage(self):
        one, other = Entry("a", 1), Entry("b")
        for applicable, entries, expected in (
            (True, (), "open"),
            (True, (one,), "single"),
            (True, (one, Entry("a", 2)), "single"),
            (True, (one, other), "team"),
            (False, (one, other), "not_applicable"),
        ):
            row = Row("", "c", "t", applicable=applicable, entries=entries)
            self.assertEqual(row.coverage, expected)
        self.assertEqual(row.hours, Hours(1, 1))
