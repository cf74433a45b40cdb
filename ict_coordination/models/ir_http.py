from odoo import models
from odoo.http import request


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    def session_info(self):
        info = super().session_info()
        self._tick_ict_schools()
        return info

    def _tick_ict_schools(self):
        """Tick the schools in which the user has an ICT role, at the first visit.

        The web client starts with the default company alone: a group manager would
        see an empty group. Whoever has ticked companies before keeps that choice.
        """
        user = self.env.user
        allowed = user.sudo().company_ids
        ticked = {
            int(text)
            for text in request.cookies.get("cids", "").split("-")
            if text.isdigit()
        }
        if ticked and ticked <= set(allowed.ids):
            return
        schools = user._ict_role_schools() & allowed
        if len(schools | user.company_id) > 1:
            ids = [user.company_id.id, *(schools - user.company_id).ids]
            request.future_response.set_cookie("cids", "-".join(map(str, ids)))
