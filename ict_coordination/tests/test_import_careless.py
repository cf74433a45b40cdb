"""An import in hurried hands: wrong schools, double files, second thoughts."""

from datetime import timedelta

import psycopg2.errors

from odoo import SUPERUSER_ID, api
from odoo.sql_db import db_connect
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..tools.school_year import school_year_of
from .import_samples import workbook
from .test_import import ROWS, ImportCase

ONE = {"technical_01": ["Jan Peeters 2u"]}


@tagged("post_install", "-at_install")
class TestImportCareless(ImportCase):
    def _two(self):
        return {**ONE, "technical_02": ["Piet Claes 1u"]}

    def test_dropped_twice(self):
        first, second = (self._upload(workbook(ROWS)) for _number in range(2))
        self.assertEqual(first.import_one()["status"], "done")
        self.assertEqual(second.import_one()["status"], "nothing")
        self.assertEqual(first.sheet_ids.overview_id, second.sheet_ids.overview_id)

    def test_read_again_keeps_the_choices(self):
        """The schools of sheets as well, and with them the people and tasks."""
        book = self._upload(workbook(ROWS, school="Onze school"), role="manager")
        book.sheet_ids.write(
            {"company_id": self.own.id, "kind": "target", "school_year": "2031-2032"}
        )
        self._person(book, "Piet Claes").choice = "sounding_board"
        book.task_ids.choice = "skip"
        self._note(book, "range").action_accept()
        book.action_read_again()
        sheet = book.sheet_ids
        self.assertEqual(
            (sheet.company_id, sheet.kind, sheet.school_year, sheet.selected),
            (self.own, "target", "2031-2032", True),
        )
        self.assertEqual(self._person(book, "Piet Claes").choice, "sounding_board")
        self.assertEqual(book.task_ids.choice, "skip")
        self.assertEqual(self._note(book, "range").state, "accepted")
        sheet.selected = False
        book.action_read_again()
        self.assertFalse(book.sheet_ids.selected)

    def test_decisions_of_a_school_chosen_by_hand(self):
        """What was decided counts again, where the file does not say its school too."""
        content = workbook(ROWS, school="")
        for status in ("done", "nothing"):
            book = self._upload(content, role="manager")
            self.assertFalse(book.sheet_ids.company_id)
            book.sheet_ids.company_id = self.own
            note = self._note(book, "range")
            if status == "done":
                note.action_accept_other(2)
            self.assertEqual((note.state, note.choice), ("accepted", 2))
            self.assertEqual(book.import_one()["status"], status)
        key = "technical_02", "Jan Peeters"
        self.assertEqual(self._hours(book.sheet_ids.overview_id)[key], 3)
        # Taken back is taken back, also when the file is read again.
        book = self._upload(content, role="manager")
        book.sheet_ids.company_id = self.own
        self._note(book, "range").action_reopen()
        book.action_read_again()
        self.assertEqual(self._note(book, "range").state, "open")

    def test_decisions_while_a_file_waited(self):
        """What was decided in one file is not taken back by another that waited."""
        first, second = (self._upload(workbook(ROWS)) for _number in range(2))
        first.action_import()
        third = self._upload(workbook(ROWS))
        self._note(first, "range").action_accept()
        for book in (second, third):
            self.assertEqual(book.import_one()["status"], "nothing")
            self.assertEqual(self._note(book, "range").state, "accepted")
        key = "technical_02", "Jan Peeters"
        self.assertEqual(self._hours(first.sheet_ids.overview_id)[key], 2.5)

    def test_sheet_left_out(self):
        """Notes of a sheet that is not imported are nobody's work."""
        rows = {"technical_01": ["Jan Peeters 2-3u"]}
        book = self._upload(workbook(ONE, **{"Streefdoel School A": rows}))
        self.assertEqual((book.open_note_count, len(book.question_ids)), (1, 1))
        self._note(book, "range").sheet_id.selected = False
        self.env.invalidate_all()
        self.assertEqual((book.open_note_count, len(book.question_ids)), (0, 0))
        book.action_accept_all()
        self.assertEqual(self._note(book, "range").state, "open")
        book.action_import()
        self.assertEqual(book.sheet_ids.overview_id.kind, "current")

    def test_wrong_school_corrected(self):
        book = self._upload(workbook(ONE, school="Onze school"), role="manager")
        book.sheet_ids.company_id = self.sibling
        self.assertEqual(self._person(book, "Jan Peeters").match, "none")
        book.sheet_ids.company_id = self.own
        self.assertEqual(self._person(book, "Jan Peeters").member_id, self.member_own)
        self.assertEqual(len(book.person_ids), 1)
        book.action_import()
        self.assertEqual(book.sheet_ids.overview_id.company_id, self.own)

    def test_school_year_left_empty(self):
        book = self._upload(workbook(ONE))
        with self.assertRaisesRegex(Exception, "no school year"):
            book.sheet_ids.school_year = "2026"
        book.sheet_ids.school_year = False
        self.assertIn("school year", book.import_one()["message"])
        book.sheet_ids.school_year = "2026-2027"
        self.assertEqual(book.import_one()["status"], "done")

    def test_overview_deleted(self):
        """Who solves something later gets no overview back that somebody deleted."""
        book = self._import(workbook(self._two()))
        count = self.env["ict.overview"].search_count([])
        self._as(book.sheet_ids.overview_id, "coordinator").unlink()
        self._person(book, "Piet Claes").choice = "partner"
        self.assertEqual(book.import_one()["status"], "nothing")
        self.assertEqual(self.env["ict.overview"].search_count([]), count - 1)
        self.assertTrue(self._person(book, "Piet Claes"))
        again = self._import(workbook(self._two()))
        self.assertEqual(
            self._hours(again.sheet_ids.overview_id)["technical_02", "Piet Claes"], 1
        )

    def test_overview_archived(self):
        """History is not written: the file comes in as a new draft."""
        book = self._import(workbook(self._two()))
        overview = book.sheet_ids.overview_id
        self._as(overview, "director").action_activate()
        self._as(overview, "director").action_archive_overview()
        with self.assertRaisesRegex(Exception, "archived"), self.env.cr.savepoint():
            self._person(book, "Piet Claes").choice = "partner"
        self.env.invalidate_all()
        again = self._import(workbook(self._two()))
        self.assertNotEqual(again.sheet_ids.overview_id, overview)

    def test_member_archived(self):
        """Somebody who left keeps the tasks; the same file still changes nothing."""
        self._import(workbook(ROWS))
        self.member_own.active = False
        self.env["ict.team.member"].search([("name", "=", "NetHulp")]).active = False
        self._import(workbook(ROWS), status="nothing")
        self.employee_own.active = False
        self._import(workbook(ROWS), status="nothing")

    def test_task_renamed_or_archived(self):
        task = self.env.ref("ict_coordination.task_technical_01")
        self._import(workbook(ONE))
        task.name = "Something else"
        self._import(workbook(ONE), status="nothing")
        task.active = False
        self._import(workbook(ONE), status="nothing")

    def test_wrong_person_corrected(self):
        """The tasks move to the right one, unless somebody changed them meanwhile."""
        rows = {**self._two(), "technical_03": ["Piet Claes 4u"]}
        book = self._import(workbook(rows))
        piet = self._person(book, "Piet Claes")
        piet.write({"choice": "member", "member_id": self.member_group.id})
        overview = book.sheet_ids.overview_id
        changed = self._line(overview, "technical_03").allocation_ids
        self._as(changed, "coordinator").hours = 7
        piet.member_id = self.member_teacher
        self.assertEqual(
            self._hours(overview),
            {
                ("technical_01", "Jan Peeters"): 2,
                ("technical_02", "Tess Leraar"): 1,
                ("technical_03", "Tess Leraar"): 4,
                ("technical_03", "Bert De Wit"): 7,
            },
        )
        conflict = self._note(book, "changed_in_odoo")
        conflict.action_accept()
        self.assertNotIn(("technical_03", "Bert De Wit"), self._hours(overview))
        self._import(workbook(rows), status="nothing")
        piet.choice = "keep"
        self.assertEqual(self._hours(overview), {("technical_01", "Jan Peeters"): 2})
        self.assertEqual(
            set(self._note(book, "unknown_person").mapped("state")), {"open"}
        )

    def test_two_vacancies(self):
        rows = {"technical_01": ["Piet Claes 1u", "Mia Maes 2u"]}
        book = self._upload(workbook(rows))
        book.person_ids.choice = "vacancy"
        book.action_import()
        overview = book.sheet_ids.overview_id
        self.assertEqual(sorted(self._hours(overview).values()), [1, 2])
        self.assertEqual(
            set(overview.line_ids.allocation_ids.member_id.mapped("member_type")),
            {"vacancy"},
        )

    def test_one_firm_in_two_schools(self):
        rows = {"technical_01": ["firma NetHulp 2u"]}
        mine = self._import(workbook(rows), role="manager")
        theirs = self._import(workbook(rows, school="School B"), role="manager")
        firms = (mine | theirs).person_ids.member_id
        self.assertEqual(firms.company_id, self.own | self.sibling)
        self.assertEqual(len(firms), 2)

    def test_unknown_people_in_one_cell(self):
        rows = {"technical_01": ["Piet Claes 1u, Mia Maes 2u"]}
        book = self._import(workbook(rows))
        notes = self._note(book, "unknown_person")
        self.assertEqual(len(notes), 2)
        self.assertEqual(
            {note["values"][0] for note in notes}, {"Piet Claes", "Mia Maes"}
        )

    def test_one_question_about_a_cell(self):
        """Who it is comes after how much it is."""
        rows = {"technical_01": ["Piet Claes 2-3u"]}
        book = self._import(workbook(rows))
        self.assertEqual(book.question_ids.mapped("code"), ["range"])
        self._note(book, "range").action_accept()
        self.env.invalidate_all()
        unknown = self._note(book, "unknown_person")
        self.assertEqual((unknown.state, book.open_note_count), ("open", 1))
        self._person(book, "Piet Claes").choice = "partner"
        self.assertEqual(unknown.state, "accepted")
        self.assertEqual(
            self._hours(book.sheet_ids.overview_id),
            {("technical_01", "Piet Claes"): 2.5},
        )

    def test_conflict_there_and_back(self):
        """Taking the workbook's value can be undone; what came after stays."""
        book = self._import(workbook(ROWS))
        overview = book.sheet_ids.overview_id
        line = self._line(overview, "technical_01")
        jan = line.allocation_ids.filtered(lambda a: a.member_id == self.member_own)
        tess = line.allocation_ids - jan
        self._as(jan, "coordinator").hours = 5
        self._as(tess, "coordinator").unlink()
        rows = {**ROWS, "technical_01": ["Jan Peeters 3u", "Tess 2,5u"]}
        changed = self._import(workbook(rows), status="nothing")
        conflicts = self._note(changed, "changed_in_odoo")
        self.assertEqual(len(conflicts), 2)
        key = "technical_01", "Tess Leraar"
        conflicts.action_accept()
        self.assertEqual((jan.hours, self._hours(overview)[key]), (3, 2.5))
        conflicts.action_reopen()
        self.assertEqual(jan.hours, 5)
        self.assertNotIn(key, self._hours(overview))
        self.assertEqual(set(conflicts.mapped("state")), {"open"})
        conflicts.action_accept()
        self._as(jan, "coordinator").hours = 6
        conflicts.action_reopen()
        self.assertEqual(jan.hours, 6)
        conflicts.action_dismiss()
        self._import(workbook(rows), status="nothing")
        self.assertEqual(jan.hours, 6)

    def test_conflict_of_an_overview_that_is_gone(self):
        year = school_year_of(self.env.cr.now())
        overview = self._new_overview(self.own, school_year=year)
        self._allocate(self._line(overview), self.member_own, 7)
        book = self._import(workbook(ROWS))
        overview.unlink()
        conflict = self._note(book, "changed_in_odoo")
        conflict.action_accept()
        conflict.action_reopen()
        self.assertEqual(conflict.state, "open")

    def test_the_last_import_counts(self):
        """A file that waited long is compared with what came before it, and counts."""
        waiting = self._upload(workbook({"technical_01": ["Jan Peeters 4u"]}))
        first = self._import(workbook(ONE))
        first._ours().imported_on -= timedelta(minutes=5)
        self.assertEqual(waiting.import_one()["status"], "done")
        overview = waiting.sheet_ids.overview_id
        self.assertEqual(self._hours(overview)["technical_01", "Jan Peeters"], 4)
        again = self._import(workbook(ONE))
        self.assertEqual(again.sheet_ids.overview_id, overview)
        self.assertEqual(self._hours(overview)["technical_01", "Jan Peeters"], 2)

    def test_import_deleted(self):
        """Without its report a file is compared with what stands there."""
        book = self._import(workbook(ONE))
        overview = book.sheet_ids.overview_id
        book.unlink()
        self._import(workbook(ONE), status="nothing")
        jan = self._line(overview).allocation_ids
        self._as(jan, "coordinator").hours = 5
        changed = {"technical_01": ["Jan Peeters 3u"]}
        again = self._import(workbook(changed), status="nothing")
        self.assertEqual(jan.hours, 5)
        self.assertEqual(self._note(again, "changed_in_odoo").state, "open")

    def test_many_sheets(self):
        """Sixty sheets of one school: each its own year, all in one import."""
        more = {f"Streefdoel School A {number}": ONE for number in range(59)}
        book = self._upload(workbook(ONE, **more))
        sheets = book.sheet_ids.filtered("kind")
        self.assertEqual(len(sheets), 60)
        for number, sheet in enumerate(sheets):
            sheet.school_year = f"{2030 + number}-{2031 + number}"
        self.assertEqual(book.import_one()["status"], "done")
        self.assertEqual(len(sheets.overview_id), 60)

    def test_letters_without_capitals(self):
        """Capitals of a name with a dotless i are still that name."""
        employee = self._new_employee("Elif Yılmaz", self.own)
        book = self._upload(workbook({"technical_01": ["ELIF YILMAZ 2U"]}))
        person = book.person_ids
        self.assertEqual(
            (person.choice, person.employee_id.id), ("employee", employee.id)
        )
        member = self._new_member(employee, self.own)
        again = self._upload(workbook({"technical_01": ["ELIF YILMAZ 2U"]}))
        self.assertEqual(again.person_ids.member_id, member)


@tagged("post_install", "-at_install")
class TestImportAtOnce(ImportCase):
    def test_who_comes_just_after(self):
        """Whoever started before the other had finished is tried again by Odoo."""
        school = self.env.ref("base.main_company").id
        name = self.env.cr.dbname
        with db_connect(name).cursor() as late, db_connect(name).cursor() as first:
            books = [
                api.Environment(cr, SUPERUSER_ID, {})["ict.import"]
                for cr in (late, first)
            ]
            late.execute("SELECT count(*) FROM ict_overview")
            books[1]._lock_schools(books[1].env["res.company"].browse(school))
            with self.assertRaisesRegex(Exception, "at this moment"):
                books[0]._lock_schools(books[0].env["res.company"].browse(school))
            first.commit()
            with (
                mute_logger("odoo.sql_db"),
                self.assertRaises(psycopg2.errors.SerializationFailure),
            ):
                books[0]._lock_schools(books[0].env["res.company"].browse(school))
            late.rollback()
