# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Grown workbooks: several schools, lists beside overviews, hidden things."""

from __future__ import annotations

from openpyxl.styles import Font

from .grown_workbooks import (
    CLUSTERS,
    HELPDESK,
    INSURANCE,
    SIX,
    STOCK,
    grown,
    page,
)

# schools and sheets -------------------------------------------------------------------


@grown
def schools_in_blocks(workbook):
    """
    == Alle scholen: current, BS De Linde, 2025-2026
    technical_03 / technical / Jan 2
    administration_10 / administration / An 1
    == Alle scholen: current, VBS 't Klavertje, 2025-2026
    technical_03 / technical / Piet 3
    == Alle scholen: current, Atheneum De Kaai, 2025-2026
    technical_18 / technical / Els 0.5
    Digibord ijken / technical / Els 1 / new_task
    """
    heading = ["Cluster", "Omschrijving", "Persoon 1", "Persoon 2"]
    sheet = page(
        workbook,
        "Alle scholen",
        ["ICT-taken scholengroep – huidige situatie 2025-2026"],
        [],
        ["BS De Linde"],
        heading,
        ["Technisch", HELPDESK, "Jan 2u"],
        ["Administratie", INSURANCE, "", "An 1u"],
        ["", "Totaal", 2, 1],
        [],
        ["VBS 't Klavertje"],
        heading,
        ["Technisch", HELPDESK, "Piet 3u"],
        ["Atheneum De Kaai"],
        heading,
        ["Technisch", STOCK, "Els ½ u"],
        ["Technisch", "Digibord ijken", "", "Els 1u"],
    )
    for row in (3, 9, 12):
        sheet.cell(row, 1).font = Font(bold=True)


@grown
def sheets_named_after_schools(workbook):
    """
    == De Linde: current, De Linde, 2025-2026
    technical_03 / technical / Jan 2
    == De Kaai: target, De Kaai, 2025-2026
    technical_03 / technical / prio short / An 1
    == Sint-Jozef Wetteren: target, Sint-Jozef Wetteren, 2025-2026
    technical_03 / technical / An 1
    """
    now, goal = "Huidige situatie 2025-2026", "Streefdoel schooljaar 2025-2026"
    page(
        workbook, "De Linde", [now],
        ["Cluster", "Omschrijving", "Jan"], ["Technisch", HELPDESK, 2],
    )  # fmt: skip
    page(
        workbook, "De Kaai", [goal],
        ["Cluster", "Omschrijving", "Prioriteit", "An"],
        ["Technisch", HELPDESK, "KT", 1],
    )  # fmt: skip
    page(
        workbook, "Sint-Jozef Wetteren", ["", goal],
        ["Cluster", "Omschrijving", "An"], ["Technisch", HELPDESK, 1],
    )  # fmt: skip


@grown
def renamed_catalogue_and_other_sheets(workbook):
    """
    == Uitleg: other
    == Telefoonlijst: other
    == Wat moet er gebeuren: catalogue
    technical_03 / technical
    technical_18 / technical
    technical_10 / technical
    pedagogical_02 / pedagogical
    policy_07 / policy
    administration_10 / administration
    == Nu: current
    technical_03 / technical / Jan 2
    == Inventaris: other
    """
    page(
        workbook, "Uitleg", ["Hoe dit werkboek invullen"],
        ["Vul per taak in wie ze doet en hoeveel uur per week."],
        ["Taken die niet gebeuren laat je leeg."],
        ["SG = scholengroep"], ["KT = korte termijn"],
    )  # fmt: skip
    page(
        workbook, "Telefoonlijst", ["Naam", "School", "Telefoon", "E-mail"],
        ["Jan Peeters", "De Linde", "0470 12 34 56", "jan@school.example"],
        ["An Claes", "De Kaai", "0470 12 34 57", "an@school.example"],
    )  # fmt: skip
    rows = zip(CLUSTERS, SIX, strict=True)
    page(workbook, "Wat moet er gebeuren", ["Domein", "Taak"], *rows)
    page(workbook, "Nu", ["Cluster", "Omschrijving", "Jan"], ["Technisch", HELPDESK, 2])
    page(
        workbook, "Inventaris", ["Toestel", "Aantal", "Lokaal", "Opmerking"],
        ["Laptop", 24, "B12", "nieuw"], ["Beamer", 8, "alle klassen", ""],
    )  # fmt: skip


@grown
def unfilled_list_beside_filled_sheets(workbook):
    """
    == Takenoverzicht: catalogue
    technical_03 / technical
    technical_18 / technical
    technical_10 / technical
    pedagogical_02 / pedagogical
    policy_07 / policy
    administration_10 / administration
    == Huidige situatie: current
    technical_03 / technical / school / Jan 2
    == Streefdoel: target
    technical_03 / technical / prio short / Jan 1
    """
    people = ["Persoon 1", "Persoon 2", "…"]
    rows = [[cluster, task] for cluster, task in zip(CLUSTERS, SIX, strict=True)]
    rows[0] += ["", "", "naam + # uur/week"]
    page(
        workbook, "Takenoverzicht",
        ["Cluster", "Omschrijving", "SG", "School", *people], *rows,
    )  # fmt: skip
    page(
        workbook, "Huidige situatie",
        ["Cluster", "Omschrijving", "SG", "School", *people],
        ["Technisch", HELPDESK, "", "x", "Jan 2u"],
    )  # fmt: skip
    page(
        workbook, "Streefdoel",
        ["Cluster", "Omschrijving", "KT", "LT", "Geen", *people],
        ["Technisch", HELPDESK, "x", "", "", "Jan 1u"],
    )  # fmt: skip


@grown
def legend_below_the_table(workbook):
    """
    == Huidig: current
    technical_03 / technical / school / Jan 2
    administration_10 / administration / group / An 1
    """
    sheet = page(
        workbook,
        "Huidig",
        ["Cluster", "Omschrijving", "SG", "School", "Persoon 1"],
        ["Technisch", HELPDESK, "", "x", "Jan 2u"],
        ["Administratie", INSURANCE, "x", "", "An 1u"],
        ["SG = scholengroep"],
        ["", "x = wordt gedaan"],
        ["Legende:"],
        ["BPT = bijzondere pedagogische taken"],
        ["", "u/w: uren per week"],
    )
    sheet.freeze_panes = "C2"


@grown
def hidden_columns_and_rows(workbook):
    """
    == Huidig: current
    ! hidden_rows hidden_columns
    technical_03 / technical / Jan 2, An 1
    technical_18 / technical / An 0.5
    """
    sheet = page(
        workbook,
        "Huidig",
        ["Cluster", "Omschrijving", "Jan", "An"],
        ["Technisch", HELPDESK, 2, 1],
        ["Technisch", STOCK, "", 0.5],
    )
    sheet.column_dimensions["D"].hidden = True
    sheet.row_dimensions[3].hidden = True
