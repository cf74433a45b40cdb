# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Words for what only the database knows about a cell: code → (English, Dutch)."""

from __future__ import annotations

IMPORT_MESSAGES: dict[str, tuple[str, str]] = {
    "likely_person": ("{0} is read as {1}.", "{0} is gelezen als {1}."),
    "core_marks": (
        "Tasks coloured as core tasks: {0}.",
        "Taken die gekleurd zijn als kerntaak: {0}.",
    ),
    "changed_in_odoo": (
        "Changed here as well: {0} is {2} here and {1} in the workbook.",
        "Ook hier gewijzigd: {0} is hier {2} en in het werkboek {1}.",
    ),
    "unknown_person": (
        "{0} is not known here: choose who this is.",
        "{0} is hier niet gekend: kies wie dit is.",
    ),
    "same_member_twice": (
        "{0} stands on this task twice; the hours are not added up.",
        "{0} staat twee keer op deze taak; de uren zijn niet opgeteld.",
    ),
    "unknown_funding": (
        "“{0}” is no funding that is known here.",
        "“{0}” is hier geen gekende financiering.",
    ),
}
IMPORT_PROPOSALS: dict[str, tuple[str, str]] = {
    "set_core": ("Mark them as core tasks", "Als kerntaak aanduiden"),
    "take_workbook": ("Take over “{1}” for {0}", "“{1}” overnemen voor {0}"),
}
