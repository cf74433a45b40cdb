from odoo import models

# Somebody in these groups of people is kept as a note without asking.
_NOT_REMEMBERED = {("group", "keep")}


class IctImport(models.Model):
    """What was chosen once is found the next time, in every workbook of the school."""

    _inherit = "ict.import"

    def _remember(self, sheets):
        """Remember the schools, people and tasks of this file."""
        wanted = {
            (sheet.company_id.id, "school", sheet.hint_key): {}
            for sheet in sheets
            if sheet.hint_key
        }
        for person in self.person_ids:
            choice = (person.found_kind, person.choice)
            if person.is_todo or choice in _NOT_REMEMBERED:
                continue
            wanted[person.company_id.id, "person", person.key] = {
                "member_id": person._member().id
            }
        for task in self.task_ids:
            if not task.is_todo and task.choice in ("existing", "skip"):
                wanted[task.company_id.id, "task", task.key] = {
                    "task_id": task.choice == "existing" and task.task_id.id
                }
        self._write_memories(wanted)
        self._tell_others(wanted)

    def _write_memories(self, wanted):
        memory = self.env["ict.import.memory"]
        known = {
            (one.company_id.id, one.kind, one.key): one
            for one in memory.search(
                [
                    ("company_id", "in", list({key[0] for key in wanted})),
                    ("key", "in", list({key[2] for key in wanted})),
                ]
            )
        }
        trusted = memory._trusted_users()
        for key, vals in wanted.items():
            one = known.get(key)
            if not one:
                continue
            if any(one[name].id != value for name, value in vals.items()):
                one.write(vals)
            elif one.kind == "school" and one.write_uid not in trusted:
                one.write({"key": one.key})  # now it is this user's word
        memory.create(
            [
                {"company_id": company, "kind": kind, "key": key, **vals}
                for (company, kind, key), vals in wanted.items()
                if (company, kind, key) not in known
            ]
        )

    def _tell_others(self, wanted):
        """Fill in the same choice in the other files of the school that wait for it."""
        chosen = {
            (company, key): vals["member_id"]
            for (company, kind, key), vals in wanted.items()
            if kind == "person"
        }
        waiting = self.env["ict.import.person"].search(
            [
                ("import_id", "not in", self.ids),
                ("import_id.state", "=", "draft"),
                ("company_id", "in", list({company for company, _key in chosen})),
                ("key", "in", list({key for _company, key in chosen})),
                ("choice", "=", False),
            ]
        )
        for person in waiting:
            key = (person.company_id.id, person.key)
            if key in chosen:
                member = chosen[key]
                choice = "member" if member else "keep"
                person.write({"choice": choice, "member_id": member})
