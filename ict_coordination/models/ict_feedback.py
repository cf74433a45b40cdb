from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

KINDS = [("idea", "Idea"), ("problem", "Problem"), ("question", "Question")]
STATES = [
    ("new", "New"),
    ("busy", "Taken up"),
    ("answered", "Answered"),
    ("closed", "Closed"),
]

#: characters; longer is refused, on the screen and here
LONGEST_TEXT = 2000
LONGEST_ANSWER = 4000

#: what those who answer may change; who wrote what stays as it is
_CHANGEABLE = {"state", "task_id", "line_id", "answer", "public", "public_text"}


class IctFeedback(models.Model):
    """An idea, a problem or a question about ICT, with the name of its writer or none.

    What an anonymous row does not hold: who wrote it, and when. Odoo keeps no
    ``create_uid`` and no ``create_date`` here, only the Monday of its week. The number
    is random, not the next one of a sequence. There is no chatter, follower, activity,
    attachment or message about it, and no dialog that would keep the text beside the
    name of a user. It is written in a transaction of its own, with nothing else in it;
    and each time the whole table is written anew in a random order, so that no row has
    a transaction number (``xmin``) or place (``ctid``) of its own. See
    ``ict_feedback_mix.py``.

    Nobody sees it before the next morning, when all of a day are delivered together.

    What is **not** protected, and the form says so: the words themselves, the school,
    the task and the week; in a small school these may be enough. Until the table is
    next written anew (ten minutes) somebody who reads the database itself can see when
    the last text came in. The log of the web server knows which device visited the page
    at which moment, as with every page. And whoever reads the disk, the write-ahead
    log, the backups or the traffic of PostgreSQL, or changes this program, is not
    stopped by any of this.
    """

    _name = "ict.feedback"
    _description = "Feedback about ICT"
    _order = "date desc, id"
    _log_access = False
    _check_company_auto = True

    kind = fields.Selection(KINDS, required=True, readonly=True)
    text = fields.Text(required=True, readonly=True)
    state = fields.Selection(
        STATES, required=True, default="new", group_expand=True, index=True
    )
    company_id = fields.Many2one(
        "res.company",
        "School",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    task_id = fields.Many2one(
        "ict.task", "About the task", ondelete="set null", check_company=True
    )
    line_id = fields.Many2one(
        "ict.overview.line",
        "Need",
        ondelete="set null",
        check_company=True,
        help="The task on the school's overview that this is about: what is open there "
        "can be planned with this in mind.",
    )
    anonymous = fields.Boolean(readonly=True)
    author_id = fields.Many2one(
        "res.users", "From", readonly=True, index="btree_not_null", ondelete="set null"
    )
    date = fields.Date(
        required=True,
        readonly=True,
        default=fields.Date.today,
        help="Without a name only the week is known: its Monday.",
    )
    answer = fields.Text(help="The writer reads it when you send it.")
    answered_on = fields.Date(readonly=True)
    answered_by_id = fields.Many2one(
        "res.users", "Answered by", readonly=True, ondelete="set null"
    )
    public = fields.Boolean(
        "For everybody",
        help="All colleagues of the school read the text and the answer, never who "
        "asked.",
    )
    public_text = fields.Text(
        "In your words",
        help="What colleagues read instead of the text itself, so that nobody "
        "recognises the writer by the words. Empty: the text as it was written.",
    )
    delivered = fields.Boolean(readonly=True, index=True)
    code_hash = fields.Char(readonly=True, groups=".")

    _anonymous_has_no_author = models.Constraint(
        "CHECK(NOT anonymous OR author_id IS NULL)",
        "Anonymous feedback has no writer.",
    )
    _code_uniq = models.UniqueIndex("(code_hash) WHERE code_hash IS NOT NULL")

    def init(self):
        """Number the rows at random: a sequence would tell the order they came in."""
        result = super().init()
        self.env.cr.execute(
            """
            ALTER TABLE ict_feedback ALTER COLUMN id SET DEFAULT GREATEST(
                1,
                ('x' || left(gen_random_uuid()::text, 8))::bit(32)::int & 2147483647
            )
            """
        )
        return result

    @api.depends("text", "kind")
    @api.depends_context("lang")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for feedback in self:
            words = " ".join((feedback.text or "").split())
            short = words if len(words) <= 60 else f"{words[:59]}…"
            feedback.display_name = f"{kinds.get(feedback.kind, '')}: {short}"

    # --- what is written ---

    def write(self, vals):
        if {"anonymous", "author_id"} & vals.keys():
            raise AccessError(self.env._("Who wrote feedback cannot be changed."))
        if not self.env.su and (closed := vals.keys() - _CHANGEABLE):
            raise AccessError(
                self.env._(
                    "Feedback stays as it was written: %s cannot be changed.",
                    ", ".join(sorted(closed)),
                )
            )
        result = super().write(vals)
        if {"state", "answer", "public"} & vals.keys():
            self._check_answer()
        return result

    def _check_answer(self):
        for feedback in self:
            if len(feedback.answer or "") > LONGEST_ANSWER:
                raise UserError(
                    self.env._("An answer has at most %s characters.", LONGEST_ANSWER)
                )
            if feedback.state == "answered" and not feedback.answered_on:
                raise UserError(
                    self.env._("Write the answer in the card and choose “Send answer”.")
                )
            if (feedback.public or feedback.answered_on) and not feedback._answer():
                raise UserError(self.env._("There is no answer yet: write it first."))

    def _answer(self):
        """Return the answer without white space around it."""
        self.ensure_one()
        return (self.answer or "").strip()

    # --- buttons ---

    def action_answer(self):
        """Give the writer the answer: a message by name, or behind the code."""
        self.check_access("write")
        for feedback in self:
            if not feedback._answer():
                raise UserError(self.env._("There is no answer yet: write it first."))
            feedback.sudo().write(
                {
                    "answered_on": fields.Date.today(),
                    "answered_by_id": self.env.uid,
                    "state": "answered",
                }
            )
            feedback._notify_writer()

    def _notify_writer(self):
        """Send the answer to a writer who gave a name."""
        self.ensure_one()
        author = self.sudo().author_id
        if author.active:
            self._ict_notify(
                author,
                lambda texts: texts._("Answer to your feedback"),
                lambda texts: f"{self.text}\n\n— {texts._('Answer')} —\n{self.answer}",
            )
