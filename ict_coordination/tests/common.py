"""One school group with two schools, a stranger, and one user for every role."""

import gc

from odoo.fields import Command
from odoo.tests import TransactionCase, new_test_user

#: role → groups beside base.group_user
ROLE_GROUPS = {
    "teacher": "",
    "coordinator": "ict_coordination.group_ict_coordinator",
    "director": "ict_coordination.group_ict_director",
    "hr": "hr.group_hr_user",
    "manager": "ict_coordination.group_ict_manager",
}


class IctCase(TransactionCase):
    """Schools ``own`` and ``sibling`` of ``group``; ``other`` in another group.

    Every user has ``own`` and ``sibling`` ticked (HR and the manager the group as
    well); the role of coordinator and director counts in ``own`` only.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # The words of the source: a database may have been made without English.
        cls.env["res.lang"]._activate_lang("en_US")
        company = cls.env["res.company"]
        cls.group = company.create({"name": "Group G", "ict_school_type": "group"})
        cls.own = company.create(
            {
                "name": "School A",
                "parent_id": cls.group.id,
                "ict_school_type": "primary",
            }
        )
        cls.sibling = company.create(
            {
                "name": "School B",
                "parent_id": cls.group.id,
                "ict_school_type": "secondary_technical",
            }
        )
        cls.other_group = company.create({"name": "Group X"})
        cls.other = company.create(
            {"name": "School Y", "parent_id": cls.other_group.id}
        )
        cls.users = {
            role: cls._new_user(role, groups) for role, groups in ROLE_GROUPS.items()
        }
        cls.employee_own = cls._new_employee("Jan Peeters", cls.own)
        cls.employee_sibling = cls._new_employee("An Claes", cls.sibling)
        cls.employee_group = cls._new_employee("Bert De Wit", cls.group)
        cls.employee_teacher = cls._new_employee(
            "Tess Leraar", cls.own, cls.users["teacher"]
        )
        cls.member_own = cls._new_member(cls.employee_own, cls.own)
        cls.member_teacher = cls._new_member(cls.employee_teacher, cls.own)
        cls.member_sibling = cls._new_member(cls.employee_sibling, cls.sibling)
        cls.member_group = cls._new_member(cls.employee_group, cls.group)

    @classmethod
    def _new_user(cls, role, groups):
        schools = cls.own | cls.sibling
        if role in ("hr", "manager"):
            schools |= cls.group
        user = new_test_user(
            cls.env,
            f"ict_{role}",
            groups=",".join(
                filter(None, ["base.group_user", "base.group_allow_export", groups])
            ),
            company_id=cls.own.id,
            company_ids=[Command.set(schools.ids)],
            lang="en_US",
        )
        if role in ("coordinator", "director"):
            user.ict_school_ids = cls.own
        return user

    @classmethod
    def _new_employee(cls, name, company, user=None):
        return cls.env["hr.employee"].create(
            {
                "name": name,
                "company_id": company.id,
                "user_id": user.id if user else False,
            }
        )

    @classmethod
    def _new_member(cls, employee, company, hours_available=10):
        return cls.env["ict.team.member"].create(
            {
                "employee_id": employee.id,
                "company_id": company.id,
                "hours_available": hours_available,
            }
        )

    @classmethod
    def _new_overview(cls, company, kind="current", state="draft", **values):
        return cls.env["ict.overview"].create(
            {
                "company_id": company.id,
                "kind": kind,
                "school_year": "2026-2027",
                "state": state,
                **values,
            }
        )

    @classmethod
    def _line(cls, overview, code="technical_01"):
        task = cls.env.ref(f"ict_coordination.task_{code}")
        return overview.line_ids.filtered(lambda line: line.task_id == task)

    @classmethod
    def _allocate(cls, line, member, hours=None, **values):
        if hours is not None:
            values["hours"] = hours
        return cls.env["ict.allocation"].create(
            {"line_id": line.id, "member_id": member.id, **values}
        )

    def _as(self, records, role):
        """Return the records as the user of ``role``, all its companies ticked."""
        user = self.users[role]
        return records.with_user(user).with_context(
            allowed_company_ids=user.company_ids.ids
        )

    def _queries(self, work):
        """Return how many queries ``work`` needs from an empty cache, with its writes.

        Odoo keeps an environment, and what it knows of its user, until Python collects
        the garbage: now, and not somewhere on the way.
        """
        self.env.flush_all()
        self.env.invalidate_all()
        gc.collect()
        before = self.env.cr.sql_log_count
        work()
        self.env.flush_all()
        return self.env.cr.sql_log_count - before
