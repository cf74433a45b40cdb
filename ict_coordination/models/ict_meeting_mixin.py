from odoo import fields, models

MEETING_KINDS = [
    ("visit", "School visit"),
    ("consultation", "Consultation"),
    ("training", "Training of the team"),
]
TIME_ZONE = "Europe/Brussels"


class IctMeetingMixin(models.AbstractModel):
    """What a meeting and the rhythm that it follows say in the same words.

    A rhythm hands these values to the meetings that are planned from it; each has its
    own table of participants.
    """

    _name = "ict.meeting.mixin"
    _description = "Visit, consultation or training of a school"
    _inherit = ["ict.closed.thread", "ict.school.mixin"]
    _check_company_auto = True
    # Who may read it may discuss it and plan what follows: HR too.
    _mail_post_access = "read"

    company_id = fields.Many2one(
        "res.company",
        "School or group",
        required=True,
        index=True,
        ondelete="cascade",
        default=lambda self: self.env.company,
    )
    kind = fields.Selection(MEETING_KINDS, required=True)
    team_id = fields.Many2one("ict.team", "ICT team", ondelete="restrict")
    duration = fields.Float(default=1.0, help="How long it takes, in hours.")
    location = fields.Char("Place")
    user_id = fields.Many2one(
        "res.users",
        "Organised by",
        required=True,
        default=lambda self: self.env.user,
        domain="[('share', '=', False)]",
        ondelete="restrict",
    )
    member_ids = fields.Many2many(
        "ict.team.member", string="Participants", check_company=True
    )

    def _shared_values(self):
        """Return what a rhythm and its meetings have in common, as values to write."""
        self.ensure_one()
        return {
            name: self._fields[name].convert_to_write(self[name], self)
            for name in (
                *("company_id", "kind", "team_id", "duration", "location"),
                *("user_id", "member_ids"),
            )
        }
