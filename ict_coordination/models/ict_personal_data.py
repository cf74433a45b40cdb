from odoo import api, models
from odoo.exceptions import AccessError

from .ict_allocation import MANDATES


class IctPersonalData(models.AbstractModel):
    """All that this addon keeps of one person, as tables of text and numbers.

    A person gets the own data whole, whatever the rights: as superuser, but only what
    hangs on the own employee, member or login. HR gets what HR may read, for an
    employee who asks; feedback goes to its writer alone.
    """

    _name = "ict.personal.data"
    _description = "Personal data of one person"

    @api.model
    def _own(self):
        """Return the tables of the current user."""
        user = self.env.user
        employees = (
            self.env["hr.employee"]
            .sudo()
            .with_context(active_test=False)
            .search([("user_id", "=", user.id)])
        )
        return self.sudo()._tables(employees, user)

    @api.model
    def _of_employee(self, employee):
        """Return the tables of ``employee``, for HR.

        :raise AccessError: not HR, or somebody of a company that is not in use
        """
        if not self.env.user.has_group("hr.group_hr_user"):
            raise AccessError(
                self.env._("You can download your own data only. HR can do it for you.")
            )
        employee.check_access("read")
        return self._tables(employee, self.env["res.users"])

    def _find(self, model, domain, order=None):
        if not self.env.su and not self.env[model].has_access("read"):
            return self.env[model]
        found = self.env[model].with_context(active_test=False)
        return found.search(domain, order=order)

    def _words(self, record, name):
        """Return what a person reads in field ``name`` of ``record``."""
        field = record._fields[name]
        value = record.sudo()[name]
        if field.type == "boolean":
            return self.env._("Yes") if value else ""
        if field.type == "selection":
            return dict(field._description_selection(self.env)).get(value, "")
        if field.relational:
            return ", ".join(one.display_name or "" for one in value)
        if field.type in ("datetime", "date"):
            return str(value) if value else ""
        return value if value or field.type in ("float", "integer") else ""

    def _table_of(self, title, records, names):
        """Return ``(title, labels, rows)`` of the fields ``names`` of ``records``."""
        labels = [records._fields[one]._description_string(self.env) for one in names]
        rows = [[self._words(record, one) for one in names] for record in records]
        return title, labels, rows

    def _tables(self, employees, user):
        """Return ``[(title, labels, rows)]`` of all that hangs on this person."""
        members = self._find(
            "ict.team.member",
            [("employee_id", "in", employees.ids)],
        )
        mine = [("member_id", "in", members.ids)]
        agreements = self._find(
            "ict.agreement",
            ["|", ("employee_id", "in", employees.ids), *mine],
            "asked_on, id",
        )
        handed = self._find(
            "ict.handover.line",
            [
                "|",
                "|",
                ("from_member_id", "in", members.ids),
                ("to_member_id", "in", members.ids),
                ("to_employee_id", "in", employees.ids),
            ],
        )
        feedback = self.env["ict.feedback"]
        if user:
            feedback = self._find("ict.feedback", [("author_id", "=", user.id)])
        meetings = self._find("ict.meeting", [("member_ids", "in", members.ids)])
        return [
            self._table_of(
                self.env._("Roles"),
                members,
                ["name", "company_id", "role", "team_ids", "hours_available", "active"],
            ),
            self._table_of(
                self.env._("Tasks"),
                self._find("ict.allocation", mine, "company_id, overview_id, id"),
                [
                    "company_id",
                    "overview_id",
                    "kind",
                    "state",
                    "cluster_id",
                    "task_id",
                    "hours",
                    "certainty",
                    *MANDATES,
                    "funding_id",
                    "agreement_state",
                    "note",
                ],
            ),
            self._table_of(
                self.env._("Mandates by cluster"),
                self._find("ict.mandate", mine),
                ["company_id", "cluster_id", *MANDATES, "note"],
            ),
            self._table_of(
                self.env._("Agreements"),
                agreements.line_ids,
                [
                    "agreement_id",
                    "task_id",
                    "change",
                    "hours_text",
                    "before_text",
                    "mandates_text",
                    "answer",
                    "note",
                ],
            ),
            self._table_of(
                self.env._("Hand-overs"),
                handed,
                [
                    "done_on",
                    "company_id",
                    "school_year",
                    "task_id",
                    "hours",
                    "certainty",
                    "mandates_text",
                    "outcome",
                    "note",
                ],
            ),
            self._table_of(
                self.env._("Meetings"),
                meetings,
                ["company_id", "kind", "name", "start", "state"],
            ),
            self._table_of(
                self.env._("Feedback"),
                feedback,
                ["date", "company_id", "kind", "text", "state", "answer"],
            ),
        ]
