from odoo import api, models
from odoo.exceptions import AccessError

# A school reads its employees through their public profile.
_READ_AS = {"hr.employee": "hr.employee.public"}


class IctImportPart(models.AbstractModel):
    """What the parts of an import share: nobody looks further than the own rights.

    A record that a part points at shows its name to everybody who may read the part.
    So whoever makes the link must be allowed to read that record, and only schools
    into which the user may import can be chosen.
    """

    _name = "ict.import.part"
    _description = "Part of an imported workbook"

    @api.model_create_multi
    def create(self, vals_list):
        self._check_may_link(vals_list)
        return super().create(vals_list)

    def write(self, vals):
        self._check_may_link([vals])
        result = super().write(vals)
        if {"import_id", "company_id", "sheet_id"} & vals.keys():
            # Odoo checks the rules before: nothing moves to somebody else's school.
            self.check_access("write")
        return result

    @api.model
    def _check_may_link(self, vals_list):
        """Raise AccessError for a link to what the user may not read or import into."""
        if self.env.su:
            return
        for name, field in self._fields.items():
            if field.type != "many2one" or not field.store or field.related:
                continue
            ids = {vals[name] for vals in vals_list if vals.get(name)}
            if not ids:
                continue
            if field.comodel_name == "res.company":
                self._check_schools(self.env["res.company"].browse(ids))
                continue
            model = _READ_AS.get(field.comodel_name, field.comodel_name)
            self.env[model].browse(ids).check_access("read")

    @api.model
    def _check_schools(self, companies):
        """Raise AccessError unless the user may import into all ``companies``."""
        if companies - self.env["ict.import"]._schools():
            raise AccessError(
                self.env._(
                    "You can import workbooks only into the schools in which you are "
                    "coordinator, director or group manager."
                )
            )
