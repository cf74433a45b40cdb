# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The start page: one result for the screen and for the A4 of a school.

``ict.start.start_read()`` returns, as JSON::

    {
      "user": "Wim", "today": "2026-11-22", "school_year": "2026-2027",
      "roles": ["manager"],       # of manager, director, coordinator, hr; else teacher
      "can_remind": true,         # the wizard ict.reminder, see below
      "deadline": "2026-12-15",   # overviews are to be filled in before; or false
      "my": {                     # the own tasks; false: no teacher, and no tasks
        "hours": [3.5, 1],        # known, number without hours
        "tasks": [{"id": 12, "task": "…", "school": "…", "hours": [2.0, 0],
                   "mandates": ["Decides", "Executes"]}]
      },
      "schools": [School],        # by name, the group first; teacher: none
      "needs": [{"text": "…", "detail": "open in 4 schools"}],   # manager and HR: 3
      "overlaps": [the same],
      "load": [{"person": "Tom", "hours": [12.0, 1], "available": 10.0,  # or false
                "status": "over", "text": "2 h too much"}]  # director, coordinator: 8
    }

    School = {
      "id": 4, "name": "De Linde", "is_group": false, "type_label": "Primary …",
      "overview": {"current": 7, "target": false},     # ids of the sheets in force
      "state": {"current": "draft", "target": false},
      "filled": {"current": [60, 67], "target": false},   # decided, tasks; no sheet
      "late": true, "reminded": "2026-11-20",             # or false
      "hours": [12.5, 1], "budget": 14.0,                 # or false
      "plan": {"todo": 5, "planned": 2, "overdue": 1},
      "lights": [{"key": "filled", "tone": "warning", "label": "Filled in",
                  "text": "60 of 67 tasks are filled in.",
                  "action": {"kind": "overview", "label": "Fill in 7 tasks", "id": 7}}]
    }

``lights`` always has all nine, in the order of ``lights.LIGHTS``. ``tone``: danger,
warning, success, muted. ``action`` is false or, beside ``kind`` and ``label``:

========== ===========================================================================
overview   ``id``: form of the sheet (the hours grid)
lines      ``name``, ``domain`` on ``ict.overview.line``
new        ``company``, ``overview_kind``, ``copy_from``: with an id the dialog that
           copies that sheet (``action_copy_wizard``), else a new sheet
plan       ``company``: the plan of the school
team       ``company``: its team members
insight    ``key``
contact    ``company``: its rhythms of visits and consultation that are overdue
========== ===========================================================================

Reminders: ``ict.reminder`` is a dialog; open the action
``ict_coordination.ict_reminder_action`` with ``default_school_ids: [[6, 0, ids]]`` (all
schools that are late when nothing is given) in its context.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..workbook.hours import Hours
from .lights import Light, SchoolCounts, SheetCounts


@dataclass(frozen=True, slots=True)
class LightText:
    """A light in the language of the reader; ``action``: as JSON, or None."""

    light: Light
    label: str
    text: str
    action: dict | None = None

    def as_json(self) -> dict:
        return {
            "key": self.light.key,
            "tone": self.light.tone,
            "label": self.label,
            "text": self.text,
            "action": self.action or False,
        }


@dataclass(frozen=True, slots=True)
class KeyPerson:
    """Somebody with tasks: ``alone`` of them nobody else does."""

    name: str
    tasks: int
    alone: int
    hours: Hours


@dataclass(frozen=True, slots=True)
class Details:
    """What only the A4 has: it is read for a few schools, not for all of a group.

    :param open_short: names of the open tasks that the target calls short term
    :param key_people: who does most alone, at most a handful
    :param plan: (name of the task, what changes) of the first changes
    """

    open_short: tuple[str, ...] = ()
    key_people: tuple[KeyPerson, ...] = ()
    plan: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SchoolPage:
    """One school on one page. ``reminded``: day of the last open reminder, ISO."""

    id: int
    name: str
    type_label: str
    counts: SchoolCounts
    lights: tuple[LightText, ...]
    reminded: str | None = None
    details: Details = Details()

    def as_json(self) -> dict:
        """Return what the browser gets.

        >>> sheet = SheetCounts(7, "draft", "2026-2027", 67, 60)
        >>> page = SchoolPage(4, "De Linde", "", SchoolCounts(current=sheet), ())
        >>> answer = page.as_json()
        >>> answer["overview"], answer["filled"]
        ({'current': 7, 'target': False}, {'current': [60, 67], 'target': False})
        """
        counts = self.counts
        sheets: dict[str, SheetCounts | None] = {
            "current": counts.current,
            "target": counts.target,
        }
        return {
            "id": self.id,
            "name": self.name,
            "is_group": counts.is_group,
            "type_label": self.type_label,
            "overview": {
                kind: one.id if one else False for kind, one in sheets.items()
            },
            "state": {
                kind: one.state if one else False for kind, one in sheets.items()
            },
            "filled": {
                kind: [one.decided, one.tasks] if one else False
                for kind, one in sheets.items()
            },
            "late": counts.late,
            "reminded": self.reminded or False,
            "hours": [counts.hours.known, counts.hours.unknown_count],
            "budget": False if counts.budget is None else counts.budget,
            "plan": {
                "todo": counts.todo,
                "planned": counts.planned,
                "overdue": counts.overdue,
            },
            "lights": [light.as_json() for light in self.lights],
        }
