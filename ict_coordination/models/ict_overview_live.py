from odoo import models

CHANGED = "ict.overview/changed"
_PENDING = "ict_coordination.grid_changed"


class IctOverview(models.Model):
    """Tells whoever has this sheet open that something in it changed.

    A message names records by id and holds nothing else: what changed, everybody reads
    with the own rights. See :class:`~.ir_websocket.IrWebsocket` for who may listen.
    """

    _name = "ict.overview"
    _inherit = ["ict.overview", "bus.listener.mixin"]

    def write(self, vals):
        result = super().write(vals)
        if {"state", "school_year"} & vals.keys():
            self._grid_changed()
        return result

    def unlink(self):
        self._grid_changed()
        return super().unlink()

    def _grid_changed(self, line_ids=None):
        """Send one message for each of these sheets when the transaction is saved.

        However often this is called: the lines of all calls go into one message.

        The message is ``{"id": ..., "lines": [ids] | False, "origin": str | False}``.
        ``lines`` False: anything may have changed; empty: the people only. ``origin``
        is what the writer named itself in the context (``ict_grid_origin``), so that it
        knows its own message; False as soon as somebody else wrote along.

        :param line_ids: lines that changed; None for all
        """
        if not self:
            return
        precommit = self.env.cr.precommit
        pending = precommit.data.get(_PENDING)
        if pending is None:
            pending = precommit.data[_PENDING] = {}
            precommit.add(self.browse()._send_grid_changes)
        origin = self.env.context.get("ict_grid_origin") or False
        for overview_id in self.ids:
            lines, origins = pending.setdefault(overview_id, ([], set()))
            lines.append(None if line_ids is None else set(line_ids))
            origins.add(origin)

    def _send_grid_changes(self):
        """Send what ``_grid_changed`` collected; runs just before the commit."""
        for overview_id, (lines, origins) in self.env.cr.precommit.data.pop(
            _PENDING, {}
        ).items():
            every_line = None in lines
            self.browse(overview_id)._bus_send(
                CHANGED,
                {
                    "id": overview_id,
                    "lines": not every_line and sorted(set().union(*lines)),
                    "origin": origins.pop() if len(origins) == 1 else False,
                },
            )
