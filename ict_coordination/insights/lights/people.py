# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Who does the tasks: open, alone, too much, who decides and is contact."""

from __future__ import annotations

from .light import Action, Light


def open_light(counts):
    if not counts.open:
        return Light("open", "success", "none")
    urgent = counts.open_core or counts.open_short
    return Light(
        "open",
        "danger" if urgent else "warning",
        "urgent" if urgent else "open",
        {
            "count": counts.open,
            "core": counts.open_core,
            "short": counts.open_short,
        },
        Action("lines", "who_does", counts.open, counts.current.id),
    )


def single_light(counts):
    numbers = {"count": counts.single, "core": counts.single_core}
    if counts.single_core:
        action = Action("lines", "second", counts.single_core, counts.current.id)
        return Light("single", "warning", "core", numbers, action)
    if counts.single:
        action = Action("lines", "look_single", counts.single, counts.current.id)
        return Light("single", "muted", "single", numbers, action)
    return Light("single", "success", "none")


def load_light(counts):
    numbers = {
        "over": counts.over,
        "without": counts.without_hours,
        "people": counts.no_available,
    }
    sheet = counts.current.id
    if counts.over:
        action = Action("insight", "relieve", counts.over, of="workload")
        return Light("load", "danger", "over", numbers, action)
    if counts.without_hours:
        action = Action("lines", "fill_in_hours", counts.without_hours, sheet)
        return Light("load", "warning", "without_hours", numbers, action)
    if counts.no_available:
        action = Action("team", "fill_in_available", counts.no_available)
        return Light("load", "warning", "no_available", numbers, action)
    return Light("load", "success", "fits", numbers)


def mandates_light(counts):
    if not counts.mandate_gaps:
        return Light("mandates", "success", "none")
    return Light(
        "mandates",
        "warning",
        "gaps",
        {"decider": counts.no_decider, "contact": counts.no_contact},
        Action("lines", "agree", counts.mandate_gaps, counts.current.id),
    )
