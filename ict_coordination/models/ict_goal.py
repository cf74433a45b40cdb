from odoo import api, fields, models
from odoo.exceptions import ValidationError

FOLLOW_UP = "ict_coordination.mail_activity_type_goal"
OPEN_STATES = ("open", "busy")


class IctGoal(models.Model):
    """A shared goal, or a bottleneck with the plan to get it out of the way.

    Goals of a group are read in all its schools. Its owner has an activity on the date
    until it is reached or dropped.
    """

    _name = "ict.goal"
    _description = "ICT goal or bottleneck"
    _inherit = ["ict.closed.thread", "ict.school.mixin"]
    _order = "deadline, id"
    _check_company_auto = True
    _mail_post_access = "read"

    name = fields.Char("What", required=True)
    company_id = fields.Many2one(
        "res.company",
        "School or group",
        required=True,
        index=True,
        ondelete="cascade",
        default=lambda self: self.env.company,
        help="What a group wants, all its schools read.",
    )
    kind = fields.Selection(
        [("goal", "Shared goal"), ("bottleneck", "Bottleneck")],
        required=True,
        default="goal",
    )
    state = fields.Selection(
        [
            ("open", "To start"),
            ("busy", "Busy with it"),
            ("done", "Reached"),
            ("dropped", "Dropped"),
        ],
        required=True,
        default="open",
        tracking=True,
        group_expand=True,
        index=True,
    )
    plan = fields.Html("Plan of approach")
    result = fields.Text(help="What came of it.")
    owner_id = fields.Many2one(
        "res.users",
        required=True,
        default=lambda self: self.env.user,
        domain="[('share', '=', False)]",
        ondelete="restrict",
        tracking=True,
        help="Sees to it, and gets an activity for the date.",
    )
    deadline = fields.Date("By", required=True, tracking=True)
    cluster_id = fields.Many2one("ict.cluster", ondelete="set null", check_company=True)
    task_id = fields.Many2one(
        "ict.task", "About the task", ondelete="set null", check_company=True
    )
    meeting_id = fields.Many2one(
        "ict.meeting", "Decided in", ondelete="set null", check_company=True
    )
    is_late = fields.Boolean("Late", compute="_compute_is_late")

    @api.depends("deadline", "state")
    def _compute_is_late(self):
        today = fields.Date.context_today(self)
        for goal in self:
            goal.is_late = bool(
                goal.state in OPEN_STATES and goal.deadline and goal.deadline < today
            )

    @api.constrains("owner_id", "company_id")
    def _check_owner(self):
        """Who owns it must be able to read it. Your own access the rules check."""
        for goal in self.filtered(lambda one: one.owner_id != self.env.user):
            if not goal._ict_readable_by(goal.owner_id):
                raise ValidationError(
                    self.env._(
                        "%(user)s cannot read the goals of %(school)s. Choose somebody "
                        "who looks after this school.",
                        user=goal.owner_id.name,
                        school=goal.company_id.name,
                    )
                )

    # --- create, write ---

    @api.model_create_multi
    def create(self, vals_list):
        goals = super().create(vals_list)
        goals._follow_up()
        return goals

    def write(self, vals):
        result = super().write(vals)
        if {"state", "owner_id", "deadline"} & vals.keys():
            self._follow_up()
        return result

    def _follow_up(self):
        """Keep one activity for the owner, on the date, as long as the goal is open."""
        for goal in self:
            activities = goal.activity_search([FOLLOW_UP])
            if goal.state == "done":
                goal.activity_feedback([FOLLOW_UP])
            elif goal.state == "dropped":
                goal.activity_unlink([FOLLOW_UP])
            elif activities:
                activities.filtered(
                    lambda one, goal=goal: one.date_deadline != goal.deadline
                ).write({"date_deadline": goal.deadline})
                activities.filtered(
                    lambda one, goal=goal: one.user_id != goal.owner_id
                ).write({"user_id": goal.owner_id.id})
            else:
                goal.activity_schedule(
                    FOLLOW_UP,
                    date_deadline=goal.deadline,
                    user_id=goal.owner_id.id,
                )

    # --- actions ---

    def action_start(self):
        self.write({"state": "busy"})

    def action_reached(self):
        self.write({"state": "done"})

    def action_drop(self):
        self.write({"state": "dropped"})

    def action_reopen(self):
        self.write({"state": "open"})
