# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The vocabulary of workbooks: headings, clusters, kinds of sheets, totals, legends.

Everything is compared in its plain form: see :func:`plain`.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_GAP = re.compile(r"[^\w#]+|_+")
_APOSTROPHES = str.maketrans("", "", "'’‘`´ʼ")


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """Return text without case, accents, punctuation and double blanks.

    >>> plain(" Ped.-didac.\\nTaak:"), plain("pc’s"), plain("# uur/week")
    ('ped didac taak', 'pcs', '# uur week')
    """
    text = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    return _GAP.sub(" ", text).strip()


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text that is a list of them."""
    return frozenset(text.split())


def _table(words: dict[str, str]) -> dict[str, str]:
    return {
        plain(word): role for role, line in words.items() for word in line.split(" | ")
    }


# role of a column by its heading; several words for one role are parted by " | "
HEADINGS = _table(
    {
        "cluster": "cluster | clusters | takencluster | taakcluster | domein | thema | "
        "categorie | rubriek | takengroep | category | domain | task area | "
        "task group | domaine | catégorie",
        "task": "omschrijving | omschrijving taak | omschrijving van de taak | "
        "omschrijving taken | omschrijving ict taken | taak | taken | ict taak | "
        "ict taken | taakomschrijving | "
        "taakbeschrijving | beschrijving | beschrijving taak | opdracht | opdrachten | "
        "activiteit | activiteiten | wat | taken ict coordinator | description | "
        "task | tasks | task description | tâche | tâches | description de la tâche",
        "competencies": "competenties | competentie | competenties profiel | profiel | "
        "gewenste competenties | vereiste competenties | nodige competenties | "
        "vaardigheden | compétences | competencies | competences | competency | skills",
        "level_group": "sg | s g | sgm | scholengroep | scholengemeenschap | "
        "scholengroep gemeenschap | niveau sg | sg niveau | groep | group | "
        "school group | bovenschools | scholengroep scholengemeenschap | groupe | "
        "groupe scolaire",
        "level_school": "school | niveau school | schoolniveau | school niveau | école",
        "not_applicable": "nvt | n v t | niet van toepassing | n a | na | "
        "not applicable",
        "priority_short": "kt | korte termijn | op korte termijn | kort | st | "
        "short term | prioriteit kt | kt korte termijn | court terme | à court terme",
        "priority_long": "lt | lange termijn | op lange termijn | lang | long term | "
        "prioriteit lt | lt lange termijn | long terme | à long terme",
        "priority_none": "geen | geen prioriteit | none | no priority | "
        "prioriteit geen | aucune | pas de priorité",
        "level": "niveau | level | sg school | sg of school | school sg | "
        "school of sg | niveau sg school | op welk niveau",
        "priority": "prioriteit | prioriteiten | priority | priorité | termijn | "
        "kt lt | kt lt geen | prioriteit kt lt geen | prioriteit kt lt",
        "person": "wie | wie doet wat | door wie | naam | namen | uitvoerder | "
        "uitvoerders | uitvoering | uitgevoerd door | verantwoordelijke | "
        "verantwoordelijken | persoon | personen | medewerker | medewerkers | "
        "teamlid | teamleden | taakverdeling | taakverdeling tijdsbesteding | "
        "taakverdeling en tijdsbesteding | trekker | trekkers | toegewezen aan | "
        "collega | wie voert uit | who | name | person | people | "
        "responsible | tasks hours per person | assigned to | division of tasks | "
        "division of tasks and time | qui | nom | noms | responsable | responsables | "
        "personne | personnes | répartition des tâches",
        "hours_of": "uren | uur | # uur | # uren | # u | u | #uur | #uren | "
        "aantal uren | aantal uur | "
        "tijd | tijdsbesteding | tijdsbesteding uur week | uren week | uur week | "
        "u week | u w | uren per week | uur per week | # uur week | # uren week | "
        "#uur week | # uur per week | aantal uren per week | aantal uur per week | "
        "tijd u | tijd uur | tijd per week | wekelijkse uren | hours | hours a week | "
        "hours per week | hours week | time",
        "remark": "opmerking | opmerkingen | opm | commentaar | nota | notas | "
        "notitie | notities | toelichting | bemerking | bemerkingen | note | notes | "
        "remark | remarks | comment | comments | extra info | remarque | remarques | "
        "commentaire | commentaires",
        "mandates": "mandaten | mandaat | mandates",
        "total": "totaal | totaal uren | totalen | som | total | totals | "
        "total hours | zonder uren | without hours | aantal personen | totaal uur | "
        "totaal aantal uren | totaal u",
        "extra": "deadline | datum | timing | wanneer | tegen wanneer | status | "
        "stand van zaken | budget | kost | kosten | kostprijs | prijs | leverancier | "
        "software | tool | tools | materiaal | link | url | lokaal | locatie | "
        "plaats | "
        "frequentie | actie | acties | actiepunten | doel | doelen | doelstelling | "
        "evaluatie | bron | middelen | financiering | code | hoe | hoe vaak | info | "
        "afspraken | afspraak | periode | jaar | "
        "start | einde | begin | vanaf | tot | klaar | gedaan | ok | date | due date | "
        "when | cost | where | how | link naar document | document | documenten",
        # a column that only numbers the rows
        "number": "nr | nummer | volgnummer | taaknr | # | id | no | number | n°",
    }
)

# headings over a group of columns: they say what the unknown ones below them are
BANDS = ("level", "priority", "person", "total")

CLUSTERS = _table(
    {
        "technical": "technisch | technische | techniek | technical | technique",
        "pedagogical": "ped didac | ped did | ped didactisch | pedagogisch | "
        "pedagogisch didactisch | pedagogisch didactische | pedagogische | "
        "didactisch | pedagogie | pedagogical | ped didactic | "
        "pedagogical and didactic | pedagogisch en didactisch | pédagogique",
        "policy": "beleid visie | beleid en visie | beleid | visie | visie en beleid | "
        "beleidsmatig | beleids | policy | policy vision | policy and vision | "
        "politique | politique vision | politique et vision",
        "administration": "administratie | administratief | administratieve | "
        "admin | administration | administrative | administratif",
    }
)

_TOTAL = re.compile(
    r"(sub|eind|algemeen |grand )?(totaal|totalen|total|totals|som|sum)\b.*"
    r"|uren beschikbaar|beschikbare uren|verschil|verschil beschikbaar totaal"
    r"|zonder uren|hours available|available hours|difference|without hours"
    r"|difference available total|(uren|hours) (?P<cluster>.+)"
    r"|(in )?(procent|percent|percentage)\b.*|(van )?(de )?opdracht|saldo|tekort"
    r"|overschot|nog te verdelen|(nog )?beschikbaar"
)
_MAX_TOTAL_WORDS = 7
LEGENDS = {
    plain(word)
    for word in (
        "kerntaken", "kerntaak", "core tasks", "core task", "legende", "legenda",
        "legend", "takenoverzicht ict-coördinatie", "takenoverzicht",
    )
}  # fmt: skip
# a line that explains signs: "x = van toepassing", "KT: korte termijn"
_EXPLAINS = re.compile(
    r"(x|v|kt|lt|nvt|n\.v\.t\.|ca\.?|geen|paars|purple|sgm?|st|school|u|u/w|bpt|vte|ntb)"
    r"\s*[=:]\s*\S.*|[^\s=]{1,12}\s*=\s*[^\s\d].*",
    re.I | re.S,
)
# headings with more words than the table can list
_HOURS_HEADING = re.compile(
    r"((totaal )?aantal |# ?)?(u|uur|uren|h|hours|heures|tijd|tijdsbesteding|werktijd)"
    r"( (per|p|in de|a|par))?( (week|w|wk|weken|semaine|schoolweek))?"
    r"( (in )?(u|uur|uren))?"
)
_WHO_HEADING = re.compile(
    r"(door )?wie( \w+){1,4}|(naam|namen|name) (van )?(de )?"
    r"(collega|leerkracht|uitvoerder|persoon|medewerker|coordinator|verantwoordelijke)\w*"
    r"|(verantwoordelijke|uitvoerder|trekker)( \w+){1,2}|qui( \w+){1,4}|who( \w+){1,4}"
)
_BRACKETS = re.compile(r"\([^()]*\)")
# words around the name of a cluster: "Deel 2: technische taken"
_CLUSTER_NOISE = words_of(
    "cluster domein deel luik gedeelte onderdeel aspect categorie blok taak taken ict "
    "rubriek tasks tasks the van de het i ii iii iv v 1 2 3 4 5 a b c d"
)
_NEAR_CLUSTER = 0.9


def heading_role(text: str) -> str | None:
    """Return the role of a heading, ``None`` for a word we do not know.

    >>> heading_role("# uur/week"), heading_role("Persoon 2"), heading_role("Jan")
    ('hours_of', 'person', None)
    """
    words = plain(text)
    role = HEADINGS.get(words)
    if role is None and words:
        # "Persoon 1", "Naam 2", "Uren 2"
        numbered = re.fullmatch(r"(.*?) ?\d{1,2}", words)
        found = HEADINGS.get(numbered[1]) if numbered else None
        role = found if found in ("person", "hours_of", "remark") else None
    if role is None and words:
        role = _long_heading(text, words)
    return role


def _long_heading(text, words):
    """ "Niveau (SG/School)", "Aantal u/week", "Wie doet dit?"."""
    bare = plain(_BRACKETS.sub(" ", text))
    role = HEADINGS.get(bare) if bare != words else None
    if role is None and _HOURS_HEADING.fullmatch(bare):
        role = "hours_of"
    if role is None and _WHO_HEADING.fullmatch(bare):
        role = "person"
    return role


def cluster_code(text: str) -> str | None:
    """Return the code of a cluster of the catalogue.

    >>> cluster_code("Ped.-didac."), cluster_code("1. Technisch"), cluster_code("STEM")
    ('pedagogical', 'technical', None)
    """
    words = plain(text)
    code = CLUSTERS.get(words)
    if code is None:
        code = CLUSTERS.get(_without_noise(words))
    return code


def _without_noise(words):
    return " ".join(word for word in words.split() if word not in _CLUSTER_NOISE)


@lru_cache(maxsize=4096)
def near_cluster(text: str) -> str | None:
    """Return the code of a cluster that is written nearly so.

    >>> near_cluster("ADMINSTRATIE"), near_cluster("Technische taken:")
    ('administration', 'technical')
    >>> near_cluster("Aministratie 2u"), near_cluster("Technicus")
    (None, None)
    """
    code = cluster_code(text)
    words = _without_noise(plain(text))
    if code or not 6 <= len(words) <= 40 or any(map(str.isdigit, words)):
        return code
    near = {other for name, other in CLUSTERS.items() if _is_near(name, words)}
    return near.pop() if len(near) == 1 else None


def _is_near(one, other):
    ratio = SequenceMatcher(None, one, other, False)
    return (
        ratio.real_quick_ratio() >= _NEAR_CLUSTER
        and ratio.quick_ratio() >= _NEAR_CLUSTER
        and ratio.ratio() >= _NEAR_CLUSTER
    )


def is_total(text: str) -> bool:
    """Whether the text is the label of a row of totals.

    >>> is_total("Totaal uren per week"), is_total("Uren Technisch")
    (True, True)
    >>> is_total("Totale inventaris maken"), is_total("Uren registreren van externen")
    (False, False)
    """
    words = plain(text)
    match = _TOTAL.fullmatch(words)
    if not match or len(words.split()) > _MAX_TOTAL_WORDS:
        return False
    cluster = match["cluster"]
    return cluster is None or cluster_code(cluster) is not None


def is_legend(text: str) -> bool:
    """Whether the text explains the sheet: "Kerntaken", "x = van toepassing".

    >>> is_legend("Kerntaken"), is_legend("KT = korte termijn"), is_legend("Kern")
    (True, True, False)
    """
    return plain(text) in LEGENDS or bool(_EXPLAINS.fullmatch(text.strip()))
