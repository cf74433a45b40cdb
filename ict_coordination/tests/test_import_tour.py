"""In a real browser: workbooks are dropped, solved and imported, and again."""

import base64

from odoo.tests import HttpCase, tagged

from .common import IctCase
from .import_samples import workbook

FILES = {
    "current.xlsx": workbook(
        {
            "technical_01": ["Jan Peeters 2-3u"],
            "technical_02": ["Klaas Vermeulen 1,5u", "Jan Peeters 1u"],
        }
    ),
    "target.xlsx": workbook({"technical_01": ["Jan Peeters 3u"]}, kind="target"),
}


@tagged("post_install", "-at_install")
class TestImportTour(HttpCase, IctCase):
    browser_size = "1366x768"

    def test_import_tour(self):
        # The tour takes its files from here, as if from a folder.
        self.env["ir.attachment"].create(
            [
                {
                    "name": name,
                    "type": "binary",
                    "url": f"/ict_import_tour/{name}",
                    "datas": base64.b64encode(content),
                    "public": True,
                }
                for name, content in FILES.items()
            ]
        )
        self.env.flush_all()
        user = self.users["coordinator"]
        cids = "-".join(map(str, user.company_ids.ids))
        self.start_tour(
            "/odoo/ict-imports",
            "ict_coordinator_imports_workbooks",
            login=user.login,
            cookies={"cids": cids},
        )
        self.env.invalidate_all()
        imports = self.env["ict.import"].search([], order="id")
        self.assertEqual(
            imports.mapped("name"), ["current.xlsx", "target.xlsx", "current.xlsx"]
        )
        self.assertEqual(set(imports.mapped("state")), {"done"})
        overviews = self.env["ict.overview"].search([("company_id", "=", self.own.id)])
        self.assertEqual(
            sorted(
                (one.overview_id.kind, one.member_id.name, one.hours, one.certainty)
                for one in overviews.line_ids.allocation_ids
            ),
            [
                ("current", "Jan Peeters", 1.0, "exact"),
                ("current", "Jan Peeters", 2.5, "assumed"),
                ("current", "Tess Leraar", 1.5, "exact"),
                ("target", "Jan Peeters", 3.0, "exact"),
            ],
        )
