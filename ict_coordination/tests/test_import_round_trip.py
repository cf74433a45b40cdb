"""Out and in again: what the export wrote, the import reads as the same."""

from odoo.tests import tagged

from ..tools.school_year import school_year_of
from .test_import import ImportCase


@tagged("post_install", "-at_install")
class TestImportRoundTrip(ImportCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        member = cls.env["ict.team.member"]
        year = school_year_of(cls.env.cr.now())
        cls.sheet = cls._new_overview(cls.own, kind="target", school_year=year)
        cls.own_task = cls.env["ict.task"].create(
            {
                "name": "Robots opladen",
                "company_id": cls.own.id,
                "cluster_id": cls.env.ref("ict_coordination.cluster_pedagogical").id,
            }
        )
        cls.sheet.action_add_missing_tasks()
        others = [
            member.create({"name": name, "member_type": kind, "company_id": cls.own.id})
            for name, kind in [
                ("NetHulp", "partner"),
                ("Vacature ICT", "vacancy"),
                ("Leerlingenraad", "sounding_board"),
            ]
        ]
        funding = cls.env.ref("ict_coordination.funding_points")
        line = cls._line(cls.sheet)
        cls._allocate(line, cls.member_own, 1.75, funding_id=funding.id, decides=True)
        cls._allocate(line, cls.member_group, 3, certainty="assumed", contact=True)
        cls._allocate(line, cls.member_teacher)
        cls._allocate(cls._line(cls.sheet, "policy_02"), cls.member_own, 0.25)
        own_line = cls.sheet.line_ids.filtered(lambda one: one.task_id == cls.own_task)
        for number, other in enumerate(others):
            cls._allocate(own_line, other, number + 1, executes=False, steers=True)
        line.write({"level": "group", "priority": "short", "note": "Eerst vragen"})
        own_line.write({"level": "shared", "priority": "none"})
        cls._line(cls.sheet, "technical_05").applicable = False
        cls.env.flush_all()

    def _export(self):
        report = self._as(self.env["ir.actions.report"], "coordinator")
        return report._render("ict_coordination.overview_xlsx", self.sheet.ids)[0]

    def _content(self, overview):
        """Return everything on a sheet, in words."""
        return {
            line.task_id: (
                line.applicable,
                line.level,
                line.priority,
                line.note or "",
                {
                    (
                        one.member_id,
                        one.hours,
                        one.certainty,
                        one.funding_id,
                        one.decides,
                        one.executes,
                        one.steers,
                        one.contact,
                    )
                    for one in line.allocation_ids
                },
            )
            for line in overview.sudo().line_ids
        }

    def test_same_overview(self):
        """The export of an overview changes nothing in it."""
        book = self._upload(self._export())
        self.assertEqual(book.sheet_ids._to_import().overview_id, self.sheet)
        self.assertFalse(book.person_todo_count or book.task_ids)
        self.assertFalse(book.open_note_count, book.question_ids.mapped("message"))
        self.assertEqual(book.import_one()["status"], "nothing")
        self.assertFalse(book.question_ids.mapped("message"))

    def test_into_an_empty_overview(self):
        content, before = self._export(), self._content(self.sheet)
        self.sheet.unlink()
        book = self._import(content)
        self.assertEqual(self._content(book.sheet_ids.overview_id), before)
