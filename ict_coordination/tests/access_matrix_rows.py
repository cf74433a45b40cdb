"""What the access matrix tries its verbs on, for each school."""

import base64

from odoo.fields import Command

from ..documents import shipped_template


class AccessRows:
    """Mixed into a case with schools: makes ``(record, to create, to write)``."""

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
