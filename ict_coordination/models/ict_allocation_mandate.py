from dataclasses import replace

from odoo import api, models

from ..workbook.snapshot import DEFAULT_MANDATES
from .ict_allocation import MANDATES


class IctAllocation(models.Model):
    """Who gets a task starts with the mandates that were agreed for its cluster.

    Only where nobody said otherwise: mandates that somebody chose stay as they are.
    One query for each call, however many people get a task.
    """

    _inherit = "ict.allocation"

    @api.model
    def _with_mandates(self, vals_list):
        """Return the values of new allocations, with the mandates that were agreed."""
        silent = [
            vals
            for vals in vals_list
            if vals.get("line_id")
            and vals.get("member_id")
            and not any(name in vals for name in MANDATES)
        ]
        if not silent:
            return vals_list
        # Whoever comes here may put people on these lines: that was checked before.
        lines = self.env["ict.overview.line"].sudo()
        lines = lines.browse({vals["line_id"] for vals in silent})
        agreed = self.env["ict.mandate"]._of_tasks(
            lines.company_id.sudo(False), {vals["member_id"] for vals in silent}
        )
        if not agreed:
            return vals_list
        places = {line.id: (line.company_id.id, line.cluster_id.id) for line in lines}
        for vals in silent:
            school, cluster = places[vals["line_id"]]
            names = agreed.get((school, vals["member_id"], cluster))
            if names:
                vals |= {name: name in names for name in MANDATES}
        return vals_list

    def _bulk_insert(self, overview, entries):
        """What the grid and the import leave as it is at first was chosen by nobody."""
        agreed = self.env["ict.mandate"]._of_tasks(
            overview.company_id, {member for _line, member in entries}
        )
        if agreed:
            school = overview.company_id.id
            lines = self.env["ict.overview.line"].browse({line for line, _m in entries})
            clusters = {line.id: line.cluster_id.id for line in lines}
            entries = {
                (line, member): _with(
                    entry, agreed.get((school, member, clusters[line]))
                )
                for (line, member), entry in entries.items()
            }
        return super()._bulk_insert(overview, entries)

    @api.onchange("member_id")
    def _onchange_member_id_mandates(self):
        """A form shows the mandates that the new person starts with."""
        member, line = self.member_id._origin, self.line_id._origin
        if self._origin or not member or not line:
            return
        agreed = self.env["ict.mandate"]._of_tasks(line.company_id, member.ids)
        names = agreed.get((line.company_id.id, member.id, line.cluster_id.id))
        if names:
            for name in MANDATES:
                self[name] = name in names


def _with(entry, names):
    """Return ``entry`` with these mandates, unless somebody chose others."""
    if not names or entry.mandates not in (None, DEFAULT_MANDATES):
        return entry
    return replace(entry, mandates=names)
