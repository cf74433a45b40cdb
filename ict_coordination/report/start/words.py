"""The lights of a school in the language of the reader."""

from odoo.tools import format_date

from ...insights.lights import LIGHTS, MESSAGES, Light
from ...insights.start_page import LightText
from ...workbook.hours import Hours, format_hours

#: message of an action → domain of the lines that it is about
DOMAINS = {
    "who_does": [("coverage", "=", "open")],
    "second": [("coverage", "=", "single"), ("task_id.is_core", "=", True)],
    "look_single": [("coverage", "=", "single")],
    "fill_in_hours": [("unknown_hours_count", ">", 0)],
    "agree": [
        ("coverage", "in", ["single", "team"]),
        *("|", ("has_decider", "=", False), ("has_contact", "=", False)),
    ],
}


class Words:
    """What every message of ``insights/lights`` says.

    :param may_edit: function of the id of a school: whether the reader fills in its
        overviews; HR only reads them
    :param may_approve: function of the id of a school: is the reader its director
    """

    def __init__(self, env, may_edit, may_approve):
        self.env = env
        self.may_edit = may_edit
        self.may_approve = may_approve
        self.labels = _labels(env)
        self.texts = _texts(env)
        self.actions = _actions(env)

    def light(self, light: Light, school_id) -> LightText:
        """Return a light of this school in words."""
        numbers = {
            name: self._number(name, value) for name, value in light.numbers.items()
        }
        text = self.texts[light.key, light.message]
        return LightText(
            light,
            label=self.labels[light.key],
            text=text % numbers if numbers else text,
            action=light.action and self._action(light.action, school_id),
        )

    def _number(self, name, value):
        if isinstance(value, Hours):
            return value.format(self.env.lang)
        if name in ("budget", "left"):
            return format_hours(value, self.env.lang)
        if name == "date":
            return format_date(self.env, value)
        return value

    def _action(self, action, school_id):
        message = action.message
        if not self.may_edit(school_id):
            # what somebody else does is looked at
            if action.kind in ("new", "team"):
                return None
            message = {
                "overview": "look",
                "lines": "look_lines",
                "plan": "look_plan",
                "contact": "look_contact",
            }.get(action.kind, message)
        elif message.startswith("activate") and not self.may_approve(school_id):
            message = "ask_director"
        one, many = self.actions[message]
        label = one if action.number == 1 else many
        found = {
            "kind": action.kind,
            "label": label % {"count": action.number} if "%" in label else label,
        }
        if action.kind == "overview":
            found["id"] = action.overview
        elif action.kind == "lines":
            found["name"] = self.labels[_LIGHT_OF.get(action.message, "open")]
            found["domain"] = [
                ("overview_id", "=", action.overview),
                *DOMAINS[action.message],
            ]
        elif action.kind == "insight":
            found["key"] = action.of
        else:
            found["company"] = school_id
        if action.kind == "new":
            found["overview_kind"] = action.of
            found["copy_from"] = action.overview or False
        return found


#: message of an action on lines → the light whose name its list has
_LIGHT_OF = {
    "second": "single",
    "look_single": "single",
    "fill_in_hours": "load",
    "agree": "mandates",
}


def _labels(env):
    labels = (
        env._("Overviews"),
        env._("Filled in"),
        env._("Open tasks"),
        env._("One person only"),
        env._("Hours of people"),
        env._("Mandates"),
        env._("Budget of ICT hours"),
        env._("Plan"),
        env._("Visits and consultation"),
    )
    return dict(zip(LIGHTS, labels, strict=True))


def _texts(env):
    """Return ``{(light, message): sentence}``, with the numbers as ``%(name)s``."""
    unknown = env._("Known as soon as there is an overview.")
    return {
        ("sheets", "none"): env._("There is no overview of the current situation yet."),
        ("sheets", "group_none"): env._(
            "The group has no overview of its own. That is not needed."
        ),
        ("sheets", "draft"): env._("The overview of %(year)s is a draft."),
        ("sheets", "complete"): env._(
            "The overview of %(year)s is filled in and waits for the director."
        ),
        ("sheets", "other_year"): env._(
            "The overview is of %(year)s, and %(today_year)s has begun."
        ),
        ("sheets", "no_target"): env._(
            "The overview of %(year)s is active. There is no target yet."
        ),
        ("sheets", "target_draft"): env._(
            "The overview of %(year)s is active. The target is a draft."
        ),
        ("sheets", "active"): env._(
            "The overview of %(year)s and the target are active."
        ),
        **{
            (light, "unknown"): unknown
            for light, messages in MESSAGES.items()
            if "unknown" in messages
        },
        ("filled", "late"): env._(
            "%(decided)s of %(tasks)s tasks are filled in, and the date has passed."
        ),
        ("filled", "to_fill"): env._("%(decided)s of %(tasks)s tasks are filled in."),
        ("filled", "target_to_fill"): env._(
            "In the target %(decided)s of %(tasks)s tasks are filled in."
        ),
        ("filled", "filled"): env._("All tasks are filled in: %(tasks)s."),
        ("open", "urgent"): env._(
            "Tasks that nobody does: %(count)s. Core: %(core)s, short term in the "
            "target: %(short)s."
        ),
        ("open", "open"): env._("Tasks that nobody does: %(count)s."),
        ("open", "none"): env._("Somebody does every task."),
        ("single", "core"): env._(
            "Tasks that one person alone does: %(count)s. Core: %(core)s."
        ),
        ("single", "single"): env._(
            "Tasks that one person alone does: %(count)s, none of them core."
        ),
        ("single", "none"): env._("No task depends on one person."),
        ("load", "over"): env._(
            "People with more than their hours: %(over)s. Tasks without hours: "
            "%(without)s."
        ),
        ("load", "without_hours"): env._("Tasks without hours: %(without)s."),
        ("load", "no_available"): env._(
            "People whose hours for ICT are not filled in: %(people)s."
        ),
        ("load", "fits"): env._("Nobody has more than the hours for ICT."),
        ("mandates", "gaps"): env._(
            "Tasks without somebody who decides: %(decider)s, without a contact: "
            "%(contact)s."
        ),
        ("mandates", "none"): env._(
            "Who does a task knows who decides and who is contact."
        ),
        ("budget", "no_budget"): env._(
            "%(hours)s agreed. The budget of ICT hours is not filled in."
        ),
        ("budget", "over"): env._(
            "%(hours)s agreed of a budget of %(budget)s: %(left)s too much."
        ),
        ("budget", "perhaps"): env._(
            "%(hours)s agreed of a budget of %(budget)s: at most %(left)s left."
        ),
        ("budget", "within"): env._(
            "%(hours)s agreed of a budget of %(budget)s: %(left)s left."
        ),
        ("plan", "no_target"): env._("There is no target to work towards yet."),
        ("plan", "empty"): env._("The target says nothing yet."),
        ("plan", "overdue"): env._(
            "Changes to make: %(todo)s. Planned: %(planned)s, past their date: "
            "%(overdue)s."
        ),
        ("plan", "to_plan"): env._("Changes to make: %(todo)s. Planned: %(planned)s."),
        ("plan", "planned"): env._("All changes to make are planned: %(todo)s."),
        ("plan", "same"): env._("The current situation is what the target asks."),
        ("contact", "none"): env._("No visits or consultation that come back."),
        ("contact", "overdue"): env._(
            "Visits and consultation past their date: %(count)s."
        ),
        ("contact", "planned"): env._("The next visit or consultation: %(date)s."),
    }


def _actions(env):
    """Return ``{message: (for one, for several)}``."""

    def same(text):
        return text, text

    return {
        "start": same(env._("Start the overview")),
        "activate": same(env._("Activate the overview")),
        "ask_director": same(env._("Show it to the director")),
        "next_year": same(env._("Start the new school year")),
        "make_target": same(env._("Make the target")),
        "activate_target": same(env._("Activate the target")),
        "fill_in": (env._("Fill in 1 task"), env._("Fill in %(count)s tasks")),
        "fill_in_target": (
            env._("Fill in 1 task of the target"),
            env._("Fill in %(count)s tasks of the target"),
        ),
        "who_does": (
            env._("Decide who does 1 task"),
            env._("Decide who does %(count)s tasks"),
        ),
        "second": (
            env._("Find a second person for 1 core task"),
            env._("Find a second person for %(count)s core tasks"),
        ),
        "look_single": (env._("See this task"), env._("See these %(count)s tasks")),
        "relieve": same(env._("See who has too much")),
        "fill_in_hours": (
            env._("Fill in the hours of 1 task"),
            env._("Fill in the hours of %(count)s tasks"),
        ),
        "fill_in_available": (
            env._("Fill in the hours of 1 person"),
            env._("Fill in the hours of %(count)s people"),
        ),
        "agree": (
            env._("Agree on the mandates of 1 task"),
            env._("Agree on the mandates of %(count)s tasks"),
        ),
        "look_budget": same(env._("See the hours by school")),
        "follow_up": (
            env._("Follow up 1 change"),
            env._("Follow up %(count)s changes"),
        ),
        "plan": (env._("Plan 1 change"), env._("Plan %(count)s changes")),
        "look": same(env._("See the overview")),
        "look_lines": same(env._("See the tasks")),
        "look_plan": same(env._("See the plan")),
        "meet": (env._("Plan 1 meeting"), env._("Plan %(count)s meetings")),
        "look_contact": same(env._("See what is past its date")),
    }
