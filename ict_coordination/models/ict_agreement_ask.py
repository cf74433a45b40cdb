from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain
from odoo.tools import SQL

from .ict_agreement_line import REASONS
from .ict_allocation import MANDATES

ALLOCATION_STATES = [
    ("waiting", "Waits for an answer"),
    ("agreed", "Agreed"),
    ("too_much", "Too much"),
    ("different", "Otherwise"),
]
#: members who are people, and can agree with something
PEOPLE = ("employee", "partner")
#: what somebody agrees with: a change of it is asked again
ASKED = {"member_id", "line_id", "hours", "certainty", *MANDATES}


class IctAllocation(models.Model):
    """Asks people whether they agree with their tasks on approved sheets."""

    _inherit = "ict.allocation"

    agreement_state = fields.Selection(
        ALLOCATION_STATES,
        "Agreement",
        readonly=True,
        copy=False,
        help="What the person answered. Empty: not asked, or changed since.",
    )

    # --- what others change ---

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_no_agreement(vals)
        return super().create(vals_list)

    def write(self, vals):
        self._check_no_agreement(vals)
        before = {}
        if ASKED & vals.keys():
            before = {
                one: one._agreed_terms() for one in self.sudo() if one.agreement_state
            }
        result = super().write(vals)
        changed = [one for one, terms in before.items() if terms != one._agreed_terms()]
        self.sudo().browse(one.id for one in changed)._changed_since()
        return result

    def _bulk_update(self, overview, entries):
        asked = self.env.execute_query(
            SQL(
                "SELECT id FROM ict_allocation"
                " WHERE id = ANY(%s) AND agreement_state IS NOT NULL",
                list(entries),
            )
        )
        allocations = self.sudo().browse(row_id for (row_id,) in asked)
        before = {one: one._agreed_terms() for one in allocations}
        result = super()._bulk_update(overview, entries)
        if before:
            allocations.invalidate_recordset(flush=False)
            self.sudo().browse(
                one.id for one, terms in before.items() if terms != one._agreed_terms()
            )._changed_since()
        return result

    @api.model
    def _check_no_agreement(self, vals):
        if "agreement_state" in vals and not self.env.su:
            raise AccessError(
                self.env._("Only the person says whether a task is agreed with.")
            )

    def _agreed_terms(self):
        """Return what the person agreed with, to compare."""
        return (
            self.member_id.id,
            self.line_id.id,
            round(self.hours, 2),
            self.certainty,
            *(self[name] for name in MANDATES),
        )

    def _changed_since(self):
        """What was asked or answered no longer counts."""
        if not self:
            return
        self._set_agreement_state(None)
        lines = self.env["ict.agreement.line"].sudo()
        asked = lines.search(
            [
                ("allocation_id", "in", self.ids),
                ("answer", "in", ("waiting", *REASONS)),
            ]
        )
        waiting = asked.filtered(lambda line: line.answer == "waiting")
        waiting._withdraw()
        (asked - waiting).agreement_id._end_settled()

    def _set_agreement_state(self, state, only=None):
        """Store the state and nothing else: no correction, no new date of change.

        :param only: change only those that have this state now
        :return: the allocations that were changed
        """
        if not self:
            return self
        self.flush_recordset(["agreement_state"])
        rows = self.env.execute_query(
            SQL(
                "UPDATE ict_allocation SET agreement_state = %s WHERE id = ANY(%s)"
                " AND %s RETURNING id",
                state,
                self.ids,
                SQL("TRUE")
                if only is None
                else SQL("agreement_state IS NOT DISTINCT FROM %s", only or None),
            )
        )
        self.invalidate_recordset(["agreement_state"], flush=False)
        self.env["ict.agreement.line"].invalidate_model(["can_ask_again"], flush=False)
        self.env["ict.overview"].invalidate_model(
            ["agreement_text", "agreement_ask_count"], flush=False
        )
        return self.browse(row_id for (row_id,) in rows)

    # --- asking ---

    @api.model
    def _people_domain(self):
        """Allocations of people who are here, on approved sheets."""
        return (
            Domain("state", "=", "active")
            & Domain("member_id.member_type", "in", PEOPLE)
            & Domain("member_id.active", "=", True)
            & (
                Domain("member_id.employee_id", "=", False)
                | Domain("member_id.employee_id.active", "=", True)
            )
        )

    def _ask_to_agree(self, with_mail=True, dropped_of=None):
        """Ask the people of these allocations whether they agree.

        Vacancies, drafts, leavers and what was asked already are left out. Each person
        gets one agreement for each sheet, and one mail for all of them together. The
        caller has checked that the user may ask.

        :param with_mail: False when the person is looking at the screen
        :param dropped_of: sheets of which is told as well what somebody no longer does;
            else those of these allocations
        :return: the ``ict.agreement`` records that were made
        """
        agreement = self.env["ict.agreement"].sudo()
        self.env.flush_all()
        found = self.sudo().search(
            Domain("id", "in", self.ids)
            & Domain("agreement_state", "=", False)
            & self._people_domain()
        )
        # of two who ask at once the second one finds nothing left to ask
        found = found._set_agreement_state("waiting", only=False)
        overviews = found.overview_id if dropped_of is None else dropped_of.sudo()
        dropped = overviews._dropped_lines()
        lines = self.env["ict.agreement.line"].sudo()
        previous = {}
        known = lines.search(
            [("allocation_id", "in", found.ids), ("answer", "!=", "withdrawn")],
            order="id",
        )
        known.filtered(lambda line: line.answer in REASONS).write({"is_settled": True})
        for line in known:
            previous[line.allocation_id, line.agreement_id.member_id] = line
        asked = {}
        for one in found:
            before = previous.get((one, one.member_id))
            asked.setdefault((one.member_id, one.overview_id), []).append(
                {
                    **lines._terms_of(one),
                    **_before(before),
                    "allocation_id": one.id,
                    "task_id": one.task_id.id,
                    "cluster_id": one.cluster_id.id,
                    "company_id": one.company_id.id,
                    "change": "changed" if before else "new",
                }
            )
        for line in dropped:
            key = line.agreement_id.member_id, line.agreement_id.overview_id
            asked.setdefault(key, []).append(
                {
                    **_before(line),
                    "allocation_id": line.allocation_id.id,
                    "task_id": line.task_id.id,
                    "cluster_id": line.cluster_id.id,
                    "company_id": line.company_id.id,
                    "change": "dropped",
                }
            )
        dropped.write({"was_told": True})
        now = fields.Datetime.now()
        made = agreement.with_context(
            mail_create_nolog=True, mail_create_nosubscribe=True, tracking_disable=True
        ).create(
            [
                {
                    "person_name": member.name,
                    "member_id": member.id,
                    "employee_id": member.employee_id.id,
                    "overview_id": overview.id,
                    "company_id": overview.company_id.id,
                    "school_year": overview.school_year,
                    "kind": overview.kind,
                    "asked_on": now,
                    "asked_by_id": self.env.uid,
                    "line_ids": [fields.Command.create(vals) for vals in values],
                }
                for (member, overview), values in asked.items()
            ]
        )
        made._schedule_answer()
        if with_mail:
            made._send_summaries(self.env.user)
        return made


def _before(line):
    if not line:
        return {}
    return {f"{name}_before": line[name] for name in ("hours", "certainty", "mandates")}
