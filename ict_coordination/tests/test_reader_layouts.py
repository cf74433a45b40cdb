# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Workbooks that grew from the published layout, drawn one by one."""

from odoo.tests import BaseCase, tagged

from odoo.addons.ict_coordination.workbook.grid import GridBook
from odoo.addons.ict_coordination.workbook.reader import read_grids

from .filled_workbooks import codes, grid_of, people, read_drawing, roles

T1 = "Realisatie en onderhoud van helpdesk"
T2 = "Beheer van reservemateriaal"
T3 = "Opvolging verzekeringen"


@tagged("-at_install", "post_install")
class TestReaderLayouts(BaseCase):
    def test_names_and_hours_in_columns(self):
        sheet = read_drawing(f"""
School: Basisschool De Linde|||Schooljaar 2025-2026

Taken|Wie|# uur/week|Opmerking|Deadline
Technisch
{T1}|Jan Peeters|2|elke dag|1 mei
{T2}|Jan 1u|2
Administratie
{T3}|Jan, An|3
Totaal||7
""")
        self.assertEqual(
            roles(sheet), ["task", "person", "hours_of", "remark", "extra"]
        )
        self.assertEqual(sheet.school_hint, "Basisschool De Linde")
        self.assertEqual(sheet.school_year, "2025-2026")
        first, second, third = sheet.rows
        self.assertEqual(people(first), [("Jan Peeters", 2.0)])
        self.assertEqual(first.remark, "elke dag")
        self.assertEqual(codes(first), [("C", "extra_column")])
        self.assertEqual(people(second), [("Jan", None)])
        self.assertEqual(codes(second), [("C", "hours_differ")])
        self.assertEqual(people(third), [("Jan", None), ("An", None)])
        self.assertEqual(third.cluster, "administration")

    def test_headings_in_three_rows(self):
        sheet = read_drawing(
            f"""
||||Taakverdeling & tijdsbesteding|||
Cluster|Omschrijving|Niveau||Kernteam||Anderen
||SG|School|Jan Peeters|An Maes|Persoon 3
Technisch|{T1}||x|2|x|Piet 1u
"""
        )
        self.assertEqual(
            roles(sheet)[:6],
            ["cluster", "task", "level_group", "level_school", "person", "person"],
        )
        self.assertEqual(
            people(sheet.rows[0])[:2], [("Jan Peeters", 2.0), ("An Maes", None)]
        )
        self.assertEqual(sheet.rows[0].level, "school")

    def test_merged_bands_only(self):
        sheet = read_drawing(
            f"""
Cluster|Omschrijving|Competenties|Niveau||Prioriteit|||Taakverdeling
Technisch|{T1}||x|x||x||Jan 2u|An 1u
""",
            name="Blad1",
            merges=[(1, 4, 1, 5), (1, 6, 1, 8), (1, 9, 1, 10)],
        )
        row = sheet.rows[0]
        self.assertEqual((row.level, row.priority), ("shared", "long"))
        self.assertEqual(people(row), [("Jan", 2.0), ("An", 1.0)])
        self.assertEqual(sheet.kind, "target")

    def test_level_and_priority_as_words(self):
        sheet = read_drawing(f"""
Cluster|Taak|Niveau|Prioriteit|Uitvoerder
Technisch|{T1}|SG|korte termijn|Jan 2u
Technisch|{T2}|beide|LT|
Administratie|{T3}|campus Noord|geen|
""")
        found = [(row.level, row.priority) for row in sheet.rows]
        self.assertEqual(
            found, [("group", "short"), ("shared", "long"), (None, "none")]
        )
        self.assertEqual(codes(sheet.rows[2]), [("C", "mark_unread")])

    def test_merged_task(self):
        sheet = read_drawing(
            f"""
Cluster|Omschrijving|Wie|Uren
Technisch|{T1}|Jan|2
||An|1
Technisch|{T2}|Piet|1
||Els|
""",
            merges=[(2, 2, 3, 2), (2, 1, 3, 1)],
        )
        first, second = sheet.rows
        self.assertEqual(people(first), [("Jan", 2.0), ("An", 1.0)])
        self.assertEqual(people(second), [("Piet", 1.0)])
        self.assertIn(("C", "row_without_task"), codes(second))

    def test_own_clusters_and_tasks(self):
        sheet = read_drawing(f"""
Cluster|Omschrijving|Persoon 1
Technisch|{T1}|Jan 2u
STEM|Robots in de klas|An 1u
STEM|Robots in de klas|
Technisch|Realistatie en onderhoud van helpdesk|
""")
        _first, second, third, fourth = sheet.rows
        self.assertEqual((second.cluster, second.cluster_text), (None, "STEM"))
        self.assertEqual((second.task_code, codes(second)), (None, [("B", "new_task")]))
        self.assertIn(("C", "duplicate_task"), codes(third))
        self.assertEqual(
            codes(fourth), [("B", "task_matched"), ("C", "duplicate_task")]
        )
        self.assertEqual(fourth.notes[0].values[1], T1)

    def test_no_tasks(self):
        """Totals, repeated headings, titles, legends and signatures."""
        sheet = read_drawing(f"""
Cluster|Omschrijving|Persoon 1|Totaal
Technisch|||
Technisch|{T1}|Jan 2u|2
|Subtotaal|2|
Cluster|Omschrijving|Persoon 1|Totaal
Administratie|{T3}|An 1u|1
|Totaal uren per week|3|3
|x = van toepassing||

Opgemaakt door|Jan Peeters||
|Handtekening|An|
""")
        self.assertEqual([row.task for row in sheet.rows], [T1, T3])
        self.assertEqual(
            [(note.klass, note.code) for note in sheet.notes],
            [("B", "total_column"), ("B", "outside"), ("C", "outside")],
        )

    def test_hidden(self):
        sheet = read_drawing(
            f"""
Cluster|Omschrijving|Persoon 1|Persoon 2
Technisch|{T1}|Jan 2u|An 1u
""",
            hidden=True,
            hidden_rows=frozenset([2]),
            hidden_cols=frozenset([4]),
        )
        self.assertEqual(len(sheet.rows[0].people), 2)
        self.assertEqual(
            [note.code for note in sheet.notes],
            ["hidden_sheet", "hidden_rows", "hidden_columns"],
        )

    def test_several_schools_on_one_sheet(self):
        book = read_grids(
            GridBook((grid_of(f"""
Takenoverzicht BS De Linde
Cluster|Omschrijving|Persoon 1
Technisch|{T1}|Jan 2u

Takenoverzicht BS De Kaai
Cluster|Omschrijving|Persoon 1
Technisch|{T1}|Piet 2u
Cluster|Omschrijving|Persoon 1
Technisch|{T2}|Piet 1u
"""),))
        )  # fmt: skip
        found = [(sheet.school_hint, len(sheet.rows)) for sheet in book.sheets]
        self.assertEqual(found, [("BS De Linde", 1), ("BS De Kaai", 2)])

    def test_cut_names_of_sheets(self):
        drawing = f"Cluster|Omschrijving|Persoon 1\nTechnisch|{T1}|Jan 2u"
        titled = "School: GO! Atheneum en Technisch Instituut Ter Beke\n" + drawing
        book = read_grids(
            GridBook(
                (
                    grid_of(titled, "Huidig – GO! Atheneum en Techni"),
                    grid_of(drawing, "Streef – GO! Atheneum en Techni"),
                )
            )
        )
        for sheet, kind in zip(book.sheets, ("current", "target"), strict=True):
            self.assertEqual(
                (sheet.school_hint, sheet.kind),
                ("GO! Atheneum en Technisch Instituut Ter Beke", kind),
            )

    def test_without_headings(self):
        sheet = read_drawing(f"{T1}|Jan 2u\n{T2}|An 1u\n{T3}|Piet 1u")
        self.assertEqual([row.task for row in sheet.rows], [T1, T2, T3])
        noted = [note.text for row in sheet.rows for note in row.notes]
        named = [person.text for row in sheet.rows for person in row.people]
        self.assertEqual(sorted({*noted, *named}), ["An 1u", "Jan 2u", "Piet 1u"])
