"""Job descriptions and agreements notes: who may have which, and what is in them."""

import base64
import io
import re
import zipfile

import docx
from psycopg2 import IntegrityError

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import IctCase


def text_of(content):
    """Return the text of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        xml = package.read("word/document.xml").decode()
    return " ".join(re.sub(r"<[^>]+>", " ", xml).split())


@tagged("post_install", "-at_install")
class TestDocuments(HttpCase, IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for role in ("coordinator", "hr"):
            cls._new_employee(f"The {role}", cls.own, cls.users[role])
        cls.sheet = cls._new_overview(cls.own, state="active")
        cls.draft = cls._new_overview(cls.sibling)
        cls._new_overview(cls.own, "target")
        line = cls._line(cls.sheet)
        line.level = "school"
        cls.cluster = line.cluster_id
        cls._allocate(line, cls.member_own, 2.5, decides=True, note="On Monday")
        cls._allocate(line, cls.member_teacher, certainty="unknown", executes=False)
        second = cls._line(cls.sheet, "technical_02")
        cls._allocate(second, cls.member_teacher, 1, contact=True)
        cls.member_tess_there = cls._new_member(cls.employee_teacher, cls.group)
        cls._allocate(cls._line(cls.draft), cls.member_tess_there, 7)
        cls._allocate(cls._line(cls.draft), cls.member_sibling, 4)
        kind = cls.env["hr.skill.type"].create(
            {
                "name": "Networks",
                "skill_ids": [Command.create({"name": "Wifi"})],
                "skill_level_ids": [
                    Command.create({"name": "Good", "level_progress": 80})
                ],
            }
        )
        cls.env["ict.competency"].search(
            [("cluster_id", "=", cls.cluster.id)]
        ).active = False
        cls.env["ict.competency"].create(
            [
                {
                    "name": "Knows the network",
                    "cluster_id": cls.cluster.id,
                    "skill_ids": kind.skill_ids.ids,
                },
                {
                    "name": "Of the other school",
                    "cluster_id": cls.cluster.id,
                    "company_id": cls.sibling.id,
                },
            ]
        )
        cls.env["hr.employee.skill"].create(
            {
                "employee_id": cls.employee_own.id,
                "skill_id": kind.skill_ids.id,
                "skill_level_id": kind.skill_level_ids.id,
                "skill_type_id": kind.id,
                "valid_from": fields.Date.today(),
            }
        )
        cls.member_own.role = "coordinator"
        cls.env.flush_all()

    def _describe(self, role, record):
        document = self._as(self.env["ict.document"], role)
        [(found, _schools)] = document._job_descriptions(record._name, record.ids)
        return found

    def _tasks(self, found):
        return [
            (task.school, task.hours) for one in found.clusters for task in one.tasks
        ]

    def test_content(self):
        found = self._describe("coordinator", self.employee_own)
        self.assertEqual(found.person, "Jan Peeters")
        self.assertEqual(found.function, "ICT coordinator")
        self.assertEqual(
            (found.schools, found.school_year, found.hours, found.hours_available),
            ("School A", "2026-2027", "2.5 h", "10 h"),
        )
        [cluster] = found.clusters
        [task] = cluster.tasks
        self.assertEqual(cluster.name, self.cluster.name)
        self.assertEqual(
            (task.level, task.mandates, task.hours, task.remark),
            ("School", "Decides, Executes", "2.5 h", "On Monday"),
        )
        [asked] = cluster.competencies
        self.assertEqual(
            (asked.name, asked.importance, asked.skills, asked.own),
            ("Knows the network", "Required", "Wifi", "Wifi: Good"),
        )

    def test_only_schools_of_the_reader(self):
        here = [("School A", "without hours"), ("School A", "1 h")]
        there = [*here[:1], ("School B", "7 h"), *here[1:]]
        for role, expected in (
            ("coordinator", here),
            ("director", here),
            ("manager", there),
            ("hr", there),
            ("teacher", there),
        ):
            with self.subTest(role=role):
                found = self._describe(role, self.employee_teacher)
                self.assertEqual(self._tasks(found), expected)
                self.assertEqual(found.several_schools, expected is there)
                self.assertEqual(
                    "School B" in found.scope, role in ("manager", "hr"), found.scope
                )
        # The own one is whole, whatever is ticked.
        document = self.env["ict.document"].with_user(self.users["teacher"])
        [(found, schools)] = document.with_context(
            allowed_company_ids=self.own.ids
        )._job_descriptions("hr.employee", self.employee_teacher.ids)
        self.assertEqual(self._tasks(found), there)
        self.assertEqual({*schools}, {self.own.id, self.sibling.id})
        self.assertEqual(found.hours, "8 h + 1 without hours")

    def test_refused(self):
        nobody = self.env["hr.employee"].create(
            {"name": "No team", "company_id": self.own.id}
        )
        forged = self.env["hr.employee"].browse(2**31 - 9)
        stranger = self._new_employee("Olga Vreemd", self.other)
        foreign = self._new_member(stranger, self.other)
        for role, record in (
            ("teacher", self.employee_own),
            ("teacher", self.employee_teacher | self.employee_own),
            ("teacher", self.member_teacher),
            ("teacher", forged),
            ("coordinator", self.employee_sibling),
            ("coordinator", self.employee_own | self.employee_sibling),
            ("coordinator", self.member_sibling),
            ("coordinator", foreign),
            ("coordinator", nobody),
            ("coordinator", forged),
            ("hr", stranger),
            ("hr", forged),
            ("manager", stranger),
            ("manager", foreign),
            ("director", self.draft),
            ("hr", self.env["ict.overview"].browse(2**31 - 9)),
            ("teacher", self.sheet),
        ):
            with self.subTest(role=role, record=record):
                document = self._as(self.env["ict.document"], role)
                kind = "job_description"
                if record._name == "ict.overview":
                    kind = "agreements_note"
                with self.assertRaises(UserError):
                    document._word(kind, record._name, record.ids)

    def test_agreements_note(self):
        self.sheet.line_ids.allocation_ids.sudo()._set_agreement_state("agreed")
        for role in ("coordinator", "hr", "manager"):
            document = self._as(self.env["ict.document"], role)
            [(note, schools)] = document._agreements_notes(self.sheet.ids)
            self.assertEqual(schools, self.own.ids)
            self.assertEqual(
                (note.school, note.group, note.hours),
                ("School A", "Group G", "3.5 h + 1 without hours"),
            )
            [cluster] = note.clusters
            self.assertEqual(
                [(row.person, row.hours, row.agreed) for row in cluster.rows],
                [
                    ("Jan Peeters", "2.5 h", "Agreed"),
                    ("Tess Leraar", "without hours", "Agreed"),
                    ("Tess Leraar", "1 h", "Agreed"),
                ],
            )
            self.assertTrue(cluster.rows[0].task and cluster.rows[2].task)
            self.assertFalse(cluster.rows[1].task)
            self.assertEqual([one.name for one in note.contacts], ["Tess Leraar"])
            open_lines = self.sheet.line_ids.filtered(lambda o: o.coverage == "open")
            self.assertEqual(len(note.open_tasks), len(open_lines))
            people = {one.name for team in note.teams for one in team.members}
            self.assertEqual(people, {"Jan Peeters", "Tess Leraar"})
            self.assertIn("Jan Peeters", [one.name for one in note.signatures])

    def test_queries_do_not_grow(self):
        document = self._as(self.env["ict.document"], "hr")

        def queries(ids):
            return self._queries(lambda: document._job_descriptions("hr.employee", ids))

        queries(self.employee_own.ids)
        few = queries([self.employee_own.id, self.employee_teacher.id])
        people = self.env["hr.employee"].create(
            [{"name": f"P{n}", "company_id": self.own.id} for n in range(60)]
        )
        members = self.env["ict.team.member"].create(
            [{"employee_id": one.id, "company_id": self.own.id} for one in people]
        )
        line = self._line(self.sheet, "technical_03")
        self.env["ict.allocation"].create(
            [{"line_id": line.id, "member_id": one.id} for one in members]
        )
        self.assertLessEqual(queries(people.ids), few + 1)

    def test_downloads(self):
        """As the browser asks for them: PDF and Word, own and of others."""
        teacher, own = self.employee_teacher.id, self.employee_own.id
        self.authenticate("ict_teacher", "ict_teacher")
        answer = self.url_open(f"/ict/document/job_description/employee/{teacher}/docx")
        self.assertEqual(answer.status_code, 200)
        self.assertIn(
            "ICT%20job%20description%20Tess%20Leraar.docx",
            answer.headers["Content-Disposition"],
        )
        text = text_of(answer.content)
        self.assertIn("Tess Leraar", text)
        self.assertIn("School B", text)
        self.assertNotIn("Jan Peeters", text)
        page = self.url_open(f"/report/html/ict_coordination.job_description/{teacher}")
        self.assertEqual(page.status_code, 200)
        self.assertIn("8 h + 1 without hours", page.text)
        for path in (
            f"/ict/document/job_description/employee/{own}/docx",
            f"/ict/document/job_description/employee/{teacher},{own}/docx",
            f"/ict/document/job_description/member/{self.member_teacher.id}/docx",
            f"/ict/document/agreements_note/overview/{self.sheet.id}/docx",
            f"/ict/document/agreements_note/employee/{teacher}/docx",
            f"/ict/document/job_description/employee/{teacher}/docx"
            f"?cids={self.other.id}",
            f"/report/html/ict_coordination.job_description/{own}",
            "/report/html/ict_coordination.job_description_member/"
            f"{self.member_teacher.id}",
            f"/report/html/ict_coordination.agreements_note/{self.sheet.id}",
        ):
            with self.subTest(path=path), self.assertLogs("odoo.http", "WARNING"):
                self.assertEqual(self.url_open(path).status_code, 403)
        self.authenticate("ict_coordinator", "ict_coordinator")
        answer = self.url_open(
            f"/ict/document/job_description/employee/{teacher},{own}/docx"
        )
        with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
            texts = [text_of(archive.read(name)) for name in archive.namelist()]
        self.assertEqual(len(texts), 2)
        self.assertNotIn("School B", "".join(texts))
        note = f"agreements_note/{self.sheet.id}"
        page = self.url_open(f"/report/html/ict_coordination.{note}")
        self.assertIn("Tess Leraar", page.text)
        answer = self.url_open(
            f"/ict/document/agreements_note/overview/{self.sheet.id}/docx"
        )
        self.assertIn("Tess Leraar", text_of(answer.content))

    def test_buttons(self):
        """What a button does, as the role that has it."""
        for xmlid, role, record in (
            ("job_description_my_report", "teacher", None),
            ("job_description_my_word", "teacher", None),
            ("job_description_word", "coordinator", self.employee_own),
            ("job_description_word", "hr", self.employee_own),
            ("job_description_member_word", "coordinator", self.member_own),
            ("agreements_note_word", "director", self.sheet),
        ):
            with self.subTest(xmlid=xmlid, role=role):
                context = {"active_ids": []}
                if record:
                    context = {
                        "active_model": record._name,
                        "active_ids": record.ids,
                        "active_id": record.id,
                    }
                action = self._as(
                    self.env["ir.actions.server"].browse(
                        self.env.ref(f"ict_coordination.{xmlid}").id
                    ),
                    role,
                )
                answer = action.with_context(**context).run()
                ids = (record or self.employee_teacher).ids
                if answer["type"] == "ir.actions.act_url":
                    self.assertIn(f"/{ids[0]}/docx?cids=", answer["url"])
                else:
                    self.assertEqual(answer["context"]["active_ids"], ids)
        word = self.env.ref("ict_coordination.job_description_my_word")
        with self.assertRaises(UserError):
            self._as(word, "manager").run()

    # --- templates of a school ---

    def _docx(self, *lines):
        """Return the base64 of a Word file with these paragraphs."""
        word = docx.Document()
        for line in lines:
            word.add_paragraph(line)
        content = io.BytesIO()
        word.save(content)
        return base64.b64encode(content.getvalue())

    def _upload(self, role, company, file, kind="job_description"):
        return self._as(self.env["ict.document.template"], role).create(
            {"company_id": company.id, "kind": kind, "file": file}
        )

    def _text(self, role, record, kind="job_description"):
        document = self._as(self.env["ict.document"], role)
        return text_of(document._word(kind, record._name, record.ids)[0])

    def test_template_of_school_group_shipped(self):
        self.assertIn("Signatures", self._text("hr", self.employee_own))
        self._upload("manager", self.group, self._docx("Group: {{ person }}"))
        mine = self._upload("coordinator", self.own, self._docx("A: {{ person }}"))
        for role, record, text in (
            ("coordinator", self.employee_own, "A: Jan Peeters"),
            ("hr", self.employee_sibling, "Group: An Claes"),
            # two schools: that of the group
            ("teacher", self.employee_teacher, "Group: Tess Leraar"),
            ("hr", self.member_own, "A: Jan Peeters"),
        ):
            self.assertEqual(self._text(role, record), text)
        self.assertIn("Signatures", self._text("hr", self.sheet, "agreements_note"))
        with self.assertRaises(AccessError):
            self._upload("coordinator", self.sibling, self._docx("x"))
        with self.assertRaises(AccessError):
            mine.company_id = self.sibling
        with self.assertRaises(AccessError):
            self._as(mine, "teacher").file = self._docx("x")

    def test_template_is_refused_with_its_tag(self):
        mine = self._upload("coordinator", self.own, self._docx("{{ person }}"))
        for file, text in (
            (self._docx("{{ persoon }}"), "{{ persoon }}"),
            (self._docx("{{ person.__class__ }}"), "{{ person.__class__ }}"),
            (self._docx("{{ person.upper() }}"), "{{ person.upper() }}"),
            (self._docx("{% set a = 1 %}"), "more than a template may do"),
            (self._docx("{%p for task in clusters %}"), "not closed"),
            (self._docx("{{ env['res.users'] }}"), "env"),
            (base64.b64encode(b"MZ no document"), "no Word document"),
        ):
            with self.subTest(text=text):
                with self.assertRaises(ValidationError) as refused:
                    mine.file = file
                self.assertIn(text, str(refused.exception))
                self.env.invalidate_all()
        self.assertEqual(self._text("coordinator", self.employee_own), "Jan Peeters")
        for kind in ("job_description", "agreements_note"):
            # Every tag that the page lists is one.
            new = self.env["ict.document.template"].new({"kind": kind})
            tags = re.findall(r"{{ (\w+) }}", new.tags_html)
            self.assertIn("title", tags)
            words = self._docx(*(f"{{{{ {tag} }}}}" for tag in tags))
            self._upload("manager", self.sibling, words, kind)
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
            self._upload("manager", self.sibling, words, kind)
