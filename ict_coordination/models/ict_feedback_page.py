import hashlib
import secrets
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from .ict_feedback import KINDS, LONGEST_TEXT

#: fewer of a kind are not counted aloud: they could be one person
COUNTED_FROM = 5
#: anonymous texts of one school that wait for the night; a flood ends here
BOX_HOLDS = 200
#: without letters and figures that look like others
_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_CODE_SIGNS = 16


class IctFeedback(models.Model):
    """The page on which everybody gives feedback and reads answers.

    A teacher has no access to the records; these methods are the only way, and each
    gives the user's own, or what was made public in the companies in use.
    """

    _inherit = "ict.feedback"

    # --- RPC ---

    @api.model
    @api.readonly
    def feedback_page(self):
        """Return what the page of the user shows, as JSON.

        ``schools`` and ``tasks`` to choose from; ``mine``: what was sent by name, with
        the answers; ``public``: answers for everybody; ``counts``: how much came in,
        from five on; ``longest``: characters of a text.
        """
        schools = self._schools_to_tell()
        public = self.sudo().search(
            [
                ("company_id", "in", schools.ids),
                ("delivered", "=", True),
                ("public", "=", True),
                ("answered_on", "!=", False),
            ]
        )
        return {
            "schools": [{"id": one.id, "name": one.name} for one in schools],
            "school": self.env.company.id,
            "tasks": [
                {"id": task.id, "name": task.name, "cluster": task.cluster_id.name}
                for task in self.env["ict.task"].search([])
            ],
            "mine": [
                one._as_json()
                for one in self.sudo().search([("author_id", "=", self.env.uid)])
            ],
            "public": [one._as_public_json() for one in public],
            "counts": self._counts(schools),
            "longest": LONGEST_TEXT,
        }

    @api.model
    def feedback_send(self, values):
        """Put feedback in the box; return ``{"code": …}``, False when it has a name.

        :param values: ``kind``, ``text``, ``school``, ``task`` (or False),
            ``anonymous``; as a client sends them
        :raise UserError: what is missing or too long, in words
        """
        vals = self._to_store(values)
        if not vals["anonymous"]:
            vals.update(author_id=self.env.uid, delivered=True)
            self._put_in(vals)
            school = self.env["res.company"].browse(vals["company_id"])
            self._notify_coordinators(school)
            return {"code": False}
        code = "".join(secrets.choice(_SIGNS) for _place in range(_CODE_SIGNS))
        vals["code_hash"] = _hash(code)
        vals["date"] -= timedelta(days=vals["date"].weekday())
        self._put_in(vals)
        return {"code": "-".join(code[at : at + 4] for at in range(0, len(code), 4))}

    @api.model
    @api.readonly
    def feedback_look(self, code):
        """Return the feedback that belongs to ``code`` as JSON, False for none.

        Nothing is noted: not who looked, nor that somebody did.
        """
        if not isinstance(code, str) or len(code) > 100:
            return False
        found = self.sudo().search([("code_hash", "=", _hash(_plain(code)))])
        return found._as_json() if found else False

    # --- in ---

    @api.model
    def _schools_to_tell(self):
        """Return the companies in use that are not just a roof over schools."""
        companies = self.env.companies
        schools = companies.filtered(lambda one: one.ict_school_type != "group")
        return schools or companies

    def _to_store(self, values):
        """Return the values of the row that a client asks for; raise UserError."""
        values = values if isinstance(values, dict) else {}
        text = values.get("text")
        text = _storable(text).strip() if isinstance(text, str) else ""
        if not any(sign.isalnum() for sign in text):
            raise UserError(self.env._("Write what you want to say first."))
        if len(text) > LONGEST_TEXT:
            raise UserError(
                self.env._("Say it in at most %s characters.", LONGEST_TEXT)
            )
        if values.get("kind") not in [kind for kind, _label in KINDS]:
            raise UserError(
                self.env._("Choose whether it is an idea, a problem or a question.")
            )
        school = values.get("school")
        if type(school) is not int or school not in self._schools_to_tell().ids:
            raise UserError(self.env._("Choose one of your schools."))
        return {
            "kind": values["kind"],
            "state": "new",
            "text": text,
            "company_id": school,
            "task_id": self._task_to_store(values.get("task"), school),
            # What is not clearly by name is anonymous.
            "anonymous": values.get("anonymous") is not False,
            "date": fields.Date.today(),
        }

    def _task_to_store(self, task_id, school_id):
        if not task_id:
            return None
        tasks = self.env["ict.task"]
        allowed = tasks.search(tasks._check_company_domain(school_id))
        if type(task_id) is not int or task_id not in allowed.ids:
            raise UserError(self.env._("Choose a task of your school, or none."))
        return task_id

    def _put_in(self, vals):
        """Write one row, and the whole table with it, apart from this request.

        By SQL: Odoo would write a query that fails, and the text in it, to its log.
        """
        waiting = [
            ("company_id", "=", vals["company_id"]),
            ("delivered", "=", False),
        ]
        with self._apart() as box:
            full = vals["anonymous"] and box.search_count(waiting) >= BOX_HOLDS
            if not full:
                box.env.cr.execute(
                    SQL(
                        "INSERT INTO ict_feedback (%s) VALUES %s",
                        SQL(", ").join(map(SQL.identifier, vals)),
                        tuple(vals.values()),
                    ),
                    log_exceptions=False,
                )
                box._mix()
        if full:
            raise UserError(
                self.env._("The box is full for today. Try again tomorrow.")
            )

    # --- out ---

    def _as_json(self):
        """Return one's own feedback, with the answer once it was sent."""
        self.ensure_one()
        return {
            "id": self.id,
            "kind": self.kind,
            "text": self.text,
            "task": self.task_id.name or False,
            "school": self.company_id.name,
            "state": self.state,
            "date": False if self.anonymous else self.date.isoformat(),
            "answer": self.answer if self.answered_on else False,
        }

    def _as_public_json(self):
        """Return what everybody of the school may read of it."""
        self.ensure_one()
        return {
            "id": self.id,
            "kind": self.kind,
            "text": (self.public_text or "").strip() or self.text,
            "task": self.task_id.name or False,
            "school": self.company_id.name,
            "answer": self.answer,
        }

    @api.model
    def _counts(self, schools):
        """Return how much was delivered per school and kind or task, from five on.

        There are no totals: what is left out cannot be found by subtracting.
        """
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        delivered = [("company_id", "in", schools.ids), ("delivered", "=", True)]
        counts = []
        for by in ("kind", "task_id"):
            for school, value, count in self.sudo()._read_group(
                delivered, ["company_id", by], ["__count"]
            ):
                if value and count >= COUNTED_FROM:
                    label = kinds[value] if by == "kind" else value.name
                    counts.append(
                        {"school": school.name, "label": label, "count": count}
                    )
        return counts


def _storable(text):
    """Return ``text`` without what PostgreSQL cannot hold."""
    return text.replace("\0", "").encode(errors="ignore").decode()


def _plain(code):
    """Return ``code`` as it was made, however somebody typed it."""
    return "".join(sign for sign in code.upper() if sign in _SIGNS)


def _hash(code):
    """Return what is stored of ``code``: 80 random bits need no salt."""
    return hashlib.sha256(code.encode()).hexdigest()
