from collections.abc import Set

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ..insights.plan import CHANGES, hours_change
from ..workbook.hours import Hours

PLAN_STATES = [("todo", "To do"), ("reached", "Reached")]
PLAN_CHANGES = [
    ("new", "New task"),
    ("dropped", "Dropped"),
    ("person", "People"),
    ("hours", "Hours"),
    ("level", "Level"),
]
# Conditions on these compare sheets.
_PLAN_FIELDS = {"plan_state", "plan_change"}


class IctOverviewLine(models.Model):
    """The plan: what must change before the school is where its target wants it.

    Lines of a target in force have these fields, others have none of them. Nothing is
    stored: the plan is the difference between two sheets, whoever changed which.
    """

    _inherit = "ict.overview.line"

    plan_state = fields.Selection(
        PLAN_STATES,
        "Plan",
        compute="_compute_plan",
        search="_search_plan_state",
        help="To do: the current situation is not what the target wants. Empty: the "
        "target says nothing of this task yet, or there is nothing to compare with.",
    )
    plan_change = fields.Selection(
        PLAN_CHANGES,
        "Change",
        compute="_compute_plan",
        search="_search_plan_change",
        help="The first thing that changes; a search finds every line that has it.",
    )
    plan_changes_text = fields.Char("What changes", compute="_compute_plan")
    plan_joins_text = fields.Char("Joins", compute="_compute_plan")
    plan_leaves_text = fields.Char("Leaves", compute="_compute_plan")
    plan_hours_text = fields.Char("Hours now → target", compute="_compute_plan")
    plan_level_text = fields.Char("Level now → target", compute="_compute_plan")
    current_line_id = fields.Many2one(
        "ict.overview.line", "Now", compute="_compute_plan"
    )

    @api.depends(
        "applicable",
        "level",
        "priority",
        "state",
        "allocation_ids.hours",
        "allocation_ids.certainty",
        "allocation_ids.member_id",
    )
    @api.depends_context("lang", "uid", "allowed_company_ids")
    def _compute_plan(self):
        targets = self._origin.filtered(lambda line: line.kind == "target")
        schools = Domain("company_id", "in", targets.company_id.ids)
        rows = targets and self.env.execute_query_dict(
            SQL("%s SELECT * FROM plan", self._plan_sql(schools, targets.ids))
        )
        found = {row["id"]: row for row in rows}
        names = self._plan_names(rows)
        words = dict(self._fields["plan_change"]._description_selection(self.env))
        levels = dict(self._fields["level"]._description_selection(self.env))
        for line in self:
            row = found.get(line._origin.id, {})
            changes = [change for change in CHANGES if row.get(change)]
            line.plan_state = row.get("state")
            line.plan_change = changes[0] if changes else False
            line.current_line_id = row.get("current_id")
            line.plan_changes_text = ", ".join(map(words.get, changes))
            line.plan_joins_text = line.plan_leaves_text = False
            line.plan_hours_text = line.plan_level_text = False
            if not changes:
                continue
            line.plan_joins_text = _names(names, row["joins"])
            line.plan_leaves_text = _names(names, row["leaves"])
            line.plan_hours_text = line._plan_hours(row)
            if row["level"]:
                before = levels.get(row["level_from"], "–")
                line.plan_level_text = f"{before} → {levels[row['level_to']]}"

    def _plan_hours(self, row):
        text = hours_change(
            *(
                Hours(row[f"hours_{side}"], row[f"unknown_{side}"])
                if row[f"people_{side}"]
                else None
                for side in ("from", "to")
            ),
            self.env.lang,
        )
        if row["hours"] and "→" not in text:
            return self.env._("%(hours)s, divided differently", hours=text)
        return text

    @api.model
    def _plan_names(self, rows):
        """Return ``{member id: name}`` of who joins or leaves; readable ones only."""
        ids = {
            member_id
            for row in rows
            for member_id in (*(row["joins"] or ()), *(row["leaves"] or ()))
        }
        members = self.env["ict.team.member"].with_context(active_test=False)
        found = members.search_fetch([("id", "in", list(ids))], ["name"])
        return {member.id: member.name for member in found}

    # --- search ---

    def _search_plan_state(self, operator, value):
        if operator != "in":
            return NotImplemented
        named = [state for state, _label in PLAN_STATES if state in value]
        found = self._plan_domain(SQL("state = ANY(%s)", named))
        if False not in value:
            return found
        return found | ~self._plan_domain(SQL("state IS NOT NULL"))

    def _search_plan_change(self, operator, value):
        if operator != "in":
            return NotImplemented
        named = [SQL.identifier(change) for change in CHANGES if change in value]
        found = self._plan_domain(SQL(" OR ").join(named)) if named else Domain.FALSE
        if False not in value:
            return found
        return found | ~self._plan_domain(SQL("state = 'todo'"))

    @api.model
    def _plan_domain(self, condition):
        schools = Domain(list(self.env.context.get("ict_plan_schools", ())))
        return Domain(
            "id",
            "in",
            SQL(
                "(%s SELECT id FROM plan WHERE %s)", self._plan_sql(schools), condition
            ),
        )

    @api.model
    def _search(self, domain, *args, **kwargs):
        """Compare the sheets of the schools that ``domain`` asks for, no others.

        The database cannot know that what stands beside the comparison holds for what
        is inside it as well.
        """
        domain = Domain(domain)
        lines = self
        if any(one.field_expr in _PLAN_FIELDS for one in domain.iter_conditions()):
            lines = self.with_context(ict_plan_schools=self._plan_schools(domain))
        return super(IctOverviewLine, lines)._search(domain, *args, **kwargs)

    @api.model
    def _plan_schools(self, domain):
        """Return conditions on the sheets of the schools that ``domain`` is limited to.

        Only what is certain: ids that every line found must have.
        """
        limits = []
        for one in domain.children if hasattr(domain, "children") else [domain]:
            if getattr(domain, "OPERATOR", "&") != "&":
                break
            ids = _ids(one)
            if ids is None:
                continue
            if one.field_expr == "overview_id":
                sheets = self.env["ict.overview"].browse(ids).exists()
                ids = tuple(sheets.sudo().company_id.ids)
            limits.append(("company_id", "in", ids))
        return tuple(limits)


def _ids(condition):
    """Return the ids of sheets or schools that a condition asks for; None: others."""
    if getattr(condition, "field_expr", None) not in ("company_id", "overview_id"):
        return None
    value = condition.value
    if condition.operator == "=":
        value = [value]
    elif condition.operator != "in" or not isinstance(value, list | tuple | Set):
        return None
    return tuple(value) if all(isinstance(one, int) for one in value) else None


def _names(names, member_ids):
    """Return the names behind ids, in their order; those without a name left out."""
    found = [(names[one], one) for one in member_ids or () if one in names]
    return ", ".join(name for name, _id in sorted(found))
