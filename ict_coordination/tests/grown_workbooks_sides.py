# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Grown workbooks: overviews side by side, sheets of one person, other units."""

from __future__ import annotations

from openpyxl.comments import Comment

from .grown_workbooks import BOARD, HELPDESK, MANUALS, RECOVERY, STOCK, grown, page


@grown
def now_and_target_side_by_side(workbook):
    """
    == Blad1: current
    ! hours_column side_by_side
    technical_03 / technical / Jan 2
    technical_18 / technical / Jan 2
    == Blad1: target
    ! hours_column
    technical_03 / technical / Jan 1
    technical_18 / technical / An 1
    == Blad2: current
    ! hours_column side_by_side
    technical_03 / technical / Jan 2
    == Blad2: target
    technical_03 / technical / Jan 1
    == Blad3: current
    ! side_by_side
    technical_03 / technical / Jan 2
    == Blad3: target
    technical_03 / technical / An 1
    """
    page(
        workbook, "Blad1",
        ["Cluster", "Omschrijving", "Huidig", "", "Streefdoel"],
        ["", "", "Wie", "Uren", "Wie", "Uren"],
        ["Technisch", HELPDESK, "Jan", 2, "Jan", 1],
        ["Technisch", STOCK, "Jan", 2, "An", 1],
    )  # fmt: skip
    page(
        workbook, "Blad2",
        ["Cluster", "Omschrijving", "Wie", "Uren huidig", "Uren gewenst"],
        ["Technisch", HELPDESK, "Jan", 2, 1],
    )  # fmt: skip
    page(
        workbook, "Blad3", ["Cluster", "Omschrijving", "Wie nu?", "Wie straks?"],
        ["Technisch", HELPDESK, "Jan 2u", "An 1u"],
    )  # fmt: skip


@grown
def schools_side_by_side(workbook):
    """
    == SG Dender: current, BS De Linde
    ! side_by_side
    technical_03 / technical / Jan 2
    technical_18 / technical / Jan ?
    == SG Dender: current, Atheneum De Kaai
    technical_03 / technical / nobody_named!
    technical_18 / technical
    == SG Dijle: current, BS De Linde
    ! side_by_side
    technical_03 / technical / Jan 2, An 1
    technical_18 / technical / An 1
    == SG Dijle: current, BS De Kaai
    technical_03 / technical / Piet 3 / comment!
    technical_18 / technical / Els ?
    """
    page(
        workbook, "SG Dender",
        ["Cluster", "Omschrijving", "BS De Linde", "Atheneum De Kaai"],
        ["Technisch", HELPDESK, "Jan 2u", 3],
        ["Technisch", STOCK, "Jan"],
    )  # fmt: skip
    sheet = page(
        workbook, "SG Dijle",
        ["Cluster", "Omschrijving", "BS De Linde", "", "BS De Kaai"],
        ["", "", "Jan", "An", "Piet", "Els"],
        ["Technisch", HELPDESK, 2, 1, 3],
        ["Technisch", STOCK, "", 1, "", "x"],
    )  # fmt: skip
    sheet["E3"].comment = Comment("tot Pasen", "An")


@grown
def names_without_a_school_word(workbook):
    """
    == SG: current
    ! column_of_others column_of_others
    technical_03 / technical / Jan 2, An 1
    technical_18 / technical / Jan ?
    """
    page(
        workbook, "SG",
        ["Cluster", "Omschrijving", "Wonderwijs", "Klavertje"],
        ["Technisch", HELPDESK, "Jan 2u", "An 1u"],
        ["Technisch", STOCK, "Jan", ""],
    )  # fmt: skip


@grown
def a_sheet_per_person(workbook):
    """
    == Jan Peeters: current
    ! sheet_is_person
    technical_03 / technical / Jan Peeters 2
    technical_18 / technical / Jan Peeters 1
    == An: current
    ! sheet_is_person
    pedagogical_02 / pedagogical / An 1.5
    == Uren: current
    technical_03 / technical / nobody_named!
    """
    page(workbook, "Jan Peeters", ["Taak", "Uren/week"], [HELPDESK, 2], [STOCK, "1u"])
    page(workbook, "An", ["Taak", "Uren"], [MANUALS, "1,5"])
    page(workbook, "Uren", ["Taak", "Uren"], [HELPDESK, 2])


@grown
def a_sheet_per_cluster(workbook):
    """
    == Technisch: current
    technical_03 / technical / Jan 2
    Toners / technical / An 1 / new_task
    == Pedagogisch: current
    pedagogical_02 / pedagogical / Jan 2
    Werkwinkels / pedagogical / An 1 / new_task
    """
    heading = ["Taak", "Wie"]
    page(workbook, "Technisch", heading, [HELPDESK, "Jan 2u"], ["Toners", "An 1u"])
    page(
        workbook, "Pedagogisch", heading, [MANUALS, "Jan 2u"], ["Werkwinkels", "An 1u"]
    )


@grown
def units_in_the_headings(workbook):
    """
    == Lestijden: current
    technical_03 / technical / Jan ?, An 2 / base_unknown!
    == Percent: current
    technical_03 / technical / Jan ?, An ? / base_unknown! other_period!
    == Jaar: current
    ! hours_column
    technical_03 / technical / Jan ? / other_period!
    == Minuten: current
    ! hours_column
    technical_03 / technical / Jan 1.5
    """
    page(
        workbook, "Lestijden", ["Cluster", "Omschrijving", "Jan", "An"],
        ["", "", "lestijden", "lestijden"], ["Technisch", HELPDESK, 1, "2u"],
    )  # fmt: skip
    page(
        workbook, "Percent",
        ["Cluster", "Omschrijving", "Jan (%)", "An (uren/jaar)"],
        ["Technisch", HELPDESK, 50, 20],
    )  # fmt: skip
    page(
        workbook, "Jaar", ["Cluster", "Omschrijving", "Wie", "Uren/jaar"],
        ["Technisch", HELPDESK, "Jan", 80],
    )  # fmt: skip
    page(
        workbook, "Minuten", ["Cluster", "Omschrijving", "Wie", "Minuten per week"],
        ["Technisch", HELPDESK, "Jan", 90],
    )  # fmt: skip


@grown
def hours_with_a_frequency(workbook):
    """
    == Huidig: current
    ! hours_column
    technical_03 / technical / Jan ~2.5 / per_day extra_column!
    technical_18 / technical / An 1 / extra_column!
    technical_10 / technical / An ? / other_period! extra_column!
    """
    page(
        workbook, "Huidig",
        ["Cluster", "Omschrijving", "Hoe vaak", "Tijd", "Wie"],
        ["Technisch", HELPDESK, "dagelijks", "30 min", "Jan"],
        ["Technisch", STOCK, "wekelijks", "1u", "An"],
        ["Technisch", RECOVERY, "maandelijks", "2u", "An"],
    )  # fmt: skip


@grown
def numbers_of_tasks_and_initials(workbook):
    """
    == Huidig: current
    ! column_is_person column_is_person
    technical_03 / technical / JP 2
    technical_18 / technical / AC 1
    policy_07 / policy / JP 1
    Eigen ding / policy / JP 1 / new_task
    """
    page(
        workbook, "Huidig", ["#", "Taak", "JP", "AC"],
        [1, "Technisch"], ["1.1", HELPDESK, 2], ["1.2", STOCK, "", 1],
        [2, "Beleid"], ["2.1", BOARD, 1], ["2.2", "Eigen ding", 1],
    )  # fmt: skip
