from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command, Domain

from .ict_handover_join import hours_of
from .ict_handover_line import SNAPSHOT


class IctHandover(models.Model):
    """What a hand-over holds: the tasks at the start, and what changed since."""

    _inherit = "ict.handover"

    # --- what ---

    @api.model
    def _open_domain(self, employee):
        """Domain of the tasks that fall open when ``employee`` leaves."""
        return Domain("employee_id", "in", employee.ids) & Domain(
            "state", "in", ("draft", "active")
        )

    @api.model
    def _open_allocations(self, employee):
        """Return the tasks of ``employee`` that the user may hand over."""
        return self.env["ict.allocation"].search(
            self._open_domain(employee)
            & Domain("company_id", "in", self._schools().ids),
            order="company_id, overview_id, task_id, id",
        )

    # --- start ---

    @api.model
    def _start(self, employee):
        """Return the draft of this user for ``employee``, made or brought up to date.

        :raise AccessError: the user may hand over nothing at all
        :raise UserError: nothing is left to hand over
        """
        if not self._schools():
            raise AccessError(
                self.env._(
                    "Directors, HR and group managers hand over tasks. Ask one of them."
                )
            )
        draft = self.search(
            [
                ("employee_id", "=", employee.id),
                ("state", "=", "draft"),
                ("create_uid", "=", self.env.uid),
            ]
        ).filtered(lambda one: one._is_mine())[:1]
        if draft:
            draft._look_again()
            return draft
        allocations = self._open_allocations(employee)
        if not allocations:
            raise UserError(
                self.env._(
                    "There is nothing to hand over: no task in the overviews that you "
                    "may change. What is archived stays as history."
                )
            )
        draft = self.sudo().create(
            {
                "name": allocations.member_id[0].name,
                "employee_id": employee.id,
                "school_ids": allocations.company_id.ids,
                "line_ids": [
                    Command.create(self.line_ids._vals_of(allocation))
                    for allocation in allocations
                ],
            }
        )
        draft = draft.sudo(False)
        draft.line_ids._propose()
        return draft

    # --- bring up to date ---

    def _look_again(self):
        """Compare the draft with the sheets; note and return whether they changed.

        Nothing that was chosen is lost: lines stay, with the word of what happened.
        """
        self.ensure_one()
        opened = self._open_allocations(self.employee_id)
        texts = []
        for line in self.line_ids:
            if line.allocation_id not in opened:
                if not line.is_gone:
                    texts.append(line._set_gone())
                continue
            values = self.line_ids._vals_of(line.allocation_id)
            changed = {
                name: values[name]
                for name in (*SNAPSHOT, "from_member_id")
                if line._fields[name].convert_to_write(line[name], line)
                != (values[name] or False)
                and (line[name] or values[name])
            }
            if changed or line.is_gone:
                before = hours_of(line).format(self.env.lang)
                line.sudo().write({**changed, "is_gone": False, "gone_text": False})
                texts.append(
                    self.env._(
                        "%(task)s: was changed (%(before)s → %(after)s).",
                        task=line._where(),
                        before=before,
                        after=hours_of(line).format(self.env.lang),
                    )
                )
            if line.to_member_id and not line.to_member_id.sudo().active:
                texts.append(
                    self.env._(
                        "%(task)s: %(name)s does not take part any more.",
                        task=line._where(),
                        name=line.to_member_id.sudo().name,
                    )
                )
                line.to_member_id = False
        new = self.line_ids.sudo().create(
            [
                {"handover_id": self.id, **self.line_ids._vals_of(allocation)}
                for allocation in opened - self.line_ids.allocation_id
            ]
        )
        new = new.sudo(False)
        new._propose()
        texts += [self.env._("%s: is new.", line._where()) for line in new]
        self.sudo().write(
            {
                "changed_text": "\n".join(texts) or False,
                "school_ids": [Command.link(school.id) for school in new.company_id],
            }
        )
        return bool(texts)
