# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The first sheet: how to read and fill in this workbook, in our own words."""

from __future__ import annotations

from ..labels import Labels
from ..model import Book
from ..notation import one_line
from .formats import Formats
from .heights import height_of, wrapped_lines

# what fits on upright A4: a wider column would be cut off, not scaled
_WIDTH = 92
# (style, text); "core" lines are shown in the purple of the core tasks
_TEXT = {
    "nl": (
        ("subtitle", "Waarvoor dient dit werkboek?"),
        (
            "wrap",
            "Elk blad toont voor één school wie welke ICT-taak opneemt: vandaag "
            "(Huidig) of zoals de school het wil (Streef). Zo wordt zichtbaar wat "
            "niemand doet, wat van één persoon afhangt en hoeveel uren het team nodig "
            "heeft.",
        ),
        ("subtitle", "Zo vul je een blad in"),
        (
            "bullet",
            "• Niveau: zet een x bij SG als de scholengroep of -gemeenschap de taak "
            "opneemt, bij School als de school dat zelf doet, en bij beide als jullie "
            "ze delen.",
        ),
        (
            "bullet",
            "• nvt: kies nvt als de taak in deze school niet voorkomt. De rij wordt "
            "grijs en telt niet mee als open taak.",
        ),
        (
            "bullet",
            "• Prioriteit (enkel op Streef): KT = op korte termijn, LT = op lange "
            "termijn, Geen = geen prioriteit.",
        ),
        (
            "bullet",
            "• Personen: elke persoon heeft een eigen kolom met de naam als titel. "
            "Schrijf in de cel de naam en de uren per week: “An Peeters 2 u”. Enkel "
            "een getal mag ook.",
        ),
        (
            "bullet",
            "• Weet je de uren nog niet? Schrijf enkel de naam. De taak telt dan mee "
            "onder “Zonder uren”: onbekend is niet hetzelfde als nul.",
        ),
        (
            "bullet",
            "• Een schatting: “An Peeters ca. 2 u”. Waarmee de uren betaald worden: "
            "“An Peeters 2 u (BPT)”.",
        ),
        (
            "bullet",
            "• Een plaats die nog open staat: “vacature 4 u”. Een externe partner: "
            "“firma NetHulp 4 u”. Hun kolomtitel heeft een eigen kleur.",
        ),
        (
            "bullet",
            "• Iemand erbij? Voeg een kolom in tussen de andere personen, zet de naam "
            "in de titelrij en kopieer de formules onderaan mee.",
        ),
        ("subtitle", "Kleuren en totalen"),
        ("core", "Paars: de kerntaken van de ICT-coördinatie."),
        (
            "bullet",
            "• De totalen zijn formules: ze lezen de uren uit de tekst van de cellen "
            "en rekenen mee als je “2 u” in “3 u” verandert. Wat ze niet kunnen lezen, "
            "telt onder “Zonder uren”.",
        ),
        (
            "bullet",
            "• Een gekleurd vakje in de kolom Personen: van toepassing, maar nog "
            "niemand doet het.",
        ),
    ),
    "en": (
        ("subtitle", "What is this workbook for?"),
        (
            "wrap",
            "Each sheet shows for one school who does which ICT task: today (Current) "
            "or as the school wants it (Target). It makes visible what nobody does, "
            "what depends on one person and how many hours the team needs.",
        ),
        ("subtitle", "How to fill in a sheet"),
        (
            "bullet",
            "• Level: put an x under Group when the school group does the task, under "
            "School when the school does it, under both when they share it.",
        ),
        (
            "bullet",
            "• n/a: choose n/a when the task does not exist in this school. The row "
            "turns grey and is not counted as open.",
        ),
        (
            "bullet",
            "• Priority (Target only): ST = short term, LT = long term, None = no "
            "priority.",
        ),
        (
            "bullet",
            "• People: everybody has a column headed by the name. Write the name and "
            "the hours a week in the cell: “An Peeters 2 h”. Just a number will do.",
        ),
        (
            "bullet",
            "• Hours not known yet? Write just the name. The task then counts under "
            "“Without hours”: unknown is not the same as zero.",
        ),
        (
            "bullet",
            "• An estimate: “An Peeters ca. 2 h”. What pays for the hours: “An Peeters "
            "2 h (BPT)”.",
        ),
        (
            "bullet",
            "• A place to be filled: “vacancy 4 h”. An external partner: “company "
            "NetHulp 4 h”. The headings of their columns have a colour of their own.",
        ),
        (
            "bullet",
            "• Somebody new? Insert a column between the other people, put the name in "
            "the heading and copy the formulas at the bottom along.",
        ),
        ("subtitle", "Colours and totals"),
        ("core", "Purple: the core tasks of ICT coordination."),
        (
            "bullet",
            "• Totals are formulas: they read the hours out of the text of the cells "
            "and follow when you change “2 h” into “3 h”. What they cannot read counts "
            "under “Without hours”.",
        ),
        (
            "bullet",
            "• A coloured box in the column People: applicable, but nobody does it "
            "yet.",
        ),
    ),
}
_GROUP_TEXT = {
    "nl": (
        ("subtitle", "Bladen over meerdere scholen"),
        (
            "bullet",
            "• Werklast: uren per persoon over de scholen heen. Open taken: welke taak "
            "in welke school niemand heeft. Vergelijking: de scholen naast elkaar. Ze "
            "tonen waar samenwerken loont; het zijn geen punten voor een school.",
        ),
    ),
    "en": (
        ("subtitle", "Sheets about several schools"),
        (
            "bullet",
            "• Workload: hours per person across schools. Open tasks: which task has "
            "nobody in which school. Comparison: the schools side by side. They show "
            "where working together pays; they are no marks for a school.",
        ),
    ),
}


def write_guidelines(book: Book, worksheet, formats: Formats, labels: Labels) -> None:
    """Fill the guidelines sheet; group sheets are explained when there are any."""
    lines = list(_TEXT[labels.language])
    if book.is_group:
        lines += _GROUP_TEXT[labels.language]
    worksheet.hide_gridlines(2)
    worksheet.set_column(0, 0, _WIDTH)
    worksheet.set_row(0, 28)
    worksheet.write_string(0, 0, one_line(book.title), formats["title"])
    details = f"{one_line(book.group_name)}  ·  {book.created:%d/%m/%Y}".strip(" ·")
    worksheet.write_string(1, 0, details, formats["label"])
    row = 1
    for style, text in lines:
        row += 1
        if style == "subtitle":
            row += 1
        worksheet.write_string(row, 0, text, formats[style])
        lines = wrapped_lines(text, _WIDTH)
        worksheet.set_row(row, height_of(lines) + (6 if style == "subtitle" else 3))
    worksheet.write_string(row + 2, 0, labels.source, formats["rule"])
    worksheet.set_paper(9)  # A4
    worksheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    worksheet.fit_to_pages(1, 0)
