from odoo import api, models
from odoo.tools import format_date, unique

from ...documents import (
    AgreementsNote,
    Contact,
    NoteCluster,
    NoteMember,
    NoteRow,
    NoteTeam,
    Signature,
)
from ...workbook.hours import format_hours
from .words import mandates_of, selection

#: a contact for more tasks than these is named by cluster
CONTACT_TASKS = 3


class IctDocument(models.AbstractModel):
    _inherit = "ict.document"

    @api.model
    def _agreements_notes(self, ids):
        """Return ``[(AgreementsNote, ids of its school)]`` of these sheets.

        :raise AccessError: the reader may not read one of them
        """
        overviews = self.env["ict.overview"].browse(unique(ids))
        overviews.check_access("read")
        return [(self._note(one), one.company_id.ids) for one in overviews]

    def _note(self, overview):
        school = overview.company_id.sudo()
        allocations = self.env["ict.allocation"].search(
            [("overview_id", "=", overview.id)]
        )
        members = self._members([("company_id", "=", school.id)]).filtered("active")
        members = (allocations.member_id | members).sorted()
        lines = overview.line_ids.sorted()
        still_open = lines.filtered(lambda line: line.coverage == "open")
        return AgreementsNote(
            title=self.env._("ICT agreements"),
            school=school.name,
            group=school.school_group_id.name or "",
            kind=selection(overview, "kind")[overview.kind],
            school_year=overview.school_year,
            state=selection(overview, "state")[overview.state],
            approved=self._approved(overview),
            date=self._today(),
            hours=self._hours(allocations),
            budget=self._budget(overview.company_id),
            agreed=overview.agreement_text or "",
            teams=tuple(self._note_teams(members)),
            clusters=tuple(self._note_clusters(lines, allocations)),
            open_count=self._open_count(len(still_open)),
            open_tasks=tuple(still_open.sudo().mapped("task_id.name")),
            contacts=tuple(self._contacts(allocations)),
            signatures=tuple(self._note_signatures(overview, members)),
        )

    def _open_count(self, count):
        if count == 1:
            return self.env._("1 task is open.")
        return self.env._("%s tasks are open.", count) if count else ""

    def _approved(self, overview):
        if overview.state == "draft" or not overview.approved_on:
            return self.env._("not approved yet")
        return self.env._(
            "%(date)s by %(name)s",
            date=format_date(self.env, overview.approved_on.date()),
            name=overview.approved_by_id.sudo().name or "–",
        )

    def _budget(self, company):
        field = company._fields["ict_hours_budget"]
        if not company._has_field_access(field, "read"):
            return "–"
        hours = company.ict_hours_budget
        return format_hours(hours, self.env.lang) if hours else "–"

    def _note_teams(self, members):
        """Yield the members by role; who has none comes last."""
        kinds = selection(members, "member_type")
        by_role = members.grouped("role")
        roles = {**selection(members, "role"), False: self.env._("Without a role")}
        for role, word in roles.items():
            if role in by_role:
                yield NoteTeam(
                    word,
                    tuple(
                        NoteMember(
                            one.name,
                            kinds[one.member_type],
                            ", ".join(one.team_ids.mapped("name")),
                            self._available(one),
                        )
                        for one in by_role[role]
                    ),
                )

    def _note_clusters(self, lines, allocations):
        by_line = allocations.grouped("line_id")
        levels = selection(lines, "level")
        answers = selection(allocations, "agreement_state")
        clusters = {}
        for line in lines.filtered("applicable"):
            if line in by_line:
                clusters.setdefault(line.cluster_id.sudo(), []).append(line)
        for cluster, own in clusters.items():
            rows = []
            for line in own:
                for place, one in enumerate(by_line[line]):
                    rows.append(
                        NoteRow(
                            task="" if place else line.task_id.sudo().name,
                            level="" if place else levels.get(line.level, ""),
                            person=one.member_id.name,
                            mandates=mandates_of(one),
                            hours=self._hours_of(one),
                            agreed=answers.get(one.agreement_state, ""),
                        )
                    )
            mine = allocations.browse().union(*(by_line[line] for line in own))
            yield NoteCluster(cluster.name, self._hours(mine), tuple(rows))

    def _contacts(self, allocations):
        """Yield whom to ask; mail and phone as every colleague sees them."""
        by_member = allocations.filtered("contact").grouped("member_id")
        people = allocations.member_id
        profiles = {
            one.id: one
            for one in self.env["hr.employee.public"].search(
                [("id", "in", people.employee_id.ids)]
            )
        }
        for member in people.sorted():
            if member not in by_member:
                continue
            about = by_member[member].sudo()
            names = about.mapped("task_id.name")
            if len(names) > CONTACT_TASKS:
                names = about.mapped("cluster_id.name")
            profile = profiles.get(member.employee_id.id)
            firm = member.partner_id
            yield Contact(
                member.name,
                ", ".join(unique(names)),
                (profile.work_email if profile else firm.email) or "",
                (profile.work_phone if profile else firm.phone) or "",
            )

    def _note_signatures(self, overview, members):
        director = self.env._("Director")
        approved = overview.state != "draft" and overview.approved_by_id.sudo().name
        leaders = members.filtered(lambda one: one.role == "director")
        names = [approved] if approved else leaders.mapped("name")
        for name in names or [""]:
            yield Signature(director, name)
        coordinators = members.filtered(lambda one: one.role == "coordinator")
        for name in coordinators.mapped("name") or [""]:
            yield Signature(self.env._("ICT coordinator"), name)
        yield Signature(self.env._("For the school board"))
