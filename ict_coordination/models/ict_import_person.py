from odoo import api, fields, models

from .ict_import_scope import person_key

MATCHES = [
    ("exact", "Found"),
    ("likely", "Likely"),
    ("ambiguous", "Several people"),
    ("none", "Not found"),
]
CHOICES = [
    ("member", "Team member"),
    ("employee", "Employee: becomes a member"),
    ("partner", "New external partner"),
    ("vacancy", "Vacancy"),
    ("sounding_board", "Sounding board"),
    ("keep", "Keep as note"),
]
FOUND_KINDS = [
    ("person", "Person"),
    ("vacancy", "Vacancy"),
    ("external", "External partner"),
    ("group", "Group of people"),
    ("sounding_board", "Sounding board"),
]
NEW_MEMBERS = ("partner", "vacancy", "sounding_board")
_CELLS_SHOWN = 8


class IctImportPerson(models.Model):
    """One name of a workbook in one school, and who that is."""

    _name = "ict.import.person"
    _description = "Person in an imported workbook"
    _inherit = ["ict.import.part"]
    _order = "import_id desc, company_id, name, id"
    _chosen_fields = frozenset(["choice", "member_id", "employee_id"])
    _check_company_auto = True

    import_id = fields.Many2one(
        "ict.import", "Workbook", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        "res.company", "School", required=True, index=True, ondelete="cascade"
    )
    name = fields.Char("Name in the workbook", required=True, readonly=True)
    key = fields.Char(readonly=True)
    found_kind = fields.Selection(
        FOUND_KINDS, "Kind", required=True, default="person", readonly=True
    )
    occurrence_count = fields.Integer("How often", readonly=True)
    where = fields.Char(readonly=True)
    match = fields.Selection(MATCHES, required=True, default="none", readonly=True)
    choice = fields.Selection(CHOICES)
    member_id = fields.Many2one(
        "ict.team.member", "Team member", check_company=True, ondelete="set null"
    )
    # No check_company: employees know nothing of groups. The member does check.
    employee_id = fields.Many2one(
        "hr.employee",
        ondelete="set null",
        domain="['|', ('company_id', '=', company_id),"
        " ('company_id.group_school_ids', '=', company_id)]",
    )
    is_todo = fields.Boolean("To choose", compute="_compute_is_todo")

    @api.depends("choice", "member_id", "employee_id")
    def _compute_is_todo(self):
        for person in self:
            person.is_todo = (
                not person.choice
                or (person.choice == "member" and not person.member_id)
                or (person.choice == "employee" and not person.employee_id)
            )

    def write(self, vals):
        result = super().write(vals)
        if {"choice", "member_id", "employee_id"} & vals.keys():
            self.import_id._apply_choices()
        return result

    # --- the dry run ---

    @api.model
    def _sync(self, book, rows, scopes):
        """Let the people of ``book`` be those in ``rows``; keep what was chosen.

        :param rows: ``{sheet: rows}``
        :param scopes: ``{school: SchoolScope}``
        """
        found = {}
        for sheet, some in rows.items():
            for row in some:
                for person in row.people:
                    key = (sheet.company_id.id, person_key(person))
                    found.setdefault(key, []).append((sheet, person))
        chosen = {
            (one.company_id.id, one.key)
            for one in book.person_ids
            if one.choice or book.state == "done"
        }
        wanted = {}
        for key, places in found.items():
            sheet, person = places[0]
            wanted[key] = {
                "name": self._label(person),
                "found_kind": person.kind,
                "occurrence_count": len(places),
                "where": _where(places),
            }
            if key not in chosen:
                wanted[key] |= scopes[sheet.company_id].match_person(person)
        book._set_parts("person_ids", wanted)
        self._note_likely(book, found)

    @api.model
    def _label(self, person):
        """Return the name as written; what has none is called by its kind."""
        kinds = dict(self._fields["found_kind"]._description_selection(self.env))
        return person.name or kinds[person.kind]

    @api.model
    def _note_likely(self, book, found):
        """Note (class B) who was taken for somebody whose name is written otherwise."""
        notes = book.note_ids.filtered(lambda note: note.code == "likely_person")
        known = {(note.sheet_id.company_id.id, note.text) for note in notes}
        vals_list = []
        for person in book.person_ids:
            key = (person.company_id.id, person.key)
            if person.match != "likely" or person.is_todo or key not in found:
                continue
            sheet, first = found[key][0]
            who = person.member_id.name or person.employee_id.name
            if who and (person.company_id.id, person.name) not in known:
                vals_list.append(
                    {
                        "import_id": book.id,
                        "sheet_id": sheet.id,
                        "cell": first.cell,
                        "text": person.name,
                        "klass": "B",
                        "code": "likely_person",
                        "values": [person.name, who],
                        "position": -1,
                    }
                )
        self.env["ict.import.note"].create(vals_list)

    # --- the import ---

    def _settle(self):
        """Give everybody who was chosen a member; employees are never created."""
        employees = self.filtered(
            lambda one: one.choice == "employee" and one.employee_id
        )
        for company, persons in employees.grouped("company_id").items():
            found = self.env["ict.team.member"]._for_employees(
                persons.employee_id, company
            )
            for person in persons:
                member = found[person.employee_id.id]
                person.write({"choice": "member", "member_id": member.id})
        self.filtered(lambda one: one.choice in NEW_MEMBERS)._settle_new()

    def _settle_new(self):
        """Give a partner, vacancy or sounding board its member: once for each name."""
        members = self.env["ict.team.member"].search(
            [
                ("company_id", "in", (self.company_id | self._groups()).ids),
                ("member_type", "in", self.mapped("choice")),
            ]
        )
        known = {
            (member.company_id.id, member.member_type, member.name.casefold()): member
            for member in members
        }
        create_vals = {}
        for person in self:
            member = person._known_member(known)
            if member:
                if person.member_id != member:
                    person.member_id = member
            else:
                key = (person.company_id, person.choice, person.name.casefold())
                create_vals.setdefault(key, (person.name, []))[1].append(person.id)
        created = members.create(
            [
                {"company_id": company.id, "member_type": kind, "name": name}
                for (company, kind, _key), (name, _ids) in create_vals.items()
            ]
        )
        for member, (_name, ids) in zip(created, create_vals.values(), strict=True):
            self.browse(ids).write({"member_id": member.id})

    def _groups(self):
        return self.company_id.sudo().school_group_id.sudo(False)

    def _known_member(self, known):
        """Return the member of this name and kind in the school, else in its group."""
        for company in (self.company_id, self._groups()):
            member = known.get((company.id, self.choice, self.name.casefold()))
            if member:
                return member
        return self.env["ict.team.member"]

    def _member(self):
        """Return the member on whom the import puts tasks; empty: kept as a note."""
        return (
            (self.env["ict.team.member"] if self.choice == "keep" else self.member_id)
            if not self.is_todo
            else self.env["ict.team.member"]
        )


def _where(places):
    """Return "Sheet F7, F9, …" for ``[(sheet, person)]``."""
    texts, shown = [], places[:_CELLS_SHOWN]
    for sheet in dict.fromkeys(sheet for sheet, _person in shown):
        cells = [person.cell for one, person in shown if one == sheet]
        texts.append(f"{sheet.name} {', '.join(dict.fromkeys(filter(None, cells)))}")
    return "; ".join(texts) + (", …" if len(places) > len(shown) else "")
