from odoo import api, fields, models
from odoo.exceptions import AccessError

from .ict_overview import KINDS

AGREE = "ict_coordination.mail_activity_type_agree"
OBJECTION = "ict_coordination.mail_activity_type_objection"
STATES = [
    ("waiting", "Waits for an answer"),
    ("agreed", "Agreed"),
    ("objected", "Not agreed"),
    ("withdrawn", "Withdrawn"),
]


class IctAgreement(models.Model):
    """What one person was asked to agree with on one sheet, and what was answered.

    It holds the tasks of this person in one school, so whoever reads that school may
    read it. Nobody writes it by hand: asking and answering are checked methods.
    """

    _name = "ict.agreement"
    _description = "ICT agreement"
    _inherit = ["ict.closed.thread"]
    _order = "asked_on desc, id desc"
    _rec_names_search = ["person_name"]
    _mail_post_access = "read"

    person_name = fields.Char("Person", readonly=True)
    member_id = fields.Many2one("ict.team.member", index=True, ondelete="set null")
    employee_id = fields.Many2one(
        "hr.employee", index="btree_not_null", ondelete="set null"
    )
    user_id = fields.Many2one(
        related="employee_id.user_id",
        string="Login",
        store=True,
        index="btree_not_null",
    )
    has_login = fields.Boolean(
        compute="_compute_has_login",
        search="_search_has_login",
        help="Who has no login cannot answer here: talk to them and register it.",
    )
    is_mine = fields.Boolean(compute="_compute_is_mine")
    can_register = fields.Boolean(compute="_compute_is_mine")
    overview_id = fields.Many2one(
        "ict.overview", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        "res.company", "School", required=True, index=True, ondelete="restrict"
    )
    school_year = fields.Char(readonly=True)
    kind = fields.Selection(KINDS, readonly=True)
    state = fields.Selection(
        STATES, compute="_compute_state", store=True, readonly=True, index=True
    )
    asked_on = fields.Datetime(readonly=True)
    asked_by_id = fields.Many2one("res.users", "Asked by", ondelete="set null")
    answered_on = fields.Datetime(readonly=True)
    answered_by_id = fields.Many2one("res.users", "Answered by", ondelete="set null")
    line_ids = fields.One2many("ict.agreement.line", "agreement_id", "Tasks asked")
    task_count = fields.Integer("Tasks", compute="_compute_task_count")
    has_changes = fields.Boolean(compute="_compute_task_count")
    has_notes = fields.Boolean(compute="_compute_task_count")

    # --- computes ---

    @api.depends("line_ids.answer")
    def _compute_state(self):
        for agreement in self:
            answers = set(agreement.line_ids.mapped("answer"))
            agreement.state = (
                ("waiting" in answers and "waiting")
                or ({"too_much", "different"} & answers and "objected")
                or ("agreed" in answers and "agreed")
                or "withdrawn"
            )

    @api.depends("line_ids.change", "line_ids.note")
    def _compute_task_count(self):
        """Count the tasks; say which columns would be empty."""
        for agreement in self:
            lines = agreement.line_ids
            agreement.task_count = len(lines)
            agreement.has_changes = set(lines.mapped("change")) - {"new"}
            agreement.has_notes = any(lines.mapped("note"))

    @api.depends("user_id.active")
    def _compute_has_login(self):
        for agreement in self:
            agreement.has_login = agreement.sudo().user_id.active

    def _search_has_login(self, operator, value):
        if operator != "in":
            return NotImplemented
        users = self.env["res.users"].sudo()._search([("active", "=", True)])
        wanted = "in" if True in value else "not in"
        if len(set(value)) > 1:
            return [(1, "=", 1)]
        if wanted == "in":
            return [("user_id", "in", users)]
        return ["|", ("user_id", "=", False), ("user_id", "not in", users)]

    @api.depends("user_id", "state", "company_id")
    @api.depends_context("uid")
    def _compute_is_mine(self):
        schools = self.env.user._ict_role_schools()
        for agreement in self:
            waits = agreement.state == "waiting"
            user = agreement.sudo().user_id
            agreement.is_mine = waits and user == self.env.user
            agreement.can_register = (
                waits and not user.active and agreement.company_id in schools
            )

    @api.depends("person_name", "company_id.name", "school_year")
    def _compute_display_name(self):
        for agreement in self:
            agreement.display_name = (
                f"{agreement.person_name or ''} – "
                f"{agreement.sudo().company_id.name or ''} "
                f"({agreement.school_year or ''})"
            )

    def message_subscribe(self, partner_ids=None, subtype_ids=None):
        """Who is asked gets an activity, and no mail for every message.

        Odoo calls this for each person who gets one: it ends before the first query.
        """
        if self.env.context.get("ict_agreement_asking"):
            return True
        return super().message_subscribe(partner_ids, subtype_ids)

    # --- activities ---

    def _schedule_answer(self, deadline=None):
        """Give who can answer the activity to do so; return those activities."""
        agreements = self.sudo().filtered(lambda one: one.has_login)
        kind = self.env.ref(AGREE)
        today = fields.Date.context_today(self)
        names = {
            lang: kind.with_context(lang=lang or self.env.lang).name
            for lang in set(agreements.user_id.mapped("lang"))
        }
        return (
            self.env["mail.activity"]
            .sudo()
            .with_context(mail_activity_quick_update=True, ict_agreement_asking=True)
            .create(
                [
                    {
                        "res_model_id": self.env["ir.model"]._get_id(self._name),
                        "res_id": agreement.id,
                        "activity_type_id": kind.id,
                        "user_id": agreement.user_id.id,
                        "summary": names[agreement.user_id.lang],
                        "date_deadline": deadline
                        or fields.Date.add(today, days=kind.delay_count),
                    }
                    for agreement in agreements
                ]
            )
        )

    def _end_activities(self, *kinds):
        """Take the activities away of what nobody has to answer any more."""
        if self:
            self.sudo().activity_unlink(list(kinds), only_automated=False)

    # --- actions of the coordinator ---

    def _check_role(self):
        """Raise AccessError unless the user has a role in the schools of these."""
        self.check_access("read")
        if self.env.su or not self.company_id - self.env.user._ict_role_schools():
            return
        raise AccessError(
            self.env._("Only a coordinator or the director of this school can do this.")
        )

    def action_remind(self):
        """Remind who has not answered, by an activity; say who must be talked to."""
        self._check_role()
        waiting = self.sudo().filtered(lambda one: one.state == "waiting")
        today = fields.Date.context_today(self)
        kind = self.env.ref(AGREE)
        open_ones = waiting.activity_ids.filtered(
            lambda one: one.activity_type_id == kind
        )
        open_ones.filtered(lambda one: one.date_deadline > today).with_context(
            mail_activity_quick_update=True
        ).write({"date_deadline": today})
        done = set(open_ones.mapped("res_id"))
        waiting.filtered(lambda one: one.id not in done)._schedule_answer(today)
        reached = waiting.filtered("has_login")
        parts = [self.env._("People reminded: %s.", len(reached))]
        parts += (waiting - reached)._words_of_no_login()
        return self._notification(" ".join(parts), "info")

    def _words_of_no_login(self):
        """Return a list of at most one sentence about who cannot answer here."""
        names = sorted({name for name in self.mapped("person_name") if name})
        if not names:
            return []
        return [
            self.env._(
                "Without login: %s. Talk to them and register what they answer.",
                ", ".join(names),
            )
        ]

    @api.model
    def _notification(self, message, kind="success"):
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": kind,
                "message": message,
                "sticky": kind == "warning",
                "next": {"type": "ir.actions.act_window_close"},
            },
        }

    @api.model
    def _cron_ask(self):
        """Every night: ask what changed on sheets that were asked before."""
        overviews = self.env["ict.overview"].search(
            [("state", "=", "active"), ("agreement_asked_on", "!=", False)]
        )
        overviews = overviews.filtered(lambda one: one._asks_by_itself())
        self._withdraw_stale(overviews)
        overviews._to_ask()._ask_to_agree(dropped_of=overviews)
        self._remind_late()

    @api.model
    def _remind_late(self):
        """Ask again who did away with the activity and has not answered."""
        kind = self.env.ref(AGREE)
        late = self.search(
            [
                ("state", "=", "waiting"),
                (
                    "asked_on",
                    "<",
                    fields.Datetime.subtract(
                        fields.Datetime.now(), days=kind.delay_count
                    ),
                ),
                ("activity_ids", "not any", [("activity_type_id", "=", kind.id)]),
            ]
        )
        late._schedule_answer(fields.Date.context_today(self))

    @api.model
    def _withdraw_stale(self, overviews):
        """Withdraw questions about what is not so any more, and of leavers."""
        lines = self.env["ict.agreement.line"].sudo()
        waiting = lines.search(
            [
                ("agreement_id.overview_id", "in", overviews.ids),
                ("answer", "=", "waiting"),
            ]
        )
        waiting.filtered(lambda line: not line._fits())._withdraw()
