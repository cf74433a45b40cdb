# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Groups of Hypothesis, or written by hand, in the real database.

Ids of facts are small numbers; each record gets its number plus ``BASE``, so that what
the database answers can be led back to the facts by subtracting it.
"""

import json
from dataclasses import fields, is_dataclass, replace

from odoo.fields import Command
from odoo.tests import TransactionCase, new_test_user
from odoo.tools import SQL

from odoo.addons.ict_coordination.workbook import Hours

from .insights_facts import Facts
from .insights_samples import CLUSTERS, COMPETENCIES, TASKS, UNSEEN

BASE = 10_000_000
#: what is no id of a fact, though its number can be that of the group
NO_IDS = ("count", "by_funding", "minority")
PEOPLE = 12
SCHOOLS = 6
YEAR = "2026-2027"
_MANDATES = ("decides", "executes", "steers", "contact")


class StoredGroups(TransactionCase):
    """A director of all schools of a group, in which any group can be stored.

    The school ``UNSEEN`` is the company of the group: its members are read, its sheets
    are not.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        env = cls.env
        env["res.lang"]._activate_lang("en_US")
        cls.group = env["res.company"].create(
            {"name": "Stored group", "ict_school_type": "group"}
        )
        first = env["res.company"].create(
            {"name": "Stored school", "parent_id": cls.group.id}
        )
        cls.employees = env["hr.employee"].create(
            [{"name": f"P{n}", "company_id": cls.group.id} for n in range(PEOPLE)]
        )
        cls.partners = env["res.partner"].create(
            [{"name": f"Firm {n}"} for n in range(PEOPLE)]
        )
        cls.skill_type = env["hr.skill.type"].create(
            {
                "name": "Stored",
                "skill_ids": [Command.create({"name": str(n)}) for n in range(1, 6)],
                "skill_level_ids": [
                    Command.create({"name": "Good", "level_progress": 100})
                ],
            }
        )
        env["ict.competency"].search([("id", "!=", 0)]).unlink()
        cls.settings = env["ict.settings"].create({"company_id": cls.group.id})
        env.flush_all()
        cls._store_catalogue(first)
        env.invalidate_all()
        schools = env["res.company"].browse(range(BASE + 1, BASE + SCHOOLS + 1))
        cls.reader = new_test_user(
            env,
            "stored_reader",
            groups="base.group_user,ict_coordination.group_ict_director",
            company_id=schools[0].id,
            company_ids=[Command.set(schools.ids)],
            lang="en_US",
        )
        cls.reader.ict_school_ids = schools

    @classmethod
    def _store_catalogue(cls, school):
        skills = cls.skill_type.skill_ids.sorted("id").ids
        for number in range(1, SCHOOLS + 1):
            name = f"Stored school {number}"
            path = f"{cls.group.id}/{BASE + number}/"
            values = {"id": BASE + number, "name": name, "parent_path": path}
            cls._copy("res_company", school.id, values)
        source = cls.env.ref("ict_coordination.task_technical_01")
        for one in CLUSTERS:
            values = {
                "id": BASE + one.id,
                "name": {"en_US": one.name},
                "code": f"stored_{one.id}",
                "sequence": one.rank,
            }
            cls._copy("ict_cluster", source.cluster_id.id, values)
        for one in TASKS:
            values = {
                "id": BASE + one.id,
                "name": {"en_US": one.name},
                "code": f"stored_{one.id}",
                "cluster_id": BASE + one.cluster_id,
                "cluster_sequence": one.cluster_id,
                "sequence": one.rank,
                "is_core": one.core,
            }
            cls._copy("ict_task", source.id, values)
        for one in COMPETENCIES:
            cls._insert(
                "ict_competency",
                id=BASE + one.id,
                name=SQL("jsonb_build_object('en_US', %s)", one.name),
                cluster_id=BASE + one.cluster_id,
                task_id=one.task_id and BASE + one.task_id,
                importance=one.importance,
                active=True,
            )
            relation = cls.env["ict.competency"]._fields["skill_ids"]
            for skill in one.skill_ids:
                cls._insert(
                    relation.relation,
                    **{
                        relation.column1: BASE + one.id,
                        relation.column2: skills[skill - 1],
                    },
                )

    @classmethod
    def _copy(cls, table, source, values):
        """Copy a row with other values."""
        # a dump as text: values may be JSON themselves
        cls.env.cr.execute(
            SQL(
                "INSERT INTO %(table)s SELECT (jsonb_populate_record(source, %(new)s))"
                ".* FROM %(table)s source WHERE source.id = %(id)s",
                table=SQL.identifier(table),
                new=SQL("%s::jsonb", json.dumps(values)),
                id=source,
            )
        )

    @classmethod
    def _insert(cls, table, **values):
        cls.env.cr.execute(
            SQL(
                "INSERT INTO %s (%s) VALUES (%s)",
                SQL.identifier(table),
                SQL(", ").join(SQL.identifier(name) for name in values),
                SQL(", ").join(
                    value if isinstance(value, SQL) else SQL("%s", value)
                    for value in values.values()
                ),
            )
        )

    # --- one group ---

    def store(self, facts: Facts) -> Facts:
        """Write a group in the place of the one before; return it as it was stored.

        What the database cannot hold is different in the result: the names of the
        schools, skills of who has no personnel file, two vacancies that are one.
        """
        self._forget()
        facts = _storable(facts)
        for one in facts.schools:
            self.env.cr.execute(
                "UPDATE res_company SET ict_school_type = %s WHERE id = %s",
                ["group" if one.is_group else None, BASE + one.id],
            )
            for kind in ("current", "target"):
                if getattr(one, kind):
                    self._insert(
                        "ict_overview",
                        id=BASE + getattr(one, kind),
                        company_id=BASE + one.id,
                        kind=kind,
                        school_year=YEAR,
                        state="active",
                    )
        self._store_members(facts)
        self._store_lines(facts)
        self._total_lines()
        for name in (field.name for field in fields(facts.thresholds)):
            self.settings[name] = getattr(facts.thresholds, name)
        self.env.flush_all()
        self.env.invalidate_all()
        # what ran before may have asked the rules of another group of companies
        companies = [BASE + one.id for one in facts.schools]
        self.insights = (
            self.env["ict.insights"]
            .with_user(self.reader)
            .with_context(allowed_company_ids=companies, lang="en_US")
        )
        return facts

    def rows(self, key):
        """Return the rows of an insight, in ids and people of the facts."""
        scope = self.insights._scope()
        return self._back(self.insights._insight(key, scope).rows)

    def rows_of(self, key, group):
        """Store a :class:`Group`; return the rows of an insight."""
        self.store(group.facts)
        return self.rows(key)

    def _forget(self):
        for table in (
            *("ict_allocation", "ict_overview_line", "ict_overview"),
            *("ict_team_member", "hr_employee_skill"),
        ):
            self.env.cr.execute(
                SQL("DELETE FROM %s WHERE id >= %s", SQL.identifier(table), BASE)
            )

    def _store_members(self, facts):
        self.people, number = {}, {}
        skills = self.skill_type.skill_ids.sorted("id").ids
        has = {}
        for one in facts.members:
            at = number.setdefault(one.person, len(number))
            linked = {}
            key = f"member-{BASE + one.id}"
            if one.kind == "employee":
                linked["employee_id"] = self.employees[at].id
                key = f"employee-{self.employees[at].id}"
                has.setdefault(self.employees[at].id, set()).update(one.skill_ids)
            elif one.kind == "partner":
                linked["partner_id"] = self.partners[at].id
                key = f"partner-{self.partners[at].id}"
            self.people[key] = one.person
            unseen = one.school_id == UNSEEN
            self._insert(
                "ict_team_member",
                id=BASE + one.id,
                name=one.name,
                member_type=one.kind,
                company_id=self.group.id if unseen else BASE + one.school_id,
                role=one.role,
                hours_available=one.hours_available,
                active=one.active,
                **linked,
            )
        self._linked = {
            BASE + one.id: key
            for one in facts.members
            for key, person in self.people.items()
            if person == one.person and key.startswith("employee")
        }
        level = self.skill_type.skill_level_ids.id
        for employee, numbers in has.items():
            for skill in numbers:
                self._insert(
                    "hr_employee_skill",
                    id=BASE + employee * 10 + skill,
                    employee_id=employee,
                    skill_id=skills[skill - 1],
                    skill_level_id=level,
                    skill_type_id=self.skill_type.id,
                    valid_from="2020-01-01",
                )

    def _store_lines(self, facts):
        tasks = {one.id: one for one in facts.tasks}
        sheets = {
            (one.id, kind): BASE + (getattr(one, kind) or 0)
            for one in facts.schools
            for kind in ("current", "target")
        }
        lines = {one.id: one for one in facts.lines}
        common = {}
        for one in facts.lines:
            task = tasks[one.task_id]
            common[one.id] = {
                "overview_id": sheets[one.school_id, one.kind],
                "task_id": BASE + task.id,
                "cluster_id": BASE + task.cluster_id,
                "company_id": BASE + one.school_id,
                "kind": one.kind,
                "state": "active",
                "level": one.level,
                "priority": one.priority,
            }
            self._insert(
                "ict_overview_line",
                id=BASE + one.id,
                task_sequence=task.cluster_id * 10_000 + task.rank,
                applicable=one.applicable,
                **common[one.id],
            )
        for one in facts.allocations:
            employee = self._linked.get(BASE + one.member_id, "")
            self._insert(
                "ict_allocation",
                id=BASE + one.id,
                line_id=BASE + lines[one.line_id].id,
                member_id=BASE + one.member_id,
                employee_id=int(employee.partition("-")[2]) if employee else None,
                hours=one.hours or 0,
                certainty="unknown" if one.hours is None else "exact",
                unknown_hours=int(one.hours is None),
                school_group_id=self.group.id,
                **common[one.line_id],
                **{name: getattr(one, name) for name in _MANDATES},
            )

    def _total_lines(self):
        """Let the ORM compute what a line stores of its people."""
        lines = self.env["ict.overview.line"].search([("id", ">=", BASE)])
        for name in ("hours", "unknown_hours_count", "person_count", "coverage",
                     "has_decider", "has_contact"):  # fmt: skip
            self.env.add_to_compute(lines._fields[name], lines)
        lines.flush_recordset()

    def _back(self, value):
        """Return ids and keys of people as they are among the facts."""
        if isinstance(value, Hours):
            return value
        if is_dataclass(value):
            return replace(
                value,
                **{
                    field.name: self._back(getattr(value, field.name))
                    for field in fields(value)
                    if field.name not in NO_IDS
                },
            )
        if isinstance(value, (tuple, list)):
            found = [self._back(one) for one in value]
            named = hasattr(value, "_fields")
            return type(value)(*found) if named else type(value)(found)
        if isinstance(value, int) and value >= BASE:
            return value - BASE
        if value == self.group.id and type(value) is int:
            return UNSEEN
        return self.people.get(value, value) if isinstance(value, str) else value


def _storable(facts):
    members = tuple(
        one
        if one.kind == "employee"
        else replace(
            one,
            skill_ids=frozenset(),
            person=one.person if one.kind == "partner" else f"member-{one.id}",
        )
        for one in facts.members
    )
    schools = tuple(
        replace(one, name=f"Stored school {one.id}") for one in facts.schools
    )
    return replace(facts, members=members, schools=schools)
