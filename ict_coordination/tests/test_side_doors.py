"""Hours and names by other ways than a list: totals, export, search, reports, mail."""

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import HttpCase, new_test_user, tagged
from odoo.tools import mute_logger

from .common import IctCase


@tagged("post_install", "-at_install")
class TestSideDoors(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sheet_own = cls._new_overview(cls.own, state="active")
        cls.sheet_sibling = cls._new_overview(cls.sibling, state="active")
        own_line, sibling_line = cls._line(cls.sheet_own), cls._line(cls.sheet_sibling)
        cls.of_jan = cls._allocate(own_line, cls.member_own, 4)
        cls.of_teacher = cls._allocate(own_line, cls.member_teacher, 1.5)
        cls.of_group_own = cls._allocate(own_line, cls.member_group, 5)
        cls.of_group_sibling = cls._allocate(sibling_line, cls.member_group, 7)
        cls.of_an = cls._allocate(sibling_line, cls.member_sibling, 9)
        cls.env.flush_all()

    def _sum_hours(self, role, domain=()):
        model = self._as(self.env["ict.allocation"], role)
        return model._read_group(list(domain), [], ["hours:sum", "__count"])[0]

    def test_totals_stop_at_the_school(self):
        for role, total in {
            "teacher": (1.5, 1),
            "coordinator": (10.5, 3),
            "director": (10.5, 3),
            "hr": (26.5, 5),
            "manager": (26.5, 5),
        }.items():
            with self.subTest(role=role):
                self.assertEqual(self._sum_hours(role), total)

    def test_pivot_on_hours(self):
        """The pivot's own call, grouped by a person who works in both schools."""
        domain = [("employee_id", "=", self.employee_group.id)]
        for role, hours in {"coordinator": 5, "director": 5, "manager": 12}.items():
            with self.subTest(role=role):
                rows = self._as(self.env["ict.allocation"], role).formatted_read_group(
                    domain, ["member_id"], ["hours:sum"]
                )
                self.assertEqual(rows[0]["hours:sum"], hours)
        self.assertFalse(
            self._as(self.env["ict.allocation"], "teacher").formatted_read_group(
                domain, ["member_id"], ["hours:sum"]
            )
        )

    def test_teacher_reads_no_totals_of_lines(self):
        for model in ("ict.overview", "ict.overview.line", "ict.team.member"):
            records = self._as(self.env[model], "teacher")
            with self.subTest(model=model), self.assertRaises(AccessError):
                records.search([])
            with self.subTest(model=model), self.assertRaises(AccessError):
                records.formatted_read_group([], [], ["__count"])
            with self.subTest(model=model), self.assertRaises(AccessError):
                records.name_search("Jan")

    def test_who_does_what_has_no_hours(self):
        names = self.env["ict.who.does.what"]._fields
        self.assertFalse([name for name in names if "hour" in name])
        seen = self._as(self.env["ict.who.does.what"], "teacher").search([])
        self.assertIn("Jan Peeters", seen.mapped("member_name"))
        self.assertEqual(seen.company_id, self.own | self.sibling)

    def test_search_on_hours_tells_nothing(self):
        """A domain on hours may not sort colleagues by their hours."""
        seen = self._as(self.env["ict.allocation"], "teacher").search(
            [("hours", ">", 0)]
        )
        self.assertEqual(seen, self.of_teacher)
        task = self._as(self.env["ict.task"], "teacher")
        with self.assertRaises(AccessError):
            task.search([("line_ids.hours", ">", 3)])
        with self.assertRaises(AccessError):
            self._as(self.env["ict.who.does.what"], "teacher").search(
                [("task_id.line_ids.allocation_ids.hours", ">", 3)]
            )

    def test_budget_of_a_one_person_school(self):
        with self.assertRaises(AccessError):
            self._as(self.own, "teacher").read(["ict_hours_budget"])
        self._as(self.own, "coordinator").read(["ict_hours_budget"])

    def test_export(self):
        columns = ["member_id/name", "hours"]
        rows = self._as(self.of_jan, "coordinator").export_data(columns)["datas"]
        self.assertEqual(rows, [["Jan Peeters", 4.0]])
        for role in ("teacher", "coordinator"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._as(self.of_an, role).export_data(columns)

    def test_related_and_computed(self):
        """A member of the group shows a school only what is done in that school."""
        self.assertEqual(self._as(self.member_group, "coordinator").hours_text, "5 h")
        self.assertEqual(self._as(self.member_group, "manager").hours_text, "12 h")
        profile = self.env["hr.employee.public"].browse(self.employee_group.id)
        self.assertEqual(
            self._as(profile, "coordinator").ict_allocation_ids, self.of_group_own
        )
        for field in ("ict_allocation_ids", "ict_load_text", "ict_task_count"):
            with self.subTest(field=field), self.assertRaises(AccessError):
                self._as(profile, "teacher").read([field])

    def test_nothing_moves_to_another_school(self):
        """The rules hold after a write too, not only before it."""
        shared = {
            "company_id": self.own.id,
            "cluster_id": self.env.ref("ict_coordination.cluster_policy").id,
        }
        draft = self._new_overview(self.own, school_year="2027-2028")
        allocation = self._allocate(self._line(draft), self.member_group, 1)
        of_sibling = self._new_overview(self.sibling, school_year="2027-2028")
        with self.assertRaises(AccessError):
            self._as(allocation, "coordinator").line_id = self._line(of_sibling)
        with self.assertRaisesRegex(UserError, "is active"):
            self._as(allocation, "coordinator").line_id = self._line(
                self.sheet_own, "technical_02"
            )
        for record in (
            self.env["ict.task"].create({"name": "T", **shared}),
            self.env["ict.competency"].create({"name": "C", **shared}),
            self.env["ict.cluster"].create({"name": "K", "company_id": self.own.id}),
            self.env["ict.team.member"].create(
                {"name": "V", "member_type": "vacancy", "company_id": self.own.id}
            ),
        ):
            with self.subTest(model=record._name), self.assertRaises(AccessError):
                self._as(record, "coordinator").company_id = self.sibling

    def test_names_by_number(self):
        """A member or allocation made with an employee's number tells no name."""
        stranger = self._new_employee("Olga Vreemd", self.other)
        member = self._as(self.env["ict.team.member"], "coordinator")
        allocation = self._as(self.env["ict.allocation"], "coordinator")
        line = self._line(self._new_overview(self.own))
        vacancy = member.create(
            {"member_type": "vacancy", "name": "V", "company_id": self.own.id}
        )
        for attempt in (
            lambda: member.create(
                {"employee_id": stranger.id, "company_id": self.own.id}
            ),
            lambda: vacancy.write(
                {"employee_id": stranger.id, "member_type": "employee"}
            ),
            lambda: allocation.create({"employee_id": stranger.id, "line_id": line.id}),
        ):
            with self.assertRaises(AccessError) as refused:
                attempt()
            self.assertNotIn("Olga", str(refused.exception))

    def test_task_counts(self):
        task = self._line(self.sheet_own).task_id
        self.assertEqual(self._as(task, "coordinator").covered_count, 1)
        self.assertEqual(self._as(task, "manager").covered_count, 2)
        with self.assertRaises(AccessError):
            self._as(task, "teacher").read(["covered_count"])

    def test_report(self):
        report = self.env["ir.actions.report"]
        for role, sheet, allowed in [
            ("teacher", self.sheet_own, False),
            ("coordinator", self.sheet_own, True),
            ("coordinator", self.sheet_sibling, False),
            ("coordinator", self.sheet_own | self.sheet_sibling, False),
            ("manager", self.sheet_own | self.sheet_sibling, True),
        ]:
            with self.subTest(role=role, schools=sheet.company_id.mapped("name")):
                render = self._as(report, role)._render
                args = ("ict_coordination.overview_xlsx", sheet.ids)
                if allowed:
                    self.assertTrue(render(*args)[0].startswith(b"PK"))
                else:
                    with self.assertRaises(AccessError):
                        render(*args)

    def test_attachment_and_chatter(self):
        attachment = self.env["ir.attachment"].create(
            {
                "name": "hours.txt",
                "raw": b"Jan 4",
                "res_model": "ict.overview",
                "res_id": self.sheet_own.id,
            }
        )
        message = self.sheet_own.message_post(body="Jan 4 u")
        for role, allowed in {
            "teacher": False,
            "coordinator": True,
            "hr": True,
            "manager": True,
        }.items():
            for record in (attachment, message):
                with self.subTest(role=role, model=record._name):
                    seen = self._as(record, role)
                    if allowed:
                        self.assertTrue(seen.read(["create_date"]))
                    else:
                        with self.assertRaises(AccessError):
                            seen.read(["create_date"])
                        self.assertFalse(seen.search([("id", "=", record.id)]))

    def test_own_tasks_in_another_school(self):
        """One's own hours are one's own data, also where the company is not ticked."""
        self.employee_group.user_id = new_test_user(
            self.env,
            "ict_technician",
            groups="base.group_user",
            company_id=self.own.id,
            company_ids=[Command.set(self.own.ids)],
        )
        self.env.flush_all()
        mine = (
            self.env["ict.allocation"].with_user(self.employee_group.user_id).search([])
        )
        self.assertEqual(mine, self.of_group_own | self.of_group_sibling)
        self.assertEqual(mine.mapped("task_id.name"), [self.of_jan.task_id.name])
        with self.assertRaises(AccessError):
            mine[0].hours = 1

    def test_ticking_a_company_gives_no_role(self):
        """The role counts in ``own``; ``sibling`` alone in use leaves nothing."""
        user = self.users["director"]
        model = (
            self.env["ict.allocation"]
            .with_user(user)
            .with_context(allowed_company_ids=self.sibling.ids)
        )
        self.assertFalse(model.search([]))
        with self.assertRaises(AccessError):
            model.browse(self.of_an.id).read(["hours"])


@tagged("post_install", "-at_install")
class TestReportRoute(HttpCase, IctCase):
    def test_route(self):
        """The URL of the report is open to whoever can read the sheet, no further."""
        sheets = {
            self.own: self._new_overview(self.own),
            self.sibling: self._new_overview(self.sibling),
        }
        for role, school, status in [
            ("coordinator", self.own, 200),
            ("coordinator", self.sibling, 403),
            ("teacher", self.own, 403),
            ("manager", self.sibling, 200),
        ]:
            with self.subTest(role=role, school=school.name):
                self.authenticate(f"ict_{role}", f"ict_{role}")
                companies = "-".join(map(str, self.users[role].company_ids.ids))
                with mute_logger("odoo.http"):
                    response = self.url_open(
                        "/report/xlsx/ict_coordination.overview_xlsx/"
                        f"{sheets[school].id}",
                        cookies={"cids": companies},
                    )
                self.assertEqual(response.status_code, status)
                self.assertEqual(response.content[:2] == b"PK", status == 200)
