"""Who sees what of an import, and what it costs."""

from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import HttpCase, new_test_user, tagged
from odoo.tools import mute_logger

from .import_samples import encoded, workbook
from .test_import import ROWS, ImportCase


@tagged("post_install", "-at_install")
class TestImportRights(ImportCase):
    def test_who_may_upload(self):
        for role in ("teacher", "hr"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._upload(workbook(ROWS), role=role)
        user = self.users["coordinator"]
        user.ict_school_ids = False
        with self.assertRaisesRegex(Exception, "not yet coordinator"):
            self._upload(workbook(ROWS))

    def test_file_and_found(self):
        """The file itself and what was read from it are as closed as the record."""
        book = self._upload(workbook(ROWS, school="School B"), role="manager")
        self.assertEqual(book.company_id, self.sibling)
        attachment = (
            self.env["ir.attachment"]
            .sudo()
            .search(
                [
                    ("res_model", "=", "ict.import"),
                    ("res_id", "=", book.id),
                    ("res_field", "=", "file"),
                ]
            )
        )
        self.assertTrue(attachment)
        for role in ("teacher", "hr", "coordinator", "director"):
            for record, field in [
                (attachment, "raw"),
                (book, "file"),
                (book.sheet_ids, "found"),
                (book.person_ids[:1], "name"),
                (book.note_ids[:1], "text"),
            ]:
                where = self.subTest(role=role, model=record._name)
                with where, self.assertRaises(AccessError):
                    self._as(record, role).read([field])

    def test_no_names_of_other_schools(self):
        """Somebody of the sibling school is nobody here, and not proposed either."""
        rows = {"technical_01": ["An Claes 2u", "An Claas 1u", "Bert De Wit 1u"]}
        for role in ("coordinator", "manager"):
            with self.subTest(role=role):
                book = self._upload(workbook(rows), role=role)
                self.assertEqual(
                    set(book.person_ids.mapped(lambda one: (one.name, one.match))),
                    {
                        ("An Claes", "none"),
                        ("An Claas", "none"),
                        ("Bert De Wit", "exact"),
                    },
                )
                self.assertNotIn(self.member_sibling, book.person_ids.member_id)

    def test_names_by_number(self):
        """A part that points at a stranger tells no name."""
        stranger = self._new_employee("Olga Vreemd", self.other)
        member = self._new_member(stranger, self.other)
        task = self.env["ict.task"].create(
            {
                "name": "Geheim",
                "company_id": self.other.id,
                "cluster_id": self.env.ref("ict_coordination.cluster_policy").id,
            }
        )
        book = self._upload(workbook(ROWS))
        person, row = book.person_ids[:1], book.task_ids[:1]
        memory = self._as(self.env["ict.import.memory"], "coordinator")
        key = {"kind": "person", "key": "x", "company_id": self.own.id}
        overview = self._new_overview(self.sibling)
        for attempt in (
            lambda: person.write({"employee_id": stranger.id, "choice": "employee"}),
            lambda: person.write({"member_id": member.id, "choice": "member"}),
            lambda: person.write({"member_id": self.member_sibling.id}),
            lambda: row.write({"task_id": task.id, "choice": "existing"}),
            lambda: book.sheet_ids.write({"overview_id": overview.id}),
            lambda: book.sheet_ids.write({"company_id": self.sibling.id}),
            lambda: memory.create({**key, "member_id": member.id}),
            lambda: book.note_ids[:1].write({"line_id": overview.line_ids[:1].id}),
        ):
            with self.assertRaises(AccessError) as refused:
                attempt()
            self.assertNotIn("Olga", str(refused.exception))

    def test_several_schools(self):
        """A workbook of two schools is for who uploaded it; its overviews are not."""
        rows = {"technical_01": ["Jan Peeters 2u"]}
        book = self._upload(workbook(rows), role="manager")
        second = self._upload(workbook(rows, school="School B"), role="manager")
        second._ours().sheet_ids.copy({"import_id": book.id})
        book.invalidate_recordset()
        self.assertEqual(book.company_id, self.group)
        mine = self._as(self.env["ict.import"], "coordinator")
        self.assertFalse(mine.search([("id", "in", (book | second).ids)]))
        self.assertEqual(book.import_one()["status"], "done")
        self.assertEqual(book.sheet_ids.overview_id.company_id, self.own | self.sibling)

    def test_base_of_somebody_else(self):
        """What the manager imported is the base of what the coordinator imports."""
        self._import(workbook(ROWS), role="manager")
        rows = {**ROWS, "technical_01": ["Jan Peeters 4u", "Tess 1,5u"]}
        book = self._import(workbook(rows))
        self.assertEqual(
            self._hours(book.sheet_ids.overview_id)["technical_01", "Jan Peeters"], 4
        )

    def test_core_marks(self):
        """Only who looks after the catalogue marks shared tasks as core."""
        task = self.env.ref("ict_coordination.task_technical_01")
        book = self._upload(workbook(ROWS, core=["technical_01"]))
        note = self._note(book, "core_marks")
        self.assertEqual((note.state, note.klass), ("open", "B"))
        note.action_accept()
        book.action_import()
        self.assertFalse(task.is_core)
        again = workbook(ROWS, core=["technical_01"])
        self._import(again, role="manager", status="nothing")
        self.assertTrue(task.is_core)

    def test_constant_queries(self):
        """The number of people on tasks does not change the number of queries."""
        codes = [
            task.code
            for task in self.env["ict.task"].search(
                [("code", "!=", False), ("in_situation_sheets", "=", True)]
            )
        ]
        members = [
            self._new_member(self._new_employee(name, self.own), self.own)
            for name in (f"{first} Janssens" for first in ("Bo", "Cas", "Dirk", "Eva"))
        ]
        names = [member.name for member in members]

        def cost(count, hours):
            rows = {
                code: [f"{name} {hours}u" for name in names][
                    : max(1, count // len(codes))
                ]
                for code in codes[: max(4, count)]
            }
            rows[codes[0]] = [f"{name} {hours}u" for name in names]
            content = workbook(rows, people=4)
            self.env.flush_all()
            self.env.invalidate_all()
            counts = []
            start = self.cr.sql_log_count
            book = self._upload(content)
            self.env.flush_all()
            counts.append(self.cr.sql_log_count - start)
            start = self.cr.sql_log_count
            self.assertEqual(book.import_one()["status"], "done")
            self.env.flush_all()
            counts.append(self.cr.sql_log_count - start)
            made = len(self._hours(book.sheet_ids.overview_id))
            book.sheet_ids.overview_id.sudo().unlink()
            return counts, made

        cost(8, 1)  # caches
        few, few_made = cost(8, 1)
        many, many_made = cost(4 * len(codes), 1)
        self.assertLess(few_made, 15)
        self.assertGreater(many_made, 250)
        for before, after in zip(few, many, strict=True):
            # a few: caches of rights and users that one of both finds empty
            self.assertLessEqual(abs(after - before), 12, (few, many))

    def test_constant_queries_of_questions(self):
        """Nor does the number of new people, of new tasks, and of notes."""
        codes = [f"technical_{number:02}" for number in range(1, 21)]

        def measured(action):
            self.env.flush_all()
            self.env.invalidate_all()
            start = self.cr.sql_log_count
            result = action()
            self.env.flush_all()
            return result, self.cr.sql_log_count - start

        def cost(count, mark):
            names = [f"{mark}{letter}k Maes" for letter in "abcdefghijklmnop"[:count]]
            for name in names:
                self._new_employee(name, self.own)
            rows = {
                code: [f"{name} 2-3u", f"Onb{name} 1u", f"firma {name}s 2u"]
                for code, name in zip(codes, names, strict=False)
            }
            rows |= {f"Eigen taak {name}": [f"{name} 1-2u"] for name in names}
            content = workbook(rows)
            book, upload = measured(lambda: self._upload(content))
            self.assertEqual(book.person_todo_count, count)
            _result, imported = measured(book.import_one)
            self.assertEqual(len(self._note(book, "range")), 2 * count)
            self.assertEqual(len(self._note(book, "unknown_person")), count)
            _result, accepted = measured(book.action_accept_all)
            hours = self._hours(book.sheet_ids.overview_id)
            self.assertEqual(sum(one == 2.5 for one in hours.values()), count)
            book.sheet_ids.overview_id.sudo().unlink()
            return upload, imported, accepted

        cost(2, "A")  # caches
        few, many = cost(2, "B"), cost(16, "C")
        for what, before, after in zip(
            ("upload", "import", "accept"), few, many, strict=True
        ):
            with self.subTest(what=what):
                self.assertLessEqual(after - before, 12, (few, many))


@tagged("post_install", "-at_install")
class TestImportDownload(HttpCase, ImportCase):
    def test_download(self):
        """The URL of the file is open to whoever can read the import, no further."""
        other = new_test_user(
            self.env,
            "ict_coordinator_b",
            groups="ict_coordination.group_ict_coordinator",
            company_id=self.sibling.id,
            company_ids=[Command.set((self.own | self.sibling).ids)],
        )
        other.ict_school_ids = self.sibling
        content = workbook(ROWS)
        book = self._upload(content)
        self.assertEqual(encoded(content).encode(), book.file)
        self.env.flush_all()
        for login, allowed in [
            ("ict_coordinator", True),
            ("ict_coordinator_b", False),
            ("ict_teacher", False),
            ("ict_hr", False),
        ]:
            with self.subTest(login=login):
                self.authenticate(login, login)
                with mute_logger("odoo.http"):
                    response = self.url_open(f"/web/content/ict.import/{book.id}/file")
                self.assertEqual(response.content[:2] == b"PK", allowed)
