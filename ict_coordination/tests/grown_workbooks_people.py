# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Grown workbooks: how the clusters stand there, who does it and how long."""

from __future__ import annotations

from openpyxl.styles import Alignment

from .grown_workbooks import (
    BOARD,
    HELPDESK,
    INSURANCE,
    MANUALS,
    STOCK,
    YELLOW,
    grown,
    page,
)

# how the clusters stand there ---------------------------------------------------------


@grown
def banners_under_number(workbook):
    """
    == Huidig BS De Linde: current, BS De Linde
    ! hours_column
    technical_03 / technical / school / Jan Peeters 2
    technical_18 / technical
    Printers bijvullen / technical / An ? / doubt new_task
    administration_10 / administration / group
    Kopieerkaarten / administration / Jan 1 / new_task
    """
    sheet = page(
        workbook,
        "Huidig BS De Linde",
        ["ICT-taken"],
        ["School: BS De Linde"],
        ["Nr", "Taak", "Wie", "Uren/week", "Niveau"],
        ["Technisch"],
        [1, HELPDESK, "Jan Peeters", 2, "School"],
        [2, STOCK],
        ["", "Printers bijvullen", "An", "?"],
        ["", "Subtotaal", "", 2],
        ["Administratie"],
        [1, INSURANCE, "", "", "SG"],
        ["", "Kopieerkaarten", "Jan", 1],
        ["", "Subtotaal", "", 1],
    )
    sheet.merge_cells("A4:E4")
    sheet.merge_cells("A9:E9")


@grown
def banners_anywhere(workbook):
    """
    == Blad1: current
    technical_03 / technical / Jan 2
    technical_18 / technical / Jan 1
    Toners bestellen / technical / An 1 / new_task
    pedagogical_02 / pedagogical / An 1
    policy_07 / policy / Jan ?
    administration_10 / administration / Jan 1
    Sleutels / administration / An 1 / new_task
    """
    sheet = page(
        workbook,
        "Blad1",
        ["Taken", "Persoon 1", "Persoon 2"],
        ["", "TECHNISCH:"],
        [HELPDESK, "Jan 2u"],
        [STOCK, "Jan 1u"],
        ["Toners bestellen", "", "An 1u"],
        ["2. Pedagogisch-didaktisch"],
        [MANUALS, "An 1u"],
        ["", "", "Beleid & visie"],
        [BOARD, "Jan"],
        ["— ADMINSTRATIE —"],
        [INSURANCE, "Jan 1u"],
        ["Sleutels", "An 1u"],
    )
    sheet.merge_cells("B2:C2")


@grown
def own_clusters_as_banners(workbook):
    """
    == Huidig: current, De Kaai
    technical_03 / technical / Jan 2
    technical_18 / technical / An 1
    STEM-robots opladen / STEM & makerspace / Jan 1 / new_task
    administration_10 / administration / An 1
    """
    sheet = page(
        workbook,
        "Huidig",
        ["Takenlijst De Kaai"],
        ["Omschrijving", "Jan", "An"],
        ["ICT-helpdesk"],
        [HELPDESK, "2u"],
        [STOCK, "", "1u"],
        ["STEM & makerspace"],
        ["STEM-robots opladen", "1u"],
        [INSURANCE, "", "1u"],
    )
    for row in (3, 6):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=3)
        sheet.cell(row, 1).fill = YELLOW


@grown
def totals_per_cluster(workbook):
    """
    == Huidig: current
    technical_03 / technical / Jan 2
    technical_18 / technical / An 1
    policy_07 / policy / Jan 1.5
    administration_10 / administration / An 0.5
    """
    page(
        workbook,
        "Huidig",
        ["Cluster", "Omschrijving", "Jan", "An", "Totaal"],
        ["Technisch", HELPDESK, 2, "", "=C2+D2"],
        ["", STOCK, "", 1, "=C3+D3"],
        ["Totaal Technisch", "", "=SUM(C2:C3)", "=SUM(D2:D3)", 3],
        ["Beleid&Visie", BOARD, 1.5],
        ["Subtotaal beleid en visie", "", 1.5, 0, 1.5],
        ["Administratie", INSURANCE, "", 0.5],
        ["Totaal administratie (u/week)", "", 0, 0.5, 0.5],
        ["", "ALGEMEEN TOTAAL", 3.5, 1.5, 5],
        ["", "Totaal per persoon", 3.5, 1.5, 5],
        ["", "% van opdracht", "10%", "4%"],
    )


@grown
def cluster_last(workbook):
    """
    == Streef: target
    technical_03 / technical / school / prio short / Jan 2
    policy_07 / policy / group / prio long / An ?
    administration_10 / administration / prio none
    """
    page(
        workbook,
        "Streef",
        ["Taak", "Wie", "Prioriteit", "Niveau", "Cluster"],
        [HELPDESK, "Jan 2u", "KT", "School", "Technisch"],
        [BOARD, "An", "LT", "SG", "Beleid & visie"],
        [INSURANCE, "", "geen", "", "Administratie"],
    )


# who and how much ---------------------------------------------------------------------


@grown
def names_over_two_rows(workbook):
    """
    == Huidig BS De Linde: current, BS De Linde
    technical_03 / technical / Jan Peeters 2, An Van den Broeck 0.5
    technical_18 / technical / Jan Peeters 1
    policy_07 / policy / An Van den Broeck 1.5
    """
    page(
        workbook,
        "Huidig BS De Linde",
        ["Cluster", "Omschrijving", "Jan", "An", "Bart"],
        ["", "", "Peeters", "Van den Broeck", "Claes"],
        ["Technisch", HELPDESK, 2, 0.5],
        ["Technisch", STOCK, 1],
        ["Beleid&Visie", BOARD, "", 1.5],
    )


@grown
def rotated_names_with_hours(workbook):
    """
    == Huidig: current
    technical_03 / technical / Jan 2, Els ~1 / estimate
    technical_18 / technical / An-Sofie Maes 1
    administration_10 / administration / Jan ?
    """
    sheet = page(
        workbook,
        "Huidig",
        ["Cluster", "Taken", "Jan (12u)", "An-Sofie Maes\n(4,5 u)", "Els (6 uur BPT)"],
        ["Technisch", HELPDESK, 2, "", "ca. 1"],
        ["Technisch", STOCK, "", "1u"],
        ["Administratie", INSURANCE, "x"],
    )
    for col in (3, 4, 5):
        sheet.cell(1, col).alignment = Alignment(text_rotation=90)


@grown
def pairs_of_who_and_hours(workbook):
    """
    == Huidig: current
    ! hours_column hours_column
    technical_03 / technical / Jan 2, An 1.5
    technical_18 / technical / Jan 1, An ?
    administration_10 / administration / An 0.5
    """
    page(
        workbook,
        "Huidig",
        ["Cluster", "Omschrijving", "Wie", "Uren", "Wie 2", "Uren 2"],
        ["Technisch", HELPDESK, "Jan", 2, "An", "1,5"],
        ["Technisch", STOCK, "Jan", "1u", "An"],
        ["Administratie", INSURANCE, "", "", "An", 0.5],
    )


@grown
def hours_before_who(workbook):
    """
    == Huidig: current
    ! hours_column
    technical_03 / technical / Jan 2
    technical_18 / technical / An 1
    administration_10 / administration / hours_without_person!
    """
    page(
        workbook,
        "Huidig",
        ["Cluster", "Omschrijving", "Aantal u/week", "Uitgevoerd door"],
        ["Technisch", HELPDESK, 2, "Jan"],
        ["Technisch", STOCK, 1, "An"],
        ["Administratie", INSURANCE, 0.5],
    )


@grown
def sums_beside_the_titles(workbook):
    """
    == Huidig: current
    ! outside! outside
    technical_03 / technical / Jan 2
    Toners / technical / An 1 / new_task
    policy_07 / policy / Jan 1
    Teamdag / policy / Jan 1 / new_task
    """
    sheet = page(
        workbook,
        "Huidig",
        ["Omschrijving", "Jan", "An"],
        ["Technisch", "=SUM(B3:B4)", "=SUM(C3:C4)"],
        [HELPDESK, 2],
        ["Toners", "", 1],
        ["Beleid", 2, 0],
        [BOARD, 1],
        ["Teamdag", 1],
        ["Dit blad is van iedereen"],
    )
    sheet.merge_cells("A8:C8")
