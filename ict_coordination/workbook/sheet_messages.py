# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Words for what is assumed or kept about a sheet: code → (English, Dutch)."""

from __future__ import annotations

SHEET_MESSAGES: dict[str, tuple[str, str]] = {
    # tasks
    "task_matched": (
        "“{0}” was read as the task “{1}”.",
        "“{0}” is gelezen als de taak “{1}”.",
    ),
    "new_task": (
        "“{0}” is not in the task list: a task of the school.",
        "“{0}” staat niet in de takenlijst: een eigen taak van de school.",
    ),
    "duplicate_task": (
        "This task stands on row {0} already.",
        "Deze taak staat ook al op rij {0}.",
    ),
    "struck_task": (
        "The task is struck through: it does not apply.",
        "De taak is doorgestreept: niet van toepassing.",
    ),
    "struck_task_people": (
        "The task is struck through, but somebody does it.",
        "De taak is doorgestreept, maar er staat iemand bij.",
    ),
    "struck_task_part": (
        "A part of the description is struck through: “{0}”.",
        "Een deel van de omschrijving is doorgestreept: “{0}”.",
    ),
    "row_without_task": (
        "“{0}” stands on a row without a description, below this task.",
        "“{0}” staat op een rij zonder omschrijving, onder deze taak.",
    ),
    # marks
    "colour_mark": (
        "A coloured box under “{0}” was read as a cross.",
        "Een gekleurd vakje onder “{0}” is gelezen als een kruisje.",
    ),
    "mark_unread": (
        "Under “{0}” stands “{1}”: neither yes nor no.",
        "Onder “{0}” staat “{1}”: is dat ja of nee?",
    ),
    "name_in_mark": (
        "A name under “{0}”: read as a cross and as a person.",
        "Een naam onder “{0}”: gelezen als kruisje en als persoon.",
    ),
    "priority_number": (
        "Under “{0}” stands {1}: which priority is that?",
        "Onder “{0}” staat {1}: welke prioriteit is dat?",
    ),
    "colours_unread": (
        "Colours without text under “{0}” were not read: {1}.",
        "Kleuren zonder tekst onder “{0}” zijn niet gelezen: {1}.",
    ),
    "two_priorities": (
        "More than one priority is marked: {0}.",
        "Er is meer dan één prioriteit aangeduid: {0}.",
    ),
    "absent_word": (
        "“{0}”: the task does not apply.",
        "“{0}”: de taak is niet van toepassing.",
    ),
    "absent_with_people": (
        "“{0}” says that the task does not apply, but somebody does it.",
        "“{0}” zegt dat de taak niet van toepassing is, maar er staat iemand bij.",
    ),
    "dash_is_nobody": (
        "“{0}”: nobody in this column; others do the task.",
        "“{0}”: niemand in deze kolom; anderen doen de taak.",
    ),
    "merged_rows": (
        "A merged cell: counted for every row that it covers.",
        "Een samengevoegde cel: telt voor elke rij die ze bedekt.",
    ),
    # people
    "merged_people": (
        "A merged cell over {0} tasks: counted for each of them.",
        "Een samengevoegde cel over {0} taken: telt voor elk daarvan.",
    ),
    "merged_columns": (
        "Merged over {0} people: the hours of each, or of all together?",
        "Samengevoegd over {0} personen: uren voor elk, of samen?",
    ),
    "struck": (
        "Struck through: read as no longer valid.",
        "Doorgestreept: gelezen als niet meer geldig.",
    ),
    "struck_part": (
        "“{0}” is struck through and was left out.",
        "“{0}” is doorgestreept en niet meegelezen.",
    ),
    "idem": (
        "“{0}” points at another cell: who is meant?",
        "“{0}” verwijst naar een andere cel: wie is bedoeld?",
    ),
    "twice_on_row": (
        "{0} stands on this row more than once ({1}): not added up.",
        "{0} staat meer dan eens op deze rij ({1}): niet opgeteld.",
    ),
    "hours_without_person": (
        "“{0}” in the column of hours, but nobody to go with it.",
        "“{0}” in de kolom met uren, maar er staat niemand bij.",
    ),
    "hours_differ": (
        "{0} beside the name, but {1} in the column of hours ({2}).",
        "{0} bij de naam, maar {1} in de kolom met uren ({2}).",
    ),
    "hours_of_several": (
        "“{0}” ({1}) stands beside several people: for each, or together?",
        "“{0}” ({1}) staat bij meerdere personen: voor elk, of samen?",
    ),
    "hours_by_line": (
        "The hours were read line by line, as the names beside them.",
        "De uren zijn regel per regel gelezen, zoals de namen ernaast.",
    ),
    "mandates_unread": (
        "Not understood as mandates: “{0}”.",
        "Niet begrepen als mandaten: “{0}”.",
    ),
    # text that goes along
    "extra_column": (
        "Column “{0}” has no place of its own: “{1}”.",
        "Kolom “{0}” heeft geen eigen plaats: “{1}”.",
    ),
    "comment": (
        "A comment on the cell: “{0}”.",
        "Een opmerking bij de cel: “{0}”.",
    ),
    "under_merge": (
        "“{0}” is hidden under a merged cell.",
        "“{0}” zit verborgen onder een samengevoegde cel.",
    ),
    "total_column": (
        "Column “{0}” is a total: left out, totals are computed.",
        "Kolom “{0}” is een totaal: niet overgenomen, totalen worden berekend.",
    ),
    # read with certainty, in a field without an address (JSON only)
    "read_cell": ("Read.", "Gelezen."),
    "read_hours_of": (
        "Read as the hours of the person beside it.",
        "Gelezen als de uren van de persoon ernaast.",
    ),
    "read_number": ("A row number: left out.", "Een rijnummer: niet overgenomen."),
    "read_mandates": ("Read as mandates.", "Gelezen als mandaten."),
    "read_remark": (
        "Read as the note of the task.",
        "Gelezen als opmerking bij de taak.",
    ),
    # the sheet as a whole
    "kind_clash": (
        "The name of the sheet and its title say different things; read as “{0}”.",
        "De naam van het blad en de titel spreken elkaar tegen; gelezen als “{0}”.",
    ),
    "column_is_person": (
        "Column {0}: “{1}” was read as somebody's name.",
        "Kolom {0}: “{1}” is gelezen als de naam van een persoon.",
    ),
    "column_of_others": (
        "Column {0}: other people stand under “{1}”, so it was not read as a name.",
        "Kolom {0}: onder “{1}” staan andere personen; niet gelezen als een naam.",
    ),
    "sheet_is_person": (
        "The hours on this sheet were read as those of “{0}”, the name of the sheet.",
        "De uren op dit blad zijn gelezen als die van “{0}”, de naam van het blad.",
    ),
    "side_by_side": (
        "Several overviews stand side by side on this sheet: read one by one.",
        "Op dit blad staan overzichten naast elkaar: elk apart gelezen.",
    ),
    "hours_column": (
        "Column {0}, “{1}”, was read as the hours of column {2}.",
        "Kolom {0}, “{1}”, is gelezen als de uren van kolom {2}.",
    ),
    "outside": (
        "Outside the tasks: “{0}”.",
        "Dit staat buiten de taken: “{0}”.",
    ),
    "hidden_sheet": (
        "The sheet is hidden; it was read all the same.",
        "Het blad is verborgen; het is toch gelezen.",
    ),
    "hidden_rows": (
        "Hidden rows were read as well: {0}.",
        "Verborgen rijen zijn ook gelezen: {0}.",
    ),
    "hidden_columns": (
        "Hidden columns were read as well: {0}.",
        "Verborgen kolommen zijn ook gelezen: {0}.",
    ),
    "school_of_other_sheet": (
        "The school, “{0}”, comes from another sheet.",
        "De school, “{0}”, komt van een ander blad.",
    ),
    "school_of_file": (
        "The school, “{0}”, comes from the name of the file.",
        "De school, “{0}”, komt uit de naam van het bestand.",
    ),
}

SHEET_PROPOSALS: dict[str, tuple[str, str]] = {
    "to_remark": ("Add to the note of the task", "Toevoegen aan de opmerking"),
    "read_as_mark": ("Read as a cross under “{0}”", "Lezen als kruisje onder “{0}”"),
    "read_as_priority": ("Read as {0}", "Lees als {0}"),
    "not_applicable": ("The task does not apply", "De taak is niet van toepassing"),
    "read_anyway": ("Read it all the same", "Toch lezen"),
    "same_as_above": ("As above: {0}", "Zoals hierboven: {0}"),
    "share_hours": (
        "Divide the hours over {0} tasks",
        "De uren verdelen over {0} taken",
    ),
    "hours_each": ("These hours for each", "Deze uren voor elk"),
    "hours_together": ("These hours together", "Deze uren samen"),
    "take_hours": ("Take {0}", "{0} nemen"),
    "add_people": ("Add to this task", "Toevoegen aan deze taak"),
}
