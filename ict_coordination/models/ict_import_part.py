from odoo import api, models
from odoo.exceptions import AccessError

# Carried along by our own writing only: a client cannot send an object.
_OURS = object()
# A school reads its employees through their public profile.
_READ_AS = {"hr.employee": "hr.employee.public"}


class IctImportPart(models.AbstractModel):
    """What an import and its parts share: nobody looks further than the own rights.

    A record that a part points at shows its name to everybody who may read the part.
    So whoever makes the link must be allowed to read that record, and only schools
    into which the user may import can be chosen.

    What was read, and what became of it, is a report: people write the fields in
    ``_chosen_fields`` only, our own code (``_ours()``) the others.
    """

    _name = "ict.import.part"
    _description = "Part of an imported workbook"
    _chosen_fields = frozenset()
    _goes_alone = False  # whether people may delete it by itself

    @api.model_create_multi
    def create(self, vals_list):
        self._check_chosen(vals_list)
        self._check_may_link(vals_list)
        return super().create(vals_list)

    def write(self, vals):
        self._check_chosen([vals])
        self._check_may_link([vals])
        result = super().write(vals)
        if {"import_id", "company_id", "sheet_id"} & vals.keys():
            # Odoo checks the rules before: nothing moves to somebody else's school.
            self.check_access("write")
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_part(self):
        if not (self._goes_alone or self.env.su or self._is_ours()):
            raise AccessError(
                self.env._(
                    "A part of an imported workbook goes with the workbook only."
                )
            )

    def _ours(self):
        """Return these records for our own writing, with the rights of the user."""
        return self.with_context(ict_import_ours=_OURS)

    def _is_ours(self):
        return self.env.context.get("ict_import_ours") is _OURS

    @api.model
    def _check_chosen(self, vals_list):
        """Raise AccessError when a user writes what only an import writes."""
        if self.env.su or self._is_ours():
            return
        names = set().union(*vals_list) - self._chosen_fields
        if names:
            raise AccessError(
                self.env._(
                    "What was read from a workbook cannot be changed: %s.",
                    ", ".join(sorted(names)),
                )
            )

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
