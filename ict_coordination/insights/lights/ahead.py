# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""What lies ahead: the budget, the plan, the next visit or consultation."""

from __future__ import annotations

from .light import Action, Light


def budget_light(counts):
    hours, budget = counts.hours, counts.budget
    if budget is None:
        return Light("budget", "muted", "no_budget", {"hours": hours})
    # hundredths: hours of people add up to a little more than they are
    left = round(budget - hours.known, 2)
    numbers = {"hours": hours, "budget": budget, "left": abs(left)}
    look = Action("insight", "look_budget", of="school_budget")
    if left < 0:
        return Light("budget", "danger", "over", numbers, look)
    if hours.unknown_count:
        return Light("budget", "warning", "perhaps", numbers, look)
    return Light("budget", "success", "within", numbers)


def plan_light(counts):
    if counts.target is None:
        return Light("plan", "muted", "no_target")
    numbers = {
        "todo": counts.todo,
        "planned": counts.planned,
        "overdue": counts.overdue,
    }
    if counts.overdue:
        action = Action("plan", "follow_up", counts.overdue)
        return Light("plan", "danger", "overdue", numbers, action)
    if counts.planned < counts.todo:
        action = Action("plan", "plan", counts.todo - counts.planned)
        return Light("plan", "warning", "to_plan", numbers, action)
    if counts.todo:
        return Light("plan", "success", "planned", numbers)
    if counts.reached:
        return Light("plan", "success", "same", numbers)
    return Light("plan", "muted", "empty")


def contact_light(counts):
    if counts.overdue_contact:
        action = Action("contact", "meet", counts.overdue_contact)
        numbers = {"count": counts.overdue_contact}
        return Light("contact", "warning", "overdue", numbers, action)
    if counts.rhythms:
        return Light("contact", "success", "planned", {"date": counts.next_contact})
    return Light("contact", "muted", "none")
