"""The findings about a team in the language of the reader, each with its next step."""

from ...governance import MANDATES


class Words:
    """What every message of ``governance/composition.py`` says, and what to do.

    :param facts: what was read; see ``facts.py``
    :param editable: ids of the schools in which the reader may change the team
    """

    def __init__(self, env, facts, editable):
        self.env = env
        self.facts = facts
        self.editable = editable
        self.labels = _labels(env)
        self.rules = _rules(env)
        self.texts = _texts(env)
        self.steps = _steps(env)
        self.agreed_action = env["ir.actions.act_window"]._for_xml_id(
            "ict_coordination.ict_mandate_action"
        )
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
        text = self.texts[finding.key, finding.message]
        if "%(names)s" in text:
            text = text % {"names": ", ".join(finding.names)}
        rule = self.rules[finding.key]
        if school.is_group:
            rule = self.rules.get(("group", finding.key), rule)
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
                "label": self.steps["mandate", step.values["mandate"]],
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
            **self.agreed_action,
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


def _labels(env):
    return {
        "empty": env._("Team"),
        "director": env._("Director"),
        "coordinator": env._("ICT coordinator"),
        "policy": env._("Policy team"),
        "technical": env._("Technical team"),
        "pedagogical": env._("Pedagogical team"),
        "administrative": env._("Administrative staff"),
        "anchor": env._("Anchor point"),
        "sounding_board": env._("Sounding board"),
        "external": env._("External partner"),
        "decides": env._("Who decides"),
        "contact": env._("Who is the contact"),
        "differs": env._("Agreed and done"),
    }


def _rules(env):
    group = env._(
        "Somebody of the group counts in a school where that person has a task on the "
        "sheet in force, or a mandate."
    )
    team = env._("At least one person sits in this team; a vacancy is nobody yet.")
    mandate = env._(
        "Counted by cluster: the mandates on the tasks of the current situation in "
        "force, and those agreed for the whole cluster."
    )
    return {
        "empty": env._(
            "Nobody of the school, and nobody of the group with a task here."
        ),
        "director": env._(
            "The school's own director is a member. An ICT team needs its director and "
            "its ICT coordinator."
        ),
        "coordinator": env._("At least one member has the role of ICT coordinator.")
        + " "
        + group,
        "policy": env._(
            "The director and the ICT coordinator both sit in the policy team."
        ),
        ("group", "policy"): team,
        "technical": team + " " + group,
        ("group", "technical"): team,
        "pedagogical": team + " " + group,
        ("group", "pedagogical"): team,
        "administrative": env._(
            "Somebody of the administrative staff helps with technical and "
            "administrative work."
        )
        + " "
        + group,
        "anchor": env._(
            "A teacher of the school helps colleagues close by, also when the ICT "
            "coordinator is away: as anchor point or as ambassador."
        ),
        "sounding_board": env._(
            "Pupils or parents of the school are heard about its ICT. One of both is "
            "enough."
        ),
        "external": env._(
            "Only needed for what the school and its group cannot do themselves."
        ),
        ("group", "coordinator"): env._(
            "At least one member of the group has the role of ICT coordinator."
        ),
        "decides": mandate,
        "contact": mandate,
        "differs": env._(
            "Somebody has a mandate for the whole cluster and has it on no task, or "
            "has one on tasks that was agreed otherwise. What only the group agreed "
            "counts for who has tasks of the cluster here."
        ),
    }


def _texts(env):
    some = "%(names)s"
    vacancy = env._("Only a vacancy: %(names)s")
    return {
        ("empty", "none"): env._("Nobody is in the team yet"),
        ("director", "none"): env._("No director in the team"),
        ("coordinator", "none"): env._("No ICT coordinator"),
        ("policy", "none"): env._("The policy team has no members"),
        ("policy", "without_director"): env._(
            "The director is not in the policy team: %(names)s"
        ),
        ("policy", "without_coordinator"): env._(
            "The ICT coordinator is not in the policy team: %(names)s"
        ),
        ("technical", "none"): env._("The technical team has no members"),
        ("pedagogical", "none"): env._("The pedagogical team has no members"),
        ("administrative", "none"): env._("Nobody of the administrative staff"),
        ("anchor", "none"): env._("No anchor point in this school"),
        ("sounding_board", "none"): env._("No sounding board of pupils or parents"),
        ("external", "none"): env._(
            "No external partner: fine if nothing is outsourced"
        ),
        ("decides", "unknown"): env._("Nothing was agreed yet about who decides"),
        ("decides", "gaps"): env._("Nobody decides: %(names)s"),
        ("decides", "some"): env._("Somebody decides in every cluster"),
        ("contact", "unknown"): env._(
            "Nothing was agreed yet about who is the contact"
        ),
        ("contact", "gaps"): env._("Nobody is the contact: %(names)s"),
        ("contact", "some"): env._("Every cluster has a contact"),
        ("differs", "some"): env._("The tasks differ from what was agreed: %(names)s"),
        **{
            (key, message): text
            for key in (
                *("director", "coordinator", "policy", "technical", "pedagogical"),
                *("administrative", "anchor", "sounding_board", "external"),
            )
            for message, text in (("some", some), ("vacancy", vacancy))
        },
    }


def _steps(env):
    return {
        "director": env._("Add the director"),
        "coordinator": env._("Add an ICT coordinator"),
        "policy": env._("Add somebody to the policy team"),
        "technical": env._("Add somebody to the technical team"),
        "pedagogical": env._("Add somebody to the pedagogical team"),
        "administrative": env._("Add somebody of the administrative staff"),
        "anchor": env._("Add an anchor point"),
        "parents": env._("Add a sounding board"),
        "external": env._("Add an external partner"),
        "open": env._("Open the page of %(name)s"),
        ("mandate", "decides"): env._("Agree who decides"),
        ("mandate", "contact"): env._("Agree who is the contact"),
        "mandates": env._("See what was agreed"),
    }
