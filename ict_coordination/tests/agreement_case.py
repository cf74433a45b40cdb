"""A sheet with tasks of somebody with a login, of somebody without, and a vacancy."""

from .common import IctCase

#: tasks of the sheet that are given to somebody
CODES = ("technical_01", "technical_02", "technical_03")


class AgreementCase(IctCase):
    """One draft of the own school: the teacher has two tasks, Jan (no login) one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["ir.mail_server"].create({"name": "Post", "smtp_host": "localhost"})
        cls.own.partner_id.lang = "en_US"
        cls.users["teacher"].email = "tess@example.com"
        cls.employee_own.work_email = "jan@example.com"
        cls.sheet = cls._new_overview(cls.own)
        first, second, third = (cls._line(cls.sheet, code) for code in CODES)
        cls.mine = cls._allocate(first, cls.member_teacher, 3, decides=True)
        cls.unknown = cls._allocate(second, cls.member_teacher)
        cls.jan = cls._allocate(first, cls.member_own, 5.5)
        vacancy = cls.env["ict.team.member"].create(
            {
                "name": "Vacancy",
                "member_type": "vacancy",
                "company_id": cls.own.id,
            }
        )
        cls.vacant = cls._allocate(third, vacancy, 7)
        cls.all = cls.mine | cls.unknown | cls.jan | cls.vacant
        cls.env.flush_all()

    def _activate(self, role="director"):
        self._as(self.sheet, role).action_activate()

    def _of(self, member):
        return self.env["ict.agreement"].search([("member_id", "=", member.id)])

    def _mails(self):
        return self.env["mail.mail"].search(
            [("email_to", "ilike", "@example.com")], order="id"
        )

    def _states(self):
        self.all.invalidate_recordset()
        return [one.agreement_state for one in self.all]
