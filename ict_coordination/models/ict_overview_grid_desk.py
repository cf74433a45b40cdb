from odoo import models
from odoo.exceptions import ValidationError
from odoo.tools import LazyTranslate

from ..grid.desk import KIND_OF_TYPE, Desk, Member
from ..workbook.matching import PersonMatch
from .hours_range import HOURS_MAX, check_hours
from .ict_import_scope import person_matchers

_lt = LazyTranslate(__name__)

SENTENCES = {
    "not_a_value": _lt("This was not understood. Fill it in again."),
    "line_gone": _lt("This task is not on the sheet any more. Reload the page."),
    "member_gone": _lt(
        "This person is not in the team of the school or its group (any more)."
    ),
    "unknown_funding": _lt("This funding cannot be chosen (any more)."),
    "note_too_long": _lt("This remark is too long: at most %(most)s characters."),
    "no_lines": _lt(
        "You may change the people and their hours here, but not the tasks. "
        "Coordinators and directors do."
    ),
    # the same words as in the constraints of a line
    "priority_of_target": _lt("Only a target has priorities (short term, long term)."),
    "not_applicable": _lt("“%(task)s” is not applicable. Set it to applicable first."),
    "people_on_it": _lt(
        "%(people)s is on this task. Remove the people first, then it can be set to "
        "not applicable."
    ),
    "unknown_person": _lt(
        "“%(name)s” is not known in this school or its group. Add the person first, "
        "then fill in the hours in the new column."
    ),
    "near_person": _lt(
        "“%(name)s” is not known here. Is it %(other)s? Then fill in the hours in that "
        "column."
    ),
    "ambiguous_person": _lt(
        "“%(name)s” can be several people: %(people)s. Fill in the hours in the right "
        "column."
    ),
    "on_it_already": _lt(
        "%(name)s is on this task already. Change the hours in that column."
    ),
}


class IctOverview(models.Model):
    """What the edits of the grid are judged with, read with the rights of the user."""

    _inherit = "ict.overview"

    def _grid_desk(self, may_change_lines):
        """Return the :class:`Desk`; what only texts need is read later."""
        school = self.company_id
        members = (
            self.env["ict.team.member"]
            .with_context(active_test=False)
            .search_fetch(
                [("company_id", "in", (school | school.sudo().school_group_id).ids)],
                ["name", "member_type", "company_id", "employee_id", "active"],
            )
        )
        matchers, words = {}, {}

        def find(person):
            active = members.filtered("active")
            if not person.name:
                # "vacature 4u": the only vacancy is meant
                keys = tuple(
                    one.id
                    for one in active
                    if KIND_OF_TYPE[one.member_type] == person.kind
                )
                how = ("none", "likely")[len(keys)] if len(keys) < 2 else "ambiguous"
                return PersonMatch(how, keys)
            if not matchers:
                matchers.update(person_matchers(active, school))
            match = matchers[person.kind].find(person.name)
            return PersonMatch(match.how, tuple(key for _kind, key in match.keys))

        def funding_of(word):
            if not words:
                words.update(self.env["ict.import.sheet"]._fundings())
            return words.get(word.casefold())

        def task_name(line):
            return self.env["ict.overview.line"].browse(line).task_id.name

        return Desk(
            language=self.env.lang,
            members={
                member.id: Member(member.name, KIND_OF_TYPE[member.member_type])
                for member in members
            },
            # a handful of records
            # pylint: disable-next=no-search-all
            fundings=set(self.env["ict.funding"].search([]).ids),
            hours_most=HOURS_MAX,
            may_change_lines=may_change_lines,
            say=self._grid_say,
            find=find,
            funding_of=funding_of,
            task_name=task_name,
        )

    def _grid_say(self, code, **values):
        """Return the sentence of a refusal or a question, in the user's language."""
        if code == "hours":
            try:
                check_hours(self.env, values["hours"])
            except ValidationError as error:
                return str(error)
        # Odoo puts no values in what is translated late.
        sentence = self.env._(SENTENCES[code])
        return sentence % values
