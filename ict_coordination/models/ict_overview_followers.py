from odoo import models


class IctOverview(models.Model):
    """Who follows a sheet gets by mail what is written on it, whatever the rules."""

    _inherit = "ict.overview"

    def _message_subscribe(self, partner_ids=None, subtype_ids=None, customer_ids=None):
        """Leave out users who may not read the sheet: hours of colleagues stand there.

        Odoo lets everybody follow what they got an activity on.
        """
        partners = set(partner_ids or ())
        users = (
            self.env["res.users"]
            .sudo()
            .with_context(active_test=False)
            .search([("partner_id", "in", list(partners))])
        )
        readers = {
            user: self.with_user(user)
            .with_context(allowed_company_ids=user.company_ids.ids)
            ._filtered_access("read")
            for user in users
        }
        # sheets of one school have the same readers: few groups, one call each
        by_followers = self.grouped(
            lambda sheet: frozenset(partners - set(users.partner_id.ids)).union(
                user.partner_id.id for user in users if sheet in readers[user]
            )
        )
        for followers, sheets in by_followers.items():
            if followers:
                super(IctOverview, sheets)._message_subscribe(
                    list(followers), subtype_ids, customer_ids=customer_ids
                )
        return True
