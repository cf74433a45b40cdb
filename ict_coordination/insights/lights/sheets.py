# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Is there an overview in force, and is it filled in?"""

from __future__ import annotations

from .light import Action, Light


def sheets_light(counts):
    current, target = counts.current, counts.target
    if current is None:
        start = Action("new", "start", of="current")
        if counts.is_group:
            return Light("sheets", "muted", "group_none", {}, start)
        return Light("sheets", "danger", "none", {}, start)
    numbers = {"year": current.school_year, "today_year": counts.today_year}
    if current.state == "draft":
        # how many tasks are left says the next light
        complete = not current.left
        message = "complete" if complete else "draft"
        action = Action("overview", "activate", overview=current.id)
        return Light(
            "sheets", "warning", message, numbers, action if complete else None
        )
    if current.school_year < counts.today_year:
        action = Action("overview", "next_year", overview=current.id)
        return Light("sheets", "warning", "other_year", numbers, action)
    if target is None:
        action = Action("new", "make_target", overview=current.id, of="target")
        return Light("sheets", "warning", "no_target", numbers, action)
    if target.state == "draft":
        action = Action("overview", "activate_target", overview=target.id)
        return Light(
            "sheets",
            "warning",
            "target_draft",
            numbers,
            None if target.left else action,
        )
    return Light("sheets", "success", "active", numbers)


def filled_light(counts):
    current, target = counts.current, counts.target
    numbers = {"decided": current.decided, "tasks": current.tasks}
    if current.left:
        return Light(
            "filled",
            "danger" if counts.late else "warning",
            "late" if counts.late else "to_fill",
            numbers,
            Action("overview", "fill_in", current.left, current.id),
        )
    if target and target.left:
        return Light(
            "filled",
            "warning",
            "target_to_fill",
            {"decided": target.decided, "tasks": target.tasks},
            Action("overview", "fill_in_target", target.left, target.id),
        )
    return Light("filled", "success", "filled", numbers)
