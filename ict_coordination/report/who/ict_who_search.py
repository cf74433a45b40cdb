from odoo import api, models

from ...tools.plain_rows import read_tuples
from ...who import Doer, Entry, search, whom_to_turn_to

#: how many tasks an answer shows
SHOWN = 12
_ROW = (
    "id",
    "company_id",
    "task_id",
    "cluster_id",
    "employee_id",
    "member_name",
    "role",
    "executes",
    "contact",
    "is_here",
    "reach_email",
    "reach_phone",
)


class IctWhoSearch(models.AbstractModel):
    """Whom to turn to, for every colleague: names, mail and phone, and no hours.

    Everything is read with the rights of the reader from ``ict.who.does.what`` and
    the catalogue, in a number of queries that does not depend on what was typed.
    """

    _name = "ict.who.search"
    _description = "Who helps with what"

    @api.model
    @api.readonly
    def who_search(self, query="", school=False):
        """Return whom to turn to in a school, for what somebody typed.

        :param query: words of a task, its keywords or a colleague's name
        :param school: id of a school in use; false for the own one
        :return: ``{school, schools: [{id, name}], is_filled, count, tasks: [{id, name,
            cluster, contact, backup}]}``, best first, at most twelve; contact and
            backup are false or ``{name, role, email, phone, why}``; ``is_filled``: the
            school has an approved overview
        :raise AccessError: the user is no colleague
        """
        self.env["ict.who.does.what"].check_access("read")
        schools = self._who_schools()
        chosen = self._who_school(schools, school)
        query = query if isinstance(query, str) else ""
        rows = self._who_rows(chosen)
        tasks = self._who_tasks(chosen, rows)
        found = self._who_found(query, chosen, tasks, rows)
        return {
            "school": chosen.id,
            "schools": [{"id": one.id, "name": one.name} for one in schools],
            "is_filled": any(row["company_id"] == chosen.id for row in rows),
            "count": len(found),
            "tasks": self._who_json(found[:SHOWN], chosen, rows),
        }

    @api.model
    def _who_schools(self):
        """Return the schools in use where something is approved, and the own one."""
        filled = self.env["ict.who.does.what"]._read_group([], ["company_id"])
        schools = self.env["res.company"].union(*(company for (company,) in filled))
        return (schools | self._who_own_school()).sorted("name")

    @api.model
    def _who_own_school(self):
        # sudo: which school pays is all that is read, of the user's own file.
        own = self.env.user.sudo().employee_id.company_id.sudo(False)
        return own if own in self.env.companies else self.env.company

    @api.model
    def _who_school(self, schools, school):
        """Return the school that was asked for; the own one for anything else."""
        return schools.filtered(lambda one: one.id == school) or self._who_own_school()

    @api.model
    def _who_rows(self, school):
        """Return who does what in the school and its group, of who is still there."""
        # sudo: which group it is; what the group does is read with the rules.
        companies = school.ids + school.sudo().school_group_id.ids
        rows = read_tuples(
            self.env["ict.who.does.what"],
            [("company_id", "in", companies), ("is_here", "=", True)],
            _ROW,
        )
        return [dict(zip(_ROW, row, strict=True)) for row in rows]

    @api.model
    def _who_tasks(self, school, rows):
        """Return the tasks of the catalogue that this school has or does."""
        done = {row["task_id"] for row in rows}
        return (
            self.env["ict.task"]
            .search(self.env["ict.task"]._domain_for_school(school))
            .filtered(lambda task: task.id in done or task._applies_to(school))
        )

    @api.model
    def _who_found(self, query, school, tasks, rows):
        people = {}
        for row in rows:
            if row["company_id"] == school.id:
                people.setdefault(row["task_id"], set()).add(row["member_name"])
        # What nobody does helps nobody, and comes after its equals: a stable search.
        tasks = tasks.sorted(lambda task: task.id not in people)
        return search(
            query,
            [
                Entry(
                    task,
                    task.keywords or "",
                    f"{task.name} {task.source_name or ''}",
                    " ".join(sorted(people.get(task.id, ()))),
                )
                for task in tasks
            ],
        )

    @api.model
    def _who_json(self, tasks, school, rows):
        by_id = {row["id"]: row for row in rows}
        doers = [
            Doer(
                row["id"],
                row["employee_id"] or row["member_name"],
                row["company_id"],
                row["task_id"],
                row["cluster_id"],
                bool(row["executes"]),
                bool(row["contact"]),
            )
            for row in rows
        ]
        roles = dict(
            self.env["ict.who.does.what"]
            ._fields["role"]
            ._description_selection(self.env)
        )

        def person(doer, why):
            row = by_id[doer.key] if doer else None
            return row is not None and {
                "name": row["member_name"],
                "role": roles.get(row["role"], ""),
                "email": row["reach_email"] or "",
                "phone": row["reach_phone"] or "",
                "why": why,
            }

        result = []
        for task in tasks:
            turn = whom_to_turn_to(task.id, task.cluster_id.id, school.id, doers)
            result.append(
                {
                    "id": task.id,
                    "name": task.name,
                    "cluster": task.cluster_id.name,
                    "contact": person(turn.contact, turn.contact_why),
                    "backup": person(turn.backup, turn.backup_why),
                }
            )
        return result
