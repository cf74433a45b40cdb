from odoo import SUPERUSER_ID, models
from odoo.tools import config, email_normalize, formataddr

LOCAL = "localhost"


class IctAgreement(models.Model):
    """One mail for each person, with the own tasks and nobody else's.

    The mail is no message on a record: nobody finds it in a chatter. It belongs to the
    system and not to who asked, who need not read what somebody does in other schools.
    """

    _inherit = "ict.agreement"

    def _send_summaries(self, asker):
        """Queue one mail for each person of these agreements, and have it sent."""
        if not self or not self._sends_mail():
            return
        asker = asker.sudo()
        self._fetch_people()
        by_person = self.sudo().grouped(lambda one: one._person_key())
        mails = []
        for agreements in by_person.values():
            address = agreements._address()
            if not address:
                continue
            lang = agreements._lang()
            own = agreements.with_context(lang=lang)
            name = own[:1].person_name
            mails.append(
                {
                    "subject": own.env._("Do you agree with your ICT tasks?"),
                    "body_html": own.env["ir.qweb"]._render(
                        "ict_coordination.ict_agreement_mail",
                        {
                            "name": name,
                            "asker": asker.name if asker.id != SUPERUSER_ID else "",
                            "agreements": own,
                            "can_answer": any(one.has_login for one in own),
                            "link": f"{own[:1].get_base_url()}/odoo/ict-to-agree",
                        },
                    ),
                    "email_to": formataddr((name, address)),
                    "email_from": asker.email_formatted
                    or asker.company_id.email_formatted,
                    "auto_delete": True,
                    "message_type": "email_outgoing",
                }
            )
        if mails:
            self.env(user=SUPERUSER_ID, context={})["mail.mail"].create(mails)
            self.env.ref("mail.ir_cron_mail_scheduler_action").sudo()._trigger()

    def _sends_mail(self):
        """Whether there is a server for outgoing mail at all: a try-out has none."""
        if not self.env.registry.ready:
            return False  # demo data and upgrades send nothing
        return config.get("smtp_server", LOCAL) != LOCAL or bool(
            self.env["ir.mail_server"].sudo().search_count([], limit=1)
        )

    def _fetch_people(self):
        """Read everybody's address and language at once: each is looked at alone."""
        agreements = self.sudo()
        agreements.user_id.mapped("email")
        agreements.employee_id.mapped("work_email")
        agreements.member_id.partner_id.mapped("email")

    def _person_key(self):
        """Return what is the same for one human: several memberships get one mail."""
        user = self.user_id
        if user:
            return "user", user.id
        if self.employee_id:
            return "employee", self.employee_id.id
        if self.member_id.partner_id:
            return "partner", self.member_id.partner_id.id
        return "member", self.member_id.id

    def _address(self):
        """Return the mail address of this person, or an empty text."""
        first = self[:1].sudo()
        user = first.user_id.filtered("active")
        return (
            email_normalize(user.email)
            or email_normalize(first.employee_id.work_email)
            or email_normalize(first.member_id.partner_id.email)
            or ""
        )

    def _lang(self):
        first = self[:1].sudo()
        return (
            first.user_id.lang
            or first.member_id.partner_id.lang
            or first.company_id.partner_id.lang
            or self.env.lang
        )

    def _asked_notification(self):
        """Say who was asked, who got no mail and who has to be talked to."""
        self._fetch_people()
        people = self.grouped(lambda one: one._person_key()).values()
        if not people:
            return self._notification(
                self.env._("Everybody was asked already."), "info"
            )
        parts = [self.env._("People asked: %s.", len(people))]
        if not self._sends_mail():
            parts.append(
                self.env._("No mail was sent: there is no server for outgoing mail.")
            )
        else:
            silent = [one[:1].person_name for one in people if not one._address()]
            if silent:
                parts.append(self.env._("Without mail: %s.", ", ".join(sorted(silent))))
        no_login = self.filtered(lambda one: not one.has_login)
        parts += no_login._words_of_no_login()
        return self._notification(
            " ".join(parts), "warning" if parts[1:] else "success"
        )
