"""Every sentence about a team: what is found, why it counts, what can be done."""

# Plain texts as keys: the export of terms takes the words of a tuple for terms too.


def labels_of(env):
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


def rules_of(env):
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
        "group.policy": team,
        "technical": team + " " + group,
        "group.technical": team,
        "pedagogical": team + " " + group,
        "group.pedagogical": team,
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
        "group.coordinator": env._(
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


def texts_of(env):
    some = "%(names)s"
    vacancy = env._("Only a vacancy: %(names)s")
    return {
        "empty.none": env._("Nobody is in the team yet"),
        "director.none": env._("No director in the team"),
        "coordinator.none": env._("No ICT coordinator"),
        "policy.none": env._("The policy team has no members"),
        "policy.without_director": env._(
            "The director is not in the policy team: %(names)s"
        ),
        "policy.without_coordinator": env._(
            "The ICT coordinator is not in the policy team: %(names)s"
        ),
        "technical.none": env._("The technical team has no members"),
        "pedagogical.none": env._("The pedagogical team has no members"),
        "administrative.none": env._("Nobody of the administrative staff"),
        "anchor.none": env._("No anchor point in this school"),
        "sounding_board.none": env._("No sounding board of pupils or parents"),
        "external.none": env._("No external partner: fine if nothing is outsourced"),
        "decides.unknown": env._("Nothing was agreed yet about who decides"),
        "decides.gaps": env._("Nobody decides: %(names)s"),
        "decides.some": env._("Somebody decides in every cluster"),
        "contact.unknown": env._("Nothing was agreed yet about who is the contact"),
        "contact.gaps": env._("Nobody is the contact: %(names)s"),
        "contact.some": env._("Every cluster has a contact"),
        "differs.some": env._("The tasks differ from what was agreed: %(names)s"),
        **{
            f"{key}.{message}": text
            for key in (
                *("director", "coordinator", "policy", "technical", "pedagogical"),
                *("administrative", "anchor", "sounding_board", "external"),
            )
            for message, text in (("some", some), ("vacancy", vacancy))
        },
    }


def steps_of(env):
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
        "mandate.decides": env._("Agree who decides"),
        "mandate.contact": env._("Agree who is the contact"),
        "mandates": env._("See what was agreed"),
        "agreed": env._("Mandates by cluster"),
    }
