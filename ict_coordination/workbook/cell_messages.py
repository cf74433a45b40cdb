# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Words for what is assumed or kept about a cell: code → (English, Dutch).

Notes say what was seen and, where something is asked, what to do. In a proposal ``{0}``
is the people with their hours as they become.
"""

from __future__ import annotations

CELL_MESSAGES: dict[str, tuple[str, str]] = {
    # B: read, and said
    "estimate": (
        "Read as an estimate of {0} a week.",
        "Gelezen als een schatting van {0} per week.",
    ),
    "bound": (
        "At least, at most or nearly: read as an estimate of {0} a week.",
        "Minstens, hoogstens of bijna: gelezen als een schatting van {0} per week.",
    ),
    "doubt": (
        "There is doubt about {0}: not read as certain.",
        "Er is twijfel over {0}: niet als zeker gelezen.",
    ),
    "per_day": (
        "Hours a day, counted for 5 school days: {0} a week.",
        "Uren per dag, gerekend voor 5 schooldagen: {0} per week.",
    ),
    "two_weeks": (
        "Every two weeks, so half of it a week: {0}.",
        "Om de twee weken, dus de helft per week: {0}.",
    ),
    "times": (
        "Several times a week, taken together: {0} a week.",
        "Meerdere keren per week, samengeteld: {0} per week.",
    ),
    "of_full_time": (
        "Part of 36 hours: read as {0} a week.",
        "Een deel van 36 uur: gelezen als {0} per week.",
    ),
    "clock": (
        "Written as a time: read as {0} a week.",
        "Geschreven als een tijd: gelezen als {0} per week.",
    ),
    "bpt_hours": (
        "BPT hours: read as {0} a week, paid from BPT.",
        "BPT-uren: gelezen als {0} per week, betaald met BPT.",
    ),
    "much": (
        "{0} hours a week for one task is a lot. It was kept.",
        "{0} uur per week voor één taak is veel. Toch zo overgenomen.",
    ),
    "formula": (
        "A formula ({0}): its result was read.",
        "Een formule ({0}): de uitkomst is gelezen.",
    ),
    "zero": (
        "0 hours: {0} was read as not doing this task.",
        "0 uur, dus gelezen als: {0} doet deze taak niet.",
    ),
    "name_read": ("Read as the name “{0}”.", "Gelezen als de naam “{0}”."),
    "other_than_heading": (
        "“{0}” stands in the column of {1}: read as another person.",
        "“{0}” staat in de kolom van {1}: gelezen als iemand anders.",
    ),
    "both": (
        "Read as people who all do it: {0}.",
        "Gelezen als mensen die elk deze taak doen: {0}.",
    ),
    "vacancy": (
        "Read as a vacancy: somebody still has to be found.",
        "Gelezen als een vacature: hiervoor moet nog iemand gevonden worden.",
    ),
    "external": (
        "Read as an external partner.",
        "Gelezen als een externe partner.",
    ),
    "external_paid": (
        "Read as: {0} is paid as an external.",
        "Gelezen als: {0} wordt als externe betaald.",
    ),
    "sounding_board": (
        "Read as a sounding board: it gives advice.",
        "Gelezen als een klankbord: het geeft advies.",
    ),
    "group_level": (
        "{0} does this for the school group, it seems.",
        "{0} doet dit wellicht voor de scholengroep.",
    ),
    "left_aside": (
        "Kept beside the hours, but not used: “{0}”.",
        "Naast de uren staat ook “{0}”: bewaard, maar niet gebruikt.",
    ),
    "nobody": (
        "Read as: nobody does this task.",
        "Gelezen als: niemand doet deze taak.",
    ),
    "not_applicable": (
        "Read as: the task does not apply.",
        "Gelezen als: de taak is niet van toepassing.",
    ),
    # C: kept, hours unknown
    "range": (
        "“{0}” is a range. Choose the hours a week.",
        "“{0}” is geen vast getal. Kies het aantal uren per week.",
    ),
    "together_or_each": (
        "{1} for {0}: together, or each? Choose one.",
        "{1} voor {0}: samen, of elk? Kies één van beide.",
    ),
    "together": (
        "{1} for {0} together. Say how many hours each of them has.",
        "{1} voor {0} samen. Geef aan hoeveel uur elk heeft.",
    ),
    "other_period": (
        "“{0}” is not a week. Fill in the hours a week.",
        "“{0}” gaat niet over een week. Vul de uren per week in.",
    ),
    "base_unknown": (
        "“{0}” is not written in hours. Fill in the hours a week.",
        "“{0}” staat niet in uren. Vul de uren per week in.",
    ),
    "fraction": (
        "“{0}” can be a part of an hour, of a job or a range. Choose the hours a week.",
        "“{0}” kan een deel van een uur, van een opdracht of ‘van … tot …’ zijn. "
        "Kies de uren per week.",
    ),
    "points": (
        "“{0}” is in ICT points. Fill in the hours a week.",
        "“{0}” staat in ICT-punten. Vul de uren per week in.",
    ),
    "no_number": (
        "“{0}” has no number. Fill in the hours a week, or leave them open.",
        "“{0}” bevat geen aantal uren. Vul de uren per week in, of laat ze open.",
    ),
    "odd_number": (
        "The number in “{0}” is not clear. Fill in the hours a week.",
        "Het getal in “{0}” is niet duidelijk. Vul de uren per week in.",
    ),
    "time_of_day": (
        "“{0}” looks like a time of day. Fill in the hours a week.",
        "“{0}” lijkt een tijdstip. Vul de uren per week in.",
    ),
    "not_plausible": (
        "“{0}”: these hours can hardly be right for one task. Check them.",
        "“{0}”: zoveel uren kunnen haast niet kloppen voor één taak. Kijk ze na.",
    ),
    "several_hours": (
        "Several numbers for {0}. Are they to be added up? Choose the hours a week.",
        "Meerdere getallen voor {0}. Moeten ze opgeteld worden? Kies de uren per week.",
    ),
    "same_twice": (
        "{0} stands here twice. The hours were not added up: choose what is right.",
        "{0} staat hier twee keer. De uren zijn niet opgeteld: kies wat klopt.",
    ),
    "which_one": (
        "One of them does it: {0}. Choose who.",
        "Eén van hen doet het: {0}. Kies wie.",
    ),
    "changes": (
        "This changes in the course of time: {0}. Choose who does it now.",
        "Dit verandert in de loop van de tijd: {0}. Kies wie het nu doet.",
    ),
    "nobody_named": (
        "Hours without a name: “{0}”. Fill in who does it.",
        "Uren zonder naam: “{0}”. Vul in wie het doet.",
    ),
    "mark_without_name": (
        "A mark without a name: “{0}”. Fill in who does it.",
        "Een kruisje zonder naam: “{0}”. Vul in wie het doet.",
    ),
    "question": (
        "Only a question mark. Fill in who does it.",
        "Enkel een vraagteken. Vul in wie het doet.",
    ),
    "group": (
        "“{0}” is a group or a function, not a person. Choose who it is.",
        "“{0}” is een groep of een functie, geen persoon. Kies wie het is.",
    ),
    "reference": (
        "“{0}” points to something else. Fill in who does it, and the hours.",
        "“{0}” verwijst naar iets anders. Vul in wie het doet en hoeveel uur.",
    ),
    "contradiction": (
        "“{0}” says two things at once. Fill in who does it, and the hours.",
        "“{0}” zegt twee dingen tegelijk. Vul in wie het doet en hoeveel uur.",
    ),
    "date": (
        "Excel made a date of this: {0}. Fill in the hours a week.",
        "Excel maakte hier een datum van: {0}. Vul de uren per week in.",
    ),
    "formula_without_value": (
        "The result of the formula {0} is not in the file. Fill in the hours.",
        "De uitkomst van de formule {0} staat niet in het bestand. Vul de uren in.",
    ),
    "error_value": (
        "The cell shows the error {0}. Fill in who does it, and the hours.",
        "De cel toont de fout {0}. Vul in wie het doet en hoeveel uur.",
    ),
    "long_text": (
        "A long text. Keep it as a remark and fill in who does it.",
        "Een lange tekst. Bewaar ze als opmerking en vul in wie het doet.",
    ),
    "not_understood": (
        "Not understood: “{0}”. Fill in who does it, and the hours.",
        "Niet begrepen: “{0}”. Vul in wie het doet en hoeveel uur.",
    ),
}

CELL_PROPOSALS: dict[str, tuple[str, str]] = {
    "people": ("{0}", "{0}"),
    "as_hours": ("As hours a week: {0}", "Als uren per week: {0}"),
    "as_minutes": ("As minutes: {0}", "Als minuten: {0}"),
    "middle": ("The middle: {0}", "Het midden: {0}"),
    "low_end": ("The lowest number: {0}", "Het laagste getal: {0}"),
    "high_end": ("The highest number: {0}", "Het hoogste getal: {0}"),
    "time_between": ("The time between: {0}", "De tijd ertussen: {0}"),
    "each": ("Each: {0}", "Elk: {0}"),
    "together": ("Together: {0}", "Samen: {0}"),
    "last_only": ("Only the last one: {0}", "Enkel de laatste: {0}"),
    "sum": ("Added up: {0}", "Opgeteld: {0}"),
    "part_of_job": ("{1} of 36 hours: {0}", "{1} van 36 uur: {0}"),
    "lesson_50": ("Lessons of 50 minutes: {0}", "Lestijden van 50 minuten: {0}"),
    "lesson_60": ("Lessons as hours: {0}", "Lestijden als uren: {0}"),
    "day_fifth": (
        "A day is one fifth of 36 hours: {0}",
        "Een dag is één vijfde van 36 uur: {0}",
    ),
    "divided_month": ("A month has 4 weeks: {0}", "Een maand telt 4 weken: {0}"),
    "divided_trimester": (
        "A term has 13 school weeks: {0}",
        "Een trimester telt 13 schoolweken: {0}",
    ),
    "divided_semester": (
        "A semester has 20 school weeks: {0}",
        "Een semester telt 20 schoolweken: {0}",
    ),
    "divided_year": (
        "A year has 40 school weeks: {0}",
        "Een jaar telt 40 schoolweken: {0}",
    ),
    "as_external": ("An external partner: {0}", "Een externe partner: {0}"),
    "group_hours": ("Keep it with these hours: {0}", "Behouden met deze uren: {0}"),
    "level_group": (
        "Task of the school group",
        "Taak van de scholengroep",
    ),
    "does_not_apply": ("The task does not apply", "De taak is niet van toepassing"),
    "applicable": ("The task does apply", "De taak is wel van toepassing"),
    "remark": ("Keep it as a remark", "Bewaren als opmerking"),
}
