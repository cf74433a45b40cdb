"""An import in the hands of somebody who wants more than the own schools."""

import base64

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import new_test_user, tagged

from ..workbook.opening import LIMITS
from .import_samples import encoded, workbook
from .test_import import ROWS, ImportCase

PARTS = ("sheet_ids", "person_ids", "task_ids", "note_ids")


@tagged("post_install", "-at_install")
class TestImportHostile(ImportCase):
    def test_report_is_not_written_by_hand(self):
        """Only choices can be written; nothing can be made up, nothing moved."""
        book = self._upload(workbook(ROWS))
        allowed = {
            "ict.import": {"name", *PARTS, "assumption_ids", "question_ids"},
            "ict.import.sheet": {"kind", "company_id", "school_year", "selected"},
            "ict.import.person": {"choice", "member_id", "employee_id"},
            "ict.import.task": {"choice", "task_id", "cluster_id"},
            "ict.import.note": set(),
        }
        for records in (book, *(book[part][:1] for part in PARTS)):
            self.assertTrue(records)
            fields = records._fields.items()
            for name in {name for name, field in fields if field.store} - {
                *allowed[records._name],
                *("id", "create_uid", "create_date", "write_uid", "write_date"),
            }:
                where = self.subTest(model=records._name, field=name)
                with where, self.assertRaises(AccessError):
                    records.write({name: records.read([name])[0][name]})
            with self.assertRaises(AccessError):
                records.copy()
        with self.assertRaises(AccessError):
            book.write({"note_ids": [Command.create({"code": "x"})]})
        for part in PARTS:
            with self.assertRaises(AccessError):
                book[part][:1].unlink()
            with self.assertRaises(AccessError):
                book.write({part: [Command.delete(book[part][:1].id)]})
        # A client can say that it is us, but cannot be us.
        for lie in (True, 1, "object", {}):
            with self.assertRaises(AccessError):
                book.with_context(ict_import_ours=lie).write({"state": "done"})

    def test_sheet_of_another_school(self):
        """The sheet of another school goes nowhere, whatever the name of the file."""
        rows = {"technical_01": ["An Claes 2u"]}
        for name in ("takenoverzicht School A.xlsx", "takenoverzicht.xlsx"):
            with self.subTest(name=name):
                book = self._upload(workbook(rows, school="School B"), name=name)
                self.assertFalse(book.sheet_ids.company_id or book.is_ready)
                self.assertFalse(book.person_ids or book.task_ids)
                self.assertEqual(book.import_one()["status"], "refused")
                with self.assertRaises(AccessError):
                    book.sheet_ids.company_id = self.sibling

    def test_words_in_the_name_of_the_file(self):
        """They are anything, unless they are a school."""
        for name, school in (
            ("van Pieter.xlsx", self.own),
            ("takenoverzicht School B.xlsx", self.own.browse()),
        ):
            with self.subTest(name=name):
                book = self._upload(workbook(ROWS, school=""), name=name)
                self.assertEqual(book.sheet_ids.company_id, school)

    def test_school_that_is_not_known_yet(self):
        """What may be of another school is for who uploaded it only."""
        other = {"technical_01": ["An Claes 2u"]}
        content = workbook(ROWS, **{"Streefdoel School B": other})
        book = self._upload(content)
        sheet = book.sheet_ids.filtered("selected")
        self.assertEqual(sheet.company_id, self.own)
        self.assertEqual(len(book.sheet_ids.filtered("kind")), 2)
        self.assertFalse(book.company_id)
        for role in ("director", "hr", "manager"):
            found = self._as(self.env["ict.import"], role)
            if found.has_access("read"):
                self.assertFalse(found.search([("id", "=", book.id)]), role)
        self.assertNotIn("An Claes", str(book.question_ids.mapped("text")))
        self.assertEqual(book.import_one()["status"], "done")
        self.assertEqual(book.sheet_ids.overview_id.company_id, self.own)
        self.assertNotIn("An Claes", book.person_ids.mapped("name"))

    def test_role_that_ended(self):
        """Who is no longer of a school solves nothing there, in an old file either."""
        user = new_test_user(
            self.env,
            "ict_coordinator_ab",
            groups="ict_coordination.group_ict_coordinator",
            company_id=self.own.id,
            company_ids=[Command.set((self.own | self.sibling).ids)],
            lang="en_US",
        )
        user.ict_school_ids = self.own | self.sibling
        self.users["both"] = user
        rows = {"technical_01": ["Olga Vreemd 2u"]}
        content = workbook(rows, **{"Streefdoel School B": rows})
        book = self._import(content, role="both")
        self.assertEqual(len(book.sheet_ids.overview_id), 2)
        user.ict_school_ids = self.own
        person = book.person_ids.filtered(lambda one: one.company_id == self.sibling)
        members = self.env["ict.team.member"].search_count([])
        for vals in (
            {"choice": "partner"},
            {"choice": "employee", "employee_id": self.employee_group.id},
        ):
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                person.write(vals)
            self.env.invalidate_all()
        self.assertEqual(self.env["ict.team.member"].search_count([]), members)

    def test_false_memory(self):
        """A coordinator cannot draw the workbooks of others into the own school."""
        memories = self._as(self.env["ict.import.memory"], "coordinator")
        for key in ("school b", "onze school"):
            memories.create({"company_id": self.own.id, "kind": "school", "key": key})
        for school, found in (
            ("School B", self.sibling),
            ("Onze school", self.env["res.company"]),
        ):
            book = self._upload(workbook(ROWS, school=school), role="manager")
            self.assertEqual(book.sheet_ids.company_id, found)
        content = workbook(ROWS, school="Onze school")
        book = self._upload(content)
        self.assertEqual(book.sheet_ids.company_id, self.own)
        # The manager says so too: from then on it counts.
        book = self._upload(content, role="manager")
        book.sheet_ids.company_id = self.own
        self.assertEqual(book.import_one()["status"], "done")
        for role in ("manager", "coordinator"):
            again = self._import(content, role=role, status="nothing")
            self.assertEqual(again.sheet_ids.company_id, self.own)

    def test_what_arrives(self):
        """Names of files are names, and what is no file is told."""
        upload = self._as(self.env["ict.import"], "coordinator").upload_workbook
        content = encoded(workbook(ROWS))
        for name, kept in [
            ("../../etc/passwd\x00.xlsx", "passwd.xlsx"),
            ("C:\\fakepath\\taken.xlsx", "taken.xlsx"),
            ("<img src=x onerror=alert(1)>.xlsx", "<img src=x onerror=alert(1)>.xlsx"),
            ("a" * 999, "a" * 255),
            ("", "?"),
            (None, "?"),
        ]:
            book = self.env["ict.import"].browse(upload(name, content))
            self.assertEqual((book.name, book.state), (kept, "draft"))
        count = self.env["ict.import"].search_count([])
        for data in (None, 7, [], "?", "é", "A" * (2 * LIMITS.file_size + 4)):
            with self.assertRaises(UserError):
                upload("taken.xlsx", data)
        self.assertEqual(self.env["ict.import"].search_count([]), count)
        big = base64.b64encode(bytes(LIMITS.file_size + 1)).decode()
        self.assertEqual(
            self.env["ict.import"].browse(upload("x.xlsx", big)).state, "failed"
        )

    def test_nothing_by_other_doors(self):
        """Searching, grouping and exporting follow the same rules."""
        book = self._import(workbook(ROWS, school="School B"), role="manager")
        memory = self.env["ict.import.memory"].search(
            [("company_id", "=", self.sibling.id)]
        )
        self.assertTrue(memory)
        records = [book, *(book[part] for part in PARTS), memory]
        for role in ("coordinator", "director", "teacher", "hr"):
            for one in records:
                mine, theirs = self._as(one.browse(), role), self._as(one, role)
                with self.subTest(role=role, model=one._name):
                    self.assertTrue(theirs)
                    with self.assertRaises(AccessError):
                        theirs.export_data(["display_name"])
                    if role in ("coordinator", "director"):
                        self.assertFalse(mine.search([]))
                        self.assertFalse(mine.name_search(""))
                        self.assertEqual(mine._read_group([], [], ["__count"]), [(0,)])
                        continue
                    for door, arguments in (
                        (mine.search, [[]]),
                        (mine.name_search, [""]),
                        (mine._read_group, [[], [], ["__count"]]),
                    ):
                        with self.assertRaises(AccessError):
                            door(*arguments)
