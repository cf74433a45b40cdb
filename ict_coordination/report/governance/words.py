"""The findings about a team in the language of the reader, each with its next step."""

from ...governance import MANDATES
from .sentences import labels_of, rules_of, steps_of, texts_of


class Words:
    """What every message of ``governance/composition.py`` says, and what to do.

    :param facts: what was read; see ``facts.py``
    :param editable: ids of the schools in which the reader may change the team
    """

    def __init__(self, env, facts, editable):
        self.env = env
        self.facts = facts
        self.editable = editable
        self.labels = labels_of(env)
        self.rules = rules_of(env)
        self.texts = texts_of(env)
        self.steps = steps_of(env)
        labels = env["ict.mandate"]._fields
        self.mandates = {
            name: labels[name]._description_string(env) for name in MANDATES
        }
        members = env["ict.team.member"]._fields
        self.roles = dict(members["role"]._description_selection(env))
        self.kinds = dict(members["member_type"]._description_selection(env))

    def may_edit(self, school_id):
        return school_id in self.editable

    def role(self, row):
        """Return the role of a member, or what it is where it has none.

        An employee needs no word for that.
        """
        if row["member_type"] == "vacancy" or not row["role"]:
            return "" if row["member_type"] == "employee" else self._kind(row)
        return self.roles[row["role"]]

    def _kind(self, row):
        return self.kinds[row["member_type"]]

    def finding(self, finding, school):
        """Return a finding about ``school`` as JSON, in words."""
        text = self.texts[f"{finding.key}.{finding.message}"]
        if "%(names)s" in text:
            text = text % {"names": ", ".join(finding.names)}
        rule = self.rules[finding.key]
        if school.is_group:
            rule = self.rules.get(f"group.{finding.key}", rule)
        return {
            "key": finding.key,
            "message": finding.message,
            "label": self.labels[finding.key],
            "tone": finding.tone,
            "asks": finding.asks,
            "text": text,
            "rule": rule,
            "names": list(finding.names),
            "step": self._step(finding, school) or False,
        }

    # --- what to do ---

    def _step(self, finding, school):
        step = finding.step
        if not step:
            return None
        if step.kind == "open":
            row = self.facts.members[step.values["member"]]
            if not self.may_edit(row["company_id"]):
                return None
            return {
                "label": self.steps["open"] % {"name": row["name"]},
                "action": _dialog("ict.team.member", res_id=row["id"]),
            }
        if not self.may_edit(school.id):
            return None
        if step.kind == "member":
            return {
                "label": self.steps[self._member_step(step.values)],
                "action": self._new_member(step.values, school),
            }
        if step.kind == "mandate":
            return {
                "label": self.steps[f"mandate.{step.values['mandate']}"],
                "action": self._new_mandate(step.values, school),
            }
        return {"label": self.steps["mandates"], "action": self._agreed(school)}

    def _member_step(self, values):
        return values.get("role") or values["team"]

    def _new_member(self, values, school):
        context = {
            "default_company_id": school.id,
            "default_member_type": values.get("kind", "employee"),
        }
        if values.get("role"):
            context["default_role"] = values["role"]
        team_id = self.facts.team_ids.get(values.get("team"))
        if team_id:
            context["default_team_ids"] = [[6, 0, [team_id]]]
        return _dialog("ict.team.member", context=context)

    def _new_mandate(self, values, school):
        mandate = values["mandate"]
        context = {
            "default_company_id": school.id,
            "default_executes": False,
            f"default_{mandate}": True,
        }
        if values.get("cluster"):
            context["default_cluster_id"] = values["cluster"]
        return _dialog("ict.mandate", context=context)

    def _agreed(self, school):
        return {
            "type": "ir.actions.act_window",
            "name": self.steps["agreed"],
            "res_model": "ict.mandate",
            "views": [[False, "list"], [False, "kanban"], [False, "form"]],
            "context": {
                "search_default_company_id": school.id,
                "default_company_id": school.id,
            },
        }


def _dialog(model, **values):
    return {
        "type": "ir.actions.act_window",
        "res_model": model,
        "views": [[False, "form"]],
        "target": "new",
        **values,
    }
