# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""A vacancy holds a task, but nobody does it: the same in Odoo and in the workbook."""

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook import Entry, Person, Row, Sheet
from odoo.addons.ict_coordination.workbook.layout import SheetLayout


@tagged("-at_install", "post_install")
class TestWorkbookVacancy(BaseCase):
    def _layout(self, *people):
        row = Row("", "policy", "x", entries=tuple(Entry(p.key, 1) for p in people))
        sheet = Sheet("School", "current", people=people, rows=(row,))
        return row, SheetLayout.of(sheet, ("policy",))

    def test_who_counts(self):
        vacancy = Person("v", "Vacature", "vacancy")
        board = Person("b", "Leerlingen", "sounding_board")
        partner = Person("p", "NetHulp", "partner")
        jan = Person("j", "Jan")
        for people, count in (
            ((vacancy,), 0),
            ((vacancy, board), 0),
            ((vacancy, partner), 1),
            ((board, jan, vacancy, partner), 2),
        ):
            row, layout = self._layout(*people)
            self.assertEqual(layout.people_on(row), count)
            doers = 0 if layout.last_doer is None else layout.last_doer + 1
            self.assertEqual(max(doers - layout.first_person, 0), count)

    def test_doers_stand_first(self):
        vacancy, jan = Person("v", "Vacature", "vacancy"), Person("j", "Jan")
        _row, layout = self._layout(vacancy, jan)
        self.assertEqual([c.person for c in layout.columns], [jan, vacancy])
