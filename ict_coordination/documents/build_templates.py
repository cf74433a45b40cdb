# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Make the Word templates that are shipped.

Run in the folder of the addon: ``python -m documents.build_templates``. The words are
tags too (``labels.…``), so that one file serves every language.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, timezone
from pathlib import Path

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FOLDER = Path(__file__).parent / "templates"
FONT = "Arial"
GREY = RGBColor(0x5F, 0x66, 0x6D)
BLUE = RGBColor(0x1F, 0x3A, 0x5F)
WIDTH = 17.0  # cm between the margins of A4


class Page:
    """A4 with the styles, the header and the footer of both documents."""

    def __init__(self, header: str):
        self.doc = Document()
        section = self.doc.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
        self._styles()
        properties = self.doc.core_properties
        properties.title = "{{ title }}"
        properties.author = properties.comments = ""
        # the same file from the same script
        properties.created = properties.modified = datetime(
            2026, 1, 1, tzinfo=timezone.utc
        )
        top = section.header.paragraphs[0]
        self._run(top, header, GREY, 8.5)
        bottom = section.footer.paragraphs[0]
        bottom.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._run(bottom, "{{ labels.page }} ", GREY, 8.5)
        self._field(bottom, "PAGE")
        self._run(bottom, " / ", GREY, 8.5)
        self._field(bottom, "NUMPAGES")

    def _styles(self):
        styles = self.doc.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size = FONT, Pt(10)
        normal.paragraph_format.space_after = Pt(4)
        fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(kind), FONT)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "nl-BE")
        normal.element.get_or_add_rPr().append(language)
        for name, size, before, after in (
            ("Title", 20, 0, 2),
            ("Heading 1", 14, 14, 4),
            ("Heading 2", 11, 12, 3),
        ):
            style = styles[name]
            style.font.name, style.font.size = FONT, Pt(size)
            style.font.bold, style.font.color.rgb = True, BLUE
            found = style.element.get_or_add_rPr().get_or_add_rFonts()
            for kind in list(found.attrib):
                del found.attrib[kind]
            found.set(qn("w:ascii"), FONT)
            found.set(qn("w:hAnsi"), FONT)
            style.paragraph_format.space_before = Pt(before)
            style.paragraph_format.space_after = Pt(after)
            style.paragraph_format.keep_with_next = True
        border = styles["Title"].element.pPr.find(qn("w:pBdr"))
        if border is not None:
            styles["Title"].element.pPr.remove(border)

    def _run(self, paragraph, text, colour=None, size=None, bold=False):
        run = paragraph.add_run(text)
        run.bold = bold
        if colour is not None:
            run.font.color.rgb = colour
        if size:
            run.font.size = Pt(size)
        return run

    def _field(self, paragraph, code):
        for kind, text in (("begin", None), (None, code), ("separate", None)):
            run = self._run(paragraph, "", GREY, 8.5)
            if kind:
                part = OxmlElement("w:fldChar")
                part.set(qn("w:fldCharType"), kind)
            else:
                part = OxmlElement("w:instrText")
                part.text = f" {text} "
            run._r.append(part)
        self._run(paragraph, "1", GREY, 8.5)
        end = OxmlElement("w:fldChar")
        end.set(qn("w:fldCharType"), "end")
        self._run(paragraph, "", GREY, 8.5)._r.append(end)

    def heading(self, text, level=1):
        self.doc.add_heading(text, level)

    def text(self, text, grey=False, bold=False, keep=False):
        paragraph = self.doc.add_paragraph()
        self._run(paragraph, text, GREY if grey else None, bold=bold)
        paragraph.paragraph_format.keep_with_next = keep
        return paragraph

    def tag(self, text):
        """Add a paragraph that only holds a tag: it is gone when filled in."""
        self.doc.add_paragraph(text)

    def facts(self, rows):
        """Add a table of two columns: what, and its value; each ``(label, tag)``."""
        table = self._table((4.5, WIDTH - 4.5))
        for label, tag in rows:
            row = table.add_row()
            self._row(row)
            for cell, text, bold in zip(
                row.cells, (label, tag), (True, False), strict=True
            ):
                self._write(cell, text, bold=bold)
        self._after()

    def rows(self, loop, columns):
        """Add a table with a heading on every page and one row per item.

        :param loop: the words of the tag, as ``task in cluster.tasks``
        :param columns: ``[(label, tag or lines of tags, cm)]``
        """
        table = self._table([width for _label, _tag, width in columns])
        head = table.add_row()
        self._row(head, repeat=True)
        for cell, (label, _tag, _width) in zip(head.cells, columns, strict=True):
            self._write(cell, label, bold=True)
            self._shade(cell)
        table.add_row().cells[0].text = f"{{%tr for {loop} %}}"
        row = table.add_row()
        self._row(row)
        for cell, (_label, tag, _width) in zip(row.cells, columns, strict=True):
            first, *more = tag if isinstance(tag, tuple) else (tag,)
            self._write(cell, first)
            for line in more:
                paragraph = cell.add_paragraph()
                paragraph.paragraph_format.space_after = Pt(0)
                self._run(paragraph, line, GREY, 8.5)
        table.add_row().cells[0].text = "{%tr endfor %}"
        for row in table.rows:
            for cell, (_label, _tag, width) in zip(row.cells, columns, strict=True):
                cell.width = Cm(width)
        self._after()

    def signatures(self):
        self.heading("{{ labels.signatures }}")
        self.text("{{ labels.signatures_intro }}", keep=True)
        self.rows(
            "signature in signatures",
            [
                ("{{ labels.role }}", "{{ signature.role }}", 4.4),
                ("{{ labels.name }}", "{{ signature.name }}", 4.6),
                ("{{ labels.signing_date }}", "", 2.8),
                ("{{ labels.signature }}", "", 5.2),
            ],
        )
        table = self.doc.tables[-1]
        table.rows[2].height = Cm(1.7)
        # on one page, with what stands above it
        for row in table.rows:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    paragraph.paragraph_format.keep_with_next = True

    def _table(self, widths):
        table = self.doc.add_table(rows=0, cols=len(widths))
        table.style = "Table Grid"
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        borders = OxmlElement("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            line = OxmlElement(f"w:{side}")
            for key, value in (("val", "single"), ("sz", "4"), ("color", "B8C0C8")):
                line.set(qn(f"w:{key}"), value)
            borders.append(line)
        table._tbl.tblPr.append(borders)
        return table

    def _row(self, row, repeat=False):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if repeat:
            properties.append(OxmlElement("w:tblHeader"))

    def _write(self, cell, text, bold=False):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph.paragraph_format.space_before = Pt(1)
        self._run(paragraph, text, bold=bold, size=9.5)

    def _shade(self, cell):
        shade = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", "E6ECF2")):
            shade.set(qn(f"w:{key}"), value)
        cell._tc.get_or_add_tcPr().append(shade)

    def _after(self):
        self.doc.add_paragraph().paragraph_format.space_after = Pt(0)

    def save(self, name):
        """Write the file: the same bytes from the same script and libraries."""
        made = io.BytesIO()
        self.doc.save(made)
        with (
            zipfile.ZipFile(made) as old,
            zipfile.ZipFile(FOLDER / f"{name}.docx", "w") as new,
        ):
            for part in old.namelist():
                new.writestr(
                    zipfile.ZipInfo(part),  # dated 1980
                    old.read(part),
                    zipfile.ZIP_DEFLATED,
                )


def job_description():
    page = Page("{{ title }} · {{ person }} · {{ school_year }}")
    page.doc.add_paragraph("{{ title }}", style="Title")
    page.text("{{ person }}", bold=True).runs[0].font.size = Pt(13)
    page.facts(
        [
            ("{{ labels.function }}", "{{ function }}"),
            ("{{ labels.teams }}", "{{ teams }}"),
            ("{{ labels.schools }}", "{{ schools }}"),
            ("{{ labels.school_year }}", "{{ school_year }}"),
            ("{{ labels.hours_agreed }}", "{{ hours }}"),
            ("{{ labels.hours_available }}", "{{ hours_available }}"),
            ("{{ labels.task_count }}", "{{ task_count }}"),
            ("{{ labels.date }}", "{{ date }}"),
        ]
    )
    page.text("{{ scope }}", grey=True)
    page.tag("{%p if not clusters %}")
    page.text("{{ labels.no_tasks }}")
    page.tag("{%p endif %}")
    page.tag("{%p for cluster in clusters %}")
    page.heading("{{ cluster.name }} – {{ cluster.hours }}")
    page.heading("{{ labels.tasks }}", 2)
    page.rows(
        "task in cluster.tasks",
        [
            (
                "{{ labels.task }}",
                (
                    "{{ task.name }}",
                    "{%p if several_schools %}",
                    "{{ task.school }}",
                    "{%p endif %}",
                    "{%p if task.remark %}",
                    "{{ task.remark }}",
                    "{%p endif %}",
                ),
                7.2,
            ),
            ("{{ labels.level }}", "{{ task.level }}", 2.6),
            ("{{ labels.mandates }}", "{{ task.mandates }}", 4.4),
            ("{{ labels.hours }}", "{{ task.hours }}", 2.8),
        ],
    )
    page.tag("{%p if cluster.competencies %}")
    page.heading("{{ labels.competencies }}", 2)
    page.rows(
        "competency in cluster.competencies",
        [
            ("{{ labels.competency }}", "{{ competency.name }}", 5.6),
            ("{{ labels.importance }}", "{{ competency.importance }}", 2.6),
            ("{{ labels.expected_skills }}", "{{ competency.skills }}", 4.6),
            ("{{ labels.own_skills }}", "{{ competency.own }}", 4.2),
        ],
    )
    page.tag("{%p endif %}")
    page.tag("{%p endfor %}")
    page.signatures()
    page.save("job_description")


def agreements_note():
    page = Page("{{ title }} · {{ school }} · {{ school_year }}")
    page.doc.add_paragraph("{{ title }}", style="Title")
    page.text("{{ school }}", bold=True).runs[0].font.size = Pt(13)
    page.facts(
        [
            ("{{ labels.group }}", "{{ group }}"),
            ("{{ labels.school_year }}", "{{ school_year }}"),
            ("{{ labels.overview }}", "{{ kind }} – {{ state }}"),
            ("{{ labels.approved }}", "{{ approved }}"),
            ("{{ labels.hours_agreed }}", "{{ hours }}"),
            ("{{ labels.budget }}", "{{ budget }}"),
            ("{{ labels.agreed }}", "{{ agreed }}"),
            ("{{ labels.date }}", "{{ date }}"),
        ]
    )
    page.heading("{{ labels.team }}")
    page.tag("{%p for team in teams %}")
    page.heading("{{ team.role }}", 2)
    page.rows(
        "member in team.members",
        [
            ("{{ labels.name }}", "{{ member.name }}", 5.6),
            ("{{ labels.kind }}", "{{ member.kind }}", 3.4),
            ("{{ labels.teams }}", "{{ member.teams }}", 5.2),
            ("{{ labels.hours_available }}", "{{ member.hours }}", 2.8),
        ],
    )
    page.tag("{%p endfor %}")
    page.heading("{{ labels.who_does_what }}")
    page.tag("{%p for cluster in clusters %}")
    page.heading("{{ cluster.name }} – {{ cluster.hours }}", 2)
    page.rows(
        "row in cluster.rows",
        [
            ("{{ labels.task }}", ("{{ row.task }}", "{{ row.level }}"), 5.6),
            ("{{ labels.person }}", "{{ row.person }}", 3.4),
            ("{{ labels.mandates }}", "{{ row.mandates }}", 3.6),
            ("{{ labels.hours }}", "{{ row.hours }}", 2.1),
            ("{{ labels.agreed }}", "{{ row.agreed }}", 2.3),
        ],
    )
    page.tag("{%p endfor %}")
    page.tag("{%p if open_tasks %}")
    page.heading("{{ labels.open_tasks }}")
    page.text("{{ open_count }}", grey=True, keep=True)
    page.tag("{%p for task in open_tasks %}")
    page.doc.add_paragraph("{{ task }}", style="List Bullet")
    page.tag("{%p endfor %}")
    page.tag("{%p endif %}")
    page.tag("{%p if contacts %}")
    page.heading("{{ labels.contacts }}")
    page.rows(
        "contact in contacts",
        [
            ("{{ labels.name }}", "{{ contact.name }}", 4.0),
            ("{{ labels.contact_about }}", "{{ contact.about }}", 6.0),
            ("{{ labels.mail }}", "{{ contact.mail }}", 4.4),
            ("{{ labels.phone }}", "{{ contact.phone }}", 2.6),
        ],
    )
    page.tag("{%p endif %}")
    page.signatures()
    page.save("agreements_note")


def main():
    FOLDER.mkdir(exist_ok=True)
    job_description()
    agreements_note()


if __name__ == "__main__":
    main()
