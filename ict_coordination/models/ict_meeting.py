from datetime import timedelta

import pytz

from odoo import api, fields, models
from odoo.exceptions import UserError

from .ict_meeting_mixin import TIME_ZONE

MEETING_STATES = [("planned", "Planned"), ("done", "Held"), ("cancelled", "Cancelled")]
DECISION = "ict_coordination.mail_activity_type_decision"


class IctMeeting(models.Model):
    """One visit, consultation or training: who, when, what was said and decided.

    The calendar shows the time, the place and who comes to all colleagues; the note,
    the minutes and the decisions stand here, for the readers of the school. Of a
    meeting of the group these are also the participants who look after one of its
    schools.
    """

    _name = "ict.meeting"
    _description = "ICT visit or consultation"
    _inherit = ["ict.meeting.mixin"]
    _order = "start desc, id desc"

    name = fields.Char(
        "Title",
        required=True,
        compute="_compute_name",
        store=True,
        readonly=False,
        precompute=True,
        help="All colleagues can read the title in the calendar: no names of people "
        "in difficulties, no decisions.",
    )
    kind = fields.Selection(default="visit")
    rhythm_id = fields.Many2one(
        "ict.rhythm", index="btree_not_null", ondelete="set null", check_company=True
    )
    state = fields.Selection(
        MEETING_STATES, required=True, default="planned", tracking=True, copy=False
    )
    start = fields.Datetime(
        "When", required=True, tracking=True, default=lambda self: self._default_start()
    )
    date = fields.Date(compute="_compute_date", store=True, index=True)
    member_ids = fields.Many2many(
        relation="ict_meeting_member_rel", column1="meeting_id", column2="member_id"
    )
    note = fields.Text(
        "Short note",
        help="What it was about, in a sentence or two. Not in the calendar.",
    )
    minutes = fields.Html(help="The report. It is not in the calendar.")
    decision_ids = fields.One2many(
        "mail.activity",
        "res_id",
        "Decisions",
        domain=lambda self: [("res_model", "=", self._name)],
        context={"active_test": False},
        readonly=True,
    )
    event_id = fields.Many2one(
        "calendar.event",
        "In the calendar",
        index="btree_not_null",
        ondelete="set null",
        readonly=True,
        copy=False,
    )
    invited_on = fields.Datetime("Invitations sent on", readonly=True, copy=False)
    to_note = fields.Boolean(
        "To note", compute="_compute_to_note", help="It has passed, and has no report."
    )

    # --- computes ---

    @api.model
    def _default_start(self):
        now = fields.Datetime.now().replace(minute=0, second=0)
        return now + timedelta(hours=0 if self._is_quick() else 1)

    @api.model
    def _is_quick(self):
        """Whether something that happened is noted, rather than planned."""
        return self.env.context.get("default_state") == "done"

    @api.depends("kind", "team_id", "company_id")
    def _compute_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for meeting in self:
            words = [kinds.get(meeting.kind), meeting.team_id.name]
            meeting.name = (
                f"{': '.join(filter(None, words))} – {meeting.company_id.name or ''}"
            )

    @api.depends("start", "user_id")
    def _compute_date(self):
        for meeting in self:
            zone = pytz.timezone(meeting.user_id.tz or TIME_ZONE)
            start = meeting.start
            meeting.date = start and pytz.utc.localize(start).astimezone(zone).date()

    @api.depends("state", "date")
    def _compute_to_note(self):
        today = fields.Date.context_today(self)
        for meeting in self:
            meeting.to_note = bool(
                meeting.state == "planned" and meeting.date and meeting.date < today
            )

    @api.onchange("rhythm_id")
    def _onchange_rhythm_id(self):
        if self.rhythm_id:
            # Who organises this one, and where, was chosen on this form.
            self.update(
                {
                    name: self.rhythm_id[name]
                    for name in ("company_id", "kind", "team_id", "member_ids")
                }
            )

    # --- create, write ---

    @api.model_create_multi
    def create(self, vals_list):
        meetings = super().create(vals_list)
        for meeting in meetings.filtered(lambda one: not one.rhythm_id):
            meeting.rhythm_id = meeting._rhythm_of_same()
        meetings.rhythm_id._settle_overdue()
        return meetings

    def write(self, vals):
        result = super().write(vals)
        if {"state", "start", "rhythm_id"} & vals.keys():
            self.rhythm_id._settle_overdue()
        return result

    def _rhythm_of_same(self):
        """Return the rhythm that this meeting belongs to; none, or one of several: no.

        So that a visit which somebody notes on the way counts as the last one.
        """
        self.ensure_one()
        rhythms = self.env["ict.rhythm"].search(
            [("company_id", "=", self.company_id.id), ("kind", "=", self.kind)]
        )
        if self.team_id:
            rhythms = rhythms.filtered(lambda one: one.team_id == self.team_id)
        return rhythms if len(rhythms) == 1 else rhythms.browse()

    # --- actions ---

    def _form_action(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
        }

    def action_done(self):
        self.write({"state": "done"})

    def action_cancel(self):
        self.write({"state": "cancelled"})

    def action_reopen(self):
        self.write({"state": "planned"})

    def action_plan_next(self):
        """Plan the next time of the rhythm."""
        self.ensure_one()
        if not self.rhythm_id:
            raise UserError(self.env._("This meeting belongs to no rhythm."))
        return self.rhythm_id.action_plan_next()

    def action_decide(self):
        """Open Odoo's dialog: what was decided, who does it, by when."""
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Decision"),
            "res_model": "mail.activity.schedule",
            "views": [(False, "form")],
            "target": "new",
            "context": {
                "active_model": self._name,
                "active_id": self[:1].id,
                "active_ids": self.ids,
                "default_activity_type_id": self.env["ir.model.data"]._xmlid_to_res_id(
                    DECISION
                ),
            },
        }
