"""What a workbook may refer to in one school, read once with the user's own rights."""

from collections import defaultdict

from ..workbook.found import FoundPerson
from ..workbook.grammar import normal_name
from ..workbook.matching import Candidate, PersonMatcher, near_task
from ..workbook.reading.tasks import clean_task
from ..workbook.reading.words import plain

# found kind → what becomes of somebody who is not known yet
DEFAULT_CHOICES = {
    "vacancy": "vacancy",
    "external": "partner",
    "sounding_board": "sounding_board",
    "group": "keep",
}
# found kind → types of members that can be meant
_MEMBER_TYPES = {
    "person": {"employee", "partner", "vacancy", "sounding_board"},
    "vacancy": {"vacancy"},
    "external": {"partner"},
    "sounding_board": {"sounding_board"},
    "group": {"sounding_board"},
}


def person_key(person: FoundPerson) -> str:
    """The same text for every way to write one person; kinds never mix.

    >>> person_key(FoundPerson("Peeters Jan")), person_key(FoundPerson(None, "vacancy"))
    ('jan peeters', 'vacancy:')
    """
    name = normal_name(person.name or "")
    return name if person.kind == "person" else f"{person.kind}:{name}"


def task_key(text):
    """The text under which an unknown row is asked and remembered."""
    return plain(clean_task(text))


def catalogue_code(task):
    """The code that the reader gives back: the catalogue's, or one for an own task."""
    return f"task-{task.id}" if task.company_id or not task.code else task.code


class SchoolScope:
    """The tasks, people and clusters of one school and its group, and what was chosen.

    Nothing of another school is in it, and nothing that the user may not read.
    """

    def __init__(self, env, company):
        self.env, self.company = env, company
        self.companies = company | company.sudo().school_group_id.sudo(False)
        self._read_tasks()
        memories = env["ict.import.memory"].search([("company_id", "=", company.id)])
        self.memory = {(one.kind, one.key): one for one in memories}

    # --- tasks ---

    def _read_tasks(self):
        model = self.env["ict.task"].with_context(active_test=False)
        self.tasks = model.search(model._domain_for_school(self.company))
        self.by_code = {catalogue_code(task): task for task in self.tasks}
        self.by_name = defaultdict(model.browse)
        for task, names in task_names(self.tasks).items():
            for name in names:
                self.by_name[task_key(name)] |= task

    def task_of(self, row):
        """Return the task of a row, an empty recordset when it is not known."""
        task = self.by_code.get(row.task_code)
        if task:
            return task
        found = self.by_name.get(task_key(row.task), self.tasks.browse())
        if len(found) > 1:
            found = found.filtered(lambda one: one.cluster_id.code == row.cluster)
        return found if len(found) == 1 else found.browse()

    def near_task(self, text):
        names = [(task, name) for name, tasks in self.by_name.items() for task in tasks]
        return near_task(task_key(text), names) or self.tasks.browse()

    def cluster_of(self, row):
        """Return the cluster of a row by its code, else by its words."""
        clusters = self.clusters
        found = clusters.filtered(lambda one: row.cluster and one.code == row.cluster)
        text = plain(row.cluster_text)
        return (
            found
            or clusters.filtered(
                lambda one: text in (plain(one.name), plain(one.short_name or ""))
            )
        )[:1]

    @property
    def clusters(self):
        if not hasattr(self, "_clusters"):
            model = self.env["ict.cluster"]
            self._clusters = model.search(model._check_company_domain(self.company))
        return self._clusters

    # --- people ---

    def _read_people(self):
        in_scope = [("company_id", "in", self.companies.ids)]
        self.members = self.env["ict.team.member"].search(in_scope)
        taken = self.members.employee_id.ids
        employees = self.env["hr.employee.public"].search_fetch(
            [*in_scope, ("id", "not in", taken)], ["name"]
        )
        self.matchers = person_matchers(self.members, self.company, employees)

    def match_person(self, person):
        """Return ``match, choice, member_id, employee_id`` for somebody found."""
        if not hasattr(self, "matchers"):
            self._read_people()
        remembered = self.memory.get(("person", person_key(person)))
        if remembered:
            return {
                "match": "exact",
                "choice": "member" if remembered.member_id else "keep",
                "member_id": remembered.member_id.id,
                "employee_id": False,
            }
        match = self.matchers[person.kind].find(person.name or "")
        vals = {"match": match.how, "choice": False}
        vals |= {"member_id": False, "employee_id": False}
        if match.how in ("exact", "likely", "near"):
            choice, record_id = match.keys[0]
            vals[f"{choice}_id"] = record_id
            vals["choice"] = choice if match.how != "near" else False
        if match.how == "near":
            vals["match"] = "likely"
        if match.how in ("near", "none"):
            vals["choice"] = DEFAULT_CHOICES.get(person.kind, False)
        return vals


def person_matchers(members, company, employees=()):
    """Return ``{found kind: PersonMatcher}`` of who can take a task in ``company``.

    The keys of what they find are ``("member", id)`` and ``("employee", id)``.

    :param members: members of the school and its group
    :param employees: people who are no member yet
    """
    # An employee who is a member of school and group is one human.
    own = members.filtered(lambda one: one.company_id == company).employee_id
    doubles = members.filtered(
        lambda one: one.company_id != company and one.employee_id in own
    )
    matchers = {}
    for kind, types in _MEMBER_TYPES.items():
        candidates = [
            Candidate(
                ("member", member.id),
                member.name,
                loose=member.member_type in ("employee", "partner"),
            )
            for member in (members - doubles if kind == "person" else members)
            if member.member_type in types
        ]
        if kind == "person":
            candidates += [
                Candidate(("employee", one.id), one.name) for one in employees
            ]
        matchers[kind] = PersonMatcher(candidates)
    return matchers


def task_names(tasks):
    """Return ``{task: names}``: the source's wording and the name in every language."""
    names = {task: {task.source_name or ""} for task in tasks}
    for code, _label in tasks.env["res.lang"].get_installed():
        translated = tasks.with_context(lang=code)
        translated.fetch(["name"])
        for task, one in zip(tasks, translated, strict=True):
            names[task].add(one.name or "")
    return {task: sorted(filter(None, some)) for task, some in names.items()}
