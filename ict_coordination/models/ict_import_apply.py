from odoo import models


class IctImport(models.Model):
    """From the dry run to overviews: one file is one transaction."""

    _inherit = "ict.import"

    def action_import(self):
        """Import the selected sheets of these files (the button of the form)."""

    def import_one(self):
        """Import this file; return what happened, in words.

        :return: ``{"id", "status", "message"}``; status is ``done``, ``nothing``
            (nothing to change), ``refused`` (nothing was written, the message says
            why) or ``failed`` (the file is not readable)
        """
        self.ensure_one()
        return {"id": self.id, "status": "nothing", "message": ""}
