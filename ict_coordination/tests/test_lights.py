"""The traffic lights: a table of schools, and what each light says of them."""

from dataclasses import replace

from odoo.tests import BaseCase, tagged

from ..insights.lights import (
    ACTIONS,
    LIGHTS,
    MESSAGES,
    SchoolCounts,
    SheetCounts,
    lights_of,
)
from ..workbook.hours import Hours

YEAR = "2026-2027"
SHEET = SheetCounts(3, "active", YEAR, 67, 67)
TARGET = replace(SHEET, id=4)
#: a school that has nothing to do now
DONE = SchoolCounts(
    current=SHEET,
    target=TARGET,
    today_year=YEAR,
    hours=Hours(12),
    budget=14,
    reached=9,
    rhythms=2,
    next_contact="2026-12-03",
)


def _sheet(state="draft", decided=60, **values):
    return replace(SHEET, state=state, decided=decided, **values)


#: (light, counts that differ from DONE, tone, message, kind of action, its number)
TABLE = (
    ("sheets", {}, "success", "active", None, 0),
    ("sheets", {"current": None}, "danger", "none", "new", 0),
    ("sheets", {"current": None, "is_group": True}, "muted", "group_none", "new", 0),
    ("sheets", {"current": _sheet()}, "warning", "draft", None, 0),
    ("sheets", {"current": _sheet(decided=67)}, "warning", "complete", "overview", 0),
    ("sheets", {"today_year": "2027-2028"}, "warning", "other_year", "overview", 0),
    ("sheets", {"target": None}, "warning", "no_target", "new", 0),
    ("sheets", {"target": _sheet()}, "warning", "target_draft", None, 0),
    (
        *("sheets", {"target": _sheet(decided=67)}),
        *("warning", "target_draft", "overview", 0),
    ),
    ("filled", {}, "success", "filled", None, 0),
    ("filled", {"current": _sheet()}, "warning", "to_fill", "overview", 7),
    (
        *("filled", {"current": _sheet(), "deadline_passed": True}),
        *("danger", "late", "overview", 7),
    ),
    (
        # approved is handed in, whatever is left
        *("filled", {"current": _sheet("active"), "deadline_passed": True}),
        *("warning", "to_fill", "overview", 7),
    ),
    (
        *("filled", {"target": _sheet(decided=1)}),
        *("warning", "target_to_fill", "overview", 66),
    ),
    ("open", {}, "success", "none", None, 0),
    ("open", {"open": 4}, "warning", "open", "lines", 4),
    ("open", {"open": 4, "open_core": 1}, "danger", "urgent", "lines", 4),
    ("open", {"open": 4, "open_short": 1}, "danger", "urgent", "lines", 4),
    ("single", {}, "success", "none", None, 0),
    ("single", {"single": 9}, "muted", "single", "lines", 9),
    ("single", {"single": 9, "single_core": 2}, "warning", "core", "lines", 2),
    ("load", {}, "success", "fits", None, 0),
    ("load", {"over": 1, "without_hours": 3}, "danger", "over", "insight", 1),
    (
        *("load", {"without_hours": 3, "no_available": 2}),
        *("warning", "without_hours", "lines", 3),
    ),
    ("load", {"no_available": 2}, "warning", "no_available", "team", 2),
    ("mandates", {}, "success", "none", None, 0),
    (
        *("mandates", {"mandate_gaps": 5, "no_decider": 4, "no_contact": 3}),
        *("warning", "gaps", "lines", 5),
    ),
    ("budget", {}, "success", "within", None, 0),
    ("budget", {"budget": None}, "muted", "no_budget", None, 0),
    ("budget", {"hours": Hours(14.01)}, "danger", "over", "insight", 0),
    ("budget", {"hours": Hours(14.01, 2)}, "danger", "over", "insight", 0),
    ("budget", {"hours": Hours(14)}, "success", "within", None, 0),
    ("budget", {"hours": Hours(0, 2)}, "warning", "perhaps", "insight", 0),
    ("plan", {}, "success", "same", None, 0),
    ("plan", {"target": None}, "muted", "no_target", None, 0),
    ("plan", {"reached": 0}, "muted", "empty", None, 0),
    ("plan", {"todo": 5, "planned": 2}, "warning", "to_plan", "plan", 3),
    ("plan", {"todo": 5, "planned": 5}, "success", "planned", None, 0),
    ("plan", {"todo": 5, "planned": 2, "overdue": 1}, "danger", "overdue", "plan", 1),
    ("contact", {}, "success", "planned", None, 0),
    ("contact", {"rhythms": 0}, "muted", "none", None, 0),
    ("contact", {"overdue_contact": 2}, "warning", "overdue", "contact", 2),
)


@tagged("-at_install", "post_install")
class TestLights(BaseCase):
    def test_table(self):
        seen = {key: {"unknown"} for key in LIGHTS}
        for key, values, tone, message, kind, number in TABLE:
            with self.subTest(key=key, values=values):
                lights = lights_of(replace(DONE, **values))
                self.assertEqual(tuple(light.key for light in lights), LIGHTS)
                [light] = [one for one in lights if one.key == key]
                self.assertEqual((light.tone, light.message), (tone, message))
                action = light.action
                self.assertEqual(action and action.kind, kind)
                if action:
                    self.assertIn(kind, ACTIONS)
                    self.assertEqual(action.number, number)
                # Green asks for nothing; what asks for something says what.
                if tone == "success":
                    self.assertIsNone(action)
                seen[key].add(message)
        for key in ("sheets", "contact"):
            seen[key].discard("unknown")
        self.assertEqual(seen, {key: set(found) for key, found in MESSAGES.items()})

    def test_green_is_nothing_to_do(self):
        for light in lights_of(DONE):
            self.assertEqual((light.tone, light.action), ("success", None))

    def test_nothing_is_known_without_an_overview(self):
        lights = lights_of(SchoolCounts(target=TARGET, open=3, over=1))
        self.assertEqual(tuple(light.key for light in lights), LIGHTS)
        self.assertEqual(
            {(one.tone, one.action) for one in lights[1:-1]}, {("muted", None)}
        )
        self.assertEqual(lights[-1].message, "none", "contact needs no overview")

    def test_late(self):
        for late, values in (
            (False, {"deadline_passed": False, "current": None}),
            (True, {"current": None}),
            (False, {"current": None, "is_group": True}),
            (True, {"current": _sheet()}),
            (True, {"current": _sheet(), "is_group": True}),
            (False, {"current": _sheet(decided=67)}),
            (False, {"current": _sheet("active")}),
        ):
            with self.subTest(values=values):
                counts = replace(DONE, **{"deadline_passed": True, **values})
                self.assertIs(counts.late, late)
