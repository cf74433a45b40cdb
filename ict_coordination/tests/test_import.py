"""A workbook comes in: the dry run, the import, the same file again."""

from odoo.tests import tagged

from ..tools.school_year import school_year_of
from .common import IctCase
from .import_samples import encoded, workbook

OWN_TASK = "Robots van de STEM-hoek opladen en herstellen"
ROWS = {
    "technical_01": ["Jan Peeters 2u", "Tess 1,5u"],
    "technical_02": ["Jan Peeters 2-3u", ("remark", "Enkel in juni")],
    "technical_03": ["Piet Claes 1u"],
    OWN_TASK: ["vacature 4u", "firma NetHulp 2u"],
}


class ImportCase(IctCase):
    """Files of School A, uploaded by its coordinator."""

    def _upload(self, content, name="takenoverzicht.xlsx", role="coordinator"):
        imports = self._as(self.env["ict.import"], role)
        return imports.browse(imports.upload_workbook(name, encoded(content)))

    def _import(self, content, role="coordinator", status="done", **more):
        book = self._upload(content, role=role, **more)
        result = book.import_one()
        self.assertEqual(result["status"], status, result["message"])
        return book

    def _person(self, book, name):
        return book.person_ids.filtered(lambda one: one.name == name)

    def _note(self, book, code):
        return book.note_ids.filtered(lambda note: note.code == code)

    def _hours(self, overview):
        """Return ``{(code or name of the task, member): hours}``, None when unknown."""
        return {
            (one.task_id.code or one.task_id.name, one.member_id.name): (
                None if one.certainty == "unknown" else one.hours
            )
            for one in overview.sudo().line_ids.allocation_ids
        }


@tagged("post_install", "-at_install")
class TestImport(ImportCase):
    def test_dry_run(self):
        before = self.env["ict.overview"].search_count([])
        book = self._upload(workbook(ROWS))
        self.assertEqual((book.state, book.company_id), ("draft", self.own))
        sheet = book.sheet_ids
        self.assertEqual((sheet.kind, sheet.company_id), ("current", self.own))
        self.assertEqual(sheet.school_year, school_year_of(self.env.cr.now()))
        self.assertEqual((sheet.matched_count, sheet.new_count), (3, 1))
        self.assertEqual(sheet.missing_count, 63)
        self.assertFalse(sheet.overview_id)
        self.assertTrue(sheet.selected and book.is_ready)
        self.assertEqual(self.env["ict.overview"].search_count([]), before)

        people = {one.name: one for one in book.person_ids}
        self.assertEqual(people["Jan Peeters"].member_id, self.member_own)
        self.assertEqual(people["Jan Peeters"].match, "exact")
        self.assertEqual(people["Jan Peeters"].occurrence_count, 2)
        self.assertIn("F3, F4", people["Jan Peeters"].where)
        self.assertEqual(people["Tess"].member_id, self.member_teacher)
        self.assertEqual(people["Tess"].match, "likely")
        self.assertIn("Tess Leraar", self._note(book, "likely_person").message)
        self.assertTrue(people["Piet Claes"].is_todo)
        self.assertEqual(people["NetHulp"].choice, "partner")
        self.assertEqual(book.person_todo_count, 1)
        self.assertEqual(
            book.task_ids.mapped(lambda task: (task.name, task.choice)),
            [(OWN_TASK, "new")],
        )

    def test_import_and_again(self):
        content = workbook(ROWS)
        book = self._import(content)
        overview = book.sheet_ids.overview_id
        self.assertEqual((overview.company_id, overview.state), (self.own, "draft"))
        self.assertEqual(
            self._hours(overview),
            {
                ("technical_01", "Jan Peeters"): 2,
                ("technical_01", "Tess Leraar"): 1.5,
                ("technical_02", "Jan Peeters"): None,
                (OWN_TASK, "Vacancy"): 4,
                (OWN_TASK, "NetHulp"): 2,
            },
        )
        self.assertEqual(self._line(overview, "technical_02").note, "Enkel in juni")
        task = book.task_ids.task_id
        self.assertEqual((task.company_id, task.source_name), (self.own, OWN_TASK))
        self.assertEqual(task.cluster_id.code, "technical")
        unknown = self._note(book, "unknown_person")
        self.assertEqual((unknown.klass, unknown.text), ("C", "Piet Claes 1u"))
        self.assertEqual(unknown.line_id, self._line(overview, "technical_03"))
        question = self._note(book, "range")
        self.assertEqual(question.allocation_id.member_id, self.member_own)

        self.env.flush_all()
        messages = len(overview.message_ids)
        with self._nothing_written():
            again = self._import(content, status="nothing", name="copy.xlsx")
        self.assertEqual(again.state, "done")
        self.assertEqual(again.result_text, "Nothing to change")
        self.assertEqual(again.sheet_ids.overview_id, overview)
        self.assertEqual(len(overview.message_ids), messages)
        self.assertFalse(again.task_ids)

    def _nothing_written(self):
        """Assert that no line and no allocation is written meanwhile."""
        case = self

        class Watch:
            def counts(self):
                case.env.flush_all()
                case.env.cr.execute(
                    "SELECT (SELECT sum(xmin::text::bigint) FROM ict_overview_line),"
                    " (SELECT sum(xmin::text::bigint) FROM ict_allocation),"
                    " (SELECT count(*) FROM ict_team_member),"
                    " (SELECT sum(ctid::text::point <-> point(0,0))"
                    "  FROM ict_overview_line),"
                    " (SELECT sum(ctid::text::point <-> point(0,0))"
                    "  FROM ict_allocation)"
                )
                return case.env.cr.fetchone()

            def __enter__(self):
                self.before = self.counts()

            def __exit__(self, *error):
                if not error[0]:
                    case.assertEqual(self.counts(), self.before)

        return Watch()

    def test_changed_file(self):
        """What the file changed is taken over, what Odoo changed is kept."""
        book = self._import(workbook(ROWS))
        overview = book.sheet_ids.overview_id
        line = self._line(overview, "technical_01")
        tess = line.allocation_ids.filtered(lambda a: a.member_id != self.member_own)
        self._as(tess, "coordinator").hours = 5
        rows = {
            **ROWS,
            "technical_01": ["Jan Peeters 3u", "Tess 2,5u"],
            "technical_02": [],
            "technical_05": ["Bert De Wit 1u"],
        }
        changed = self._import(workbook(rows))
        self.assertEqual(changed.sheet_ids.overview_id, overview)
        hours = self._hours(overview)
        self.assertEqual(hours["technical_01", "Jan Peeters"], 3)
        self.assertEqual(hours["technical_01", "Tess Leraar"], 5)
        self.assertEqual(hours["technical_05", "Bert De Wit"], 1)
        self.assertNotIn(("technical_02", "Jan Peeters"), hours)
        self.assertIn("Jan Peeters: 2 h → 3 h", changed.sheet_ids.difference_text)
        conflict = self._note(changed, "changed_in_odoo")
        self.assertEqual((conflict.klass, conflict.state), ("C", "open"))
        self.assertEqual(conflict.cell, "G3")
        self.assertIn("5 h", conflict.message)
        self.assertEqual(conflict.allocation_id, tess)
        conflict.action_accept()
        self.assertEqual((tess.hours, conflict.state), (2.5, "accepted"))
        self._import(workbook(rows), status="nothing")

    def test_overview_that_stands_there(self):
        """The draft of the year is filled; nothing that stands there is lost."""
        year = school_year_of(self.env.cr.now())
        overview = self._new_overview(self.own, school_year=year)
        self._allocate(self._line(overview), self.member_own, 7)
        book = self._upload(workbook(ROWS))
        self.assertEqual(book.sheet_ids.overview_id, overview)
        book.action_import()
        self.assertEqual(self._hours(overview)["technical_01", "Jan Peeters"], 7)
        self.assertEqual(self._hours(overview)["technical_01", "Tess Leraar"], 1.5)
        self.assertIn("2 h", self._note(book, "changed_in_odoo").message)

    def test_refused(self):
        """An active sheet is for the director; the file says why, and stays ready."""
        year = school_year_of(self.env.cr.now())
        self._new_overview(self.own, school_year=year, state="active")
        members = self.env["ict.team.member"].search_count([])
        book = self._upload(workbook(ROWS))
        result = book.import_one()
        self.assertEqual(result["status"], "refused")
        self.assertIn("is active", result["message"])
        self.assertEqual(book.state, "draft")
        self.assertEqual(self.env["ict.team.member"].search_count([]), members)
        self.assertEqual(self._as(book, "director").import_one()["status"], "done")

    def test_unreadable(self):
        book = self._upload(b"this is no workbook")
        self.assertEqual(book.state, "failed")
        self.assertTrue(book.error)
        self.assertEqual(book.import_one()["status"], "failed")

    def test_two_sheets_one_goal(self):
        rows = {"technical_01": ["Jan Peeters 2u"]}
        content = workbook(rows, **{"Huidige situatie School A (2)": rows})
        book = self._upload(content)
        book.sheet_ids.filtered("kind").write(
            {"company_id": self.own.id, "selected": True}
        )
        self.assertEqual(len(book.sheet_ids._to_import()), 2)
        self.assertIn("same overview", book.import_one()["message"])

    def test_school_chosen_later(self):
        """The manager has two schools: nothing is imported until one is chosen."""
        book = self._upload(workbook(ROWS, school="Onze school"), role="manager")
        self.assertFalse(book.sheet_ids.company_id or book.is_ready)
        self.assertFalse(book.person_ids)
        book.sheet_ids.company_id = self.sibling
        self.assertTrue(book.is_ready)
        self.assertEqual(book.company_id, self.sibling)
        self.assertEqual(self._person(book, "Jan Peeters").match, "none")
        book.action_import()
        self.assertEqual(book.sheet_ids.overview_id.company_id, self.sibling)
        again = self._upload(workbook(ROWS, school="Onze school"), role="manager")
        self.assertEqual(again.sheet_ids.company_id, self.sibling)

    def test_nothing_goes_with_the_import(self):
        """The report goes without the overview, and the overview without the report."""
        book = self._import(workbook(ROWS))
        overview = book.sheet_ids.overview_id
        hours = self._hours(overview)
        note = self._note(book, "range")
        kept = self._import(workbook(ROWS), status="nothing")
        book.unlink()
        self.assertEqual(self._hours(overview), hours)
        self.assertFalse(note.exists())
        self._as(overview, "coordinator").unlink()
        self.assertEqual(kept.state, "done")
        self.assertFalse(kept.sheet_ids.overview_id)
        self.assertFalse(self._note(kept, "range").line_id)


@tagged("post_install", "-at_install")
class TestImportSolving(ImportCase):
    def test_person_later(self):
        """Somebody chosen after the import gets the tasks, and is remembered."""
        book = self._import(workbook(ROWS))
        waiting = self._upload(workbook(ROWS), name="other.xlsx")
        self.assertTrue(self._person(waiting, "Piet Claes").is_todo)
        overview = book.sheet_ids.overview_id
        self._person(book, "Piet Claes").write(
            {"choice": "member", "member_id": self.member_group.id}
        )
        self.assertEqual(self._hours(overview)["technical_03", "Bert De Wit"], 1)
        note = self._note(book, "unknown_person")
        self.assertEqual(note.state, "accepted")
        self.assertEqual(note.allocation_id.member_id, self.member_group)
        self.assertEqual(
            self._person(waiting, "Piet Claes").member_id, self.member_group
        )
        self.assertEqual(waiting.import_one()["status"], "nothing")
        again = self._upload(workbook(ROWS))
        self.assertEqual(self._person(again, "Piet Claes").member_id, self.member_group)

    def test_employee_becomes_member(self):
        self._new_employee("Piet Claes", self.own)
        book = self._import(workbook(ROWS))
        self.assertEqual(
            self._hours(book.sheet_ids.overview_id)["technical_03", "Piet Claes"], 1
        )
        self.assertEqual(
            self._person(book, "Piet Claes").member_id.company_id, self.own
        )

    def test_homonyms(self):
        """Two of one name are asked once."""
        twins = [self._new_employee("Piet Claes", self.own) for _number in range(2)]
        book = self._upload(workbook(ROWS))
        person = self._person(book, "Piet Claes")
        self.assertEqual((person.match, person.is_todo), ("ambiguous", True))
        person.write({"choice": "employee", "employee_id": twins[1].id})
        book.action_import()
        again = self._upload(workbook(ROWS))
        self.assertEqual(
            self._person(again, "Piet Claes").member_id.employee_id.id, twins[1].id
        )

    def test_note_before(self):
        """A proposal accepted in the dry run is imported."""
        book = self._upload(workbook(ROWS))
        note = self._note(book, "range")
        note.action_accept()
        book.action_import()
        allocation = note.allocation_id
        self.assertEqual((allocation.hours, allocation.certainty), (2.5, "assumed"))
        self._import(workbook(ROWS), status="nothing")

    def test_note_later(self):
        """Accepted after the import: at once, with the rights of the user."""
        book = self._import(workbook(ROWS))
        note = self._note(book, "range")
        allocation = note.allocation_id
        note.action_accept_other(2)
        self.assertEqual((allocation.hours, allocation.certainty), (3, "assumed"))
        note.action_reopen()
        self.assertEqual(allocation.certainty, "unknown")
        note.action_accept()
        self.assertEqual(allocation.hours, 2.5)
        self._import(workbook(ROWS), status="nothing")
        self.assertEqual(note.action_open_allocation()["res_id"], allocation.id)

    def test_note_of_active_sheet(self):
        book = self._import(workbook(ROWS))
        self._as(book.sheet_ids.overview_id, "director").action_activate()
        note = self._note(book, "range")
        with self.assertRaisesRegex(Exception, "is active"), self.env.cr.savepoint():
            note.action_accept()
        self.env.invalidate_all()
        self.assertEqual(note.state, "open")
        self._as(note, "director").action_accept()
        self.assertEqual(note.allocation_id.hours, 2.5)

    def test_accept_all(self):
        book = self._import(workbook(ROWS))
        book.action_accept_all()
        self.assertEqual(self._note(book, "range").allocation_id.hours, 2.5)

    def test_accept_all_leaves_assumptions(self):
        """What was read stays: the proposal of an assumption is the other reading."""
        book = self._import(workbook({**ROWS, "technical_06": ["nvt"]}))
        book.action_accept_all()
        self.assertEqual(self._note(book, "not_applicable").state, "open")
        line = self._line(book.sheet_ids.overview_id, "technical_06")
        self.assertFalse(line.applicable)

    def test_task_choices(self):
        """An own row becomes an existing task, or is left out; that is remembered."""
        book = self._upload(workbook(ROWS))
        task = self.env.ref("ict_coordination.task_technical_09")
        book.task_ids.write({"choice": "existing", "task_id": task.id})
        book.action_import()
        overview = book.sheet_ids.overview_id
        self.assertEqual(self._hours(overview)["technical_09", "NetHulp"], 2)
        self.assertEqual(self._upload(workbook(ROWS)).task_ids.task_id, task)

    def test_same_person_under_two_names(self):
        """Two names of one member on one task: not added up, noted."""
        self.member_own.name = "Jan Peeters"
        rows = {"technical_01": ["Jan Peeters 2u", "JP 1u"]}
        book = self._upload(workbook(rows))
        self._person(book, "JP").write(
            {"choice": "member", "member_id": self.member_own.id}
        )
        book.action_import()
        overview = book.sheet_ids.overview_id
        self.assertEqual(self._hours(overview), {("technical_01", "Jan Peeters"): 2})
        self.assertEqual(self._note(book, "same_member_twice").text, "JP 1u")
