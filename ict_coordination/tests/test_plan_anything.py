"""The plan against a plain comparison, of whatever group a database may hold."""

import os

from hypothesis import HealthCheck, given, settings

from odoo.tests import tagged

from ..insights.plan import CHANGES, PlanProgress
from .insights_plain import on, plan, total
from .insights_samples import any_facts
from .insights_stored import BASE, StoredGroups

ANY = settings(
    max_examples=int(os.environ.get("ICT_HYPOTHESIS_EXAMPLES") or 10),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def plainly(facts):
    """Return ``{target line id: changes}`` of the tasks that have a line there."""
    lines = {
        (line.school_id, line.task_id): line
        for line in facts.lines
        if line.kind == "target"
    }
    return {
        lines[school, task].id: changes
        for school, task, changes, _priority in plan(facts)
        if (school, task) in lines
    }


def says(facts, line):
    """Whether a line of a target that is equal to the current one says anything."""
    schools = {one.id: one for one in facts.schools}
    pairs = on(facts, line, doing=False)
    return (
        line.kind == "target"
        and line.applicable
        and schools[line.school_id].current is not None
        and bool(
            line.level
            or line.priority
            or [one for one, member in pairs if member.kind != "sounding_board"]
        )
    )


@tagged("post_install", "-at_install")
class TestPlanAnything(StoredGroups):
    @ANY
    @given(any_facts())
    def test_plan(self, facts):
        facts = self.store(facts)
        expected = plainly(facts)
        reached = {
            line.id
            for line in facts.lines
            if says(facts, line) and line.id not in expected
        }
        lines = self.insights.env["ict.overview.line"]
        words = lines._fields["plan_change"]._description_selection(lines.env)
        read = lines.search([("company_id", ">=", BASE)])
        self.assertEqual(
            {
                line.id - BASE: {
                    key
                    for key, word in words
                    if word in (line.plan_changes_text or "").split(", ")
                }
                for line in read
                if line.plan_state == "todo"
            },
            expected,
        )

        def found(*condition):
            return {one - BASE for one in lines.search([condition]).ids}

        self.assertEqual(found("plan_state", "=", "todo"), expected.keys())
        self.assertEqual(found("plan_state", "=", "reached"), reached)
        for change in CHANGES:
            self.assertEqual(
                found("plan_change", "=", change),
                {line for line, changes in expected.items() if change in changes},
            )
        progress = lines._plan_progress()
        schools = {line.id: line.school_id for line in facts.lines}
        for school in facts.schools:
            self.assertEqual(
                progress.get(BASE + school.id, PlanProgress()),
                PlanProgress(
                    todo=sum(schools[line] == school.id for line in expected),
                    reached=sum(schools[line] == school.id for line in reached),
                ),
            )
        self._check_people(facts, read)

    def _check_people(self, facts, read):
        """Who joins and leaves, and the hours, of each line to do."""
        at = {(one.school_id, one.kind, one.task_id): one for one in facts.lines}
        by_id = {one.id: one for one in facts.lines}
        for line in read.filtered(lambda one: one.plan_state == "todo"):
            after = by_id[line.id - BASE]
            before = at.get((after.school_id, "current", after.task_id))
            self.assertEqual(
                line.current_line_id.id, before.id + BASE if before else False
            )
            pairs = [
                [
                    pair
                    for pair in (on(facts, one, doing=False) if one else [])
                    if one.applicable and pair[1].kind != "sounding_board"
                ]
                for one in (before, after)
            ]
            was, will = (
                {member.person: member.name for _one, member in side} for side in pairs
            )
            for text, names in (
                (line.plan_joins_text, [will[one] for one in will.keys() - was.keys()]),
                (line.plan_leaves_text, [was[one] for one in was.keys() - will.keys()]),
            ):
                self.assertEqual(text or "", ", ".join(sorted(names)))
            shown = [_shown(side) for side in pairs]
            if shown[0] == shown[1]:
                self.assertNotIn("→", line.plan_hours_text or "")
            else:
                self.assertEqual(line.plan_hours_text, " → ".join(shown))


def _shown(pairs):
    if not pairs:
        return "–"
    known, unknown = total(pairs)
    parts = []
    if known or not unknown:
        parts.append(f"{known / 100:.2f}".rstrip("0").rstrip(".") + " h")
    if unknown:
        parts.append(f"{unknown} without hours")
    return " + ".join(parts)
