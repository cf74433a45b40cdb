"""The log of exports, the own data to take along, and old years without names."""

from io import BytesIO

from openpyxl import load_workbook

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import HttpCase, tagged
from odoo.tools import SQL

from ..tools.school_year import school_year_of
from .common import IctCase

OLD = "2018-2019"
NAME = "Zebedeus Oudganger"


class PrivacyCase(IctCase):
    """A leaver with an old archived sheet only; the teacher has an old and a new."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.leaver = cls._new_employee(NAME, cls.own)
        cls.member_leaver = cls._new_member(cls.leaver, cls.own)
        cls.old = cls._new_overview(cls.own, school_year=OLD)
        line, other = cls._line(cls.old), cls._line(cls.old, "technical_02")
        cls.gone = cls._allocate(line, cls.member_leaver, 3, decides=True, note=NAME)
        cls._allocate(line, cls.member_teacher, 2)
        cls._allocate(other, cls.member_leaver)
        line.note = f"Ask {NAME}"
        cls.old.note = f"By {NAME}"
        cls.now = cls._new_overview(
            cls.own, school_year=school_year_of(fields.Date.today())
        )
        cls.kept = cls._allocate(cls._line(cls.now), cls.member_teacher, 4)
        cls.env.flush_all()

    def _log(self, **values):
        domain = [(name, "=", value) for name, value in values.items()]
        return self.env["ict.export.log"].search(domain)

    def _render(self, role, name, ids):
        report = self._as(self.env["ir.actions.report"], role)
        return report._render(f"ict_coordination.{name}", ids)[0]


@tagged("post_install", "-at_install")
class TestExportLog(PrivacyCase):
    def test_reports_and_lists(self):
        user = self.users["coordinator"]
        self._render("coordinator", "overview_xlsx", self.now.ids)
        noted = self._log(user_id=user.id)
        self.assertEqual(
            [(one.kind, one.company_ids, one.record_count) for one in noted],
            [("report", self.own, 1)],
        )
        self._render("coordinator", "plan", self.now.ids)
        self.assertEqual(len(self._log(user_id=user.id)), 2, "a PDF is noted once")
        self._as(self.kept, "coordinator").export_data(["member_id/name", "hours"])
        noted = self._log(user_id=user.id, kind="list")
        self.assertEqual(noted.company_ids, self.own)
        self.assertEqual(noted.record_count, 1)
        self._as(self.now.line_ids.task_id, "coordinator").export_data(["name"])
        self.assertEqual(self._log(user_id=user.id, kind="list"), noted)

    def test_refused_leaves_nothing(self):
        with self.assertRaises(AccessError):
            self._render("teacher", "overview_xlsx", self.now.ids)
        with self.assertRaises(AccessError):
            self._as(self.now, "teacher").export_data(["note"])
        self.assertFalse(self._log(user_id=self.users["teacher"].id))


@tagged("post_install", "-at_install")
class TestOwnData(HttpCase, PrivacyCase):
    def _texts(self, content):
        book = load_workbook(BytesIO(content))
        return {
            str(value)
            for sheet in book
            for row in sheet.iter_rows(values_only=True)
            for value in row
            if value is not None
        }

    def test_own_data(self):
        """Through the route on a read-only cursor, as the button does."""
        teacher = self.users["teacher"]
        self.env["ict.feedback"].sudo().create(
            {
                "company_id": self.own.id,
                "kind": "idea",
                "text": "More plugs",
                "author_id": teacher.id,
            }
        )
        action = self._as(self.env["ict.allocation"], "teacher")
        action = action.action_download_my_data()
        self.assertEqual(action["report_name"], "ict_coordination.personal_data_xlsx")
        self.authenticate(teacher.login, teacher.login)
        answer = self.url_open(
            f"/report/xlsx/{action['report_name']}/{teacher.id}", timeout=60
        )
        texts = self._texts(answer.content)
        self.assertIn("More plugs", texts)
        self.assertIn(self.kept.task_id.name, texts)
        self.assertIn(self.old.display_name, texts)
        self.assertFalse([one for one in texts if NAME in one])
        self.assertEqual(self._log(kind="own").user_id, teacher)

    def test_nobody_elses(self):
        other = self.users["coordinator"]
        with self.assertRaises(AccessError):
            self._render("teacher", "personal_data_xlsx", other.ids)
        for role in ("teacher", "director"):
            with self.assertRaises(AccessError):
                self._render(
                    role, "employee_personal_data_xlsx", self.employee_teacher.ids
                )
        stranger = self._new_employee("Stranger", self.other)
        with self.assertRaises(AccessError):
            self._render("hr", "employee_personal_data_xlsx", stranger.ids)

    def test_hr_for_an_employee(self):
        texts = self._texts(
            self._render("hr", "employee_personal_data_xlsx", self.leaver.ids)
        )
        self.assertIn(self.old.display_name, texts)
        self.assertEqual(self._log(kind="own").user_id, self.users["hr"])


@tagged("post_install", "-at_install")
class TestAnonymise(PrivacyCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.old.state = "active"
        cls.gone.hours = 5  # a correction: the chatter names the person
        agreement = cls.env["ict.agreement"].create(
            {
                "overview_id": cls.old.id,
                "company_id": cls.own.id,
                "member_id": cls.member_leaver.id,
                "employee_id": cls.leaver.id,
                "person_name": NAME,
                "line_ids": [Command.create({"company_id": cls.own.id, "note": NAME})],
            }
        )
        agreement.message_post(body=NAME)
        cls.env["ict.handover"].create(
            {
                "name": NAME,
                "employee_id": cls.leaver.id,
                "note": NAME,
                "school_ids": cls.own.ids,
                "line_ids": [
                    Command.create(cls.env["ict.handover.line"]._vals_of(cls.gone))
                ],
            }
        )
        sheet = {
            "name": "Sheet",
            "company_id": cls.own.id,
            "overview_id": cls.old.id,
            "difference_text": NAME,
        }
        book = cls.env["ict.import"].create(
            {"name": f"{NAME}.xlsx", "sheet_ids": [Command.create(sheet)]}
        )
        cls.env["ict.import.person"].create(
            {"import_id": book.id, "name": NAME, "company_id": cls.own.id}
        )
        cls.env["ict.import.memory"].create(
            {
                "kind": "person",
                "key": NAME.lower(),
                "company_id": cls.own.id,
                "member_id": cls.member_leaver.id,
            }
        )
        cls.env["mail.activity"].create(
            {
                "res_model_id": cls.env["ir.model"]._get_id("ict.overview.line"),
                "res_id": cls.gone.line_id.id,
                "summary": NAME,
            }
        )
        cls.old.state = "archived"
        cls.env.flush_all()

    def _wizard(self, role="manager"):
        wizards = self._as(self.env["ict.anonymise"], role)
        return wizards.create({"understood": True})

    def _totals(self):
        self.env.invalidate_all()
        return self.old.line_ids.read(
            ["hours", "unknown_hours_count", "person_count", "coverage", "has_decider"]
        )

    def _tables_with(self, text):
        """Return ``{table.column}`` of all text of the database that holds ``text``."""
        columns = self.env.execute_query(
            SQL(
                """
                SELECT c.table_name, c.column_name
                  FROM information_schema.columns c
                  JOIN information_schema.tables t USING (table_schema, table_name)
                 WHERE c.table_schema = current_schema AND t.table_type = 'BASE TABLE'
                   AND c.data_type IN ('text', 'character varying', 'jsonb')
                """
            )
        )
        found = set()
        for table, column in columns:
            if self.env.execute_query(
                SQL(
                    "SELECT 1 FROM %s WHERE %s::text ILIKE %s LIMIT 1",
                    SQL.identifier(table),
                    SQL.identifier(column),
                    f"%{text}%",
                )
            ):
                found.add(f"{table}.{column}")
        return found

    def _pointing_at(self, record):
        """Return the tables of this addon with a foreign key to this very record."""
        columns = self.env.execute_query(
            SQL(
                """
                SELECT k.conrelid::regclass::text, a.attname
                  FROM pg_constraint k
                  JOIN pg_attribute a
                    ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
                 WHERE k.contype = 'f' AND k.confrelid = %s::regclass
                   AND k.conrelid::regclass::text LIKE 'ict\\_%%'
                """,
                record._table,
            )
        )
        return {
            table
            for table, column in columns
            if self.env.execute_query(
                SQL(
                    "SELECT 1 FROM %s WHERE %s = %s LIMIT 1",
                    SQL.identifier(table),
                    SQL.identifier(column),
                    record.id,
                )
            )
        }

    def test_no_name_is_left(self):
        before = self._totals()
        self.assertGreater(len(self._tables_with(NAME)), 8, "the search finds names")
        self.assertIn("ict_allocation", self._pointing_at(self.leaver))
        wizard = self._wizard()
        self.assertIn(OLD, wizard.preview)
        self.assertNotIn(NAME, wizard.preview)
        wizard.action_anonymise()
        self.assertEqual(self._totals(), before)
        left = self._tables_with(NAME)
        self.assertIn("ict_team_member.name", left, "the person is still in the team")
        ours = {one for one in left if one.startswith("ict_")}
        self.assertEqual(ours, {"ict_team_member.name"})
        messages = self.env["mail.message"].search([("body", "ilike", NAME)])
        self.assertFalse(
            [one for one in messages.mapped("model") if (one or "").startswith("ict.")]
        )
        self.assertFalse({one for one in left if one.startswith("mail_activity")})
        self.assertEqual(self._pointing_at(self.leaver), {"ict_team_member"})
        self.assertFalse(self._pointing_at(self.member_leaver) - {"ict_team_member"})
        self.assertEqual(self.kept.member_id, self.member_teacher)
        names = self.old.line_ids.allocation_ids.member_id.mapped("name")
        self.assertEqual(sorted(names), [f"Person 1 ({OLD})", f"Person 2 ({OLD})"])
        noted = self._log(kind="anonymous")
        self.assertEqual(noted.user_id, self.users["manager"])
        self.assertEqual((noted.company_ids, noted.record_count), (self.own, 1))
        with self.assertRaisesRegex(UserError, "old enough"):
            self._wizard().action_anonymise()

    def test_who_and_when(self):
        for role in ("teacher", "coordinator", "director", "hr"):
            with self.assertRaises(AccessError):
                self._wizard(role)
        forged = self._wizard()
        for role in ("coordinator", "director"):
            with self.assertRaises(AccessError):
                forged.with_user(self.users[role]).action_anonymise()
        forged.understood = False
        with self.assertRaisesRegex(UserError, "undone"):
            forged.action_anonymise()
        settings = self.env["ict.settings"].create(
            {"company_id": self.group.id, "anonymise_after_years": 0}
        )
        sheets = self._as(self.env["ict.overview"], "manager")
        self.assertFalse(sheets._too_old_for_names(), "never")
        settings.anonymise_after_years = 60
        self.assertFalse(sheets._too_old_for_names())
        settings.anonymise_after_years = 1
        self.assertEqual(sheets._too_old_for_names(), self.old)
        self.old.state = "active"
        self.assertFalse(sheets._too_old_for_names(), "archived only")
        self.assertIn(NAME, self.gone.member_id.name)

    def test_as_many_statements_for_many_people(self):
        few = self._queries(self.old._make_anonymous)
        more = self._new_overview(self.own, school_year="2017-2018")
        for number, line in enumerate(more.line_ids[:8]):
            employee = self._new_employee(f"Person {number}", self.own)
            self._allocate(line, self._new_member(employee, self.own), 1)
        more.state = "archived"
        many = self._queries(more._make_anonymous)
        self.assertLessEqual(many, few + 2)
