"""The empty workbook: own tasks and people of the schools, for whoever may fill it."""

import io

from openpyxl import load_workbook

from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import IctCase
from .workbook_reading import table_of

REPORT = "ict_coordination.empty_workbook_xlsx"


@tagged("post_install", "-at_install")
class TestEmptyWorkbook(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.lang"]._activate_lang("nl_BE")
        policy = cls.env.ref("ict_coordination.cluster_policy")
        task = cls.env["ict.task"]
        cls.task_own = task.create(
            {"name": "Own task", "company_id": cls.own.id, "cluster_id": policy.id}
        )
        cls.task_technical = task.create(
            {
                "name": "Technical task",
                "cluster_id": policy.id,
                "only_school_type": "secondary_technical",
            }
        )
        cls.starter = cls.env["res.company"].create(
            {"name": "School C", "parent_id": cls.group.id}
        )
        cls.users["manager"].company_ids |= cls.starter

    def _wizard(self, role, schools=None, **values):
        if schools is not None:
            values["school_ids"] = schools.ids
        return self._as(self.env["ict.empty.workbook"], role).create(
            {"school_year": "2026-2027", **values}
        )

    def _download(self, wizard, lang="en_US"):
        """Return the opened workbook, as the button gives it."""
        action = wizard.action_download()
        self.assertEqual(action["type"], "ir.actions.report")
        self.assertEqual(action["context"]["active_ids"], wizard.ids)
        report = self.env["ir.actions.report"].with_env(wizard.env)
        content, kind = report.with_context(lang=lang)._render(
            action["report_name"], wizard.ids
        )
        self.assertEqual(kind, "xlsx")
        return load_workbook(io.BytesIO(content))

    def _tasks(self, sheet):
        """Return ``{task: whether it is marked as not applicable}``."""
        return {
            line["Description"][0][1]: line["n/a"][0][1] == "n/a"
            for line in table_of(sheet)
        }

    def test_own_school(self):
        wizard = self._wizard("coordinator")
        self.assertEqual(wizard.school_ids, self.own)
        self.assertEqual(wizard.display_name, "Empty workbook – School A (2026-2027)")
        book = self._download(wizard)
        self.assertEqual(
            book.sheetnames,
            ["Guidelines", "Task list", "Current – School A", "Target – School A"],
        )
        for sheet in book.worksheets[2:]:
            tasks = self._tasks(sheet)
            overview = self._new_overview(self.own, sheet.title.split()[0].lower())
            self.assertEqual(
                tasks,
                {line.task_id.name: not line.applicable for line in overview.line_ids},
            )
            self.assertFalse(tasks["Own task"])
            self.assertTrue(tasks["Technical task"])
            headings = [cell.value for cell in sheet[6]]
            self.assertIn("Jan Peeters", headings)
            self.assertIn("Tess Leraar", headings)
            self.assertNotIn("Bert De Wit", headings)
            self.assertNotIn("An Claes", headings)

    def test_nothing_is_filled_in(self):
        """Also not by what stands in an overview of the school already."""
        overview = self._new_overview(self.own)
        self._allocate(self._line(overview), self.member_own, 4)
        self._line(overview).write({"level": "group", "note": "Look at this"})
        before = self.env["ict.overview"].search_count([])
        sheet = self._download(self._wizard("coordinator")).worksheets[2]
        for line in table_of(sheet):
            for heading in ("Jan Peeters", "Tess Leraar", "Group", "School", "Note"):
                self.assertIsNone(line[heading][0][1])
        texts = [str(cell.value) for row in sheet.iter_rows() for cell in row]
        self.assertNotIn("10", texts, "the hours that somebody has for ICT")
        self.assertEqual(self.env["ict.overview"].search_count([]), before)

    def test_school_without_people(self):
        book = self._download(self._wizard("manager", self.starter), lang="nl_BE")
        sheet = book["Huidig – School C"]
        first, second, *_rest = table_of(sheet)
        for number in (1, 2, 3):
            heading = f"Persoon {number}"
            self.assertEqual(first[heading][0][1], "naam + # uur/week")
            self.assertIsNone(second[heading][0][1])

    def test_group_people_on_request(self):
        wizard = self._wizard("coordinator", with_group=True, with_target=False)
        book = self._download(wizard)
        self.assertEqual(book.sheetnames[2:], ["Current – School A"])
        headings = [cell.value for cell in book["Current – School A"][6]]
        self.assertIn("Bert De Wit", headings)
        self.assertNotIn("An Claes", headings)

    def test_several_schools(self):
        wizard = self._wizard("manager", self.own | self.sibling)
        self.assertEqual(wizard.display_name, "Empty workbook (2026-2027)")
        book = self._download(wizard)
        technical = {
            name: self._tasks(book[f"Target – {name}"])["Technical task"]
            for name in ("School A", "School B")
        }
        self.assertEqual(technical, {"School A": True, "School B": False})
        self.assertNotIn("Own task", self._tasks(book["Target – School B"]))

    def test_queries_do_not_grow_with_people(self):
        def queries():
            wizard = self._wizard("manager", self.own | self.sibling)
            report = self._as(self.env["ir.actions.report"], "manager")
            return self._queries(lambda: report._render(REPORT, wizard.ids))

        queries()
        before = queries()
        for number in range(10):
            self._new_member(self._new_employee(f"N{number}", self.own), self.own)
        self.assertEqual(queries(), before)

    def test_choices(self):
        for values, message in (
            ({"with_current": False, "with_target": False}, "the target, or both"),
            ({"school_year": "2026-2028"}, "is no school year"),
        ):
            with (
                self.subTest(values=values),
                self.assertRaisesRegex(UserError, message),
            ):
                self._wizard("coordinator", **values).action_download()
        wizard = self._wizard("coordinator")
        wizard.school_ids = False
        with self.assertRaisesRegex(UserError, "at least one school"):
            wizard.action_download()

    def test_default_schools(self):
        self.assertEqual(
            self._wizard("manager").school_ids,
            self.own | self.sibling | self.group | self.starter,
        )
        self.assertEqual(self._wizard("director").school_ids, self.own)
        # the role counts only where the company is in use
        user = self.users["coordinator"]
        user.ict_school_ids |= self.other
        self.assertEqual(self._wizard("coordinator").school_ids, self.own)

    def test_schools_of_the_selected_overviews(self):
        sheets = self._new_overview(self.sibling) | self._new_overview(self.own)
        for role, selected, expected in (
            ("manager", sheets[0], self.sibling),
            ("coordinator", sheets, self.own),
            ("coordinator", sheets[0], self.own),
        ):
            wizard = (
                self._as(self.env["ict.empty.workbook"], role)
                .with_context(active_model="ict.overview", active_ids=selected.ids)
                .create({})
            )
            self.assertEqual(wizard.school_ids, expected)

    def test_rights(self):
        for role in ("teacher", "hr"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._wizard(role, self.own)
        for role, schools in (
            ("coordinator", self.sibling),
            ("coordinator", self.own | self.sibling),
            ("director", self.sibling),
            ("manager", self.other),
        ):
            names = schools.mapped("name")
            with self.subTest(role=role, names=names), self.assertRaises(AccessError):
                self._wizard(role, schools).action_download()

    def test_report_of_others(self):
        """Whoever chose them: schools of others do not come out."""
        render = self._as(self.env["ir.actions.report"], "coordinator")._render
        foreign = self._wizard("manager", self.sibling)
        with self.assertRaises(AccessError):
            render(REPORT, foreign.ids)
        own = self._wizard("coordinator")
        own.sudo().school_ids = self.sibling
        with self.assertRaises(AccessError):
            render(REPORT, own.ids)


@tagged("post_install", "-at_install")
class TestEmptyWorkbookRoute(HttpCase, IctCase):
    def test_route(self):
        """The URL of the report gives what the dialog gives, and no more."""
        wizards = {
            role: self._as(self.env["ict.empty.workbook"], role).create(
                {"school_ids": school.ids}
            )
            for role, school in (
                ("coordinator", self.own),
                ("director", self.own),
                ("manager", self.sibling),
            )
        }
        stolen = self._as(self.env["ict.empty.workbook"], "coordinator").create({})
        stolen.sudo().school_ids = self.sibling
        for role, wizard, status in (
            ("coordinator", wizards["coordinator"], 200),
            # somebody else's choice, of a school that is one's own as well
            ("coordinator", wizards["director"], 200),
            ("coordinator", wizards["manager"], 403),
            ("coordinator", stolen, 403),
            ("teacher", wizards["coordinator"], 403),
            ("hr", wizards["coordinator"], 403),
            ("manager", wizards["manager"], 200),
        ):
            with self.subTest(role=role, schools=wizard.sudo().school_ids):
                self.authenticate(f"ict_{role}", f"ict_{role}")
                companies = "-".join(map(str, self.users[role].company_ids.ids))
                with mute_logger("odoo.http"):
                    response = self.url_open(
                        f"/report/xlsx/{REPORT}/{wizard.id}",
                        cookies={"cids": companies},
                    )
                self.assertEqual(response.status_code, status)
                self.assertEqual(response.content[:2] == b"PK", status == 200)
