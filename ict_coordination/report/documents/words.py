"""The words of the documents in the language of the reader: ``labels.…`` in a tag."""

from ...models.ict_allocation import MANDATES


def labels_of(env):
    """Return ``{name: word}`` of everything that a template may write as a label."""
    return {
        "agreed": env._("Agreed"),
        "approved": env._("Approved"),
        "budget": env._("Hours to spend"),
        "competencies": env._("What this cluster asks"),
        "competency": env._("Competency"),
        "contact_about": env._("Contact for"),
        "contacts": env._("Contacts"),
        "date": env._("Date"),
        "expected_skills": env._("Expected skills"),
        "function": env._("Function"),
        "group": env._("School group"),
        "hours": env._("Hours a week"),
        "hours_agreed": env._("Agreed hours a week"),
        "hours_available": env._("Available for ICT"),
        "importance": env._("Importance"),
        "kind": env._("Kind"),
        "level": env._("Level"),
        "mail": env._("Mail"),
        "mandates": env._("Mandates"),
        "name": env._("Name"),
        "no_tasks": env._("No ICT tasks in the overviews that may be read here."),
        "open_tasks": env._("Nobody does these yet"),
        "overview": env._("Overview"),
        "own_skills": env._("Own skills"),
        "page": env._("Page"),
        "person": env._("Person"),
        "phone": env._("Phone"),
        "role": env._("Role"),
        "school_year": env._("School year"),
        "schools": env._("Schools"),
        "signature": env._("Signature"),
        "signatures": env._("Signatures"),
        "signatures_intro": env._("Read and agreed:"),
        "signing_date": env._("Signed on"),
        "task": env._("Task"),
        "task_count": env._("Number of tasks"),
        "tasks": env._("Tasks"),
        "team": env._("The ICT team"),
        "teams": env._("ICT teams"),
        "who_does_what": env._("Who does what"),
    }


def selection(model, name):
    """Return ``{value: word}`` of a selection field."""
    return dict(model._fields[name]._description_selection(model.env))


def mandates_of(allocation):
    """Return the mandates in words, in their fixed order."""
    return ", ".join(
        allocation._fields[name]._description_string(allocation.env)
        for name in MANDATES
        if allocation[name]
    )
