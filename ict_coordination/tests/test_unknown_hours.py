"""Unknown hours are unknown everywhere: no list, total, pivot or export says 0."""

import io

from lxml import etree
from openpyxl import load_workbook

from odoo.tests import tagged

from .common import IctCase
from .workbook_reading import person_cell, table_of


@tagged("post_install", "-at_install")
class TestUnknownHours(IctCase):
    """Jan: only unknown hours. Bert: 2 h and one without. Tess: really 0 hours."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sheet = cls._new_overview(cls.own)
        cls.unknown_line = cls._line(cls.sheet)
        cls.mixed_line = cls._line(cls.sheet, "technical_02")
        cls.zero_line = cls._line(cls.sheet, "technical_03")
        cls.of_jan = cls._allocate(cls.unknown_line, cls.member_own)
        cls.of_bert = cls._allocate(cls.unknown_line, cls.member_group)
        cls._allocate(cls.mixed_line, cls.member_own)
        cls._allocate(cls.mixed_line, cls.member_group, 2)
        cls.of_tess = cls._allocate(
            cls.zero_line, cls.member_teacher, 0, certainty="exact"
        )
        cls.env.flush_all()
        cls.env.invalidate_all()

    def _manager(self, model):
        return self._as(self.env[model], "manager")

    def test_list(self):
        """The list gets what its widget needs to write "without hours"."""
        allocations = self._manager("ict.allocation")
        self.assertEqual(
            allocations.web_search_read(
                [("id", "in", (self.of_jan | self.of_tess).ids)],
                {"hours": {}, "certainty": {}, "unknown_hours": {}},
                order="id",
            )["records"],
            [
                {
                    "id": self.of_jan.id,
                    "hours": 0.0,
                    "certainty": "unknown",
                    "unknown_hours": 1,
                },
                {
                    "id": self.of_tess.id,
                    "hours": 0.0,
                    "certainty": "exact",
                    "unknown_hours": 0,
                },
            ],
        )
        names = self._as(self.of_jan | self.of_tess, "manager").read(["display_name"])
        self.assertEqual(
            [row["display_name"] for row in names], ["Jan Peeters", "Tess Leraar 0 h"]
        )

    def test_every_view_can_tell(self):
        """Wherever hours of an allocation are shown, the certainty goes along."""
        views = self.env["ir.ui.view"].search(
            [
                ("model", "=", "ict.allocation"),
                ("type", "in", ("list", "form", "kanban")),
            ]
        )
        archs = [etree.fromstring(view.get_combined_arch()) for view in views]
        for model, field in (
            ("ict.overview.line", "allocation_ids"),
            ("hr.employee", "ict_allocation_ids"),
            ("hr.employee.public", "ict_allocation_ids"),
        ):
            form = etree.fromstring(self.env[model].get_view(view_type="form")["arch"])
            archs += form.xpath(f"//field[@name='{field}']/*")
        shown = 0
        for arch in archs:
            hours = arch.xpath(".//field[@name='hours']")
            if not hours or all(node.get("column_invisible") for node in hours):
                continue
            shown += 1
            text = etree.tostring(arch, encoding="unicode")
            self.assertTrue(arch.xpath(".//field[@name='certainty']"), text)
            for node in hours:
                self.assertEqual(node.get("widget"), "ict_hours", text)
        self.assertGreaterEqual(shown, 4)

    def test_totals(self):
        lines = self._as(
            self.unknown_line | self.mixed_line | self.zero_line, "manager"
        )
        self.assertEqual(
            lines.mapped("hours_text"),
            ["2 without hours", "2 h + 1 without hours", "0 h"],
        )
        self.assertEqual(lines.mapped("unknown_hours_count"), [2, 1, 0])
        sheet = self._as(self.sheet, "manager")
        self.assertEqual(sheet.hours_text, "2 h + 3 without hours")
        members = self._as(
            self.member_own | self.member_group | self.member_teacher, "manager"
        )
        self.assertEqual(
            members.mapped("hours_text"),
            ["2 without hours", "2 h + 1 without hours", "0 h"],
        )
        employee = self._as(self.employee_own, "hr")
        self.assertEqual(employee.ict_load_text, "2 without hours / 10 h")
        nothing_known = self._new_overview(self.sibling)
        self._allocate(self._line(nothing_known), self.member_sibling)
        self.assertEqual(nothing_known.hours_text, "1 without hours")

    def test_groups(self):
        """A total without any known hours is empty; a real 0 stays 0."""
        expected = {"Bert De Wit": (2, 1), "Jan Peeters": (False, 2)}
        expected["Tess Leraar"] = (0, 0)
        measures = ["hours:sum", "unknown_hours:sum"]
        allocation = self._manager("ict.allocation")
        domain = [("overview_id", "=", self.sheet.id)]
        for groups in (
            allocation.formatted_read_group(domain, ["member_id"], measures),
            allocation.web_read_group(domain, ["member_id"], measures)["groups"],
        ):
            found = {
                group["member_id"][1]: tuple(group[name] for name in measures)
                for group in groups
            }
            self.assertEqual(found, expected)
            for name, (hours, _unknown) in found.items():
                self.assertEqual(hours is False, name == "Jan Peeters")
        [(average,)] = allocation._read_group(domain, [], ["hours:avg"])
        self.assertEqual(average, 1)
        [(highest,)] = allocation._read_group(
            [("id", "=", self.of_jan.id)], [], ["hours:max"]
        )
        self.assertIs(highest, False)

    def test_pivot(self):
        """Empty in the pivot's own call as well: its download would write FALSE."""
        [total], by_task = self._manager("ict.allocation").formatted_read_grouping_sets(
            [("overview_id", "=", self.sheet.id)],
            [[], ["task_id"]],
            ["hours:sum", "unknown_hours:sum"],
        )
        self.assertEqual((total["hours:sum"], total["unknown_hours:sum"]), (2, 3))
        tasks = (self.unknown_line | self.mixed_line | self.zero_line).task_id
        found = {group["task_id"][0]: group["hours:sum"] for group in by_task}
        self.assertEqual(found, dict(zip(tasks.ids, (None, 2, 0), strict=True)))

    def test_groups_of_lines(self):
        lines = self.unknown_line | self.mixed_line | self.zero_line
        groups = self._manager("ict.overview.line").formatted_read_group(
            [("id", "in", lines.ids)],
            ["task_id"],
            ["hours:sum", "unknown_hours_count:sum"],
        )
        self.assertEqual(
            [(g["hours:sum"], g["unknown_hours_count:sum"]) for g in groups],
            [(False, 2), (2, 1), (0, 0)],
        )

    def test_sum_of_nothing_known_sorts_and_filters(self):
        """The total can still be used to sort and to select groups."""
        allocation = self._manager("ict.allocation")
        rows = allocation._read_group(
            [("overview_id", "=", self.sheet.id)],
            ["member_id"],
            ["hours:sum"],
            having=[("hours:sum", ">=", 0)],
            order="hours:sum DESC",
        )
        self.assertEqual(
            [(member.name, hours) for member, hours in rows],
            [("Bert De Wit", 2), ("Tess Leraar", 0)],
        )

    def test_odoo_export(self):
        allocations = self._as(self.of_jan | self.of_tess, "manager")
        rows = allocations.export_data(["member_id/name", "hours"])["datas"]
        self.assertEqual(rows, [["Jan Peeters", ""], ["Tess Leraar", 0.0]])
        rows = self._as(self.unknown_line, "manager").export_data(
            ["hours", "allocation_ids/hours", "unknown_hours_count"]
        )["datas"]
        self.assertEqual(rows, [["", "", 2], ["", "", ""]])

    def test_workbook(self):
        content, _kind = self._manager("ir.actions.report")._render(
            "ict_coordination.overview_xlsx", self.sheet.ids
        )
        book = load_workbook(io.BytesIO(content), data_only=True)
        sheet = book.worksheets[-1]
        table = {line["Description"][0][1]: line for line in table_of(sheet)}

        def cell(line, heading):
            [(address, value)] = table[line.task_id.name][heading]
            return sheet[address], value

        for line, heading, expected in (
            (self.unknown_line, "Jan Peeters", (None, "unknown", "")),
            (self.unknown_line, "Bert De Wit", (None, "unknown", "")),
            (self.mixed_line, "Bert De Wit", (2, "exact", "")),
            (self.zero_line, "Tess Leraar", (0, "exact", "")),
        ):
            self.assertEqual(
                person_cell(heading, cell(line, heading)[1]), expected, heading
            )
        for line, known, without in (
            (self.unknown_line, 0, 2),
            (self.mixed_line, 2, 1),
        ):
            total, value = cell(line, "Total hours")
            self.assertEqual(value, known)
            self.assertEqual(cell(line, "Without hours")[1], without)
            self._assert_shows_no_zero(total)
        # the row of totals under the tasks, and in the last column that of the sheet
        [row] = [
            row for row in sheet.iter_rows() if row[1].value == "Total hours a week"
        ]
        column = cell(self.unknown_line, "Jan Peeters")[0].column - 1
        self.assertEqual(row[column].value, 0)
        self._assert_shows_no_zero(row[column])
        [without] = [
            row
            for row in sheet.iter_rows(min_row=row[0].row + 1)
            if row[1].value == "Without hours"
        ]
        self.assertEqual(without[column].value, 2)

    def _assert_shows_no_zero(self, cell):
        """The third part of a number format is for zero: empty."""
        self.assertEqual(cell.number_format.split(";")[2:], [""], cell.coordinate)
