# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The words on the sheets, Dutch and English.

The Dutch headings are those of the official workbook; where it has none (totals, group
sheets) they are ours. The reader knows a sheet by the same words.
"""

from __future__ import annotations

from dataclasses import dataclass

from .hours import base_language


@dataclass(frozen=True, slots=True)
class Labels:
    """All words of one language; dictionaries are keyed by the codes of ``model``."""

    language: str
    # sheet names and titles
    guidelines: str
    catalogue: str
    workload: str
    open_tasks: str
    comparison: str
    coverage_map: str
    overview_title: str
    kinds: dict[str, str]
    kinds_short: dict[str, str]
    states: dict[str, str]
    # title block
    school: str
    school_year: str
    group: str
    state: str
    core_tasks: str
    legend: str
    # headings of an overview
    cluster: str
    task: str
    competencies: str
    level: str
    level_group: str
    level_school: str
    not_applicable: str
    priority: str
    priorities: dict[str, str]
    people: str
    placeholder: str
    hint: str
    totals: str
    hours: str
    without_hours: str
    person_count: str
    note: str
    mandates_title: str
    mandates: dict[str, str]
    # footer of an overview
    total_hours: str
    hours_available: str
    difference: str
    hours_of_cluster: str
    # notation in a person cell
    estimate: str
    person_prefixes: dict[str, str]
    # comments on cells with an open note of an import: how they start and end
    open_note: str
    open_note_end: str
    open_note_stood_in: str
    open_note_unclear: str
    open_note_legend: str
    # group sheets
    person: str
    kind_of_person: str
    person_kinds: dict[str, str]
    schools: str
    chart_title: str
    chart_axis: str
    open_word: str
    open_in: str
    asked_in: str
    open_count: str
    applicable: str
    covered: str
    single: str
    open_of: str
    budget: str
    total_of: str
    left_out: str
    workload_rule: str
    open_rule: str
    comparison_rule: str
    map_rule: str
    # in the order of the codes of ``coverage/codes.py``
    map_legend: tuple[str, ...]
    # print and properties
    page: str
    of_pages: str
    source: str


NL = Labels(
    language="nl",
    guidelines="Richtlijnen",
    catalogue="Takenoverzicht",
    workload="Werklast",
    open_tasks="Open taken",
    comparison="Vergelijking",
    coverage_map="Dekkingskaart",
    overview_title="Takenoverzicht ICT-coördinatie",
    kinds={"current": "Huidige situatie", "target": "Streefdoel"},
    kinds_short={"current": "Huidig", "target": "Streef"},
    states={"draft": "Ontwerp", "active": "Actief", "archived": "Gearchiveerd"},
    school="School",
    school_year="Schooljaar",
    group="Scholengroep",
    state="Status",
    core_tasks="Kerntaken",
    legend=(
        "x = van toepassing  ·  nvt = niet van toepassing in deze school  ·  "
        "naam 2 u = uren per week  ·  naam zonder getal = zonder uren  ·  "
        "ca. = schatting  ·  (…) = financiering"
    ),
    cluster="Cluster",
    task="Omschrijving",
    competencies="Competenties",
    level="Niveau",
    level_group="SG",
    level_school="School",
    not_applicable="nvt",
    priority="Prioriteit",
    priorities={"short": "KT", "long": "LT", "none": "Geen"},
    people="Taakverdeling & tijdsbesteding",
    placeholder="Persoon",
    hint="naam + # uur/week",
    totals="Totaal",
    hours="Totaal uren",
    without_hours="Zonder uren",
    person_count="Personen",
    note="Opmerking",
    mandates_title="Mandaten",
    mandates={
        "decides": "beslist",
        "executes": "voert uit",
        "steers": "stuurt aan",
        "contact": "aanspreekpunt",
    },
    total_hours="Totaal uren per week",
    hours_available="Uren beschikbaar",
    difference="Verschil (beschikbaar – totaal)",
    hours_of_cluster="Uren {cluster}",
    estimate="ca.",
    person_prefixes={
        "vacancy": "vacature",
        "partner": "firma",
        "sounding_board": "klankbord",
    },
    open_note="Open notitie bij het inlezen",
    open_note_end="(toegevoegd door de export)",
    open_note_stood_in="In {cell} stond: {text}",
    open_note_unclear="Onduidelijk: {message}",
    open_note_legend="Geel = open notitie",
    person="Persoon",
    kind_of_person="Soort",
    person_kinds={
        "employee": "personeel",
        "partner": "externe partner",
        "vacancy": "vacature",
        "sounding_board": "klankbord",
    },
    schools="Scholen",
    chart_title="Uren per week per persoon en cluster",
    chart_axis="uren per week",
    open_word="open",
    open_in="Open in # scholen",
    asked_in="{priority} in # scholen",
    open_count="Aantal open taken",
    applicable="Van toepassing",
    covered="Ingevuld",
    single="Waarvan door één persoon",
    open_of="Open {priority}",
    budget="ICT-uren van de school",
    total_of="Totaal {kind}",
    left_out="Niet meegeteld (per school telt één blad): {names}",
    workload_rule=(
        "Wat iemand per week opneemt in alle scholen van dit bestand samen, tegenover "
        "de beschikbare uren. Toewijzingen zonder uren staan apart: ze zijn niet nul."
    ),
    open_rule=(
        "✓ = minstens één persoon  ·  open = van toepassing maar niemand (een "
        "vacature telt niet)  ·  "
        "nvt = niet van toepassing  ·  leeg = staat niet op het blad van die school"
    ),
    comparison_rule=(
        "Telt per school de taken van haar blad. Ingevuld = minstens één persoon of "
        "partner doet de taak; een vacature telt niet. Het totaal gaat enkel over de "
        "scholen in dit bestand."
    ),
    map_rule=(
        "Elke cel telt wie de taak in die school doet; een vacature telt niet. Paars = "
        "kerntaak  ·  leeg = staat niet op het blad van die school"
    ),
    map_legend=(
        "Open: niemand doet deze taak",
        "Eén persoon",
        "Team: twee of meer personen",
        "Niet van toepassing",
        "Open, en ook het niveau is niet beslist",
    ),
    page="Pagina",
    of_pages="van",
    source=(
        "Naar het takenoverzicht ICT-coördinatie van Kenniscentrum Digisprong "
        "(Vlaamse overheid)"
    ),
)

EN = Labels(
    language="en",
    guidelines="Guidelines",
    catalogue="Task list",
    workload="Workload",
    open_tasks="Open tasks",
    comparison="Comparison",
    coverage_map="Coverage map",
    overview_title="Task overview ICT coordination",
    kinds={"current": "Current situation", "target": "Target"},
    kinds_short={"current": "Current", "target": "Target"},
    states={"draft": "Draft", "active": "Active", "archived": "Archived"},
    school="School",
    school_year="School year",
    group="School group",
    state="Status",
    core_tasks="Core tasks",
    legend=(
        "x = yes  ·  n/a = does not apply in this school  ·  "
        "name 2 h = hours a week  ·  name without number = without hours  ·  "
        "ca. = estimate  ·  (…) = funding"
    ),
    cluster="Cluster",
    task="Description",
    competencies="Competencies",
    level="Level",
    level_group="Group",
    level_school="School",
    not_applicable="n/a",
    priority="Priority",
    priorities={"short": "ST", "long": "LT", "none": "None"},
    people="Tasks & hours per person",
    placeholder="Person",
    hint="name + # hours/week",
    totals="Total",
    hours="Total hours",
    without_hours="Without hours",
    person_count="People",
    note="Note",
    mandates_title="Mandates",
    mandates={
        "decides": "decides",
        "executes": "executes",
        "steers": "steers",
        "contact": "contact",
    },
    total_hours="Total hours a week",
    hours_available="Hours available",
    difference="Difference (available – total)",
    hours_of_cluster="Hours {cluster}",
    estimate="ca.",
    person_prefixes={
        "vacancy": "vacancy",
        "partner": "company",
        "sounding_board": "sounding board",
    },
    open_note="Open note of the import",
    open_note_end="(added by the export)",
    open_note_stood_in="{cell} said: {text}",
    open_note_unclear="Unclear: {message}",
    open_note_legend="Yellow = open note",
    person="Person",
    kind_of_person="Kind",
    person_kinds={
        "employee": "staff",
        "partner": "external partner",
        "vacancy": "vacancy",
        "sounding_board": "sounding board",
    },
    schools="Schools",
    chart_title="Hours a week per person and cluster",
    chart_axis="hours a week",
    open_word="open",
    open_in="Open in # schools",
    asked_in="{priority} in # schools",
    open_count="Number of open tasks",
    applicable="Applicable",
    covered="Covered",
    single="Of which by one person",
    open_of="Open {priority}",
    budget="ICT hours of the school",
    total_of="Total {kind}",
    left_out="Not counted (one sheet per school counts): {names}",
    workload_rule=(
        "What somebody does a week in all schools of this file together, against the "
        "hours available. Allocations without hours are apart: they are not zero."
    ),
    open_rule=(
        "✓ = at least one person  ·  open = applicable but nobody (a vacancy does "
        "not count)  ·  "
        "n/a = does not apply  ·  empty = not on the sheet of that school"
    ),
    comparison_rule=(
        "Counts per school the tasks of its sheet. Covered = at least one person or "
        "partner does the task; a vacancy does not count. The total is about the "
        "schools in this file only."
    ),
    map_rule=(
        "Each cell counts who does the task in that school; a vacancy does not count. "
        "Purple = core task  ·  empty = not on the sheet of that school"
    ),
    map_legend=(
        "Open: nobody does this task",
        "One person",
        "Team: two or more people",
        "Not applicable",
        "Open, and the level is not decided either",
    ),
    page="Page",
    of_pages="of",
    source=(
        "After the task overview for ICT coordination of Kenniscentrum Digisprong "
        "(Flemish government)"
    ),
)


def labels_for(language: str | None) -> Labels:
    """Return the words for a language code such as ``nl_BE``.

    >>> labels_for("nl_BE").level_group, labels_for("fr_FR").level_group
    ('SG', 'Group')
    """
    return NL if base_language(language) == "nl" else EN
