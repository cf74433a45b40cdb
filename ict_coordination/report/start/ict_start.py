from odoo import api, fields, models
from odoo.tools import format_date

from ...insights.lights import lights_of
from ...insights.start_page import SchoolPage
from ...models.ict_allocation import MANDATES
from ...tools.plain_rows import read_rows
from ...tools.school_year import school_year_of
from ...workbook.hours import Hours
from .words import Words

#: rows of the lists beside the schools
TOP = 3
LOADS = 8


class IctStart(models.AbstractModel):
    """The start page: what asks for attention in the schools that somebody may see.

    Everything is read with the rights of the reader. The JSON is described in
    ``insights/start_page.py``; the A4 of a school is written from the same result.
    """

    _name = "ict.start"
    _inherit = ["ict.group.reader"]
    _description = "ICT start page"

    # --- RPC ---

    @api.model
    @api.readonly
    def start_read(self):
        """Return the start page of the user as JSON; see ``insights/start_page.py``.

        Every internal user has one. A teacher's holds the own tasks and nothing else.
        """
        user, today = self.env.user, fields.Date.context_today(self)
        roles = self._roles()
        deadline = self._deadline()
        answer = {
            "user": user.name,
            "today": today.isoformat(),
            "school_year": school_year_of(today),
            "roles": roles,
            "can_remind": self._can_remind(),
            "deadline": deadline.isoformat() if deadline else False,
            "my": self._my_tasks(always="teacher" in roles),
            "agreements": self._agreements(teacher="teacher" in roles),
            "schools": [],
            "needs": [],
            "overlaps": [],
            "load": [],
        }
        if "teacher" in roles:
            return answer
        scope = self.env["ict.insights"]._scope()
        answer["schools"] = [page.as_json() for page in self._pages(scope)]
        if {"manager", "hr"} & {*roles}:
            needs, overlaps = self._top(("common_needs", "overlap"), scope)
            answer.update(needs=needs, overlaps=overlaps)
        else:
            answer["load"] = self._load(scope)
        return answer

    # --- API ---

    @api.model
    def _pages(self, scope, schools=None):
        """Return the :class:`SchoolPage` of all schools, the group first.

        :param schools: ids of those that get their details as well, and no others
        """
        words = self._words()
        counts = self._counts(scope)
        reminded = self._count_reminded(scope)
        details = {} if schools is None else self._details(scope, schools)
        return [
            SchoolPage(
                id=school.id,
                name=school.name,
                type_label=school.type_label,
                counts=counts[school.id],
                lights=tuple(
                    words.light(light, school.id)
                    for light in lights_of(counts[school.id])
                ),
                reminded=reminded[school.id].isoformat()
                if school.id in reminded
                else None,
                **({"details": details[school.id]} if school.id in details else {}),
            )
            for school in sorted(scope.schools, key=lambda one: not one.is_group)
            if schools is None or school.id in schools
        ]

    # --- who ---

    def _roles(self):
        """Return the roles of the user; ``["teacher"]`` for who has none of ours."""
        user = self.env.user
        names = ("manager", "director", "coordinator")
        # a manager is a director as well
        roles = [
            name
            for name in names
            if user.has_group(f"ict_coordination.group_ict_{name}")
        ][:1]
        if user.has_group("hr.group_hr_user"):
            roles.append("hr")
        return roles or ["teacher"]

    def _can_remind(self):
        return bool(self.env["ict.reminder"]._allowed_schools())

    def _words(self):
        user = self.env.user
        schools = user._ict_role_schools()
        directs = user.has_group("ict_coordination.group_ict_director")
        return Words(
            self.env,
            may_edit=schools._ids.__contains__,
            may_approve=lambda school_id: directs and school_id in schools._ids,
        )

    def _deadline(self):
        return self.env["ict.settings"]._of_company().fill_in_before

    def _today_in_words(self):
        return format_date(self.env, fields.Date.context_today(self))

    # --- parts ---

    def _my_tasks(self, always):
        """Return the own tasks on approved sheets, with the own hours.

        :param always: also when there are none
        """
        allocations = self.env["ict.allocation"]
        rows = list(
            read_rows(
                allocations,
                [
                    ("employee_id.user_id", "=", self.env.uid),
                    ("kind", "=", "current"),
                    ("state", "=", "active"),
                ],
                ["id", "task_id", "company_id", "hours", "unknown_hours", *MANDATES],
            )
        )
        if not rows and not always:
            return False
        tasks = {
            task.id: task.name
            for task in self._read_tasks({row["task_id"] for row in rows})
        }
        # whoever reads a task of one's own reads where it is
        schools = (
            self.env["res.company"].sudo().browse({row["company_id"] for row in rows})
        )
        names = dict(zip(schools.ids, schools.mapped("name"), strict=True))
        labels = {
            name: allocations._fields[name]._description_string(self.env)
            for name in MANDATES
        }
        order = {task_id: place for place, task_id in enumerate(tasks)}
        rows.sort(key=lambda row: (names[row["company_id"]], order[row["task_id"]]))
        hours = [Hours(row["hours"] or 0, row["unknown_hours"] or 0) for row in rows]
        return {
            "hours": _pair(sum(hours, Hours())),
            "tasks": [
                {
                    "id": row["id"],
                    "task": tasks[row["task_id"]],
                    "school": names[row["company_id"]],
                    "hours": _pair(own),
                    "mandates": [labels[name] for name in MANDATES if row[name]],
                }
                for row, own in zip(rows, hours, strict=True)
            ],
        }

    def _agreements(self, teacher):
        """Return how many agreements wait for the user, and in the schools of the user.

        :param teacher: who answers only for the own tasks
        """
        agreement = self.env["ict.agreement"]
        rows = agreement._read_group(
            agreement._open_domain(),
            ["state", "user_id"],
            ["__count"],
        )
        found = {"mine": 0, "waiting": 0, "objected": 0}
        for state, user, count in rows:
            if state == "waiting" and user == self.env.user:
                found["mine"] += count
            elif not teacher:
                found[state] += count
        return found

    def _top(self, keys, scope):
        """Return the first rows of these insights, each as text and detail."""
        return [
            [
                {
                    "text": table.text(table.columns[0], row.cells, self.env.lang),
                    "detail": row.detail,
                }
                for row in table.rows[:TOP]
            ]
            for table in self.env["ict.insights"]._tables(keys, scope)
        ]

    def _load_rows(self, scope):
        """Return the :class:`LoadRow` of everybody, who needs an answer first."""
        return self.env["ict.insights"]._insight("workload", scope).rows

    def _load(self, scope):
        """Return the load of who needs an answer first, as the insight says it."""
        insights = self.env["ict.insights"]
        insight = insights._insight("workload", scope)
        [table] = insights._tables(["workload"], scope)
        details = {row.id: row.detail for row in table.rows}
        return [
            {
                "person": table.names.people.get(row.person, ""),
                "hours": _pair(row.hours),
                "available": False if row.available is None else row.available,
                "status": row.status,
                "text": details.get(row.person, ""),
            }
            for row in insight.rows[:LOADS]
        ]


def _pair(hours: Hours):
    return [hours.known, hours.unknown_count]
