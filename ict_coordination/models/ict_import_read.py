from odoo import api, models


class IctImport(models.Model):
    """The dry run: a file becomes sheets, people, tasks and notes to look at."""

    _inherit = "ict.import"

    @api.model
    def upload_workbook(self, name, data):
        """Read one file and return the id of its import.

        :param str name: file name
        :param str data: the file, base64
        :raise UserError: the user may import nowhere, or ``data`` is no file at all
        """
        book = self.create({"name": name, "file": data})
        book._read()
        return book.id

    def action_read_again(self):
        """Read the file anew; what was chosen for people, tasks and notes stays."""
        for book in self.filtered(lambda book: book.state != "done"):
            book._read()

    def _read(self):
        """Fill this import from its file; an unreadable file sets state ``failed``."""
        self.ensure_one()
