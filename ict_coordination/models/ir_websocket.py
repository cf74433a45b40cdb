import re

from odoo import models

_CHANNEL = "ict.overview_"
_ID_MAX = 2**31 - 1


class IrWebsocket(models.AbstractModel):
    _inherit = "ir.websocket"

    def _build_bus_channel_list(self, channels):
        """Let who may read an overview hear that it changes.

        The client asks for ``ict.overview_<id>``; what it asks wrongly or may not read
        is left out without a word.
        """
        wanted = [
            channel
            for channel in channels
            if isinstance(channel, str) and channel.startswith(_CHANNEL)
        ]
        others = [channel for channel in channels if channel not in wanted]
        return super()._build_bus_channel_list(
            [*others, *self._readable_overviews(wanted)]
        )

    def _readable_overviews(self, channels):
        """Return the overviews of these channels that the user may read."""
        asked = {
            int(match[1])
            for channel in channels
            if (
                match := re.fullmatch(rf"{re.escape(_CHANNEL)}([0-9]{{1,10}})", channel)
            )
        }
        # A websocket has no companies in use: all of the user's count.
        overview = self.env["ict.overview"].with_context(
            allowed_company_ids=self.env.user.company_ids.ids
        )
        if not asked or not overview.has_access("read"):
            return overview
        return overview.search([("id", "in", [one for one in asked if one <= _ID_MAX])])
