"""Three schools with a sheet each, and what any role sends about them."""

from .common import IctCase
from .grid_case import hours

SECRET = "Zieke Zeno"


class GridRightsCase(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.member_other = cls._new_member(
            cls._new_employee("Olga Vreemd", cls.other), cls.other
        )
        cls.schools = (cls.own, cls.sibling, cls.other)
        cls.members = (cls.member_own, cls.member_sibling, cls.member_other)
        cls.sheets = [cls._new_overview(school) for school in cls.schools]
        cls.funding = cls.env["ict.funding"].search([], limit=1)
        for sheet, member in zip(cls.sheets, cls.members, strict=True):
            cls._allocate(cls._line(sheet), member, 2, note=SECRET)
        cls.env.flush_all()

    # --- what a browser sends ---

    def _cell(self, line, member, base=None, value=None, **more):
        return {
            "key": f"{line.id}:{member.id}",
            "line": line.id,
            "member": member.id,
            "base": base,
            "value": value or hours(3),
            **more,
        }

    def _field(self, line, **value):
        [field] = value
        base = {field: line[field] or (False if field == "applicable" else None)}
        if field == "note":
            base = {field: line.note or ""}
        return {
            "key": f"{line.id}:{field}",
            "line": line.id,
            "base": base,
            "value": value,
        }

    def _write(self, sheet, role, *edits):
        answer = self._as(sheet, role).grid_write(list(edits), "tab")
        self.env.flush_all()
        self.env.invalidate_all()
        return answer

    def _statuses(self, *args):
        return [one["status"] for one in self._write(*args)["results"]]
