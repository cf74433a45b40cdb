import io
import re
import zipfile

from odoo import api, models
from odoo.exceptions import AccessError, UserError

from ...documents import TemplateProblem, WordTemplate, shipped_template
from .template_problems import problem_text

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: what a document is made of, as it stands in the address
SOURCES = {
    ("job_description", "employee"): "hr.employee",
    ("job_description", "member"): "ict.team.member",
    ("agreements_note", "overview"): "ict.overview",
}
#: in one zip
MOST = 200
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class IctDocument(models.AbstractModel):
    _inherit = "ict.document"

    @api.model
    def _documents(self, kind, model, ids):
        """Return ``[(document, ids of its schools)]`` with the rights of the reader."""
        if kind == "agreements_note":
            return self._agreements_notes(ids)
        return self._job_descriptions(model, ids)

    @api.model
    def _word(self, kind, model, ids):
        """Return ``(content, file name, mime type)``: one .docx, or a zip of several.

        :raise AccessError: the reader may not have one of them
        :raise UserError: a template of the school cannot be used
        """
        if not ids:
            raise UserError(self.env._("There is nobody to make a document of."))
        if len(ids) > MOST:
            raise UserError(self.env._("At most %s documents at a time.", MOST))
        labels, words = self._labels(), {}
        files = []
        for document, schools in self._documents(kind, model, ids):
            key, content = self._template(kind, schools)
            try:
                if key not in words:
                    # One template is read and compiled once for all.
                    words[key] = WordTemplate(content)
                filled = words[key].render(document, labels)
            except TemplateProblem as problem:
                raise UserError(self._problem_text(problem)) from problem
            files.append((f"{self._file_name(kind, document)}.docx", filled))
        if len(files) == 1:
            return files[0][1], files[0][0], DOCX
        return _zip(files), f"{self._kind_name(kind)}.zip", "application/zip"

    def _template(self, kind, school_ids):
        """Return ``(key, content)`` of the Word template of these schools."""
        template = self.env["ict.document.template"]._of_schools(kind, school_ids)
        if template:
            return template.id, template._content()
        return kind, shipped_template(kind)

    def _problem_text(self, problem):
        """Return what is wrong with a template, in words."""
        return problem_text(self.env, problem)

    def _kind_name(self, kind):
        if kind == "agreements_note":
            return self.env._("ICT agreements")
        return self.env._("ICT job description")

    def _file_name(self, kind, document):
        if kind == "agreements_note":
            name = f"{document.title} {document.school} {document.school_year}"
        else:
            name = f"{document.title} {document.person}"
        return _NOT_IN_NAMES.sub("-", name).strip(" .")[:120]

    # --- what the buttons do ---

    @api.model
    def _word_action(self, kind, source, ids):
        """Return the action that downloads the Word file of these ids.

        :param source: the second half of a key of ``SOURCES``
        """
        if not ids:
            raise UserError(self.env._("There is nobody to make a document of."))
        numbers = ",".join(map(str, ids))
        companies = "-".join(map(str, self.env.companies.ids))
        return {
            "type": "ir.actions.act_url",
            "url": f"/ict/document/{kind}/{source}/{numbers}/docx?cids={companies}",
            "target": "self",
        }

    @api.model
    def _pdf_action(self, ids):
        """Return the action that prints the job description of these employees."""
        if not ids:
            raise UserError(self.env._("There is nobody to make a document of."))
        report = self.env.ref("ict_coordination.job_description_report")
        return report.report_action(list(ids), config=False)

    @api.model
    def _own_employees(self):
        """Return the ids of the employees that the user is.

        :raise UserError: there is none
        """
        own = self.env["hr.employee.public"].search([("user_id", "=", self.env.uid)])
        if not own:
            raise UserError(
                self.env._(
                    "You have no page in the personnel file yet. Ask the staff office."
                )
            )
        return own.ids

    @api.model
    def _source_model(self, kind, source):
        """Return the model of an address.

        :raise AccessError: there is no such document
        """
        if (kind, source) not in SOURCES:
            raise AccessError(self.env._("There is no such document."))
        return SOURCES[kind, source]


def _zip(files):
    """Return a zip; two people of one name get a number."""
    buffer, used = io.BytesIO(), {}
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            used[name] = used.get(name, 0) + 1
            if used[name] > 1:
                name = f"{name.removesuffix('.docx')} ({used[name]}).docx"
            archive.writestr(name, content)
    return buffer.getvalue()
