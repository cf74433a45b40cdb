from odoo import models


class IctClosedThread(models.AbstractModel):
    """Messages and activities on what not every internal user may read.

    Odoo lets everybody follow what they got an activity on, and mails followers what
    is written there whatever the rules say. Here only readers follow, and an activity
    moves only to what its owner may read (``mail.activity``).
    """

    _name = "ict.closed.thread"
    _description = "Messages that only readers follow"
    _inherit = ["mail.thread", "mail.activity.mixin"]

    _ict_closed = True

    def _ict_readable_by(self, user):
        """Return which of these records ``user`` may read, all its companies ticked."""
        return (
            self.with_user(user)
            .with_context(allowed_company_ids=user.sudo().company_ids.ids)
            ._filtered_access("read")
        )

    def _message_subscribe(self, partner_ids=None, subtype_ids=None, customer_ids=None):
        """Leave out users who may not read the record."""
        partners = set(partner_ids or ())
        users = (
            self.env["res.users"]
            .sudo()
            .with_context(active_test=False)
            .search([("partner_id", "in", list(partners))])
        )
        readers = {user: self._ict_readable_by(user) for user in users}
        # records of one school have the same readers: few groups, one call each
        by_followers = self.grouped(
            lambda record: frozenset(partners - set(users.partner_id.ids)).union(
                user.partner_id.id for user in users if record in readers[user]
            )
        )
        for followers, records in by_followers.items():
            if followers:
                super(IctClosedThread, records)._message_subscribe(
                    list(followers), subtype_ids, customer_ids=customer_ids
                )
        return True
