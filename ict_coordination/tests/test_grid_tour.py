"""In a real browser: the hours grid is filled by keyboard, pasted into, and read.

``data/spreadsheet_block.tsv`` is what LibreOffice 7.4 makes of a block of an xlsx with
numbers, texts, quotes and a line break in a cell, with a tab between the cells:
``soffice --convert-to "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true"``.
"""

import base64

from odoo.tests import HttpCase, tagged
from odoo.tools import file_open

from .common import IctCase

BLOCK = "ict_coordination/tests/data/spreadsheet_block.tsv"


@tagged("post_install", "-at_install")
class TestGridTour(HttpCase, IctCase):
    browser_size = "1366x768"

    def setUp(self):
        super().setUp()
        self.sheet = self._new_overview(self.own)
        self.lines = self.sheet.line_ids.sorted(
            lambda line: (line.task_sequence, line.id)
        )

    def _tour(self, tour):
        self.env.flush_all()
        user = self.users["coordinator"]
        cids = "-".join(map(str, user.company_ids.ids))
        self.start_tour(
            "/odoo/ict-overviews", tour, login=user.login, cookies={"cids": cids}
        )
        self.env.invalidate_all()

    def _filled(self):
        """Return [(number of the task, first name, hours, certainty, letters)]."""
        mandates = ("decides", "executes", "steers", "contact")
        return [
            (
                number,
                one.member_id.name.split()[0],
                one.hours,
                one.certainty,
                "".join(name[0] for name in mandates if one[name]),
            )
            for number, line in enumerate(self.lines, 1)
            for one in line.allocation_ids.sorted(lambda one: one.member_id.name)
        ]

    def test_ten_tasks_by_keyboard(self):
        self._tour("ict_coordinator_fills_ten_tasks")
        self.assertEqual(
            self._filled(),
            [
                (1, "Jan", 1, "exact", "e"),
                (2, "Jan", 1.5, "exact", "e"),
                (3, "Jan", 0.25, "exact", "e"),
                (4, "Jan", 2, "exact", "e"),
                (4, "Tess", 3, "exact", "e"),
                (5, "Jan", 4, "exact", "e"),
                (5, "Tess", 0, "unknown", "e"),
                (6, "Jan", 0, "unknown", "e"),
                (7, "Jan", 2, "assumed", "e"),
                (8, "Jan", 5, "exact", "dec"),
                (9, "Jan", 8, "exact", "e"),
            ],
        )

    def test_paste_from_a_spreadsheet(self):
        with file_open(BLOCK, "rb") as handle:
            block = handle.read()
        self.env["ir.attachment"].create(
            {
                "name": "block.tsv",
                "type": "binary",
                "url": "/ict_grid_tour/block.tsv",
                "datas": base64.b64encode(block),
                "mimetype": "text/tab-separated-values",
                "public": True,
            }
        )
        self._tour("ict_coordinator_pastes_a_block")
        self.assertEqual(
            self._filled(),
            [
                (1, "Jan", 1.5, "exact", "e"),
                (1, "Tess", 2, "exact", "e"),
                (2, "Jan", 1.5, "exact", "e"),
                (2, "Tess", 0, "unknown", "e"),
                (3, "Jan", 2.5, "assumed", "e"),
                (3, "Tess", 2, "assumed", "e"),
                (4, "Tess", 1, "exact", "e"),
                (5, "Jan", 0.25, "exact", "e"),
                (5, "Tess", 1.5, "exact", "e"),
                (6, "Jan", 0, "unknown", "e"),
                (6, "Tess", 4, "exact", "e"),
            ],
        )
        self.assertEqual(
            self.lines[:6].mapped("note"),
            [
                "gewoon",
                'zegt "ja"',
                "eerste regel\ntweede regel",
                "naam in andermans kolom",
                "kort",
                False,
            ],
        )

    def test_active_is_read_only(self):
        self._allocate(self.lines[0], self.member_own, 1.5)
        self.sheet.state = "active"
        self._tour("ict_coordinator_reads_an_active_sheet")
        self.assertEqual(self._filled(), [(1, "Jan", 1.5, "exact", "e")])
