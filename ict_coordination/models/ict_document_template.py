import base64
import binascii

from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..documents import (
    DOCUMENTS,
    TemplateProblem,
    WordTemplate,
    shipped_template,
    tags_of,
)
from ..documents.sample import sample

KINDS = [
    ("job_description", "Job description"),
    ("agreements_note", "Agreements note"),
]


class IctDocumentTemplate(models.Model):
    """The Word template of a school or a group, in place of the shipped one.

    It is data that somebody uploads: ``documents.sandbox`` says what its tags may do,
    and a file that cannot be filled in is refused here, with the tag that is wrong.
    """

    _name = "ict.document.template"
    _description = "Word template of an ICT document"
    _inherit = ["ict.school.mixin"]
    _order = "company_id, kind"

    company_id = fields.Many2one(
        "res.company",
        "School or group",
        required=True,
        index=True,
        ondelete="cascade",
        default=lambda self: self.env.company,
        help="A template of the school group counts for all its schools that have "
        "none of their own.",
    )
    kind = fields.Selection(KINDS, "Document", required=True, default="job_description")
    file = fields.Binary("Word file", required=True, attachment=True)
    file_name = fields.Char()
    shipped_file = fields.Binary(
        "Shipped template", compute="_compute_shipped", help="Start from this one."
    )
    shipped_name = fields.Char(compute="_compute_shipped")
    tags_html = fields.Html("Tags", compute="_compute_tags_html", sanitize=False)

    _kind_uniq = models.UniqueIndex(
        "(company_id, kind)",
        "This school has a template for this document already. Replace its file.",
    )

    # --- computes ---

    @api.depends("company_id", "kind")
    @api.depends_context("lang")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for template in self:
            template.display_name = " – ".join(
                filter(None, (kinds.get(template.kind), template.company_id.name))
            )

    @api.depends("kind")
    def _compute_shipped(self):
        for template in self:
            kind = template.kind or KINDS[0][0]
            template.shipped_file = base64.b64encode(shipped_template(kind))
            template.shipped_name = f"{kind}.docx"

    @api.depends("kind")
    def _compute_tags_html(self):
        """List every tag, under the loop that it needs."""
        for template in self:
            rows, within = Markup(), None
            for path, name, is_list in tags_of(DOCUMENTS[template.kind or KINDS[0][0]]):
                if is_list:
                    continue
                if path != within:
                    within = path
                    rows += Markup("<tr><th>%s</th></tr>") % _loops(path)
                owner = _single(path[-1]) if path else ""
                tag = "{{ %s }}" % (f"{owner}.{name}" if owner else name)
                rows += Markup("<tr><td><code>%s</code></td></tr>") % tag
            template.tags_html = (
                Markup('<table class="table table-sm">%s</table>') % rows
            )

    # --- create, write ---

    @api.model_create_multi
    def create(self, vals_list):
        templates = super().create(vals_list)
        templates._check_files()
        return templates

    def write(self, vals):
        result = super().write(vals)
        if {"file", "kind"} & vals.keys():
            self._check_files()
        return result

    def _check_files(self):
        """Fill in every template: with something of everything, and with nothing.

        :raise ValidationError: with what is wrong, and the tag as it stands there
        """
        document = self.env["ict.document"]
        labels = document._labels()
        for template in self:
            shape = DOCUMENTS[template.kind]
            try:
                word = WordTemplate(template._content())
                for items in (2, 0):
                    word.render(sample(shape, items), labels)
            except TemplateProblem as problem:
                raise ValidationError(document._problem_text(problem)) from problem

    def _content(self):
        """Return the .docx as bytes."""
        try:
            return base64.b64decode(self.with_context(bin_size=False).file or b"")
        except (binascii.Error, ValueError):
            return b"?"

    # --- API ---

    @api.model
    def _of_schools(self, kind, school_ids):
        """Return the template of one school, else of its group; empty: the shipped one.

        A document about several schools has the template of their group.
        """
        schools = self.env["res.company"].sudo().browse(school_ids)
        groups = schools.school_group_id
        places = [*schools.ids] if len(schools) == 1 else []
        places += groups.ids if len(groups) == 1 else []
        found = self.search([("kind", "=", kind), ("company_id", "in", places)])
        return found.sorted(lambda one: places.index(one.company_id.id))[:1]


def _single(name):
    """Return the name of one item of a list: ``task`` of ``tasks``."""
    return {"competencies": "competency"}.get(name, name.removesuffix("s"))


def _loops(path):
    """Return the loops around the tags of ``path`` as they are written in Word."""
    parts = []
    for place, name in enumerate(path):
        owner = f"{_single(path[place - 1])}." if place else ""
        parts.append(f"{{%p for {_single(name)} in {owner}{name} %}}")
    return " ".join(parts)
