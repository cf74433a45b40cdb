from odoo import api, models
from odoo.exceptions import ValidationError

from .hours_range import check_hours


class IctAllocation(models.Model):
    """What happens when people come on a task, change there, or leave it.

    The sheet must be open to the user; values that follow from others are filled in.
    Afterwards an approved sheet notes the correction, and open grids hear of it.
    """

    _inherit = "ict.allocation"

    @api.model_create_multi
    def create(self, vals_list):
        lines = self.env["ict.overview.line"].browse(
            [vals["line_id"] for vals in vals_list if vals.get("line_id")]
        )
        lines.overview_id._check_editable()
        vals_list = [self._complete_vals(vals) for vals in vals_list]
        vals_list = self._with_mandates(vals_list)
        self._check_not_twice(vals_list)
        allocations = super().create(vals_list)
        allocations._log_on_active(
            lambda allocation: self.env._("New: %s", allocation.display_name)
        )
        allocations._tell_grid()
        return allocations

    def write(self, vals):
        self.check_access("write")
        self.overview_id._check_editable()
        vals = self._complete_vals(vals)
        before = {allocation: allocation.display_name for allocation in self}
        if "line_id" in vals:
            self._tell_grid()  # of the line that they leave
        result = super().write(vals)
        if "line_id" in vals:
            # Odoo checks the rules before: nothing moves to somebody else's school,
            # nor into a sheet that is closed.
            self.check_access("write")
            self.overview_id._check_editable()
        self._log_on_active(
            lambda allocation: self.env._(
                "%(before)s → %(after)s",
                before=before[allocation],
                after=allocation.display_name,
            )
        )
        self._tell_grid()
        return result

    def unlink(self):
        self.check_access("unlink")
        self.overview_id._check_editable()
        self._log_on_active(
            lambda allocation: self.env._("Removed: %s", allocation.display_name)
        )
        self._tell_grid()
        return super().unlink()

    # --- before ---

    @api.model
    def _complete_vals(self, vals):
        """Fill in what follows from other values.

        The personnel file knows the employee, not the member; unknown hours have no
        number.
        """
        vals = dict(vals)
        employee_id = vals.pop("employee_id", None)
        if employee_id and not vals.get("member_id") and vals.get("line_id"):
            line = self.env["ict.overview.line"].browse(vals["line_id"])
            vals["member_id"] = (
                self.env["ict.team.member"]
                ._for_employee(
                    self.env["hr.employee"].browse(employee_id), line.company_id
                )
                .id
            )
        if vals.get("certainty") == "unknown":
            vals["hours"] = 0
        check_hours(self.env, vals.get("hours"))
        return vals

    @api.model
    def _check_not_twice(self, vals_list):
        """Say it in words before the unique index does."""
        pairs = [(vals.get("line_id"), vals.get("member_id")) for vals in vals_list]
        taken = {
            (allocation.line_id.id, allocation.member_id.id)
            for allocation in self.sudo().search_fetch(
                [
                    ("line_id", "in", [line for line, _member in pairs]),
                    ("member_id", "in", [member for _line, member in pairs]),
                ],
                ["line_id", "member_id"],
            )
        }
        for line_id, member_id in pairs:
            if (line_id, member_id) in taken and line_id and member_id:
                raise ValidationError(
                    self.env._(
                        "%(name)s is on “%(task)s” already. Change the hours there.",
                        name=self.env["ict.team.member"].browse(member_id).name,
                        task=self.env["ict.overview.line"].browse(line_id).task_id.name,
                    )
                )
            taken.add((line_id, member_id))

    # --- after ---

    def _tell_grid(self):
        for overview, allocations in self.grouped("overview_id").items():
            overview._grid_changed(allocations.line_id.ids)

    def _log_on_active(self, describe):
        """Note on approved sheets what was corrected afterwards."""
        active = self.filtered(lambda a: a.state == "active")
        for overview, allocations in active.grouped("overview_id").items():
            overview._log_corrections(
                [
                    (allocation.task_id.name, describe(allocation))
                    for allocation in allocations
                ]
            )
