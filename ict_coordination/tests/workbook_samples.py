# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""A believable school group as a ``Book``, for the tests of the workbook."""

from __future__ import annotations

from datetime import datetime

from odoo.addons.ict_coordination.workbook import (
    Book,
    CatalogueTask,
    Cluster,
    Entry,
    Person,
    Row,
    Sheet,
)

CLUSTERS = (
    Cluster(
        "technical",
        "Technisch",
        (
            "Technische kennis",
            "Specialisatie",
            "Openstaan voor bij- en/of omscholen",
            "Kennis v/d schoolcontext niet noodzakelijk vereiste",
        ),
    ),
    Cluster(
        "pedagogical",
        "Ped.-didac.",
        (
            "Onderwijservaring of pedagogisch-didactische kennis",
            "Bij voorkeur: lerarenopleiding",
        ),
    ),
    Cluster("policy", "Beleid&Visie", ("Analytisch denkvermogen",)),
    Cluster("administration", "Administratie", ("Geen specifieke kennis",)),
)
TASKS = (
    ("technical", "Onderhouden van hardware: installeren, configureren, herstellen"),
    ("technical", "Realisatie en onderhoud van helpdesk"),
    ("technical", "Eerstelijnshulp bieden aan collega’s"),
    ("technical", "Uitwerken van een disaster recovery plan"),
    ("technical", "Beheer van reservemateriaal"),
    ("pedagogical", "Ondersteunen van leerkrachten bij de ICT-integratie in de klas"),
    ("pedagogical", "Handleidingen schrijven over hardware en software"),
    ("policy", "Uitwerken van een technische ICT-visie i.s.m. de directeur"),
    ("policy", "Nauw betrokken zijn bij/deel uitmaken van het directieteam"),
    ("administration", "Aanmaken en beheren e-mail en (internet)accounts"),
    ("administration", "Opvolging verzekeringen"),
)
SCHOOLS = (
    "Basisschool De Linde",
    "GO! Atheneum en Technisch Instituut Ter Beke Oost",
    "'t Klavertje: buitengewoon onderwijs",
    "Scholengroep Denderland & Dijle",
)
GROUP_PEOPLE = (
    Person("g1", "Sofie Van den Broeck", "employee", 36, "g1"),
    Person("g2", "NetHulp", "partner", None, "g2"),
)
CREATED = datetime.fromisoformat("2025-09-01 08:30")


def tasks_with_codes(tasks=TASKS):
    """Return (code, cluster, name, is_core) of each task."""
    return [
        (f"{cluster}_{index:02}", cluster, name, index % 4 == 0)
        for index, (cluster, name) in enumerate(tasks)
    ]


def people_of(number):
    """Return the people of a school: group people, own staff, a vacancy, pupils."""
    own = (
        ("Jan Peeters", 12.0),
        ("An-Sofie Maes", 4.5),
        ("Luc Dubois", None),
    )
    return (
        *GROUP_PEOPLE,
        *(
            Person(f"s{number}p{index}", name, "employee", hours, f"s{number}p{index}")
            for index, (name, hours) in enumerate(own[: 1 + number % 3])
        ),
        Person(f"s{number}v", "ICT-support", "vacancy", 6),
        Person(f"s{number}k", "Leerlingenraad", "sounding_board"),
    )


def entries_of(number, index, kind, people):
    """Return a mix of every notation, different per school, row and kind."""
    step = (index * 7 + number * 3 + (5 if kind == "target" else 0)) % 9
    staff, vacancy, partner = people[2], people[-2], people[1]
    choices = (
        (),
        (Entry(staff.key, 2.0, "exact", "BPT", ("executes", "contact")),),
        (Entry(staff.key, 0.25), Entry("g1", 1.5, "assumed", "ICT-punten")),
        (Entry(staff.key, None, "unknown"),),
        (Entry(vacancy.key, 1.0),),
        (
            Entry(partner.key, 4.0, "assumed"),
            Entry("g1", None, "unknown", "", ("decides",)),
        ),
        (),
        (Entry(people[-3].key, 0.75), Entry(people[-1].key)),
        (Entry("g1", 0.5),),
    )
    return choices[step]


def sheet_of(number, kind, tasks=TASKS, year="2025-2026", state="active"):
    """Return one sheet of one of ``SCHOOLS``."""
    people = people_of(number)
    rows = []
    for index, (code, cluster, name, core) in enumerate(tasks_with_codes(tasks)):
        applicable = (index + number) % 10 != 3
        rows.append(
            Row(
                task_code=code,
                cluster=cluster,
                name=name,
                is_core=core,
                applicable=applicable,
                level=(None, "school", "group", "shared")[(index + number) % 4],
                priority=(None, "short", "long", "none")[(index + 2 * number) % 4]
                if kind == "target"
                else None,
                note="Afspreken met de directie vóór november" if index == 2 else "",
                entries=entries_of(number, index, kind, people) if applicable else (),
            )
        )
    return Sheet(
        school=SCHOOLS[number],
        kind=kind,
        school_year=year,
        group_name=SCHOOLS[-1],
        people=people,
        rows=tuple(rows),
        state=state,
        school_key=str(number),
        hours_budget=20.5 + number,
    )


def group_book(language="nl_BE", tasks=TASKS, schools=(0, 1, 2, 3)):
    """Return a book of several schools, current and target."""
    return Book(
        title="ICT-coördinatie Denderland",
        language=language,
        author="Sofie Van den Broeck",
        created=CREATED,
        group_name=SCHOOLS[-1],
        clusters=CLUSTERS,
        catalogue=tuple(CatalogueTask(*task) for task in tasks_with_codes(tasks)),
        sheets=tuple(
            sheet_of(number, kind, tasks)
            for number in schools
            for kind in ("current", "target")
        ),
    )
