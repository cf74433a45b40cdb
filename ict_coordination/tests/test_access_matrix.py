"""Who may do what: model × role × verb × own school, sibling school, other group.

Each cell holds the letters of what is allowed: r(ead), w(rite), c(reate), d(elete).
The users have own and sibling school ticked, so nothing here rests on the companies
in use alone.
"""

import base64

from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import tagged

from ..documents import shipped_template
from .common import IctCase

ALL, READ, NONE = "rwcd", "r", ""

#: A workbook on its way in: for those who make overviews, nobody else.
IMPORT_ROW = {
    "teacher": (NONE, NONE, NONE),
    "coordinator": (ALL, NONE, NONE),
    "director": (ALL, NONE, NONE),
    "hr": (NONE, NONE, NONE),
    "manager": (ALL, ALL, NONE),
}

#: Visits, consultation and goals: a group's own are in test_contact_rights.
CONTACT_ROW = {
    "teacher": (NONE, NONE, NONE),
    "coordinator": (ALL, NONE, NONE),
    "director": (ALL, NONE, NONE),
    "hr": (READ, READ, NONE),
    "manager": (ALL, ALL, NONE),
}

#: What people agree with is asked and answered by buttons. The teacher's own: in
#: test_agreement_rights.
AGREEMENT_ROW = {
    "teacher": (NONE, NONE, NONE),
    "coordinator": (READ, NONE, NONE),
    "director": (READ, NONE, NONE),
    "hr": (READ, READ, NONE),
    "manager": (READ, READ, NONE),
}

#: model → role → (own school, sibling school, other group)
MATRIX = {
    "ict.overview": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (ALL, NONE, NONE),
        "director": (ALL, NONE, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.overview.line": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (ALL, NONE, NONE),
        "director": (ALL, NONE, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.allocation": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (ALL, NONE, NONE),
        "director": (ALL, NONE, NONE),
        "hr": (ALL, ALL, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.team.member": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (ALL, NONE, NONE),
        "director": (ALL, NONE, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.mandate": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (ALL, NONE, NONE),
        "director": (ALL, NONE, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.task": {
        "teacher": (READ, READ, NONE),
        "coordinator": (ALL, READ, NONE),
        "director": (ALL, READ, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.cluster": {
        "teacher": (READ, READ, NONE),
        "coordinator": (ALL, READ, NONE),
        "director": (ALL, READ, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.competency": {
        "teacher": (READ, READ, NONE),
        "coordinator": (ALL, READ, NONE),
        "director": (ALL, READ, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.document.template": {
        "teacher": (READ, READ, NONE),
        "coordinator": (ALL, READ, NONE),
        "director": (ALL, READ, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.who.does.what": {
        "teacher": (READ, READ, NONE),
        "coordinator": (READ, READ, NONE),
        "director": (READ, READ, NONE),
        "hr": (READ, READ, NONE),
        "manager": (READ, READ, NONE),
    },
    "ict.year.report": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (READ, NONE, NONE),
        "director": (READ, NONE, NONE),
        "hr": (READ, READ, NONE),
        "manager": (READ, READ, NONE),
    },
    "ict.settings": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (READ, READ, NONE),
        "director": (READ, READ, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    # Written by what exports, never by hand: and not even by who may read it.
    "ict.export.log": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (NONE, NONE, NONE),
        "director": (NONE, NONE, NONE),
        "hr": (NONE, NONE, NONE),
        "manager": (READ, READ, NONE),
    },
    # Made by a button, never by hand; what was handed over is never thrown away.
    "ict.handover": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (READ, NONE, NONE),
        "director": ("rwd", NONE, NONE),
        "hr": ("rwd", "rwd", NONE),
        "manager": ("rwd", "rwd", NONE),
    },
    "ict.handover.line": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (READ, NONE, NONE),
        "director": ("rw", NONE, NONE),
        "hr": ("rw", "rw", NONE),
        "manager": ("rw", "rw", NONE),
    },
    "ict.agreement": AGREEMENT_ROW,
    "ict.agreement.line": AGREEMENT_ROW,
    "ict.feedback": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": ("rw", NONE, NONE),
        "director": ("rw", NONE, NONE),
        "hr": (NONE, NONE, NONE),
        "manager": ("rwd", "rwd", NONE),
    },
    "ict.rhythm": CONTACT_ROW,
    "ict.meeting": CONTACT_ROW,
    "ict.goal": CONTACT_ROW,
    "ict.school.contact": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (READ, NONE, NONE),
        "director": (READ, NONE, NONE),
        "hr": (READ, READ, NONE),
        "manager": (READ, READ, NONE),
    },
    "ict.import": IMPORT_ROW,
    "ict.import.sheet": IMPORT_ROW,
    "ict.import.person": IMPORT_ROW,
    "ict.import.task": IMPORT_ROW,
    "ict.import.note": IMPORT_ROW,
    "ict.import.memory": IMPORT_ROW,
}

#: model without a school → role → letters
SHARED_MATRIX = {
    "ict.team": {
        "teacher": READ,
        "coordinator": READ,
        "director": READ,
        "hr": READ,
        "manager": ALL,
    },
    "ict.funding": {
        "teacher": READ,
        "coordinator": READ,
        "director": READ,
        "hr": READ,
        "manager": ALL,
    },
}


@tagged("post_install", "-at_install")
class TestAccessMatrix(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        other_employee = cls._new_employee("Olga Vreemd", cls.other)
        members = {
            cls.own: cls.member_own,
            cls.sibling: cls.member_sibling,
            cls.other: cls._new_member(other_employee, cls.other),
        }
        task = cls.env["ict.task"]
        cls.cluster = cls.env.ref("ict_coordination.cluster_technical")
        cls.records = {}
        for place, company in enumerate((cls.own, cls.sibling, cls.other)):
            overview = cls._new_overview(company)
            active = cls._new_overview(company, state="active", school_year="2025-2026")
            shared = {"company_id": company.id, "cluster_id": cls.cluster.id}
            extra = task.create({"name": f"Extra {place}", **shared})
            free_task = task.create({"name": f"Free {place}", **shared})
            line = cls._line(overview)
            seen = cls._allocate(cls._line(active), members[company], 2)
            by_model = {
                "ict.overview": (
                    overview,
                    {
                        "company_id": company.id,
                        "kind": "target",
                        "school_year": "2026-2027",
                    },
                    {"note": "x"},
                ),
                "ict.overview.line": (
                    line,
                    {"overview_id": overview.id, "task_id": extra.id},
                    {"note": "x"},
                ),
                "ict.allocation": (
                    cls._allocate(line, members[company], 2),
                    {
                        "line_id": cls._line(overview, "technical_02").id,
                        "member_id": members[company].id,
                    },
                    {"hours": 3},
                ),
                "ict.team.member": (
                    members[company],
                    {
                        "company_id": company.id,
                        "member_type": "vacancy",
                        "name": "Vacancy",
                    },
                    {"hours_available": 4},
                ),
                "ict.mandate": (
                    cls.env["ict.mandate"].create(
                        {
                            "company_id": company.id,
                            "cluster_id": cls.cluster.id,
                            "member_id": members[company].id,
                        }
                    ),
                    {
                        "company_id": company.id,
                        "cluster_id": cls.env.ref("ict_coordination.cluster_policy").id,
                        "member_id": members[company].id,
                    },
                    {"note": "x"},
                ),
                "ict.task": (extra, {"name": "Mine", **shared}, {"name": "Renamed"}),
                "ict.cluster": (
                    cls.env["ict.cluster"].create(
                        {"name": "Own cluster", "company_id": company.id}
                    ),
                    {"name": "Mine", "company_id": company.id},
                    {"name": "Renamed"},
                ),
                "ict.competency": (
                    cls.env["ict.competency"].create(
                        {"name": "Own competency", "task_id": free_task.id, **shared}
                    ),
                    {"name": "Mine", **shared},
                    {"name": "Renamed"},
                ),
                **cls._document_rows(company),
                "ict.who.does.what": (
                    cls.env["ict.who.does.what"].browse(seen.id),
                    {"company_id": company.id},
                    {"member_name": "x"},
                ),
                "ict.year.report": (
                    cls.env["ict.year.report"].browse(line.id),
                    {"company_id": company.id},
                    {"task_count": 2},
                ),
                "ict.settings": (
                    cls.env["ict.settings"].create({"company_id": company.id}),
                    # One record each: the next one is that of the group.
                    {"company_id": company.parent_id.id},
                    {"need_schools": 3},
                ),
                "ict.feedback": (
                    cls.env["ict.feedback"].create(
                        {
                            "company_id": company.id,
                            "kind": "idea",
                            "text": "Seen",
                            "delivered": True,
                        }
                    ),
                    {
                        "company_id": company.id,
                        "kind": "idea",
                        "text": "New",
                        "delivered": True,
                    },
                    {"state": "busy"},
                ),
                "ict.export.log": (
                    cls.env["ict.export.log"]._note("list", "x", companies=company),
                    {"user_id": cls.env.uid, "kind": "list", "name": "x"},
                    {"name": "y"},
                ),
                **cls._contact_rows(company),
                **cls._import_rows(company),
                **cls._handover_rows(seen),
                **cls._agreement_rows(seen),
            }
            for model, row in by_model.items():
                cls.records[model, place] = row
        cls.env.flush_all()

    @classmethod
    def _contact_rows(cls, company):
        """Return the rows of visits, consultation and goals of ``company``."""
        here = {"company_id": company.id}
        meeting = {**here, "start": "2026-11-24 09:00:00"}
        goal = {**here, "name": "Mine", "deadline": "2026-12-01"}
        return {
            **{
                model: (cls.env[model].create(vals), vals, changed)
                for model, vals, changed in (
                    ("ict.rhythm", here, {"location": "x"}),
                    ("ict.meeting", meeting, {"note": "x"}),
                    ("ict.goal", goal, {"result": "x"}),
                )
            },
            "ict.school.contact": (
                cls.env["ict.school.contact"].browse(company.id),
                here,
                {"last_note": "x"},
            ),
        }

    @classmethod
    def _import_rows(cls, company):
        """Return the rows of a workbook of ``company``, by model."""
        sheet = {"name": "Sheet", "company_id": company.id}
        book = cls.env["ict.import"].create(
            {"name": "seen.xlsx", "sheet_ids": [Command.create(sheet)]}
        )
        part = {"import_id": book.id}
        named = {**part, "name": "Jan", "company_id": company.id}
        note = {**part, "sheet_id": book.sheet_ids.id, "code": "x"}
        memory = {"kind": "person", "key": "jan", "company_id": company.id}
        return {
            "ict.import": (
                book,
                {"name": "new.xlsx", "sheet_ids": [Command.create(sheet)]},
                {"name": "x"},
            ),
            **{
                model: (cls.env[model].create(vals), vals, changed)
                for model, vals, changed in (
                    ("ict.import.sheet", {**part, **sheet}, {"selected": True}),
                    ("ict.import.person", named, {"choice": "keep"}),
                    ("ict.import.task", named, {"choice": "skip"}),
                    ("ict.import.note", note, {"state": "dismissed"}),
                )
            },
            "ict.import.memory": (
                cls.env["ict.import.memory"].create(memory),
                {**memory, "key": "an"},
                {"key": "piet"},
            ),
        }

    @classmethod
    def _document_rows(cls, company):
        """Return the row of a Word template of ``company``."""
        here, by_kind = {"company_id": company.id}, {}
        for kind in ("job_description", "agreements_note"):
            file = base64.b64encode(shipped_template(kind))
            by_kind[kind] = {**here, "kind": kind, "file": file}
        model = cls.env["ict.document.template"]
        return {
            model._name: (
                model.create(by_kind["job_description"]),
                by_kind["agreements_note"],
                {"file_name": "x.docx"},
            )
        }

    @classmethod
    def _agreement_rows(cls, allocation):
        """Return the rows of who was asked about ``allocation``, by model."""
        here = {"company_id": allocation.company_id.id}
        values = {**here, "overview_id": allocation.overview_id.id}
        made = cls.env["ict.agreement"].create(values)
        line = {**here, "agreement_id": made.id}
        return {
            "ict.agreement": (made, values, {"person_name": "x"}),
            "ict.agreement.line": (
                cls.env["ict.agreement.line"].create(line),
                line,
                {"note": "x"},
            ),
        }

    @classmethod
    def _handover_rows(cls, allocation):
        """Return the rows of a hand-over of ``allocation``, by model."""
        handover, line = cls.env["ict.handover"], cls.env["ict.handover.line"]
        line_vals = line._vals_of(allocation)
        values = {
            "name": "Leaver",
            "employee_id": allocation.employee_id.id,
            "school_ids": allocation.company_id.ids,
        }
        made = handover.create({**values, "line_ids": [Command.create(line_vals)]})
        return {
            "ict.handover": (made, values, {"note": "x"}),
            "ict.handover.line": (
                made.line_ids,
                {"handover_id": made.id, **line_vals},
                {"selected": False},
            ),
        }

    def _allowed(self, role, record, create_vals, write_vals):
        """Return the letters of what ``role`` can really do, each tried for real."""
        model = self._as(record.browse(), role)
        if record._name.startswith("ict.import"):
            # What an import may do for this role; test_import_hostile has the people.
            model = model._ours()
        deletable = record.browse()

        def read():
            found = model.search([("id", "=", record.id)])
            found.read(list(write_vals))
            model.browse(record.id).read(list(write_vals))
            return found

        def write():
            model.browse(record.id).write(write_vals)
            return True

        def create():
            model.create(create_vals)
            return True

        def delete():
            nonlocal deletable
            deletable = record.sudo().create(create_vals)
            model.browse(deletable.id).unlink()
            return True

        letters = ""
        for letter, attempt in zip("rwcd", (read, write, create, delete), strict=True):
            if letter == "d" and not record._auto:
                continue
            try:
                with self.env.cr.savepoint():
                    if attempt():
                        letters += letter
                    self.env.flush_all()
                    raise _Undo
            except _Undo:
                self.env.invalidate_all()
            except AccessError:
                self.env.invalidate_all()
        return letters

    def test_matrix(self):
        failures = []
        for model, rows in MATRIX.items():
            for role, cells in rows.items():
                for place, expected in enumerate(cells):
                    found = self._allowed(role, *self.records[model, place])
                    if found != expected:
                        where = ("own", "sibling", "other")[place]
                        failures.append(
                            f"{model} {role} {where}: {found!r}, not {expected!r}"
                        )
        self.assertFalse(failures, "\n".join(failures))

    def test_shared_models(self):
        for model, rows in SHARED_MATRIX.items():
            record = self.env[model].create({"name": "New"})
            for role, expected in rows.items():
                with self.subTest(model=model, role=role):
                    found = self._allowed(
                        role, record, {"name": "Mine"}, {"name": "Renamed"}
                    )
                    self.assertEqual(found, expected)

    def test_every_model_has_a_row(self):
        """A new model without a row in the matrix fails here."""
        models = {
            model.model
            for model in self.env["ir.model"].search([("model", "=like", "ict.%")])
            if not model.transient and not model.abstract
        }
        self.assertEqual(models, MATRIX.keys() | SHARED_MATRIX.keys())

    def test_every_rule_is_needed(self):
        """Take every rule away in turn: the matrix must notice."""
        rules = self.env["ir.rule"].search(
            [("model_id.model", "=like", "ict.%"), ("model_id.transient", "=", False)]
        )
        self.assertTrue(rules)
        unnoticed = []
        for rule in rules:
            rule.active = False
            self.env.flush_all()
            self.env.registry.clear_cache()
            if self._matrix_holds_without(rule):
                unnoticed.append(rule.get_external_id()[rule.id])
            rule.active = True
            self.env.flush_all()
            self.env.registry.clear_cache()
        self.assertFalse(unnoticed)

    def _matrix_holds_without(self, rule):
        """Whether no cell changes; those that most likely do are tried first.

        A rule of a role gives that role something in its own school; one of all users
        keeps strangers out.
        """
        model, places = rule.model_id.model, (0, 1, 2)
        if not rule.groups:
            places = (2, 1, 0)
        roles = sorted(
            MATRIX[model],
            key=lambda role: not self.users[role].all_group_ids & rule.groups,
        )
        return all(
            self._allowed(role, *self.records[model, place])
            == MATRIX[model][role][place]
            for place in places
            for role in roles
        )


class _Undo(Exception):
    """Rolls the savepoint of one attempt back."""
