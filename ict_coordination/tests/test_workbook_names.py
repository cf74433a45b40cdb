# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook import Sheet
from odoo.addons.ict_coordination.workbook.labels import EN, NL
from odoo.addons.ict_coordination.workbook.writing.names import (
    SheetNames,
    clean_sheet_name,
)


@tagged("-at_install", "post_install")
class TestWorkbookNames(BaseCase):
    def test_readable(self):
        for school, kind, labels, expected in (
            ("BS De Linde", "current", NL, "Huidig – BS De Linde"),
            ("BS De Linde", "target", NL, "Streef – BS De Linde"),
            ("BS De Linde", "target", EN, "Target – BS De Linde"),
            ("'t Klavertje", "current", NL, "Huidig – 't Klavertje"),
            ("De Linde: 1/2 [oud]?*", "current", NL, "Huidig – De Linde 1 2 oud"),
            ("", "current", NL, "Huidig –"),
        ):
            sheet = Sheet(school, kind)
            self.assertEqual(SheetNames().for_overview(sheet, labels), expected)

    def test_cut_to_31_and_still_different(self):
        school = "Gemeentelijke Vrije Basisschool De Linde "
        names = SheetNames()
        taken = [
            names.for_overview(Sheet(school + place, "current", "2025-2026"), NL)
            for place in ("Noord", "Zuid", "Oost")
        ]
        self.assertEqual(
            taken,
            [
                "Huidig – Gemeentelijke Vrije Ba",
                "Huidig – Gemeentelijk 2025-2026",
                "Huidig – Gemeentelijke Vrij (2)",
            ],
        )

    def test_reserved(self):
        self.assertEqual(SheetNames().take("HISTORY"), "HISTORY (2)")
        self.assertEqual(SheetNames().take("[]"), "Sheet")

    # The first draw builds a table of all characters: slow on a busy machine.
    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(st.lists(st.text(max_size=45), max_size=25))
    def test_always_legal_and_unique(self, wanted):
        names = SheetNames()
        taken = [names.take(text) for text in wanted]
        self.assertEqual(len({name.lower() for name in taken}), len(wanted))
        for name in taken:
            self.assertTrue(0 < len(name.encode("utf-16-le")) <= 62, name)
            self.assertFalse(set(name) & set("[]:*?/\\\n\x00"), name)
            self.assertFalse(name.startswith("'") or name.endswith("'"), name)
            self.assertNotEqual(name.lower(), "history")
            self.assertEqual(clean_sheet_name(name), name)
