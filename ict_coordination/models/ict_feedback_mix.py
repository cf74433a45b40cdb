import contextlib

from odoo import SUPERUSER_ID, api, models
from odoo.tools import plaintext2html


class IctFeedback(models.Model):
    """How anonymous feedback reaches the coordinators without a trace of when."""

    _inherit = "ict.feedback"

    @contextlib.contextmanager
    def _apart(self):
        """Give this model in a transaction of its own, alone in the table.

        The lock comes before anything is read, so that two who send at once do not
        meet: PostgreSQL would turn one away, and Odoo would log its query.
        """
        with self.env.registry.cursor() as cr:
            cr.execute("LOCK TABLE ict_feedback IN EXCLUSIVE MODE")
            yield api.Environment(cr, SUPERUSER_ID, {})[self._name]

    def _mix(self):
        """Write every row anew in a random order; only within :meth:`_apart`.

        All rows are then of one transaction and stand in no order. Nothing refers to a
        row by a foreign key, so taking it away and putting it back harms nobody.
        """
        self.flush_model()
        self.env.cr.execute(
            """
            WITH taken AS (DELETE FROM ict_feedback RETURNING *)
            INSERT INTO ict_feedback SELECT * FROM taken ORDER BY gen_random_uuid()
            """
        )

    @api.model
    def _cron_mix(self):
        """Wipe the time of the last one that came in, while it waits for the night."""
        with self._apart() as box:
            if box.search_count([("delivered", "=", False)], limit=1):
                box._mix()

    @api.model
    def _cron_deliver(self):
        """Give the coordinators what came in since yesterday, all at once."""
        with self._apart() as box:
            waiting = box.search([("delivered", "=", False)])
            schools = waiting.company_id.ids
            waiting.delivered = True
            if waiting:
                box._mix()
        for school in self.env["res.company"].browse(schools):
            self._notify_coordinators(school)

    # --- messages ---

    def _notify_coordinators(self, school):
        """Tell who answers in ``school`` that there is something new; never what."""
        self._ict_notify(
            self._who_answers(school),
            lambda texts: texts._("New feedback in %s", school.name),
            lambda texts: texts._(
                "Open ICT coordination, Consultation, Feedback box to read and answer "
                "it."
            ),
        )

    @api.model
    def _who_answers(self, school):
        """Return the coordinators and directors of ``school``, or else its managers."""
        users = self.env["res.users"].sudo()
        coordinators = users.search(
            [
                ("ict_school_ids", "in", school.id),
                (
                    "all_group_ids",
                    "in",
                    self.env.ref("ict_coordination.group_ict_coordinator").id,
                ),
            ]
        )
        return coordinators or users.search(
            [
                ("company_ids", "in", school.id),
                (
                    "all_group_ids",
                    "in",
                    self.env.ref("ict_coordination.group_ict_manager").id,
                ),
                ("share", "=", False),
            ]
        )

    def _ict_notify(self, users, subject, body):
        """Send each of ``users`` a message of their own, in their own language.

        :param subject, body: functions of an environment that give plain text
        """
        for user in users.sudo():
            texts = self.with_context(lang=user.lang).env
            self.env["mail.thread"].sudo().message_notify(
                partner_ids=user.partner_id.ids,
                subject=subject(texts),
                body=plaintext2html(body(texts)),
                # By the queue: who sends feedback does not wait for a mail server.
                force_send=False,
            )
