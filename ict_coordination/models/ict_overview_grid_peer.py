from odoo import api, models


class IctOverview(models.Model):
    """The sheet that the grid compares with: what is beside what should be."""

    _inherit = "ict.overview"

    @api.readonly
    def grid_peer(self):
        """Return lines, cells and people of the sheet to compare with, or ``None``.

        That is the other kind of the same school: see ``_grid_peer``.
        """
        self._grid_check_read()
        peer = self._grid_peer()
        if not peer:
            return None
        return {
            "overview": peer._grid_label(),
            "lines": peer._grid_lines(),
            "cells": peer._grid_cells(),
            "members": peer._grid_members(),
        }

    def _grid_label(self):
        return {
            "id": self.id,
            "name": self.display_name,
            "kind": self.kind,
            "school_year": self.school_year,
        }

    def _grid_peer(self):
        """Return the sheet of the other kind: of this school year, else in force.

        What was archived is only compared with what was archived too.
        """
        others = self.search(
            [
                ("company_id", "=", self.company_id.id),
                ("kind", "!=", self.kind),
                ("id", "!=", self.id),
            ],
            order="school_year desc, id desc",
        )
        same_year = others.filtered(lambda o: o.school_year == self.school_year)
        states = ("active", "draft")
        if self.state == "archived":
            states = ("archived", *states)
        for state in states:
            found = same_year.filtered(lambda o, state=state: o.state == state)
            if found:
                return found[0]
        return others.filtered("in_force")[:1]
