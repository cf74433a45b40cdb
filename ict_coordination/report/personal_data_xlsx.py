from odoo import models
from odoo.exceptions import AccessError


class PersonalDataXlsx(models.AbstractModel):
    """The own data of the user as a workbook."""

    _name = "report.ict_coordination.personal_data_xlsx"
    _inherit = "report.ict_coordination.book_xlsx"
    _description = "Own ICT data as a workbook"

    def generate_xlsx_report(self, workbook, data, objs):
        user = self.env.user
        if objs.ids != user.ids:
            raise AccessError(
                self.env._("You can download your own data only. HR can do it for you.")
            )
        tables = self.env["ict.personal.data"]._own()
        self._write(workbook, user.name, tables)

    def _write(self, workbook, name, tables):
        """Write one sheet for each table, and one that says what it is."""
        bold = workbook.add_format({"bold": True})
        wrap = workbook.add_format({"text_wrap": True, "valign": "top"})
        cover = workbook.add_worksheet(self.env._("My data"))
        cover.set_column(0, 0, 40)
        lines = [
            self.env._("What the ICT coordination keeps of %s", name),
            self.env._(
                "Feedback without a name is not in it: nobody knows whose it is."
            ),
            "",
        ]
        for row, text in enumerate(lines):
            cover.write_string(row, 0, text, None if row else bold)
        for row, (title, _labels, rows) in enumerate(tables, len(lines)):
            cover.write_string(row, 0, title)
            cover.write_number(row, 1, len(rows))
        for title, labels, rows in tables:
            sheet = workbook.add_worksheet(title[:31])
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, max(len(labels) - 1, 0), 22)
            sheet.set_landscape()
            for column, label in enumerate(labels):
                sheet.write_string(0, column, label, bold)
            for row, values in enumerate(rows, 1):
                for column, value in enumerate(values):
                    if isinstance(value, int | float):
                        sheet.write_number(row, column, value, wrap)
                    else:
                        sheet.write_string(row, column, str(value), wrap)
        self.env["ict.export.log"]._note(
            "own", name, count=sum(len(rows) for _title, _labels, rows in tables)
        )


class EmployeeDataXlsx(models.AbstractModel):
    """The same of an employee who asks HR."""

    _name = "report.ict_coordination.employee_personal_data_xlsx"
    _inherit = "report.ict_coordination.personal_data_xlsx"
    _description = "ICT data of an employee as a workbook"

    def generate_xlsx_report(self, workbook, data, objs):
        employee = self.env["hr.employee"].browse(objs.ids[:1])
        tables = self.env["ict.personal.data"]._of_employee(employee)
        self._write(workbook, employee.name, tables)
