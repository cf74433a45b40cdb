"""A sheet of the own school, and requests as the browser sends them."""

from .common import IctCase

EMPTY = {
    "hours": None,
    "certainty": "unknown",
    "mandates": ["executes"],
    "funding": None,
    "note": "",
}


def hours(number, certainty="exact", **values):
    """Return a cell as the browser sends it."""
    return {**EMPTY, "hours": number, "certainty": certainty, **values}


class GridCase(IctCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.funding = cls.env.ref("ict_coordination.funding_bpt")
        cls.vacancy = cls.env["ict.team.member"].create(
            {"name": "Vacature", "member_type": "vacancy", "company_id": cls.own.id}
        )
        cls.overview = cls._new_overview(cls.own)
        cls.line = cls._line(cls.overview)
        cls.line_2 = cls._line(cls.overview, "technical_02")

    def _member_of(self, data, member):
        return next(one for one in data["members"] if one["id"] == member.id)

    def _fill(self, overview, members):
        """Put every member on every task of the sheet."""
        overview.line_ids.applicable = True
        self.env["ict.allocation"].create(
            [
                {"line_id": line.id, "member_id": member.id, "hours": 1}
                for line in overview.line_ids
                for member in members
            ]
        )
        self.env.flush_all()


class GridWriteCase(GridCase):
    def _write(self, *edits, role="coordinator", origin=False, overview=None):
        overview = overview or self.overview
        return self._as(overview, role).grid_write(list(edits), origin)

    def _cell(self, value, base=None, line=None, member=None):
        line, member = line or self.line, member or self.member_own
        return {
            "key": f"{line.id}:{member.id}",
            "line": line.id,
            "member": member.id,
            "base": base,
            "value": value,
        }

    def _text(self, text, base=None, line=None, member=None):
        edit = self._cell(None, base, line, member)
        del edit["value"]
        return {**edit, "text": text}

    def _field(self, field, value, base, line=None):
        line = line or self.line
        return {
            "key": f"{line.id}:{field}",
            "line": line.id,
            "base": {field: base},
            "value": {field: value},
        }

    def _stored(self, overview=None):
        """Return ``{(line, member): (hours, certainty, mandates, funding, note)}``."""
        self.env.flush_all()
        self.env.invalidate_all()
        return {
            (one.line_id, one.member_id): (
                one.hours,
                one.certainty,
                "".join(
                    name[0]
                    for name in ("decides", "executes", "steers", "contact")
                    if one[name]
                ),
                one.funding_id.code,
                one.note,
            )
            for one in (overview or self.overview).line_ids.allocation_ids
        }

    def _one(self, edit, role="coordinator"):
        """Send one edit, return its result."""
        (result,) = self._write(edit, role=role)["results"]
        self.assertEqual(result["key"], edit["key"])
        return result
