# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""How much of a file is read, and what is said when it cannot be read."""

from __future__ import annotations

import time
from dataclasses import dataclass

from ..hours import base_language

# code -> (English, Dutch); {0}: the limit, in the unit of the sentence
MESSAGES = {
    "not_found": (
        "There is no such file.",
        "Dit bestand bestaat niet.",
    ),
    "not_a_file": (
        "This is not a file that can be read.",
        "Dit is geen bestand dat gelezen kan worden.",
    ),
    "empty": (
        "The file is empty.",
        "Het bestand is leeg.",
    ),
    "too_big": (
        "The file is larger than {0} MB. Remove pictures from it or split it.",
        "Het bestand is groter dan {0} MB. Verwijder afbeeldingen of splits het.",
    ),
    "encrypted": (
        "The file is locked with a password. Remove the password and try again.",
        "Het bestand is beveiligd met een wachtwoord. Verwijder het wachtwoord en "
        "probeer opnieuw.",
    ),
    "old_excel": (
        "This is an old Excel file (.xls). Open it and save it as .xlsx.",
        "Dit is een oud Excel-bestand (.xls). Open het en bewaar het als .xlsx.",
    ),
    "binary_excel": (
        "This is a binary Excel file (.xlsb). Open it and save it as .xlsx.",
        "Dit is een binair Excel-bestand (.xlsb). Open het en bewaar het als .xlsx.",
    ),
    "opendocument": (
        "This is an OpenDocument file (.ods). Open it and save it as .xlsx.",
        "Dit is een OpenDocument-bestand (.ods). Open het en bewaar het als .xlsx.",
    ),
    "numbers": (
        "This is a file of Numbers. Open it and export it as Excel (.xlsx).",
        "Dit is een bestand van Numbers. Open het en exporteer het als Excel (.xlsx).",
    ),
    "text": (
        "This is a text file (such as .csv) and not a workbook. Open it in a "
        "spreadsheet program and save it as .xlsx.",
        "Dit is een tekstbestand (zoals .csv) en geen werkboek. Open het in een "
        "rekenblad en bewaar het als .xlsx.",
    ),
    "web_page": (
        "This is a web page or XML with the name of a workbook. Open it in a "
        "spreadsheet program and save it as .xlsx.",
        "Dit is een webpagina of XML met de naam van een werkboek. Open het in een "
        "rekenblad en bewaar het als .xlsx.",
    ),
    "other_document": (
        "This is another kind of document and not a workbook. Choose an .xlsx file.",
        "Dit is een ander soort document en geen werkboek. Kies een .xlsx-bestand.",
    ),
    "not_a_workbook": (
        "This is not a workbook. Choose an .xlsx file.",
        "Dit is geen werkboek. Kies een .xlsx-bestand.",
    ),
    "broken": (
        "The file is damaged or incomplete. Open it in a spreadsheet program and save "
        "it again as .xlsx.",
        "Het bestand is beschadigd of onvolledig. Open het in een rekenblad en bewaar "
        "het opnieuw als .xlsx.",
    ),
    "unsafe": (
        "The file holds constructions that a workbook never needs and is not read.",
        "Het bestand bevat constructies die een werkboek nooit nodig heeft en wordt "
        "niet gelezen.",
    ),
    "unpacks_too_large": (
        "Unpacked, the file is too large to read. Remove rows and sheets that are not "
        "used.",
        "Het bestand is uitgepakt te groot om te lezen. Verwijder ongebruikte rijen "
        "en bladen.",
    ),
    "too_many_sheets": (
        "The workbook has more than {0} sheets. Split it.",
        "Het werkboek heeft meer dan {0} bladen. Splits het.",
    ),
    "too_many_cells": (
        "The workbook has more than {0} filled cells. Split it.",
        "Het werkboek heeft meer dan {0} ingevulde cellen. Splits het.",
    ),
    "too_many_merges": (
        "The workbook has more than {0} merged areas. Split it.",
        "Het werkboek heeft meer dan {0} samengevoegde gebieden. Splits het.",
    ),
    "too_much_text": (
        "The workbook holds too much text to be a task overview. Split it.",
        "Het werkboek bevat te veel tekst voor een takenoverzicht. Splits het.",
    ),
    "no_sheets": (
        "The workbook has no sheets with cells.",
        "Het werkboek heeft geen bladen met cellen.",
    ),
    "too_slow": (
        "Reading the workbook takes too long. Remove rows and sheets that are not "
        "used, or split it.",
        "Het werkboek lezen duurt te lang. Verwijder ongebruikte rijen en bladen, "
        "of splits het.",
    ),
    "no_memory": (
        "Reading the workbook takes too much memory. Split it.",
        "Het werkboek lezen vraagt te veel geheugen. Splits het.",
    ),
}


class WorkbookError(ValueError):
    """A file that is not a readable, harmless workbook within the limits.

    ``code`` is a key of ``MESSAGES``; ``values`` fill its sentence.
    """

    def __init__(self, code: str, *values):
        super().__init__(code, *values)
        self.code = code
        self.values = tuple(str(value) for value in values)

    def __str__(self):
        return self.message("en")

    def message(self, language: str | None = "nl") -> str:
        """Return one line that says what is wrong and what to do."""
        english, dutch = MESSAGES[self.code]
        chosen = dutch if base_language(language) == "nl" else english
        return chosen.format(*self.values)


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, ``seconds`` of wall time, the rest are counts.

    Generous for people's files (the largest export of our own, 60 schools, has about
    100,000 cells) and small enough for half a gigabyte of memory.
    """

    file_size: int = 20_000_000
    unpacked: int = 400_000_000
    # of one part; deflate cannot do more than 1032
    ratio: int = 250
    # parts smaller than this may have any ratio
    ratio_from: int = 20_000_000
    parts: int = 10_000
    # a part that is kept as a tree: styles, theme, relations, comments
    tree_size: int = 32_000_000
    tree_elements: int = 400_000
    depth: int = 100
    sheets: int = 400
    cells: int = 400_000
    filled_cells: int = 100_000
    merges: int = 20_000
    rows: int = 1_048_576
    columns: int = 16_384
    # of one text; Excel itself stops at 32,767
    text: int = 50_000
    # of all cells together, and of the table of shared texts
    text_total: int = 20_000_000
    seconds: float = 20.0


LIMITS = Limits()


class Deadline:
    """The end of the time for one file; ask it often."""

    __slots__ = ("_end",)

    def __init__(self, seconds: float):
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        """Raise ``WorkbookError`` when the time is over."""
        if time.monotonic() > self._end:
            raise WorkbookError("too_slow")
