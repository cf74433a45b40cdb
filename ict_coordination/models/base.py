from odoo import models

#: what holds no people: its lists leave no trace
_NO_PEOPLE = {
    "ict.cluster",
    "ict.competency",
    "ict.export.log",
    "ict.funding",
    "ict.settings",
    "ict.task",
    "ict.team",
}


class Base(models.AbstractModel):
    """Odoo's own export of a list: noted for what holds names or hours."""

    _inherit = "base"

    def export_data(self, fields_to_export):
        result = super().export_data(fields_to_export)
        if self._name.startswith("ict.") and self._name not in _NO_PEOPLE:
            model = self.env["ir.model"].sudo()._get(self._name)
            self.env["ict.export.log"]._note("list", model.name, self)
        return result
