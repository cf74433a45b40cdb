# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Grown workbooks: marks and columns, other languages and programs."""

from __future__ import annotations

from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from .grown_workbooks import (
    BOARD,
    HELPDESK,
    INSURANCE,
    MANUALS,
    POOL,
    STOCK,
    grown,
    page,
)

RED, GREEN = (PatternFill("solid", fgColor=rgb) for rgb in ("FF0000", "92D050"))

# marks and columns --------------------------------------------------------------------


@grown
def column_of_status(workbook):
    """
    == Huidig: current
    technical_03 / technical / Jan 2 / extra_column!
    technical_18 / technical / An 1 / extra_column! extra_column!
    pedagogical_02 / pedagogical / extra_column! comment!
    administration_10 / administration / (navragen) / Jan ?
    """
    sheet = page(
        workbook,
        "Huidig",
        ["Cluster", "Omschrijving", "Status", "Wie doet dit?", "Klaar?", "Opm."],
        ["Technisch", HELPDESK, "ok", "Jan 2u"],
        ["Technisch", STOCK, "bezig", "An 1u", "nee"],
        ["Ped.-didac.", MANUALS, "niet gestart"],
        ["Administratie", INSURANCE, "", "Jan", "", "navragen"],
    )
    sheet["C4"].comment = Comment("wacht op de directie", "An")


@grown
def level_in_one_column(workbook):
    """
    == Huidig: current
    technical_03 / technical / school / Jan 2
    technical_18 / technical / group / Jan 1
    pedagogical_02 / pedagogical / shared / An ?
    policy_07 / policy / not applicable / absent_word
    administration_10 / administration / group
    administration_03 / administration / shared
    """
    page(
        workbook,
        "Huidig",
        ["Cluster", "Omschrijving", "Niveau (SG/School)", "Uitvoerder(s)"],
        ["Technisch", HELPDESK, "School", "Jan 2u"],
        ["Technisch", STOCK, "SG", "Jan 1u"],
        ["Ped.-didac.", MANUALS, "Beide", "An"],
        ["Beleid&Visie", BOARD, "nvt"],
        ["Administratie", INSURANCE, "scholengroep"],
        ["Administratie", POOL, "SG en school"],
    )


@grown
def priority_in_numbers(workbook):
    """
    == Streefdoel: target
    technical_03 / technical / Jan 2 / priority_number!
    technical_18 / technical / Jan 1 / priority_number!
    policy_07 / policy / priority_number!
    administration_10 / administration / prio short / An ?
    """
    page(
        workbook,
        "Streefdoel",
        ["Cluster", "Omschrijving", "Prioriteit", "Wie"],
        ["Technisch", HELPDESK, 1, "Jan 2u"],
        ["Technisch", STOCK, "2", "Jan 1u"],
        ["Beleid&Visie", BOARD, 3],
        ["Administratie", INSURANCE, "Korte termijn", "An"],
    )


@grown
def priority_in_colours(workbook):
    """
    == Streefdoel: target
    ! colours_unread!
    technical_03 / technical / Jan 2
    technical_18 / technical
    administration_10 / administration
    """
    sheet = page(
        workbook,
        "Streefdoel",
        ["Cluster", "Omschrijving", "Prioriteit", "Wie"],
        ["Technisch", HELPDESK, "", "Jan 2u"],
        ["Technisch", STOCK],
        ["Administratie", INSURANCE],
    )
    sheet["C2"].fill, sheet["C3"].fill = RED, GREEN


@grown
def several_lines_in_cells(workbook):
    """
    == Huidig: current
    ! hours_column
    technical_03 / technical / Jan ~2, An ~1 / hours_by_line
    technical_18 / technical / Jan 1, An 0.5
    """
    page(
        workbook,
        "Huidig",
        ["Cluster", "Omschrijving", "Wie", "Uren"],
        ["Technisch", HELPDESK, "Jan\nAn", "2\n1"],
        ["Technisch", STOCK, "Jan 1u\nAn 0,5u"],
    )


# other languages and programs ---------------------------------------------------------


@grown
def in_english(workbook):
    """
    == Current situation: current
    technical_03 / technical / school / Jan 2
    Charging the robots / administration / group / An ~1 / estimate new_task
    == Target 2026: target
    ! hours_column
    technical_03 / technical / prio short / Jan 1
    """
    page(
        workbook, "Current situation",
        ["Cluster", "Description", "Competencies", "Level", "", "Division of tasks"],
        ["", "", "", "Group", "School", "Person 1", "Person 2"],
        ["Technical", "Setting up and running the helpdesk", "", "", "x", "Jan 2h"],
        ["Administrative", "Charging the robots", "", "x", "", "", "An approx. 1h"],
    )  # fmt: skip
    page(
        workbook, "Target 2026",
        ["Task area", "Task", "Priority", "Responsible", "Hours/week"],
        ["Technical", "Setting up and running the helpdesk", "short term", "Jan", 1],
    )  # fmt: skip


@grown
def in_french(workbook):
    """
    == Situation actuelle: current
    ! hours_column
    technical_03 / technical / school / (à revoir) / Jan 2
    Commander du toner / technical / group / An ? / new_task
    Réunions / policy / Jan 1 / new_task
    == Objectif: target
    ! hours_column
    technical_03 / technical / prio short / Jan 1
    """
    page(
        workbook, "Situation actuelle",
        ["Domaine", "Tâche", "Niveau", "Qui", "Heures/semaine", "Remarques"],
        ["Technique", HELPDESK, "École", "Jan", 2, "à revoir"],
        ["Technique", "Commander du toner", "Groupe", "An"],
        ["Politique et vision", "Réunions", "", "Jan", 1],
    )  # fmt: skip
    page(
        workbook, "Objectif", ["Domaine", "Description", "Priorité", "Nom", "Heures"],
        ["Technique", HELPDESK, "court terme", "Jan", 1],
    )  # fmt: skip


@grown
def with_tick_boxes(workbook):
    """
    == Kopie van Huidig: current
    technical_03 / technical / school / Jan 1.5
    technical_18 / technical / group / Jan ?
    administration_10 / administration / shared / Jan 0.25
    """
    page(
        workbook, "Kopie van Huidig",
        ["Cluster", "Omschrijving", "SG", "School", "Jan"],
        ["Technisch", HELPDESK, False, True, "1.5"],
        ["Technisch", STOCK, True, False, True],
        ["Administratie", INSURANCE, True, True, "15 min."],
    )  # fmt: skip
